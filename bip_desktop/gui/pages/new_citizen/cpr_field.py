# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A field for a CPR number: whole while it is typed, masked when the keyboard has gone on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit


class CprField(QLineEdit):
    """`number` is what was typed, whatever the field shows."""

    left = Signal()
    """The keyboard has gone on."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: str | None = None
        self.setMaxLength(20)
        self.setPlaceholderText(self.tr("ddmmåå-xxxx"))

    @property
    def number(self) -> str:
        """What was typed."""
        return self.text() if self._whole is None else self._whole

    def show_masked(self, masked: str) -> None:
        """Shows `masked` until the keyboard comes back."""
        if self._whole is None and not self.hasFocus():
            self._whole = self.text()
            self.setText(masked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the number again, to be mended."""
        if self._whole is not None:
            self.setText(self._whole)
            self._whole = None
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """States that it has been left."""
        super().focusOutEvent(event)
        self.left.emit()
