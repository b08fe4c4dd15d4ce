# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Several regressions of the same rows, looked at once: cross-products by cluster are all that coefficients and
clustered errors need. Of millions of rows, putting them together is what costs; what is asked of them is not."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from bip_desktop.centre.statistics.absorbed import Effects, Regression, effects_from, regression_from
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, crossed, numbered

MOST_BYTES = 1 << 30


class Prepared:
    """Named columns (n, k) of which any may be a covariate, an instrument or the outcome, with the level of each
    `absorbed` group taken away."""

    def __init__(self, columns: Columns, names: Sequence[str], absorbed: Integers, cluster: Integers) -> None:
        self._place = {name: place for place, name in enumerate(names)}
        self._rows, k = columns.shape
        group, number = numbered(absorbed), numbered(cluster)
        clusters = int(number.max()) + 1
        cell = numbered(group * clusters + number)  # rows of one group and one cluster
        of_group, of_cluster = (np.empty(int(cell.max()) + 1, dtype=np.int64) for _ in range(2))
        of_group[cell], of_cluster[cell] = group, number
        data = Grouped(columns.pick(range(k - 1)), columns.column(k - 1), cell)
        self._products = np.zeros((len(data.sizes), k, k))
        for chunk in data.chunks():
            for place, (start, end) in enumerate(zip(chunk.starts, [*chunk.starts[1:], len(chunk.rows)], strict=True)):
                z = chunk.z[start:end]
                self._products[chunk.first + place] += crossed(z, z)
        self.sizes = np.bincount(group)
        self._cells, cell_means = data.sizes, data.means
        totals = csr_array((self._cells.astype(float), (of_group, np.arange(len(of_group)))))
        self.means = (totals @ cell_means) / self.sizes[:, None]
        self._off = cell_means - self.means[of_group]
        self._w = self._products.sum(axis=0) + crossed(self._off, self._off * self._cells[:, None])
        self._of_cluster = csr_array((np.ones(len(of_cluster)), (of_cluster, np.arange(len(of_cluster)))))

    @staticmethod
    def fits(columns: int, clusters: int) -> bool:
        """Whether the cross-products are not too many to keep."""
        return 8 * clusters * columns**2 <= MOST_BYTES

    def knows(self, names: Sequence[str]) -> bool:
        """Whether all of these are among the columns."""
        return all(name in self._place for name in names)

    def regress(
        self, exogenous: Sequence[str], outcome: str, kind: str, instrument: tuple[str, str] | None = None
    ) -> Regression:
        """As `absorbed.regress` with clusters of this one kind. `instrument`: the covariate that is moved, and what
        moves it. Raises `ValueError` where nothing is left to estimate."""
        places = self._places([*exogenous, *(instrument or ()), outcome])

        def middles(before: list[int], weights: Floats) -> tuple[dict[str, Floats], dict[str, int], float]:
            sums = self._scores(places, weights)[:, before]
            w = self._w[np.ix_(places, places)]
            return {kind: crossed(sums, sums)}, {kind: len(sums)}, float(weights @ w @ weights)

        return regression_from(
            self._w[np.ix_(places, places)],
            self.sizes,
            self.means[:, places],
            exogenous,
            instrument[0] if instrument is not None else None,
            middles,
        )

    def effects(self, exogenous: Sequence[str], outcome: str, instrument: tuple[str, str]) -> Effects:
        """As `absorbed.instrument_effects`."""
        moved, mover = instrument
        places = [self._places([*exogenous, mover, each]) for each in (outcome, moved)]

        def sums(rest: Floats, residuals: Sequence[Floats]) -> Floats:
            found = [self._scores(at, each) @ rest for at, each in zip(places, residuals, strict=True)]
            return np.column_stack(found)

        stages = [(self._w[np.ix_(at, at)], self.means[:, at]) for at in places]
        return effects_from(stages, self.sizes, sums)

    def _places(self, names: Sequence[str]) -> list[int]:
        return [self._place[name] for name in names]

    def _scores(self, places: list[int], weights: Floats) -> Floats:
        """(clusters, p): the columns at `places` times their sum with these weights, added up by cluster."""
        whole = np.zeros(self._w.shape[0])
        whole[places] = weights
        off = self._off * ((self._off @ whole) * self._cells)[:, None]
        return np.asarray(self._of_cluster @ (self._products @ whole + off))[:, places]
