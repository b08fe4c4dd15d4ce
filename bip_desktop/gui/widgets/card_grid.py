# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Cards of one size in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget


class CardGrid(QWidget):
    """`cards` in at most `most` columns, each at least `least` pixels wide."""

    def __init__(self, cards: Sequence[QWidget], *, least: int, most: int, spacing: int = 12) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._least, self._most = least, most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self.columns = 0
        self._place(most)

    def sizeHint(self) -> QSize:
        """As high as the present columns need; they share what is left over."""
        return QSize(self._grid.sizeHint().width(), self._grid.minimumSize().height())

    def minimumSizeHint(self) -> QSize:
        """One column, which gives way as far as its cards do; as high as the present columns need."""
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(min(self._least, widest), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes another number of columns where the width has changed that much."""
        super().resizeEvent(event)
        room = self.width() + self._grid.spacing()
        self._place(max(1, min(self._most, room // (self._least + self._grid.spacing()))))

    def _place(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 0)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self.columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        for line in range(-(-len(self._cards) // columns)):
            self._grid.setRowStretch(line, 1)
        self.updateGeometry()
