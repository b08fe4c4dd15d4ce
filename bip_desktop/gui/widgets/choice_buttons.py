# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Large answer rows: a radio button (also for the dashed ways of not answering) and a tick box.

They are Qt's own buttons underneath, so that keyboards and screen readers find what they expect.
"""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton

from bip_desktop.gui.widgets.buttons import Once
from bip_desktop.gui.widgets.choice_row import Air, ChoiceRow, Side

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_WALKED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class AnswerButton(Once, QRadioButton):
    """One answer of several that exclude each other.

    The citizen's arrows are the platform's: from a chosen row they choose. On the caseworker's side an answer moves on,
    so there an arrow only points, and Space or Enter answers what it points at.
    """

    def __init__(self, text: str, row: ChoiceRow) -> None:
        super().__init__(text)
        self._row = row
        self._pointed_at = False
        row.prepare(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remembers whether somebody came here by keys, or the page began here."""
        self._pointed_at = event.reason() in _WALKED
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow points, from a chosen row of the citizen's it chooses; hers answers what was pointed at by Enter."""
        group, key = self.group(), Qt.Key(event.key())
        citizens = self._row.side is Side.CITIZEN
        if key in _STEPS and group is not None:
            # In the order they are read, not by Qt's distances: every row is reached wherever it stands.
            rows = group.buttons()
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            step = -_STEPS[key] if sideways and self.isRightToLeft() else _STEPS[key]
            place = rows.index(self) + step
            if 0 <= place < len(rows):
                rows[place].setFocus(_WALKED[0] if step > 0 else _WALKED[1])
                if citizens and self.isChecked():
                    rows[place].click()
        elif (
            not citizens
            and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self._pointed_at
            and not event.isAutoRepeat()
        ):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_saved(self, text: str) -> None:
        """Writes `text` at the end of the row while it is the chosen one; empty takes it away."""
        self._row.saved = text
        self.update()

    def set_air(self, air: Air) -> None:
        """Takes air out, or puts it back."""
        self._row.set_air(self, air)

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


class TickButton(Once, QCheckBox):
    """One box among several that can be ticked."""

    def __init__(self, text: str, row: ChoiceRow) -> None:
        super().__init__(text)
        self._row = row
        self.setAccessibleDescription(row.help_text)
        row.prepare(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for those who know where the other boxes stand."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_air(self, air: Air) -> None:
        """Takes air out, or puts it back."""
        self._row.set_air(self, air)

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
