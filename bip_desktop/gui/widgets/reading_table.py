# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A small table to read: as high as its rows, its words wrapped where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from bip_desktop.gui import theme

_PADDING = 22
"""Pixels a cell has beside its words."""


class ReadingTable(QTableWidget):
    """Rows of texts. The page it stands on scrolls, not the table; only where words are wider than the page it does."""

    def __init__(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> None:
        super().__init__(0, len(headings))
        self._settling = False
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        look = theme.current()
        self.setStyleSheet(
            f"QHeaderView::section {{ padding: {look.px(6)}px {look.px(8)}px {look.px(6)}px 3px; }}"
            f"QTableView::item {{ border-bottom: 1px solid {look.roles['line']}; }}"
            f"QTableView::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
        )
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows these rows in the place of those before."""
        self.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(line, place, item)
        self._settle()

    def texts(self) -> list[list[str]]:
        """What stands in the cells."""
        found = [[self.item(line, place) for place in range(self.columnCount())] for line in range(self.rowCount())]
        return [["" if item is None else item.text() for item in line] for line in found]

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self._whole_height())

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words wrap."""
        return QSize(theme.current().px(220), self._whole_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns their shares of the new width."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again when the texts change their size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def _whole_height(self) -> int:
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        over = bar.sizeHint().height() if header.length() > self.viewport().width() else 0
        return header.sizeHint().height() + self.verticalHeader().length() + over + 2

    def _settle(self) -> None:
        if self._settling:
            return
        self._settling = True
        for place, width in enumerate(self._widths(self.viewport().width())):
            self.setColumnWidth(place, width)
        least = theme.current().px(38)
        for line in range(self.rowCount()):
            self.setRowHeight(line, max(least, self.sizeHintForRow(line) + theme.current().px(8)))
        self.setFixedHeight(self._whole_height())
        self._settling = False

    def _widths(self, room: int) -> list[int]:
        """What each column gets: its wish where all fit; else the widest are cut, to no less than their heading and
        their longest word. Where not even those fit, the table scrolls to the side within its own frame."""
        header, places = self.horizontalHeader(), range(self.columnCount())
        least = [max(header.sectionSizeHint(place), self._longest_word(place) + _PADDING) for place in places]
        given = [max(self.sizeHintForColumn(place) + _PADDING, least[place]) for place in places]
        spare = room - sum(given)
        if spare >= 0:
            return [wish + spare // len(given) for wish in given]
        while sum(given) > room:
            soft = [place for place in places if given[place] > least[place]]
            if not soft:
                return given
            widest = max(soft, key=lambda place: given[place])
            given[widest] = max(least[widest], given[widest] - max(4, (sum(given) - room) // 4))
        return given

    def _longest_word(self, place: int) -> int:
        metrics = self.fontMetrics()
        items = [self.item(line, place) for line in range(self.rowCount())]
        words = [word for item in items if item is not None for word in item.text().split()]
        return max(map(metrics.horizontalAdvance, words), default=0)
