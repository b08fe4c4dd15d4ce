# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables as files: CSV for programs, xlsx for people, SPSS and Stata with labels.

CSV and xlsx are written a piece at a time; the two statistics formats take one table at a time into memory.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bip_desktop.centre.linked_tables import OUTCOMES, has_outcomes, outcome_rows, register_rows, register_table
from bip_desktop.centre.merged_tables import MERGED, merged_rows
from bip_desktop.domain.submission_schema import Row, Table

FORMATS = ("csv", "xlsx", "spss", "stata")
ENDINGS = {"csv": "csv", "xlsx": "xlsx", "spss": "sav", "stata": "dta"}
LANGUAGES = ("da", "en")
Progress = Callable[[str, int], None]


@dataclass(frozen=True)
class _Source:
    table: Table
    rows: Callable[[], Iterator[Row]]


def write_tables(
    connection: Connection, out: Path, formats: Sequence[str], progress: Progress, language: str = "da"
) -> dict[str, int]:
    """Writes the merged tables, and outcomes and register where there are some, and gives the rows of each file."""
    # Only here: no other command should wait for what these bring along.
    from bip_desktop.centre.labelled_files import write_spss, write_stata
    from bip_desktop.centre.spreadsheet import write_spreadsheet

    out.mkdir(parents=True, exist_ok=True)
    writers: dict[str, Callable[[Path, Table, Iterator[Row]], int]] = {
        "csv": _csv,
        "xlsx": partial(write_spreadsheet, language=language),
        "spss": partial(write_spss, language=language),
        "stata": partial(write_stata, language=language),
    }
    counts: dict[str, int] = {}
    for source in _sources(connection):
        for each in formats:
            name = f"{source.table.name}.{ENDINGS[each]}"
            progress(name, 0)
            part = out / f"{name}.part"
            counts[name] = writers[each](part, source.table, source.rows())
            part.replace(out / name)
    return counts


def _sources(connection: Connection) -> Iterator[_Source]:
    for table in MERGED:
        yield _Source(table, partial(merged_rows, connection, table))
    if has_outcomes(connection):
        yield _Source(OUTCOMES, partial(outcome_rows, connection))
    register = register_table(connection)
    if register is not None:
        yield _Source(register, partial(register_rows, connection, register))


def _csv(path: Path, table: Table, rows: Iterator[Row]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.header)
        written = _Counting(rows)
        writer.writerows(written)
    return written.count


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
