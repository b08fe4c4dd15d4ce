# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Widgets beside each other that go on in the next line when there is no more room, as words do."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QScrollArea, QSizePolicy, QWidget

from bip_desktop.gui.widgets.item_layout import ItemLayout


class FlowingLabel(QLabel):
    """A text as wide as one line of it; it wraps only where there is less room than that."""

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One line."""
        self.ensurePolished()
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 2 * self.margin() + 2
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + around, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 12), hint.height())


def as_high_as_its_texts(area: QScrollArea) -> QScrollArea:
    """Lets what scrolls be as high as its texts are at the present width, not as they would be at the least."""
    inner = area.widget()
    if inner is not None:
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return area


class FlowLayout(ItemLayout):
    """A row that wraps. `spacing` pixels stand between widgets, `between` between lines; with `parted` the last widget
    stands at the end of its line."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, between: int | None = None, parted: bool = False) -> None:
        super().__init__(widgets, spacing)
        self.parted = parted
        self._between = spacing if between is None else between

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """Pixels."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self.shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        shown = [item.minimumSize() for item in self.shown()]
        return QSize(
            max((size.width() for size in shown), default=0), max((size.height() for size in shown), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        left, top, line = rect.left(), rect.top(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self.shown():
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 100_000))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                if place:
                    self._put_line(rect, placed, line)
                left, top, line, placed = rect.left(), top + line + self._between, 0, []
            if self.parted and item is self._items[-1]:
                left = max(left, rect.left() + rect.width() - size.width())
            placed.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        if place:
            self._put_line(rect, placed, line)
        return top + line - rect.top()

    def _put_line(self, rect: QRect, placed: Sequence[tuple[QLayoutItem, QRect]], high: int) -> None:
        """What is lower than its line stands in the middle of it."""
        for item, place in placed:
            self.put(item, rect, place.translated(0, (high - place.height()) // 2))
