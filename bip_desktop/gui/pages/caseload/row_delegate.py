# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Draws a row of the caseload: two lines, a pill, and a button."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bip_desktop.gui import theme
from bip_desktop.gui.models.caseload_model import CaseloadModel, Column, Role

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SPARE = 4
"""Pixels: what a painter measures and what a font says differ a little."""


class Room(Enum):
    """How much room there is: all columns, pairs of them in one, or the most needed ones."""

    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"


class RowDelegate(QStyledItemDelegate):
    """Draws cells for the room there is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.room = Room.WIDE
        self.current = -1
        self.has_focus = False
        self.hovered: tuple[int, int] = (-1, -1)
        look = theme.current()
        base = QFont()
        base.setPixelSize(look.px(16))
        self._plain = base
        self._bold = QFont(base)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(base)
        self._small.setPixelSize(look.px(15))
        self._side = self.side()

    # -- measures ---------------------------------------------------------------------------------------------------

    @staticmethod
    def side() -> int:
        """Pixels left of the words in a cell."""
        look = theme.current()
        return look.px(16 if look.scale < 150 else 12)

    @staticmethod
    def row_height() -> int:
        """Pixels of every row."""
        return theme.current().px(69)

    def width_of(self, index: Index) -> int:
        """Pixels the cell needs to show all of its words."""
        text = str(index.data())
        match Column(index.column()):
            case Column.CITIZEN:
                below = QFontMetrics(self._plain).horizontalAdvance(str(index.data(Role.BELOW)))
                needed = max(QFontMetrics(self._bold).horizontalAdvance(text), below)
            case Column.TOPIC:
                needed = self._pill_width(text) if text else 0
            case Column.ACTION:
                needed = self._button_size(text).width()
            case Column.KINDS:
                metrics = QFontMetrics(self._plain)
                needed = max(metrics.horizontalAdvance(line) for line in _in_two(text, metrics))
            case _:
                needed = QFontMetrics(self._plain).horizontalAdvance(text)
        return needed + self._side + self._side // 2 + _SPARE

    def button_rect(self, index: Index, cell: QRect) -> QRect:
        """Where the button of the row is."""
        size = self._button_size(str(index.data()))
        top = cell.top() + (cell.height() - size.height()) // 2
        return QRect(cell.left() + self._side // 2, top, min(size.width(), cell.width() - self._side), size.height())

    def _button_size(self, text: str) -> QSize:
        look = theme.current()
        return QSize(QFontMetrics(self._bold).horizontalAdvance(text) + look.px(34), look.px(36))

    def _pill_width(self, text: str) -> int:
        return QFontMetrics(self._small).horizontalAdvance(text) + theme.current().px(26)

    # -- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        look = theme.current()
        cell: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(cell, look.color("action_tint" if index.row() == self.current else "surface"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), look.color("line"))
        inner = cell.adjusted(self._side, 0, -self._side // 2, -1)
        match Column(index.column()):
            case Column.CITIZEN:
                self._paint_citizen(painter, index, inner)
            case Column.MEASURED if self.room is not Room.WIDE:
                self._paint_two(painter, index, inner, str(index.sibling(index.row(), Column.COUNTS).data()))
            case Column.KINDS if self.room is Room.MEDIUM:
                self._paint_kinds_and_topic(painter, index, inner)
            case Column.KINDS:
                self._paint_kinds(painter, index, inner)
            case Column.TOPIC:
                self._paint_pill(painter, str(index.data()), inner)
            case Column.ACTION:
                self._paint_button(painter, index, self.button_rect(index, cell))
            case _:
                self._paint_line(painter, index, inner, str(index.data()))
        painter.restore()

    def _ink(self, index: Index) -> str:
        return "muted" if index.data(Role.QUIET) else "ink"

    def _paint_line(
        self,
        painter: QPainter,
        index: Index,
        space: QRect,
        text: str,
        *,
        role: str = "",
        font: QFont | None = None,
    ) -> None:
        painter.setFont(font or self._plain)
        painter.setPen(theme.current().color(role or self._ink(index)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, _LEFT, shown)

    def _halves(self, space: QRect) -> tuple[QRect, QRect]:
        line = theme.current().px(21)
        middle = space.center().y()
        return (
            QRect(space.left(), middle - line, space.width(), line),
            QRect(space.left(), middle, space.width(), line),
        )

    def _paint_citizen(self, painter: QPainter, index: Index, space: QRect) -> None:
        above, below = self._halves(space)
        font = QFont(self._bold)
        font.setUnderline(self.hovered == (index.row(), Column.CITIZEN))
        self._paint_line(painter, index, above, str(index.data()), font=font)
        self._paint_line(painter, index, below, str(index.data(Role.BELOW)), role="muted")

    def _paint_two(self, painter: QPainter, index: Index, space: QRect, second: str) -> None:
        above, below = self._halves(space)
        self._paint_line(painter, index, above, str(index.data()))
        self._paint_line(painter, index, below, "" if second == "–" else second, role="muted")

    def _paint_kinds(self, painter: QPainter, index: Index, space: QRect) -> None:
        text, metrics = str(index.data()), QFontMetrics(self._plain)
        if metrics.horizontalAdvance(text) <= space.width():
            self._paint_line(painter, index, space, text)
            return
        for line, half in zip(_in_two(text, metrics), self._halves(space), strict=True):
            self._paint_line(painter, index, half, line)

    def _paint_kinds_and_topic(self, painter: QPainter, index: Index, space: QRect) -> None:
        topic = str(index.sibling(index.row(), Column.TOPIC).data())
        if not topic:
            self._paint_kinds(painter, index, space)
            return
        above, below = self._halves(space)
        self._paint_line(painter, index, above.translated(0, -2), str(index.data()))
        self._paint_pill(painter, topic, below.adjusted(-4, 1, 0, 5))

    def _paint_pill(self, painter: QPainter, text: str, space: QRect) -> None:
        if not text:
            return
        look = theme.current()
        height = look.px(25)
        width = min(self._pill_width(text), space.width())
        box = QRectF(space.left() + 0.5, space.center().y() - height / 2 + 0.5, width - 1, height)
        painter.setPen(QPen(look.color("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(self._small)
        painter.setPen(look.color("ink"))
        inside = box.adjusted(look.px(11), 0, -look.px(8), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, _LEFT, shown)

    def _paint_button(self, painter: QPainter, index: Index, box: QRect) -> None:
        look = theme.current()
        filled = index.row() == self.current
        edge = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        if filled and self.has_focus:
            painter.setPen(QPen(look.color("ink"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge.adjusted(-4, -4, 4, 4), 11, 11)
        hovered = self.hovered == (index.row(), Column.ACTION)
        painter.setPen(QPen(look.color("ink" if filled and hovered else "action"), 2 if hovered else 1))
        painter.setBrush(look.color("action" if filled else "surface"))
        painter.drawRoundedRect(edge, 8, 8)
        painter.setFont(self._bold)
        painter.setPen(look.color("action_ink" if filled else "action"))
        shown = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, box.width() - look.px(16)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def _in_two(text: str, metrics: QFontMetrics) -> tuple[str, str]:
    """`Jobrettet + helbred` as two lines, as even as they can be."""
    parts = text.split(" + ")
    halves = [(" + ".join(parts[:cut]) + " +", " + ".join(parts[cut:])) for cut in range(1, len(parts))]
    return min(halves, key=lambda half: max(map(metrics.horizontalAdvance, half)), default=(text, ""))


def widths(
    model: CaseloadModel, delegate: RowDelegate, least: dict[Column, int], sample: int = 60
) -> dict[Column, int]:
    """How wide each column would like to be, by its first rows and its heading (`least`)."""
    lines = range(min(sample, model.rowCount()))
    return {
        column: max([least[column], *(delegate.width_of(model.index(line, column)) for line in lines)])
        for column in Column
    }
