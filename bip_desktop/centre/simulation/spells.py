# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the registers see of the invented world: spells of job, education and income."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.simulation.chances import Chances, Situation
from bip_desktop.centre.simulation.people import Bools, Floats, Ints

JOB, EDUCATION, INCOME = range(3)
KINDS = ("job", "education", "income")
_WEEKS = (60, 90, 16)
"""How long a spell of each kind lasts on average."""
_YEAR = 52


@dataclass(frozen=True)
class Spells:
    """One entry a spell: kind (of `KINDS`), and weeks from and to, both counted."""

    citizen: Ints
    kind: Ints
    start: Ints
    end: Ints


class SpellsSoFar:
    """The spells, as life goes on."""

    def __init__(self, citizens: int, last_week: int) -> None:
        self._last_week = last_week
        self._earning_until = np.full(citizens, -1)
        self._parts: list[Spells] = []

    def live(
        self, who: Ints, week: Ints, until: Ints, at: Situation, chances: Chances, random: np.random.Generator
    ) -> Bools:
        """Lets the weeks after `week` up to `until` pass for `who`, and says who has left for a job or an education."""
        job = week + _wait(chances.of_job(at), random)
        education = week + _wait(chances.of_education(at), random)
        income = week + _wait(chances.of_income(at), random)
        out = np.minimum(job, education)
        left: Bools = out <= until
        self._begin(who, JOB, job, left & (job == out), random)
        self._begin(who, EDUCATION, education, left & (job != out), random)
        earns = (income <= until) & (income > self._earning_until[who] + 1)
        began = self._begin(who, INCOME, income, earns, random)
        self._earning_until[began.citizen] = began.end
        return left

    def _begin(self, who: Ints, kind: int, start: Ints, taken: Bools, random: np.random.Generator) -> Spells:
        citizen, start = who[taken], start[taken]
        end = np.minimum(start + random.geometric(1 / _WEEKS[kind], len(start)) - 1, self._last_week)
        self._parts.append(Spells(citizen, np.full(len(start), kind), start, end))
        return self._parts[-1]

    def all(self) -> Spells:
        """Every spell, by citizen, kind and week."""
        names = Spells.__annotations__
        together = {name: np.concatenate([getattr(each, name) for each in self._parts]) for name in names}
        order = np.lexsort((together["start"], together["kind"], together["citizen"]))
        return Spells(**{name: values[order] for name, values in together.items()})


def _wait(chance: Floats, random: np.random.Generator) -> Ints:
    """Weeks until it happens, at a steady rate that makes the chance within a year."""
    weeks = random.exponential(size=len(chance)) * _YEAR / -np.log1p(-np.minimum(chance, 1 - 1e-9))
    result: Ints = 1 + np.minimum(weeks, 10**6).astype(np.int64)
    return result
