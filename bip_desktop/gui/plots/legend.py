# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The line below a picture that explains its signs."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.plots.signs import line_pen
from bip_desktop.gui.widgets.flow import FlowingLabel, FlowLayout
from bip_desktop.gui.widgets.layouts import row


class LineSample(QWidget):
    """A short piece of a line as the picture draws it: lying, or standing for a change of caseworker."""

    def __init__(self, role: str, width: float, dashes: Sequence[float] = (), *, standing: bool = False) -> None:
        super().__init__()
        self._pen, self._standing = line_pen(role, width, dashes), standing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as small text."""
        px = theme.current().px
        return QSize(px(8) if self._standing else px(33), px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line."""
        painter = QPainter(self)
        painter.setPen(self._pen)
        if self._standing:
            painter.drawLine(QPointF(self.width() / 2, 0), QPointF(self.width() / 2, self.height()))
        else:
            painter.drawLine(QPointF(0, self.height() / 2), QPointF(self.width(), self.height() / 2))


class Marker(QWidget):
    """A person's mark: the citizen's circle or the caseworker's square, hollow for then, with a letter in it."""

    def __init__(self, role: str, text: str = "", *, hollow: bool = False, size: int = 20) -> None:
        super().__init__()
        self._role, self._text, self._hollow, self._size = role, text, hollow, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as asked for."""
        side = theme.current().px(self._size) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the mark."""
        painter = QPainter(self)
        center = QPointF(self.width() / 2, self.height() / 2)
        paint_marker(painter, center, theme.current().px(self._size), self._role, self._text, hollow=self._hollow)


def paint_marker(
    painter: QPainter, center: QPointF, size: float, role: str, text: str, *, hollow: bool = False
) -> None:
    """A circle for the citizen, a square for the caseworker, `size` pixels wide."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
    painter.setPen(QPen(look.color(role), max(2.0, size / 12)) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(look.color("surface" if hollow else role))
    inside = box.adjusted(1, 1, -1, -1) if hollow else box
    if role == "citizen":
        painter.drawEllipse(inside)
    else:
        painter.drawRoundedRect(inside, size / 6, size / 6)
    if text:
        font = QFont(painter.font())
        font.setPixelSize(max(8, round(size * 0.56)))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(look.color(role if hollow else f"{role}_ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def explained(text: str, sample: QWidget | None = None) -> QWidget:
    """A sample with its words."""
    made = QWidget()
    words = FlowingLabel(text, "small")
    made.setLayout(row(*((sample,) if sample else ()), words, spacing=theme.current().px(7)))
    return made


class Legend(QWidget):
    """Explanations beside each other; they wrap."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setLayout(FlowLayout(*parts, spacing=theme.current().px(18), between=theme.current().px(4)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
