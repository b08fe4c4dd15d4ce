# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""All tables as one workbook: a sheet that says what this is, then a sheet a table, numbers as numbers."""

from collections.abc import Iterator, Sequence
from errno import ENOSPC
from os import strerror
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from bip_desktop.centre.analysis.effects import Effect, EffectTable
from bip_desktop.centre.analysis.half_done import throw_away
from bip_desktop.centre.analysis.report_sections import SECTIONS
from bip_desktop.centre.analysis.table_output import HEADER, Cell, cells
from bip_desktop.centre.analysis.wording import Language

_HEAD, _BOLD = PatternFill("solid", fgColor="E3EEF0"), Font(bold=True)
_WIDTHS = {
    "outcome": 14,
    "term": 30,
    "group": 26,
    "se_kind": 22,
    "estimator": 18,
    "printed": 16,
    "printed_source": 18,
}
_WIDTH = 12
_FORMATS = {"share": "0.0%", "points": "0.00", "score": "0.000", "ratio": "0.000", "count": "#,##0.##"}
_IN_UNIT = {"estimate", "se", "low", "high"}
_COUNTS = {"answers", "citizens", "caseworkers"}
_SHEET_NAME = 31
"""Letters a sheet's name may have."""


def write_workbook(tables: Sequence[EffectTable], path: Path, mark: str, language: str) -> None:
    """One sheet a table, behind one that says what they are. `mark` is the beginning of the data's hash. Raises
    `OSError` where it cannot be written."""
    try:
        _write(tables, path, mark, language)
    except Exception as error:  # lxml has an error of its own for a full disk, and no name for it here
        if not type(error).__module__.startswith("lxml"):
            raise
        throw_away(error)
        raise OSError(ENOSPC, strerror(ENOSPC)) from None


def _write(tables: Sequence[EffectTable], path: Path, mark: str, language: str) -> None:
    words = Language(language)
    book = Workbook(write_only=True)
    first = book.create_sheet(words.say("Læs først", "Read first"))
    for letter, width in (("A", 30), ("B", 48), ("C", 10)):
        first.column_dimensions[letter].width = width
    for line in _about(tables, mark, words):
        first.append([_text(first, each) if isinstance(each, str) else each for each in line])
    for table in tables:
        _write_sheet(book.create_sheet(table.name[:_SHEET_NAME]), table)
    book.save(path)


def _about(tables: Sequence[EffectTable], mark: str, words: Language) -> Iterator[list[Any]]:
    yield [words.say("BIP: analysernes tabeller", "BIP: the tables of the analyses")]
    yield [words.say("Data", "Data"), mark]
    yield []
    for da, en in (
        (
            "Det samme som i tables/*.csv, urundet. Læs report.html for, hvad tallene er.",
            "As in tables/*.csv, unrounded.",
        ),
        (
            "share er 0 til 1 og vises i procent; points er procentpoint: 1,3 betyder 1,3 procentpoint.",
            "share is 0 to 1, shown in per cent; points are percentage points: 1.3 means 1.3.",
        ),
        (
            "suppressed er 1, hvor tallet er skjult, fordi for få borgere eller sagsbehandlere står bag.",
            "suppressed is 1 where the number is hidden, as too few citizens or caseworkers stand behind it.",
        ),
        (
            "Kolonner og koder er forklaret i docs/tables.md. Ingen tal er om én borger eller én sagsbehandler.",
            "Columns and codes are explained in docs/tables.md. No number is of one citizen or one caseworker.",
        ),
    ):
        yield [words.say(da, en)]
    yield []
    yield [words.say("ark", "sheet"), words.say("hvad", "what"), words.say("rækker", "rows")]
    for table in tables:
        yield [table.name, words.of(SECTIONS[table.name].title), len(table.effects)]


def _write_sheet(sheet: WriteOnlyWorksheet, table: EffectTable) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADER))}{len(table.effects) + 1}"
    for place, name in enumerate(HEADER, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, _WIDTH)
    head = []
    for name in HEADER:
        cell = _text(sheet, name)
        cell.font, cell.fill = _BOLD, _HEAD
        cell.alignment = Alignment(horizontal="left" if name in _WIDTHS else "right")
        head.append(cell)
    sheet.append(head)
    for effect in table.effects:
        row = zip(HEADER, cells(effect), strict=True)
        sheet.append([_cell(sheet, effect, name, value) for name, value in row])


def _cell(sheet: WriteOnlyWorksheet, effect: Effect, name: str, value: Cell) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _text(sheet, value)
    made = WriteOnlyCell(sheet, value)
    if name in _IN_UNIT:
        made.number_format = _FORMATS[effect.value.unit]
    elif name in _COUNTS:
        made.number_format = "#,##0"
    return made


def _text(sheet: WriteOnlyWorksheet, text: str) -> Any:
    """Text, whatever it begins with: a register's column could be called `=1+1`, and must not be computed."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell
