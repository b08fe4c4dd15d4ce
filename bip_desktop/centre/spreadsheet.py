# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A table as a spreadsheet for people: typed cells, a header that stays in sight, and a sheet about the codes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from bip_desktop.centre.cell_numbers import as_number
from bip_desktop.centre.codebook import column_lines
from bip_desktop.centre.linked_tables import ANY_TEXT
from bip_desktop.domain.submission_schema import Row, Table

_SHEET_ROWS = 1_000_000
"""Rows of one sheet; Excel holds 1,048,576."""
_IDENTITY_WIDTH, _WIDEST = 38, 60
_CODES = {"da": ("Koder", ("kolonne", "hvad", "kode", "betyder")), "en": ("Codes", ("column", "what", "code", "means"))}


def write_spreadsheet(path: Path, table: Table, rows: Iterator[Row], language: str = "da") -> int:
    """Writes `table` and gives its number of rows."""
    book = Workbook(write_only=True)
    sheet = _sheet(book, table.name, table)
    loose = [place for place, column in enumerate(table.columns) if column.pattern == ANY_TEXT]
    count = 0
    for count, row in enumerate(rows, 1):
        if count > 1 and count % _SHEET_ROWS == 1:
            sheet = _sheet(book, f"{table.name} {count // _SHEET_ROWS + 1}", table)
        cells: list[Any] = list(row)
        for place in loose:
            cells[place] = _typed(sheet, str(row[place]))
        sheet.append(cells)
    _codes(book, table, language)
    book.save(path)
    return count


def _sheet(book: Workbook, name: str, table: Table) -> Any:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns):
        width = _IDENTITY_WIDTH if column.name.endswith("_id") or column.name == "id" else len(column.name) + 4
        sheet.column_dimensions[_letter(place)].width = width
    sheet.append(_bold(sheet, table.header))
    return sheet


def _codes(book: Workbook, table: Table, language: str) -> None:
    title, header = _CODES[language]
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, width in enumerate((24, _WIDEST, 18, _WIDEST)):
        sheet.column_dimensions[_letter(place)].width = width
    sheet.append(_bold(sheet, header))
    for line in column_lines(table, language):
        cells = [WriteOnlyCell(sheet, value=cell) for cell in line]
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)


def _bold(sheet: Any, names: tuple[str, ...]) -> list[Any]:
    cells = [WriteOnlyCell(sheet, value=name) for name in names]
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _typed(sheet: Any, cell: str) -> Any:
    """A register's cell: numbers as numbers. What begins with `=` is text, never a formula."""
    number = as_number(cell)
    if number is not None:
        return number
    if cell.startswith("="):
        text = WriteOnlyCell(sheet, value=cell)
        text.data_type = "s"
        return text
    return cell or None
