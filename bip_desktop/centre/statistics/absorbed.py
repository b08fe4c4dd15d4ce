# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Regressions with the level of each jobcentre taken away, and with one instrument for one covariate.

Errors are clustered by units that cross the absorbed groups, so each group costs a degree of freedom, as in pyfixest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.clusters import ClusterSquares
from bip_desktop.centre.statistics.columns import Columns, Matrix
from bip_desktop.centre.statistics.solving import solve
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, numbered, summed

BOTH = "cluster_both"


@dataclass(frozen=True, slots=True)
class Regression:
    """What was found. `names` are those of the covariates with a coefficient, in order."""

    names: tuple[str, ...]
    coefficients: Floats
    covariances: Mapping[str, Floats]
    """(p, p) by kind of clustering."""
    freedom: Mapping[str, int]
    """Clusters less one, by kind."""
    left_out: tuple[str, ...]
    """Covariates that are constant within the groups, or that others determine."""
    rows: int
    r_squared: float

    def of(self, name: str, kind: str) -> tuple[float, float]:
        """The coefficient of a covariate and its standard error; nan where clustering both ways leaves no variance."""
        place = self.names.index(name)
        variance = float(self.covariances[kind][place, place])
        return float(self.coefficients[place]), float(np.sqrt(variance)) if variance >= 0 else float("nan")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A covariate that is not as good as given, and what moves it."""

    name: str
    endogenous: Floats
    instrument: Floats


def regress(
    exogenous: Matrix,
    names: Sequence[str],
    y: Floats,
    absorbed: Integers,
    clusters: Mapping[str, Integers],
    instrument: Instrument | None = None,
) -> Regression:
    """Least squares, or two stages of it. `clusters` by kind; with two of them also by both, with none no errors.

    Raises `ValueError` where nothing is left to estimate.
    """
    moved = () if instrument is None else (instrument.endogenous, instrument.instrument)
    data = Grouped(Columns.side_by_side([exogenous, *moved]), y, numbered(absorbed))

    def middles(before: list[int], weights: Floats) -> tuple[dict[str, Floats], dict[str, int], float]:
        if not clusters:
            return {}, {}, float(weights @ data.products @ weights)
        found, squares = _meats(data, before, weights, clusters)
        return (
            {kind: each.total() for kind, each in found.items()},
            {kind: each.clusters for kind, each in found.items()},
            squares,
        )

    moved_name = instrument.name if instrument is not None else None
    return regression_from(data.products, data.sizes, data.means, names, moved_name, middles)


Middles = Callable[[list[int], Floats], tuple[dict[str, Floats], dict[str, int], float]]
"""The middles of the sandwiches of these columns, the clusters of each, and the sum of squared residuals, which are the
columns times the weights."""


def regression_from(
    w: Floats, sizes: Integers, means: Floats, names: Sequence[str], moved: str | None, middles: Middles
) -> Regression:
    """From cross-products of covariates, where one is `moved` that one and its instrument, and the outcome. Raises
    `ValueError` where nothing is left to estimate."""
    k, rows = len(names), int(sizes.sum())
    given = [*range(k), *([k + 1] if moved is not None else []), w.shape[0] - 1]
    found = solve(w[np.ix_(given, given)], sizes, means[:, given])
    before = [given[j] for j in found.kept]
    after = [k if j == k + 1 else j for j in before]
    if not before or (moved is not None and (k + 1 not in before or not _says_something(w, sizes, means, after))):
        raise ValueError("nothing to estimate")
    kept_names = tuple(moved if moved is not None and j == k else names[j] for j in after)
    scale_before, scale_after = 1 / np.sqrt(np.diag(w)[before]), 1 / np.sqrt(np.diag(w)[after])
    cross = w[np.ix_(before, after)] * np.outer(scale_before, scale_after)
    coefficients = np.linalg.solve(cross, w[before, -1] * scale_before) * scale_after
    bread = np.linalg.inv(cross) * np.outer(scale_after, scale_before)
    weights = np.zeros(w.shape[0])
    weights[after], weights[-1] = -coefficients, 1.0
    meats, numbers, squares = middles(before, weights)
    covariances, freedom = _covariances(bread, meats, numbers, rows, len(after) + len(sizes))
    left_out = tuple(names[j] for j in (*found.constant, *found.collinear) if j < k)
    return Regression(
        kept_names,
        coefficients,
        covariances,
        freedom,
        left_out,
        rows,
        1 - squares / found.totals[-1] if found.totals[-1] > 0 else np.nan,
    )


def _says_something(w: Floats, sizes: Integers, means: Floats, after: list[int]) -> bool:
    """Whether each of these covariates does, beside the others."""
    columns = [*after, w.shape[0] - 1]
    return len(solve(w[np.ix_(columns, columns)], sizes, means[:, columns]).kept) == len(after)


def _meats(
    data: Grouped, before: list[int], weights: Floats, clusters: Mapping[str, Integers]
) -> tuple[dict[str, ClusterSquares], float]:
    """The middles of the sandwiches, for each kind of cluster and for both, and the sum of squared residuals."""
    number = {kind: numbered(each) for kind, each in clusters.items()}
    if len(number) > 1:
        one, other = number.values()
        number[BOTH] = numbered(one * (int(other.max()) + 1) + other)
    cell = data.numbers_of_chunks()
    meats = {kind: ClusterSquares(each, cell, len(before)) for kind, each in number.items()}
    squares = 0.0
    for chunk in data.chunks():
        residuals = np.einsum("ij,j", chunk.z, weights)
        squares += float(residuals @ residuals)
        for kind, each in number.items():
            here = each[chunk.rows]
            order = np.argsort(here, kind="stable")
            starts = np.flatnonzero(np.diff(here[order], prepend=-1))
            meats[kind].add(here[order][starts], summed(chunk.z, residuals, order, starts)[:, before])
    return meats, squares


def _covariances(
    bread: Floats, found: Mapping[str, Floats], numbers: Mapping[str, int], rows: int, parameters: int
) -> tuple[dict[str, Floats], dict[str, int]]:
    counted = (rows - 1) / (rows - parameters) if rows > parameters else np.nan
    meats, clusters = dict(found), dict(numbers)
    if BOTH in meats:
        one, other = (kind for kind in meats if kind != BOTH)
        meats[BOTH] = meats[one] + meats[other] - meats[BOTH]
        clusters[BOTH] = min(clusters[one], clusters[other])
    made = {}
    for kind, meat in meats.items():
        factor = counted * (clusters[kind] / (clusters[kind] - 1) if clusters[kind] > 1 else np.nan)
        made[kind] = bread @ meat @ bread.T * factor
    return made, {kind: number - 1 for kind, number in clusters.items()}


@dataclass(frozen=True, slots=True)
class Effects:
    """What the instrument does to the outcome and to the covariate, and how these two hang together."""

    on_outcome: float
    on_covariate: float
    covariance: Floats
    """(2, 2): of the two."""
    freedom: int
    partial_r_squared: float
    """Of the covariate, by the instrument."""

    @property
    def f(self) -> float:
        """The first stage's F with clustered errors."""
        return float(self.on_covariate**2 / self.covariance[1, 1])

    def anderson_rubin(self, quantile: float) -> tuple[float, float]:
        """The effects that the data do not reject: all b with (π_y - b π_d)² ≤ q² Var(π_y - b π_d).

        Both infinite where it is unbounded, however weak the instrument: an honest answer too.
        """
        v, q2 = self.covariance, quantile**2
        a = self.on_covariate**2 - q2 * v[1, 1]
        b = -2 * (self.on_outcome * self.on_covariate - q2 * v[0, 1])
        c = self.on_outcome**2 - q2 * v[0, 0]
        inside = b * b - 4 * a * c
        if not a > 0 or not inside >= 0:
            return -np.inf, np.inf
        root = np.sqrt(inside)
        return float((-b - root) / (2 * a)), float((-b + root) / (2 * a))


def instrument_effects(
    exogenous: Matrix, y: Floats, absorbed: Integers, cluster: Integers, instrument: Instrument
) -> Effects:
    """The reduced form and the first stage together. Raises `ValueError` where nothing is left to estimate."""
    x, absorbed = Columns.side_by_side([exogenous, instrument.instrument]), numbered(absorbed)
    data, other = (Grouped(x, each, absorbed) for each in (y, instrument.endogenous))
    number = numbered(cluster)

    def sums(rest: Floats, residuals: Sequence[Floats]) -> Floats:
        made = np.zeros((int(number.max()) + 1, 2))
        for one, two in zip(data.chunks(), other.chunks(), strict=True):
            over = np.einsum("ij,j", one.z, rest)
            for column, (chunk, weights) in enumerate(zip((one, two), residuals, strict=True)):
                scores = over * np.einsum("ij,j", chunk.z, weights)
                made[:, column] += np.bincount(number[one.rows], scores, minlength=len(made))
        return made

    return effects_from([(each.products, each.means) for each in (data, other)], data.sizes, sums)


def effects_from(
    stages: Sequence[tuple[Floats, Floats]], sizes: Integers, sums: Callable[[Floats, Sequence[Floats]], Floats]
) -> Effects:
    """From cross-products and means of covariates, instrument and, last, the outcome and in turn what is moved.
    `sums` adds up by cluster the columns times the first weights, times the columns times the others: (clusters, 2)."""
    found = [solve(w, sizes, means) for w, means in stages]
    kept, k, n = list(found[0].kept), stages[0][0].shape[0] - 2, int(sizes.sum())
    if k not in kept:
        raise ValueError("nothing to estimate")
    place = kept.index(k)
    # The instrument less what the others say of it, from the row of the inverse.
    rest = np.zeros(k + 2)
    rest[kept] = found[0].inverse[place] / found[0].inverse[place, place]
    scores = sums(rest, [each.residual_weights() for each in found])
    m, parameters = len(scores), len(kept) + len(sizes)
    factor = (n - 1) / (n - parameters) * m / (m - 1) if m > 1 and n > parameters else np.nan
    covariance = scores.T @ scores * found[0].inverse[place, place] ** 2 * factor
    effect = float(found[1].coefficients[place])
    left = found[1].residual_squares + effect**2 / found[0].inverse[place, place]
    return Effects(
        float(found[0].coefficients[place]),
        effect,
        covariance,
        m - 1,
        1 - found[1].residual_squares / left if left > 0 else np.nan,
    )
