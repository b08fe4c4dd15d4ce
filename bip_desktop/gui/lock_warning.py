# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The band over the window's foot that says when the program will lock. It moves nothing that lies under it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from bip_desktop.gui.widgets.layouts import row
from bip_desktop.gui.widgets.texts import label


class LockWarning(QFrame):
    """Hidden until `warn`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("bar", "warning")
        self._window = window
        self._text = label("", "strong")
        self._lines = row(self._text, margins=(24, 14, 24, 14))
        self.setLayout(self._lines)
        window.installEventFilter(self)
        self.hide()

    def warn(self, seconds: int) -> None:
        """Says how many seconds are left. A screen reader hears it once, not each second."""
        self._text.setText(
            self.tr(
                "Er du her endnu? Programmet låser om {0} sekunder. Tryk på en tast for at blive. Alt er gemt."
            ).format(seconds)
        )
        if self.isHidden():
            from PySide6.QtGui import QAccessible, QAccessibleEvent  # the first window does without

            self._text.setAccessibleName(self._text.text())
            self.show()
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._settle()

    @property
    def text(self) -> str:
        """What stands there; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def _settle(self) -> None:
        wide = self._window.width()
        high = self._lines.totalHeightForWidth(wide) if self._lines.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(0, self._window.height() - high, wide, high)
