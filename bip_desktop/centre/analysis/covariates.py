# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The covariates of a regression, by name. An answer that lacks one is left out, and the flow says how many are."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.settings import CASEWORKER_SCALES, Covariates
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.within import Floats


@dataclass(frozen=True)
class Design:
    """Columns with their names; nan where an answer lacks one."""

    names: tuple[str, ...]
    values: Floats

    def and_(self, names: list[str], columns: list[Floats]) -> "Design":
        """With these columns too."""
        if not names:
            return self
        return Design((*self.names, *names), np.column_stack([self.values, *columns]))


def design(panel: Panel, chosen: Covariates, *, with_changes: bool, with_caseworker_items: bool = False) -> Design:
    """Register, the citizen's items, and where asked their changes and the caseworker's items.

    A change is named `B1_change`: the answer less the citizen's previous one, whoever took that.
    """
    made = Design(panel.register.names, panel.register.values)
    made = made.and_(list(chosen.items), [panel.scale(item) for item in chosen.items])
    if with_changes:
        made = made.and_([f"{item}_change" for item in chosen.items], [panel.change(item) for item in chosen.items])
    if with_caseworker_items:
        made = made.and_(list(CASEWORKER_SCALES), [panel.scale(item) for item in CASEWORKER_SCALES])
    return made


def completed(made: Design, rows: Flags) -> Design:
    """With the means of `rows` where something is missing there, and a covariate for each that says so."""
    missing = np.isnan(made.values)
    known = ~missing & rows[:, None]
    sums = np.where(known, made.values, 0.0).sum(axis=0)
    means = sums / np.maximum(known.sum(axis=0), 1)
    filled = Design(made.names, np.where(missing, means, made.values))
    some = np.flatnonzero((missing & rows[:, None]).any(axis=0))
    return filled.and_([f"{made.names[j]}_missing" for j in some], [missing[:, j].astype(float) for j in some])
