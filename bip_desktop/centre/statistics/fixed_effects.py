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

from bip_desktop.centre.statistics.clusters import ClusterSquares
from bip_desktop.centre.statistics.solving import Solved, solved
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, crossed, summed


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

    @property
    def total_squares(self) -> float:
        """Of y about the mean of all rows."""
        return float(self.solved.totals[-1])

    @property
    def r_squared(self) -> float:
        """With the groups."""
        return self.solved.r_squared

    def errors(self, kind: ErrorKind) -> Floats:
        """(p,): standard errors of the coefficients; nan where clusters are too few to tell: clustered both ways
        a variance can come out below zero."""
        with np.errstate(invalid="ignore"):
            return np.asarray(np.sqrt(np.diag(self.covariances[kind])))


def fit(data: Grouped, unit: Integers | None = None) -> Fitted:
    """The regression of `data`; `unit` (n,) numbers the citizens 0 to U - 1, each with a row, for errors that are
    clustered by them. Looks at the rows twice, a chunk at a time. Raises `ValueError` where a number is not finite."""
    found = solved(data)
    rows, groups = int(data.sizes.sum()), len(data.sizes)
    meats = _Meats(data, found, unit)
    bread, p = found.inverse, len(found.kept)
    covariances = {ErrorKind.INDEPENDENT: bread * _ratio(found.residual_squares, rows - p - groups)}
    nested = _ratio(rows - 1, rows - p - 1)
    covariances[ErrorKind.GROUP] = bread @ meats.group @ bread * nested * _ratio(groups, groups - 1)
    if meats.unit is not None:
        unit_meat, units = meats.unit.total(), meats.unit.clusters
        counted = _ratio(rows - 1, rows - p - groups)
        fewest = min(groups, units)
        both = meats.group + unit_meat - meats.pair
        covariances[ErrorKind.UNIT] = bread @ unit_meat @ bread * counted * _ratio(units, units - 1)
        covariances[ErrorKind.BOTH] = bread @ both @ bread * nested * _ratio(fewest, fewest - 1)
    return Fitted(
        solved=found,
        covariances=covariances,
        effects=data.means @ found.residual_weights(),
        sampling_variances=meats.variances,
        sizes=data.sizes,
        rows=rows,
    )


def _ratio(over: float, under: float) -> float:
    return over / under if under > 0 else np.nan


class _Meats:
    """The middle of each sandwich: squares of x e, summed by group, by pair of group and unit, each (p, p), and by
    unit."""

    def __init__(self, data: Grouped, found: Solved, unit: Integers | None) -> None:
        kept, p = found.kept, len(found.kept)
        self.group, self.pair = np.zeros((p, p)), np.zeros((p, p))
        self.unit = ClusterSquares(unit, data.group, p) if unit is not None else None
        self.variances = np.full(len(data.sizes), np.nan)
        weights = found.residual_weights()
        for chunk in data.chunks(whole=True):
            residuals, local = np.einsum("ij,j", chunk.z, weights), chunk.local
            order, starts = np.arange(len(local)), chunk.starts
            sums = summed(chunk.z, residuals, order, starts)[:, kept]
            self.group += crossed(sums, sums)
            if unit is None or self.unit is None:
                pair_residuals, group_of_pair = residuals, local
            else:
                units = unit[chunk.rows]
                order = np.lexsort((units, local))
                is_new = np.diff(units[order], prepend=-1) != 0
                is_new[chunk.starts] = True
                starts = np.flatnonzero(is_new)
                pairs = summed(chunk.z, residuals, order, starts)[:, kept]
                self.pair += crossed(pairs, pairs)
                self.unit.add(units[order][starts], pairs)
                pair_residuals, group_of_pair = np.add.reduceat(residuals[order], starts), local[starts]
            here = slice(chunk.first, chunk.first + len(chunk.starts))
            self.variances[here] = _variances(pair_residuals, group_of_pair, data.sizes[here])


def _variances(summed: Floats, group: Integers, sizes: Integers) -> Floats:
    """Of each group's mean residual, from the residuals summed by unit: Σ r² / n² · m / (m - 1) with m units."""
    squares = np.bincount(group, summed**2, minlength=len(sizes))
    units = np.bincount(group, minlength=len(sizes))
    with np.errstate(divide="ignore", invalid="ignore"):
        found = squares / sizes.astype(float) ** 2 * units / (units - 1)
    return np.where(units > 1, found, np.nan)
