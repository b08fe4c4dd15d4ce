# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Rows of a name, a scale line and words, with the same columns in every row."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import show_if
from bip_desktop.gui.widgets.texts import label

_NARROW = 640
"""Pixels at 100 % below which a row's name stands above its line."""


class ScaleRow(QWidget):
    """`name` at the left, `line` in the middle, `words` at the right or None; `below` under the line."""

    def __init__(
        self, name: str, line: QWidget, words: str | None = None, below: QWidget | None = None, role: str = "strong"
    ) -> None:
        super().__init__()
        look = theme.current()
        self.name = label(name, role)
        self.line = line
        self.words = None if words is None else label(words, "small")
        self.below = below
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._place(narrow=False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the line: the name and the words then stand above and below it."""
        return QSize(self.line.minimumSizeHint().width(), self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the name above the line where there is no room beside it."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < theme.current().px(_NARROW))

    def _place(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        look, grid, middle = theme.current(), self._grid, Qt.AlignmentFlag.AlignVCenter
        for widget in (self.name, self.line, self.words, self.below):
            if widget is not None:
                grid.removeWidget(widget)
        show_if(self.name, bool(self.name.text()) or not narrow)
        if narrow:
            grid.addWidget(self.name, 0, 0, 1, 3)
            grid.addWidget(self.line, 1, 0, 1, 3)
            if self.words is not None:
                grid.addWidget(self.words, 2, 0, 1, 3)
            if self.below is not None:
                grid.addWidget(self.below, 3, 0, 1, 3, Qt.AlignmentFlag.AlignHCenter)
        else:
            grid.addWidget(self.name, 0, 0, middle)
            grid.addWidget(self.line, 0, 1)
            if self.words is not None:
                grid.addWidget(self.words, 0, 2, middle)
            if self.below is not None:
                grid.addWidget(self.below, 1, 1, Qt.AlignmentFlag.AlignHCenter)
        side = 0 if narrow else look.px(210)
        self.name.setFixedWidth(side) if side else _freed(self.name)
        if self.words is not None:
            self.words.setFixedWidth(look.px(230)) if side else _freed(self.words)
        grid.setColumnStretch(1, 1)


def _freed(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(16_777_215)
