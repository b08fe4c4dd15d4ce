# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The program as a person starts it, up to its first window. Prints when the window is drawn, on the clock that all
processes share, and when what stands behind the passphrase has been imported."""

import sys
import time

from PySide6.QtWidgets import QApplication

from bip_desktop.__main__ import main


def _until_all_is_there(*_: object) -> int:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the program has not begun")
    [window] = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    while not window.windowHandle().isExposed():
        app.processEvents()
    app.processEvents()
    print(time.perf_counter_ns(), flush=True)
    while "bip_desktop.behind_lock" not in sys.modules:
        app.processEvents()
    app.processEvents()
    window.close()
    print(time.perf_counter_ns(), flush=True)
    return 0


if __name__ == "__main__":
    QApplication.exec = _until_all_is_there  # type: ignore[method-assign]  # in the place of the endless loop
    sys.exit(main(sys.argv[1:]))
