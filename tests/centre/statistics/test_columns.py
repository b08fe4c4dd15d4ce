# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A matrix that is never made whole is the same as one that is."""

import numpy as np
import pytest

from bip_desktop.centre.statistics.absorbed import Instrument, regress
from bip_desktop.centre.statistics.columns import ROWS, Columns, as_small
from bip_desktop.centre.statistics.fixed_effects import fit
from bip_desktop.centre.statistics.within import Floats, Grouped


def both() -> tuple[Floats, Columns]:
    """The same numbers, as an array and from a table, an array and one column."""
    chance = np.random.default_rng(5)
    table = np.round(chance.normal(size=(40, 3)), 3)
    row = chance.integers(-1, 40, 900)
    plain = chance.normal(size=(900, 2))
    alone = chance.normal(size=900)
    of_table = np.where(row[:, None] >= 0, table[row], np.nan)
    made = Columns.side_by_side([Columns.of_table([table[:, j] for j in range(3)], row), plain, alone])
    return np.column_stack([of_table, plain, alone]), made


def test_rows_and_columns_are_those_of_the_array() -> None:
    whole, made = both()
    assert made.shape == whole.shape
    np.testing.assert_array_equal(made[:], whole)
    some = np.array([7, 3, 3, 880])
    np.testing.assert_array_equal(made[some], whole[some])
    flags = whole[:, 4] > 0
    narrowed = made.where(flags).where(np.arange(0, int(flags.sum()), 2))
    np.testing.assert_array_equal(narrowed[:], whole[flags][::2])
    np.testing.assert_array_equal(narrowed.pick([5, 1]).pick([1])[some[:2]], whole[flags][::2][some[:2]][:, [1]])
    np.testing.assert_array_equal(made.pick([4, 0]).column(1), whole[:, 0])
    np.testing.assert_array_equal(made.known(), ~np.isnan(whole).any(axis=1))
    together = Columns.side_by_side([made.pick([3, 4]).where(flags), whole[flags, 5]])
    np.testing.assert_array_equal(np.asarray(together), whole[flags][:, 3:])


def test_what_is_looked_at_some_rows_at_a_time_is_looked_at_once() -> None:
    values = np.arange(2 * ROWS + 5, dtype=float)
    seen = [block[:, 0] for _, block in Columns.of_array(values).chunks()]
    assert len(seen) == 3
    np.testing.assert_array_equal(np.concatenate(seen), values)
    np.testing.assert_array_equal(Columns.of_array(values).times(np.array([2.0])), 2 * values)


def test_numbers_are_held_small_only_where_that_changes_none() -> None:
    assert as_small(np.array([1.5, np.nan, -3e7])).dtype == np.float32
    assert as_small(np.array([0.1])).dtype == np.float64
    assert as_small(np.array([2.0**24 + 1])).dtype == np.float64


def test_regressions_are_the_same_and_a_large_group_may_come_in_parts() -> None:
    chance = np.random.default_rng(8)
    n = 30_000
    x, group, cluster = chance.normal(size=(n, 4)), chance.integers(0, 3, n), chance.integers(0, 60, n)
    group[:200] = np.arange(200) % 5
    y, moved = x @ [1.0, 2, 0, -1] + group + chance.normal(size=n), x[:, 0] + chance.normal(size=n)
    columns = Columns.of_array(x)
    whole, parted = Grouped(x, y, group, chunk=n), Grouped(columns, y, group, chunk=4_096)
    assert len(list(parted.chunks())) > 5 > len([*whole.chunks()])
    np.testing.assert_allclose(parted.products, whole.products, rtol=1e-12)
    np.testing.assert_allclose(parted.means, whole.means, rtol=1e-12)
    assert sorted(np.concatenate([each.rows for each in parted.chunks()])) == list(range(n))
    np.testing.assert_allclose(
        fit(Grouped(columns, y, group)).solved.coefficients, fit(whole).solved.coefficients, rtol=1e-12
    )
    names, instrument = ["a", "b", "c", "d"], Instrument("moved", moved, chance.normal(size=n) + moved)
    one, other = (regress(each, names, y, group, {"c": cluster}, instrument) for each in (x, columns))
    np.testing.assert_allclose(one.coefficients, other.coefficients, rtol=1e-12)
    by_hand = np.column_stack([x, moved, np.eye(5)[group]])
    z = np.column_stack([x, instrument.instrument, np.eye(5)[group]])
    expected = np.linalg.solve(z.T @ by_hand, z.T @ y)[:5]
    np.testing.assert_allclose(other.coefficients, expected, rtol=1e-9)
    with pytest.raises(ValueError, match="same rows"):
        Grouped(columns, y[:-1], group)
