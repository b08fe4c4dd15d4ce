# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What belief's effect is asked of: the answers with outcome, S12, orientation and covariates (A7, A9)."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bip_desktop.centre.analysis.answer_codes import STEPS
from bip_desktop.centre.analysis.covariates import Design, completed, design
from bip_desktop.centre.analysis.effects import Sample, SeKind
from bip_desktop.centre.analysis.orientation import Orientation
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import Share
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.absorbed import Effects, Instrument, Regression, instrument_effects, regress
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.prepared import Prepared
from bip_desktop.centre.statistics.within import Floats

ORIENTATION = "orientation"
OUTCOME = "="
"""The outcome among the prepared columns: no covariate is called so."""
KIND = SeKind.CASEWORKER


@dataclass(frozen=True)
class Question:
    """The answers one outcome is asked of, with everything a regression needs."""

    outcome: str
    panel: Panel
    y: Floats
    s12: Floats
    z: Floats
    design: Design
    settings: Settings
    incomplete: Sample
    """The answers with outcome, S12 and orientation that are left out, since they lack a covariate."""
    asked_often: bool = True
    """Whether it is worth the memory to make everything ready."""

    @property
    def base(self) -> Share:
        """The share with the outcome."""
        return Share(float(self.y.mean()))

    def regress(self, names: list[str], columns: list[Floats], controls: Design, y: Floats | None = None) -> Regression:
        """Least squares with the jobcentre's level taken away, these columns before the controls."""
        of_belief = y is self.s12
        if (y is None or of_belief) and self.prepared is not None and self.prepared.knows([*names, *controls.names]):
            return self.prepared.regress([*names, *controls.names], BELIEF if of_belief else OUTCOME, KIND.value)
        x = Columns.side_by_side([*columns, controls.values])
        found = self.y if y is None else y
        return regress(x, [*names, *controls.names], found, self.panel.site, {KIND.value: self.panel.caseworker})

    @cached_property
    def prepared(self) -> Prepared | None:
        """All that is asked of these answers with errors by caseworker, ready; None where that were too much."""
        steps = [f"{BELIEF}={answer}" for answer in STEPS[1:]]
        names = [*self.design.names, *steps, ORIENTATION, BELIEF, OUTCOME]
        if not self.asked_often or not Prepared.fits(len(names), self.panel.sample().caseworkers):
            return None
        dummies = self.s12[:, None] == np.array(STEPS[1:])
        columns = Columns.side_by_side([self.design.values, dummies, self.z, self.s12, self.y])
        return Prepared(columns, names, self.panel.site, self.panel.caseworker)

    def forget(self) -> None:
        """Lets go of what was made ready."""
        vars(self).pop("prepared", None)

    @property
    def instrument(self) -> Instrument:
        """Orientation, which moves S12."""
        return Instrument(BELIEF, self.s12, self.z)

    def two_stages(self, controls: Design, *, by_citizen: bool = False) -> Regression:
        """S12, moved by orientation; errors clustered by caseworker and, where asked, by citizen and by both."""
        if not by_citizen and self.prepared is not None:
            return self.prepared.regress(controls.names, OUTCOME, KIND.value, (BELIEF, ORIENTATION))
        clusters = {KIND.value: self.panel.caseworker, SeKind.CITIZEN.value: self.panel.citizen}
        return regress(controls.values, controls.names, self.y, self.panel.site, clusters, self.instrument)

    def where(self, rows: Flags) -> "Question":
        """Of these answers alone."""
        return replace(
            self,
            panel=self.panel.where(rows),
            y=self.y[rows],
            s12=self.s12[rows],
            z=self.z[rows],
            design=self.design.where(rows),
            asked_often=False,
        )

    def of_some_caseworkers(self, most: int, stream: int) -> "Question":
        """Of all answers or, of very many, those of as many whole caseworkers by chance as have about `most`."""
        if len(self.y) <= most:
            return self
        part = most / len(self.y)
        chance = np.random.default_rng([self.settings.draws.seed, stream])
        return self.where((chance.random(int(self.panel.caseworker.max()) + 1) < part)[self.panel.caseworker])

    def stages(self, controls: Design) -> Effects:
        """The reduced form and the first stage together."""
        if self.prepared is not None:
            return self.prepared.effects(controls.names, OUTCOME, (BELIEF, ORIENTATION))
        return instrument_effects(controls.values, self.y, self.panel.site, self.panel.caseworker, self.instrument)


def question(
    panel: Panel, found: Orientation, outcome: str, settings: Settings, *, keep_incomplete: bool | None = None
) -> Question | str:
    """The answers with this outcome, or why there are none. Whether answers that lack a covariate stay is for the
    settings to say, unless it is said here."""
    chosen = settings.covariates
    keep = chosen.missing == "indicator" if keep_incomplete is None else keep_incomplete
    controls = design(panel, chosen, with_changes=False, with_caseworker_items=chosen.caseworker_items)
    y = panel.outcomes[outcome]
    rows = ~np.isnan(y) & ~np.isnan(panel.belief) & ~np.isnan(found.values)
    if keep:
        controls = completed(controls, rows)
    complete = controls.values.known()
    incomplete = panel.sample(rows & ~complete)
    rows &= complete
    if np.isnan(y).all():
        return "no_outcomes"
    if rows.sum() <= controls.values.shape[1] + 10:
        return "too_few"
    if y[rows].min() == y[rows].max():
        return "no_variation"
    asked = panel.where(rows)
    return Question(
        outcome,
        asked,
        y[rows],
        asked.belief,
        found.values[rows],
        controls.where(rows),
        settings,
        incomplete,
        asked_often=keep_incomplete is None,
    )
