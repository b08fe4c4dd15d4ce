# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What happens to the citizens of the invented world: meetings about every third month, changes of caseworker,
interventions, and the way out by a job or an education, which also ends the meetings."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.simulation.chances import Chances, Situation, calibrated
from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.centre.simulation.people import Caseworkers, Citizens, Floats, Ints, some_of
from bip_desktop.centre.simulation.spells import Spells, SpellsSoFar

_MOST_MEETINGS = 14
_GO_ON_FIRST, _GO_ON = 0.9, 0.74
"""Share of the citizens who, still there, come to one more meeting: after the first, and after later ones."""
_SINGLE_CHANGE = 0.16
"""Chance of another caseworker between two meetings, beside caseworkers who leave."""
_S12_SHARES = (0.22, 0.255, 0.255, 0.21, 0.06)
"""Nej, Tvivler, Det svinger, Gode chancer, Ja."""
_SEEN, _UNSEEN, _STEP = 0.8, 0.45, 0.8
"""What S12 rests on: the citizen's state, chance, and a step of the caseworker's general belief."""
_PATTERN_SHARES = (0.235, 0.5, 0.08, 0.185)
"""none, single, combined, combined with job: by rank of a score that knows a little of the citizen's state."""
UNKNOWN_PATTERN = 4
PATTERNS = ("none", "single", "combined", "combined_with_job", "unknown")
_UNKNOWN_SHARE = 0.012
_MOVES = (-0.4, 0.0, 0.5, 1.0, 0.0)
_MOVES_BESIDE = 0.3
"""What else moves a citizen's state in three months, in standard deviations."""
_REASONS = np.array([2, 3, 4, 5, 6, 7])
_REASON_SHARES = (0.1, 0.25, 0.2, 0.25, 0.15, 0.05)
LEFT = 1
_PILOT = 8_000
"""Most citizens in whose courses the chances are found."""
_PILOT_ROUNDS = 3


@dataclass(frozen=True)
class Courses:
    """One entry a meeting, in the order of citizens and then of time."""

    citizen: Ints
    number: Ints
    week: Ints
    since: Ints
    """Weeks since the one before, -1 for the first."""
    caseworker: Ints
    reason: Ints
    """Why there is another caseworker than before: 0 where there is not."""
    changes: Ints
    """How many so far."""
    state: Floats
    s12: Ints
    """1 to 5."""
    pattern: Ints
    """Of `PATTERNS`: what went on in the months before the meeting."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What is the same in every course of a world."""

    chances: Chances
    s12_cuts: Floats
    """Where S12 steps up, in what the caseworker sees."""


def situation(courses: Courses, people: Citizens, staff: Caseworkers) -> Situation:
    """What each meeting's chances rest on."""
    return Situation(
        state=courses.state,
        age=people.age[courses.citizen].astype(float),
        s12=courses.s12.astype(float),
        changes=courses.changes.astype(float),
        skill=staff.skill[courses.caseworker],
    )


def find_nature(options: WorldOptions, people: Citizens, staff: Caseworkers, random: np.random.Generator) -> Nature:
    """Finds the chances for these people and caseworkers, in courses that nobody sees."""
    people = some_of(people, _PILOT, random)
    caseworker = _assigned(people.site, people.entry, staff, staff.weight, random)
    seen = _seen(people.state, staff.belief[caseworker], random)
    cuts = np.quantile(seen, np.cumsum(_S12_SHARES)[:-1])
    changes = random.binomial(1, 0.3, size=len(seen)).astype(float)
    s12 = 1 + np.searchsorted(cuts, seen).astype(np.float64)
    at = Situation(people.state, people.age.astype(float), s12, changes, staff.skill[caseworker])
    nature = Nature(calibrated(options, at), cuts)
    for _ in range(_PILOT_ROUNDS):
        courses, _spells = invent_courses(options, people, staff, nature, random)
        seen = _seen(courses.state, staff.belief[courses.caseworker], random)
        cuts = np.quantile(seen, np.cumsum(_S12_SHARES)[:-1])
        nature = Nature(calibrated(options, situation(courses, people, staff)), cuts)
    return nature


def invent_courses(
    options: WorldOptions, people: Citizens, staff: Caseworkers, nature: Nature, random: np.random.Generator
) -> tuple[Courses, Spells]:
    """Everybody's meetings and spells, meeting by meeting for all at once."""
    count = len(people.site)
    last_week = options.weeks + options.follow_up
    present = np.arange(count)
    week, since = people.entry.copy(), np.full(count, -1)
    state = people.state.copy()
    caseworker = _assigned(people.site, week, staff, staff.weight, random)
    changes, reason = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    pattern = _pattern(state, random)
    rounds: list[Courses] = []
    spells = SpellsSoFar(count, last_week)
    for number in range(1, _MOST_MEETINGS + 1):
        size = len(present)
        c = caseworker[present]
        s12 = s12_of(nature, state[present], staff.belief[c], random)
        rounds.append(
            Courses(present, np.full(size, number), week[present], since[present], c, reason[present],
                    changes[present], state[present], s12, pattern)
        )  # fmt: skip
        at = situation(rounds[-1], people, staff)
        gap = np.clip(np.round(random.normal(13, 2, size)), 8, 22).astype(np.int64)
        later = week[present] + gap
        goes_on = _GO_ON_FIRST if number == 1 else _GO_ON
        stays = (random.random(size) < goes_on) & (later < options.weeks) & (number < _MOST_MEETINGS)
        # Whoever comes to no more meetings is followed in the registers as long as they go.
        until = np.where(stays, later, last_week)
        left = spells.live(present, week[present], until, at, nature.chances, random)
        on = stays & ~left
        present = present[on]
        if not len(present):
            break
        since[present], week[present] = gap[on], later[on]
        pattern = _pattern(state[present], random)
        state[present] += moves(options)[pattern] + random.normal(0, _MOVES_BESIDE, len(present))
        caseworker, reason = _changed(present, caseworker, week, people.site, staff, random)
        changes[present] += (reason[present] > 0).astype(np.int64)
    return _in_order(rounds), spells.all()


def moves(options: WorldOptions) -> Floats:
    """How far three months with each of `PATTERNS` move a citizen's state."""
    result: Floats = options.combination_effect * np.array(_MOVES)
    return result


def s12_of(nature: Nature, state: Floats, belief: Floats, random: np.random.Generator) -> Ints:
    """What caseworkers of these beliefs answer to S12."""
    result: Ints = np.searchsorted(nature.s12_cuts, _seen(state, belief, random)) + 1
    return result


def _seen(state: Floats, belief: Floats, random: np.random.Generator) -> Floats:
    result: Floats = _SEEN * state + random.normal(0, _UNSEEN, len(state)) + _STEP * belief
    return result


def _pattern(state: Floats, random: np.random.Generator) -> Ints:
    score = 0.3 * state + random.normal(0, 0.95, len(state))
    rank = np.argsort(np.argsort(score, kind="stable"), kind="stable") / max(1, len(state))
    pattern = np.searchsorted(np.cumsum(_PATTERN_SHARES)[:-1], rank)
    pattern[random.random(len(state)) < _UNKNOWN_SHARE] = UNKNOWN_PATTERN
    return pattern


def _assigned(site: Ints, week: Ints, staff: Caseworkers, weight: Floats, random: np.random.Generator) -> Ints:
    """A caseworker of each one's site who has not left; the site's first where nobody else is found."""
    chosen = site.copy()  # the first caseworkers are numbered as their sites, and never leave
    open_ = np.arange(len(site))
    for _ in range(20):
        for place in np.unique(site[open_]):
            there = open_[site[open_] == place]
            team = np.flatnonzero(staff.site == place)
            chosen[there] = random.choice(team, size=len(there), p=weight[team] / weight[team].sum())
        open_ = open_[staff.left_in_week[chosen[open_]] <= week[open_]]
        if not len(open_):
            return chosen
    chosen[open_] = site[open_]
    return chosen


def _changed(
    present: Ints, caseworker: Ints, week: Ints, site: Ints, staff: Caseworkers, random: np.random.Generator
) -> tuple[Ints, Ints]:
    """Caseworkers and reasons at the next meeting of those `present`."""
    left = staff.left_in_week[caseworker[present]] <= week[present]
    moves = left | (random.random(len(present)) < _SINGLE_CHANGE)
    after = caseworker.copy()
    # Those who step in may have hardly any citizens of their own.
    anybody = np.sqrt(staff.weight)
    after[present[moves]] = _assigned(site[present[moves]], week[present[moves]], staff, anybody, random)
    why = np.where(left, LEFT, _REASONS[random.choice(len(_REASONS), size=len(present), p=_REASON_SHARES)])
    reason = np.zeros(len(caseworker), dtype=np.int64)
    reason[present] = np.where(after[present] != caseworker[present], why, 0)
    return after, reason


def _in_order(rounds: list[Courses]) -> Courses:
    together = {name: np.concatenate([getattr(each, name) for each in rounds]) for name in Courses.__annotations__}
    order = np.lexsort((together["number"], together["citizen"]))
    return Courses(**{name: values[order] for name, values in together.items()})
