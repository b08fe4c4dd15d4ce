# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every table of the analyses, in the report's order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bip_desktop.centre.analysis import descriptive
from bip_desktop.centre.analysis.caseworkers import Study, caseworker_effects, left_out, study
from bip_desktop.centre.analysis.effects import EffectTable, count
from bip_desktop.centre.analysis.panel import Panel, make_panel
from bip_desktop.centre.analysis.quartiles import policy_experiment, quartiles
from bip_desktop.centre.analysis.reading import Progress, Read
from bip_desktop.centre.analysis.sampling import Flow, flow
from bip_desktop.centre.analysis.settings import Settings


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
    def paired(self) -> Panel:
        """The paired answers."""
        return self.flow.paired


def make_world(read: Read, settings: Settings, progress: Progress) -> World:
    """From the tables as they were read."""
    everything = make_panel(read, settings)
    return World(everything, flow(everything, read, settings), settings, progress)


def tables_of(world: World) -> Iterator[EffectTable]:
    """One after the other, each with a line of progress before it."""
    for name, make in _TABLES.items():
        world.progress(f"regner: {name}")
        table = make(world)
        yield table


def _flow_table(world: World) -> EffectTable:
    """The flow, with the covariates that the model had to leave out."""
    found = world.study
    if isinstance(found, str):
        return replace(world.flow.table, notes=(found,))
    more = tuple(count(term, found.sample, found.outcome, name) for term, name in left_out(found))
    return replace(world.flow.table, effects=world.flow.table.effects + more)


_TABLES: dict[str, Callable[[World], EffectTable]] = {
    "flow": _flow_table,
    "s12_distribution": lambda w: descriptive.s12_distribution(w.everything),
    "belief": lambda w: descriptive.belief(w.everything),
    "calibration": lambda w: descriptive.calibration(w.everything, w.settings),
    "change_share": lambda w: descriptive.change_share(w.paired),
    "caseworker_effects": lambda w: caseworker_effects(w.study),
    "quartiles": lambda w: quartiles(w.study),
    "policy_experiment": lambda w: policy_experiment(w.study),
    "channels": lambda w: descriptive.channels(w.everything),
}
