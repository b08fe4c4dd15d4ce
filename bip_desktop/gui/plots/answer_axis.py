# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One time axis for the two pictures that stand together: names at the left, measurements across by their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from bip_desktop.domain.progression import Progression, Series
from bip_desktop.domain.questionnaire import Missing
from bip_desktop.gui import theme
from bip_desktop.gui.formatting import month_year
from bip_desktop.gui.plots.signs import SIGNS
from bip_desktop.gui.plots.time_axis import time_axis

_SIZE = 15
_EDGE = 30
"""Pixels at 100 %: the texts, and the room beside the first and the newest measurement."""


def axis_font(font: QFont) -> QFont:
    """What the pictures are written with."""
    made = QFont(font)
    made.setPixelSize(theme.current().px(_SIZE))
    return made


@dataclass(frozen=True, slots=True)
class AnswerAxis:
    """Where measurements lie on a picture of any width. Both pictures ask the same one, so they agree."""

    days: tuple[float, ...]
    dates: tuple[date, ...]
    names: int
    """Pixels the widest name takes."""

    def is_narrow(self, width: float) -> bool:
        """Whether names stand above their lines because there is no room beside them."""
        return self.names > width * 0.45

    def left(self, width: float) -> float:
        """Where the lines begin."""
        return 0 if self.is_narrow(width) else self.names + theme.current().px(16)

    def xs(self, width: float) -> tuple[float, ...]:
        """Each measurement's place."""
        edge, left = theme.current().px(_EDGE), self.left(width)
        first, room = left + edge, max(1.0, width - left - 2 * edge)
        if len(self.days) == 1:
            return (first + room / 2,)
        span = self.days[-1] - self.days[0]
        return tuple(first + (day - self.days[0]) / span * room for day in self.days)

    def paint_dates(self, painter: QPainter, top: float, height: float, width: float) -> None:
        """The first date and the newest, centred on their points where there is room."""
        metrics, xs = painter.fontMetrics(), self.xs(width)
        painter.setPen(theme.current().color("muted"))
        free = 0.0
        for place in dict.fromkeys((0, len(xs) - 1)):
            text = month_year(self.dates[place])
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(xs[place] - wide / 2, 0.0), width - wide)
            if place == 0 or left > free:
                painter.drawText(QRectF(left, top, wide, height), Qt.AlignmentFlag.AlignVCenter, text)
                free = left + wide + 8


def answer_axis(moved: Progression, font: QFont, names: Sequence[str]) -> AnswerAxis:
    """The axis of one progression."""
    metrics = QFontMetrics(axis_font(font))
    return AnswerAxis(time_axis(moved).xs, moved.dates, max(map(metrics.horizontalAdvance, names), default=0))


@dataclass(frozen=True, slots=True)
class Gap:
    """Measurements in a row without an answer for one reason: from place `first` to `last`."""

    first: int
    last: int
    why: Missing


def gaps(series: Series) -> tuple[Gap, ...]:
    """Where there is no answer, and why."""
    found: list[Gap] = []
    for why, each in groupby(enumerate(series.points), key=lambda pair: pair[1].value):
        places = [place for place, _ in each]
        if isinstance(why, Missing):
            found.append(Gap(places[0], places[-1], why))
    return tuple(found)


def paint_gaps(painter: QPainter, series: Series, xs: Sequence[float], middle: float) -> None:
    """The sign of each missing answer at its own place; in a crowd once for all that have the same reason."""
    look, metrics = theme.current(), painter.fontMetrics()
    high = metrics.height()
    for gap in gaps(series):
        sign = SIGNS[gap.why]
        wide = metrics.horizontalAdvance(sign) + look.px(6)
        crowded = gap.last > gap.first and (xs[gap.last] - xs[gap.first]) / (gap.last - gap.first) < wide
        places = [(xs[gap.first] + xs[gap.last]) / 2] if crowded else xs[gap.first : gap.last + 1]
        for x in places:
            where = QRectF(x - wide / 2, middle - high / 2, wide, high)
            painter.fillRect(where, look.color("surface"))
            painter.setPen(look.color("muted"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, sign)
