# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every table of the analyses, in the report's order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bip_desktop.centre.analysis import descriptive
from bip_desktop.centre.analysis.belief import belief_effect, first_stage
from bip_desktop.centre.analysis.belief_checks import monotone
from bip_desktop.centre.analysis.belief_drivers import belief_drivers
from bip_desktop.centre.analysis.belief_question import question
from bip_desktop.centre.analysis.caseworkers import Study, caseworker_effects, left_out, study
from bip_desktop.centre.analysis.change import caseworker_change, change_event_study
from bip_desktop.centre.analysis.combinations import combinations
from bip_desktop.centre.analysis.covariates import completed
from bip_desktop.centre.analysis.effects import NOBODY, Effect, EffectTable, count
from bip_desktop.centre.analysis.making import tellable
from bip_desktop.centre.analysis.orientation import Orientation, job_orientation, least_citizens, orientation, thirds
from bip_desktop.centre.analysis.panel import Panel, make_panel
from bip_desktop.centre.analysis.prediction import explained, predictors
from bip_desktop.centre.analysis.profiles import (
    activities_by_quartile,
    assessments_by_quartile,
    combinations_by_quartile,
)
from bip_desktop.centre.analysis.quartiles import gaps_beside, policy_experiment, quartiles
from bip_desktop.centre.analysis.reading import Progress, Read
from bip_desktop.centre.analysis.reliability import reliability
from bip_desktop.centre.analysis.report_sections import SECTIONS
from bip_desktop.centre.analysis.sampling import Flow, flow
from bip_desktop.centre.analysis.settings import BELIEF, Settings


@dataclass(frozen=True)
class World:
    """What the analyses look at."""

    everything: Panel
    """Every meeting."""
    flow: Flow
    settings: Settings
    progress: Progress

    @cached_property
    def study(self) -> Study | str:
        """The caseworkers' effects, or why there are none."""
        return study(self.flow, self.settings, self.progress)

    @property
    def quartered(self) -> Study | str:
        """The effects where quarters of caseworkers can be shown: never without split samples beside them."""
        found = self.study
        return found if isinstance(found, str) or found.can_be_halved else "not_halved"

    @cached_property
    def orientation(self) -> Orientation:
        """Of the paired answers."""
        return orientation(self.paired, least_citizens(self.settings))

    @property
    def paired(self) -> Panel:
        """The paired answers."""
        return self.flow.paired


def make_world(read: Read, settings: Settings, progress: Progress) -> World:
    """From the tables as they were read."""
    everything = make_panel(read, settings)
    return World(everything, flow(everything, read, settings), settings, progress)


def tables_of(world: World) -> Iterator[EffectTable]:
    """One after the other, each with a line of progress before it."""
    for place, (name, make) in enumerate(_TABLES.items(), start=1):
        world.progress(f"regner {place} af {len(_TABLES)}: {SECTIONS[name].title.da}")
        if len(world.paired) == 0 and name not in _WITHOUT_PAIRS:
            yield EffectTable(name, (), notes=("too_few",))
            continue
        made = make(world)
        early = descriptive.known_early(world.paired) if name in _OF_KNOWN_OUTCOMES and made.effects else ()
        yield replace(made, notes=(*made.notes, *(f"{note}_here" for note in early)))


def _flow_table(world: World) -> EffectTable:
    """The flow, with why there is no model, or the covariates that it had to leave out."""
    found, table = world.study, world.flow.table
    outcome = world.settings.outcomes.caseworker_effects
    more = []
    if len(world.paired) and (world.paired.site == world.paired.site[0]).all():
        more.append(count("other_jobcentres", NOBODY))
    if isinstance(found, str):
        more.append(count(f"no_model_{found}", NOBODY, outcome))
        return replace(table, effects=(*table.effects, *more), notes=(found,))
    more += [count(term, found.sample, found.outcome, name) for term, name in left_out(found)]
    return replace(table, effects=(*table.effects, *more))


def _quartiles(world: World) -> EffectTable:
    """The quarters, and their gap in two other samples: without answers whose outcome is known early, and with those
    that lack a covariate."""
    found = quartiles(world.quartered)
    if isinstance(world.quartered, str) or len(world.quartered.rows.y) > world.settings.draws.refit_rows:
        return found
    sample, more = world.flow.sample, list(found.effects)
    followed = replace(sample, rows=sample.rows & world.paired.followed)
    filled = replace(sample, rows=sample.reached, design=completed(sample.design, sample.reached))
    for term, other in (("gap_followed", followed), ("gap_incomplete_kept", filled)):
        if not tellable(world.paired.sample(other.rows ^ sample.rows), world.settings):
            continue
        beside = study(world.flow, world.settings, world.progress, other)
        if not isinstance(beside, str) and beside.can_be_halved:
            more += gaps_beside(beside, term)
    return replace(found, effects=tuple(more))


def first_stage_of(world: World) -> list[Effect]:
    paired = world.paired
    # Whether S12 is moved needs no outcome to be known: S12 itself stands for it.
    paired = replace(paired, outcomes={**paired.outcomes, BELIEF: paired.belief})
    asked = question(paired, world.orientation, BELIEF, world.settings)
    if isinstance(asked, str):
        return []
    try:
        return [*first_stage(asked), *monotone(asked)]
    except (ValueError, np.linalg.LinAlgError):
        return []


_WITHOUT_PAIRS = {"flow", "s12_distribution", "belief", "calibration", "change_share", "channels", "combinations"}
"""What can be made although nobody has answered together with the other side."""
_OF_KNOWN_OUTCOMES = {
    "caseworker_change",
    "change_event_study",
    "job_orientation_thirds",
    "belief_effect",
    "caseworker_effects",
    "quartiles",
    "policy_experiment",
    "explained",
    "predictors",
    "channels",
}
"""What looks at outcomes and cannot show them twice: with and without those that are known early."""
_TABLES: dict[str, Callable[[World], EffectTable]] = {
    "flow": _flow_table,
    "s12_distribution": lambda w: descriptive.s12_distribution(w.everything),
    "belief": lambda w: descriptive.belief(w.everything),
    "calibration": lambda w: descriptive.calibration(w.everything, w.settings),
    "change_share": lambda w: descriptive.change_share(w.paired),
    "caseworker_change": lambda w: caseworker_change(w.paired, w.settings),
    "change_event_study": lambda w: change_event_study(w.paired, w.settings),
    "job_orientation": lambda w: job_orientation(w.paired, w.orientation, first_stage_of(w)),
    "job_orientation_thirds": lambda w: thirds(w.paired, w.orientation),
    "belief_effect": lambda w: belief_effect(w.paired, w.orientation, w.settings),
    "belief_drivers": lambda w: belief_drivers(w.paired, w.settings),
    "caseworker_effects": lambda w: caseworker_effects(w.study),
    "quartiles": _quartiles,
    "policy_experiment": lambda w: policy_experiment(w.quartered),
    "activities_by_quartile": lambda w: activities_by_quartile(w.quartered),
    "combinations_by_quartile": lambda w: combinations_by_quartile(w.quartered),
    "assessments_by_quartile": lambda w: assessments_by_quartile(w.quartered, w.paired),
    "explained": lambda w: explained(w.paired, w.settings),
    "predictors": lambda w: predictors(w.paired),
    "channels": lambda w: descriptive.channels(w.everything),
    "combinations": lambda w: combinations(w.everything, w.paired, w.settings),
    "reliability": lambda w: reliability(w.paired, w.settings),
}
