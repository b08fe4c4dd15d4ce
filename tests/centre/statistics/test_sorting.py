# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether those with large effects had units with small chances: found where it is so, and not where it is not."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.group_effects import Rows, effects_of, halve
from bip_desktop.centre.statistics.solving import solved
from bip_desktop.centre.statistics.sorting import correlation, foretold
from bip_desktop.centre.statistics.within import Grouped


def world(seed: int, sorted_by: float, groups: int = 120, units: int = 2400) -> tuple[Rows, float]:
    """Groups with an effect and with units of better or worse chances, correlated by `sorted_by`; and what is true of
    those that were drawn. The other covariates say nothing, but differ between groups."""
    r = np.random.default_rng(seed)
    chance = r.normal(size=groups)
    effect = sorted_by * chance + np.sqrt(1 - sorted_by**2) * r.normal(size=groups)
    group = np.concatenate([np.arange(groups), np.arange(groups), r.integers(0, groups, units - 2 * groups)])
    silent = r.normal(size=(groups, 20))[group] + 0.5 * r.normal(size=(units, 20))
    x = np.column_stack([0.5 * chance[group] + r.normal(size=units), silent])
    y = 0.8 * x[:, 0] + 0.4 * effect[group] + 1.5 * r.normal(size=units)
    twice = np.repeat(np.arange(units), 2)
    noise = 0.7 * r.normal(size=2 * units)
    rows = Rows(x[twice], y[twice] + noise, group[twice], twice, np.zeros(units, dtype=np.int64))
    return rows, float(np.corrcoef(chance, effect)[0, 1])


def found_in(rows: Rows) -> tuple[float, float]:
    """The plain correlation, and that of halves."""
    effects, _ = effects_of(rows.x, rows.y, rows.group, rows.groups)
    means = np.bincount(rows.group, rows.y) / np.bincount(rows.group) - effects
    halves = halve(rows, 12, np.random.default_rng(7), None, lambda *_: None)
    measure = correlation(foretold(rows, halves, np.random.default_rng(7)), halves)
    return float(np.corrcoef(means, effects)[0, 1]), measure(np.arange(len(halves.kept)))


def test_halves_find_what_is_so_where_the_plain_correlation_leans() -> None:
    for sorted_by in (0.0, -0.6):
        made = [world(seed, sorted_by) for seed in range(20)]
        plain, halved = np.array([found_in(rows) for rows, _ in made]).T
        true = float(np.mean([each for _, each in made]))
        assert np.nanmedian(halved) == pytest.approx(true, abs=0.15)
        if sorted_by == 0:
            assert np.mean(plain) < true - 0.2


def test_what_is_foretold_is_what_each_half_foretells() -> None:
    rows, _ = world(3, 0.0)
    halves = halve(rows, 2, np.random.default_rng(1), None, lambda *_: None)
    said = foretold(rows, halves, np.random.default_rng(1))
    # Of one split: the halves' means and coefficients found anew.
    from bip_desktop.centre.statistics.group_effects import _alternating

    first = np.searchsorted(rows.unit, np.arange(rows.units))
    here = _alternating(rows.group[first], np.random.default_rng(1))[rows.unit]
    data = Grouped(rows.x[here], rows.y[here], rows.group[here])
    coefficients = solved(data).coefficients
    np.testing.assert_allclose(said.one[0], data.means[:, :-1] @ coefficients, rtol=1e-9, atol=1e-12)
