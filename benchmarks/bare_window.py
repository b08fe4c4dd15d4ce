# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What every PySide6 program costs: a main window of our size with one line of text in its middle. Prints when the
window is drawn, on the clock that all processes share."""

import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLabel("BIP", alignment=Qt.AlignmentFlag.AlignCenter))
    window.show()
    while not window.windowHandle().isExposed():
        app.processEvents()
    app.processEvents()
    print(time.perf_counter_ns(), flush=True)
