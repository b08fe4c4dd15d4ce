# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a table of a submission is made of: typed columns, each with every value it can hold."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bip_desktop.domain.submission_labels import Words

Cell = str | int
Row = tuple[Cell, ...]


class ColumnType(StrEnum):
    """The two types a column can have; the names are those of Table Schema."""

    STRING = "string"
    INTEGER = "integer"


@dataclass(frozen=True, slots=True)
class Label:
    """A value and what it means."""

    value: Cell
    words: Words


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type and every value it can hold.

    `missing` are values that say why there is none. Without categories a string has a `pattern` (a regular expression
    for the whole cell), an integer a range.
    """

    name: str
    type: ColumnType
    about: Words
    categories: tuple[Label, ...] = ()
    missing: tuple[Label, ...] = ()
    pattern: str = ""
    least: int | None = None
    most: int | None = None

    def accepts(self, cell: Cell) -> bool:
        """Whether `cell` is a value or a missing code of this column."""
        if isinstance(cell, bool) or isinstance(cell, str) is not (self.type is ColumnType.STRING):
            return False
        if any(cell == label.value for label in self.missing):
            return True
        if self.categories:
            return any(cell == label.value for label in self.categories)
        if isinstance(cell, str):
            return re.fullmatch(self.pattern, cell) is not None
        return (self.least is None or cell >= self.least) and (self.most is None or cell <= self.most)


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values are keys of another table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file of the package."""

    name: str
    about: Words
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def path(self) -> str:
        """Its name inside the package."""
        return f"data/{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names, in their order."""
        return tuple(column.name for column in self.columns)

    def check(self, row: Row) -> None:
        """Raises `ValueError` where a cell does not belong in its column: a mistake in the program, and the last
        fence before something leaves that should not. The message names the place, never the value."""
        if len(row) != len(self.columns):
            raise ValueError(f"{self.name}: {len(row)} cells for {len(self.columns)} columns")
        for column, cell in zip(self.columns, row, strict=True):
            if not column.accepts(cell):
                raise ValueError(f"{self.name}.{column.name}: a cell that does not belong there")
