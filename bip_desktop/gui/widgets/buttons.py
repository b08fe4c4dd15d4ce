# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Buttons by how much they ask for: one primary action a page, the others quieter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class Once:
    """Mixed into a button: a double click is one click. Its second half often meets the page that the first half led
    to, and must not answer, skip or start anything there."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Does nothing, in the place of a second click."""
        event.accept()


class _Button(Once, QPushButton):
    """Qt's own button; a key that is held is one press, as the next page may have a button in the same place."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, but not again and again."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


def button(text: str, variant: str = "secondary", clicked: Callable[[], object] | None = None) -> QPushButton:
    """A push button; `variant` is primary, row, secondary, quiet, citizen, citizen-quiet, caseworker,
    caseworker-quiet or link."""
    made = _Button(text)
    made.setProperty("variant", variant)
    made.setAutoDefault(True)  # Enter presses the button that has the keyboard
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made
