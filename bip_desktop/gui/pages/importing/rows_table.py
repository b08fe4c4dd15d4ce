# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The rows of a file, however many: the table scrolls, and draws only what is in sight."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from bip_desktop.gui import theme
from bip_desktop.gui.pages.importing.view import ShownRow

_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    LINE = 0
    NAME = 1
    CPR = 2
    CASE_NUMBER = 3
    BENEFIT = 4
    STATUS = 5


_WIDTHS = {Column.LINE: 66, Column.NAME: 180, Column.CPR: 132, Column.CASE_NUMBER: 116, Column.BENEFIT: 226}
"""Pixels at 100 %; the status has the rest."""
_GIVES_WAY = {Column.BENEFIT: 960, Column.CASE_NUMBER: 800, Column.CPR: 620}
"""Below how many pixels at 100 % a column is not shown."""
_HIGHEST, _HIGHEST_IN_PIXELS = 330, 420
"""Pixels at 100 %, and at any text size: the smallest window must show most of the table."""
_ROW = 38


class RowsModel(QAbstractTableModel):
    """Frozen rows as cells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ShownRow] = ()

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Shows these rows in the place of those before."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = (row.line, row.name, row.cpr, row.case_number, row.benefit, row.status)
            return cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and row.stands_out and index.column() == Column.STATUS:
            return theme.current().color("attention")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Linje"),
            self.tr("Navn"),
            self.tr("CPR-nummer"),
            self.tr("Sagsnummer"),
            self.tr("Ydelse"),
            self.tr("Hvad der sker"),
        )[section]


class RowsTable(QTableView):
    """As high as its rows, up to a limit; columns that do not fit are left out, the status last."""

    def __init__(self) -> None:
        super().__init__()
        look = theme.current()
        self.rows = RowsModel()
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Rækkerne i filen"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.setStyleSheet(
            f"QHeaderView::section {{ padding: {look.px(6)}px {look.px(8)}px {look.px(6)}px 3px; }}"
            f"QTableView::item {{ border-bottom: 1px solid {look.roles['line']}; }}"
            f"QTableView::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
        )

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Shows these rows, from the first one."""
        self.rows.show_rows(rows)
        self.scrollToTop()
        self._settle()

    def texts(self) -> list[list[str]]:
        """What stands in the cells, those of columns left out too."""
        places = range(self.rows.rowCount())
        return [[str(self.rows.index(line, column).data()) for column in Column] for line in places]

    def minimumSizeHint(self) -> QSize:
        """Narrow: columns give way."""
        return QSize(theme.current().px(220), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns their shares of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle()

    def _settle(self) -> None:
        look, room = theme.current(), self.viewport().width()
        for column, least in _GIVES_WAY.items():
            self.setColumnHidden(column, room < look.px(least))
        shown = [column for column in _WIDTHS if not self.isColumnHidden(column)]
        for column in shown:
            self.setColumnWidth(column, look.px(_WIDTHS[column]))
        status = max(room - sum(look.px(_WIDTHS[column]) for column in shown), look.px(120))
        self.setColumnWidth(Column.STATUS, status)
        self._settle_heights(status - look.px(16))

    def _settle_heights(self, width: int) -> None:
        """A row is as high as its status, wrapped; most say the same, so each text is measured once."""
        look, metrics = theme.current(), self.fontMetrics()
        heights: dict[str, int] = {}
        header = self.verticalHeader()
        header.setDefaultSectionSize(look.px(_ROW))
        for line, row in enumerate(self.rows.rows):
            if row.status not in heights:
                wrapped = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, row.status)
                heights[row.status] = max(look.px(_ROW), wrapped.height() + look.px(16))
            if heights[row.status] != header.sectionSize(line):
                header.resizeSection(line, heights[row.status])
        whole = self.horizontalHeader().sizeHint().height() + header.length() + 2
        self.setFixedHeight(min(whole, look.px(_HIGHEST), _HIGHEST_IN_PIXELS))
