# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The page of the research centre: nothing is used before somebody has seen what it is and said yes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bip_desktop.centre.command_line import main
from bip_desktop.centre.home import Home, make_home
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.research_centre.page import ResearchCentrePage
from bip_desktop.gui.pages.research_centre.presenter import ResearchCentrePresenter
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from tests.exchange.test_evidence_file import EVIDENCE
from tests.gui.conftest import RecordedWays
from tests.services.test_evidence import Releases


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "centre", "Center for Opdigtet Forskning")


@pytest.fixture
def releases(home: Home, tmp_path: Path) -> Releases:
    return Releases(home, tmp_path)


@pytest.fixture
def page(desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow], places: Places) -> ResearchCentrePage:
    places.recipients.unlink()
    presenter = ResearchCentrePresenter(desk, go)
    show(presenter.page)
    go.ways.append(("kept", presenter))  # it lives as long as the test
    return presenter.page


def _press(made: QPushButton) -> None:
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def _texts(page: ResearchCentrePage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible()).replace("\u200b", "")


def _choose(page: ResearchCentrePage, made: QPushButton, file: Path) -> None:
    page.ask_file = lambda title, start: str(file)  # type: ignore[method-assign]
    _press(made)


def test_the_keys_are_used_after_the_signs_were_compared(page: ResearchCentrePage, desk: Desk, home: Home) -> None:
    assert "Ingen endnu." in _texts(page)
    _choose(page, page.fetch_keys, home.recipients_file)
    said = _texts(page)
    assert "Sammenlign, før du siger ja" in said
    assert "Ring til centret på et nummer, du kender i forvejen." in said
    assert desk.enrolling.look(home.recipients_file).fingerprint in said
    assert desk.enrolling.present() is None
    _press(page.accept_keys)
    assert "Center for Opdigtet Forskning" in _texts(page)
    assert "Sammenlign" not in _texts(page)
    assert desk.enrolling.present() is not None


def test_keys_that_are_not_the_centres_are_not_used(page: ResearchCentrePage, desk: Desk, home: Home) -> None:
    _choose(page, page.fetch_keys, home.recipients_file)
    _press(page.refuse_keys)
    assert desk.enrolling.present() is None
    assert "Ingen endnu." in _texts(page)


def test_an_altered_key_file_is_refused_with_its_place(page: ResearchCentrePage, desk: Desk, home: Home) -> None:
    home.recipients_file.write_bytes(home.recipients_file.read_bytes().replace(b"Opdigtet", b"Forfalsket"))
    _choose(page, page.fetch_keys, home.recipients_file)
    assert "fejl ved signature" in _texts(page)
    assert desk.enrolling.present() is None


def test_another_centre_is_named_beside_the_one_there_is(
    page: ResearchCentrePage, desk: Desk, home: Home, tmp_path: Path
) -> None:
    _choose(page, page.fetch_keys, home.recipients_file)
    _press(page.accept_keys)
    _choose(page, page.fetch_keys, make_home(tmp_path / "other", "Et andet center").recipients_file)
    assert "I dag sender I til Center for Opdigtet Forskning." in _texts(page)


def test_the_card_is_saved_and_the_centre_enrols_it(
    page: ResearchCentrePage, desk: Desk, home: Home, tmp_path: Path
) -> None:
    page.ask_folder = lambda start: str(tmp_path)  # type: ignore[method-assign]
    _press(page.save_card)
    card = tmp_path / "bip-kort-nordby-a1b2c3.json"
    assert f"Kortet ligger i {card}" in _texts(page)
    assert main(["--home", str(home.folder), "enrol", "nordby", str(card)]) == 0
    assert desk.enrolling.card().fingerprint in _texts(page)


def test_new_figures_are_seen_before_they_are_used_and_can_be_put_back(
    page: ResearchCentrePage, desk: Desk, home: Home, releases: Releases
) -> None:
    _choose(page, page.fetch_keys, home.recipients_file)
    _press(page.accept_keys)
    _choose(page, page.fetch_figures, releases.publish())
    assert "Center for Opdigtet Forskning: nye tal, 21. november 2026. 400 borgere i 3 jobcentre." in _texts(page)
    assert page.figures.texts() == [["Mit helbred", "\N{MINUS SIGN}0,10 (5)", "–", "–", "+0,21 (120)"]]
    assert desk.evidence.present() is None
    _press(page.accept_figures)
    assert desk.evidence.present() is not None
    assert page.put_back.text() == "Brug ikke nye tal"
    _press(page.put_back)
    assert desk.evidence.present() is None
    assert "Forslagene bygger på de kilder, programmet kom med." in _texts(page)


def test_older_or_altered_figures_are_refused(
    page: ResearchCentrePage, desk: Desk, home: Home, releases: Releases
) -> None:
    desk.enrolling.accept(desk.enrolling.look(home.recipients_file))
    first, second = releases.publish(), releases.publish()
    desk.evidence.accept(desk.evidence.look(second))
    _choose(page, page.fetch_figures, first)
    assert "I har allerede nyere tal: udgave 2. Filen har udgave 1. Intet er ændret." in _texts(page)
    third = releases.publish()
    third.write_bytes(third.read_bytes().replace(b'"0.21"', b'"0.91"'))
    _choose(page, page.fetch_figures, third)
    assert "er ikke underskrevet af jeres forskningscenter" in _texts(page)
    found = desk.evidence.present()
    assert found is not None
    assert replace(found, results=(), previous="", release=0) == replace(EVIDENCE, results=(), previous="", release=0)


def test_nothing_chosen_changes_nothing(page: ResearchCentrePage, desk: Desk) -> None:
    page.ask_file = lambda title, start: ""  # type: ignore[method-assign]
    page.ask_folder = lambda start: ""  # type: ignore[method-assign]
    for each in (page.fetch_keys, page.fetch_figures, page.save_card):
        _press(each)
    assert desk.enrolling.present() is None
