# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Covariates as a matrix that is never made whole: rows are put together when they are asked for.

Eighty covariates of three million answers are two gigabytes as numbers, and a tenth of that as they were answered.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Take = Callable[[Integers], NDArray[Any]]
ROWS = 32_768
"""At a time, where all are looked at."""


@dataclass(frozen=True, slots=True)
class Source:
    """Some columns, and how rows of them are made."""

    width: int
    take: Take
    index: Integers | None = None
    """Which row of the source each row of the matrix is; all of them in order where there is none."""


class Columns:
    """(n, k) covariates."""

    ndim = 2

    def __init__(self, length: int, sources: Sequence[Source], picked: Integers | None = None) -> None:
        self._length, self._sources, self._picked = length, tuple(sources), picked
        self._width = sum(each.width for each in sources)

    @classmethod
    def none(cls, length: int) -> Self:
        """No covariates of so many rows."""
        return cls(length, ())

    @classmethod
    def of_array(cls, values: NDArray[Any]) -> Self:
        """The columns of an array, or one column."""
        table = values[:, None] if values.ndim == 1 else values
        return cls(len(table), [Source(table.shape[1], lambda rows: table[rows])] if table.shape[1] else ())

    @classmethod
    def of_table(cls, columns: Sequence[NDArray[Any]], row: Integers) -> Self:
        """Columns of a table that each row has a row of; nan where that is -1."""
        if not columns:
            return cls.none(len(row))
        dtype = np.float32 if all(each.dtype == np.float32 for each in columns) else np.float64
        table = np.empty((len(columns[0]) + 1, len(columns)), dtype=dtype)
        for place, each in enumerate(columns):
            table[:-1, place] = each
        table[-1] = np.nan  # which is what -1 finds
        return cls(len(row), [Source(len(columns), lambda rows: table[rows], row)])

    @classmethod
    def side_by_side(cls, parts: "Sequence[NDArray[Any] | Columns]") -> "Columns":
        """All columns of the parts, in order."""
        made = [each if isinstance(each, Columns) else cls.of_array(each) for each in parts]
        sources: list[Source] = []
        for each in made:
            sources += each._whole()
        return Columns(len(made[0]) if made else 0, sources)

    def __len__(self) -> int:
        return self._length

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._length, self._width if self._picked is None else len(self._picked)

    def __getitem__(self, rows: Integers | Flags | slice) -> Floats:
        here = np.arange(*rows.indices(self._length)) if isinstance(rows, slice) else _places(rows)
        made = np.empty((len(here), self._width))
        first = 0
        seen: dict[int, Integers] = {}
        for each in self._sources:
            at = here
            if each.index is not None:
                if id(each.index) not in seen:
                    seen[id(each.index)] = each.index[here]
                at = seen[id(each.index)]
            made[:, first : first + each.width] = each.take(at)
            first += each.width
        return made if self._picked is None else made[:, self._picked]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """All of it, for what must have it whole."""
        return np.asarray(self[:], dtype=dtype)

    def chunks(self) -> Iterator[tuple[slice, Floats]]:
        """All rows in order, some at a time."""
        for first in range(0, self._length, ROWS):
            here = slice(first, min(first + ROWS, self._length))
            yield here, self[here]

    def column(self, place: int) -> Floats:
        """One of them."""
        return self.pick([place])[:][:, 0]

    def where(self, rows: Flags | Integers) -> "Columns":
        """Only these rows."""
        chosen = _places(rows)
        seen: dict[int, Integers] = {}
        sources = []
        for each in self._sources:
            if id(each.index) not in seen:
                seen[id(each.index)] = chosen if each.index is None else each.index[chosen]
            sources.append(Source(each.width, each.take, seen[id(each.index)]))
        return Columns(len(chosen), sources, self._picked)

    def pick(self, places: Sequence[int] | Integers) -> "Columns":
        """Only these columns."""
        chosen = np.asarray(places, dtype=np.int64)
        within = chosen if self._picked is None else self._picked[chosen]
        kept: list[Source] = []
        numbers = np.full(self._width, -1)
        first = width = 0
        for each in self._sources:  # sources that nobody asks for need not be made
            span = np.arange(first, first + each.width)
            if np.isin(span, within).any():
                numbers[span] = np.arange(width, width + each.width)
                width += each.width
                kept.append(each)
            first += each.width
        return Columns(self._length, kept, numbers[within])

    def times(self, coefficients: Floats) -> Floats:
        """(n,): the rows' sums of covariate times coefficient."""
        made = np.empty(self._length)
        for here, block in self.chunks():
            made[here] = block @ coefficients
        return made

    def known(self) -> Flags:
        """(n,): which rows lack nothing."""
        made = np.empty(self._length, dtype=bool)
        for here, block in self.chunks():
            made[here] = ~np.isnan(block).any(axis=1)
        return made

    def _whole(self) -> Sequence[Source]:
        if self._picked is None:
            return self._sources
        picked = self
        return [Source(self.shape[1], lambda rows: picked[rows])]


def _places(rows: Flags | Integers) -> Integers:
    return np.flatnonzero(rows) if rows.dtype == np.bool_ else np.asarray(rows, dtype=np.int64)


Matrix = Floats | Columns
"""Covariates, whole or not."""


def as_small(numbers: Floats) -> NDArray[Any]:
    """The same numbers in half the memory, where that changes none."""
    small = numbers.astype(np.float32)
    return small if np.array_equal(small.astype(np.float64), numbers, equal_nan=True) else numbers
