# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A whole invented world: who there is, what happens, what is answered, and by what names it leaves the jobcentres."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from bip_desktop.centre.simulation.answering import Answers, invent_answers
from bip_desktop.centre.simulation.courses import Courses, Nature, find_nature, invent_courses
from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.centre.simulation.people import Bools, Caseworkers, Citizens, invent_caseworkers, invent_citizens
from bip_desktop.centre.simulation.spells import Spells

Texts = npt.NDArray[np.object_]
FIRST_DAY = date(2022, 1, 3)
"""The Monday of week 0."""
_WITHDRAWN_OF = 400
"""One in so many citizens withdraws after the answers were sent."""
_CORRECTED, _AFTER_REVEAL = 0.01, 0.015
"""Shares of the meetings whose row is corrected later, and in which the caseworker changes S12 after the reveal."""


@dataclass(frozen=True)
class Names:
    """The random identities that people and meetings have outside."""

    citizens: Texts
    caseworkers: Texts
    meetings: Texts
    withdrawn: Texts
    """Citizens who are in no table any more."""


@dataclass(frozen=True)
class Circumstances:
    """What is told of each meeting beside its answers."""

    language: Texts
    mode: Texts
    when: Texts
    corrected: Bools
    changed_after_reveal: Bools


@dataclass(frozen=True)
class World:
    """All there is. Arrays of courses, answers and circumstances have one entry a meeting."""

    options: WorldOptions
    people: Citizens
    staff: Caseworkers
    nature: Nature
    courses: Courses
    spells: Spells
    answers: Answers
    circumstances: Circumstances
    names: Names

    @cached_property
    def sites(self) -> Texts:
        """The jobcentres' names."""
        return _objects([f"by-{number:02d}" for number in range(1, self.options.sites + 1)])

    @cached_property
    def weeks(self) -> Texts:
        """Every week by its number, as `2026-W47`."""
        days = [FIRST_DAY + timedelta(weeks=week) for week in range(self.options.weeks + self.options.follow_up + 1)]
        return _objects([f"{year}-W{week:02d}" for year, week, _ in (day.isocalendar() for day in days)])

    @property
    def last_week(self) -> int:
        """The last one the registers know."""
        return self.options.weeks + self.options.follow_up


def invent_world(options: WorldOptions) -> World:
    """The world of `options`; the same options always give the same. Raises `CentreError` SIMULATE_OPTION."""
    options.check()
    lives, answering, naming = (np.random.default_rng(each) for each in np.random.SeedSequence(options.seed).spawn(3))
    staff = invent_caseworkers(options, lives)
    people = invent_citizens(options, options.citizens, lives)
    nature = find_nature(options, people, staff, lives)
    courses, spells = invent_courses(options, people, staff, nature, lives)
    return World(
        options,
        people,
        staff,
        nature,
        courses,
        spells,
        invent_answers(people, staff, courses, answering),
        _circumstances(len(courses.citizen), answering),
        Names(
            citizens=_identities(options.citizens, naming),
            caseworkers=_identities(options.caseworkers, naming),
            meetings=_identities(len(courses.citizen), naming),
            withdrawn=_identities(-(-options.citizens // _WITHDRAWN_OF), naming),
        ),
    )


def _circumstances(size: int, random: np.random.Generator) -> Circumstances:
    def some(shares: dict[str, float]) -> Texts:
        chosen: Texts = _objects(list(shares))[random.choice(len(shares), size=size, p=list(shares.values()))]
        return chosen

    return Circumstances(
        language=some({"da": 0.96, "en": 0.04}),
        mode=some({"self": 0.72, "read_aloud": 0.12, "helped": 0.1, "interpreter": 0.04, "paper": 0.02}),
        when=some({"before": 0.5, "during": 0.2, "after": 0.3}),
        corrected=random.random(size) < _CORRECTED,
        changed_after_reveal=random.random(size) < _AFTER_REVEAL,
    )


def _identities(count: int, random: np.random.Generator) -> Texts:
    """Random UUIDs of version 4."""
    content = np.frombuffer(random.bytes(16 * count), dtype=np.uint8).reshape(count, 16).copy()
    content[:, 6] = content[:, 6] & 0x0F | 0x40
    content[:, 8] = content[:, 8] & 0x3F | 0x80
    digits = content.tobytes().hex()
    starts = range(0, 32 * count, 32)
    each = (digits[at : at + 32] for at in starts)
    return _objects([f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:]}" for one in each])


def _objects(values: list[Any]) -> Texts:
    made = np.empty(len(values), dtype=np.object_)
    made[:] = values
    return made
