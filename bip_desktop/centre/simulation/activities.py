# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which activities of S1 are ticked at the invented meetings.

How many groups there are is the course's pattern; which ones differs a little by the caseworker's effect, in the
directions of source 001 (figures 4 to 8, appendix B). That changes nothing of what happens to the citizen.
"""

import numpy as np

from bip_desktop.centre.simulation.people import Bools, Floats, Ints
from bip_desktop.domain.intervention import Kind
from bip_desktop.exchange.instrument_file import KINDS, TICKS

OPTIONS = TICKS["S1"]
NOTHING, NOT_KNOWN = 22, 23
_NONE, _SINGLE, _COMBINED, _WITH_JOB, _UNKNOWN = range(5)
_GROUPS = (Kind.JOB, Kind.UPSKILLING, Kind.SOCIAL, Kind.HEALTH)
_ALONE = np.log((0.42, 0.1, 0.2, 0.28))
"""How often each group stands alone."""
_TOGETHER = np.log((1.0, 0.25, 0.35, 0.4))
_GROUP_BY_SKILL = np.array((0.15, 0.3, -0.2, -0.2))
_THIRD = 0.2
"""How often a combination holds a group more than it must."""
_USUAL = {
    3: 2.0, 5: 2.5, 13: 3.0, 12: 1.5, 17: 0.6, 19: 0.2, 20: 0.05,
    1: 2.0, 2: 1.0, 18: 0.3, 21: 0.2,
    4: 1.5, 8: 1.5, 6: 0.8,
    9: 0.8, 10: 2.5, 11: 2.0, 16: 0.4,
}  # fmt: skip
"""How common activities are within their group; 1 where nothing is said."""
_BY_SKILL = {13: 0.3, 17: 0.2, 19: 0.3, 1: 0.2, 18: -0.3, 21: -0.3, 4: -0.2, 6: -0.2}
_SECOND = 0.25
"""How often there is another activity of the same group."""


def invent_activities(pattern: Ints, skill: Floats, random: np.random.Generator) -> Ints:
    """A column for each option, 1 where it is ticked."""
    ticked = np.zeros((len(pattern), OPTIONS), dtype=np.int64)
    groups = _groups(pattern, skill, random)
    for place, kind in enumerate(_GROUPS):
        who = np.flatnonzero(groups[:, place])
        options = np.array(sorted(KINDS[kind]))
        usual = np.log([_USUAL.get(int(option), 1.0) for option in options])
        lean = np.array([_BY_SKILL.get(int(option), 0.0) for option in options])
        liking = usual + np.outer(skill[who], lean) + random.gumbel(size=(len(who), len(options)))
        order = np.argsort(-liking, axis=1)
        ticked[who, options[order[:, 0]] - 1] = 1
        more = random.random(len(who)) < _SECOND
        ticked[who[more], options[order[more, 1]] - 1] = 1
    ticked[pattern == _NONE, NOTHING - 1] = 1
    ticked[pattern == _UNKNOWN, NOT_KNOWN - 1] = 1
    return ticked


def _groups(pattern: Ints, skill: Floats, random: np.random.Generator) -> Bools:
    """A column for each group, true where something of it goes on."""
    size = len(pattern)
    lean = np.outer(skill, _GROUP_BY_SKILL)
    chosen = np.zeros((size, len(_GROUPS)), dtype=np.bool_)
    alone = np.argmax(_ALONE + lean + random.gumbel(size=chosen.shape), axis=1)
    rows = np.arange(size)
    single = pattern == _SINGLE
    chosen[rows[single], alone[single]] = True
    liking = _TOGETHER + lean + random.gumbel(size=chosen.shape)
    liking[pattern == _COMBINED, 0] = -np.inf
    liking[pattern == _WITH_JOB, 0] = np.inf
    order = np.argsort(-liking, axis=1)
    both = (pattern == _COMBINED) | (pattern == _WITH_JOB)
    for place in (0, 1):
        chosen[rows[both], order[both, place]] = True
    third = both & (random.random(size) < _THIRD)
    chosen[rows[third], order[third, 2]] = True
    return chosen


def activities_of(row: Ints) -> Ints:
    """The activities 1 to 21 ticked in each row: none where the answer is missing."""
    result: Ints = (row[:, : NOTHING - 1] == 1).astype(np.int64)
    return result
