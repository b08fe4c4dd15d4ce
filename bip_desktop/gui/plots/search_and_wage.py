# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the citizen looks for work, as ticks over time; and the lowest wage on its own, without a direction."""

from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bip_desktop.domain.progression import Progression, Series
from bip_desktop.domain.questionnaire import Amount, Ticks, Unit
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import amount_words, kroner
from bip_desktop.gui.plots.answer_axis import AnswerAxis, answer_axis, axis_font, gaps, paint_gaps
from bip_desktop.gui.plots.legend import Legend, Marker, explained
from bip_desktop.gui.plots.sentences import search_sentence
from bip_desktop.gui.plots.signs import explained as signs_explained
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.texts import label

_FEW = 10
"""With more measurements than this there is no room to write every amount."""
_TALLEST = 520
"""Pixels at 100 % that a card grows to where the page is tall."""
_LEAST_RANGE = 0.3
"""The picture is at least this part of the largest amount high."""


class TickGrid(QWidget):
    """Options down, measurements across: a filled dot where ticked. Where there is no answer a sign says why, in a row
    of its own, so that it looks like no option's."""

    def __init__(self, series: Series, axis: AnswerAxis, language: str) -> None:
        super().__init__()
        self.series, self.axis = series, axis
        self.options = tuple((option.number, option.short.in_language(language)) for option in series.item.options)
        self.no_answer = self.tr("Intet svar") if gaps(series) else ""
        self.setFont(axis_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(search_sentence(series, language))

    @property
    def dots(self) -> frozenset[tuple[int, int]]:
        """(measurement's number, option's number) of every filled dot."""
        return frozenset(
            (point.number, option)
            for point in self.series.points
            if isinstance(point.value, Ticks)
            for option in point.value.options
        )

    @property
    def _rows(self) -> int:
        return len(self.options) + bool(self.no_answer)

    @property
    def _line(self) -> int:
        """Pixels an option takes at the least: two lines where its name stands above."""
        return theme.current().px(27) * (2 if self.axis.is_narrow(self.width()) else 1)

    def sizeHint(self) -> QSize:
        """A line an option, and one for the dates."""
        px = theme.current().px
        return QSize(px(320), self._line * self._rows + px(27))

    def minimumSizeHint(self) -> QSize:
        """Room for the names or a few dots."""
        return QSize(min(self.axis.names + 4, theme.current().px(230)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws names, dots, signs and dates."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, width = QFontMetrics(self.font()), self.width()
        line = max(self._line, (self.height() - look.px(27)) // self._rows)
        narrow, left, xs = self.axis.is_narrow(width), self.axis.left(width), self.axis.xs(width)
        closest = min((after - before for before, after in pairwise(xs)), default=line)
        size = max(3.0, min(look.px(12), closest * 0.8))
        named = [*self.options, *([(0, self.no_answer)] if self.no_answer else [])]
        for place, (number, text) in enumerate(named):
            name = QRectF(0, place * line, width if narrow else left, line / 2 if narrow else line)
            middle = (place + (0.75 if narrow else 0.5)) * line
            painter.setPen(look.color("ink" if number else "muted"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(name.width()))
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QPointF(left, middle), QPointF(width, middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("citizen"))
            for x, point in zip(xs, self.series.points, strict=True):
                if isinstance(point.value, Ticks) and number in point.value.options:
                    painter.drawEllipse(QPointF(x, middle), size / 2, size / 2)
        paint_gaps(painter, self.series, xs, (len(self.options) + (0.75 if narrow else 0.5)) * line)
        self.axis.paint_dates(painter, self._rows * line, look.px(27), width)


class WagePlot(QWidget):
    """Amounts in one unit by date, and a sign where there is no answer. Neither up nor down is better, so nothing is
    coloured or remarked on. Without a unit nobody has named an amount: then there are signs alone."""

    def __init__(self, series: Series, axis: AnswerAxis, unit: Unit | None) -> None:
        super().__init__()
        self.series, self.axis, self.unit = series, axis, unit
        self.words = "" if unit is None else amount_words(Amount(0, unit)).removeprefix("0 ")
        self.amounts = tuple(
            (place, point.value.oere)
            for place, point in enumerate(series.points)
            if isinstance(point.value, Amount) and point.value.unit is unit
        )
        self.gaps = gaps(series)
        self.setFont(axis_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def lines(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Stretches of (place, øre) without a gap: only these are joined."""
        found = []
        for _, each in groupby(enumerate(self.amounts), key=lambda pair: pair[1][0] - pair[0]):
            found.append(tuple(amount for _, amount in each))
        return tuple(found)

    @property
    def labelled(self) -> tuple[tuple[int, int], ...]:
        """The amounts written out: the first and each new one; among many only the first and the newest."""
        if len(self.series.points) > _FEW:
            return tuple(dict.fromkeys((self.amounts[0], self.amounts[-1])))
        before = (None, *(oere for _, oere in self.amounts))
        return tuple(amount for amount, last in zip(self.amounts, before, strict=False) if amount[1] != last)

    def sizeHint(self) -> QSize:
        """A small picture."""
        px = theme.current().px
        above = px(24) if self.axis.is_narrow(self.width()) else 0
        return QSize(px(320), px(128 if self.amounts else 64) + above)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small page."""
        return QSize(theme.current().px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the points with the first and the newest amount in figures."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(self.font()).height() + 4
        xs, left = self.axis.xs(self.width()), self.axis.left(self.width())
        narrow = self.axis.is_narrow(self.width())
        top, bottom = line + look.px(34 if narrow else 10), self.height() - line - look.px(12)
        painter.setPen(look.color("muted"))
        beside = QRectF(0, 0, self.width(), line) if narrow else QRectF(0, top - line, left - look.px(8), bottom)
        painter.drawText(beside, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.words)
        painter.setPen(QPen(look.color("grid"), 1))
        floor = bottom + look.px(8)
        painter.drawLine(QPointF(left, floor), QPointF(self.width(), floor))
        if self.amounts:
            self._paint_amounts(painter, xs, float(top), float(bottom))
        paint_gaps(painter, self.series, xs, bottom - line / 3)
        self.axis.paint_dates(painter, self.height() - line, line, self.width())

    def _paint_amounts(self, painter: QPainter, xs: tuple[float, ...], top: float, bottom: float) -> None:
        look, line = theme.current(), QFontMetrics(self.font()).height() + 4
        values = [oere for _, oere in self.amounts]
        low, high = float(min(values)), float(max(values))
        middle, least = (low + high) / 2, high * _LEAST_RANGE / 2
        low, high = min(low, middle - least), max(high, middle + least)  # a small step must not look like a leap

        def where(place: int, oere: int) -> QPointF:
            return QPointF(xs[place], bottom - (oere - low) / max(1, high - low) * (bottom - top))

        painter.setPen(QPen(look.color("citizen"), look.px(2)))
        for stretch in self.lines:
            painter.drawPolyline([where(*amount) for amount in stretch])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("citizen"))
        size = look.px(5 if len(self.series.points) <= _FEW else 3)
        for place, oere in self.amounts:
            painter.drawEllipse(where(place, oere), size, size)
        painter.setPen(look.color("ink"))
        taken = -1.0
        labelled = self.labelled
        for place, oere in labelled:
            spot, wide = where(place, oere), painter.fontMetrics().horizontalAdvance(kroner(oere)) + 2
            left = min(max(spot.x() - wide / 2, 0.0), self.width() - wide)
            newest = where(*labelled[-1]).x() - wide / 2
            if left < taken or (place != labelled[-1][0] and left + wide > newest):
                continue  # the table has them all; figures over each other say nothing
            text = QRectF(left, spot.y() - line - look.px(4), wide, line)
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, kroner(oere))
            taken = left + wide + 6


class SearchAndWage(QWidget):
    """The two that take no part in counting progress."""

    def __init__(self, moved: Progression, language: str) -> None:
        super().__init__()
        look = theme.current()
        names = [option.short.in_language(language) for option in moved.search.item.options]
        axis = answer_axis(moved, self.font(), names)
        self.ticks = TickGrid(moved.search, axis, language)
        self.wages = tuple(WagePlot(moved.wage, axis, unit) for unit in _units(moved.wage) or (None,))
        search = self._card(wording.name(moved.search.item, language), self.ticks)
        parts: list[QWidget | int] = []
        for plot in self.wages:
            plot.setAccessibleName(f"{wording.name(moved.wage.item, language)}, {plot.words}".rstrip(", "))
            parts += [plot, look.px(4)]
        now = moved.wage.now.value
        said = wording.value_words(moved.wage.item, now, language)
        self.now = label(self.tr("Nu: {0}").format(f"{said[:1].lower()}{said[1:]}"))
        self.neither = label(
            self.tr("Der er ikke noget rigtigt tal. Højere er ikke bedre, og lavere er ikke bedre."), "muted"
        )
        wage = self._card(wording.name(moved.wage.item, language), self.now, *parts, self.neither)
        legend = Legend(
            explained(self.tr("det, du svarede"), Marker("citizen", size=14)),
            *(explained(f"{sign}  {words}") for sign, words in signs_explained((moved.search, moved.wage))),
        )
        self._grid = CardGrid((search, wage), least=look.px(400), most=2)
        box = column(self._grid, legend, None, spacing=look.px(10))
        box.setStretchFactor(self._grid, 1000)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pictures grow with the page, but not so far that their dots are lost in air."""
        super().resizeEvent(event)
        tallest = theme.current().px(_TALLEST) * (1 if self._grid.columns > 1 else 2)
        self._grid.setMaximumHeight(max(self._grid.sizeHint().height(), tallest))

    def _card(self, title: str, *content: QWidget | int) -> QFrame:
        look = theme.current()
        box = column(label(title, "section"), look.px(6), *content, spacing=look.px(4))
        for each in content:
            if isinstance(each, TickGrid | WagePlot):
                box.setStretchFactor(each, 1)
        return card(box, margins=(look.px(20), look.px(14), look.px(20), look.px(14)))


def _units(series: Series) -> tuple[Unit, ...]:
    """The units in use, the newest first."""
    found = [point.value.unit for point in reversed(series.points) if isinstance(point.value, Amount)]
    return tuple(dict.fromkeys(found))
