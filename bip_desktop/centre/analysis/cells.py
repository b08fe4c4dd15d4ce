# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Columns of a table read some rows at a time and strictly: a cell that does not belong is refused by its place."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.statistics.within import Floats, Integers
from bip_desktop.centre.weeks import week_number

ROWS = 200_000
"""Rows of text at a time: so few that an interruption in between is soon heard."""
_MOST = 10**12


def require(path: Path, columns: Sequence[str]) -> None:
    """Raises `CentreError` ANALYSE_COLUMN where one is not there."""
    there = header(path)
    for column in columns:
        if column not in there:
            raise CentreError(Problem.ANALYSE_COLUMN, file=path.name, column=column)


def header(path: Path) -> list[str]:
    """The names of the columns. Raises `CentreError` ANALYSE_EMPTY."""
    try:
        return list(pd.read_csv(path, nrows=0, dtype=object, encoding="utf-8").columns)
    except (ValueError, OSError):  # empty, not UTF-8, not a table
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name) from None


def pieces(path: Path, columns: Sequence[str], keys: Sequence[str] = ()) -> Iterator[tuple[int, pd.DataFrame]]:
    """These columns as text, nothing guessed: the rows before, and some rows. `keys` are those whose cells differ from
    row to row; of the others each different cell is made but once."""
    require(path, columns)
    before = 0
    types: dict[Hashable, Any] = {name: object if name in keys else "category" for name in columns}
    with (
        interruptible(),
        pd.read_csv(
            path, usecols=list(columns), dtype=types, keep_default_na=False, encoding="utf-8", chunksize=ROWS
        ) as reader,
    ):
        for piece in reader:
            yield before, piece
            before += len(piece)


@contextmanager
def interruptible() -> Iterator[None]:
    """An interruption that meets pandas while it fetches bytes comes out as a fault of the file."""
    try:
        yield
    except pd.errors.ParserError as error:
        if "Calling read" in str(error):
            raise KeyboardInterrupt from None
        raise


def accept(
    path: Path, column: "pd.Series[str]", good: Flags, before: int, problem: Problem = Problem.ANALYSE_CELL
) -> None:
    """Refuses the first cell that is not `good`."""
    if not good.all():
        row = int(np.argmin(good))
        value = str(column.iloc[row])[:40]
        raise CentreError(problem, file=path.name, row=before + row + 2, column=str(column.name), value=value)


def index_once(path: Path, parts: Sequence[Any]) -> "pd.Index[Any]":
    """The keys of all rows, each of which must stand once."""
    made: pd.Index[Any] = pd.Index(np.concatenate(parts) if parts else np.zeros(0, dtype=object), dtype=object)
    if not made.is_unique:
        row = int(np.argmax(made.duplicated()))
        raise CentreError(Problem.ANALYSE_TWICE, file=path.name, row=row + 2, key=str(made[row]))
    return made


def places_in(index: "pd.Index[Any]", column: "pd.Series[str]") -> Integers:
    """Where each cell stands in `index`; -1 where it does not."""
    return np.asarray(index.get_indexer(pd.Index(column.to_numpy(dtype=object))), dtype=np.int64)


def _different(column: "pd.Series[str]") -> tuple[Integers, Any]:
    """Which of the different texts each cell is, and those."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes, dtype=np.int64), column.cat.categories.to_numpy(dtype=object)
    place, texts = pd.factorize(column.to_numpy(dtype=object))
    return np.asarray(place, dtype=np.int64), texts


def as_numbers(column: "pd.Series[str]") -> Floats:
    """The cells as numbers, nan where one is none."""
    place, texts = _different(column)
    numbers = pd.to_numeric(pd.Series(texts, dtype=object), errors="coerce").to_numpy(dtype=float)
    return np.asarray(numbers[place]) if len(place) else np.zeros(0)


def whole_numbers(path: Path, column: "pd.Series[str]", before: int, least: int = -99) -> Integers:
    """The cells as whole numbers from `least` on."""
    numbers = as_numbers(column)
    with np.errstate(invalid="ignore"):
        good = (numbers >= least) & (numbers <= _MOST) & (numbers == np.floor(numbers))
    accept(path, column, good, before)
    return numbers.astype(np.int64)


def week_numbers(path: Path, column: "pd.Series[str]", before: int) -> Integers:
    """The cells' ISO weeks."""
    place, texts = _different(column)
    numbers = np.array([_week(str(text)) for text in texts], dtype=np.int64)
    found = numbers[place] if len(place) else np.zeros(0, dtype=np.int64)
    accept(path, column, found >= 0, before)
    return np.asarray(found)


def _week(text: str) -> int:
    try:
        return week_number(text)
    except ValueError:
        return -1


class Words:
    """The different words of a column, numbered as they come."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}

    def numbers(self, column: "pd.Series[str]") -> Integers:
        """The number of each cell's word."""
        place, words = _different(column)
        number = np.array([self._number.setdefault(str(word), len(self._number)) for word in words], dtype=np.int64)
        return number[place] if len(place) else np.zeros(0, dtype=np.int64)

    def in_order(self, numbers: Integers) -> Integers:
        """The words that these are the numbers of, numbered anew in the order of the alphabet, without gaps."""
        occur = np.bincount(numbers, minlength=len(self._number)) > 0
        rank = np.full(len(self._number), -1)
        rank[[n for _, n in sorted(self._number.items()) if occur[n]]] = np.arange(int(occur.sum()))
        return np.asarray(rank[numbers], dtype=np.int64)

    def dummies(self, name: str, numbers: Floats) -> list[tuple[str, Floats]]:
        """A column for each word but the first and the empty one; nan where the word is empty, which is nan here."""
        known = ~np.isnan(numbers)
        occur = {word: n for word, n in self._number.items() if word and (numbers == n).any()}
        return [(f"{name}={word}", np.where(known, numbers == occur[word], np.nan)) for word in sorted(occur)[1:]]
