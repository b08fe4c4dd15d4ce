# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Small signs that stand for words: why an answer is missing, and how each kind of intervention is drawn."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Series
from bip_desktop.domain.questionnaire import Missing
from bip_desktop.gui import theme, wording

SIGNS = {
    Missing.DECLINED: "?",
    Missing.DONT_KNOW: "◌",
    Missing.NOT_RELEVANT: "×",
    Missing.NOT_SHOWN: "–",
    Missing.NOT_REACHED: "–",
    Missing.SKIPPED: "–",
}

DASHES: dict[Kind | None, tuple[float, ...]] = {
    None: (),
    Kind.JOB: (),
    Kind.UPSKILLING: (4, 2, 1, 2),
    Kind.SOCIAL: (1, 2),
    Kind.HEALTH: (4, 2),
}
"""How each kind's bar is broken, in line widths. One neutral colour for all; None is several kinds in one."""
CHANGE = (3, 3)
"""The same for a change of caseworker."""


def line_pen(role: str, width: float, dashes: Sequence[float] = ()) -> QPen:
    """A pen in a theme's colour, `width` pixels at 100 % wide, that looks the same at every zoom."""
    look = theme.current()
    pen = QPen(look.color(role), width * look.scale / 100)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen


def explained(series: Iterable[Series]) -> tuple[tuple[str, str], ...]:
    """The signs that occur in these series, each with its words."""
    found = {point.value for each in series for point in each.points if isinstance(point.value, Missing)}
    words: dict[str, list[str]] = {}
    for code, sign in SIGNS.items():
        if code in found:
            words.setdefault(sign, []).append(wording.missing(code))
    return tuple((sign, " / ".join(each)) for sign, each in words.items())
