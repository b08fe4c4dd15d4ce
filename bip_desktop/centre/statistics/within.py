# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A linear regression with one effect for each group (each caseworker), by cross-products within the groups.

    W = Σ_g Σ_{i in g} (z_i - z̄_g)(z_i - z̄_g)'        z = (x, y)

W adds up over chunks of rows, so that memory does not grow with them, and over files, so that no row need leave a site
(`federated`). By Frisch, Waugh and Lovell its solution is that of least squares with a dummy for each group.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bip_desktop.centre.statistics.columns import Floats as Floats
from bip_desktop.centre.statistics.columns import Integers as Integers
from bip_desktop.centre.statistics.columns import Matrix

CHUNK = 4_096
"""Rows at a time: some 3 MB with 80 covariates, so that a chunk stays in the processor's cache."""
COLLINEAR = 1e-9
"""A covariate of which less than this share of its variance is left by the ones before it says nothing new."""
CONSTANT = 1e-12
"""A covariate of which less than this share of its variance lies within the groups is constant in each."""


def numbered(unit: Integers) -> Integers:
    """The same units as 0, 1, 2 and on."""
    if len(unit) and unit.min() >= 0 and unit.max() < 4 * len(unit):
        there = np.bincount(unit) > 0
        return np.asarray((np.cumsum(there) - 1)[unit], dtype=np.int64)
    return np.asarray(np.unique(unit, return_inverse=True)[1].reshape(-1), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of whole groups, or some of one large group, in the order of the groups, with the groups' means taken
    away."""

    rows: Integers
    """(m,): where these rows stand in the data."""
    first: int
    """The first group here."""
    starts: Integers
    """(g,): where each group begins among these rows."""
    z: Floats
    """(m, k + 1): covariates and, last, the outcome, about the groups' means."""


class Grouped:
    """Rows (x, y) put in order by group, without a copy of the whole.

    `x` is (n, k), `y` (n,), `group` (n,) whole numbers 0 to G - 1, each of which occurs. Raises `ValueError` where
    these do not fit together. Where not `whole`, a group with many rows comes in several chunks, so that memory does
    not grow with it.
    """

    def __init__(self, x: Matrix, y: Floats, group: Integers, *, chunk: int = CHUNK, whole: bool = True) -> None:
        if x.ndim != 2 or y.shape != (len(x),) or group.shape != (len(x),):
            raise ValueError("x, y and group must have the same rows")
        if len(x) == 0 or group.min() < 0 or (np.bincount(group) == 0).any():
            raise ValueError("groups must be numbered 0 to G - 1, each with a row")
        self.sizes: Integers = np.bincount(group).astype(np.int64)
        self.x, self.y, self.group = x, y, group
        self._chunk, self._whole = chunk, whole
        self._order = np.argsort(group, kind="stable")
        self._starts = np.concatenate(([0], np.cumsum(self.sizes)))
        self._kept: Chunk | None = None
        """The only chunk, where there is but one: it is looked at twice."""
        self._parted_known: set[int] = set()
        self.means = np.empty((len(self.sizes), x.shape[1] + 1))

    def chunks(self) -> Iterator[Chunk]:
        """The rows about their groups' means. Fills `means` (G, k + 1) on the way."""
        if self._kept is not None:
            yield self._kept
            return
        first = 0
        while first < len(self.sizes):
            last = int(np.searchsorted(self._starts, self._starts[first] + self._chunk, side="right")) - 1
            last = max(last, first + 1)
            if not self._whole and self._starts[last] - self._starts[first] > 2 * self._chunk:
                yield from self._parted(first)
                first = last
                continue
            made = self._made(first, last)
            if first == 0 and last == len(self.sizes):
                self._kept = made
            yield made
            first = last

    def _made(self, first: int, last: int) -> Chunk:
        rows = self._order[self._starts[first] : self._starts[last]]
        z = self._block(rows)
        starts = self._starts[first:last] - self._starts[first]
        sizes = self.sizes[first:last]
        means = np.add.reduceat(z, starts, axis=0) / sizes[:, None]
        self.means[first:last] = means
        z -= np.repeat(means, sizes, axis=0)
        return Chunk(rows, first, starts, z)

    def _parted(self, group: int) -> Iterator[Chunk]:
        """One group's rows, some at a time; the first time round its mean is found before."""
        places = range(int(self._starts[group]), int(self._starts[group + 1]), self._chunk)
        parts = [self._order[at : min(at + self._chunk, places.stop)] for at in places]
        if group not in self._parted_known:
            self.means[group] = sum(self._block(rows).sum(axis=0) for rows in parts) / self.sizes[group]
            self._parted_known.add(group)
        for rows in parts:
            z = self._block(rows)
            z -= self.means[group]
            yield Chunk(rows, group, np.zeros(1, dtype=np.int64), z)

    def _block(self, rows: Integers) -> Floats:
        z = np.empty((len(rows), self.x.shape[1] + 1))
        z[:, :-1] = self.x[rows]
        z[:, -1] = self.y[rows]
        return z

    @cached_property
    def products(self) -> Floats:
        """W: (k + 1, k + 1)."""
        total = np.zeros((self.x.shape[1] + 1,) * 2)
        for chunk in self.chunks():
            total += chunk.z.T @ chunk.z
        return total


@dataclass(frozen=True, slots=True)
class Solved:
    """Coefficients of the covariates that say something, and why the others do not."""

    kept: Integers
    """(p,): the places of the covariates with a coefficient."""
    constant: tuple[int, ...]
    """The places of those that do not vary within any group."""
    collinear: tuple[int, ...]
    """The places of those that the ones before determine."""
    coefficients: Floats
    """(p,)"""
    inverse: Floats
    """(p, p): the inverse of the kept covariates' W."""
    residual_squares: float
    """The sum of squared residuals."""


def solve(products: Floats, about_the_mean: Floats) -> Solved:
    """Least squares from W.

    `about_the_mean` (k,) is each covariate's sum of squares about its mean over all rows: what W is measured against
    to find a covariate that is constant within the groups.
    """
    k = len(products) - 1
    constant = [j for j in range(k) if products[j, j] <= CONSTANT * max(about_the_mean[j], np.finfo(float).tiny)]
    kept, collinear = _independent(products[:k, :k], [j for j in range(k) if j not in set(constant)])
    w = products[np.ix_(kept, kept)]
    scale = 1 / np.sqrt(np.diag(w))
    inverse = np.linalg.inv(w * np.outer(scale, scale)) * np.outer(scale, scale)
    target = products[kept, k]
    coefficients = np.linalg.solve(w * np.outer(scale, scale), target * scale) * scale
    return Solved(
        kept=np.array(kept, dtype=np.int64),
        constant=tuple(constant),
        collinear=tuple(collinear),
        coefficients=coefficients,
        inverse=(inverse + inverse.T) / 2,
        residual_squares=float(products[k, k] - coefficients @ target),
    )


def _independent(w: Floats, candidates: list[int]) -> tuple[list[int], list[int]]:
    """Which covariates the ones before leave something of, by Cholesky's factor of their correlations."""
    scale = 1 / np.sqrt(np.diag(w)[candidates])
    r = w[np.ix_(candidates, candidates)] * np.outer(scale, scale)
    with suppress(np.linalg.LinAlgError):
        if (np.diag(np.linalg.cholesky(r)) ** 2 > COLLINEAR).all():
            return candidates, []
    # Something is determined by others: row by row, so that the first ones stay.
    kept: list[int] = []
    collinear: list[int] = []
    factor = np.zeros_like(r)
    for place, j in enumerate(candidates):
        p = len(kept)
        before = [candidates.index(each) for each in kept]
        row = np.linalg.solve(factor[:p, :p], r[place, before])
        left = 1 - row @ row
        if left <= COLLINEAR:
            collinear.append(j)
            continue
        factor[p, :p] = row
        factor[p, p] = np.sqrt(left)
        kept.append(j)
    return kept, collinear
