# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What every page of hers is: named for the ear, with a place where the keyboard begins."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Takes the keyboard to `first` when it comes on show."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.first: QWidget | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Not when the window only comes back from the task bar."""
        super().showEvent(event)
        if self.first is not None and not event.spontaneous():
            self.first.setFocus()
