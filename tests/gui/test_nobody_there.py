# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The open jobcentre when nobody is there: how long it waits, what it warns, and where it comes back to."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.gui.auto_lock import AutoLock
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.unlocking import IDLE_LOCKS, IDLE_LOCKS_IN_MEETING
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import Calendar, add_citizen
from tests.gui.test_auto_lock import Clock
from tests.gui.test_shell import at, desk_of, end, go_on, press, settle, shell_over, shown, unlock

STARTING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bip_desktop.__main__ import main
exec_ = QApplication.exec

def stay(*_):
    [window] = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    come = window.come_to_front
    def come_to_front():
        come()
        print("front", flush=True)
    window.come_to_front = come_to_front
    QTimer.singleShot(1500, lambda: print("open", flush=True))
    QTimer.singleShot(60_000, QApplication.quit)
    return exec_()

QApplication.exec = stay
sys.exit(main(["--data", sys.argv[1]]))
"""


class Waiting:
    """The program with a clock of the test's own."""

    def __init__(self, shell: Shell, app: QApplication) -> None:
        self.shell, self.clock = shell, Clock()
        self.watch = AutoLock(app, shell.window, shell.idle_limit, self.clock, self.clock)
        self.watch.warned.connect(shell.window.lock_warning.warn)
        self.watch.stayed.connect(shell.window.lock_warning.hide)
        self.watch.due.connect(shell.lock_if_open)

    def wait(self, seconds: int) -> None:
        """Nobody touches anything for so long."""
        for _ in range(seconds):
            self.clock.now += 1
            self.watch.look()
        settle()


@pytest.fixture
def waiting(app: QApplication, vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Waiting]:
    """The program from its passphrase page on, watched."""
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    yield Waiting(shown(shell), app)
    end(shell)


def test_the_passphrase_page_waits_for_ever(waiting: Waiting) -> None:
    waiting.wait(IDLE_LOCKS_IN_MEETING + 60)
    at(waiting.shell, UnlockPresenter)
    assert waiting.shell.window.lock_warning.text == ""


def test_a_page_of_hers_is_locked_after_four_minutes_with_a_warning(waiting: Waiting, qtbot: QtBot) -> None:
    unlock(waiting.shell, qtbot)
    waiting.watch.touch()
    waiting.wait(IDLE_LOCKS - 61)
    assert waiting.shell.window.lock_warning.text == ""
    waiting.wait(31)
    assert "30 sekunder" in waiting.shell.window.lock_warning.text
    press(Qt.Key.Key_Shift)
    assert waiting.shell.window.lock_warning.text == ""
    waiting.wait(IDLE_LOCKS - 1)
    at(waiting.shell, CaseloadPresenter)
    waiting.wait(1)
    at(waiting.shell, UnlockPresenter)
    assert waiting.shell.window.lock_warning.text == ""


def test_a_meeting_waits_a_quarter_of_an_hour_and_comes_back_to_its_question(waiting: Waiting, qtbot: QtBot) -> None:
    shell = waiting.shell
    unlock(shell, qtbot)
    desk = desk_of(shell)
    under_way = desk.measuring.start(add_citizen(desk, "Henrik Opdigtet").citizen_id)
    under_way.go(Place(Step.CITIZEN, "B4"))
    shell.meeting(under_way)
    settle()
    waiting.watch.touch()
    waiting.wait(IDLE_LOCKS_IN_MEETING - 1)
    at(shell, CitizenModePresenter)
    waiting.wait(1)
    at(shell, UnlockPresenter)
    unlock(shell, qtbot)
    go_on(shell)
    assert at(shell, CitizenModePresenter).under_way.meeting.place == Place(Step.CITIZEN, "B4")


def test_what_stands_in_the_way_is_closed_before_the_lock(waiting: Waiting, qtbot: QtBot) -> None:
    unlock(waiting.shell, qtbot)
    asked = QInputDialog(waiting.shell.window)
    asked.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is asked)
    waiting.wait(IDLE_LOCKS + 1)
    at(waiting.shell, UnlockPresenter)
    assert not asked.isVisible()


def test_a_second_start_brings_the_first_to_the_front_and_ends(tmp_path: Path) -> None:
    """Broken once by a `listen` that was never called: the second one waited, and asked in a window of its own."""
    command = [sys.executable, "-c", STARTING, str(tmp_path / "BIP")]
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert (second.returncode, second.stdout) == (0, "")
        assert first.stdout.readline() == "front\n"
    finally:
        first.kill()
        first.communicate()
