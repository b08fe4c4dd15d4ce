# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Lists of widgets that hold while they are made.

Qt hands over a list of pointers, and Python objects are made for them one by one. A garbage collection that begins in
the middle destroys widgets that a page has left behind, and some of these are still to come in the list: the process
ends in Qt.
"""

import gc
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


def every_widget() -> list[QWidget]:
    """Every one there is, shown or not."""
    return _undisturbed(QApplication.allWidgets)


def windows() -> list[QWidget]:
    """Those without a parent."""
    return _undisturbed(QApplication.topLevelWidgets)


def _undisturbed(listed: Callable[[], list[QWidget]]) -> list[QWidget]:
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return listed()
    finally:
        if was_collecting:
            gc.enable()
