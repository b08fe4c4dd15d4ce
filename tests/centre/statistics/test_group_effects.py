# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Worlds with known differences between caseworkers: what halves, shrinkage and shuffling make of them."""

from collections.abc import Callable

import numpy as np
import pytest

from bip_desktop.centre.statistics.fixed_effects import fit
from bip_desktop.centre.statistics.group_effects import (
    Rows,
    effects_of,
    forecast_slope,
    gain,
    gap,
    halve,
    permute,
    pooled_variances,
    quarters,
    shrink,
    shuffled,
)
from bip_desktop.centre.statistics.within import Floats, Grouped


def silent(_done: int, _of: int) -> None:
    """Nobody watches."""


def world(seed: int, spread: float, groups: int = 60, units: int = 1200) -> tuple[Rows, Floats]:
    """Answers of citizens whose caseworkers' effects have this standard deviation."""
    r = np.random.default_rng(seed)
    true = r.normal(0, spread, groups)
    group_of = np.concatenate([np.arange(groups), r.integers(0, groups, units - groups)])
    unit = np.repeat(np.arange(units), 1 + r.poisson(1.2, units))
    group = group_of[unit]
    x = r.normal(size=(len(unit), 5))
    luck = 0.25 * r.normal(size=units)[unit] + 0.2 * r.normal(size=len(unit))
    return Rows(x, 0.15 + true[group] + x @ np.full(5, 0.02) + luck, group, unit, group_of % 3), true


def shrunken(rows: Rows, seed: int) -> tuple[Floats, Floats, Floats, float]:
    fitted = fit(Grouped(rows.x, rows.y, rows.group), rows.unit)
    halves = halve(rows, 20, np.random.default_rng(seed), None, silent)
    units = np.bincount(np.unique(np.stack([rows.group, rows.unit]), axis=1)[0])
    made = shrink(fitted.effects, pooled_variances(fitted.sampling_variances, units, fitted.sizes), halves.signal())
    return fitted.effects, made.effects, made.errors, halves.gap()


def test_quarters_are_cut_as_array_split_cuts_them() -> None:
    assert [len(each) for each in quarters(np.arange(115.0))] == [29, 29, 29, 28]
    ranked = quarters(np.array([3.0, 1, 2, 0]))
    assert [int(each[0]) for each in ranked] == [3, 1, 2, 0]


def test_a_gap_and_a_gain_by_hand() -> None:
    effects = np.array([0.0, 1, 2, 3, 4, 5, 6, 7])
    assert gap(effects, effects) == pytest.approx(6.0)
    assert gain(effects, effects, np.ones(8)) == pytest.approx(6.5 - 3.5)
    assert gain(effects, effects, np.array([0, 0, 0, 0, 0, 0, 1.0, 1])) == pytest.approx(0.0)


def test_shrinkage_by_hand() -> None:
    made = shrink(np.array([1.0, -1.0]), np.array([1.0, 1.0]), 1.0)
    np.testing.assert_allclose(made.effects, [0.5, -0.5])
    np.testing.assert_allclose(made.errors, np.sqrt([0.5, 0.5]))
    nothing = shrink(np.array([1.0, -1.0]), np.array([1.0, 1.0]), -0.3)
    np.testing.assert_allclose(nothing.effects, [0.0, 0.0])


def test_halves_split_citizens_never_their_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    from bip_desktop.centre.statistics import group_effects

    rows, _ = world(1, 0.0)
    seen: list[set[int]] = []
    real: Callable[..., tuple[Floats, float]] = effects_of

    def spying(x: Floats, *rest: object) -> tuple[Floats, float]:
        found = {tuple(each) for each in x}
        seen.append({int(u) for u, each in zip(rows.unit, np.asarray(rows.x), strict=True) if tuple(each) in found})
        return real(x, *rest)

    monkeypatch.setattr(group_effects, "effects_of", spying)
    halve(rows, 2, np.random.default_rng(1), None, silent)
    for one, other in (seen[:2], seen[2:]):
        assert not one & other
        assert len(one | other) == rows.units


def test_where_nobody_differs_the_naive_gap_is_large_and_the_halved_one_is_none() -> None:
    naive, halved = [], []
    for seed in range(12):
        rows, _ = world(seed, 0.0)
        effects, _, _, split = shrunken(rows, seed)
        naive.append(100 * gap(effects, effects))
        halved.append(100 * split)
    assert np.mean(naive) > 10
    assert abs(np.mean(halved)) < 1.0


def test_the_shrunken_gap_is_the_true_gap_of_those_groups() -> None:
    true_gaps, shrunken_gaps, naive = [], [], []
    for seed in range(12):
        rows, true = world(seed, 0.07)
        effects, drawn, _, _ = shrunken(rows, seed)
        true_gaps.append(100 * gap(effects, true))
        shrunken_gaps.append(100 * gap(effects, drawn))
        naive.append(100 * gap(effects, effects))
    assert np.mean(shrunken_gaps) == pytest.approx(np.mean(true_gaps), abs=1.5)
    assert np.mean(naive) > np.mean(true_gaps) + 2


def test_the_forecast_test_is_one_where_the_noise_of_a_half_is_known() -> None:
    """Broken once by forgetting that a half has twice the noise of the whole."""
    slopes = []
    for seed in range(12):
        rows, _ = world(100 + seed, 0.08, units=1000)
        fitted = fit(Grouped(rows.x, rows.y, rows.group), rows.unit)
        halves = halve(rows, 10, np.random.default_rng(seed), None, silent)
        units = np.bincount(np.unique(np.stack([rows.group, rows.unit]), axis=1)[0])
        variances = pooled_variances(fitted.sampling_variances, units, fitted.sizes)
        slopes.append(forecast_slope(halves, variances[halves.kept], halves.signal(), np.arange(len(halves.kept))))
    assert np.mean(slopes) == pytest.approx(1, abs=0.12)


def test_posterior_intervals_hold_the_true_effects() -> None:
    held = []
    for seed in range(10):
        rows, true = world(seed, 0.06)
        _, drawn, errors, _ = shrunken(rows, seed)
        centred = true - true.mean() + drawn.mean()
        held.append(np.mean(np.abs(drawn - centred) <= 1.96 * errors))
    assert np.mean(held) >= 0.9


def test_shuffled_worlds_keep_citizens_whole_and_within_their_stratum() -> None:
    rows, _ = world(2, 0.1)
    group = shuffled(rows, np.random.default_rng(3))
    assert (group != rows.group).mean() > 0.5
    stratum_of_group = np.arange(rows.groups) % 3
    assert (stratum_of_group[group] == rows.stratum[rows.unit]).all()
    for unit in range(50):
        assert len(set(group[rows.unit == unit])) == 1


def test_shuffling_takes_a_true_difference_away() -> None:
    rows, _ = world(4, 0.1)
    null = permute(rows, 12, np.random.default_rng(5), None, silent)
    effects, _ = effects_of(rows.x, rows.y, rows.group, rows.groups)
    assert gap(effects, effects) > null.gaps.max()
    assert abs(np.mean(null.split_gaps)) < 0.03


def test_known_coefficients_give_what_refitting_gives_where_answers_are_many() -> None:
    rows, _ = world(6, 0.05, units=8000)
    fitted = fit(Grouped(rows.x, rows.y, rows.group))
    fast, _ = effects_of(rows.x, rows.y, rows.group, rows.groups, fitted.solved.coefficients)
    np.testing.assert_allclose(fast, fitted.effects, atol=1e-12)
