# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Worlds as arrays, made in milliseconds, in which the truth is known exactly."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.analysis.answer_codes import ACTIVITIES, CHANNELS, SCALES
from bip_desktop.centre.analysis.caseworkers import Study
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.reading_linked import Register
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, Draws, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.fixed_effects import fit
from bip_desktop.centre.statistics.group_effects import Rows
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

FEW = Settings(draws=Draws(splits=16, permutations=4, bootstraps=100))


@dataclass(frozen=True)
class Truth:
    """A panel of paired answers and what is true in it."""

    panel: Panel
    effects: Floats
    """Of each caseworker, on the chance."""
    slope: float
    """Of the register's covariate, on the chance."""
    works: float
    """What a step of S12 does to it."""
    each_change: float = 0.0
    """What each change of caseworker does to it."""


def truth(
    seed: int,
    *,
    spread: float = 0.0,
    works: float = 0.0,
    with_skill: float = 0.0,
    caseworkers: int = 60,
    citizens: int = 1500,
    sites: int = 5,
    moves: float = 0.0,
    each_change: float = 0.0,
) -> Truth:
    """`with_skill` is the correlation of a caseworker's effect with her general belief; `moves` how often a citizen has
    another caseworker of the same jobcentre than at the answer before."""
    r = np.random.default_rng(seed)
    general = r.normal(size=caseworkers)
    rest = np.sqrt(1 - with_skill**2) * r.normal(size=caseworkers)
    effects = spread * (with_skill * general + rest)
    of_citizen = np.concatenate([np.arange(caseworkers), r.integers(0, caseworkers, citizens - caseworkers)])
    citizen = np.repeat(np.arange(citizens), 1 + r.poisson(1.5, citizens))
    n = len(citizen)
    caseworker = of_citizen[citizen]
    first = np.ones(n, dtype=bool)
    first[1:] = citizen[1:] != citizen[:-1]
    place = np.arange(n)
    rounds = place - np.maximum.accumulate(np.where(first, place, 0))
    changes = np.zeros(n, dtype=np.int64)
    if moves:
        caseworker, changes = _moved(
            caseworker, first, r.random(n) < moves, r.integers(1, caseworkers // sites, n), sites
        )
    hidden, known = r.normal(size=citizens)[citizen], r.normal(size=citizens)[citizen]
    raw = 2.8 + 0.6 * general[caseworker] + 0.5 * hidden + 0.6 * r.normal(size=n)
    s12 = np.clip(np.round(raw), 1, 5)
    values = r.integers(1, 6, (n, len(SCALES) + CHANNELS + ACTIVITIES)).astype(np.int8)
    values[:, SCALES.index(BELIEF)] = s12
    for item in CASEWORKER_SCALES:  # they say nothing here, and belief must not hide in them
        values[:, SCALES.index(item)] = r.integers(1, 6, n)
    values[:, len(SCALES) :] = r.random((n, CHANNELS + ACTIVITIES)) < 0.06
    ticks = values[:, len(SCALES) + CHANNELS :]
    ticks[:, 21:] = 0
    ticks[:, 21] = ~ticks.any(axis=1)
    slope = 0.02
    chance = 0.2 + slope * known + 0.02 * hidden + works * (s12 - 2.8) + effects[caseworker]
    chance += each_change * changes
    y = (r.random(n) < np.clip(chance, 0.001, 0.999)).astype(float)
    every = np.ones(n, dtype=bool)
    panel = Panel(
        citizen=citizen,
        caseworker=caseworker,
        site=caseworker % sites,
        week=100 + 13 * rounds + r.integers(0, 26, citizens)[citizen],
        number=rounds + 1,
        reason=np.full(n, -97),
        values=values,
        outcomes=dict.fromkeys(("job52", "jobedu52", "ext52", "job_at_52"), y),
        register=Register(("known",), Columns.of_array(known)),
        linked=every,
        followed=every,
        paired=every,
        caseworker_sheet=every,
        citizen_sheet=every,
        round=rounds,
        previous=np.where(first, -1, place - 1),
    )
    return Truth(panel, effects, slope, works, each_change)


def _moved(caseworker: Integers, first: Flags, wish: Flags, step: Integers, sites: int) -> tuple[Integers, Integers]:
    """The caseworkers after moves, and how often each citizen has moved so far. Caseworkers of a jobcentre lie `sites`
    apart, so that whole steps of it stay there."""
    made, changes = caseworker.copy(), np.zeros(len(caseworker), dtype=np.int64)
    most = int(caseworker.max()) + 1
    for row in range(1, len(made)):
        if not first[row]:
            made[row] = (made[row - 1] + sites * step[row]) % most if wish[row] else made[row - 1]
            changes[row] = changes[row - 1] + (made[row] != made[row - 1])
    return made, changes


def study_of(made: Truth, settings: Settings = FEW) -> Study:
    """The regression of all its answers."""
    panel = made.panel
    x = panel.register.values
    stratum = panel.site[np.searchsorted(panel.citizen, np.arange(int(panel.citizen.max()) + 1))]
    rows = Rows(x, panel.outcomes["ext52"], panel.caseworker, panel.citizen, stratum)
    fitted = fit(Grouped(rows.x, rows.y, rows.group), rows.unit)
    return Study(panel, ("known",), rows, fitted, settings, lambda _: None, "ext52")
