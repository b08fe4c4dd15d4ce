# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Reads a caseload from a CSV or xlsx file, in memory: what cannot be read is a coded error with the last line read.

No fact of an error holds anything that stands in the file.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange import caseload_sheet
from bip_desktop.exchange.caseload_columns import Column, Headings, headings_in
from bip_desktop.services.importing import RawCaseload, RawRow

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
_MOST_LINES = 1_048_576
"""Empty ones too: as many as a spreadsheet has."""
_LOOKED_FOR_HEADINGS = 10
"""Rows: a list may have a title above its headings."""
_DELIMITERS = (";", "\t", ",")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DATES = (date, time, timedelta)

Cells = Sequence[object]
Lines = Iterator[tuple[int, Cells]]
"""Rows with the line each begins in."""


class CaseloadFiles:
    """Fulfils `services.importing.CaseloadReader`."""

    def read(self, path: Path) -> RawCaseload:
        """The rows of the file at `path`. Raises `BipError` with a code CASELOAD_*."""
        return caseload_in(_content(path))


def caseload_in(content: bytes) -> RawCaseload:
    """The rows of a CSV or xlsx file. Raises `BipError` with a code CASELOAD_*."""
    if len(content) > MOST_BYTES:
        raise BipError(Code.CASELOAD_LARGE, most=MOST_BYTES // 1_000_000)
    if content.startswith(_OLE):
        raise BipError(Code.CASELOAD_OLD)
    if content.startswith(_ZIP):
        return _in_workbook(content)
    return _in_text(_decoded(content))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):  # a ValueError is a NUL in the path
        raise BipError(Code.CASELOAD_FILE) from None


# -- xlsx -----------------------------------------------------------------------------------------------------------


def _in_workbook(content: bytes) -> RawCaseload:
    with caseload_sheet.opened(content) as sheets:
        for lines in sheets:
            found = _headings(lines())
            if found is not None:
                return _caseload(lines(), found, is_sheet=True)
    raise BipError(Code.CASELOAD_COLUMNS)


# -- CSV ------------------------------------------------------------------------------------------------------------


def _decoded(content: bytes) -> str:
    encodings = [name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BipError(Code.CASELOAD_KIND)


def _in_text(text: str) -> RawCaseload:
    for delimiter in _DELIMITERS:
        try:
            found = _headings(_csv_lines(text, delimiter))
        except csv.Error:  # the quotes do not fit this delimiter
            continue
        if found is not None:
            return _read_csv(text, delimiter, found)
    raise BipError(Code.CASELOAD_COLUMNS)


def _read_csv(text: str, delimiter: str, found: "_Found") -> RawCaseload:
    reached = [1]

    def lines() -> Lines:
        for line, cells in _csv_lines(text, delimiter):
            reached[0] = line
            yield line, cells

    try:
        return _caseload(lines(), found, is_sheet=False)
    except csv.Error:
        raise BipError(Code.CASELOAD_DAMAGED, line=reached[0]) from None


def _csv_lines(text: str, delimiter: str) -> Lines:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    for cells in reader:
        yield before + 1, cells
        before = reader.line_num


# -- both -----------------------------------------------------------------------------------------------------------


class _Found(NamedTuple):
    """The headings, and the line they stand in."""

    line: int
    headings: Headings


def _bounded(lines: Lines) -> Lines:
    for line, cells in lines:
        if line > _MOST_LINES:
            raise BipError(Code.CASELOAD_ROWS, most=MOST_ROWS)
        yield line, cells


def _headings(lines: Lines) -> _Found | None:
    filled = ((line, cells) for line, cells in _bounded(lines) if any(map(_text, cells)))
    for line, cells in islice(filled, _LOOKED_FOR_HEADINGS):
        headings = headings_in([_text(cell) for cell in cells])
        if headings is not None:
            return _Found(line, headings)
    return None


def _caseload(lines: Lines, found: _Found, *, is_sheet: bool) -> RawCaseload:
    rows: list[RawRow] = []
    for line, cells in _bounded(lines):
        if line <= found.line:
            continue
        row = _row(line, cells, found.headings, is_sheet=is_sheet)
        if row is None:
            continue
        if len(rows) == MOST_ROWS:
            raise BipError(Code.CASELOAD_ROWS, most=MOST_ROWS)
        rows.append(row)
    if not rows:
        raise BipError(Code.CASELOAD_EMPTY)
    return RawCaseload(tuple(rows), found.headings.ignored)


def _row(line: int, cells: Cells, headings: Headings, *, is_sheet: bool) -> RawRow | None:
    """The row, or None where no column that counts has anything in it."""
    of = {column: cells[place] if place < len(cells) else None for column, place in headings.places.items()}
    texts = {column: _text(value) for column, value in of.items()}
    if not any(texts.values()):
        return None
    cpr, restored = _with_zero(of[Column.CPR], texts[Column.CPR], is_sheet=is_sheet)
    fault = None
    if isinstance(of[Column.CPR], _DATES):
        fault, cpr = Code.CPR_AS_DATE, ""
    elif isinstance(of.get(Column.CASE_NUMBER), _DATES):
        fault = Code.CASE_NUMBER_AS_DATE
    elif not is_sheet and any(map(_text, cells[headings.width :])):
        fault = Code.ROW_CELLS
    return RawRow(
        line=line,
        name=texts.get(Column.NAME) or f"{texts.get(Column.FIRST_NAME, '')} {texts.get(Column.LAST_NAME, '')}".strip(),
        cpr=cpr,
        case_number=texts.get(Column.CASE_NUMBER, ""),
        benefit=texts.get(Column.BENEFIT, ""),
        caseworker=texts.get(Column.CASEWORKER, ""),
        zero_restored=restored,
        fault=fault,
    )


def _with_zero(value: object, text: str, *, is_sheet: bool) -> tuple[str, bool]:
    """A number of nine digits has lost its leading zero. In CSV nobody knows what was a number, so any may have."""
    if len(text) == 9 and text.isascii() and text.isdigit() and (not is_sheet or isinstance(value, int | float)):
        return f"0{text}", True
    return text, False


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
