# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The table of the caseload: rows to walk through with the arrows, each with its own next step."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from bip_desktop.gui import theme
from bip_desktop.gui.models.caseload_model import CaseloadModel, Column
from bip_desktop.gui.pages.caseload.row_delegate import Room, RowDelegate, widths

_GIVES_WAY = {
    Room.WIDE: ((Column.TOPIC, 180),),
    Room.MEDIUM: ((Column.KINDS, 180),),
    Room.NARROW: ((Column.CITIZEN, 150), (Column.MEASURED, 110)),
}
"""Which columns are cut where there is too little room, and the pixels at 100 % that they keep."""
_NAME = 260
"""Pixels at 100 % that names may claim before the other columns: a longer one is cut, and whole in its tip."""
_TRIES = 3
_SHOWN = {
    Room.WIDE: frozenset(Column),
    Room.MEDIUM: frozenset({Column.CITIZEN, Column.MEASURED, Column.KINDS, Column.ACTION}),
    Room.NARROW: frozenset({Column.CITIZEN, Column.MEASURED, Column.ACTION}),
}


class CaseloadTable(QTableView):
    """States which row's step, or which citizen, is asked for."""

    action_asked = Signal(int)
    """A line: its button was pressed, or Enter on the row."""
    citizen_asked = Signal(int)
    """A line: its name was clicked, the row clicked twice, or Space pressed on it."""
    arranged = Signal()
    """The columns, and with them `whole_height`, may be others."""

    def __init__(self, model: CaseloadModel) -> None:
        super().__init__()
        self._model = model
        self._arranging = False
        self._wishes: dict[Column, int] | None = None
        """How wide the columns would like to be, until the rows are others."""
        self._delegate = RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Mine borgere"))
        self.setAccessibleDescription(self.tr("Piletaster vælger en borger. Enter går i gang, mellemrum åbner siden."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vertical, header = self.verticalHeader(), self.horizontalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self._delegate.row_height())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(theme.current().px(48))
        header.setStyleSheet(f"QHeaderView::section {{ padding-left: {self._delegate.side()}px; }}")
        model.modelReset.connect(self._on_reset)

    @property
    def room(self) -> Room:
        """How the columns are arranged now."""
        return self._delegate.room

    @property
    def whole_height(self) -> int:
        """Pixels for all rows."""
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        return header + self._model.rowCount() * self._delegate.row_height()

    def button_place(self, line: int) -> QPoint:
        """The middle of a row's button, in the viewport."""
        index = self._model.index(line, Column.ACTION)
        return self._delegate.button_rect(index, self.visualRect(index)).center()

    # -- what people do ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the row, Space opens the citizen."""
        line = self.currentIndex().row()
        if line >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.action_asked.emit(line)
        elif line >= 0 and event.key() == Qt.Key.Key_Space:
            self.citizen_asked.emit(line)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A name is underlined, and a button gets a stronger edge, below the pointer."""
        super().mouseMoveEvent(event)
        self._show_hovered(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the pointer."""
        super().leaveEvent(event)
        self._show_hovered((-1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button, or on the name."""
        super().mouseReleaseEvent(event)
        line, column = self._at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or line < 0:
            return
        if column == Column.ACTION:
            self.action_asked.emit(line)
        elif column == Column.CITIZEN:
            self.citizen_asked.emit(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the citizen, wherever in the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._at(event.position().toPoint()) == (-1, -1):
            self.citizen_asked.emit(index.row())

    def _at(self, place: QPoint) -> tuple[int, int]:
        """The line and column where a click does something; (-1, -1) elsewhere."""
        index = self.indexAt(place)
        if index.column() == Column.CITIZEN:
            return index.row(), Column.CITIZEN
        if index.column() == Column.ACTION and self._delegate.button_rect(index, self.visualRect(index)).contains(
            place
        ):
            return index.row(), Column.ACTION
        return -1, -1

    def _show_hovered(self, hovered: tuple[int, int]) -> None:
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            shape = Qt.CursorShape.ArrowCursor if hovered == (-1, -1) else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    # -- looks ------------------------------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # Qt may hand over persistent ones in other views
        """The current row is the tinted one."""
        super().currentChanged(current, previous)
        self._delegate.current = current.row()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self._delegate.has_focus = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._delegate.has_focus = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns their shares of the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _on_reset(self) -> None:
        self._delegate.hovered = (-1, -1)
        self._wishes = None
        self.setCurrentIndex(self._model.index(0, Column.CITIZEN))
        self._arrange()

    def _arrange(self) -> None:
        # Hiding columns or the heading can bring the scroll bar, which takes its part of the width: then once more.
        if self._arranging:
            return
        self._arranging = True
        for _ in range(_TRIES):
            width = self.viewport().width()
            self._arrange_in(width)
            if self.viewport().width() == width:
                break
        self._arranging = False
        self.arranged.emit()

    def _arrange_in(self, width: int) -> None:
        header = self.horizontalHeader()
        if self._wishes is None:
            least = {column: header.sectionSizeHint(column) for column in Column}
            self._wishes = widths(self._model, self._delegate, least)
        wishes = dict(self._wishes)
        whole = wishes[Column.CITIZEN]
        wishes[Column.CITIZEN] = min(whole, theme.current().px(_NAME))
        for room in Room:
            shares = {column: wishes[column] for column in Column if column in _SHOWN[room]}
            if room is not Room.WIDE:
                shares[Column.MEASURED] = max(wishes[Column.MEASURED], wishes[Column.COUNTS])
            if room is Room.MEDIUM:
                shares[Column.KINDS] = max(wishes[Column.KINDS], wishes[Column.TOPIC])
            if self._fits(room, shares, width) or room is Room.NARROW:
                self._delegate.room = room
                header.setHidden(room is Room.NARROW)
                shares[Column.CITIZEN] = min(whole, shares[Column.CITIZEN] + max(0, width - sum(shares.values())))
                self._give(shares, width)
                return

    def _fits(self, room: Room, shares: dict[Column, int], width: int) -> bool:
        """Takes from the columns that give way what is missing; says whether that is enough."""
        for column, least in _GIVES_WAY[room]:
            missing = max(0, sum(shares.values()) - width)
            shares[column] = max(min(shares[column], theme.current().px(least)), shares[column] - missing)
        return sum(shares.values()) <= width

    def _give(self, shares: dict[Column, int], width: int) -> None:
        spare = max(0, width - sum(shares.values())) // len(shares)
        for column in Column:
            self.setColumnHidden(column, column not in shares)
        used = 0
        for column, wish in shares.items():
            if column is not Column.ACTION:
                self.setColumnWidth(column, wish + spare)
                used += wish + spare
        self.setColumnWidth(Column.ACTION, max(shares[Column.ACTION] // 2, width - used))
