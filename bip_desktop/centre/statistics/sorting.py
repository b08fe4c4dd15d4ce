# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether groups with large effects had units with small chances. An effect is what is left when the covariates have
said theirs, so that an error in what they say stands in both with opposite signs: found from the same rows, the two go
against each other by construction. Found from different halves of the units they do not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from bip_desktop.centre.statistics.group_effects import Halves, Rows, halve
from bip_desktop.centre.statistics.within import Floats, Integers


def foretold(rows: Rows, halves: Halves, chance: np.random.Generator) -> Halves:
    """What the covariates foretell of each group, by half. `chance` must be in the state in which it made `halves`."""
    bare = replace(rows, x=np.zeros((len(rows.y), 0)))
    means = halve(bare, len(halves.one), chance, np.zeros(0), lambda *_: None)
    place = np.searchsorted(means.kept, halves.kept)
    return Halves(means.one[:, place] - halves.one, means.other[:, place] - halves.other, halves.kept)


def correlation(chances: Halves, effects: Halves) -> Callable[[Integers], float]:
    """Of what is foretold in one half with the effects of the other, both rid of their noise; of the groups that are
    asked for. nan where nothing is left of one of them; with much noise it can lie beyond 1."""

    def of(chosen: Integers) -> float:
        a, b = chances.one[:, chosen], chances.other[:, chosen]
        c, d = effects.one[:, chosen], effects.other[:, chosen]
        spreads = _covariance(a, b), _covariance(c, d)
        if min(spreads) <= 0:
            return float("nan")
        return (_covariance(a, d) + _covariance(b, c)) / 2 / float(np.sqrt(spreads[0] * spreads[1]))

    return of


def _covariance(one: Floats, other: Floats) -> float:
    centred = one - one.mean(axis=1, keepdims=True)
    return float((centred * other).sum(axis=1).mean() / max(one.shape[1] - 1, 1))
