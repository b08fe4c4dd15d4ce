# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A small table to read: as high as its rows, its words wrapped where it is narrow."""

from collections.abc import Sequence

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.quiet_table import QuietTable

_PADDING = 22
"""Pixels a cell has beside its words."""


class ReadingTable(QuietTable):
    """Rows of texts under their headings."""

    def __init__(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> None:
        super().__init__(name, len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        look = theme.current()
        self.setStyleSheet(
            f"QHeaderView::section {{ padding: {look.px(6)}px {look.px(8)}px {look.px(6)}px 3px; }}"
            f"QTableView::item {{ border-bottom: 1px solid {look.roles['line']}; }}"
            f"QTableView::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
        )
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows these rows in the place of those before."""
        self.fill(rows)
        self.settle()

    def texts(self) -> list[list[str]]:
        """What stands in the cells."""
        found = [[self.item(line, place) for place in range(self.columnCount())] for line in range(self.rowCount())]
        return [["" if item is None else item.text() for item in line] for line in found]

    def measure(self) -> int:
        """See `QuietTable`; the rows have no names."""
        for place, width in enumerate(self._widths(self.viewport().width())):
            self.setColumnWidth(place, width)
        least = theme.current().px(38)
        for line in range(self.rowCount()):
            self.setRowHeight(line, max(least, self.sizeHintForRow(line) + theme.current().px(8)))
        return 0

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
