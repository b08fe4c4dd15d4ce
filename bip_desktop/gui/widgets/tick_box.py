# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A small box to tick, in the theme's own colours: the platform's can hardly be seen on a dark ground."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import Once


class TickBox(Once, QCheckBox):
    """Qt's own check box underneath, for keyboards and screen readers."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(theme.current().px(34))

    def sizeHint(self) -> QSize:
        """One line of text with the box before it."""
        px = theme.current().px
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + px(40), max(px(34), self.fontMetrics().height())
        )

    def minimumSizeHint(self) -> QSize:
        """The same: the words are short."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The words too."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box with a tick in it or none, the words, and a ring where the keyboard is."""
        look = theme.current()
        side, ring = look.px(20), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        box = QRectF(look.px(6), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(look.color("ink"), 3))
            painter.drawRoundedRect(ring, 8, 8)
        painter.setPen(QPen(look.color("action" if self.isChecked() else "edge"), 1.5))
        painter.setBrush(look.color("action" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            small = QFont(self.font())
            small.setPixelSize(look.px(14))
            small.setWeight(QFont.Weight.Bold)
            painter.setFont(small)
            painter.setPen(look.color("action_ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")
        painter.setFont(self.font())
        painter.setPen(look.color("ink"))
        words = QRectF(look.px(34), 0, self.width() - look.px(34), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
