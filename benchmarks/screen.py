# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The program's own window, driven as by a person; each act lasts until its result is drawn."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_PATIENCE = 10.0
"""Seconds."""


class Drawn(QObject):
    """Times what is done in a window until it has been drawn."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_drawn = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window draws all that is new when it gets this event."""
        if event.type() is QEvent.Type.UpdateRequest:
            self._is_drawn = True
        return False

    def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from before `act` until its result is drawn, and what it replaced is destroyed."""
        settle()
        self._is_drawn = False
        begun = time.perf_counter()
        act()
        while not self._is_drawn:
            QCoreApplication.processEvents()
            if time.perf_counter() - begun > _PATIENCE:
                raise TimeoutError("nothing was drawn")
        settle()
        return (time.perf_counter() - begun) * 1e3


def settle() -> None:
    """Lets the window do what it has been asked."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def click(widget: QWidget) -> None:
    """Presses and lets go of the mouse in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
