# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The wild cluster bootstrap against one that finds every regression anew, and in worlds where nothing is true."""

import numpy as np
import pytest
import statsmodels.api as sm

from bip_desktop.centre.statistics.absorbed import Instrument
from bip_desktop.centre.statistics.wild_cluster import WildTest, wild_test


def world(seed: int, clusters: int = 9, rows: int = 240) -> dict[str, np.ndarray]:
    """A few clusters, some of which are seen at both jobcentres."""
    r = np.random.default_rng(seed)
    cluster = np.concatenate([np.arange(clusters), r.integers(0, clusters, rows - clusters)])
    site = np.where(r.random(rows) < 0.1, r.integers(0, 2, rows), cluster % 2)
    level = r.normal(size=clusters)
    z = level[cluster] + 0.3 * r.normal(size=rows)
    d = 0.6 * z + r.normal(size=rows)
    x = np.column_stack([r.normal(size=rows), r.integers(0, 2, rows)])
    y = 0.2 * x[:, 0] + 0.3 * site + 0.8 * r.normal(size=clusters)[cluster] + r.normal(size=rows)
    return {"x": x, "y": y, "site": site, "cluster": cluster, "z": z, "d": d}


def sums_of(w: dict[str, np.ndarray], seed: int = 1, draws: int = 99) -> WildTest:
    return wild_test(
        w["x"],
        w["y"],
        w["site"],
        w["cluster"],
        Instrument("d", w["d"], w["z"]),
        lambda: np.random.default_rng(seed),
        draws,
    )


def t_of(z: np.ndarray, controls: np.ndarray, y: np.ndarray, cluster: np.ndarray) -> float:
    fitted = sm.OLS(y, np.column_stack([z, controls])).fit(cov_type="cluster", cov_kwds={"groups": cluster})
    return float(fitted.tvalues[0])


@pytest.mark.parametrize("b", [0.0, 0.7])
def test_p_is_that_of_a_loop_that_finds_every_regression_anew(b: float) -> None:
    w = world(3)
    found = sums_of(w)
    controls = np.column_stack([w["x"], w["site"] == 0, w["site"] == 1]).astype(float)
    y = w["y"] - b * w["d"]
    restricted = sm.OLS(y, controls).fit()
    real = abs(t_of(w["z"], controls, y, w["cluster"]))
    drawn = [
        abs(t_of(w["z"], controls, restricted.fittedvalues + restricted.resid * v[w["cluster"]], w["cluster"]))
        for v in found.weights.T
    ]
    assert found.p_value(b) == (1 + sum(each >= real for each in drawn)) / 100


def test_an_interval_ends_where_the_test_begins_to_reject() -> None:
    w = world(5, clusters=20, rows=600)
    found = sums_of(w, draws=499)
    low, high = found.interval(0.1)
    assert low < found.estimate < high
    for end, inward in ((low, 1), (high, -1)):
        assert found.p_value(end) <= 0.05
        assert found.p_value(end + inward * 0.01 * (high - low)) > 0.05


def test_where_nothing_is_true_few_are_rejected_though_clusters_are_few() -> None:
    """The outcome goes with the cluster, not with the instrument: plain errors reject far too often."""
    wild = plain = 0
    for seed in range(120):
        w = world(100 + seed)
        wild += sums_of(w, seed, 199).p_value() <= 0.05
        controls = np.column_stack([w["x"], w["site"] == 0, w["site"] == 1]).astype(float)
        fitted = sm.OLS(w["y"], np.column_stack([w["z"], controls])).fit()
        plain += fitted.pvalues[0] <= 0.05
    assert wild <= 12  # 6 of 120 are to be expected; more than 12 one time in a hundred
    assert plain > 40


def test_one_cluster_is_nothing_to_draw_from() -> None:
    w = world(1)
    w["cluster"] = np.zeros_like(w["cluster"])
    with pytest.raises(ValueError, match="one cluster"):
        sums_of(w)
