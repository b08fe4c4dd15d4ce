# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A scale of five steps lying down, with people's marks on it; and its words, once, below several of them."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bip_desktop.domain.questionnaire import Scale
from bip_desktop.gui import theme
from bip_desktop.gui.plots.legend import paint_marker

_STEPS = 5
_MARK = 26
_EDGE = 62
"""Pixels at 100 % from each end of the line to its first step: half a scale word."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Someone's mark on a step: `role` is citizen or caseworker, `text` a letter or a digit."""

    step: int
    role: str
    text: str
    hollow: bool = False


def step_x(step: int, width: float) -> float:
    """Where a step lies on a line `width` pixels wide."""
    edge = min(theme.current().px(_EDGE), width / (2 * _STEPS))
    return edge + (step - 1) / (_STEPS - 1) * (width - 2 * edge)


class ScaleLine(QWidget):
    """Marks on one scale, joined by a line; where two are on one step they stand above each other."""

    def __init__(self, marks: tuple[Mark, ...], *, height: int = 60, grows: bool = False) -> None:
        super().__init__()
        self.marks = marks
        self._height = height
        vertical = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    @property
    def joined(self) -> tuple[int, int] | None:
        """The steps the line runs between; None where there is nothing to join."""
        steps = [mark.step for mark in self.marks]
        return (steps[0], steps[-1]) if len(steps) > 1 and steps[0] != steps[-1] else None

    def sizeHint(self) -> QSize:
        """Wide enough for five steps."""
        px = theme.current().px
        return QSize(px(420), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Five marks beside each other."""
        px = theme.current().px
        return QSize(_STEPS * px(_MARK + 10), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the steps, the line and the marks."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, size = self.height() / 2, look.px(_MARK)
        painter.setPen(QPen(look.color("grid"), 1.5))
        for step in range(1, _STEPS + 1):
            x = step_x(step, self.width())
            painter.drawLine(QPointF(x, middle - self.height() * 0.4), QPointF(x, middle + self.height() * 0.4))
        if (ends := self.joined) is not None:
            roles = {mark.role for mark in self.marks}
            painter.setPen(QPen(look.color("edge" if len(roles) > 1 else roles.pop()), look.px(2)))
            painter.drawLine(
                QPointF(step_x(ends[0], self.width()), middle), QPointF(step_x(ends[1], self.width()), middle)
            )
        stacked = len(self.marks) > 1 and self.joined is None
        for place, mark in enumerate(self.marks):
            shift = (place - (len(self.marks) - 1) / 2) * (size + 1) if stacked else 0.0
            center = QPointF(step_x(mark.step, self.width()), middle + shift)
            paint_marker(painter, center, size, mark.role, mark.text, hollow=mark.hollow)


class ScaleWords(QWidget):
    """The words of a scale below its steps; where they have no room, digits there and all words in lines below."""

    def __init__(self, scale: Scale | None, language: str) -> None:
        super().__init__()
        steps = range(1, _STEPS + 1)
        self.words = tuple(scale.word(step, language) for step in steps) if scale else tuple(map(str, steps))
        font = self.font()
        font.setPixelSize(theme.current().px(15))
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._in_lines())

    def _in_lines(self) -> str:
        return " · ".join(f"{step} {word}" for step, word in enumerate(self.words, start=1))

    def _fit(self, width: int) -> bool:
        room = step_x(2, width) - step_x(1, width) - 8
        metrics = QFontMetrics(self.font())
        return all(metrics.horizontalAdvance(word) <= room for word in self.words)

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as all words take."""
        metrics = QFontMetrics(self.font())
        if self._fit(width):
            return metrics.height() + 4
        lines = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, self._in_lines())
        return metrics.height() + lines.height() + 8

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def sizeHint(self) -> QSize:
        """At the present width."""
        width = max(self.width(), theme.current().px(420))
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the scale."""
        return QSize(_STEPS * theme.current().px(_MARK + 10), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the words, or digits and the words below."""
        painter = QPainter(self)
        painter.setPen(theme.current().color("muted"))
        fit, line = self._fit(self.width()), QFontMetrics(self.font()).height()
        room = step_x(2, self.width()) - step_x(1, self.width())
        for step, word in enumerate(self.words, start=1):
            where = QRectF(step_x(step, self.width()) - room / 2, 0, room, line + 4)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, word if fit else str(step))
        if not fit:
            below = QRect(0, line + 8, self.width(), self.height() - line - 8)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self._in_lines())
