# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Strict reading of a package's CSV files, a row at a time, against the same columns they were written from."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from operator import getitem

from bip_desktop.centre.faults import Flaw, Place, Refused
from bip_desktop.domain.submission_schema import Cell, Column, ColumnType, Row, Table

_LONGEST_LINE = 2_000
"""Characters. The longest row there can be has some 600."""
_REMEMBERED = 20_000
"""Different cells of a column that are remembered as good."""
_INTEGER = re.compile("-?(?:0|[1-9][0-9]{0,15})")


class _Bad(Exception):  # noqa: N818 - becomes `Refused`
    def __init__(self, column: str, flaw: Flaw) -> None:
        super().__init__(column)
        self.column = column
        self.flaw = flaw


class _Cells(dict[str, Cell]):
    """The cells of one column by their text. A text met before costs one look-up, and most come often."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, text: str) -> Cell:
        column = self._column
        if not text:
            raise _Bad(column.name, Flaw.EMPTY)
        cell: Cell = text
        if column.type is ColumnType.INTEGER:
            if not _INTEGER.fullmatch(text) or text == "-0":
                raise _Bad(column.name, Flaw.TYPE)
            cell = int(text)
        if not column.accepts(cell):
            raise _Bad(column.name, Flaw.VALUE)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[text] = cell
        return cell


def table_rows(table: Table, chunks: Iterable[bytes]) -> Iterator[tuple[int, Row]]:
    """Each row of the file with its number in the file (the header is 1). Raises `Refused` with file, row, column."""
    cells = [_Cells(column) for column in table.columns]
    width = len(cells)
    lines = _lines(table.path, chunks)
    header = next(lines, "")
    _check_header(table, header)
    number = 1
    try:
        for number, found in enumerate(csv.reader(lines, strict=True), 2):
            if len(found) != width:
                raise Refused(Flaw.CELLS, Place(table.path, number), {"found": len(found), "expected": width})
            yield number, tuple(map(getitem, cells, found))
    except csv.Error:
        raise Refused(Flaw.QUOTES, Place(table.path, number + 1)) from None
    except _Bad as bad:
        raise Refused(bad.flaw, Place(table.path, number, bad.column)) from None


def _check_header(table: Table, header: str) -> None:
    place = Place(table.path, 1)
    if header.startswith("\ufeff"):
        raise Refused(Flaw.BYTE_ORDER_MARK, place)
    names = header.rstrip("\n").split(",")
    if tuple(names) == table.header:
        return
    if header.count(";") > header.count(","):
        raise Refused(Flaw.SEMICOLONS, place)
    missing = [name for name in table.header if name not in names]
    beyond = [name for name in names if name not in table.header]
    raise Refused(
        Flaw.COLUMNS,
        Place(table.path, 1, missing[0] if missing else ""),
        {"missing": ", ".join(missing), "beyond": len(beyond)},
    )


def _lines(path: str, chunks: Iterable[bytes]) -> Iterator[str]:
    """The lines of the file with their ends, as text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    number = 0
    rest = ""
    for chunk in chunks:
        if b"\0" in chunk:
            before = chunk[: chunk.index(b"\0")]
            raise Refused(Flaw.NUL, Place(path, number + 1 + before.count(b"\n")))
        try:
            text = rest + decoder.decode(chunk)
        except UnicodeDecodeError as error:
            raise Refused(Flaw.NOT_UTF8, Place(path, number + 1 + chunk[: error.start].count(b"\n"))) from None
        if "\r" in text:
            raise Refused(Flaw.LINE_ENDS, Place(path, number + 1 + text[: text.index("\r")].count("\n")))
        lines = text.split("\n")
        rest = lines.pop()
        for later, line in enumerate((*lines, rest), 1):
            if len(line) > _LONGEST_LINE:
                raise Refused(Flaw.LINE_LONG, Place(path, number + later))
        for line in lines:
            number += 1
            yield line + "\n"
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise Refused(Flaw.NOT_UTF8, Place(path, number + 1)) from None
    if rest:
        raise Refused(Flaw.LAST_LINE, Place(path, number + 1))
