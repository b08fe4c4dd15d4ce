# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the linking unit sends: outcomes as spells, and a register of covariates. Read strictly, a row at a time.

The files are CSV with commas or semicolons, UTF-8 with or without a BOM: other programs write them, not ours.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.weeks import week_name, week_number

CITIZEN, MEETING = "citizen_id", "meeting_id"
SPELL_COLUMNS = (CITIZEN, "kind", "from_week", "to_week")
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]{0,63}")
_LONGEST_CELL = 200


class Kind(StrEnum):
    """What a spell is of."""

    OBSERVED = "observed"
    JOB = "job"
    INCOME = "income"
    EDUCATION = "education"


class Why(StrEnum):
    """What can be wrong with such a file; the sentences are in `reasons.py`."""

    FILE = "file"
    NOT_UTF8 = "not_utf8"
    COLUMNS = "columns"
    CELLS = "cells"
    QUOTES = "quotes"
    IDENTITY = "identity"
    KIND = "kind"
    WEEK = "week"
    ORDER = "order"
    TWICE = "twice"
    CELL = "cell"
    NAME = "name"
    IDENTITY_OTHER = "identity_other"
    NO_ROWS = "no_rows"
    WEEK_COLUMNS = "week_columns"
    CODES = "codes"


def linked_fault(path: Path, why: Why, row: int = 0, column: str = "", found: str = "") -> CentreError:
    """What is wrong with the file `path`, and where."""
    return CentreError(Problem.LINK_FILE, file=path.name, row=row, column=column, why=why.value, found=found[:200])


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """Weeks by their numbers, both included."""

    citizen_id: str
    kind: Kind
    first: int
    last: int

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """As a row of outcomes.csv."""
        return self.citizen_id, self.kind.value, week_name(self.first), week_name(self.last)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A citizen's covariates, by name; `meeting_id` is empty where they do not differ by meeting."""

    citizen_id: str
    meeting_id: str
    values: dict[str, str]


@contextmanager
def opened_rows(path: Path) -> Iterator[tuple[tuple[str, ...], Iterator[tuple[int, list[str]]]]]:
    """The header, and each row with its number in the file (the header is 1). Raises `CentreError` LINK_FILE."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            reader = csv.reader(file, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
            header = tuple(cell.strip() for cell in next(reader, ()))
            if len(set(header)) != len(header):
                raise linked_fault(path, Why.COLUMNS, 1, found=", ".join(header))
            yield header, _rows(path, reader, len(header))
    except UnicodeDecodeError:
        raise linked_fault(path, Why.NOT_UTF8) from None
    except csv.Error as error:
        raise linked_fault(path, Why.QUOTES, found=str(error)) from None
    except OSError as error:
        raise linked_fault(path, Why.FILE, found=type(error).__name__) from None


def _rows(path: Path, reader: Iterator[list[str]], width: int) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(reader, 2):
        if len(row) != width:
            raise linked_fault(path, Why.CELLS, number, found=str(len(row)))
        yield number, [cell.strip() for cell in row]


def identity(path: Path, row: int, column: str, cell: str) -> str:
    """The cell, which has to be a UUID."""
    if not _UUID.fullmatch(cell.lower()):
        raise linked_fault(path, Why.IDENTITY, row, column)
    return cell.lower()


def read_spells(path: Path) -> list[Spell]:
    """The spells of an outcomes file: those of one kind that overlap or follow each other are made one.

    Raises `CentreError` LINK_FILE with the row and the column.
    """
    spells = []
    with opened_rows(path) as (header, rows):
        if header != SPELL_COLUMNS:
            raise linked_fault(path, Why.COLUMNS, 1, found=", ".join(header))
        for number, (citizen, kind, first, last) in rows:
            if kind not in Kind.__members__.values():
                raise linked_fault(path, Why.KIND, number, "kind", kind)
            weeks = [_week(path, number, name, cell) for name, cell in (("from_week", first), ("to_week", last))]
            if weeks[0] > weeks[1]:
                raise linked_fault(path, Why.ORDER, number, "to_week")
            spells.append(Spell(identity(path, number, CITIZEN, citizen), Kind(kind), *weeks))
    if not spells:
        raise linked_fault(path, Why.NO_ROWS)
    return joined(spells)


def joined(spells: list[Spell]) -> list[Spell]:
    """The same weeks in as few spells as there can be, sorted."""
    result: list[Spell] = []
    for each in sorted(spells):
        before = result[-1] if result else None
        if (
            before
            and (before.citizen_id, before.kind) == (each.citizen_id, each.kind)
            and each.first <= before.last + 1
        ):
            result[-1] = Spell(each.citizen_id, each.kind, before.first, max(before.last, each.last))
        else:
            result.append(each)
    return result


def _week(path: Path, row: int, column: str, cell: str) -> int:
    try:
        return week_number(cell)
    except ValueError:
        raise linked_fault(path, Why.WEEK, row, column, cell) from None


def read_register(path: Path) -> Iterator[RegisterRow]:
    """The rows of a register: citizen_id, perhaps meeting_id, then any covariates. A key comes once.

    Raises `CentreError` LINK_FILE with the row and the column.
    """
    with opened_rows(path) as (header, rows):
        keys = 2 if header[1:2] == (MEETING,) else 1
        names = header[keys:]
        if header[:1] != (CITIZEN,) or not names or MEETING in names or not all(map(_NAME.fullmatch, names)):
            raise linked_fault(path, Why.COLUMNS, 1, found=", ".join(header))
        seen: set[tuple[str, str]] = set()
        for number, row in rows:
            citizen = identity(path, number, CITIZEN, row[0])
            meeting = identity(path, number, MEETING, row[1]) if keys == 2 else ""
            if (citizen, meeting) in seen:
                raise linked_fault(path, Why.TWICE, number, header[keys - 1])
            seen.add((citizen, meeting))
            for name, cell in zip(names, row[keys:], strict=True):
                if len(cell) > _LONGEST_CELL or not cell.isprintable():
                    raise linked_fault(path, Why.CELL, number, name)
            yield RegisterRow(citizen, meeting, dict(zip(names, row[keys:], strict=True)))
        if not seen:
            raise linked_fault(path, Why.NO_ROWS)
