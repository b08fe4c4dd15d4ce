# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The file of questions is changed, damaged, replaced or taken away while two people sit with it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop import paths
from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.meeting import State
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.vault import FolderVault
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen, answer_all, caseworker_answers, citizen_answers
from tests.gui.test_shell import answering, at, click, desk_of, end, press, seen, settle, shell_over, shown, words_on

OTHER_WORDS = "Er det her de samme ord som før?"


@pytest.fixture
def instruments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of instruments, the test's own to spoil."""
    shutil.copytree(paths.resources(), tmp_path / "resources")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    return tmp_path / "resources" / "instruments"


@pytest.fixture
def desk(instruments: Path, unlocked: Unlocked, places: Places, calendar: Calendar) -> Desk:
    return open_desk(unlocked, places, calendar)


def reworded(folder: Path, version: str) -> None:
    """Writes `version` with another question B2."""
    content = json.loads((folder / "bip@1.json").read_bytes())
    content["version"] = version
    content["items"][1]["question"] = dict.fromkeys(content["items"][1]["question"], OTHER_WORDS)
    (folder / f"bip@{version}.json").write_text(json.dumps(content), encoding="utf-8")


def emptied(folder: Path) -> None:
    (folder / "bip@1.json").write_bytes(b"")


def halved(folder: Path) -> None:
    content = (folder / "bip@1.json").read_bytes()
    (folder / "bip@1.json").write_bytes(content[: len(content) // 2])


SPOILT: dict[str, Callable[[Path], object]] = {
    "other words": lambda folder: reworded(folder, "1"),
    "a new version beside it": lambda folder: reworded(folder, "2"),
    "empty": emptied,
    "half": halved,
    "gone": lambda folder: (folder / "bip@1.json").unlink(),
    "the folder gone": lambda folder: shutil.rmtree(folder),
}


@pytest.mark.parametrize("how", SPOILT)
def test_an_open_meeting_goes_on_to_its_end_in_its_own_words(
    shell: Shell, desk: Desk, instruments: Path, how: str
) -> None:
    """Broken once by an `InstrumentFolder` that reads the file at every call."""
    before = desk.instruments.current().item("B2").question.in_language("da")
    answering(shell, desk)
    press(Qt.Key.Key_3)
    SPOILT[how](instruments)
    press(Qt.Key.Key_Return)
    page = at(shell, CitizenModePresenter).page
    assert seen(page, QuestionView).item.code == "B2"
    assert before in words_on(page)
    assert OTHER_WORDS not in words_on(page)
    under_way = at(shell, CitizenModePresenter).under_way
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    desk_of(shell).access.leave_citizen_mode()
    under_way.caseworker_begins()
    answer_all(under_way, caseworker_answers())
    under_way.reveal()
    shell.meeting(under_way)
    assert isinstance(at(shell, MeetingPresenter).page.view, TogetherView)
    closed = desk.agreeing.close(under_way.meeting)
    assert (closed.state, closed.instrument_version) == (State.CLOSED, "1")
    for go in (shell.caseload, lambda: shell.citizen(closed.citizen_id), lambda: shell.own_answers(closed.citizen_id)):
        go()
        settle()
        assert shell.window.notices.text == ""


def test_the_next_meeting_begins_in_the_new_version(shell: Shell, desk: Desk, instruments: Path) -> None:
    answering(shell, desk)
    desk_of(shell).access.leave_citizen_mode()
    reworded(instruments, "2")
    later = desk.measuring.start(add_citizen(desk, "Anna Eksempel", "020281").citizen_id)
    assert later.meeting.instrument_version == "2"
    assert later.instrument.item("B2").question.in_language("da") == OTHER_WORDS


def test_a_lock_in_between_changes_nothing(
    app: QApplication, instruments: Path, vault: FolderVault, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    """Broken once by an unlock that forgot what had been read before."""

    def unlock() -> None:
        press(PASSPHRASE, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: isinstance(shell.presenter, CaseloadPresenter | InterruptedPresenter), timeout=20_000)

    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    unlock()
    answering(shell, desk_of(shell), "B2")
    said = words_on(at(shell, CitizenModePresenter).page)
    (instruments / "bip@1.json").unlink()
    shell.lock()
    settle()
    unlock()
    click(at(shell, InterruptedPresenter).page.go_on)
    assert words_on(at(shell, CitizenModePresenter).page) == said
    end(shell)
