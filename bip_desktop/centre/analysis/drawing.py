# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A figure as SVG text: quiet axes, one accent colour, shapes as well as colours so that grey print says the same."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, QUIET, LINE, ACCENT, OTHER = "#1d2b33", "#5b6b74", "#d8dfe3", "#0f6674", "#b3541e"
WIDTH = 7.2
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


@contextmanager
def styled(name: str) -> Iterator[None]:
    """The style of every figure; `name` makes its inner names its own."""
    with matplotlib.rc_context({**_STYLE, "svg.hashsalt": name}):
        yield


def new_figure(height: float, columns: int = 1, *, share_y: bool = False) -> tuple[Figure, list[Axes]]:
    """An empty figure with axes beside each other."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots(1, columns, squeeze=False, sharey=share_y)
    return figure, list(axes[0])


def svg(figure: Figure, what: str) -> str:
    """The figure as an element that says what it shows."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    label = what.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return text.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def dots(axes: Axes, rows: Sequence[Dot], label: str, number: "Numbers", *, zero: bool = True) -> None:
    """Estimates with their intervals, one a line, the first on top; what the source printed as open diamonds."""
    for place, row in enumerate(rows):
        y = len(rows) - 1 - place
        colour, shape = (OTHER, "s") if row.is_other else (ACCENT, "o")
        if row.low == row.low and row.high == row.high and abs(row.low) != float("inf"):
            axes.plot([row.low, row.high], [y, y], color=colour, linewidth=1.6, solid_capstyle="round")
        axes.plot([row.value], [y], shape, color=colour, markersize=5.5)
        for each in row.printed:
            axes.plot([each], [y], "D", markerfacecolor="white", markeredgecolor=INK, markersize=5.5, zorder=5)
    if zero:
        axes.axvline(0, color=QUIET, linewidth=0.8, zorder=0)
    axes.set_yticks(range(len(rows)), [row.label for row in reversed(rows)])
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlabel(label)
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(lambda value, _: number(value))
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)


class Numbers:
    """Numbers on an axis, with the language's comma."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, value: float) -> str:
        text = f"{value:.3g}".replace("-", "−")
        return text if self._language == "en" else text.replace(".", ",")
