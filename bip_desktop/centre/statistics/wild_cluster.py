# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The wild cluster bootstrap, with what is tested imposed (Cameron, Gelbach and Miller; Roodman and others).

Clustered errors are too small where clusters are few. Here each cluster's residuals, found as if the tested value were
true, keep or change their sign by chance, and the statistic is found anew. Only sums by cluster are needed for that, so
that a thousand draws cost a few products of matrices, and every value that is tested uses the same sums and chance.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from bip_desktop.centre.statistics.absorbed import Instrument
from bip_desktop.centre.statistics.columns import Columns, Matrix
from bip_desktop.centre.statistics.solving import solve
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, numbered

DRAWS = 999
FEW_CLUSTERS = 12
"""Below so many, two signs make too few worlds: Webb's six weights instead."""
_AT_ONCE = 64
"""Draws at a time, so that memory does not grow with them."""
_KEPT = 2_000_000
"""Up to so many weights what they make is kept for the next value."""
_WEBB = np.array([-np.sqrt(1.5), -1.0, -np.sqrt(0.5), np.sqrt(0.5), 1.0, np.sqrt(1.5)])


@dataclass(frozen=True)
class _Draws:
    """Scores with signs by chance: their sum, and what is left of each cluster's beside it."""

    total: Floats
    left: Floats


@dataclass(frozen=True)
class WildTest:
    """Sums by cluster from which any value b of `y = b · d + …` is tested through the instrument; with d the
    instrument itself it is the reduced form."""

    score_y: Floats
    """(G,): instrument times outcome, both less what the controls say of them."""
    score_d: Floats
    squares: Floats
    """(G,): of the instrument."""
    drawn_y: "sparse.csr_array | Floats"
    """(q, G): the controls and the jobcentres, summed with the outcome's residuals; what a draw does to their
    coefficients."""
    drawn_d: "sparse.csr_array | Floats"
    back: "sparse.csr_array | Floats"
    """(G, q): how that comes back into the scores."""
    weights: Floats
    """(G, draws)"""

    def p_value(self, b: float = 0.0) -> float:
        """Of b: the share of draws whose |t| is at least that of the data."""
        scores = self.score_y - b * self.score_d
        whole = self.squares.sum()
        effect = scores.sum() / whole
        spread = np.sqrt(((scores - effect * self.squares) ** 2).sum())
        if not spread > 0:
            return float("nan")
        t = abs(scores.sum()) / spread
        beyond = 0
        for of_y, of_d in self._kept if self.weights.size <= _KEPT else self._drawn():
            left = of_y.left - b * of_d.left
            total = np.abs(of_y.total - b * of_d.total)
            beyond += int(np.sum(total >= t * np.sqrt((left**2).sum(axis=0)) * (1 - 1e-12)))
        return (1 + beyond) / float(1 + self.weights.shape[1])

    @cached_property
    def _kept(self) -> "list[tuple[_Draws, _Draws]]":
        return list(self._drawn())

    def _drawn(self) -> "Iterator[tuple[_Draws, _Draws]]":
        """What the draws make of the outcome's scores and of the covariate's: every b's are made of these."""
        whole = self.squares.sum()
        for first in range(0, self.weights.shape[1], _AT_ONCE):
            v = self.weights[:, first : first + _AT_ONCE]
            made = []
            for scores, drawn in ((self.score_y, self.drawn_y), (self.score_d, self.drawn_d)):
                moved = scores[:, None] * v
                total = moved.sum(axis=0)
                left = moved - self.back @ (drawn @ v) - self.squares[:, None] * (total / whole)
                made.append(_Draws(total, left))
            yield made[0], made[1]

    @property
    def estimate(self) -> float:
        """What is in the middle: the value that leaves no score."""
        return float(self.score_y.sum() / self.score_d.sum())

    def interval(self, step: float, level: float = 0.05) -> tuple[float, float]:
        """The values around the estimate that are not rejected; infinite where none within 64 `step` is."""
        return self._end(-step, level), self._end(step, level)

    def _end(self, step: float, level: float) -> float:
        middle = self.estimate
        reach = 1.0
        while self.p_value(middle + reach * step) > level:
            reach *= 2
            if reach > 64:
                return float(np.sign(step) * np.inf)
        inside, outside = (reach / 2 if reach > 1 else 0.0), reach
        for _ in range(10):
            here = (inside + outside) / 2
            if self.p_value(middle + here * step) > level:
                inside = here
            else:
                outside = here
        return float(middle + outside * step)


def wild_test(
    exogenous: Matrix,
    y: Floats,
    absorbed: Integers,
    cluster: Integers,
    instrument: Instrument,
    chance: Callable[[], np.random.Generator],
    draws: int = DRAWS,
) -> WildTest:
    """The sums for `instrument`. Raises `ValueError` where there is nothing to test."""
    number, group = numbered(cluster), numbered(absorbed)
    clusters, k = int(number.max()) + 1, exogenous.shape[1]
    if clusters < 2:
        raise ValueError("one cluster")
    stacked = Columns.side_by_side([exogenous, instrument.endogenous, instrument.instrument])
    data = Grouped(stacked, y, group)
    w = data.products
    targets = (k + 1, k, k + 2)  # instrument, endogenous, outcome
    columns = [[*range(k), each] for each in targets]
    found = [solve(w[np.ix_(each, each)], data.sizes, data.means[:, each]) for each in columns]
    kept = found[0].kept
    if found[0].residual_squares <= 1e-12 * max(found[0].totals[-1], np.finfo(float).tiny):
        raise ValueError("nothing to test")
    p = len(kept)
    sums = np.zeros((clusters, 3))
    crossed = np.zeros((3, clusters, p))
    pairs = group * clusters + number
    pair, of_pair = np.unique(pairs, return_inverse=True)
    by_group = np.zeros((3, len(pair)))
    for chunk in data.chunks():
        x, here = chunk.z[:, kept], number[chunk.rows]
        left = [chunk.z[:, place] - x @ each.coefficients for place, each in zip(targets, found, strict=True)]
        z = left[0]
        order = np.argsort(here, kind="stable")
        starts = np.flatnonzero(np.diff(here[order], prepend=-1))
        present = here[order][starts]
        for column, each in enumerate(left):
            sums[:, column] += np.bincount(here, z * each, minlength=clusters)
            crossed[column, present] += np.add.reduceat((x * each[:, None])[order], starts, axis=0)
            by_group[column] += np.bincount(of_pair[chunk.rows], each, minlength=len(pair))
    groups = len(data.sizes)
    of_groups = [
        sparse.csr_array((each, (pair // clusters, pair % clusters)), shape=(groups, clusters)) for each in by_group
    ]
    back = sparse.hstack([sparse.csr_array(crossed[0] @ found[0].inverse), of_groups[0].T.multiply(1 / data.sizes)])
    drawn = [
        sparse.csr_array(sparse.vstack([sparse.csr_array(crossed[place].T), of_groups[place]])) for place in (1, 2)
    ]
    r = chance()
    size = (clusters, draws)
    weights = r.choice(_WEBB, size) if clusters < FEW_CLUSTERS else r.choice(np.array([-1.0, 1.0]), size)
    return WildTest(sums[:, 2], sums[:, 1], sums[:, 0], drawn[1], drawn[0], sparse.csr_array(back), weights)
