# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A figure as SVG text: quiet axes, one accent colour, shapes as well as colours so that grey print says the same."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure

from bip_desktop.centre.analysis.wording import Language

INK, QUIET, LINE, ACCENT, OTHER = "#1d2b33", "#55646d", "#d8dfe3", "#0f6674", "#a8480f"
WIDTH = 7.2
_SMALL = 8.5
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["Inter", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans"],
    "font.size": 9.5,
    "axes.edgecolor": LINE,
    "axes.labelcolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": False,
    "text.color": INK,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
}


@dataclass(frozen=True)
class Picture:
    """A figure as the report shows it."""

    svg: str
    title: str
    legend: str
    """What the marks are."""


@dataclass(frozen=True)
class Dot:
    """A row of a picture of estimates: its name, value and interval; nan where there is none."""

    label: str
    value: float
    low: float = float("nan")
    high: float = float("nan")
    printed: tuple[float, ...] = ()
    """What the source printed."""
    is_other: bool = False
    """Drawn in the second colour and shape."""
    digits: int = 1
    """Behind the comma, as in the table."""

    @property
    def has_interval(self) -> bool:
        """Whether both ends are numbers."""
        return abs(self.low) < float("inf") and abs(self.high) < float("inf")


@contextmanager
def styled(name: str) -> Iterator[None]:
    """The style of every figure; `name` makes its inner names its own."""
    with matplotlib.rc_context({**_STYLE, "svg.hashsalt": name}):
        yield


def new_figure(
    height: float, columns: int = 1, lines: int = 1, *, sharex: bool = False, sharey: bool = False
) -> tuple[Figure, list[Axes]]:
    """An empty figure with axes beside and below each other."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots(lines, columns, squeeze=False, sharex=sharex, sharey=sharey)
    return figure, list(axes.flat)


def svg(figure: Figure, what: str) -> str:
    """The figure as an element that says what it shows, without anything that would reach beyond it: no style sheet,
    and no name but those it uses itself."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    used = set(re.findall(r"#([\w.-]+)", text))
    text = re.sub(r' id="([\w.-]+)"', lambda found: found[0] if found[1] in used else "", text)
    head, rest = text.split(">", 1)
    return f'{head} role="img"><title>{escape(what)}</title>{rest}'


def dots(axes: Axes, rows: Sequence[Dot], label: str, words: Language, *, zero: bool = True) -> None:
    """Estimates with their intervals, one a line, the first on top, each with its number; what the source printed as
    open diamonds. Without a line at `zero` the axis begins there."""
    for place, row in enumerate(rows):
        y = len(rows) - 1 - place
        colour, shape = (OTHER, "s") if row.is_other else (ACCENT, "o")
        if row.has_interval:
            axes.plot([row.low, row.high], [y, y], color=colour, linewidth=1.8, solid_capstyle="round")
        axes.plot([row.value], [y], shape, color=colour, markersize=5.5)
        for each in row.printed:
            axes.plot([each], [y], "D", markerfacecolor="white", markeredgecolor=INK, markersize=5.5, zorder=5)
    if zero:
        axes.axvline(0, color=QUIET, linewidth=0.9, zorder=0)
    elif all(row.value >= 0 for row in rows):
        axes.set_xlim(left=0)
    for place, row in enumerate(rows):
        axes.text(
            1.015,
            len(rows) - 1 - place,
            words.number(row.value, row.digits),
            transform=axes.get_yaxis_transform(),
            va="center",
            fontsize=_SMALL,
            color=QUIET,
        )
    axes.set_yticks(range(len(rows)), [row.label for row in reversed(rows)])
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlabel(label, fontsize=_SMALL)
    axes.spines["left"].set_visible(False)
    number_axis(axes.xaxis, words)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)


def number_axis(axis: Axis, words: Language) -> None:
    """Numbers with the language's comma, all of an axis with as many digits."""

    def text(value: float, _place: object) -> str:
        places = axis.get_majorticklocs()
        step = abs(float(places[1] - places[0])) if len(places) > 1 else 1.0
        digits = 0 if step >= 1 and step % 1 == 0 else 1 if (step * 10) % 1 < 1e-6 else 2
        return words.number(value, digits)

    axis.set_major_formatter(text)
