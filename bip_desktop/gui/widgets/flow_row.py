# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Rows that never need more width than there is: they wrap, or turn into a column."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.flow import FlowLayout


class FlowRow(QWidget):
    """Widgets beside each other, and on in the next line; with `parted` the last one at the end of its line."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, between: int | None = None, parted: bool = False) -> None:
        super().__init__()
        self.setLayout(FlowLayout(*widgets, spacing=spacing, between=between, parted=parted))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class TurningRow(QWidget):
    """A row that turns into a column where the page is narrower than `least` pixels (at 100 %), or, where that is not
    said, than all its parts in one line; parts that `wrap` need no more than their least width for that."""

    def __init__(self, box: QHBoxLayout, least: int | None = None, *, wrap: bool = False) -> None:
        super().__init__()
        self._box, self._least, self._wrap = box, least, wrap
        self.setLayout(box)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: the column."""
        parts = [widget.minimumSizeHint().width() for widget in self._items()]
        return QSize(max(parts, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns, and turns back."""
        super().resizeEvent(event)
        narrow = self.width() < self._needed()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not way:
            self._box.setDirection(way)
            self.updateGeometry()

    def _needed(self) -> int:
        if self._least is not None:
            return theme.current().px(self._least)
        wanted = [each.minimumSizeHint() if self._wrap else each.sizeHint() for each in self._items()]
        return sum(size.width() + self._box.spacing() for size in wanted)

    def _items(self) -> list[QWidget]:
        items = [self._box.itemAt(place) for place in range(self._box.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if widget is not None and not widget.isHidden()]


def trailing(*widgets: QWidget, spacing: int = 12) -> TurningRow:
    """The first widget at the left and the others at the right; below each other where there is no room."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    box.addWidget(widgets[0], 1, Qt.AlignmentFlag.AlignVCenter)
    for widget in widgets[1:]:
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    return TurningRow(box)
