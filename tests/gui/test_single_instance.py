# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Of programs that start on the same folder, one opens; the others knock, and it comes to the front."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.gui.single_instance import SingleInstance
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT

STARTING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from bip_desktop.gui.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
print("ready", flush=True)
while not Path(sys.argv[2]).exists():
    time.sleep(0.001)
print("open" if one.claim() else "other", flush=True)
sys.stdin.read()
"""


def starting(folder: Path, shot: Path) -> "subprocess.Popen[str]":
    """A process that claims `folder` when `shot` is there, and stays until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", STARTING, str(folder), str(shot)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: "subprocess.Popen[str]") -> str:
    """The process's verdict."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.soak("simultaneous starts on one folder: exactly one opens", small=8, full=100)
def test_of_many_starts_at_once_exactly_one_opens(rounds: Rounds, tmp_path: Path) -> None:
    """Broken once by a `claim` that always said yes: all opened."""
    shot = tmp_path / "shot"
    processes = [starting(tmp_path, shot) for _ in range(len(rounds))]
    assert [said(process) for process in processes] == ["ready"] * len(rounds)
    shot.touch()
    verdicts = [said(process) for process in processes]
    for process in processes:
        process.communicate("")
    rounds.done(len(rounds))
    rounds.found(opened=verdicts.count("open"))
    assert sorted(verdicts) == ["open", *["other"] * (len(rounds) - 1)]


def test_a_killed_program_does_not_keep_the_next_one_out(tmp_path: Path) -> None:
    shot = tmp_path / "shot"
    shot.touch()
    first = starting(tmp_path, shot)
    assert [said(first), said(first)] == ["ready", "open"]
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.release()


def test_the_second_start_is_heard_by_the_first(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    first, second, elsewhere = SingleInstance(tmp_path), SingleInstance(tmp_path), SingleInstance(tmp_path / "other")
    heard: list[str] = []
    assert first.claim()
    assert not second.claim()
    first.listen(lambda: heard.append("first"))
    (tmp_path / "other").mkdir()
    assert elsewhere.claim()
    elsewhere.listen(lambda: heard.append("elsewhere"))
    assert second.knock()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["first"]
    first.release()
    elsewhere.release()
    assert second.claim()
    second.release()


def test_a_folder_that_cannot_be_written_is_no_other_program(app: QApplication, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="lock"):
        SingleInstance(tmp_path / "gone").claim()
