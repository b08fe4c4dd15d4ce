# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fixed effects of groups with errors that are independent, or clustered by the group, by another unit, or by both.

Small-sample factors are those of fixest and pyfixest with their defaults ("nested"): the effects of groups nested in a
cluster cost no degree of freedom. statsmodels' dummies count each; docs/tables.md explains the difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, Solved, solve


class ErrorKind(StrEnum):
    """How the errors of the rows hang together."""

    INDEPENDENT = "iid"
    GROUP = "cluster_group"
    UNIT = "cluster_unit"
    BOTH = "cluster_both"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A regression with an effect for each of G groups. Units are those of y."""

    solved: Solved
    covariances: Mapping[ErrorKind, Floats]
    """(p, p) for each kind of error."""
    effects: Floats
    """(G,): each group's effect, the rows' mean left in it."""
    sampling_variances: Floats
    """(G,): of the effects, given the coefficients, from residuals summed by unit; nan for a group with one unit."""
    sizes: Integers
    """(G,): rows of each group."""
    rows: int
    total_squares: float
    """About the mean of all rows."""
    within_squares: float
    """About the groups' means."""

    @property
    def r_squared(self) -> float:
        """With the groups."""
        return 1 - self.solved.residual_squares / self.total_squares

    def errors(self, kind: ErrorKind) -> Floats:
        """(p,): standard errors of the coefficients."""
        return np.asarray(np.sqrt(np.diag(self.covariances[kind])))


def fit(data: Grouped, unit: Integers | None = None) -> Fitted:
    """The regression of `data`; `unit` (n,) numbers the citizens 0 to U - 1, each with a row, for errors that are
    clustered by them. Looks at the rows twice, a chunk at a time."""
    products, sizes = data.products, data.sizes
    rows, groups = int(sizes.sum()), len(sizes)
    grand = sizes @ data.means / rows
    about_the_mean = np.diag(products) + sizes @ (data.means - grand) ** 2
    solved = solve(products, about_the_mean[:-1])
    meats = _Meats(data, solved, unit)
    bread, p = solved.inverse, len(solved.kept)
    covariances = {ErrorKind.INDEPENDENT: bread * _ratio(solved.residual_squares, rows - p - groups)}
    nested = _ratio(rows - 1, rows - p - 1)
    covariances[ErrorKind.GROUP] = bread @ meats.group @ bread * nested * _ratio(groups, groups - 1)
    if unit is not None:
        units = int(unit.max()) + 1
        counted = _ratio(rows - 1, rows - p - groups)
        fewest = min(groups, units)
        both = meats.group + meats.unit - meats.pair
        covariances[ErrorKind.UNIT] = bread @ meats.unit @ bread * counted * _ratio(units, units - 1)
        covariances[ErrorKind.BOTH] = bread @ both @ bread * nested * _ratio(fewest, fewest - 1)
    return Fitted(
        solved=solved,
        covariances=covariances,
        effects=data.means[:, -1] - data.means[:, solved.kept] @ solved.coefficients,
        sampling_variances=meats.variances,
        sizes=sizes,
        rows=rows,
        total_squares=float(about_the_mean[-1]),
        within_squares=float(products[-1, -1]),
    )


def _ratio(over: float, under: float) -> float:
    return over / under if under > 0 else np.nan


class _Meats:
    """The middle of each sandwich: squares of x e, summed by group, by unit and by pair of both. Each (p, p)."""

    def __init__(self, data: Grouped, solved: Solved, unit: Integers | None) -> None:
        p, groups = len(solved.kept), len(data.sizes)
        self.group, self.unit, self.pair = np.zeros((p, p)), np.zeros((p, p)), np.zeros((p, p))
        self.variances = np.full(groups, np.nan)
        moved = _Moved(unit, data.group, p) if unit is not None else None
        for chunk in data.chunks():
            x = chunk.z[:, :-1] if p == chunk.z.shape[1] - 1 else chunk.z[:, solved.kept]
            residuals = chunk.z[:, -1] - x @ solved.coefficients
            scores = x * residuals[:, None]
            sums = np.add.reduceat(scores, chunk.starts, axis=0)
            self.group += sums.T @ sums
            local = np.repeat(np.arange(len(chunk.starts)), np.diff([*chunk.starts, len(chunk.rows)]))
            if unit is None or moved is None:
                pair_of = np.arange(len(chunk.rows))
                starts, units = pair_of, pair_of
            else:
                units = unit[chunk.rows]
                pair_of = np.lexsort((units, local))
                units = units[pair_of]
                is_new = np.ones(len(units), dtype=bool)
                is_new[1:] = (np.diff(units) != 0) | (np.diff(local) != 0)
                starts = np.flatnonzero(is_new)
                pairs = np.add.reduceat(scores[pair_of], starts, axis=0)
                self.pair += pairs.T @ pairs
                moved.add(units[starts], pairs)
            summed = np.add.reduceat(residuals[pair_of], starts)
            here = slice(chunk.first, chunk.first + len(chunk.starts))
            self.variances[here] = _variances(summed, local[starts], data.sizes[here])
        if moved is not None:
            self.unit = self.pair + moved.between()


class _Moved:
    """The units seen in more than one group: only their sums must be kept until the end."""

    def __init__(self, unit: Integers, group: Integers, p: int) -> None:
        one = np.empty(int(unit.max()) + 1, dtype=np.int64)
        one[unit] = group
        has_moved = np.zeros(len(one), dtype=bool)
        has_moved[unit[group != one[unit]]] = True
        self._place = np.where(has_moved, np.cumsum(has_moved) - 1, -1)
        self._sums = np.zeros((int(has_moved.sum()), p))
        self._own = np.zeros((p, p))

    def add(self, units: Integers, pairs: Floats) -> None:
        """The sums of these pairs, each of one unit with one group."""
        places = self._place[units]
        pairs, places = pairs[places >= 0], places[places >= 0]
        order = np.argsort(places, kind="stable")
        if len(order) == 0:
            return
        pairs, places = pairs[order], places[order]
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        self._sums[places[starts]] += np.add.reduceat(pairs, starts, axis=0)
        self._own += pairs.T @ pairs

    def between(self) -> Floats:
        """(p, p): what the squares of the units' sums have beyond the squares of their pairs'."""
        return np.asarray(self._sums.T @ self._sums - self._own)


def _variances(summed: Floats, group: Integers, sizes: Integers) -> Floats:
    """Of each group's mean residual, from the residuals summed by unit: Σ r² / n² · m / (m - 1) with m units."""
    squares = np.bincount(group, summed**2, minlength=len(sizes))
    units = np.bincount(group, minlength=len(sizes))
    with np.errstate(divide="ignore", invalid="ignore"):
        found = squares / sizes.astype(float) ** 2 * units / (units - 1)
    return np.where(units > 1, found, np.nan)
