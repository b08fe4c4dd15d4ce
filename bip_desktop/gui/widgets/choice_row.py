# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How a large answer row looks and how high it must be: one drawing for radio buttons and tick boxes."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from bip_desktop.gui import theme

TICK = "✓"
_RING = 5
"""Pixels around the row that the focus ring needs."""
_PAD = 20
_WRAP = Qt.TextFlag.TextWordWrap


_digits_answer = [True]


def set_digit_keys(enabled: bool) -> None:
    """Whether the digits 1 to 5 answer the question that has the keyboard."""
    _digits_answer[:] = [enabled]


def digit_keys() -> bool:
    """Whether the digits 1 to 5 answer."""
    return _digits_answer[-1]


class Side(Enum):
    """Whose answers these are: the citizen is always blue, the caseworker always orange."""

    CITIZEN = "citizen"
    CASEWORKER = "caseworker"


@dataclass(slots=True)
class ChoiceRow:
    """What a row looks like: `badge` is a digit or TICK, `dashed` sets the ways of not answering apart."""

    side: Side
    badge: str = ""
    dashed: bool = False
    compact: bool = False
    help_text: str = ""
    saved: str = ""

    @property
    def _text_size(self) -> int:
        return 15 if self.compact else 20

    def prepare(self, button: QAbstractButton) -> None:
        """Gives `button` the row's font and a height that follows its width."""
        font = QFont(button.font())
        font.setPixelSize(theme.current().px(self._text_size))
        button.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

    def height(self, button: QAbstractButton, width: int) -> int:
        """Pixels needed at `width`."""
        space = QRect(0, 0, max(80, width - self._text_left() - _RING - _PAD), 10_000)
        needed = QFontMetrics(button.font()).boundingRect(space, _WRAP, button.text()).height()
        if self.help_text:
            needed += QFontMetrics(self._help_font(button)).boundingRect(space, _WRAP, self.help_text).height()
        px = theme.current().px
        return max(px(40 if self.compact else 58), needed + px(14 if self.compact else 26)) + 2 * _RING

    def hint(self, button: QAbstractButton) -> QSize:
        """As high as the texts need at the present width."""
        width = max(200, button.width())
        return QSize(width, self.height(button, width))

    def least(self, button: QAbstractButton) -> QSize:
        """Narrow enough for half a page."""
        return QSize(160, self.height(button, max(200, button.width())))

    def paint(self, button: QAbstractButton) -> None:
        """Draws the row on `button`."""
        look, role, chosen = theme.current(), self.side.value, button.isChecked()
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(button.rect()).adjusted(_RING + 1, _RING + 1, -_RING - 1, -_RING - 1)
        edge = QPen(look.color(role if chosen else "edge"), 2 if chosen or not self.compact else 1.5)
        if self.dashed and not chosen:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(look.color(f"{role}_tint" if chosen else "surface"))
        painter.drawRoundedRect(box, 9, 9)
        if button.hasFocus():
            painter.setPen(QPen(look.color("ink"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(button.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 12, 12)
        if self.badge:
            self._paint_badge(button, painter)
        self._paint_texts(button, painter)
        if self.saved and chosen:
            painter.setPen(look.color(role))
            painter.setFont(self._sized(button, 16))
            where = button.rect().adjusted(0, 0, -(_RING + _PAD), 0)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.saved)

    def _sized(self, button: QAbstractButton, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(button.font())
        font.setPixelSize(theme.current().px(pixels))
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font

    def _help_font(self, button: QAbstractButton) -> QFont:
        return self._sized(button, 15)

    def _badge_size(self) -> int:
        return theme.current().px(24 if self.compact else 32)

    def _text_left(self) -> int:
        return _RING + _PAD + (self._badge_size() + (14 if self.compact else 20) if self.badge else 0)

    def _paint_badge(self, button: QAbstractButton, painter: QPainter) -> None:
        look, role, chosen, box = theme.current(), self.side.value, button.isChecked(), self.badge == TICK
        size = self._badge_size()
        square = QRect(_RING + _PAD, (button.height() - size) // 2, size, size)
        painter.setPen(QPen(look.color("edge"), 1.5) if box and not chosen else Qt.PenStyle.NoPen)
        painter.setBrush(look.color(role if chosen else "surface" if box else "paper"))
        painter.drawRoundedRect(square, 6, 6)
        if chosen or not box:
            painter.setFont(self._sized(button, 15 if self.compact else 17, bold=True))
            painter.setPen(look.color(f"{role}_ink" if chosen else "muted"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.badge)

    def _paint_texts(self, button: QAbstractButton, painter: QPainter) -> None:
        look, left = theme.current(), self._text_left()
        space = QRect(left, _RING, button.width() - left - _RING - _PAD, button.height() - 2 * _RING)
        painter.setFont(button.font())
        painter.setPen(look.color("ink"))
        if not self.help_text:
            across = Qt.AlignmentFlag.AlignLeft if self.badge else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(space, _WRAP | Qt.AlignmentFlag.AlignVCenter | across, button.text())
            return
        first = QFontMetrics(button.font()).boundingRect(space, _WRAP, button.text()).height()
        second = QFontMetrics(self._help_font(button)).boundingRect(space, _WRAP, self.help_text).height()
        top = (button.height() - first - second) // 2
        painter.drawText(QRect(left, top, space.width(), first), _WRAP, button.text())
        painter.setFont(self._help_font(button))
        painter.setPen(look.color("muted"))
        painter.drawText(QRect(left, top + first, space.width(), second), _WRAP, self.help_text)
