# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What quarters of caseworkers do and how they see their citizens (A16 to A18). The quarters hold noise: `quartiles`
says how much."""

from dataclasses import replace
from itertools import combinations

import numpy as np

from bip_desktop.centre.analysis.answer_codes import ACTIVITIES
from bip_desktop.centre.analysis.caseworkers import Study
from bip_desktop.centre.analysis.effects import Effect, EffectTable, SeKind
from bip_desktop.centre.analysis.making import score, share
from bip_desktop.centre.analysis.panel import GROUPS, Panel, activity_groups
from bip_desktop.centre.analysis.quartiles import QUARTER, quarter_of_answers
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.group_effects import QUARTERS

_ALSO_FIRST = ("S11", "B6")
_KIND = SeKind.CASEWORKER


def _shares(found: Study, flags: dict[str, Flags], rows: Flags, outcome: str) -> list[Effect]:
    quarter = quarter_of_answers(found)
    made = []
    for term, ticked in flags.items():
        for number in range(QUARTERS):
            here = rows & (quarter == number)
            if here.any():
                row = share(found.panel, ticked.astype(float), here, outcome, term, str(number + 1), _KIND)
                parts = tuple(found.panel.sample(each) for each in (here & ticked, here & ~ticked))
                made.append(replace(row, disagreement="D12", partition=QUARTER, parts=parts))
    return made


def activities_by_quartile(found: Study | str) -> EffectTable:
    """A16: shares of answers with each group of activities, with none, and with each of the 23."""
    if isinstance(found, str):
        return EffectTable("activities_by_quartile", (), notes=(found,))
    groups, none, clean, _ = activity_groups(found.panel)
    flags = {**groups, "none": none}
    ticks = found.panel.activities == 1
    flags |= {f"activity_{number}": ticks[:, number - 1] for number in range(1, ACTIVITIES + 1)}
    return EffectTable("activities_by_quartile", tuple(_shares(found, flags, clean, "activities")))


def combinations_by_quartile(found: Study | str) -> EffectTable:
    """A17: shares of answers with all of two, three or four groups."""
    if isinstance(found, str):
        return EffectTable("combinations_by_quartile", (), notes=(found,))
    groups, _, clean, _ = activity_groups(found.panel)
    flags = {}
    for size in range(2, len(GROUPS) + 1):
        for names in combinations(GROUPS, size):
            flags["+".join(names)] = np.logical_and.reduce([groups[name] for name in names])
    return EffectTable("combinations_by_quartile", tuple(_shares(found, flags, clean, "activities")))


def assessments_by_quartile(found: Study | str, paired: Panel) -> EffectTable:
    """A18: means of S2 to S12; S11 and B6 also at each citizen's first answer, with that answer's caseworker."""
    if isinstance(found, str):
        return EffectTable("assessments_by_quartile", (), notes=(found,))
    made = []
    for panel, quarter, items, outcome in (
        (found.panel, quarter_of_answers(found), (*CASEWORKER_SCALES, BELIEF), "assessment"),
        (paired, _of_first(found, paired), _ALSO_FIRST, "first_answer"),
    ):
        for item in items:
            values = panel.scale(item)
            for number in range(QUARTERS):
                here = (quarter == number) & ~np.isnan(values)
                if here.any():
                    row = score(panel, values, here, outcome, item, str(number + 1), _KIND)
                    made.append(replace(row, disagreement="D12", partition=f"{QUARTER} {outcome}"))
    return EffectTable("assessments_by_quartile", tuple(made))


def _of_first(found: Study, paired: Panel) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """The quarter of the caseworker of each first answer; -1 for others, and for caseworkers outside the sample."""
    most = int(paired.caseworker.max()) + 1
    quarter = np.full(most, -1)
    quarter[found.panel.caseworker] = quarter_of_answers(found)
    return np.where(paired.round == 0, quarter[paired.caseworker], -1)
