# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who there is in the invented world: caseworkers, and citizens with what a register knows of them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.domain.citizen import Benefit

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
SOMATIC, PSYCHIATRIC = 11, 10
_LEAVING = 0.2
"""Share of the caseworkers who leave while meetings are held: all their citizens move at once."""
_BELIEF_SD = 0.62
"""Steps of S12 by which caseworkers differ in general."""
_REGULAR = 0.24
"""Share of the caseworkers who have a caseload of some size; the others have a few citizens each."""
_FEW = 0.07
"""How many those have beside them."""
_LAST_ENTRY = 0.8
"""The share of the weeks after which nobody new comes."""
_UNLINKED = 0.005
"""Share of the citizens whom the registers do not know."""
_YOUNG = 30
_BENEFITS = np.array(
    [Benefit.KONTANTHJAELP_MINDSTESATS, Benefit.KONTANTHJAELP_GRUNDSATS, Benefit.KONTANTHJAELP_FORHOEJET,
     Benefit.RESSOURCEFORLOEB, Benefit.OTHER, Benefit.UNKNOWN], dtype=np.int64,
)  # fmt: skip
_BENEFIT_SHARES = (0.15, 0.4, 0.2, 0.15, 0.08, 0.02)


@dataclass(frozen=True)
class Caseworkers:
    """One entry a caseworker."""

    site: Ints
    weight: Floats
    """How many citizens she gets, in proportion."""
    belief: Floats
    """Her general belief, in steps of S12."""
    skill: Floats
    """Her true effect, in standard deviations."""
    lenience: Floats
    """How much better than others she judges everybody on S2 to S11."""
    left_in_week: Ints
    """Beyond all weeks where she stays."""


@dataclass(frozen=True)
class Citizens:
    """One entry a citizen."""

    site: Ints
    entry: Ints
    """Week of the first meeting."""
    state: Floats
    """How near to work at the start, in standard deviations."""
    age: Ints
    """At the start."""
    female: Ints
    benefit: Ints
    linked: Bools
    """Whether the registers know the citizen."""
    register: dict[str, Ints]
    """Every column of register.csv."""


def invent_caseworkers(options: WorldOptions, random: np.random.Generator) -> Caseworkers:
    """Caseworkers of all sites; a few have many citizens, as in the sources."""
    count = options.caseworkers
    belief = random.normal(size=count)
    rest = np.sqrt(1 - options.belief_skill**2)
    skill = options.belief_skill * belief + rest * random.normal(size=count)
    leaves = random.random(count) < _LEAVING
    leaves[: options.sites] = False  # the first of each site: somebody always stays
    week = random.integers(15, max(16, options.weeks - 15), size=count)
    return Caseworkers(
        site=np.arange(count) % options.sites,
        weight=random.lognormal(0, 0.4, size=count) * np.where(random.random(count) < _REGULAR, 1.0, _FEW),
        belief=_BELIEF_SD * belief,
        skill=skill,
        lenience=random.normal(0, 0.3, size=count),
        left_in_week=np.where(leaves, week, options.weeks + options.follow_up + 1),
    )


def invent_citizens(options: WorldOptions, count: int, random: np.random.Generator) -> Citizens:
    """`count` citizens whose register data say something of how near to work they are."""
    site = np.arange(count) % options.sites
    random.shuffle(site)
    age = random.integers(20, 61, size=count)
    female = random.integers(0, 2, size=count)
    education = 1 + random.choice(3, size=count, p=(0.6, 0.3, 0.1))
    origin = (random.random(count) < 0.25).astype(np.int64)
    illness = random.normal(size=count)
    work = np.clip(random.normal(12 - 6 * illness, 15), 0, 100).astype(np.int64)
    register: dict[str, Ints] = {
        "age": age,
        "female": female,
        "origin": origin,
        "married": (random.random(count) < 0.25).astype(np.int64),
        "education": education,
        "work_share": work,
        "benefit_share": np.clip(100 - work - random.integers(0, 25, size=count), 0, 100),
    }
    for number in range(1, SOMATIC + 1):
        register[f"somatic_{number}"] = (random.random(count) < 0.06 + 0.03 * (illness > 0.5)).astype(np.int64)
    for number in range(1, PSYCHIATRIC + 1):
        register[f"psychiatric_{number}"] = (random.random(count) < 0.05 + 0.05 * (illness > 0.3)).astype(np.int64)
    register["medicine"] = random.poisson(np.exp(0.4 + 0.5 * illness))
    register["gp_visits"] = random.poisson(np.exp(1.3 + 0.4 * illness))
    known = 0.3 * (education - 1.5) + 0.035 * (work - 15) - 0.4 * illness - 0.015 * (age - 40) - 0.2 * origin
    state = known + random.normal(0, 0.6, size=count)
    benefit = _BENEFITS[random.choice(len(_BENEFITS), size=count, p=_BENEFIT_SHARES)]
    young = (age < _YOUNG) & (random.random(count) < 0.6)
    return Citizens(
        site=site,
        entry=random.integers(0, max(1, int(options.weeks * _LAST_ENTRY)), size=count),
        state=(state - state.mean()) / (state.std() or 1.0),
        age=age,
        female=female,
        benefit=np.where(young, int(Benefit.UDDANNELSESHJAELP), benefit),
        linked=random.random(count) >= _UNLINKED,
        register=register,
    )


def some_of(people: Citizens, most: int, random: np.random.Generator) -> Citizens:
    """At most `most` of them."""
    if len(people.site) <= most:
        return people
    chosen = random.choice(len(people.site), size=most, replace=False)
    register = {name: values[chosen] for name, values in people.register.items()}
    arrays = {name: getattr(people, name)[chosen] for name in Citizens.__annotations__ if name != "register"}
    return Citizens(**arrays, register=register)
