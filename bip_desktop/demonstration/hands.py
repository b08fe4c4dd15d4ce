# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hands and eyes for the walk: keys, clicks, waiting, and pictures of the window."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

AGREEMENT = "agreement.pdf"
SUBMISSION = "submission"
"""What the walk leaves beside the pictures."""
_PATIENCE = 20.0
"""Seconds."""
T = TypeVar("T")


class TourError(Exception):
    """The program was not where the walk expected it."""


class Hands:
    """Drives one window as a person would."""

    def __init__(self, window: QMainWindow, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures
        self._taken = 0
        self._bugs: list[BaseException] = []
        sys.excepthook = self._on_bug

    def _on_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._bugs.append(error)
        sys.__excepthook__(kind, error, trace)

    def open_window(self) -> None:
        """Shows the window."""
        self._window.show()
        self.settle()

    def settle(self) -> None:
        """Lets the window do what it has been asked."""
        for _ in range(3):
            QApplication.processEvents()
            QTest.qWait(1)
        if self._bugs:  # raised in a slot, from where Qt lets nothing through
            raise TourError("the program failed on the way") from self._bugs[0]

    def picture(self, name: str) -> None:
        """Leaves a picture of the window, numbered in the order of the walk."""
        self._taken += 1
        self.picture_at(self._pictures / f"{self._taken:02d}-{name}.png")

    def picture_at(self, path: Path) -> None:
        """Leaves a picture of the window in this file."""
        self.settle()
        shot = self._window.grab(QRect(QPoint(0, 0), self._window.size()))
        if not shot.save(str(path)):
            raise TourError(f"no picture at {path.name}")

    def click(self, widget: QWidget) -> None:
        """Clicks in the middle of a visible, enabled widget, scrolled to where it can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        self.settle()
        if not widget.isVisible() or not widget.isEnabled():
            raise TourError(f"cannot click {widget.accessibleName() or type(widget).__name__}")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_button(self, text: str) -> None:
        """Clicks the visible button with this text."""
        found = [each for each in self._window.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        if len(found) != 1:
            raise TourError(f"{len(found)} buttons say {text}")
        self.click(found[0])

    def click_cell(self, table: QTableView, line: int, place: int) -> None:
        """Clicks near the start of a cell."""
        cell = table.visualRect(table.model().index(line, place))
        where = cell.topLeft() + QPoint(24, cell.height() // 3)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def type(self, text: str) -> None:
        """Types where the keyboard is."""
        QTest.keyClicks(self._focused(), text)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Presses one key where the keyboard is."""
        QTest.keyClick(self._focused(), key)
        self.settle()

    def fill(self, field: QWidget, text: str) -> None:
        """Clicks a field, empties it and types into it."""
        self.click(field)
        if isinstance(field, QLineEdit):
            field.selectAll()
        QTest.keyClicks(field, text)
        self.settle()

    def wait_for(self, what: str, found: Callable[[], T | None]) -> T:
        """Waits until `found` gives something."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            result = found()
            if result:
                return result
            QTest.qWait(10)
        raise TourError(f"waited in vain for {what}")

    def answer_file_dialog(self, path: Path, ask: Callable[[], None]) -> None:
        """Does `ask`, which opens a dialog for a file or folder, and answers it with `path`."""
        end = time.monotonic() + _PATIENCE
        answered: list[QFileDialog] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and not answered:
                answered.append(dialog)
                _answer(dialog, path)
            elif isinstance(dialog, QDialog) and (dialog not in answered or time.monotonic() > end):
                self._bugs.append(TourError("a dialog stands in the way"))
                dialog.reject()

        watch = QTimer()
        watch.timeout.connect(look)
        watch.start(50)
        ask()
        watch.stop()
        if not answered:
            raise TourError("no file dialog was opened")
        self.settle()

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        if widget is None:
            raise TourError("the keyboard is nowhere")
        return widget


def _answer(dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    field = dialog.findChild(QLineEdit)
    if field is None:
        raise TourError("the file dialog has no field")
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
