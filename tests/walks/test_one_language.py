# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every page speaks one language: hers the preferred one, those that the citizen reads the citizen's."""

import json
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.gallery import opened as open_in
from bip_desktop.demonstration.hands import Hands
from bip_desktop.demonstration.jobcentre import Secrets, fill
from bip_desktop.demonstration.looks import Look
from bip_desktop.demonstration.many import many_measurements
from bip_desktop.demonstration.scenes import scenes
from bip_desktop.demonstration.stage import Stage
from bip_desktop.gui import theme
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.language import spoken
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from tests.gui.conftest import ROOT
from tests.walks.test_nothing_of_hers_is_shared import said_in

_LETTERS = 4
"""Fewer say nothing about the language."""


@dataclass(frozen=True)
class Text:
    """One text in both languages."""

    danish: str
    english: str

    def other(self, language: str) -> str:
        """The text where it must not be read."""
        return self.danish if language == "en" else self.english


def all_texts() -> list[Text]:
    """Those of the interface, of the instrument and of the rules."""
    found = []
    for message in ET.parse(ROOT / "resources/i18n/bip_en.ts").iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        found += [Text(message.findtext("source") or "", form) for form in forms]
    for path in (*ROOT.glob("resources/instruments/*.json"), *ROOT.glob("resources/evidence/*.json")):
        found += _in_both(json.loads(path.read_text(encoding="utf-8")))
    return found


def _in_both(content: object) -> Iterator[Text]:
    if isinstance(content, dict):
        if isinstance(content.get("da"), str) and isinstance(content.get("en"), str):
            yield Text(content["da"], content["en"])
        for each in content.values():
            yield from _in_both(each)
    elif isinstance(content, list):
        for each in content:
            yield from _in_both(each)


class Foreign:
    """Finds the texts of the other language."""

    def __init__(self, language: str) -> None:
        texts = all_texts()
        own = {(each.english if language == "en" else each.danish).casefold() for each in texts}
        self._whole: set[str] = set()
        self._forms: list[re.Pattern[str]] = []
        for each in texts:
            other = each.other(language).strip()
            if other.casefold() in own or _letters(other) < _LETTERS:
                continue
            if re.search(r"\{\w*\}|%n", other):
                parts = re.split(r"\{\w*\}|%n", other)
                if max(_letters(part) for part in parts) >= _LETTERS:
                    self._forms.append(re.compile(".+".join(map(re.escape, parts)), re.DOTALL))
            else:
                self._whole.add(other)

    def among(self, said: str) -> list[str]:
        """The lines of `said`, or their parts, that are of the other language."""
        lines = {line.strip() for line in said.splitlines()}
        pieces = lines | {piece.strip() for line in lines for piece in re.split(r" · | \+ |: |[.?!] ", line)}
        found = {piece for piece in pieces if piece in self._whole}
        return sorted(found | {line for line in lines if any(form.fullmatch(line) for form in self._forms)})


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Secrets]:
    places = Places(tmp_path_factory.mktemp("one-language") / "jobcentre")
    DemonstrationCentre.new().write_recipients(places.recipients)
    return places, fill(places, date.today(), more=(many_measurements(),))  # noqa: DTZ011 - meetings lie in local time


@pytest.fixture
def back_to_default(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language and look of the process are put back for the tests after this one."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    Appearance(app, ROOT / "resources", Preferences())


def paper(page: QWidget) -> str:
    """The colour in the upper left corner, below nothing but the page's own ground."""
    return page.grab().toImage().pixelColor(3, page.height() - 3).name()


def test_the_pictures_of_a_look_have_that_look(app: QApplication, tmp_path: Path, back_to_default: None) -> None:
    papers = set()
    for look in (Look(), Look(theme="dark"), Look(theme="high_contrast"), Look(language="en"), Look(scale=200)):
        places = Places(tmp_path / look.name)
        places.folder.mkdir()
        shell = open_in(app, look, places)
        shell.window.show()
        assert spoken() == look.language
        assert (theme.current().name, theme.current().scale) == (look.theme, look.scale)
        assert shell.window.page is not None
        assert paper(shell.window.page) == theme.current().color("paper").name()
        papers.add(paper(shell.window.page))
        said = said_in(shell.window)
        assert ("Your name" in said, "Dit navn" in said) == (look.language == "en", look.language == "da")
        shell.window.close()
    assert len(papers) == 3


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_mixes_two_languages(
    app: QApplication, filled: tuple[Places, Secrets], tmp_path: Path, back_to_default: None, language: str
) -> None:
    places = Places(tmp_path / "copy")
    shutil.copytree(filled[0].folder, places.folder)
    shell = open_in(app, Look(language=language), places)
    hands = Hands(shell.window, tmp_path)
    hands.open_window()
    foreign = Foreign(language)
    mixed: dict[str, list[str]] = {}
    pages = 0
    for name in scenes(Stage(shell, hands, places, filled[1], language), places.folder, ("Henrik", "Sara")):
        pages += 1
        if found := foreign.among(said_in(shell.window)):
            mixed[name] = found
    shell.window.close()
    assert pages > 90
    assert not mixed, "\n".join(f"{name}: {found}" for name, found in mixed.items())
