# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables as files: CSV for programs, xlsx for people, SPSS and Stata with labels. All are written a piece at a time."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.merged_tables import MERGED, merged_rows
from bip_desktop.domain.submission_schema import Row, Table

OUTCOMES = "outcomes.csv"
REGISTER = "register.csv"
_OUTCOME_HEADER = ("citizen_id", "kind", "from_week", "to_week")
_SHEET_ROWS = 1_000_000
"""Rows of one sheet; Excel holds 1,048,576."""
FORMATS = ("csv", "xlsx", "spss", "stata")
_LABELLED = {"spss": "SPSS", "stata": "Stata"}
Progress = Callable[[str, int], None]


def write_tables(connection: Connection, out: Path, formats: Sequence[str], progress: Progress) -> dict[str, int]:
    """Writes the merged tables, and outcomes and register where there are some, and gives the rows of each file.

    Raises `CentreError` FORMAT_NEEDS before anything is written where a format's package is missing.
    """
    for each in formats:
        if each in _LABELLED:  # not written yet: neither of the two libraries it takes is among the dependencies
            raise CentreError(Problem.FORMAT_NEEDS, format=_LABELLED[each], package="pyreadstat")
    out.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    for table in MERGED:
        progress(table.name, 0)
        if "csv" in formats:
            counts[f"{table.name}.csv"] = _csv(out / f"{table.name}.csv", table.header, merged_rows(connection, table))
        if "xlsx" in formats:
            counts[f"{table.name}.xlsx"] = _xlsx(out / f"{table.name}.xlsx", table, merged_rows(connection, table))
    if "csv" in formats:
        counts.update(_linked(connection, out))
    return counts


def _linked(connection: Connection, out: Path) -> Iterator[tuple[str, int]]:
    outcomes = (
        select(*(t.outcomes.c[name] for name in _OUTCOME_HEADER))
        .join(t.citizens, t.citizens.c.citizen_id == t.outcomes.c.citizen_id)
        .order_by(*t.outcomes.primary_key.columns)
    )
    rows = _csv(out / OUTCOMES, _OUTCOME_HEADER, (tuple(row) for row in connection.execute(outcomes)))
    if rows:
        yield OUTCOMES, rows
    else:
        (out / OUTCOMES).unlink()
    first = connection.execute(select(t.register_rows).limit(1)).first()
    if first is not None:
        per_meeting = first.meeting_id != ""
        names = tuple(json.loads(first.values))
        header = ("citizen_id", *(("meeting_id",) if per_meeting else ()), *names)
        yield REGISTER, _csv(out / REGISTER, header, _register(connection, names, per_meeting=per_meeting))


def _register(connection: Connection, names: Sequence[str], *, per_meeting: bool) -> Iterator[Row]:
    ordered = (
        select(t.register_rows)
        .join(t.citizens, t.citizens.c.citizen_id == t.register_rows.c.citizen_id)
        .order_by(*t.register_rows.primary_key.columns)
    )
    for row in connection.execute(ordered):
        values: Mapping[str, str] = json.loads(row.values)
        yield (row.citizen_id, *((row.meeting_id,) if per_meeting else ()), *(values[name] for name in names))


def _csv(path: Path, header: Sequence[str], rows: Iterator[Row]) -> int:
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        written = _Counting(rows)
        writer.writerows(written)
    part.replace(path)
    return written.count


def _xlsx(path: Path, table: Table, rows: Iterator[Row]) -> int:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.name)
    sheet.append(table.header)
    count = 0
    for count, row in enumerate(rows, 1):
        if count > 1 and count % _SHEET_ROWS == 1:
            sheet = book.create_sheet(f"{table.name} {count // _SHEET_ROWS + 1}")
            sheet.append(table.header)
        sheet.append(row)
    part = path.with_name(path.name + ".part")
    book.save(part)
    part.replace(path)
    return count


class _Counting:
    """Passes rows on and counts them."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> "_Counting":
        return self

    def __next__(self) -> Row:
        row = next(self._rows)
        self.count += 1
        return row
