# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Regressions with the jobcentre taken away and one instrument, against linearmodels and pyfixest."""

import warnings
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest

from bip_desktop.centre.statistics.absorbed import Instrument, Regression, instrument_effects, regress
from bip_desktop.centre.statistics.within import Floats, Integers

EXACT = 1e-9
SEEDS = range(5)


@dataclass(frozen=True)
class Panel:
    x: Floats
    d: Floats
    z: Floats
    y: Floats
    site: Integers
    caseworker: Integers
    citizen: Integers

    @property
    def frame(self) -> pd.DataFrame:
        made = pd.DataFrame(self.x, columns=[f"x{j}" for j in range(self.x.shape[1])])
        return made.assign(
            d=self.d, z=self.z, y=self.y, site=self.site, caseworker=self.caseworker, citizen=self.citizen
        )


def panel(seed: int, effect: float = 0.5) -> Panel:
    r = np.random.default_rng(seed)
    n, caseworkers, sites = 700, 30, 4
    caseworker = r.integers(0, caseworkers, n)
    citizen = r.integers(0, 250, n)
    site = caseworker % sites
    z = r.normal(size=caseworkers)[caseworker] + 0.1 * r.normal(size=n)
    hidden = r.normal(size=n)
    x = r.normal(size=(n, 4)) + 0.3 * z[:, None]
    d = 0.8 * z + 0.4 * x[:, 0] + hidden + r.normal(size=n)
    error = r.normal(size=caseworkers)[caseworker] * 0.3 + r.normal(size=250)[citizen] * 0.5
    return Panel(x, d, z, effect * d + x @ [0.2, -0.1, 0, 0.4] + hidden + error + 0.5 * site, site, caseworker, citizen)


def two_stages(data: Panel) -> Regression:
    names = [f"x{j}" for j in range(4)]
    clusters = {"cluster_caseworker": data.caseworker}
    return regress(data.x, names, data.y, data.site, clusters, Instrument("d", data.d, data.z))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_stages_are_those_of_pyfixest(seed: int) -> None:
    import pyfixest

    data = panel(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = pyfixest.feols("y ~ x0 + x1 + x2 + x3 | site | d ~ z", data.frame, vcov={"CRV1": "caseworker"}).tidy()
    ours = two_stages(data)
    for name in ("d", "x0", "x3"):
        value, se = ours.of(name, "cluster_caseworker")
        assert value == pytest.approx(other.loc[name, "Estimate"], rel=EXACT)
        assert se == pytest.approx(other.loc[name, "Std. Error"], rel=EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_stages_are_those_of_linearmodels_but_for_its_factor(seed: int) -> None:
    from linearmodels.iv import IV2SLS

    data = panel(seed)
    dummies = pd.get_dummies(data.frame["site"], prefix="site", dtype=float)
    exogenous = pd.concat([data.frame[[f"x{j}" for j in range(4)]], dummies], axis=1)
    other = IV2SLS(data.frame["y"], exogenous, data.frame[["d"]], data.frame[["z"]]).fit(
        cov_type="clustered", clusters=data.frame["caseworker"]
    )
    value, se = two_stages(data).of("d", "cluster_caseworker")
    assert value == pytest.approx(float(other.params["d"]), rel=EXACT)
    n, k, g = len(data.y), 4 + 1 + 4, len(np.unique(data.caseworker))
    factor = np.sqrt((n - 1) / (n - k) * g / (g - 1))  # linearmodels has none by default
    assert se == pytest.approx(float(other.std_errors["d"]) * factor, rel=EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_least_squares_is_that_of_pyfixest_with_either_cluster_or_both(seed: int) -> None:
    import pyfixest

    data = panel(seed)
    names = [f"x{j}" for j in range(4)]
    clusters = {"cluster_citizen": data.citizen, "cluster_caseworker": data.caseworker}
    ours = regress(data.x, names, data.y, data.site, clusters)
    for kind, theirs in (
        ("cluster_citizen", "citizen"),
        ("cluster_caseworker", "caseworker"),
        ("cluster_both", "citizen+caseworker"),
    ):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = pyfixest.feols("y ~ x0 + x1 + x2 + x3 | site", data.frame, vcov={"CRV1": theirs}).tidy()
        for name in names:
            assert ours.of(name, kind)[0] == pytest.approx(other.loc[name, "Estimate"], rel=EXACT)
            assert ours.of(name, kind)[1] == pytest.approx(other.loc[name, "Std. Error"], rel=EXACT)


def test_reduced_form_over_first_stage_is_two_stages() -> None:
    data = panel(7)
    found = instrument_effects(data.x, data.y, data.site, data.caseworker, Instrument("d", data.d, data.z))
    value, se = two_stages(data).of("d", "cluster_caseworker")
    assert found.on_outcome / found.on_covariate == pytest.approx(value, rel=1e-12)
    low, high = found.anderson_rubin(2.045)
    assert low < value < high
    # With so strong an instrument both intervals are much the same.
    assert low == pytest.approx(value - 2.045 * se, abs=0.5 * se)
    first = regress(
        np.column_stack([data.z, data.x]), ["z", *"abcd"], data.d, data.site, {"cluster_caseworker": data.caseworker}
    )
    pi, error = first.of("z", "cluster_caseworker")
    assert found.f == pytest.approx((pi / error) ** 2, rel=1e-9)


def test_anderson_and_rubin_do_not_reject_what_they_contain() -> None:
    """At the ends of the interval the test of y - b d on z is just at its limit."""
    data = panel(8)
    quantile = 2.045
    found = instrument_effects(data.x, data.y, data.site, data.caseworker, Instrument("d", data.d, data.z))
    for b in found.anderson_rubin(quantile):
        at = instrument_effects(
            data.x, data.y - b * data.d, data.site, data.caseworker, Instrument("d", data.d, data.z)
        )
        assert abs(at.on_outcome) / np.sqrt(at.covariance[0, 0]) == pytest.approx(quantile, rel=1e-6)


def test_an_instrument_that_moves_nothing_bounds_nothing() -> None:
    data = panel(9)
    noise = np.random.default_rng(1).normal(size=len(data.y))
    found = instrument_effects(data.x, data.y, data.site, data.caseworker, Instrument("d", data.d, noise))
    assert found.anderson_rubin(2.045) == (-np.inf, np.inf)


def test_a_constant_covariate_is_named_and_nothing_to_estimate_is_refused() -> None:
    data = panel(3)
    x = np.column_stack([data.x, np.ones(len(data.y)), data.x[:, 0] * 2])
    found = regress(x, [*"abcd", "same", "twice"], data.y, data.site, {"cluster_citizen": data.citizen})
    assert found.left_out == ("same", "twice")
    with pytest.raises(ValueError, match="nothing"):
        regress(np.ones((len(data.y), 1)), ["same"], data.y, data.site, {"cluster_citizen": data.citizen})


def test_a_covariate_that_the_others_determine_has_no_effect_of_its_own() -> None:
    """Broken once by looking at the instrument alone: what came out was the rounding."""
    data = panel(3)
    with pytest.raises(ValueError, match="nothing"):
        two_stages(replace(data, d=data.x[:, 0] - 2 * data.x[:, 3] + data.site))
