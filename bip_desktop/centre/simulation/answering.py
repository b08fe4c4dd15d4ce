# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is answered at the invented meetings: every item of both sides, as the codes that leave a jobcentre."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.simulation.activities import invent_activities
from bip_desktop.centre.simulation.courses import Courses
from bip_desktop.centre.simulation.people import Bools, Caseworkers, Citizens, Floats, Ints
from bip_desktop.domain.questionnaire import Missing, Unit

STEPS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9",
         "S10", "S11", "S12")  # fmt: skip
"""Items with steps 1 to 5."""
CITIZEN_STEPS = 9
"""So many of them are the citizen's."""
_BY_STATE = (0.6, 0.35, 0.5, 0.4, 0.35, 0.6, 0.45, 0.65, 0.55, 0.55, 0.5, 0.55, 0.4, 0.4, 0.3, 0.45, 0.35, 0.35, 0.5)
"""How much each item but S12 says of the citizen's state."""
_BY_SKILL = (*(0.0,) * CITIZEN_STEPS, 0.25, 0.0, 0.2, 0.0, 0.0, -0.25, 0.2, 0.0, 0.0, -0.15)
"""How the ratings of effective caseworkers differ: the directions of source 001, figures 9 to 19."""
_OWN, _NOISE = 0.55, 0.6
"""What else an item rests on: something of the citizen's that stays, and chance."""
_CUTS = np.array([-1.2, -0.35, 0.4, 1.25])
_DONT_KNOW, _DECLINED = 0.02, 0.008
_S12_DONT_KNOW = 0.02
_CITIZEN_DECLINED, _CASEWORKER_DECLINED, _PARTIAL = 0.003, 0.012, 0.01
_CHANNELS = (0.12, 0.5, 0.22, 0.35, 0.15, 0.12)
_NOT_SEARCHING, _UNWILLING = 7, 8
COMPLETE, PARTIAL, DECLINED = range(3)
UNITS = (Unit.HOUR_BEFORE_TAX, Unit.HOUR_AFTER_TAX, Unit.MONTH_BEFORE_TAX, Unit.MONTH_AFTER_TAX)
_UNIT_SHARES = (0.78, 0.08, 0.08, 0.06)
_AFTER_TAX, _HOURS = 0.65, 160.33


@dataclass(frozen=True)
class Answers:
    """One row a meeting, with the codes of `Missing` where there is no answer."""

    steps: Ints
    """A column for each of `STEPS`."""
    channels: Ints
    """B10: a column for each of the eight options, 1, 0 or missing."""
    wage: Ints
    """B11, in øre."""
    wage_unit: Ints
    """Of `UNITS`."""
    activities: Ints
    """S1: a column for each of the 23 options."""
    citizen_part: Ints
    """`COMPLETE`, `PARTIAL` or `DECLINED`."""
    caseworker_part: Ints


def invent_answers(people: Citizens, staff: Caseworkers, courses: Courses, random: np.random.Generator) -> Answers:
    """Both sides' answers at every meeting."""
    size = len(courses.citizen)
    skill = staff.skill[courses.caseworker]
    searching = courses.state + random.normal(0, 1, size) > -0.9
    channels = _channels(courses.state, searching, random)
    wage, wage_unit = _wages(people, courses, random)
    answers = Answers(
        steps=_steps(people, staff, courses, searching, random),
        channels=channels,
        wage=wage,
        wage_unit=wage_unit,
        activities=invent_activities(courses.pattern, skill, random),
        citizen_part=_parts(size, _CITIZEN_DECLINED, random),
        caseworker_part=_parts(size, _CASEWORKER_DECLINED, random),
    )
    _not_reached(answers, random)
    return answers


def _steps(
    people: Citizens, staff: Caseworkers, courses: Courses, searching: Bools, random: np.random.Generator
) -> Ints:
    size, items = len(courses.citizen), len(STEPS) - 1
    own = random.normal(0, _OWN, (len(people.site), items))[courses.citizen]
    seen = np.outer(courses.state, _BY_STATE) + own + random.normal(0, _NOISE, (size, items))
    seen += np.outer(staff.skill[courses.caseworker], _BY_SKILL)
    seen[:, CITIZEN_STEPS:] += staff.lenience[courses.caseworker][:, None]
    steps = np.empty((size, len(STEPS)), dtype=np.int64)
    steps[:, :-1] = 1 + np.searchsorted(_CUTS, seen)
    steps[:, -1] = courses.s12
    chance = random.random((size, len(STEPS)))
    steps[:, :-1][chance[:, :-1] < _DONT_KNOW] = Missing.DONT_KNOW
    steps[:, :-1][chance[:, :-1] > 1 - _DECLINED] = Missing.DECLINED
    steps[chance[:, -1] < _S12_DONT_KNOW, -1] = Missing.DONT_KNOW
    focus = STEPS.index("S3")
    steps[~searching & (chance[:, focus] < 0.6), focus] = Missing.NOT_RELEVANT
    return steps


def _channels(state: Floats, searching: Bools, random: np.random.Generator) -> Ints:
    size = len(state)
    ticked = np.zeros((size, 8), dtype=np.int64)
    ticked[:, :6] = random.random((size, 6)) < np.array(_CHANNELS) * (1 + 0.25 * np.tanh(state))[:, None]
    ticked[ticked.sum(axis=1) == 0, 1] = 1  # the internet, where nothing else
    for option, who in ((_NOT_SEARCHING, ~searching), (_UNWILLING, random.random(size) < 0.02)):
        ticked[who] = 0
        ticked[who, option - 1] = 1
    ticked[random.random(size) < _DECLINED] = Missing.DONT_KNOW
    return ticked


def _wages(people: Citizens, courses: Courses, random: np.random.Generator) -> tuple[Ints, Ints]:
    """Whole kroner: rounded as people do, to five an hour or five hundred a month."""
    size = len(courses.citizen)
    hourly = 140 * np.exp(random.normal(0, 0.12, len(people.site))[courses.citizen] + random.normal(0, 0.05, size))
    unit = random.choice(len(UNITS), size=size, p=_UNIT_SHARES)
    net = np.where(unit % 2 == 1, hourly * _AFTER_TAX, hourly)
    kroner = np.where(unit < 2, np.round(net / 5) * 5, np.round(net * _HOURS / 500) * 500)
    wage = (kroner * 100).astype(np.int64)
    chance = random.random(size)
    for code, none in ((Missing.DONT_KNOW, chance < 0.12), (Missing.DECLINED, chance > 0.96)):
        wage[none], unit[none] = code, 0
    return wage, unit


def _parts(size: int, declined: float, random: np.random.Generator) -> Ints:
    chance = random.random(size)
    result: Ints = np.where(chance < declined, DECLINED, np.where(chance < declined + _PARTIAL, PARTIAL, COMPLETE))
    return result


def _not_reached(answers: Answers, random: np.random.Generator) -> None:
    """What was not answered because a part was declined, or ended before its last items."""
    for part, columns, others in (
        (answers.citizen_part, range(CITIZEN_STEPS), (answers.channels, answers.wage)),
        (answers.caseworker_part, range(CITIZEN_STEPS, len(STEPS)), (answers.activities,)),
    ):
        declined, ended = part == DECLINED, part == PARTIAL
        first = random.integers(columns.start + 3, columns.stop, size=len(part))
        for column in columns:
            answers.steps[declined, column] = Missing.DECLINED
            answers.steps[ended & (column >= first), column] = Missing.NOT_REACHED
        for other in others:
            other[declined] = Missing.DECLINED
    ended = answers.citizen_part == PARTIAL  # B10 and B11 come last
    answers.channels[ended], answers.wage[ended] = Missing.NOT_REACHED, Missing.NOT_REACHED
    answers.wage_unit[answers.wage < 0] = 0
