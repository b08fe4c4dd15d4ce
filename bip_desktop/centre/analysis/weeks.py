# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Outcomes within the 52 weeks after one."""

import numpy as np
from numpy.typing import NDArray

from bip_desktop.centre.statistics.within import Floats, Integers

YEAR = 52
_SPAN = 1 << 20
"""More weeks than there will be: citizen and week make one number."""
Flags = NDArray[np.bool_]


class Spells:
    """The weeks in which something holds for a citizen, as spells that neither overlap nor touch."""

    def __init__(self, citizen: Integers, start: Integers, end: Integers) -> None:
        order = np.lexsort((end, start, citizen))
        c, s, e = citizen[order], start[order], end[order]
        if len(c) == 0:
            self._key, self._end = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
            return
        # The last week reached so far by the citizen: a running maximum that starts anew with each citizen.
        reached = np.maximum.accumulate(c * _SPAN + e)
        begins = np.ones(len(c), dtype=bool)
        begins[1:] = (c[1:] * _SPAN + s[1:] > reached[:-1] + 1) | (c[1:] != c[:-1])
        starts = np.flatnonzero(begins)
        self._key = c[starts] * _SPAN + s[starts]
        self._end = np.maximum.reduceat(c * _SPAN + e, starts)

    def _last_end(self, citizen: Integers, week: Integers) -> Integers:
        """The last week of the spell that began last, by `week`: -1 where none had."""
        if len(self._key) == 0:
            return np.full(len(citizen), -1)
        at = np.searchsorted(self._key, citizen * _SPAN + week, side="right") - 1
        ours = (at >= 0) & (self._key[at] // _SPAN == citizen)
        return np.where(ours, self._end[at] - citizen * _SPAN, -1)

    def touches(self, citizen: Integers, first: Integers, last: Integers) -> Flags:
        """Whether one of them has a week among first to last."""
        return np.asarray(self._last_end(citizen, last) >= first)

    def covers(self, citizen: Integers, first: Integers, last: Integers) -> Flags:
        """Whether one of them holds all of first to last."""
        return np.asarray(self._last_end(citizen, first) >= last)

    def knows(self, citizen: Integers) -> Flags:
        """Whether the citizen has a spell at all."""
        return np.isin(citizen, self._key // _SPAN)


def outcome(happened: Flags, observed: Flags) -> Floats:
    """1 where it happened, else missing where not all weeks are observed, else 0."""
    return np.where(happened, 1.0, np.where(observed, 0.0, np.nan))
