# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A linear regression with one effect for each group (each caseworker), by cross-products within the groups.

    W = Σ_g Σ_{i in g} (z_i - z̄_g)(z_i - z̄_g)'        z = (x, y)

W adds up over chunks of rows, so that memory does not grow with them, and over files, so that no row need leave a site
(`federated`). By Frisch, Waugh and Lovell its solution (`solving`) is that of least squares with a dummy per group.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from bip_desktop.centre.statistics.columns import Floats as Floats
from bip_desktop.centre.statistics.columns import Integers as Integers
from bip_desktop.centre.statistics.columns import Matrix

CHUNK_BYTES = 1 << 20
"""Of rows at a time, so that what is done to them is done in the processor's own cache: 1,619 rows of 80 covariates."""
ONE_THREAD = 1 << 18
"""Multiplications that BLAS does in one thread. Beyond, its threads wait for each other at every chunk, which on a
machine with other work costs a hundred times what they save; and the last digits would depend on their number."""


def numbered(unit: Integers) -> Integers:
    """The same units as 0, 1, 2 and on."""
    if len(unit) and unit.min() >= 0 and unit.max() < 4 * len(unit):
        there = np.bincount(unit) > 0
        return np.asarray((np.cumsum(there) - 1)[unit], dtype=np.int64)
    return np.asarray(np.unique(unit, return_inverse=True)[1].reshape(-1), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows in the order of their groups, with the groups' means taken away. To be used before the next one is
    asked for: the numbers are overwritten."""

    rows: Integers
    """(m,): where these rows stand in the data."""
    first: int
    """The first group here."""
    starts: Integers
    """(g,): where each group begins among these rows."""
    z: Floats
    """(m, k + 1): covariates and, last, the outcome, about the groups' means."""

    @property
    def local(self) -> Integers:
        """(m,): the group of each row, counted from the first one here."""
        return np.repeat(np.arange(len(self.starts)), np.diff(self.starts, append=len(self.rows)))


class Grouped:
    """Rows (x, y) put in order by group, without a copy of the whole.

    `x` is (n, k), `y` (n,), `group` (n,) whole numbers 0 to G - 1, each of which occurs; a group with one row says
    nothing of the coefficients and is counted all the same. `chunk` is how many rows are looked at together. Raises
    `ValueError` where these do not fit together, and while the rows are looked at where a number is not finite.
    """

    def __init__(self, x: Matrix, y: Floats, group: Integers, *, chunk: int | None = None) -> None:
        if x.ndim != 2 or y.shape != (len(x),) or group.shape != (len(x),):
            raise ValueError("x, y and group must have the same rows")
        if len(x) == 0 or group.min() < 0:
            raise ValueError("groups must be numbered 0 to G - 1, each with a row")
        self.sizes: Integers = np.bincount(group).astype(np.int64)
        if (self.sizes == 0).any():
            raise ValueError("groups must be numbered 0 to G - 1, each with a row")
        self.x, self.y, self.group = x, y, group
        self._chunk = chunk or CHUNK_BYTES // (8 * (x.shape[1] + 1)) + 1
        # In the narrowest type: numpy sorts short numbers by their digits, eight times as fast.
        self._order = np.argsort(group.astype(np.min_scalar_type(len(self.sizes) - 1)), kind="stable")
        self._starts = np.concatenate(([0], np.cumsum(self.sizes)))
        self._means = np.empty((len(self.sizes), x.shape[1] + 1))
        self._known = 0
        """Of how many groups the means have been found."""
        self._x, self._z = np.empty((0, x.shape[1])), np.empty((0, x.shape[1] + 1))

    def chunks(self, *, whole: bool = False) -> Iterator[Chunk]:
        """All rows. A group larger than a chunk comes in pieces, unless `whole`."""
        for first, last, begin, end in self._plan(whole=whole):
            yield self._made(first, last, begin, end)

    def numbers_of_chunks(self) -> Integers:
        """(n,): the chunk that each row is in, where groups are not whole."""
        lengths = [end - begin for _, _, begin, end in self._plan(whole=False)]
        made = np.empty(len(self.y), dtype=np.int64)
        made[self._order] = np.repeat(np.arange(len(lengths)), lengths)
        return made

    @cached_property
    def products(self) -> Floats:
        """W: (k + 1, k + 1)."""
        k = self.x.shape[1]
        total = np.zeros((k + 1, k + 1))
        for chunk in self.chunks():
            total[:k] += crossed(chunk.z[:, :k], chunk.z)
            total[k, k] += np.einsum("i,i", chunk.z[:, k], chunk.z[:, k])
        total[k, :k] = total[:k, k]
        return np.asarray((total + total.T) / 2)

    @property
    def means(self) -> Floats:
        """(G, k + 1): of each group."""
        if self._known < len(self.sizes):
            _ = self.products
        return self._means

    def _plan(self, *, whole: bool) -> Iterator[tuple[int, int, int, int]]:
        """Of each chunk: its first group, the one after its last, and its part of the rows in order."""
        first = 0
        while first < len(self.sizes):
            begin = int(self._starts[first])
            last = max(int(np.searchsorted(self._starts, begin + self._chunk, side="right")) - 1, first + 1)
            end = int(self._starts[last])
            step = end - begin if whole or end - begin <= self._chunk else self._chunk
            for start in range(begin, end, step):
                yield first, last, start, min(start + step, end)
            first = last

    def _made(self, first: int, last: int, begin: int, end: int) -> Chunk:
        is_whole = end - begin == self._starts[last] - self._starts[first]
        if not is_whole and self._known < last:
            self._learn(first, last, self._mean_of(first))
        rows = self._order[begin:end]
        x, y = self._gathered(rows), self.y[rows]
        starts = self._starts[first:last] - self._starts[first]
        sizes = self.sizes[first:last] if is_whole else np.array([end - begin])
        if self._known < last:
            sums = summed(x, np.ones(len(rows)), np.arange(len(rows)), starts)
            self._learn(first, last, np.column_stack([sums, np.add.reduceat(y, starts)]) / sizes[:, None])
        means = self._means[first:last]
        z = self._z[: len(rows)]
        np.subtract(x, np.repeat(means[:, :-1], sizes, axis=0), out=z[:, :-1])
        np.subtract(y, np.repeat(means[:, -1], sizes), out=z[:, -1])
        return Chunk(rows, first, starts, z)

    def _learn(self, first: int, last: int, means: Floats) -> None:
        if not np.isfinite(means).all():
            raise ValueError("x and y must be finite")
        self._means[first:last] = means
        self._known = last

    def _mean_of(self, group: int) -> Floats:
        """Of a group larger than a chunk."""
        total = np.zeros(self.x.shape[1] + 1)
        begin, end = self._starts[group], self._starts[group + 1]
        for start in range(begin, end, self._chunk):
            rows = self._order[start : min(start + self._chunk, end)]
            total[:-1] += self._gathered(rows).sum(axis=0)
            total[-1] += self.y[rows].sum()
        return np.asarray(total / self.sizes[group])

    def _gathered(self, rows: Integers) -> Floats:
        """These rows of x. It and z are in memory that is used again and again."""
        if len(self._z) < len(rows):
            self._x, self._z = (np.empty((len(rows), each.shape[1])) for each in (self._x, self._z))
        if not isinstance(self.x, np.ndarray) or not self.x.flags.c_contiguous or self.x.dtype != np.float64:
            return np.asarray(self.x[rows], dtype=np.float64)
        # "raise", the default, would make a copy first; of what is not contiguous `take` would copy the whole.
        return np.take(self.x, rows, axis=0, out=self._x[: len(rows)], mode="clip")


def summed(z: Floats, weights: Floats, order: Integers, starts: Integers) -> Floats:
    """(s, k): z's rows times their weights, taken in this order and added up from each start to the next."""
    parts = csr_array((weights[order], order, np.append(starts, len(order))), shape=(len(starts), len(z)))
    return np.asarray(parts @ z)


def crossed(a: Floats, b: Floats) -> Floats:
    """(p, q): a'b of (m, p) and (m, q), in blocks that BLAS does in one thread."""
    p, q = a.shape[1], b.shape[1]
    rows = max(16, ONE_THREAD // max(p * q, 1))
    made = np.zeros((p, q))
    for start in range(0, len(a), rows):
        made += a[start : start + rows].T @ b[start : start + rows]
    return made
