# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Widgets of equal width in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class ColumnsLayout(QLayout):
    """At most `most` columns, none narrower than `least` pixels while there is more than one.

    Read downwards and packed, so that one high item does not stretch its neighbours; `across` reads along the lines
    instead, all of a line equally high.
    """

    def __init__(
        self, widgets: Sequence[QWidget], *, most: int, least: int, across: bool = False, spacing: int = 0
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._most, self._least, self._across = most, least, across
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Adds at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes the item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs downwards."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels."""
        return max((place.y() + place.height() for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All columns at their least."""
        width = min(self._most, max(1, len(self._shown()))) * self._least
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One column, as high as the present width needs."""
        width = self.geometry().width()
        narrowest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(narrowest, self.heightForWidth(width if width > narrowest else max(narrowest, self._least)))

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, place.translated(rect.topLeft())))

    def columns_at(self, width: int) -> int:
        """How many columns there are at this width."""
        fitting = (width + self.spacing()) // (self._least + self.spacing())
        return max(1, min(self._most, fitting, len(self._shown())))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        shown = self._shown()
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
