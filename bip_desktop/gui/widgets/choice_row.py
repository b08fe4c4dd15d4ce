# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How a large answer row looks and how high it must be: one drawing for radio buttons and tick boxes."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from bip_desktop.gui import theme

TICK = "✓"
_RING = 5
"""Pixels around the row that the focus ring needs."""
_PAD = 20
_WRAP = Qt.TextFlag.TextWordWrap


class Air(Enum):
    """How much stands around the words of a row, in pixels at 100 %."""

    FULL = 26
    LESS = 18
    LEAST = 8


class Side(Enum):
    """Whose answers these are: the citizen is always blue, the caseworker always orange."""

    CITIZEN = "citizen"
    CASEWORKER = "caseworker"


@dataclass(slots=True)
class ChoiceRow:
    """What a row looks like: `badge` is a digit or TICK, `dashed` sets the ways of not answering apart, `air` is
    less where the window is low. The words stay large."""

    side: Side
    badge: str = ""
    dashed: bool = False
    air: Air = Air.FULL
    help_text: str = ""
    saved: str = ""

    @property
    def _is_compact(self) -> bool:
        return self.air is not Air.FULL

    @property
    def _text_size(self) -> int:
        if self.side is Side.CITIZEN:
            return 18 if self._is_compact else 20
        return 15 if self.badge == TICK else 17

    def prepare(self, button: QAbstractButton) -> None:
        """Gives `button` the row's font and a height that follows its width."""
        button.setFont(self._sized(button, self._text_size))
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
        least = (44 if self.side is Side.CITIZEN else 40) if self._is_compact else px(58)
        return max(least, needed + px(self.air.value)) + 2 * _RING

    def set_air(self, button: QAbstractButton, air: Air) -> None:
        """Takes air out, or puts it back."""
        if air is not self.air:
            self.air = air
            self.prepare(button)
            button.updateGeometry()

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
        edge = QPen(look.color(role if chosen else "edge"), 3 if chosen else 1.5)
        if self.dashed and not chosen:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(look.color(f"{role}_tint" if chosen else "surface"))
        painter.drawRoundedRect(box, 9, 9)
        if button.hasFocus():
            painter.setPen(QPen(look.color("ink"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._ring(button), 12, 12)
        if self.badge:
            self._paint_badge(button, painter)
        elif chosen:  # not by colour alone
            self._paint_mark(button, painter)
        self._paint_texts(button, painter)
        if self.saved and chosen:
            painter.setPen(look.color(role))
            painter.setFont(self._sized(button, 16))
            where = button.rect().adjusted(_RING + _PAD, 0, -(_RING + _PAD), 0)
            painter.setLayoutDirection(button.layoutDirection())
            painter.drawText(where, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, self.saved)

    def _ring(self, button: QAbstractButton) -> QRectF:
        """Where the keyboard's mark goes: around a chosen row, but only around the digit or the words of another, so
        that what is pointed at never looks like an answer."""
        if button.isChecked():
            return QRectF(button.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.badge:
            return QRectF(self._badge_place(button)).adjusted(-5, -5, 5, 5)
        words = QFontMetrics(button.font()).boundingRect(self._text_space(button), self._flags(), button.text())
        return QRectF(words).adjusted(-12, -4, 12, 4).intersected(QRectF(button.rect()).adjusted(9, 9, -9, -9))

    def _sized(self, button: QAbstractButton, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(button.font())
        font.setPixelSize(theme.current().px(pixels))
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font

    def _help_font(self, button: QAbstractButton) -> QFont:
        return self._sized(button, 15)

    def _badge_size(self) -> int:
        return theme.current().px(24 if self._is_compact else 32)

    def _text_left(self) -> int:
        return _RING + _PAD + (self._badge_size() + (14 if self._is_compact else 20) if self.badge else 0)

    def _badge_place(self, button: QAbstractButton) -> QRect:
        size = self._badge_size()
        place = QRect(_RING + _PAD, (button.height() - size) // 2, size, size)
        return QStyle.visualRect(button.layoutDirection(), button.rect(), place)

    def _text_space(self, button: QAbstractButton) -> QRect:
        left = self._text_left()
        space = QRect(left, _RING, button.width() - left - _RING - _PAD, button.height() - 2 * _RING)
        return QStyle.visualRect(button.layoutDirection(), button.rect(), space)

    def _flags(self) -> int:
        across = Qt.AlignmentFlag.AlignLeading if self.badge else Qt.AlignmentFlag.AlignHCenter
        return _WRAP | Qt.AlignmentFlag.AlignVCenter | across

    def _paint_badge(self, button: QAbstractButton, painter: QPainter) -> None:
        look, role, chosen, box = theme.current(), self.side.value, button.isChecked(), self.badge == TICK
        square = self._badge_place(button)
        painter.setPen(QPen(look.color("edge"), 1.5) if box and not chosen else Qt.PenStyle.NoPen)
        painter.setBrush(look.color(role if chosen else "surface" if box else "paper"))
        painter.drawRoundedRect(square, 6, 6)
        if chosen or not box:
            painter.setFont(self._sized(button, 15 if self._is_compact else 17, bold=True))
            painter.setPen(look.color(f"{role}_ink" if chosen else "muted"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.badge)

    def _paint_mark(self, button: QAbstractButton, painter: QPainter) -> None:
        painter.setLayoutDirection(button.layoutDirection())
        painter.setPen(theme.current().color(self.side.value))
        painter.setFont(self._sized(button, 17, bold=True))
        where = button.rect().adjusted(_RING + _PAD, 0, -(_RING + _PAD), 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, TICK)

    def _paint_texts(self, button: QAbstractButton, painter: QPainter) -> None:
        look, space = theme.current(), self._text_space(button)
        painter.setLayoutDirection(button.layoutDirection())
        painter.setFont(button.font())
        painter.setPen(look.color("ink"))
        if not self.help_text:
            painter.drawText(space, self._flags(), button.text())
            return
        first = QFontMetrics(button.font()).boundingRect(space, _WRAP, button.text()).height()
        second = QFontMetrics(self._help_font(button)).boundingRect(space, _WRAP, self.help_text).height()
        top = (button.height() - first - second) // 2
        painter.drawText(QRect(space.left(), top, space.width(), first), _WRAP, button.text())
        painter.setFont(self._help_font(button))
        painter.setPen(look.color("muted"))
        painter.drawText(QRect(space.left(), top + first, space.width(), second), _WRAP, self.help_text)
