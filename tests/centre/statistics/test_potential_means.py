# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Potential means: of several outcomes as of one, and the truth where who gets what goes with what comes of it."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.doubly_robust import potential_means, potential_means_of_each


def world(seed: int, rows: int = 1500) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Those with a low x get the second pattern more often; it adds 0.3, and x regresses to the mean."""
    r = np.random.default_rng(seed)
    x = r.normal(size=(rows, 3))
    arm = (r.random(rows) < 1 / (1 + np.exp(1.2 * x[:, 0]))).astype(np.int64)
    return x, 0.3 * arm - 0.5 * x[:, 0] + r.normal(size=rows), arm


def test_each_of_several_outcomes_is_as_if_it_were_alone() -> None:
    x, y, arm = world(1)
    other = np.where(np.random.default_rng(2).random(len(y)) < 0.2, np.nan, y)
    alone = potential_means(x, y, arm, 2, 1)
    both = potential_means_of_each(x, {"whole": y, "part": other}, arm, 2, 1)
    assert alone is not None
    means, rows = both["whole"]
    np.testing.assert_array_equal(means.means, alone.means)
    assert len(rows) == len(y)
    part, rows = both["part"]
    assert (rows == np.flatnonzero(~np.isnan(other))).all()
    np.testing.assert_allclose(part.means, alone.means, atol=0.1)


def test_the_difference_is_found_where_the_raw_one_is_not() -> None:
    robust, raw = [], []
    for seed in range(20):
        x, y, arm = world(100 + seed)
        means, _ = potential_means_of_each(x, {"y": y}, arm, 2, 1)["y"]
        robust.append(means.means[1] - means.means[0])
        raw.append(y[arm == 1].mean() - y[arm == 0].mean())
    assert np.mean(robust) == pytest.approx(0.3, abs=0.05)
    assert np.mean(raw) > 0.6


def test_an_outcome_that_a_pattern_hardly_has_is_left_out() -> None:
    x, y, arm = world(3)
    few = np.where((arm == 1) & (np.cumsum(arm) > 3), np.nan, y)
    assert set(potential_means_of_each(x, {"y": y, "few": few}, arm, 2, 1)) == {"y"}
