# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Widgets of equal width in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from bip_desktop.gui.widgets.item_layout import ItemLayout


class ColumnsLayout(ItemLayout):
    """At most `most` columns, none narrower than `least` pixels while there is more than one.

    Read downwards and packed, so that one high item does not stretch its neighbours; `across` reads along the lines
    instead, all of a line equally high.
    """

    def __init__(
        self, widgets: Sequence[QWidget], *, most: int, least: int, across: bool = False, spacing: int = 0
    ) -> None:
        super().__init__(widgets, spacing)
        self._most, self._least, self._across = most, least, across

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs downwards."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """Pixels."""
        return max((place.y() + place.height() for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All columns at their least."""
        width = min(self._most, max(1, len(self.shown()))) * self._least
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One column, as high as the present width needs."""
        width = self.geometry().width()
        narrowest = max((item.minimumSize().width() for item in self.shown()), default=0)
        return QSize(narrowest, self.heightForWidth(width if width > narrowest else max(narrowest, self._least)))

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        for item, place in zip(self.shown(), self._places(rect.width()), strict=True):
            self.put(item, rect, place.translated(rect.topLeft()))

    def columns_at(self, width: int) -> int:
        """How many columns there are at this width."""
        fitting = (width + self.spacing()) // (self._least + self.spacing())
        return max(1, min(self._most, fitting, len(self.shown())))

    def _places(self, width: int) -> list[QRect]:
        shown = self.shown()
        if not shown:
            return []
        columns = self.columns_at(width)
        each = (width - self.spacing() * (columns - 1)) // columns
        heights = [
            item.heightForWidth(each) if item.hasHeightForWidth() else item.sizeHint().height() for item in shown
        ]
        if self._across:
            return self._lines(heights, columns, each)
        return self._packed(heights, columns, each)

    def _lines(self, heights: list[int], columns: int, width: int) -> list[QRect]:
        places, top = [], 0
        for start in range(0, len(heights), columns):
            high = max(heights[start : start + columns])
            places += [
                QRect(QPoint(place * (width + self.spacing()), top), QSize(width, high))
                for place in range(len(heights[start : start + columns]))
            ]
            top += high + self.spacing()
        return places

    def _packed(self, heights: list[int], columns: int, width: int) -> list[QRect]:
        limit = _lowest(heights, columns, self.spacing())
        places: list[QRect] = []
        column = top = 0
        for high in heights:
            if top and top + high > limit and column < columns - 1:
                column, top = column + 1, 0
            places.append(QRect(column * (width + self.spacing()), top, width, high))
            top += high + self.spacing()
        return places


def _lowest(heights: list[int], columns: int, spacing: int) -> int:
    """The least height at which all fit into so many columns in their order."""
    low, high = max(heights), sum(heights) + spacing * len(heights)
    while low < high:
        tried = (low + high) // 2
        needed, top = 1, 0
        for each in heights:
            if top and top + each > tried:
                needed, top = needed + 1, 0
            top += each + spacing
        low, high = (low, tried) if needed <= columns else (tried + 1, high)
    return low
