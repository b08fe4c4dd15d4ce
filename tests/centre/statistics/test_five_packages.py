# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Five packages give five standard errors for one regression. Each is held to nine digits on five panels of the
sources' size, once the factor that sets it apart is taken away: the factors are what docs/tables.md says."""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from bip_desktop.centre.statistics.fixed_effects import ErrorKind, Fitted, fit
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

EXACT = 1e-9
SEEDS = range(5)


@dataclass(frozen=True)
class Panel:
    """6,164 answers, 115 caseworkers and, so that the other packages take seconds, 20 covariates."""

    x: Floats
    y: Floats
    caseworker: Integers
    citizen: Integers
    ours: Fitted

    @property
    def size(self) -> tuple[int, int, int]:
        """N, K and G."""
        return (*self.x.shape, len(self.ours.sizes))

    @property
    def within(self) -> tuple[Floats, Floats]:
        """x and y about the caseworkers' means."""
        sizes = np.bincount(self.caseworker)

        def about(column: Floats) -> Floats:
            return column - (np.bincount(self.caseworker, column) / sizes)[self.caseworker]

        return np.column_stack([about(each) for each in self.x.T]), about(self.y)


@pytest.fixture(scope="module", params=SEEDS)
def panel(request: pytest.FixtureRequest) -> Panel:
    r = np.random.default_rng(request.param)
    n, caseworkers, citizens = 6164, 115, 2701
    citizen = np.sort(np.concatenate([np.arange(citizens), r.integers(0, citizens, n - citizens)]))
    caseworker = np.concatenate([np.arange(caseworkers), r.integers(0, caseworkers, citizens - caseworkers)])[citizen]
    x = r.normal(size=(n, 20)) + 0.4 * r.normal(size=(caseworkers, 20))[caseworker]
    luck = 0.3 * r.normal(size=citizens)[citizen]
    y = (r.random(n) < 0.15 + 0.02 * x[:, 0] + 0.07 * r.normal(size=caseworkers)[caseworker] + luck).astype(float)
    return Panel(x, y, caseworker, citizen, fit(Grouped(x, y, caseworker), citizen))


def close(ours: Floats, theirs: object) -> None:
    np.testing.assert_allclose(ours, np.asarray(theirs, dtype=float), rtol=EXACT)


def test_pyfixest_has_the_same_factor(panel: Panel) -> None:
    """N - 1 over N - K - 1: effects nested in the clusters cost nothing."""
    import pyfixest

    names = [f"x{j}" for j in range(panel.x.shape[1])]
    frame = pd.DataFrame(panel.x, columns=names).assign(y=panel.y, c=panel.caseworker, u=panel.citizen)
    for kind, theirs in ((ErrorKind.GROUP, "c"), (ErrorKind.UNIT, "u"), (ErrorKind.BOTH, "c+u")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = pyfixest.feols(f"y ~ {' + '.join(names)} | c", frame, vcov={"CRV1": theirs})
        close(panel.ours.solved.coefficients, other.coef())
        close(panel.ours.errors(kind), other.se())


def test_statsmodels_counts_the_dummies(panel: Panel) -> None:
    n, k, groups = panel.size
    design = np.hstack([panel.x, np.eye(groups)[panel.caseworker]])
    other = sm.OLS(panel.y, design).fit()
    clustered = other.get_robustcov_results(cov_type="cluster", groups=panel.caseworker)
    close(panel.ours.solved.coefficients, other.params[:k])
    close(panel.ours.errors(ErrorKind.GROUP) * np.sqrt((n - k - 1) / (n - k - groups)), clustered.bse[:k])
    close(panel.ours.errors(ErrorKind.INDEPENDENT), other.bse[:k])
    assert np.isclose(panel.ours.r_squared, 1 - other.ssr / ((panel.y - panel.y.mean()) ** 2).sum(), rtol=EXACT)


def test_statsmodels_on_demeaned_rows_does_not_count_the_mean(panel: Panel) -> None:
    n, k, _ = panel.size
    x, y = panel.within
    other = sm.OLS(y, x).fit(cov_type="cluster", cov_kwds={"groups": panel.caseworker})
    close(panel.ours.solved.coefficients, other.params)
    close(panel.ours.errors(ErrorKind.GROUP) * np.sqrt((n - k - 1) / (n - k)), other.bse)


def test_panel_ols_of_linearmodels_has_no_g_over_g_less_one(panel: Panel) -> None:
    from linearmodels.panel import PanelOLS

    n, k, groups = panel.size
    index = pd.MultiIndex.from_arrays([panel.caseworker, np.arange(n)])
    frame, y = pd.DataFrame(panel.x, index=index), pd.Series(panel.y, index=index)
    model = PanelOLS(y, frame, entity_effects=True)
    plain = model.fit(cov_type="clustered", cluster_entity=True)
    asked = model.fit(cov_type="clustered", cluster_entity=True, group_debias=True)
    close(panel.ours.solved.coefficients, plain.params)
    ours = panel.ours.errors(ErrorKind.GROUP) * np.sqrt((n - k - 1) / (n - k))  # it does not count the mean
    close(ours, asked.std_errors)
    close(ours * np.sqrt(n / (n - 1) * (groups - 1) / groups), plain.std_errors)


def test_absorbing_ls_of_linearmodels_has_no_factor_at_all(panel: Panel) -> None:
    from linearmodels.iv.absorbing import AbsorbingLS

    n, k, groups = panel.size
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        absorbed = pd.DataFrame({"c": pd.Categorical(panel.caseworker)})
        other = AbsorbingLS(panel.y, pd.DataFrame(panel.x), absorb=absorbed).fit(
            cov_type="clustered",
            clusters=panel.caseworker,
            method="lsmr",
            absorb_options={"atol": 1e-16, "btol": 1e-16, "conlim": 1e16, "maxiter": 10_000},
        )
    close(panel.ours.solved.coefficients, other.params)
    factor = np.sqrt((n - 1) / (n - k - 1) * groups / (groups - 1))
    close(panel.ours.errors(ErrorKind.GROUP) / factor, other.std_errors)
