# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From the first answer to now: hollow then filled, the most moved first; and a first meeting's own picture."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bip_desktop.domain.progression import Progression, Series
from bip_desktop.gui import theme, wording
from bip_desktop.gui.plots.legend import Legend, Marker, explained
from bip_desktop.gui.plots.scale_line import Mark, ScaleLine
from bip_desktop.gui.plots.scale_rows import ScaleRow
from bip_desktop.gui.plots.sentences import ends, from_start_sentence, scales_of
from bip_desktop.gui.plots.tables import day_words
from bip_desktop.gui.widgets.layouts import card, column, show_if
from bip_desktop.gui.widgets.texts import label

_LINE, _TALLEST = 38, 64
"""Pixels at 100 % of a theme's line, and as high as it grows where the page is tall."""


class _Rows(QWidget):
    """Rows in a card that grows with the page, but not so far that a line is lost in its air."""

    def __init__(self, rows: Sequence[ScaleRow]) -> None:
        super().__init__()
        px = theme.current().px
        self._rows = tuple(rows)
        around = card(column(*rows, spacing=px(4)), margins=(px(20), px(12), px(20), px(12)))
        self.setLayout(column(around))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        needed = max(self.sizeHint().height(), self.heightForWidth(self.width()))
        self.setMaximumHeight(needed + len(self._rows) * theme.current().px(_TALLEST - _LINE))


class FromStart(QWidget):
    """A dumbbell a theme, sorted by change; those without a start or a now are named below."""

    def __init__(self, moved: Progression, language: str) -> None:
        super().__init__()
        look = theme.current()
        compared = moved.from_start()
        self.rows = tuple(self._row(moved, series, language) for series in compared)
        left = [series for series in moved.themes if series not in compared]
        names = wording.listed([wording.name(series.item, language) for series in left])
        self.left_out = label(self.tr("Kan ikke sammenlignes med starten denne gang: {0}.").format(names), "small")
        show_if(self.left_out, bool(left))
        self.legend = Legend(
            explained(self.tr("dit første svar"), Marker("citizen", hollow=True)),
            explained(self.tr("nu, {0}").format(day_words(moved.dates[-1])), Marker("citizen")),
            explained(ends(scales_of(moved.themes), language)),
        )
        parts = [_Rows(self.rows)] if compared else []
        show_if(self.legend, bool(compared))
        box = column(*parts, self.left_out, self.legend, None, spacing=look.px(10))
        for each in parts:
            box.setStretchFactor(each, 1000)
        self.setLayout(box)

    def _row(self, moved: Progression, series: Series, language: str) -> ScaleRow:
        start, now = series.start, series.now
        then_step, now_step = (start.step if start else None) or 0, now.step or 0
        marks = [Mark(then_step, "citizen", str(then_step), hollow=True), Mark(now_step, "citizen", str(now_step))]
        scale = series.item.scale
        if scale is None or start is None:
            words = ""
        elif then_step == now_step:
            words = self.tr("{0}, som i starten").format(scale.word(now_step, language))
        else:
            words = f"{scale.word(then_step, language)} → {scale.word(now_step, language)}"
        if start is not None and start.on != moved.dates[0]:
            words += " " + self.tr("(siden {0})").format(day_words(start.on))
        line = ScaleLine(tuple(marks if then_step != now_step else marks[1:]), height=_LINE, grows=True)
        made = ScaleRow(wording.name(series.item, language), line, words)
        made.setAccessibleName(from_start_sentence(series, language))
        return made


class StartingPoint(QWidget):
    """What the citizen answered the first time, the highest themes first. Nothing to compare with yet."""

    def __init__(self, moved: Progression, language: str) -> None:
        super().__init__()
        look = theme.current()
        self.rows = tuple(self._row(series, language) for series in moved.highest_first())
        self.legend = Legend(
            explained(self.tr("dit svar, {0}").format(day_words(moved.dates[-1])), Marker("citizen")),
            explained(ends(scales_of(moved.themes), language)),
        )
        rows = _Rows(self.rows)
        box = column(rows, self.legend, None, spacing=look.px(10))
        box.setStretchFactor(rows, 1000)
        self.setLayout(box)

    def _row(self, series: Series, language: str) -> ScaleRow:
        step, scale = series.now.step, series.item.scale
        marks = () if step is None else (Mark(step, "citizen", str(step)),)
        if step is not None and scale is not None:
            words = scale.word(step, language)
        else:
            words = wording.value_words(series.item, series.now.value, language)
        made = ScaleRow(wording.name(series.item, language), ScaleLine(marks, height=_LINE, grows=True), words)
        said = wording.value_words(series.item, series.now.value, language)
        made.setAccessibleName(f"{wording.name(series.item, language)}: {said}.")
        return made
