# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the citizen looks for work, as ticks over time; and the lowest wage on its own, without a direction."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bip_desktop.domain.progression import Progression, Series
from bip_desktop.domain.questionnaire import Amount, Missing, Ticks, Unit
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import amount_words, kroner, month_year
from bip_desktop.gui.plots.legend import Legend, Marker, explained
from bip_desktop.gui.plots.sentences import search_sentence
from bip_desktop.gui.plots.signs import SIGNS
from bip_desktop.gui.plots.signs import explained as signs_explained
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.texts import label

_FEW = 10
"""With more measurements than this there is no room to write every amount."""
_LEAST_RANGE = 0.3
"""The picture is at least this part of the largest amount high."""


class TickGrid(QWidget):
    """Options down, measurements across: a filled dot where ticked, a sign where there is no answer."""

    def __init__(self, series: Series, language: str) -> None:
        super().__init__()
        self.series = series
        self.options = tuple((option.number, option.short.in_language(language)) for option in series.item.options)
        self._font = QFont(self.font())
        self._font.setPixelSize(theme.current().px(15))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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

    def sizeHint(self) -> QSize:
        """A line an option, and one for the dates."""
        px = theme.current().px
        return QSize(px(320), px(27) * (len(self.options) + 1))

    def minimumSizeHint(self) -> QSize:
        """Room for the names and a few dots."""
        return QSize(theme.current().px(230), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws names, dots, signs and dates."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        metrics, line = QFontMetrics(self._font), self.height() / (len(self.options) + 1)
        names = max(metrics.horizontalAdvance(text) for _, text in self.options) + look.px(16)
        left, points = min(names, self.width() * 0.6), self.series.points
        room = self.width() - left
        xs = [left + (place + 0.5) * room / len(points) for place in range(len(points))]
        size = min(look.px(12), room / len(points) * 0.8)
        for place, (number, text) in enumerate(self.options):
            middle = (place + 0.5) * line
            painter.setPen(look.color("ink"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(left) - look.px(8))
            painter.drawText(QRectF(0, place * line, left, line), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(QPointF(left, middle), QPointF(self.width(), middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("citizen"))
            for x, point in zip(xs, points, strict=True):
                if isinstance(point.value, Ticks) and number in point.value.options:
                    painter.drawEllipse(QPointF(x, middle), size / 2, size / 2)
        painter.setPen(look.color("muted"))
        for x, point in zip(xs, points, strict=True):
            if isinstance(point.value, Missing):
                where = QRectF(x - 20, (len(self.options) - 1) * line / 2, 40, line)
                painter.fillRect(QRectF(x - size, where.top(), 2 * size, line), look.color("surface"))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, SIGNS[point.value])
        _paint_ends(painter, self.series, QRectF(left, self.height() - line, room, line), xs)


class WagePlot(QWidget):
    """Amounts in one unit by date. Neither up nor down is better, so nothing is coloured or remarked on."""

    def __init__(self, series: Series, unit: Unit) -> None:
        super().__init__()
        self.series, self.unit = series, unit
        self.amounts = tuple(
            (place, point.value.oere)
            for place, point in enumerate(series.points)
            if isinstance(point.value, Amount) and point.value.unit is unit
        )
        self._font = QFont(self.font())
        self._font.setPixelSize(theme.current().px(15))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
        return QSize(px(320), px(128))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small page."""
        return QSize(theme.current().px(230), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the points with the first and the newest amount in figures."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        line = QFontMetrics(self._font).height() + 4
        values = [oere for _, oere in self.amounts]
        low, high = float(min(values)), float(max(values))
        middle, least = (low + high) / 2, high * _LEAST_RANGE / 2
        low, high = min(low, middle - least), max(high, middle + least)  # a small step must not look like a leap
        edge = look.px(44)
        box = QRectF(edge, line + look.px(10), self.width() - 2 * edge, self.height() - 2 * line - look.px(22))
        days = [point.on.toordinal() for point in self.series.points]
        width = max(1, days[-1] - days[0])

        def where(place: int, oere: int) -> QPointF:
            across = (days[place] - days[0]) / width if len(days) > 1 else 0.5
            up = (oere - low) / max(1, high - low)
            return QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())

        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(box.bottomLeft() + QPointF(-8, 8), box.bottomRight() + QPointF(8, 8))
        painter.setPen(QPen(look.color("citizen"), look.px(2)))
        for stretch in self.lines:
            painter.drawPolyline([where(*amount) for amount in stretch])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("citizen"))
        for place, oere in self.amounts:
            painter.drawEllipse(where(place, oere), look.px(5), look.px(5))
        painter.setPen(look.color("ink"))
        for place, oere in self.labelled:
            spot = where(place, oere)
            text = QRectF(spot.x() - 70, spot.y() - line - look.px(5), 140, line)
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, kroner(oere))
        painter.setPen(look.color("muted"))
        bottom = QRectF(box.left(), self.height() - line, box.width(), line)
        _paint_ends(painter, self.series, bottom, [bottom.left(), bottom.right()])


def _paint_ends(painter: QPainter, series: Series, box: QRectF, xs: Sequence[float]) -> None:
    """The first date and the newest, centred on their points where there is room."""
    metrics = painter.fontMetrics()
    ends = [(series.points[0], xs[0])] + ([(series.now, xs[-1])] if len(series.points) > 1 else [])
    for place, (point, x) in enumerate(ends):
        text = month_year(point.on)
        wide = metrics.horizontalAdvance(text)
        left = min(max(x - wide / 2, 0.0), painter.device().width() - wide - 2.0)
        if place == 0 or left > ends[0][1] + wide / 2 + 8:
            painter.drawText(QRectF(left, box.top(), wide + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, text)


class SearchAndWage(QWidget):
    """The two that take no part in counting progress."""

    def __init__(self, moved: Progression, language: str) -> None:
        super().__init__()
        look = theme.current()
        self.ticks = TickGrid(moved.search, language)
        self.wages = tuple(WagePlot(moved.wage, unit) for unit in _units(moved.wage))
        search = self._card(wording.name(moved.search.item, language), self.ticks)
        parts: list[QWidget | int] = []
        for plot in self.wages:
            words = amount_words(Amount(0, plot.unit)).removeprefix("0 ")
            plot.setAccessibleName(f"{wording.name(moved.wage.item, language)}, {words}")
            parts += [label(words, "small"), plot, look.px(4)]
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
        grid = CardGrid((search, wage), least=look.px(400), most=2)
        self.setLayout(column(grid, legend, None, spacing=look.px(10)))

    def _card(self, title: str, *content: QWidget | int) -> QFrame:
        look = theme.current()
        box = column(label(title, "section"), look.px(6), *content, None, spacing=look.px(4))
        return card(box, margins=(look.px(20), look.px(14), look.px(20), look.px(14)))


def _units(series: Series) -> tuple[Unit, ...]:
    """The units in use, the newest first."""
    found = [point.value.unit for point in reversed(series.points) if isinstance(point.value, Amount)]
    return tuple(dict.fromkeys(found))
