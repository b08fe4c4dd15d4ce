# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A disk that is really full: a small one of its own, filled to the brim under the program's window."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bip_desktop import bootstrap
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from tests.gui.conftest import ROOT
from tests.gui.invented_work import PASSPHRASE
from tests.gui.test_shell import answering, at, click, desk_of, press, seen, settle, shown, stored

DISK = "4m"
"""How large the disk is; the database takes a part of it, and the ballast the rest."""
IN_A_NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount", "--kill-child"]
"""What is mounted there is seen by nobody else, and gone with the process."""


def may_mount() -> bool:
    """Whether this machine lets us have a small disk of our own."""
    try:
        tried = [*IN_A_NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def fill(folder: Path, left: int = 0) -> Path:
    """A file that leaves only so many bytes of the disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(file.tell() - left, 0))
    return ballast


def answer_until(stopped: Callable[[], bool], editor: ScaleEditor) -> int:
    """Answers until it is stopped; the last step it was told is saved."""
    last = 0
    for number in range(5_000):
        step = number % 5
        editor.steps[step].click()
        if stopped():
            return last
        assert editor.steps[step]._row.saved
        last = step + 1
    raise AssertionError("the disk was never full")


def in_the_window(folder: Path) -> dict[str, object]:
    """What the window says on a disk without room, and once there is room again."""
    app = bootstrap.application([])
    shell = shown(bootstrap.shell(app, Places(folder)))
    press(PASSPHRASE, Qt.Key.Key_Return)
    while not isinstance(shell.presenter, CaseloadPresenter):
        QApplication.processEvents()
    meeting_id = answering(shell, desk_of(shell))
    view = seen(at(shell, CitizenModePresenter).page, QuestionView)
    editor = view.editor
    assert isinstance(editor, ScaleEditor)
    ballast = fill(folder, left=40_000)
    last = answer_until(lambda: bool(view.problem.text()), editor)
    said: dict[str, object] = {
        "problem": view.problem.text(),
        "last": last,
        "kept": stored(desk_of(shell), meeting_id)["B1"] == ScaleStep(last),
        "shown": [each.isChecked() for each in editor.steps].index(True) + 1,
        "says saved": any(each._row.saved for each in editor.steps),
    }
    click(view.on)
    said["stays"] = seen(at(shell, CitizenModePresenter).page, QuestionView).item.code
    said["notice"] = shell.window.notices.text
    ballast.unlink()
    click(editor.steps[3])
    said["saved when there is room"] = editor.steps[3]._row.saved
    said["kept then"] = stored(desk_of(shell), meeting_id)["B1"] == ScaleStep(4)
    shell.window.close()
    settle()
    return said


@pytest.mark.skipif(
    not may_mount(), reason="this machine lets nobody mount a small disk; test_places has limits instead"
)
def test_a_disk_that_is_really_full_takes_nothing_and_loses_nothing(finished: Path) -> None:
    """Broken once by an answer that was shown before it was committed."""
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r});"
        "from tests.bad_input import test_full_disk as here; from pathlib import Path; import json;"
        "print(json.dumps(here.in_the_window(Path(sys.argv[1]))))"
    )
    mounted = f'mount -t tmpfs -o size={DISK} tmpfs /mnt && cp -r "$1" /mnt/BIP && exec "$2" -c "$3" /mnt/BIP'
    ended = subprocess.run(
        [*IN_A_NAMESPACE, "sh", "-c", mounted, "sh", finished, sys.executable, program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout)
    assert said.pop("last") == said.pop("shown")
    full = "Disken er fuld. Det sidste er ikke gemt; alt andet er. Gør plads på disken, og prøv igen."
    assert said == {
        "problem": full,
        "kept": True,
        "says saved": False,
        "stays": "B1",
        "notice": full,
        "saved when there is room": "✓ gemt",
        "kept then": True,
    }
