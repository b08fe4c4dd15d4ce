# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From rows of a table to marks of a figure."""

from collections.abc import Sequence

from bip_desktop.centre.analysis.drawing import Dot, Picture, dots, new_figure, svg
from bip_desktop.centre.analysis.effects import Effect
from bip_desktop.centre.analysis.quantities import Ratio, Score
from bip_desktop.centre.analysis.report_terms import is_code
from bip_desktop.centre.analysis.wording import Language, capital

Rows = Sequence[Effect]
MAIN = "job52"
SHOWN = 16
"""Covariates in one picture, at most: the strongest."""


def dot(effect: Effect, label: str, times: float = 1.0, *, is_other: bool = False) -> Dot:
    """An effect as a mark, with what the source printed."""
    u = effect.uncertainty
    digits = 2 if isinstance(effect.value, Score | Ratio) else 1
    printed = tuple(each * times for each in _numbers(effect.printed))
    name = label if is_code(effect.term) else capital(label)
    return Dot(name, effect.value.value * times, u.low * times, u.high * times, printed, is_other, digits)


def _numbers(text: str) -> tuple[float, ...]:
    found = []
    for part in text.split(";"):
        try:
            found.append(float(part))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def picture(
    rows: Sequence[Dot], label: str, title: str, words: Language, *, zero: bool = True, more: str = ""
) -> Picture | None:
    """Estimates one a line, or nothing where there are none."""
    if not rows:
        return None
    figure, [axes] = new_figure(0.6 + 0.27 * len(rows))
    dots(axes, rows, label, words, zero=zero)
    return Picture(svg(figure, f"{title}. {label}."), title, legend(rows, words, more))


def legend(rows: Sequence[Dot], words: Language, more: str = "") -> str:
    """What the marks are."""
    parts = []
    if any(row.has_interval for row in rows):
        parts.append(words.say("Streger: 95 % interval.", "Lines: 95% interval."))
    if any(row.printed for row in rows):
        parts.append(words.say("◇ Trykt i kilden.", "◇ Printed in the source."))
    return " ".join([*parts, more] if more else parts)


def strongest(rows: Rows) -> list[Effect]:
    """Those that stand farthest from nothing beside their error, in that order."""
    sure = [each for each in rows if each.uncertainty.se > 0]
    return sorted(sure, key=lambda each: -abs(each.value.value / each.uncertainty.se))[:SHOWN]


def points(words: Language) -> str:
    """The unit's name on an axis."""
    return words.say("procentpoint", "percentage points")
