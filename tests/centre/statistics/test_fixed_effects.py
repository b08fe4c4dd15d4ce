# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The engine against three packages, against rows counted by hand, and against itself in other chunks."""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from bip_desktop.centre.statistics.fixed_effects import ErrorKind, Fitted, fit
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

SEEDS = range(5)
EXACT = 1e-9


@dataclass(frozen=True)
class Panel:
    """Answers of citizens (`unit`) with caseworkers (`group`); some citizens are seen with two."""

    x: Floats
    y: Floats
    group: Integers
    unit: Integers

    @property
    def frame(self) -> pd.DataFrame:
        made = pd.DataFrame(self.x, columns=[f"x{j}" for j in range(self.x.shape[1])])
        return made.assign(y=self.y, group=self.group, unit=self.unit)


def panel(seed: int, rows: int = 900, groups: int = 23, covariates: int = 6) -> Panel:
    """An invented panel in no order, with correlated covariates and errors that hang together in a citizen."""
    chance = np.random.default_rng(seed)
    citizens = rows // 3
    unit = np.concatenate([np.arange(citizens), chance.integers(0, citizens, rows - citizens)])
    group = chance.integers(0, groups, citizens)[unit]
    moves = chance.random(rows) < 0.15
    group[moves] = chance.integers(0, groups, moves.sum())
    group[:groups] = np.arange(groups)
    level = chance.normal(size=(groups, covariates))
    x = chance.normal(size=(rows, covariates)) + 0.5 * level[group] + 0.3 * chance.normal(size=(rows, 1))
    y = x @ chance.normal(size=covariates) + chance.normal(size=groups)[group] + chance.normal(size=citizens)[unit]
    return Panel(x, y + chance.normal(size=rows), group, unit)


def fitted(data: Panel, chunk: int = 128) -> Fitted:
    return fit(Grouped(data.x, data.y, data.group, chunk=chunk), data.unit)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("kind", "theirs"),
    [
        (ErrorKind.INDEPENDENT, "iid"),
        (ErrorKind.GROUP, {"CRV1": "group"}),
        (ErrorKind.UNIT, {"CRV1": "unit"}),
        (ErrorKind.BOTH, {"CRV1": "group+unit"}),
    ],
)
def test_coefficients_and_errors_are_those_of_pyfixest(
    seed: int, kind: ErrorKind, theirs: str | dict[str, str]
) -> None:
    """Broken once by (n - k) for (n - k - 1) in the factor, and once by leaving out the units who moved."""
    import pyfixest

    data = panel(seed)
    ours = fitted(data)
    formula = "y ~ " + " + ".join(f"x{j}" for j in range(data.x.shape[1])) + " | group"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = pyfixest.feols(formula, data.frame, vcov=theirs)
    np.testing.assert_allclose(ours.solved.coefficients, other.coef(), rtol=EXACT)
    np.testing.assert_allclose(ours.errors(kind), other.se(), rtol=EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_coefficients_effects_and_fit_are_those_of_dummies_in_statsmodels(seed: int) -> None:
    data = panel(seed)
    ours = fitted(data)
    dummies = np.eye(data.group.max() + 1)[data.group]
    other = sm.OLS(data.y, np.hstack([data.x, dummies])).fit()
    k = data.x.shape[1]
    np.testing.assert_allclose(ours.solved.coefficients, other.params[:k], rtol=EXACT)
    np.testing.assert_allclose(ours.effects, other.params[k:], rtol=EXACT, atol=EXACT)
    np.testing.assert_allclose(ours.errors(ErrorKind.INDEPENDENT), other.bse[:k], rtol=EXACT)
    squares = ((data.y - data.y.mean()) ** 2).sum()
    assert ours.r_squared == pytest.approx(1 - other.ssr / squares, rel=EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_statsmodels_counts_the_dummies_and_the_difference_is_that_factor(seed: int) -> None:
    data = panel(seed)
    ours = fitted(data)
    groups, (rows, k) = int(data.group.max()) + 1, data.x.shape
    design = np.hstack([data.x, np.eye(groups)[data.group]])
    other = sm.OLS(data.y, design).fit(cov_type="cluster", cov_kwds={"groups": data.group})
    factor = np.sqrt((rows - k - 1) / (rows - k - groups))
    np.testing.assert_allclose(ours.errors(ErrorKind.GROUP) * factor, other.bse[:k], rtol=EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_linearmodels_makes_no_small_sample_correction_and_the_difference_is_that(seed: int) -> None:
    from linearmodels.iv.absorbing import AbsorbingLS

    data = panel(seed)
    ours = fitted(data)
    groups, (rows, k) = int(data.group.max()) + 1, data.x.shape
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        absorbed = pd.DataFrame({"group": pd.Categorical(data.group)})
        model = AbsorbingLS(data.y, pd.DataFrame(data.x), absorb=absorbed)
        other = model.fit(cov_type="clustered", clusters=data.group, method="lsmr", absorb_options={"atol": 1e-14})
    factor = np.sqrt((rows - 1) / (rows - k - 1) * groups / (groups - 1))
    np.testing.assert_allclose(ours.solved.coefficients, other.params, rtol=1e-7)
    np.testing.assert_allclose(ours.errors(ErrorKind.GROUP) / factor, other.std_errors, rtol=1e-6)


@pytest.mark.parametrize("chunk", [1, 7, 100, 100_000])
def test_chunks_change_nothing(chunk: int) -> None:
    data = panel(7)
    whole, pieces = fitted(data, chunk=1_000_000), fitted(data, chunk=chunk)
    np.testing.assert_allclose(pieces.solved.coefficients, whole.solved.coefficients, rtol=1e-12)
    np.testing.assert_allclose(pieces.sampling_variances, whole.sampling_variances, rtol=1e-10)
    for kind in ErrorKind:
        np.testing.assert_allclose(pieces.covariances[kind], whole.covariances[kind], rtol=1e-9, atol=1e-18)


def test_four_rows_by_hand() -> None:
    """Two groups, x within (-1, 1), y within (-1, 1) and (-3, 3): b = (1 + 1 + 3 + 3) / 4 = 2, residuals ±1."""
    x, y = np.array([[0.0], [2.0], [5.0], [7.0]]), np.array([1.0, 3.0, 2.0, 8.0])
    found = fit(Grouped(x, y, np.array([0, 0, 1, 1])), np.arange(4))
    assert found.solved.coefficients == pytest.approx([2])
    assert found.effects == pytest.approx([2 - 2 * 1, 5 - 2 * 6])
    assert found.solved.residual_squares == pytest.approx(4)
    assert found.errors(ErrorKind.INDEPENDENT)[0] ** 2 == pytest.approx(4 / (4 - 1 - 2) / 4)
    # Σ x e is -2 in one group and 2 in the other: (4 + 4) / 4² times 3 / 2 times 2.
    assert found.errors(ErrorKind.GROUP)[0] ** 2 == pytest.approx(8 / 16 * 3 / 2 * 2)
    assert found.sampling_variances == pytest.approx([2 / 4 * 2, 2 / 4 * 2])


def test_what_does_not_vary_and_what_others_determine_is_named_and_left_out() -> None:
    data = panel(3)
    level = data.group[:, None] * 2.0
    x = np.hstack([data.x, level, data.x[:, :1] - 3 * data.x[:, 1:2] + level, np.ones((len(data.y), 1))])
    found = fit(Grouped(x, data.y, data.group), data.unit)
    plain = fitted(data)
    assert found.solved.constant == (6, 8)
    assert found.solved.collinear == (7,)
    assert list(found.solved.kept) == list(range(6))
    np.testing.assert_allclose(found.solved.coefficients, plain.solved.coefficients, rtol=1e-9)
    np.testing.assert_allclose(found.errors(ErrorKind.BOTH), plain.errors(ErrorKind.BOTH), rtol=1e-9)


def test_one_group_has_no_errors_clustered_by_group() -> None:
    data = panel(1)
    found = fit(Grouped(data.x, data.y, np.zeros(len(data.y), dtype=np.int64)), data.unit)
    assert np.isnan(found.errors(ErrorKind.GROUP)).all()
    assert np.isfinite(found.errors(ErrorKind.UNIT)).all()


@pytest.mark.parametrize("group", [[0, 0, 2, 2], [-1, 0, 0, 1], [0, 0, 0]])
def test_groups_that_are_not_numbered_through_are_refused(group: list[int]) -> None:
    with pytest.raises(ValueError, match="group"):
        Grouped(np.ones((4, 1)), np.ones(4), np.array(group))
