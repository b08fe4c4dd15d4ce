# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The jackknife with caseworkers as instruments against a loop that leaves each citizen out, and against the truth."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.jackknife_iv import Jackknife, jackknife_iv


def world(seed: int, caseworkers: int, citizens: int, effect: float = 0.5) -> dict[str, np.ndarray]:
    """Citizens with several answers each; some change caseworker. What is not seen moves both d and y."""
    r = np.random.default_rng(seed)
    sites = 2
    first = np.concatenate([np.arange(caseworkers), r.integers(0, caseworkers, citizens - caseworkers)])
    unit = np.repeat(np.arange(citizens), 1 + r.integers(0, 3, citizens))
    dummy = first[unit]
    moves = r.random(len(unit)) < 0.1
    dummy = np.where(moves, (dummy + sites) % caseworkers, dummy)
    site = dummy % sites
    hidden = r.normal(size=citizens)[unit]
    x = np.column_stack([r.normal(size=len(unit)), r.integers(0, 2, len(unit))]).astype(float)
    level = 0.6 * r.normal(size=caseworkers)
    d = level[dummy] + 0.3 * x[:, 0] + 0.7 * hidden + r.normal(size=len(unit))
    y = effect * d + 0.4 * x[:, 0] + hidden + 0.5 * site + r.normal(size=len(unit))
    return {"x": x, "y": y, "d": d, "site": site, "dummy": dummy, "unit": unit}


def found_in(w: dict[str, np.ndarray]) -> Jackknife:
    return jackknife_iv(w["x"], w["y"], w["d"], w["site"], w["dummy"], w["unit"], w["dummy"])


def columns(group: np.ndarray) -> np.ndarray:
    return np.asarray(group[:, None] == np.unique(group), dtype=float)


def foretold(design: np.ndarray, d: np.ndarray, unit: np.ndarray) -> np.ndarray:
    made = np.empty(len(d))
    for each in np.unique(unit):
        here = unit == each
        made[here] = design[here] @ np.linalg.lstsq(design[~here], d[~here], rcond=None)[0]
    return made


def test_it_is_that_of_a_loop_that_leaves_each_citizen_out() -> None:
    w = world(3, 8, 90)
    with_dummies = foretold(np.column_stack([columns(w["dummy"]), w["x"]]), w["d"], w["unit"])
    without = foretold(np.column_stack([columns(w["site"]), w["x"]]), w["d"], w["unit"])
    moved = with_dummies - without
    effect = moved @ w["y"] / (moved @ w["d"])
    found = found_in(w)
    assert found.used.all()
    assert found.effect == pytest.approx(effect, rel=1e-10)
    controls = np.column_stack([columns(w["site"]), w["x"]])
    raw = w["y"] - effect * w["d"]
    left = raw - controls @ np.linalg.lstsq(controls, raw, rcond=None)[0]
    sums = np.array([(moved * left)[w["dummy"] == each].sum() for each in range(8)])
    assert found.se == pytest.approx(np.sqrt(8 / 7 * (sums @ sums)) / abs(moved @ w["d"]), rel=1e-10)


def test_a_caseworker_with_one_citizen_is_left_out() -> None:
    w = world(4, 8, 90)
    alone = w["unit"] == w["unit"][-1]
    w["dummy"] = np.where(alone, 99, w["dummy"])
    assert (found_in(w).used == ~alone).all()


@pytest.mark.parametrize("seed", range(4))
def test_a_citizen_with_a_covariate_of_his_own_says_nothing_and_takes_nothing_away(seed: int) -> None:
    """Whatever others say of his rows is nothing: broken once, rounding was divided by rounding."""
    w = world(30 + seed, 12, 300)
    own = (w["unit"] == 17).astype(float)
    found = found_in({**w, "x": np.column_stack([w["x"], own])})
    assert not found.used[w["unit"] == 17].any()
    scaled = found_in({**w, "x": 3 * np.column_stack([w["x"], own])})
    assert scaled.effect == pytest.approx(found.effect, rel=1e-8)
    others = w["unit"] != 17
    without = found_in({name: each[others] for name, each in w.items()})
    # Differences among his own rows still say something of the other covariates.
    assert found.effect == pytest.approx(without.effect, abs=2e-3)
    assert found.se == pytest.approx(without.se, rel=0.02)


def test_the_intervals_hold_the_truth_and_what_is_hidden_does_not_pull() -> None:
    held, effects, plain = 0, [], []
    for seed in range(60):
        w = world(500 + seed, 60, 500)
        found = found_in(w)
        held += found.low <= 0.5 <= found.high
        effects.append(found.effect)
        design = np.column_stack([columns(w["site"]), w["x"], w["d"]])
        plain.append(np.linalg.lstsq(design, w["y"], rcond=None)[0][-1])
    assert held >= 53
    assert np.mean(effects) == pytest.approx(0.5, abs=0.03)
    assert np.mean(plain) > 0.75


def test_dummies_that_say_nothing_are_refused() -> None:
    w = world(1, 8, 90)
    w["dummy"] = w["site"]
    with pytest.raises(ValueError, match="nothing to estimate"):
        found_in(w)
