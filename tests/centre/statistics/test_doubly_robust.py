# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What would have come of each pattern: found where patterns go to those who do well anyway, whatever covariates say
the same."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.doubly_robust import Arms, potential_means
from bip_desktop.centre.statistics.within import Floats, Integers

TRUE = [1.0, 1.5, 1.0]


def world(seed: int, rows: int = 6000) -> tuple[Floats, Floats, Integers]:
    """Three patterns; those who do well anyway have the second more often."""
    r = np.random.default_rng(seed)
    x = r.normal(size=(rows, 4))
    liking = np.column_stack([np.zeros(rows), 0.8 * x[:, 0], -0.3 * x[:, 1]]) + r.gumbel(size=(rows, 3))
    arm = liking.argmax(axis=1)
    return x, np.array(TRUE)[arm] + x[:, 0] + 0.5 * r.normal(size=rows), arm


def found_in(x: Floats, y: Floats, arm: Integers) -> Arms:
    found = potential_means(x, y, arm, 3, 1)
    assert found is not None
    return found


def test_it_finds_the_truth_where_plain_means_do_not() -> None:
    found = np.mean([found_in(*world(seed)).means for seed in range(5)], axis=0)
    np.testing.assert_allclose(found, TRUE, atol=0.03)
    _, y, arm = world(0)
    assert y[arm == 1].mean() > TRUE[1] + 0.2


def test_the_errors_are_those_of_the_influence() -> None:
    """The means of 40 worlds scatter as the influence says."""
    made = [found_in(*world(seed, rows=1500)) for seed in range(40)]
    said = np.mean([np.sqrt((each.influence**2).sum(axis=0)) / 1500 for each in made], axis=0)
    np.testing.assert_allclose(np.std([each.means for each in made], axis=0), said, rtol=0.35)


@pytest.mark.parametrize("more", ["constant", "twice", "sum"])
def test_a_covariate_that_says_nothing_more_changes_nothing(more: str) -> None:
    """Broken once by leaving it to the logit, which then finds nothing at all."""
    x, y, arm = world(3)
    added = {"constant": np.full(len(y), 0.1), "twice": 2 * x[:, 1] + 5, "sum": x[:, 0] - x[:, 2]}[more]
    plain, other = found_in(x, y, arm), found_in(np.column_stack([x, added]), y, arm)
    np.testing.assert_allclose(other.means, plain.means, rtol=1e-9)
    columns = potential_means(Columns.side_by_side([x, added]), y, arm, 3, 1)
    assert columns is not None
    np.testing.assert_allclose(columns.means, plain.means, rtol=1e-9)


def test_a_pattern_that_a_covariate_foretells_for_certain_has_no_model() -> None:
    x, y, arm = world(4)
    assert potential_means(np.column_stack([x, arm == 2]).astype(float), y, arm, 3, 1) is None
