# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Large answer rows: a radio button (also for the dashed ways of not answering) and a tick box.

They are Qt's own buttons underneath, so that keyboards and screen readers find what they expect.
"""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton

from bip_desktop.gui.widgets.choice_row import ChoiceRow


class AnswerButton(QRadioButton):
    """One answer of several that exclude each other."""

    def __init__(self, text: str, row: ChoiceRow) -> None:
        super().__init__(text)
        self._row = row
        row.prepare(self)

    def show_saved(self, text: str) -> None:
        """Writes `text` at the end of the row while it is the chosen one; empty takes it away."""
        self._row.saved = text
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        """The whole row, not only Qt's small circle."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """As high as its text needs."""
        return self._row.hint(self)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for half a page."""
        return self._row.least(self)

    def heightForWidth(self, width: int) -> int:
        """Pixels."""
        return self._row.height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        self._row.paint(self)


class TickButton(QCheckBox):
    """One box among several that can be ticked."""

    def __init__(self, text: str, row: ChoiceRow) -> None:
        super().__init__(text)
        self._row = row
        self.setAccessibleDescription(row.help_text)
        row.prepare(self)

    def hitButton(self, position: QPoint) -> bool:
        """The whole row, not only Qt's small square."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """As high as its texts need."""
        return self._row.hint(self)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for half a page."""
        return self._row.least(self)

    def heightForWidth(self, width: int) -> int:
        """Pixels."""
        return self._row.height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the row."""
        self._row.paint(self)
