# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Two columns where there is room for them, else the one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import column, row


class TwoColumns(QWidget):
    """`first` and `second` beside each other from `wide` pixels (at 100 %) on, `shares` of the width each."""

    def __init__(
        self, first: QLayout, second: QLayout, *, wide: int = 860, shares: tuple[int, int] = (1, 1), spacing: int = 20
    ) -> None:
        super().__init__()
        self._wide = theme.current().px(wide)
        self._columns = (QWidget(), QWidget())
        self._shares = shares
        for holder, content in zip(self._columns, (first, second), strict=True):
            outer = column(content)
            outer.addStretch(1)
            holder.setLayout(outer)
        self._box: QBoxLayout = row(*self._columns, spacing=spacing)
        self.setLayout(self._box)
        self._arrange(self._wide)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: the other then moves below it."""
        hints = [each.minimumSizeHint() for each in self._columns]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the columns where they fit."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        wide = width >= self._wide
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        for place, share in enumerate(self._shares):
            self._box.setStretch(place, share if wide else 0)
