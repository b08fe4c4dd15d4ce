# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The covariates of a regression, by name. An answer that lacks one is left out, and the flow says how many are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.analysis.answer_codes import SCALES
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.settings import CASEWORKER_SCALES, Covariates
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.columns import Columns, Source
from bip_desktop.centre.statistics.within import Floats, Integers


@dataclass(frozen=True)
class Design:
    """Columns with their names; nan where an answer lacks one."""

    names: tuple[str, ...]
    values: Columns

    def and_(self, names: Sequence[str], *columns: Columns) -> "Design":
        """With these columns too."""
        return Design((*self.names, *names), Columns.side_by_side([self.values, *columns])) if names else self

    def where(self, rows: Flags) -> "Design":
        """Only these rows."""
        return Design(self.names, self.values.where(rows))


def scales(panel: Panel, items: Sequence[str]) -> Columns:
    """The answers to these scales, nan where there is none."""
    places = np.array([SCALES.index(item) for item in items], dtype=np.int64)
    values = panel.values

    def take(rows: Integers) -> Floats:
        raw = values[rows[:, None], places]
        return np.where(raw >= 1, raw, np.nan)

    return Columns(len(panel), [Source(len(places), take)])


def before(panel: Panel, columns: Columns) -> Columns:
    """The same columns of the citizen's answer before, nan where there is none."""
    previous = panel.previous

    def take(rows: Integers) -> Floats:
        at = previous[rows]
        block = columns[np.maximum(at, 0)]
        block[at < 0] = np.nan
        return block

    return Columns(len(panel), [Source(columns.shape[1], take)])


def changes(panel: Panel, items: Sequence[str]) -> Columns:
    """The changes of these scales since the citizen's answer before, whoever took it."""
    now = scales(panel, items)
    then = before(panel, now)
    return Columns(len(panel), [Source(len(items), lambda rows: now[rows] - then[rows])])


def design(panel: Panel, chosen: Covariates, *, with_changes: bool, with_caseworker_items: bool = False) -> Design:
    """Register, the citizen's items, and where asked their changes and the caseworker's items.

    A change is named `B1_change`: the answer less the citizen's previous one, whoever took that.
    """
    made = Design(panel.register.names, panel.register.values)
    made = made.and_(chosen.items, scales(panel, chosen.items))
    if with_changes:
        made = made.and_([f"{item}_change" for item in chosen.items], changes(panel, chosen.items))
    if with_caseworker_items:
        made = made.and_(CASEWORKER_SCALES, scales(panel, CASEWORKER_SCALES))
    return made


def completed(made: Design, rows: Flags) -> Design:
    """With the means of `rows` where something is missing there, and a covariate for each that says so."""
    width = made.values.shape[1]
    sums, known, lacks = np.zeros(width), np.zeros(width), np.zeros(width, dtype=bool)
    for here, block in made.values.chunks():
        missing, asked = np.isnan(block), rows[here][:, None]
        sums += np.where(~missing & asked, block, 0.0).sum(axis=0)
        known += (~missing & asked).sum(axis=0)
        lacks |= (missing & asked).any(axis=0)
    means = sums / np.maximum(known, 1)
    some = np.flatnonzero(lacks)
    values = made.values

    def filled(at: Integers) -> Floats:
        block = values[at]
        return np.where(np.isnan(block), means, block)

    picked = values.pick(some)
    whole = Columns(len(values), [Source(width, filled)] if width else [])
    flags = Columns(len(values), [Source(len(some), lambda at: np.isnan(picked[at]))])
    return Design(made.names, whole).and_([f"{made.names[j]}_missing" for j in some], flags)
