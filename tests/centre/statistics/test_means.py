# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Means, shares, AUC and false discovery against other packages and against hand."""

import numpy as np
import pytest
import statsmodels.api as sm
from sklearn.metrics import roc_auc_score

from bip_desktop.centre.analysis.prediction import false_discovery
from bip_desktop.centre.statistics.discrimination import auc, clustered_difference, other_folds_rates
from bip_desktop.centre.statistics.means import clustered_mean, clustered_share, wilson


@pytest.mark.parametrize("seed", range(5))
def test_the_error_of_a_mean_and_of_a_difference_is_that_of_a_clustered_regression(seed: int) -> None:
    r = np.random.default_rng(seed)
    cluster = r.integers(0, 40, 300)
    second = (r.random(300) < 0.4).astype(float)
    y = r.normal(size=40)[cluster] + second + r.normal(size=300)
    g = len(np.unique(cluster))
    for x, ours, k in (
        (np.ones((300, 1)), clustered_mean(y, cluster), 1),
        (sm.add_constant(second), clustered_difference(y, second, cluster), 2),
    ):
        found = sm.OLS(y, x).fit(cov_type="cluster", cov_kwds={"groups": cluster})
        factor = np.sqrt((300 - k) / 299)  # statsmodels has (n - 1) / (n - k) too
        assert ours.value == pytest.approx(found.params[-1], rel=1e-12)
        assert ours.se == pytest.approx(found.bse[-1] * factor, rel=1e-9)
        assert ours.clusters == g


def test_a_share_of_answers_that_are_all_alone_has_wilsons_interval() -> None:
    from statsmodels.stats.proportion import proportion_confint

    y = np.r_[np.ones(7), np.zeros(93)]
    found = clustered_share(y, np.arange(100))
    low, high = proportion_confint(7, 99, method="wilson")  # one less: the error is that of a sample
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-3)
    assert wilson(0.5, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_the_interval_of_a_share_in_few_clusters_holds_the_truth() -> None:
    """Broken once by the normal quantile: 87 of 100."""
    r = np.random.default_rng(8)
    cluster = np.repeat(np.arange(5), 40)
    held = []
    for _ in range(1500):
        chance = np.clip(0.3 + 0.08 * r.normal(size=5), 0, 1)
        found = clustered_share((r.random(200) < chance[cluster]).astype(float), cluster)
        held.append(found.low <= 0.3 <= found.high)
    assert np.mean(held) > 0.92


def test_a_share_of_none_has_an_interval_that_is_not_none() -> None:
    found = clustered_share(np.zeros(30), np.arange(30) // 3)
    assert found.low == 0
    assert 0.2 < found.high < 0.4


@pytest.mark.parametrize("seed", range(5))
def test_auc_with_ties_is_that_of_scikit_learn(seed: int) -> None:
    r = np.random.default_rng(seed)
    answer = r.integers(1, 6, 500).astype(float)
    happened = (r.random(500) < answer / 12).astype(float)
    found = auc(answer, happened, np.arange(500) // 2)
    assert found.value == pytest.approx(roc_auc_score(happened, answer), abs=1e-12)
    assert 0.01 < found.se < 0.06


def test_the_interval_of_auc_holds_the_truth() -> None:
    held = []
    for seed in range(60):
        r = np.random.default_rng(seed)
        answer = r.normal(size=400)
        happened = (answer + r.normal(size=400) > 0.8).astype(float)
        found = auc(answer, happened, np.arange(400))
        held.append(found.low <= 0.8425 <= found.high)  # of a million draws
    assert np.mean(held) >= 0.87


def test_forecasts_have_not_seen_their_own_fold() -> None:
    group, fold = np.array([0, 0, 0, 0, 1]), np.array([0, 0, 1, 1, 0])
    happened = np.array([1.0, 1, 0, 1, 1])
    np.testing.assert_allclose(other_folds_rates(group, happened, fold), [0.5, 0.5, 1, 1, 0.8])


def test_false_discovery_is_that_of_statsmodels() -> None:
    from scipy import stats
    from statsmodels.stats.multitest import multipletests

    t = np.abs(np.random.default_rng(3).normal(size=40) * 2)
    p = 2 * stats.t.sf(t, 200)
    np.testing.assert_allclose(false_discovery(t, 200), multipletests(p, method="fdr_bh")[1], rtol=1e-9)
