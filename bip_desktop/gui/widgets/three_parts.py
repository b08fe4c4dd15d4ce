# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A line with something at both ends and in the middle; where that is too much, the middle has a line of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_WIDE, _NARROW = 48, 24
"""Pixels from the window's edges."""
_BETWEEN = 12


class ThreeParts(QWidget):
    """`middle` stands in the middle of the page, whatever the ends need; else below them, or `above`."""

    def __init__(
        self, left: QWidget, middle: QWidget, right: QWidget, *, top: int = 0, bottom: int = 0, above: bool = False
    ) -> None:
        super().__init__()
        self._parts = (left, middle, right)
        self._top, self._bottom, self._above = top, bottom, above
        self._is_one_line: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._arrange(one_line=True, margin=_WIDE)

    def minimumSizeHint(self) -> QSize:
        """The ends beside each other."""
        left, middle, right = (each.minimumSizeHint().width() if not each.isHidden() else 0 for each in self._parts)
        width = max(left + _BETWEEN + right, middle) + 2 * _NARROW
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the way to stand that fits."""
        super().resizeEvent(event)
        needed = sum(each.sizeHint().width() + _BETWEEN for each in self._parts if not each.isHidden())
        one_line = needed + 2 * _NARROW <= self.width()
        self._arrange(one_line=one_line, margin=_WIDE if needed + 2 * _WIDE <= self.width() else _NARROW)

    def _arrange(self, *, one_line: bool, margin: int) -> None:
        self._grid.setContentsMargins(margin, self._top, margin, self._bottom)
        if one_line is self._is_one_line:
            return
        self._is_one_line = one_line
        left, middle, right = self._parts
        line = 1 if self._above and not one_line else 0
        centre = Qt.AlignmentFlag.AlignVCenter
        for each in self._parts:
            self._grid.removeWidget(each)
        # In two lines an end may take all the room that the other leaves, and give way where that is too little.
        self._grid.addWidget(left, line, 0, centre if not one_line else centre | Qt.AlignmentFlag.AlignLeading)
        self._grid.addWidget(right, line, 2, centre | Qt.AlignmentFlag.AlignTrailing)
        if one_line:
            self._grid.addWidget(middle, 0, 1, Qt.AlignmentFlag.AlignCenter)
        else:
            side = Qt.AlignmentFlag.AlignHCenter if self._above else Qt.AlignmentFlag.AlignLeading
            self._grid.addWidget(middle, 1 - line, 0, 1, 3, centre | side)
        self._grid.setColumnStretch(2, 1 if one_line else 0)
