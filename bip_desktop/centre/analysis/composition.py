# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which answers stand behind the rows of a table, so that nobody can be found by adding and subtracting its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.disclosure import small_unions
from bip_desktop.centre.statistics.within import Integers

_REMEMBERED = 1000
"""Citizens and caseworkers of a part that are told apart, at most: more than any threshold."""
_MOST_FEW = 8
"""More parts of few people than this are taken together, which is stricter."""
_MOST_PARTS = 400
"""With more parts than this only the rows themselves are looked at."""
ALWAYS = -1
"""A set that can be seen elsewhere, whatever is hidden here: the sample that shares are of."""


class Kind(Enum):
    """Whom a number may not be of too few of."""

    CITIZENS = 0
    CASEWORKERS = 1


@dataclass(frozen=True)
class Part:
    """Answers that stand behind the same rows."""

    rows: frozenset[int]
    """Places among `Composition.rows`."""
    citizens: frozenset[int]
    caseworkers: frozenset[int]

    def of(self, kind: Kind) -> frozenset[int]:
        """One or the other."""
        return self.citizens if kind is Kind.CITIZENS else self.caseworkers


@dataclass(frozen=True)
class Composition:
    """Rows of one table that can be added and subtracted: those that matter most come first."""

    rows: tuple[int, ...]
    """Their places in the table, or ALWAYS."""
    parts: tuple[Part, ...]

    def hidden(self, least: int, gone: frozenset[int]) -> frozenset[int]:
        """The rows that must be hidden, those already `gone` among them: each is shown only if with those before it
        nothing can be worked out of fewer than `least` citizens or caseworkers."""
        shown = [place for place, row in enumerate(self.rows) if row == ALWAYS]
        hidden = set()
        for place, row in enumerate(self.rows):
            if row == ALWAYS:
                continue
            if row in gone or self._tells([*shown, place], least):
                hidden.add(row)
            else:
                shown.append(place)
        return frozenset(hidden)

    def _tells(self, shown: Sequence[int], least: int) -> bool:
        return any(_tells([(part.rows, part.of(kind)) for part in self.parts], shown, least) for kind in Kind)


def _tells(parts: Sequence[tuple[frozenset[int], frozenset[int]]], shown: Sequence[int], least: int) -> bool:
    """Whether some sum and difference of the rows `shown` is of fewer than `least` people, but somebody: then those
    rows tell less once the parts of these few are taken out."""
    together: dict[frozenset[int], set[int]] = {}
    for rows, people in parts:
        key = rows & frozenset(shown)
        if key:
            together.setdefault(key, set()).update(people)
    keys = list(together)
    few = [place for place, key in enumerate(keys) if len(together[key]) < least]
    if not few:
        return False
    holds = np.array([[row in key for key in keys] for row in shown], dtype=float)
    whole = np.linalg.matrix_rank(holds)
    unions = small_unions([together[key] for key in keys], least) if len(few) <= _MOST_FEW else [frozenset(few)]
    return any(np.linalg.matrix_rank(np.delete(holds, sorted(each), axis=1)) < whole for each in unions)


def compose(citizen: Integers, caseworker: Integers, rows: Sequence[tuple[int, Flags]]) -> Composition:
    """Of rows by their places, each with the answers behind it, the most important first."""
    marks = np.zeros(len(citizen), dtype=np.uint64)
    for place, (_, behind) in enumerate(rows):
        marks |= np.where(behind, np.uint64(1 << place), np.uint64(0))
    some = np.flatnonzero(marks)
    found, part = np.unique(marks[some], return_inverse=True)
    if not len(found) or len(found) > _MOST_PARTS or len(rows) > marks.itemsize * 8:
        return Composition((), ())
    order = some[np.argsort(part, kind="stable")]
    ends = np.cumsum(np.bincount(part, minlength=len(found)))
    parts = []
    for mark, start, end in zip(found.tolist(), [0, *ends[:-1]], ends, strict=True):
        here = order[start:end]
        behind_rows = frozenset(place for place in range(len(rows)) if mark >> place & 1)
        citizens, caseworkers = (
            frozenset(np.unique(each[here])[:_REMEMBERED].tolist()) for each in (citizen, caseworker)
        )
        parts.append(Part(behind_rows, citizens, caseworkers))
    return Composition(tuple(row for row, _ in rows), tuple(parts))
