# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How far the questions have come: a bar in as many parts as there are questions. No percentage."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.choice_row import Side

_HEIGHT = 10


class PartBar(QWidget):
    """`parts` parts, the first `done` filled."""

    def __init__(self, parts: int, done: int, side: Side) -> None:
        super().__init__()
        self._parts, self._done, self._side = parts, done, side
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Spørgsmål {0} af {1}").format(done, parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the parts."""
        look = theme.current()
        painter = QPainter(self)
        width = self.width() / self._parts
        for part in range(self._parts):
            filled = part < self._done
            place = self._parts - 1 - part if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else part
            painter.fillRect(
                QRectF(place * width + 2, 0, width - 4, _HEIGHT),
                look.color(self._side.value if filled else f"{self._side.value}_tint"),
            )
