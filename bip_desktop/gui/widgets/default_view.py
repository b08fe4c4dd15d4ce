# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A view in which Enter presses one button, wherever the keyboard is, as in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


class DefaultView(QWidget):
    """Its `default` button is pressed by Enter, unless what has the keyboard needs the key itself."""

    default: QPushButton | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nobody below has taken."""
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and self.default is not None and self.default.isEnabled() and not self.default.isHidden():
            self.default.click()
            return
        super().keyPressEvent(event)
