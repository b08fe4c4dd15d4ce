# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The passphrase page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.paths import DATABASE, KEY_FILE, Places
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import KAREN, PASSPHRASE

HINT = "Demonstration. Alle personer er opdigtede."


@pytest.fixture
def presenter(
    vault: FolderVault, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow]
) -> UnlockPresenter:
    presenter = UnlockPresenter(Unlocking(vault, Argon2PinHasher()), go, tasks, "")
    show(presenter.page)
    return presenter


def test_the_keyboard_begins_in_the_field(presenter: UnlockPresenter) -> None:
    assert presenter.page.passphrase.hasFocus()


def test_the_passphrase_and_enter_open_the_jobcentre(
    presenter: UnlockPresenter, go: RecordedWays, qtbot: QtBot
) -> None:
    QTest.keyClicks(presenter.page.passphrase, PASSPHRASE)
    QTest.keyClick(presenter.page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(go.ways), timeout=10_000)
    name, unlocked = go.ways[0]
    assert name == "unlocked"
    assert isinstance(unlocked, Unlocked)
    assert unlocked.caseworker == KAREN
    unlocked.store.close()


def test_while_it_unlocks_the_button_says_so_and_nothing_can_be_typed(
    presenter: UnlockPresenter, go: RecordedWays, qtbot: QtBot
) -> None:
    page = presenter.page
    page.passphrase.setText("en anden sætning")
    QTest.mouseClick(page.unlock, Qt.MouseButton.LeftButton)
    assert page.unlock.text() == "Låser op …"
    assert not page.unlock.isEnabled()
    assert page.passphrase.isReadOnly()
    qtbot.waitUntil(page.unlock.isEnabled, timeout=10_000)
    assert page.unlock.text() == "Lås op"


def test_a_wrong_passphrase_is_said_at_the_field_and_what_was_typed_is_selected(
    presenter: UnlockPresenter, go: RecordedWays, qtbot: QtBot
) -> None:
    page = presenter.page
    QTest.keyClicks(page.passphrase, "en anden sætning")
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page.row.problem.isVisible, timeout=10_000)
    assert "passer ikke" in page.row.problem.text()
    assert page.passphrase.selectedText()
    assert page.passphrase.hasFocus()
    assert not page.trouble.isVisible()
    assert not go.ways


def test_a_damaged_key_file_is_told_on_the_card_with_what_is_safe(
    presenter: UnlockPresenter, places: Places, go: RecordedWays, qtbot: QtBot
) -> None:
    (places.folder / KEY_FILE).write_bytes(b"no key file any more")
    page = presenter.page
    page.passphrase.setText(PASSPHRASE)
    QTest.mouseClick(page.unlock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert "urørt" in page.trouble.text()
    assert not page.row.problem.isVisible()


def test_a_missing_database_is_told_on_the_card(
    presenter: UnlockPresenter, places: Places, go: RecordedWays, qtbot: QtBot
) -> None:
    (places.folder / DATABASE).unlink()
    page = presenter.page
    page.passphrase.setText(PASSPHRASE)
    QTest.mouseClick(page.unlock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert "Databasen mangler" in page.trouble.text()


@pytest.mark.parametrize("hint", ["", HINT])
def test_the_hint_is_there_in_a_demonstration_only(
    vault: FolderVault, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow], hint: str
) -> None:
    presenter = UnlockPresenter(Unlocking(vault, Argon2PinHasher()), go, tasks, hint)
    window = show(presenter.page)
    assert (HINT in [each.text() for each in window.findChildren(QLabel)]) is bool(hint)


def test_the_field_has_its_name_for_a_screen_reader(presenter: UnlockPresenter) -> None:
    assert presenter.page.passphrase.accessibleName() == "Adgangssætning"
    assert presenter.page.row.label.buddy() is presenter.page.passphrase
