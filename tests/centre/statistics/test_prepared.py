# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is found from cross-products by cluster is what the rows give."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.absorbed import Instrument, Regression, instrument_effects, regress
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.prepared import Prepared
from bip_desktop.centre.statistics.within import Floats, Integers

NAMES = ("a", "b", "same", "twice")


def world(seed: int) -> tuple[Floats, Floats, Floats, Floats, Integers, Integers]:
    """Covariates of which one is constant and one another's double, what is moved, its mover, the outcome; clusters
    that cross the groups."""
    chance = np.random.default_rng(seed)
    n = 4_000
    group, cluster = chance.integers(0, 5, n), chance.integers(0, 40, n) * 3
    x = np.column_stack([chance.normal(size=n), 100 + chance.integers(1, 6, n), np.full(n, 7.0), np.zeros(n)])
    x[:, 3] = 2 * x[:, 0]
    mover = chance.normal(size=n) + 0.3 * group
    moved = mover + 0.2 * x[:, 1] + chance.normal(size=n) + 0.1 * cluster
    return x, moved, mover, moved * 0.5 + x[:, 0] + group + chance.normal(size=n), group, cluster


def same(one: Regression, other: Regression) -> None:
    assert (one.names, one.left_out, one.rows, one.freedom) == (other.names, other.left_out, other.rows, other.freedom)
    np.testing.assert_allclose(one.coefficients, other.coefficients, rtol=1e-10)
    np.testing.assert_allclose(one.covariances["c"], other.covariances["c"], rtol=1e-9, atol=1e-15)
    assert one.r_squared == pytest.approx(other.r_squared, rel=1e-10)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_regression_is_that_of_the_rows(seed: int) -> None:
    x, moved, mover, y, group, cluster = world(seed)
    columns = Columns.side_by_side([x, moved, mover, y])
    ready = Prepared(columns, [*NAMES, "moved", "mover", "y"], group, cluster)
    same(ready.regress(NAMES, "y", "c"), regress(x, NAMES, y, group, {"c": cluster}))
    same(
        ready.regress(["mover", "b"], "moved", "c"),
        regress(np.column_stack([mover, x[:, 1]]), ["mover", "b"], moved, group, {"c": cluster}),
    )
    instrument = Instrument("moved", moved, mover)
    same(ready.regress(NAMES, "y", "c", ("moved", "mover")), regress(x, NAMES, y, group, {"c": cluster}, instrument))
    mine, theirs = ready.effects(NAMES, "y", ("moved", "mover")), instrument_effects(x, y, group, cluster, instrument)
    np.testing.assert_allclose(mine.covariance, theirs.covariance, rtol=1e-9)
    for name in ("on_outcome", "on_covariate", "freedom", "partial_r_squared", "f"):
        assert getattr(mine, name) == pytest.approx(getattr(theirs, name), rel=1e-9), name


def test_nothing_to_estimate_is_refused_and_too_much_to_keep_is_known() -> None:
    x, _, mover, y, group, cluster = world(3)
    ready = Prepared(Columns.side_by_side([x, mover, y]), [*NAMES, "mover", "y"], group, cluster)
    with pytest.raises(ValueError, match="nothing"):
        ready.regress(["same"], "y", "c")
    assert ready.knows(["a", "y"])
    assert not ready.knows(["a", "moved"])
    assert Prepared.fits(60, 26_000)
    assert not Prepared.fits(110, 26_000)


def test_without_clusters_there_are_coefficients_and_no_errors() -> None:
    x, _, _, y, group, cluster = world(4)
    plain, clustered = regress(x, NAMES, y, group, {}), regress(x, NAMES, y, group, {"c": cluster})
    np.testing.assert_array_equal(plain.coefficients, clustered.coefficients)
    assert plain.r_squared == pytest.approx(clustered.r_squared, rel=1e-10)
    assert plain.covariances == {}
