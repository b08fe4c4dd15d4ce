# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The first start."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.errors import Code
from bip_desktop.gui import theme
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT, THEMES, RecordedWays
from tests.gui.invented_work import PASSPHRASE, PIN

FILLED = {
    "name": "Karen Opdigtet",
    "phone": "12 34 56 78",
    "site": "Jobcenter Nordby",
    "passphrase": PASSPHRASE,
    "repeated": PASSPHRASE,
    "pin": PIN,
}


@pytest.fixture
def new_vault(tmp_path: Path) -> FolderVault:
    return FolderVault(tmp_path / "new", ROOT / "db")


@pytest.fixture
def presenter(
    new_vault: FolderVault, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow]
) -> FirstStartPresenter:
    presenter = FirstStartPresenter(Unlocking(new_vault, Argon2PinHasher()), go, tasks)
    show(presenter.page)
    return presenter


def _field(presenter: FirstStartPresenter, name: str) -> QLineEdit:
    field = getattr(presenter.page, name).field
    assert isinstance(field, QLineEdit)
    return field


def _fill(presenter: FirstStartPresenter, **other: str) -> None:
    for name, text in (FILLED | other).items():
        _field(presenter, name).setText(text)


def test_a_filled_form_makes_the_jobcentre_and_opens_it(
    presenter: FirstStartPresenter, new_vault: FolderVault, go: RecordedWays, qtbot: QtBot
) -> None:
    for name, text in FILLED.items():
        assert _field(presenter, name).hasFocus()
        QTest.keyClicks(_field(presenter, name), text)
        QTest.keyClick(presenter.page, Qt.Key.Key_Tab)
    QTest.keyClick(_field(presenter, "pin"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(go.ways), timeout=20_000)
    way, unlocked = go.ways[0]
    assert way == "unlocked"
    assert isinstance(unlocked, Unlocked)
    assert unlocked.caseworker.name == "Karen Opdigtet"
    assert unlocked.installation.site == "jobcenter-nordby"
    unlocked.store.close()
    store, _ = new_vault.open(PASSPHRASE)
    store.close()


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("name", "  ", "Skriv et navn"),
        ("site", "", "jobcentrets navn"),
        ("passphrase", "kort", "mindst 12 tegn"),
        ("repeated", "en helt anden en", "ikke ens"),
        ("pin", "12", "4 til 8 cifre"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    presenter: FirstStartPresenter, new_vault: FolderVault, place: str, text: str, said: str
) -> None:
    _fill(presenter, **{place: text})
    QTest.mouseClick(presenter.page.begin, Qt.MouseButton.LeftButton)
    row = getattr(presenter.page, place)
    assert said in row.problem.text()
    assert row.field.hasFocus()
    assert [each for each in presenter.page.rows if each.problem.isVisible()] == [row]
    assert not new_vault.exists()


def test_a_mended_field_loses_its_problem(presenter: FirstStartPresenter) -> None:
    _fill(presenter, name="", site="")
    QTest.mouseClick(presenter.page.begin, Qt.MouseButton.LeftButton)
    _field(presenter, "name").setText("Karen")
    QTest.mouseClick(presenter.page.begin, Qt.MouseButton.LeftButton)
    assert not presenter.page.name.problem.isVisible()
    assert presenter.page.site.problem.isVisible()


def test_a_jobcentre_that_appeared_meanwhile_is_not_written_over(
    presenter: FirstStartPresenter, tmp_path: Path, go: RecordedWays, qtbot: QtBot
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "bip.key").write_bytes(b"another one")
    _fill(presenter)
    QTest.mouseClick(presenter.page.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(go.notices), timeout=20_000)
    assert go.notices[0].code is Code.DATABASE_EXISTS
    assert (tmp_path / "new" / "bip.key").read_bytes() == b"another one"
    assert presenter.page.begin.isEnabled()


def test_the_form_says_that_the_passphrase_cannot_be_recovered(presenter: FirstStartPresenter) -> None:
    texts = " ".join(each.text() for each in presenter.page.findChildren(QLabel))
    assert "kan ikke hentes frem igen" in texts
    assert "Tre eller fire tilfældige ord" in texts


def test_every_field_has_its_label_as_name(presenter: FirstStartPresenter) -> None:
    for row in presenter.page.rows:
        assert row.field.accessibleName() == row.label.text()
        assert row.label.buddy() is row.field


@pytest.mark.parametrize("scale", [100, 200])
def test_each_field_comes_into_sight_with_the_keyboard_in_a_small_window(
    app: QApplication,
    new_vault: FolderVault,
    go: RecordedWays,
    tasks: TaskRunner,
    show: Callable[[QWidget], MainWindow],
    scale: int,
) -> None:
    theme.apply(app, theme.read_theme(THEMES / "light.toml", scale))
    presenter = FirstStartPresenter(Unlocking(new_vault, Argon2PinHasher()), go, tasks)
    window = show(presenter.page)
    window.resize(1024, 600)
    QTest.qWait(50)
    for row in presenter.page.rows:
        row.field.setFocus()
        top = row.field.mapTo(window, row.field.rect().topLeft()).y()
        bottom = row.field.mapTo(window, row.field.rect().bottomLeft()).y()
        assert 0 <= top < bottom <= window.height()
