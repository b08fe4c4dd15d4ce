# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Each estimator on a case so small that its answer is a fraction, reckoned here by fractions alone."""

from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest

from bip_desktop.centre.analysis.change import changes_so_far
from bip_desktop.centre.statistics.absorbed import Instrument, instrument_effects, regress
from bip_desktop.centre.statistics.discrimination import auc, clustered_difference, other_folds_rates
from bip_desktop.centre.statistics.doubly_robust import potential_means
from bip_desktop.centre.statistics.group_effects import gain, gap, shrink
from bip_desktop.centre.statistics.means import Z, clustered_mean, wilson
from tests.centre.analysis.array_worlds import truth

NOBODY = np.zeros(0, dtype=np.int64)


def numbers(*values: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    return np.array(values, dtype=float)


def whole(*values: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    return np.array(values, dtype=np.int64)


def test_shrinkage_of_three_caseworkers() -> None:
    """Signal 2, noise 1, 2 and 6: a third, a half and three quarters of each is noise; the mean is weighted by 1 over
    signal and noise."""
    effects, noise, signal = (
        [Fraction(3), Fraction(-1), Fraction(5)],
        [Fraction(1), Fraction(2), Fraction(6)],
        Fraction(2),
    )
    weights = [1 / (signal + each) for each in noise]
    mean = sum(w * e for w, e in zip(weights, effects, strict=True)) / sum(weights)
    kept = [signal / (signal + each) for each in noise]
    assert kept == [Fraction(2, 3), Fraction(1, 2), Fraction(1, 4)]
    expected = [mean + k * (e - mean) for k, e in zip(kept, effects, strict=True)]
    made = shrink(numbers(3, -1, 5), numbers(1, 2, 6), 2.0)
    assert made.mean == pytest.approx(float(mean), abs=1e-15)
    np.testing.assert_allclose(made.effects, [float(each) for each in expected], rtol=1e-14)
    np.testing.assert_allclose(made.errors**2, [2 / 3, 1, 1.5], rtol=1e-14)


@pytest.mark.parametrize(("ones", "of"), [(0, 10), (1, 10), (5, 10), (27, 100), (100, 100)])
def test_wilsons_ends_are_the_shares_that_are_just_not_rejected(ones: int, of: int) -> None:
    """(p - x)² = z² x (1 - x) / n, exactly, at both ends."""
    low, high = wilson(ones / of, of)
    z = Fraction(Z)
    for end in (low, high):
        x, p = Fraction(end), Fraction(ones, of)
        assert abs(float((p - x) ** 2 - z**2 * x * (1 - x) / of)) < 1e-15
    assert low <= ones / of <= high
    if ones == 0:
        assert float(high) == pytest.approx(float(z**2 / (of + z**2)), rel=1e-14)


def test_auc_with_ties_is_a_count_of_pairs() -> None:
    answer, happened = [1, 1, 2, 2, 2, 3, 5, 5], [0, 0, 0, 1, 0, 1, 0, 1]
    pairs = [
        (a, b) for (a, one), (b, other) in product(list(zip(answer, happened, strict=True)), repeat=2) if one > other
    ]
    won = sum((Fraction(1) if a > b else Fraction(1, 2) if a == b else Fraction(0) for a, b in pairs), Fraction(0))
    found = auc(numbers(*answer), numbers(*happened), np.arange(8))
    assert won / len(pairs) == Fraction(23, 30)
    assert found.value == pytest.approx(23 / 30, abs=1e-15)


def test_brier_is_its_parts() -> None:
    """Murphy's sum on two answers: uncertainty less resolution plus reliability is the mean square of the miss."""
    group, happened = [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 0, 1]
    said = [Fraction(1, 5)] * 4 + [Fraction(3, 5)] * 4
    brier = sum(((f - o) ** 2 for f, o in zip(said, happened, strict=True)), Fraction(0)) / 8
    base, seen = Fraction(4, 8), [Fraction(1, 4), Fraction(3, 4)]
    parts = (
        base * (1 - base)
        - sum((s - base) ** 2 for s in seen) / 2
        + ((Fraction(1, 5) - seen[0]) ** 2 + (Fraction(3, 5) - seen[1]) ** 2) / 2
    )
    assert brier == parts
    # Forecasts of the other fold: of four answers 0, 0 | 0, 1 each half says what the other saw.
    rates = other_folds_rates(whole(*group), numbers(*happened), whole(0, 0, 1, 1, 0, 0, 1, 1))
    assert rates.tolist() == [0.5, 0.5, 0, 0, 0.5, 0.5, 1, 1]


def test_a_clustered_mean_of_three_citizens() -> None:
    """Means 0, 1/2 and 1 of two answers each: ȳ = 1/2, sums off it -1, 0, 1; 3/2 · 2 / 36 = 1/12."""
    found = clustered_mean(numbers(0, 0, 0, 1, 1, 1), whole(0, 0, 1, 1, 2, 2))
    assert found.value == 0.5
    assert found.se**2 == pytest.approx(float(Fraction(3, 2) * 2 / 36), rel=1e-14)
    apart = clustered_difference(numbers(0, 1, 1, 1), numbers(0, 0, 1, 1), whole(0, 1, 2, 3))
    assert (apart.value, apart.se**2) == pytest.approx(
        (0.5, float(Fraction(4, 3) * (Fraction(1, 4) ** 2 * 2))), rel=1e-14
    )


def test_doubly_robust_means_in_two_strata_are_weighted_means() -> None:
    """With one covariate of two values every model is exact, and what is left is each pattern's mean in each stratum,
    weighted as the strata are."""
    rows = [(0, 0, 1), (0, 0, 3), (0, 1, 4), (0, 1, 6), (0, 1, 8), (1, 0, 2), (1, 0, 2), (1, 0, 5), (1, 1, 9)]
    by_stratum = {s: sum(row[0] == s for row in rows) for s in (0, 1)}
    expected = []
    for pattern in (0, 1):
        total = Fraction(0)
        for stratum, size in by_stratum.items():
            seen = [came for s, a, came in rows if (s, a) == (stratum, pattern)]
            total += Fraction(size, len(rows)) * Fraction(sum(seen), len(seen))
        expected.append(total)
    x, arm, y = (np.array([row[n] for row in rows]) for n in range(3))
    many = 40  # the same rows over and over, so that the models of the chances are found
    found = potential_means(
        np.tile(x[:, None].astype(float), (many, 1)), np.tile(y.astype(float), many), np.tile(arm, many), 2, 1
    )
    assert found is not None
    np.testing.assert_allclose(found.means, [float(each) for each in expected], rtol=1e-9)
    assert expected == [Fraction(5, 9) * 2 + Fraction(4, 9) * 3, Fraction(5, 9) * 6 + Fraction(4, 9) * 9]


def test_two_stages_and_anderson_rubin_of_four_caseworkers() -> None:
    """z = -1, -1, 1, 1 and one answer of each of four caseworkers, twice: the reduced form is 3/2, the first stage 1,
    the effect 3/2; the ends of the interval are those of a quadratic with rational coefficients."""
    z = [-1, -1, 1, 1] * 2
    d = [1, 3, 3, 5, 0, 2, 3, 3]
    y = [2, 1, 6, 3, 1, 4, 5, 6]
    cluster = [0, 1, 2, 3, 0, 1, 2, 3]

    def about(values: list[int]) -> list[Fraction]:
        return [Fraction(v) - Fraction(sum(values), len(values)) for v in values]

    zz = Fraction(sum(each * each for each in z))
    pi = sum((a * b for a, b in zip(z, about(d), strict=True)), Fraction(0)) / zz
    gamma = sum((a * b for a, b in zip(z, about(y), strict=True)), Fraction(0)) / zz
    left = [[a - c * b for a, b in zip(about(v), z, strict=True)] for v, c in ((y, gamma), (d, pi))]
    scores = [
        [sum((z[n] * rest[n] for n in range(8) if cluster[n] == k), Fraction(0)) for k in range(4)] for rest in left
    ]
    factor = Fraction(7, 6) * Fraction(4, 3)
    v = [
        [factor * sum((a * b for a, b in zip(p, q, strict=True)), Fraction(0)) / zz**2 for q in scores] for p in scores
    ]
    found = instrument_effects(
        np.zeros((8, 0)),
        numbers(*y),
        np.zeros(8, dtype=np.int64),
        whole(*cluster),
        Instrument("d", numbers(*d), numbers(*z)),
    )
    assert (found.on_outcome, found.on_covariate) == pytest.approx((float(gamma), float(pi)), rel=1e-14)
    np.testing.assert_allclose(found.covariance, [[float(each) for each in row] for row in v], rtol=1e-12)
    assert found.f == pytest.approx(float(pi**2 / v[1][1]), rel=1e-12)
    quantile = Fraction(3, 2)
    for end in found.anderson_rubin(1.5):
        b = Fraction(end)
        miss = (gamma - b * pi) ** 2 - quantile**2 * (v[0][0] - 2 * b * v[0][1] + b**2 * v[1][1])
        assert abs(float(miss)) < 1e-12
    two = regress(
        np.zeros((8, 0)),
        [],
        numbers(*y),
        np.zeros(8, dtype=np.int64),
        {"k": whole(*cluster)},
        Instrument("d", numbers(*d), numbers(*z)),
    )
    assert two.of("d", "k")[0] == pytest.approx(float(gamma / pi), rel=1e-14)


def test_before_and_after_of_two_citizens_is_a_difference_of_differences() -> None:
    """One changes between two answers and one does not: (7 - 2) - (6 - 4) = 3, each citizen's level taken away."""
    citizen, later, changed = whole(0, 0, 1, 1), numbers(0, 1, 0, 1), numbers(0, 1, 0, 0)
    found = regress(
        np.column_stack([changed, later]), ["changed", "later"], numbers(2, 7, 4, 6), citizen, {"k": citizen}
    )
    assert found.of("changed", "k")[0] == pytest.approx(3, rel=1e-14)
    assert found.of("later", "k")[0] == pytest.approx(2, rel=1e-14)


def test_gap_and_gain_of_eight_caseworkers() -> None:
    """Two in each quarter, ranked by one number and measured by another."""
    rank, measure, answers = numbers(8, 7, 6, 5, 4, 3, 2, 1), numbers(1, 2, 3, 4, 5, 6, 7, 9), numbers(*[1] * 7, 3)
    assert gap(rank, measure) == (1 + 2) / 2 - (7 + 9) / 2
    assert gain(rank, measure, answers) == float(Fraction(3, 2) - Fraction(28 + 27, 10))


def test_changes_are_counted_from_the_citizens_answer_before() -> None:
    panel = truth(3, moves=0.4).panel
    seen: dict[int, list[int]] = {}
    for citizen, caseworker, counted in zip(panel.citizen, panel.caseworker, changes_so_far(panel), strict=True):
        mine = seen.setdefault(int(citizen), [])
        mine.append(int(caseworker))
        assert counted == sum(a != b for a, b in pairwise(mine))
