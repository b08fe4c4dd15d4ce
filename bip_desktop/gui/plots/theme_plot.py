# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One theme over time: a small curve that says nothing a person cannot check in the table.

The only module that knows pyqtgraph; import it when a curve is about to be drawn, not before.
"""

from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel

from bip_desktop.domain.progression import Movement, Series
from bip_desktop.domain.questionnaire import Missing
from bip_desktop.gui import theme, wording
from bip_desktop.gui.formatting import month_year
from bip_desktop.gui.plots.sentences import theme_sentence
from bip_desktop.gui.plots.signs import CHANGE, DASHES, SIGNS, line_pen
from bip_desktop.gui.plots.time_axis import MANY, TimeAxis
from bip_desktop.gui.widgets.layouts import column, row
from bip_desktop.gui.widgets.texts import label

_LOW, _HIGH = 1, 5
_LEAST, _LANE = 80, 6
"""Pixels at 100 %: the least height without bars, and a bar's share of it."""


class ThemePlot(pg.PlotWidget):  # type: ignore[misc]
    """The curve: steps 1 to 5 by date, a gap with a sign where there is no answer. It takes no part in clicks."""

    def __init__(self, series: Series, axis: TimeAxis) -> None:
        look = theme.current()
        super().__init__(enableMenu=False, background=look.color("surface"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._least = QSize(look.px(120), look.px(_LEAST + _LANE * len(axis.lanes)))
        self.setMinimumSize(self._least)
        plot = self.getPlotItem()
        for side in ("left", "bottom", "right", "top"):
            plot.hideAxis(side)
        plot.hideButtons()
        plot.layout.setContentsMargins(0, 0, 0, 0)
        view = plot.getViewBox()
        view.setMouseEnabled(x=False, y=False)
        view.disableAutoRange()
        view.setDefaultPadding(0)
        self._series, self._axis = series, axis
        self._texts: list[tuple[pg.TextItem, float, float, float]] = []
        self._lanes: list[tuple[pg.PlotCurveItem, int, float, float]] = []
        self._draw_ground(series)
        self._draw_curve(series)
        self._draw_texts(series)

    # -- what is drawn ----------------------------------------------------------------------------------------------

    def _draw_ground(self, series: Series) -> None:
        self._lines = pg.PlotCurveItem(pen=line_pen("grid", 1), connect="pairs")
        self.addItem(self._lines)
        for x in self._axis.changes:
            change = pg.PlotCurveItem([x, x], [_LOW, _HIGH + 0.3], pen=line_pen("edge", 1.2, CHANGE))
            self.addItem(change)
        for place, lane in enumerate(self._axis.lanes):
            for start, end in lane.stretches:
                bar = pg.PlotCurveItem(pen=line_pen("span", 3, DASHES[lane.kind]))
                self.addItem(bar)
                self._lanes.append((bar, place, start, end))

    def _draw_curve(self, series: Series) -> None:
        look, many = theme.current(), len(series.points) > MANY
        steps = [np.nan if point.step is None else float(point.step) for point in series.points]
        blue = look.color("citizen")
        nothing = all(point.step is None for point in series.points)
        self.curve = pg.PlotDataItem(
            np.array([] if nothing else self._axis.xs, dtype=float),  # numpy warns of curves made of gaps alone
            np.array([] if nothing else steps, dtype=float),
            connect="finite",
            pen=line_pen("citizen", 2 if many else 2.5),
            symbol="o",
            symbolSize=look.px(4 if many else 7),
            symbolBrush=blue,
            symbolPen=None,
            antialias=True,
        )
        self.curve.setZValue(5)
        self.addItem(self.curve)
        self.newest: pg.ScatterPlotItem | None = None
        if series.now.step is not None:
            self.newest = pg.ScatterPlotItem(
                [self._axis.xs[-1]], [float(series.now.step)], size=look.px(13), brush=blue, pen=None, antialias=True
            )
            self.newest.setZValue(6)
            self.addItem(self.newest)

    def _draw_texts(self, series: Series) -> None:
        look = theme.current()
        xs, first, last = self._axis.xs, series.points[0].on, series.now.on
        if series.now.step is not None:
            self._text(
                str(series.now.step), "citizen", 18, (0, 0.5), xs[-1], series.now.step, right=look.px(12), bold=True
            )
        for x, point in zip(xs, series.points, strict=True):
            if isinstance(point.value, Missing):
                self._text(SIGNS[point.value], "muted", 14, (0.5, 0.5), x, _LOW + 0.5)
        self._ends: list[tuple[pg.TextItem, float]] = []
        dates: list[tuple[date, float, float]] = [(first, xs[0], 0)]
        if len(xs) > 1:
            dates.append((last, xs[-1], 1))
        else:
            dates = [(first, xs[0], 0.5)]
        for day, x, side in dates:
            made = self._made(month_year(day), "muted", 13, (side, 1), bold=False)
            self._ends.append((made, x))

    def _made(self, text: str, role: str, size: int, anchor: tuple[float, float], *, bold: bool) -> pg.TextItem:
        look = theme.current()
        made = pg.TextItem(text, color=look.color(role), anchor=anchor)
        font = QFont(self.font())
        font.setPixelSize(look.px(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        made.setFont(font)
        made.textItem.document().setDocumentMargin(0)
        made.updateTextPos()
        self.addItem(made, ignoreBounds=True)
        made.setZValue(7)
        return made

    def _text(
        self,
        text: str,
        role: str,
        size: int,
        anchor: tuple[float, float],
        x: float,
        y: float,
        *,
        right: float = 0,
        bold: bool = False,
    ) -> None:
        self._texts.append((self._made(text, role, size, anchor, bold=bold), x, y, right))

    # -- where it is drawn ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keeps what is measured in pixels (texts, bars, edges) at its distance from the curve."""
        super().resizeEvent(event)
        if not hasattr(self, "_ends"):  # pyqtgraph resizes before it is built
            return
        look = theme.current()
        left, right, top = look.px(10), look.px(34), look.px(11)
        lanes = len(self._axis.lanes) * look.px(_LANE)
        below = look.px(9) + lanes + look.px(20)
        width, height = max(1, self.width() - left - right), max(1, self.height() - top - below)
        xs = self._axis.xs
        first, last = (xs[0], xs[-1]) if len(xs) > 1 else (xs[0] - 1, xs[0] + 1)
        day, step = (last - first) / width, (_HIGH - _LOW) / height
        bottom = _LOW - below * step
        self.setRange(
            xRange=(first - left * day, last + right * day), yRange=(bottom, _HIGH + top * step), padding=0, update=True
        )
        edge = look.px(8) * day
        ys = [y for level in range(_LOW, _HIGH + 1) for y in (level, level)]
        self._lines.setData(np.array([first - edge, last + edge] * 5), np.array(ys, dtype=float))
        for bar, place, start, end in self._lanes:
            y = _LOW - (look.px(10) + place * look.px(_LANE)) * step
            least = look.px(5) * day
            bar.setData(np.array([start - least, end + least]), np.array([y, y]))
        for made, x, y, offset in self._texts:
            made.setPos(x + offset * day, y)
        for made, x in self._ends:
            made.setPos(x, bottom)

    def sizeHint(self) -> QSize:
        """No more than it must have; the page gives it what is left."""
        return self._least

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Lets the page scroll."""
        event.ignore()


class ThemeCard(QFrame):
    """One theme's name, its remark and its curve. Its accessible name is the sentence that says the same."""

    def __init__(self, series: Series, axis: TimeAxis, language: str) -> None:
        super().__init__()
        look = theme.current()
        self.setProperty("card", "true")
        self.series = series
        self.plot = ThemePlot(series, axis)
        self.title = _sized(wording.name(series.item, language), "strong", 16)
        self.title.setWordWrap(True)
        changed = series.movement in (Movement.HIGHER, Movement.LOWER)
        maybe = series.movement in (Movement.MAYBE_HIGHER, Movement.MAYBE_LOWER)
        self.remark = _sized(wording.movement(series), "strong" if changed else "body" if maybe else "muted", 14)
        head = row(spacing=4)
        head.addWidget(self.title, 1)
        head.addWidget(self.remark, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self.plot, margins=(look.px(14), look.px(9), look.px(10), look.px(5))))
        sentence = theme_sentence(series, language)
        self.setAccessibleName(sentence)
        self.setToolTip(spans_in_words(axis))


def spans_in_words(axis: TimeAxis) -> str:
    """The kinds of intervention under way with their dates, one a line; empty where there are none."""
    lines = []
    for lane in axis.by_kind:
        parts = ", ".join(
            f"{month_year(date.fromordinal(int(start)))} – {month_year(date.fromordinal(int(end)))}"
            for start, end in lane.stretches
        )
        if lane.kind is not None:
            lines.append(f"{wording.kind(lane.kind)}: {parts}")
    return "\n".join(lines)


def _sized(text: str, role: str, size: int) -> QLabel:
    made = label(text, role, wrap=False)
    made.setStyleSheet(f"font-size: {theme.current().px(size)}px;")
    return made
