# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The first window comes before everything that is not needed to show it; the rest comes while people type."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bip_desktop.paths import KEY_FILE

LATE = {
    "alembic",
    "argon2",
    "asyncio",
    "cryptography",
    "numpy",
    "openpyxl",
    "pandas",
    "pyqtgraph",
    "pyrage",
    "qtawesome",
    "scipy",
    "sqlalchemy",
    "sqlcipher3",
    "statsmodels",
}
"""What no first window needs."""
START = """
import json, sys
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from bip_desktop.__main__ import main

def look(*_):
    app = QApplication.instance()
    [window] = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    while not window.windowHandle().isExposed():
        app.processEvents()
    at_first = sorted(sys.modules)
    patience = QDeadlineTimer(60_000)
    while "bip_desktop.behind_lock" not in sys.modules and not patience.hasExpired():
        app.processEvents()
    window.close()
    print(json.dumps([at_first, sorted(sys.modules)]))
    return 0

QApplication.exec = look
sys.exit(main(["--data", sys.argv[1]]))
"""


def imported_at_start(folder: Path) -> tuple[set[str], set[str]]:
    """The modules there are with the first window, and once what stands behind the passphrase has followed."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START, str(folder)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    at_first, later = json.loads(done.stdout)
    return set(at_first), set(later)


def packages(modules: set[str]) -> set[str]:
    """The packages of `modules`."""
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize("is_first_start", [False, True])
def test_the_first_window_needs_no_database_no_cipher_and_no_plots(tmp_path: Path, is_first_start: bool) -> None:
    if not is_first_start:
        (tmp_path / KEY_FILE).write_bytes(b"")
    at_first, later = imported_at_start(tmp_path)
    assert packages(at_first) & LATE == set()
    ours = {module for module in at_first if module.startswith("bip_desktop.")}
    assert {module for module in ours if module.startswith(("bip_desktop.exchange", "bip_desktop.domain."))} == {
        "bip_desktop.domain.errors"
    }
    # while the passphrase is typed
    assert {"sqlalchemy", "sqlcipher3", "cryptography"} <= packages(later)
    assert packages(later) & {"alembic", "numpy", "pandas", "pyqtgraph", "scipy", "statsmodels"} == set()
