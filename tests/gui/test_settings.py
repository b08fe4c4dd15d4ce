# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is chosen on the settings page: at once, in the whole window, and again after the next start."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop import bootstrap, preferences
from bip_desktop.domain.errors import BipError
from bip_desktop.gui import theme
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.pages.settings.presenter import SettingsPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.amount_editor import read_kroner
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from bip_desktop.services.desk import Desk
from tests.gui.conftest import ROOT, RecordedWays

CHOSEN = Preferences("en", "dark", 150, False)


@pytest.fixture
def back_to_default(app: QApplication) -> Iterator[None]:
    """The language and look of the process are put back for the tests after this one."""
    yield
    Appearance(app, ROOT / "resources", Preferences())


@pytest.fixture
def begun(app: QApplication, tmp_path: Path, back_to_default: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """The program in an empty folder."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shell = bootstrap.shell(app, Places(tmp_path / "BIP"))
    shell.window.show()
    yield shell
    shell.window.close()


def typed(form_row: FormRow, text: str) -> None:
    assert isinstance(form_row.field, QLineEdit)
    form_row.field.setText(text)
    form_row.field.editingFinished.emit()


def test_what_is_written_is_read_again() -> None:
    assert preferences.read(preferences.written(CHOSEN)) == CHOSEN


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"\xff\xfe", Preferences()),
        (b"language =", Preferences()),
        (b'language = "' + b"x" * preferences.LARGEST + b'"', Preferences()),
        (b'language = "sv"\ntheme = "dark"\n', Preferences(theme="dark")),
        (b"text_scale = 100.0\ndigit_keys = 0\ntheme = 3", Preferences()),
        (b'[language]\nname = "en"', Preferences()),
        (b'name = "Henrik"\ntext_scale = 200', Preferences(text_scale=200)),
    ],
)
def test_what_is_damaged_or_unknown_is_as_never_chosen(content: bytes, read: Preferences) -> None:
    assert preferences.read(content) == read


def test_choices_hold_at_once_and_at_the_next_start(begun: Shell, app: QApplication, tmp_path: Path) -> None:
    begun.prefer(CHOSEN)
    assert (theme.current().name, theme.current().scale) == ("dark", 150)
    assert QLocale().toString(12_000) == "12,000"
    page = begun.presenter
    assert isinstance(page, FirstStartPresenter)
    assert page.page.begin.text() == "Get started"
    file = tmp_path / "BIP" / "preferences.toml"
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    assert not file.with_name("preferences.toml.part").exists()
    assert bootstrap.appearance(app, Places(tmp_path / "BIP")).preferences == CHOSEN


def test_another_language_keeps_what_is_typed(begun: Shell) -> None:
    before = begun.presenter
    assert isinstance(before, FirstStartPresenter)
    assert isinstance(before.page.name.field, QLineEdit)
    before.page.name.field.setText("Karen Opdigtet")
    before.page.quiet_settings.language.click()
    after = begun.presenter
    assert isinstance(after, FirstStartPresenter)
    assert after is not before
    assert isinstance(after.page.name.field, QLineEdit)
    assert after.page.name.field.text() == "Karen Opdigtet"
    assert after.page.name.label.text() == "Your name"


def test_another_language_comes_at_once_while_the_rest_is_still_imported(
    begun: Shell, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_imported = Event()
    monkeypatch.setattr(bootstrap, "_import_the_rest", is_imported.wait)
    bootstrap._when_at_rest(app, begun)
    try:
        begun.speak("en")
        assert isinstance(begun.presenter, FirstStartPresenter)
        assert begun.presenter.page.begin.text() == "Get started"
    finally:
        is_imported.set()


def test_another_language_comes_when_what_is_waited_for_is_done(begun: Shell, qtbot: QtBot) -> None:
    is_done = Event()
    begun.tasks.run(is_done.wait, done=lambda _: None, failed=begun.notice)
    before = begun.presenter
    begun.speak("en")
    assert begun.presenter is before
    is_done.set()
    qtbot.waitUntil(lambda: begun.presenter is not before)
    assert isinstance(begun.presenter, FirstStartPresenter)
    assert begun.presenter.page.begin.text() == "Get started"


@pytest.mark.parametrize(("language", "good", "bad"), [("da", "12.000", "12,000"), ("en", "12,000", "12.000")])
def test_an_amount_is_read_as_its_language_writes_it(
    app: QApplication, back_to_default: None, language: str, good: str, bad: str
) -> None:
    Appearance(app, ROOT / "resources", Preferences(language=language))
    assert read_kroner(good) == read_kroner(QLocale().toString(12_000)) == 12_000_00
    with pytest.raises(BipError):
        read_kroner(bad)


def test_the_text_size_ends_at_the_largest_and_the_smallest(begun: Shell) -> None:
    begun.text_size(-1)
    assert theme.current().scale == 100
    for _ in range(9):
        begun.text_size(1)
    assert theme.current().scale == 200
    begun.text_size(0)
    assert theme.current().scale == 100


def test_the_page_keeps_rhythm_and_phone_and_hands_a_choice_on(
    desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow]
) -> None:
    presenter = SettingsPresenter(desk, go, Preferences())
    page = presenter.page
    show(page)
    typed(page.rhythm, "60")
    assert desk.caseload.rhythm() == 60
    typed(page.rhythm, "snart")
    assert page.rhythm.problem.isVisible()
    assert desk.caseload.rhythm() == 60
    typed(page.phone, " 12  34 ")
    assert desk.caseload.phone() == "12 34"
    page.theme.buttons["dark"].click()
    assert go.ways == [("prefer", Preferences(theme="dark"))]
