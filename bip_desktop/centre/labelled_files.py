# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables for SPSS and Stata, with what columns and codes mean.

The missing codes stay in the cells: SPSS knows them as user-missing, in Stata `mvdecode _all, mv(-99/-94)` makes them
so. Stata labels numbers alone, so that columns of words become numbers there, with the word in the label.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bip_desktop.centre.cell_numbers import as_number
from bip_desktop.centre.codebook import said
from bip_desktop.centre.linked_tables import ANY_TEXT
from bip_desktop.domain.submission_schema import Column, ColumnType, Row, Table

_LONGEST_LABEL = 120
"""Bytes of a label of a value in SPSS."""
_LONGEST_STATA = 80
"""Characters of a column's label in Stata."""


def write_spss(path: Path, table: Table, rows: Iterator[Row], language: str = "da") -> int:
    """Writes a .sav file and gives its number of rows."""
    import pyreadstat

    frame = _frame(table, rows)
    labels: dict[str, dict[Any, str]] = {}
    missing: dict[str, list[Any]] = {}
    for column in table.columns:
        found = _value_labels(column, language)
        if found:
            labels[column.name] = found
        codes = [label.value for label in column.missing]
        if column.type is ColumnType.INTEGER and codes:
            missing[column.name] = [{"lo": float(min(codes)), "hi": float(max(codes))}]
        elif codes:
            missing[column.name] = codes
    pyreadstat.write_sav(
        frame,
        str(path),
        file_label=said(table.about, language)[:60],
        column_labels={column.name: said(column.about, language) for column in table.columns},
        variable_value_labels=labels,
        missing_ranges=missing,
        row_compress=True,
    )
    return len(frame)


def write_stata(path: Path, table: Table, rows: Iterator[Row], language: str = "da") -> int:
    """Writes a .dta file and gives its number of rows."""
    import pyreadstat

    frame = _frame(table, rows)
    labels: dict[str, dict[Any, str]] = {}
    for column in table.columns:
        found = _value_labels(column, language)
        if column.type is ColumnType.STRING and not column.categories:
            continue
        if found and column.type is ColumnType.STRING:
            numbers = stata_numbers(column)
            frame[column.name] = frame[column.name].map(numbers).astype("int32")
            found = {numbers[str(value)]: f"{value}: {words}" for value, words in found.items()}
        if found:
            labels[column.name] = found
    pyreadstat.write_dta(
        frame,
        str(path),
        file_label=said(table.about, language)[:_LONGEST_STATA],
        column_labels={column.name: said(column.about, language)[:_LONGEST_STATA] for column in table.columns},
        variable_value_labels=labels,
    )
    return len(frame)


def stata_numbers(column: Column) -> dict[str, int]:
    """The number that stands in Stata for each word of a column: 1 and on, and a missing code for itself."""
    words = {str(label.value): number for number, label in enumerate(column.categories, 1)}
    return words | {str(label.value): int(label.value) for label in column.missing}


def _value_labels(column: Column, language: str) -> dict[Any, str]:
    labels = (*column.categories, *column.missing)
    return {label.value: _short(said(label.words, language)) for label in labels}


def _short(text: str) -> str:
    return text.encode()[:_LONGEST_LABEL].decode(errors="ignore")


def _frame(table: Table, rows: Iterator[Row]) -> Any:
    import pandas as pd

    frame = pd.DataFrame.from_records(list(rows), columns=list(table.header))
    for column in table.columns:
        if column.type is ColumnType.INTEGER:
            frame[column.name] = frame[column.name].astype("int64" if (column.most or 0) > 2**31 else "int32")
        elif column.pattern == ANY_TEXT:  # numbers where all are
            numbers = [as_number(cell) if cell else float("nan") for cell in frame[column.name]]
            if all(number is not None for number in numbers):
                frame[column.name] = numbers
        if not len(frame) and column.type is ColumnType.STRING:
            frame[column.name] = frame[column.name].astype("object")
    return frame
