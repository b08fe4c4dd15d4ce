# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The ordered logit against statsmodels, and against the truth."""

import numpy as np
import pytest
from statsmodels.miscmodels.ordinal_model import OrderedModel

from bip_desktop.centre.statistics.ordered_logit import ordered_logit


def world(seed: int, rows: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    r = np.random.default_rng(seed)
    cluster = r.integers(0, 40, rows)
    x = np.column_stack([r.normal(size=rows), 20 + 10 * r.normal(size=rows), r.integers(0, 2, rows)])
    latent = x @ np.array([0.8, -0.05, 0.3]) + 0.3 * r.normal(size=40)[cluster] + r.logistic(size=rows)
    return x, np.searchsorted([-3.0, -1.0, 0.0, 1.5], latent) + 1, cluster


def test_coefficients_and_errors_are_those_of_statsmodels() -> None:
    x, answer, cluster = world(1, 500)
    found = ordered_logit(x, answer, cluster)
    groups = {"groups": cluster, "use_correction": False}
    theirs = OrderedModel(answer, x, distr="logit").fit(
        method="newton", disp=0, maxiter=200, cov_type="cluster", cov_kwds=groups
    )
    np.testing.assert_allclose(found.coefficients, theirs.params[:3], rtol=1e-6)
    np.testing.assert_allclose(found.errors, theirs.bse[:3] * np.sqrt(40 / 39), rtol=1e-4)


def test_the_intervals_hold_the_truth() -> None:
    r = np.random.default_rng(0)
    held = 0
    for _ in range(60):
        x = r.normal(size=(400, 2))
        answer = np.searchsorted([-1.0, 0.5], x @ np.array([0.7, 0.0]) + r.logistic(size=400))
        found = ordered_logit(x, answer, np.arange(400))
        held += abs(found.coefficients[0] - 0.7) <= found.reach * found.errors[0]
    assert held >= 53


def test_what_has_no_maximum_is_refused() -> None:
    x = np.linspace(-1, 1, 50)[:, None]
    with pytest.raises(ValueError, match="no"):
        ordered_logit(x, (x[:, 0] > 0).astype(int), np.arange(50))
    with pytest.raises(ValueError, match="nothing"):
        ordered_logit(x, np.ones(50, dtype=int), np.arange(50))
