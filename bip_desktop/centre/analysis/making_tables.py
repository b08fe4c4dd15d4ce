# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every table of the analyses, in the report's order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bip_desktop.centre.analysis import descriptive
from bip_desktop.centre.analysis.effects import EffectTable
from bip_desktop.centre.analysis.panel import Panel, make_panel
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


_TABLES: dict[str, Callable[[World], EffectTable]] = {
    "flow": lambda w: w.flow.table,
    "s12_distribution": lambda w: descriptive.s12_distribution(w.everything),
    "belief": lambda w: descriptive.belief(w.everything),
    "calibration": lambda w: descriptive.calibration(w.everything, w.settings),
    "change_share": lambda w: descriptive.change_share(w.paired),
    "channels": lambda w: descriptive.channels(w.everything),
}
