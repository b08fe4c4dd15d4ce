# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the tables to read have in common: no frame, no editing, as high as their rows, measured anew at every size."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from bip_desktop.gui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class QuietTable(QTableWidget):
    """Texts in rows. The page it stands on scrolls, not the table; only where words are wider than the page it does.
    `name` is what screen readers call it."""

    def __init__(self, name: str, columns: int) -> None:
        super().__init__(0, columns)
        self._settling = True  # until there are rows
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultAlignment(LEFT)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """These cells in the place of those before."""
        self.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(line, place, item)
        self._settling = False

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words wrap."""
        return QSize(theme.current().px(220), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns their shares of the new width."""
        super().resizeEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again when the texts change their size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.settle()

    def settle(self) -> None:
        """Gives columns and rows their sizes at the present width, and the table its height."""
        if self._settling:
            return
        self._settling = True
        beside = self.measure()
        wide = beside + self.horizontalHeader().length() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + bar + 2)
        self._settling = False

    def measure(self) -> int:
        """Sets the sizes of columns and rows; returns the pixels that the names of the rows take."""
        raise NotImplementedError
