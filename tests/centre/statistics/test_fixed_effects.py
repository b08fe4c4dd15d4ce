# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The engine against three packages, against rows counted by hand, and against itself in other chunks."""

import os
import subprocess
import sys
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


def test_a_group_larger_than_a_chunk_comes_in_pieces_about_its_own_mean() -> None:
    """Broken once by the mean of each piece."""
    data = panel(5, rows=700, groups=3)
    grouped = Grouped(data.x, data.y, data.group, chunk=50)
    seen = [chunk.rows.copy() for chunk in grouped.chunks()]
    assert max(map(len, seen)) == 50
    assert sorted(np.concatenate(seen)) == list(range(700))
    numbers = grouped.numbers_of_chunks()
    assert all((numbers[rows] == number).all() for number, rows in enumerate(seen))
    for group in range(3):
        z = np.column_stack([data.x, data.y])[data.group == group]
        np.testing.assert_allclose(grouped.means[group], z.mean(axis=0), rtol=1e-13)
    z = np.column_stack([data.x, data.y]) - grouped.means[data.group]
    np.testing.assert_allclose(grouped.products, z.T @ z, rtol=1e-12, atol=1e-12)
    assert [len(chunk.starts) for chunk in grouped.chunks(whole=True)] == [1, 1, 1]


def test_how_the_rows_lie_in_memory_changes_nothing() -> None:
    data = panel(6)
    plain, wide = fitted(data), np.repeat(data.x, 2, axis=1)
    for x in (np.asfortranarray(data.x), wide[:, ::2]):
        other = fit(Grouped(x, data.y, data.group, chunk=128), data.unit)
        np.testing.assert_array_equal(other.solved.coefficients, plain.solved.coefficients)
        np.testing.assert_array_equal(other.errors(ErrorKind.BOTH), plain.errors(ErrorKind.BOTH))


def test_the_last_digit_does_not_depend_on_the_number_of_threads() -> None:
    """With one product of many rows it does: BLAS parts them among its threads."""
    code = (
        "import numpy as np\n"
        "from bip_desktop.centre.statistics.fixed_effects import fit\n"
        "from bip_desktop.centre.statistics.within import Grouped\n"
        "r = np.random.default_rng(1)\n"
        "x, group = r.normal(size=(9000, 60)), r.integers(0, 90, 9000)\n"
        "found = fit(Grouped(x, x[:, 0] + r.normal(size=9000), group), np.arange(9000) // 3)\n"
    )
    said = []
    for threads in ("1", "2"):
        environ = {**os.environ, "OPENBLAS_NUM_THREADS": threads}
        done = subprocess.run(
            [sys.executable, "-c", code + "print(found.solved.coefficients.tobytes().hex())"],
            env=environ,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        said.append(done.stdout)
    assert said[0] == said[1]


@pytest.mark.parametrize("value", [0.1, 1e8 / 3, -1e-9 / 7])
def test_a_covariate_that_never_varies_is_constant_whatever_its_rounding(value: float) -> None:
    """Broken once by comparing with the variance alone, which is then rounding too."""
    data = panel(4, rows=30_000, groups=20)
    x = np.column_stack([data.x, np.full(len(data.y), value)])
    for group in (data.group, np.zeros(len(data.y), dtype=np.int64)):
        assert fit(Grouped(x, data.y, group)).solved.constant == (6,)


def test_a_small_wave_on_a_large_level_is_no_constant() -> None:
    data = panel(4)
    x = data.x.copy()
    x[:, 2] = 1e6 + 1e-3 * x[:, 2]
    found = fit(Grouped(x, data.y, data.group))
    assert found.solved.constant == ()
    np.testing.assert_allclose(found.solved.coefficients[2], 1e3 * fitted(data).solved.coefficients[2], rtol=1e-6)


def test_a_group_with_one_row_counts_as_in_pyfixest_that_keeps_it() -> None:
    import pyfixest

    data = panel(2)
    group = np.concatenate([data.group, [data.group.max() + 1]])
    x, y = np.vstack([data.x, data.x[:1]]), np.append(data.y, 3.0)
    ours = fit(Grouped(x, y, group))
    frame = pd.DataFrame(x, columns=[f"x{j}" for j in range(6)]).assign(y=y, group=group)
    formula = "y ~ x0 + x1 + x2 + x3 + x4 + x5 | group"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = pyfixest.feols(formula, frame, vcov={"CRV1": "group"}, fixef_rm="none")
    np.testing.assert_allclose(ours.errors(ErrorKind.GROUP), other.se(), rtol=EXACT)
    assert np.isnan(fit(Grouped(x, y, group), np.arange(len(y))).sampling_variances[-1])


def test_more_covariates_than_rows_leave_no_errors_and_no_covariates_leave_the_means() -> None:
    chance = np.random.default_rng(1)
    group = np.repeat(np.arange(3), 4)
    many = fit(Grouped(chance.normal(size=(12, 20)), chance.normal(size=12), group))
    assert len(many.solved.kept) == 12 - 3
    assert many.solved.residual_squares == pytest.approx(0, abs=1e-12)
    assert np.isnan(many.errors(ErrorKind.INDEPENDENT)).all()
    y = chance.normal(size=12)
    none = fit(Grouped(np.zeros((12, 0)), y, group), np.arange(12))
    np.testing.assert_allclose(none.effects, y.reshape(3, 4).mean(axis=1))


def test_errors_of_few_clusters_both_ways_may_be_none_and_say_so() -> None:
    found = [fitted(panel(seed, rows=60, groups=3)).errors(ErrorKind.BOTH) for seed in range(30)]
    assert np.isnan(found).any()
    assert np.isfinite(found).any()


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_number_that_is_none_is_refused(wrong: float) -> None:
    data = panel(1)
    data.x[3, 2] = wrong
    with pytest.raises(ValueError, match="finite"):
        fit(Grouped(data.x, data.y, data.group))


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
