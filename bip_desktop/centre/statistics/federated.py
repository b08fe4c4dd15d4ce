# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The same regression from sums per caseworker: no row leaves a site, and the answer is that of all rows together.

With W_g the cross-products of group g about its mean, coefficients are those of Σ W_g, and the clustered score of g is
W_g[x, y] - W_g[x, x] β. In doubles it is the same to 1e-12, while no covariate has all but a thousandth of its variance
determined by the others; beyond that to the condition number of their correlations times 1e-15 of a standard error.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.columns import Matrix
from bip_desktop.centre.statistics.solving import Solved, solve
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, crossed, numbered


@dataclass(frozen=True)
class Sums:
    """Of G groups and k covariates; the outcome stands last."""

    sizes: Integers
    """(G,): rows."""
    units: Integers
    """(G,): citizens."""
    sums: Floats
    """(G, k + 1)"""
    products: Floats
    """(G, k + 1, k + 1): about the group's mean."""


@dataclass(frozen=True)
class Pooled:
    """What the rows of all sites together would give."""

    solved: Solved
    covariance: Floats
    """(p, p): clustered by group, with the factors of `fixed_effects`."""
    rows: int
    groups: int
    units: int


def summarise(x: Matrix, y: Floats, group: Integers, unit: Integers, least: int) -> Sums:
    """The sums of each group with at least `least` units; a group with fewer is left out. `x` is (n, k), `y` (n,);
    `group` and `unit` (n,) are whole numbers from 0. Raises `ValueError` where a number is not finite."""
    span = int(unit.max(initial=0)) + 1
    units = np.bincount(np.unique(group * span + unit) // span, minlength=int(group.max(initial=0)) + 1)
    rows = units[group] >= least
    k = x.shape[1] + 1
    if not rows.any():
        nothing = np.zeros(0, dtype=np.int64)
        return Sums(nothing, nothing, np.zeros((0, k)), np.zeros((0, k, k)))
    kept = np.flatnonzero(units >= max(least, 1))
    data = Grouped(x[np.flatnonzero(rows)], y[rows], numbered(group[rows]))
    products = np.empty((len(kept), k, k))
    for chunk in data.chunks(whole=True):
        ends = [*chunk.starts[1:], len(chunk.rows)]
        for place, (start, end) in enumerate(zip(chunk.starts, ends, strict=True)):
            z = chunk.z[start:end]
            products[chunk.first + place] = crossed(z, z)
    return Sums(data.sizes, np.asarray(units[kept]), data.means * data.sizes[:, None], products)


def combine(sites: Sequence[Sums]) -> Pooled:
    """One regression of all. Raises `ValueError` where there is nothing to estimate from: fewer than two groups, or an
    outcome that is the same in all rows."""
    sizes = np.concatenate([site.sizes for site in sites])
    if len(sizes) < 2:
        raise ValueError("too few groups")
    w = np.sum([site.products.sum(axis=0) for site in sites], axis=0)
    found = solve(w, sizes, np.concatenate([site.sums for site in sites]) / sizes[:, None])
    if not found.totals[-1] > 0:
        raise ValueError("the outcome does not vary")
    weights = found.residual_weights()
    scores = np.concatenate([site.products @ weights for site in sites])[:, found.kept]
    rows, groups, p = int(sizes.sum()), len(sizes), len(found.kept)
    factor = (rows - 1) / (rows - p - 1) * groups / (groups - 1) if rows > p + 1 else np.nan
    covariance = found.inverse @ crossed(scores, scores) @ found.inverse * factor
    return Pooled(found, covariance, rows, groups, int(sum(site.units.sum() for site in sites)))
