# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The computer's own lock locks the program: shown with a real message bus of the test's own."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.gui.conftest import ROOT

LISTENING = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from bip_desktop.gui.system_lock import SystemLock
app = QApplication([])
window = QWidget()
lock = SystemLock(app, window)
heard = []
lock.locked.connect(lambda: heard.append(len(heard)))
send = ["dbus-send", "--session", "--type=signal", "/org/gnome/ScreenSaver"]
def signal(active):
    subprocess.run([*send, "org.gnome.ScreenSaver.ActiveChanged", f"boolean:{active}"], check=True)
QTimer.singleShot(100, lambda: signal("false"))
QTimer.singleShot(600, lambda: (print(len(heard), end=" "), signal("true")))
QTimer.singleShot(1400, lambda: (print(len(heard)), app.quit()))
sys.exit(app.exec())
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus to run here")
def test_the_locked_screen_is_heard_and_the_opened_one_is_not() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENING],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["0", "1"], done.stderr
