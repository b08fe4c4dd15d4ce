# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The same regression from sums per caseworker: no row leaves a site, and the answer is that of all rows together.

With W_g the cross-products of group g about its mean, coefficients are those of Σ W_g, and the clustered score of g is
W_g[x, y] - W_g[x, x] β.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.columns import Matrix
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, Solved, solve


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
    total_squares: float

    @property
    def r_squared(self) -> float:
        """With the groups."""
        return 1 - self.solved.residual_squares / self.total_squares


def summarise(x: Matrix, y: Floats, group: Integers, unit: Integers, least: int) -> Sums:
    """The sums of each group with at least `least` units; a group with fewer is left out."""
    pairs = np.unique(np.stack([group, unit]), axis=1)
    units = np.bincount(pairs[0], minlength=int(group.max()) + 1) if len(group) else np.zeros(0, dtype=np.int64)
    rows = units[group] >= least
    k = x.shape[1] + 1
    if not rows.any():
        nothing = np.zeros(0, dtype=np.int64)
        return Sums(nothing, nothing, np.zeros((0, k)), np.zeros((0, k, k)))
    kept, number = np.unique(group[rows], return_inverse=True)
    data = Grouped(x[np.flatnonzero(rows)], y[rows], number.reshape(-1).astype(np.int64))
    products = np.empty((len(kept), k, k))
    for chunk in data.chunks():
        ends = [*chunk.starts[1:], len(chunk.rows)]
        for place, (start, end) in enumerate(zip(chunk.starts, ends, strict=True)):
            z = chunk.z[start:end]
            products[chunk.first + place] = z.T @ z
    return Sums(data.sizes, np.asarray(units[kept]), data.means * data.sizes[:, None], products)


def combine(sites: Sequence[Sums]) -> Pooled:
    """One regression of all. Raises `ValueError` where there is nothing to estimate from."""
    sizes = np.concatenate([site.sizes for site in sites])
    products = np.concatenate([site.products for site in sites])
    if len(sizes) == 0:
        raise ValueError("no groups")
    means = np.concatenate([site.sums for site in sites]) / sizes[:, None]
    rows = int(sizes.sum())
    w = products.sum(axis=0)
    about = np.diag(w) + sizes @ (means - sizes @ means / rows) ** 2
    solved = solve(w, about[:-1])
    kept, beta = solved.kept, solved.coefficients
    scores = products[:, kept, -1] - products[:, kept][:, :, kept] @ beta
    p, groups = len(kept), len(sizes)
    factor = (rows - 1) / (rows - p - 1) * groups / (groups - 1) if groups > 1 and rows > p + 1 else np.nan
    covariance = solved.inverse @ (scores.T @ scores) @ solved.inverse * factor
    units = int(sum(site.units.sum() for site in sites))
    return Pooled(solved, covariance, rows, groups, units, float(about[-1]))
