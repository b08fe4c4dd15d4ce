# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The whole program killed while somebody answers: at the next start one question, and then the same one as before."""

import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from bip_desktop.storage.vault import FolderVault
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT, app, finished, qapp_cls
from tests.gui.invented_work import PASSPHRASE, Calendar
from tests.gui.test_shell import at, click, desk_of, end, press, seen, shell_over, shown, stored

__all__ = ["app", "finished", "qapp_cls"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the window had said when it was killed."""

    place: str
    answers: dict[str, int]


def killed(folder: Path, lines: int, after: float) -> Said:
    """Starts the program, and kills it a moment after it has said so many lines."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.answering_window", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(after)
        process.kill()
        said += process.stdout.readlines()
    whole = [line.split() for line in said if line.endswith("\n")]
    assert len(whole) >= lines
    return Said(whole[-1][0], {item: int(digit) for item, digit in whole if digit != "-"})


def program_over(app: QApplication, folder: Path) -> Shell:
    """The program over the jobcentre in this folder."""
    return shell_over(app, FolderVault(folder, ROOT / "db"), lambda it: open_desk(it, Places(folder), Calendar()))


def check(shell: Shell, said: Said, qtbot: QtBot) -> None:
    """Goes on after the kill."""
    at(shell, UnlockPresenter)
    press(PASSPHRASE, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, InterruptedPresenter), timeout=30_000)
    page = at(shell, InterruptedPresenter).page
    assert page.question.text().startswith("Samtalen med Henrik Opdigtet ")
    assert " ved spørgsmål " in page.question.text()
    assert desk_of(shell).auditing.verify().is_whole, "the log of use is whole, too"
    click(page.go_on)
    presenter = at(shell, CitizenModePresenter)
    view = seen(presenter.page, QuestionView)
    codes = [item.code for item in presenter.under_way.instrument.of(Respondent.CITIZEN)]
    # One step more may have been committed in the moment before it was said.
    assert codes.index(view.item.code) - codes.index(said.place) in (0, 1)
    kept = stored(desk_of(shell), presenter.under_way.meeting.meeting_id)
    for item, digit in said.answers.items():
        one_more = item == said.place and kept[item] == ScaleStep(digit % 5 + 1)
        assert kept[item] == ScaleStep(digit) or one_more, item
    assert isinstance(view.editor, ScaleEditor)
    now = kept.get(view.item.code)
    marked = [number for number, each in enumerate(view.editor.steps, start=1) if each.isChecked()]
    assert marked == ([now.step] if isinstance(now, ScaleStep) else [])


@pytest.mark.soak("kills of the whole program: one question, then the same one as before, each »gemt« true", 1, 40, 3)
def test_killed_while_answering_it_goes_on_at_the_same_question(
    rounds: Rounds, app: QApplication, finished: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Broken once by an answer that was said to be saved and not written."""
    chance, answers = random.Random(20261121), 0
    for number in rounds:
        folder = tmp_path / f"BIP{number}"
        shutil.copytree(finished, folder)
        said = killed(folder, chance.randint(3, 40), chance.random() * 0.05)
        shell = program_over(app, folder)
        shell.begin()
        check(shown(shell), said, qtbot)
        end(shell)
        answers += len(said.answers)
    rounds.found(kills=len(rounds), questions_answered=answers, lost=0)
