# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The middle of a sandwich, Σ_c s_c s_c', where rows come in chunks and s_c is the sum over cluster c's rows."""

import numpy as np

from bip_desktop.centre.statistics.within import Floats, Integers, crossed


class ClusterSquares:
    """Adds up while the rows go by. Only the sums of clusters that are seen in more than one cell are kept.

    `cluster` (n,) numbers the rows' clusters 0 to C - 1, each with a row; `cell` (n,) says which rows are added up
    together before `add` is called: those of one chunk, or of one group. `p` is the number of columns of the sums.
    """

    def __init__(self, cluster: Integers, cell: Integers, p: int) -> None:
        self.clusters = int(cluster.max()) + 1
        one = np.empty(self.clusters, dtype=np.int64)
        one[cluster] = cell
        is_spread = np.zeros(self.clusters, dtype=bool)
        is_spread[cluster[cell != one[cluster]]] = True
        self._place = np.where(is_spread, np.cumsum(is_spread) - 1, -1)
        self._kept = np.zeros((int(is_spread.sum()), p))
        self._done = np.zeros((p, p))

    def add(self, clusters: Integers, sums: Floats) -> None:
        """`sums` (s, p), each of one cluster within one cell; a cluster may come more than once."""
        places = self._place[clusters]
        here = places < 0
        done = sums[here]
        self._done += crossed(done, done)
        if here.all():
            return
        places, sums = places[~here], sums[~here]
        order = np.argsort(places, kind="stable")
        starts = np.flatnonzero(np.diff(places[order], prepend=-1))
        self._kept[places[order][starts]] += np.add.reduceat(sums[order], starts, axis=0)

    def total(self) -> Floats:
        """(p, p), when all rows have gone by."""
        return self._done + crossed(self._kept, self._kept)
