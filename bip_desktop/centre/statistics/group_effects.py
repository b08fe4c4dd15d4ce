# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How much groups really differ: halves of the units, shrinkage, shuffled worlds.

Ranking groups by noisy effects and measuring them by the same effects finds large differences where there are none.
Here one half of the citizens ranks and the other measures (Kane and Staiger), estimates are pulled towards the mean by
what is noise in them (empirical Bayes), and caseworkers are shuffled among citizens to see what chance alone gives.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bip_desktop.centre.statistics.columns import Matrix
from bip_desktop.centre.statistics.solving import solved
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, numbered

QUARTERS = 4
PRIOR_UNITS = 10.0
"""Units that the common variance counts for beside a group's own: a group whose units all did alike is not certain."""
Tick = Callable[[int, int], None]


@dataclass(frozen=True)
class Rows:
    """Answers put in order by unit: covariates, outcome, group, unit, and what units may be swapped within."""

    x: Matrix
    y: Floats
    group: Integers
    unit: Integers
    """0 to U - 1, not decreasing."""
    stratum: Integers
    """(U,)"""

    @property
    def groups(self) -> int:
        """How many."""
        return int(self.group.max()) + 1

    @property
    def units(self) -> int:
        """How many."""
        return len(self.stratum)

    @cached_property
    def lengths(self) -> Integers:
        """(U,): rows of each unit."""
        return np.asarray(np.bincount(self.unit, minlength=self.units))

    @cached_property
    def first(self) -> Integers:
        """(U,): where each unit begins."""
        return np.cumsum(self.lengths) - self.lengths

    @cached_property
    def place(self) -> Integers:
        """(n,): which of its unit's rows each is, from 0."""
        return np.arange(len(self.unit)) - np.repeat(self.first, self.lengths)

    @cached_property
    def by_stratum(self) -> Integers:
        """(U,): the units in the order of their strata."""
        return np.argsort(self.stratum, kind="stable")


def effects_of(x: Matrix, y: Floats, group: Integers, groups: int, known: Floats | None = None) -> tuple[Floats, float]:
    """(groups,): each group's effect, nan for one without rows; and the sum of squared residuals. `known` are
    coefficients that are not found anew."""
    made = np.full(groups, np.nan)
    sizes = np.bincount(group, minlength=groups)
    present = np.flatnonzero(sizes)
    if known is not None:
        left = y if len(known) == 0 else y - x[:] @ known
        sums = np.bincount(group, left, minlength=groups)
        made[present] = sums[present] / sizes[present]
        return made, float(left @ left - sums[present] @ made[present])
    data = Grouped(x, y, numbered(group))
    found = solved(data)
    made[present] = data.means @ found.residual_weights()
    return made, found.residual_squares


def quarters(effects: Floats) -> list[Integers]:
    """The groups in four parts from least to most, as `numpy.array_split` cuts them; equal ones in the order given."""
    return [np.asarray(each) for each in np.array_split(np.argsort(effects, kind="stable"), QUARTERS)]


def gap(rank_by: Floats, measure: Floats) -> float:
    """The mean of the top quarter less that of the bottom one."""
    parts = quarters(rank_by)
    return float(measure[parts[-1]].mean() - measure[parts[0]].mean())


def gain(rank_by: Floats, measure: Floats, weights: Floats) -> float:
    """What there is to gain if all were as the top quarter: its mean less the mean over all rows."""
    top = quarters(rank_by)[-1]
    return float(measure[top].mean() - measure @ weights / weights.sum())


@dataclass(frozen=True)
class Halves:
    """Effects of two halves of the units, over many ways to halve them. Groups that some half lacks are left out."""

    one: Floats
    """(splits, g)"""
    other: Floats
    kept: Integers
    """(g,): which groups."""

    def signal(self) -> float:
        """The variance of the true effects: the covariance of the halves. It can come out below zero."""
        return float(_covariances(self.one, self.other).mean())

    def gap(self) -> float:
        """One half ranks, the other measures; both ways, over all splits."""
        return float(self.gaps(np.arange(len(self.kept))).mean())

    def gaps(self, chosen: Integers) -> Floats:
        """(splits,): of these groups."""
        a, b = self.one[:, chosen], self.other[:, chosen]
        return (_gap_rows(a, b) + _gap_rows(b, a)) / 2

    def gains(self, weights: Floats, chosen: Integers) -> Floats:
        """(splits,): what there is to gain, measured by the half that did not rank."""
        w = weights[chosen]
        found = np.zeros(len(self.one))
        for rank, measure in ((self.one, self.other), (self.other, self.one)):
            a, b = rank[:, chosen], measure[:, chosen]
            top = np.argsort(a, axis=1, kind="stable")[:, _cuts(a.shape[1])[-2] :]
            found += np.take_along_axis(b, top, axis=1).mean(axis=1) - b @ w / w.sum()
        return found / 2


def _covariances(one: Floats, other: Floats) -> Floats:
    centred = one - one.mean(axis=1, keepdims=True)
    return np.asarray((centred * other).sum(axis=1) / max(one.shape[1] - 1, 1))


def _cuts(groups: int) -> list[int]:
    sizes = [len(each) for each in np.array_split(np.arange(groups), QUARTERS)]
    return [int(each) for each in np.cumsum([0, *sizes])]


def _gap_rows(rank: Floats, measure: Floats) -> Floats:
    cuts = _cuts(rank.shape[1])
    ordered = np.take_along_axis(measure, np.argsort(rank, axis=1, kind="stable"), axis=1)
    return np.asarray(ordered[:, cuts[-2] :].mean(axis=1) - ordered[:, : cuts[1]].mean(axis=1))


def halve(rows: Rows, splits: int, chance: np.random.Generator, known: Floats | None, tick: Tick) -> Halves:
    """Halves the units of each group `splits` times: all rows of a unit go to the same half."""
    main = rows.group[rows.first]
    one, other = np.empty((splits, rows.groups)), np.empty((splits, rows.groups))
    for n in range(splits):
        tick(n, splits)
        in_one = _alternating(main, chance)[rows.unit]
        if known is not None and len(known) == 0:
            # Only means are asked for: both halves at once, and no rows put together.
            cell = 2 * rows.group + in_one
            sizes = np.bincount(cell, minlength=2 * rows.groups)
            with np.errstate(invalid="ignore", divide="ignore"):
                means = np.bincount(cell, rows.y, 2 * rows.groups) / sizes
            other[n], one[n] = means[::2], means[1::2]
            continue
        for made, here in ((one, in_one), (other, ~in_one)):
            made[n] = effects_of(rows.x[here], rows.y[here], rows.group[here], rows.groups, known)[0]
    kept = np.flatnonzero(np.isfinite(one).all(axis=0) & np.isfinite(other).all(axis=0))
    return Halves(one[:, kept], other[:, kept], kept)


def _alternating(main: Integers, chance: np.random.Generator) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Every other unit of each group, in an order by chance; which half an odd one goes to is chance too."""
    order = _by_chance(main, chance)
    starts = np.flatnonzero(np.diff(main[order], prepend=-1))
    lengths = np.diff(starts, append=len(main))
    place = np.arange(len(main)) - np.repeat(starts, lengths) + np.repeat(chance.integers(0, 2, len(starts)), lengths)
    made = np.empty(len(main), dtype=bool)
    made[order] = place % 2 == 0
    return made


def _by_chance(key: Integers, chance: np.random.Generator) -> Integers:
    """An order by `key`, and within the same one by chance; one sort of one number each."""
    return np.argsort(key + chance.random(len(key)))


@dataclass(frozen=True)
class Shrunken:
    """Effects with what is noise in them taken out."""

    effects: Floats
    errors: Floats
    """Standard deviations of the posterior."""
    signal: float
    """The variance of the true effects, at least 0."""
    mean: float


def pooled_variances(variances: Floats, units: Integers, sizes: Integers) -> Floats:
    """Each group's sampling variance, its own drawn towards what groups of its size have in common."""
    own = np.where(np.isfinite(variances), variances, 0.0)
    has = np.isfinite(variances)
    weight = np.where(has, units, 0).astype(float)
    per_row = float((own * sizes)[has].mean()) if has.any() else 0.0
    return np.asarray((weight * own + PRIOR_UNITS * per_row / sizes) / (weight + PRIOR_UNITS))


def shrink(effects: Floats, variances: Floats, signal: float) -> Shrunken:
    """Each effect drawn to the mean: its variance's share of signal and noise together is what is left of it."""
    true = max(signal, 0.0)
    total = true + variances
    weights = 1 / np.where(total > 0, total, 1.0)
    mean = float(effects @ weights / weights.sum())
    kept = np.divide(true, total, out=np.zeros_like(total), where=total > 0)
    return Shrunken(mean + kept * (effects - mean), np.sqrt(kept * variances), true, mean)


def resampled_signals(halves: Halves, draws: int, chance: np.random.Generator) -> Floats:
    """(draws,): the signal's variance over caseworkers drawn anew."""
    g = len(halves.kept)
    made = np.empty(draws)
    for n in range(draws):
        chosen = chance.integers(0, g, g)
        made[n] = _covariances(halves.one[:, chosen], halves.other[:, chosen]).mean()
    return made


def resampled(measure: Callable[[Integers], float], groups: int, draws: int, chance: np.random.Generator) -> Floats:
    """(draws,): a measure of groups drawn anew."""
    return np.array([measure(chance.integers(0, groups, groups)) for _ in range(draws)])


def forecast_slope(halves: Halves, variances: Floats, signal: float, chosen: Integers) -> float:
    """The other half's effects on the shrunken ones of the first; 1 where shrinkage is right, nan where nothing is left
    of the effects. `variances` (g,) are those of whole groups: a half has twice as much.
    """
    products = squares = 0.0
    for first, second in ((halves.one, halves.other), (halves.other, halves.one)):
        for a, b in zip(first[:, chosen], second[:, chosen], strict=True):
            forecast = shrink(a, 2 * variances[chosen], signal).effects
            forecast -= forecast.mean()
            products, squares = products + float(forecast @ b), squares + float(forecast @ forecast)
    return products / squares if signal > 0 and squares > 0 else float("nan")


def shuffled(rows: Rows, chance: np.random.Generator) -> Integers:
    """(n,): groups after whole units have swapped theirs within the stratum; a unit takes over the other's course, its
    last group for as long as it has more rows."""
    partner = np.empty(rows.units, dtype=np.int64)
    partner[rows.by_stratum] = _by_chance(rows.stratum, chance)
    begins, last = np.repeat(rows.first[partner], rows.lengths), np.repeat(rows.lengths[partner] - 1, rows.lengths)
    return np.asarray(rows.group[begins + np.minimum(rows.place, last)])


@dataclass(frozen=True)
class Null:
    """What chance alone gives: (permutations,) each."""

    gaps: Floats
    gains: Floats
    split_gaps: Floats
    residual_squares: Floats


def permute(rows: Rows, permutations: int, chance: np.random.Generator, known: Floats | None, tick: Tick) -> Null:
    """Shuffles, and measures as if it were real."""
    gaps, gains, split_gaps, squares = (np.full(permutations, np.nan) for _ in range(4))
    for n in range(permutations):
        tick(n, permutations)
        group = shuffled(rows, chance)
        found, squares[n] = effects_of(rows.x, rows.y, group, rows.groups, known)
        here = np.isfinite(found)
        sizes = np.bincount(group, minlength=rows.groups).astype(float)
        gaps[n], gains[n] = gap(found[here], found[here]), gain(found[here], found[here], sizes[here])
        moved = replace(rows, group=group)
        for name in ("lengths", "first"):  # the same units
            vars(moved)[name] = getattr(rows, name)
        halves = halve(moved, 1, chance, known, lambda *_: None)
        if len(halves.kept) >= QUARTERS:
            split_gaps[n] = halves.gap()
    return Null(gaps, gains, split_gaps, squares)
