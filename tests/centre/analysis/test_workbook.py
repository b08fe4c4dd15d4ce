# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The workbook: numbers as numbers, text as text whatever it begins with, and a sheet that says what this is."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, Sample, SeKind, Uncertainty
from bip_desktop.centre.analysis.quantities import Points, Share
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import HEADER
from bip_desktop.centre.analysis.workbook import write_workbook

MANY = Sample(1234, 100, 30)
BAND = Uncertainty(0.01, SeKind.CITIZEN, 0.2, 0.4)


def written(folder: Path, *effects: Effect, language: str = "da") -> dict[str, Any]:
    path = folder / "book.xlsx"
    write_workbook([EffectTable("belief", effects)], path, "0123456789ab", language)
    book = load_workbook(path)
    return {sheet.title: sheet for sheet in book.worksheets}


def test_numbers_are_numbers_with_a_form_and_the_header_stays(tmp_path: Path) -> None:
    share = Effect("job52", "S12", "1", Share(1 / 3), MANY, Estimator.MEAN, BAND)
    points = Effect("job52", "gap", "", Points(-1.3), MANY, Estimator.NAIVE)
    sheet = written(tmp_path, share, points)["belief"]
    assert [cell.value for cell in sheet[1]] == list(HEADER)
    assert sheet.freeze_panes == "A2"
    row = dict(zip(HEADER, sheet[2], strict=True))
    assert row["estimate"].value == 1 / 3
    assert "%" in row["estimate"].number_format
    assert (row["answers"].value, row["answers"].number_format) == (1234, "#,##0")
    assert row["group"].value == "1"
    other = dict(zip(HEADER, sheet[3], strict=True))
    assert other["estimate"].value == -1.3
    assert "%" not in other["estimate"].number_format  # points are no per cent
    assert other["se"].value is None


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("x")', "\x01bell"])
def test_a_column_of_the_register_is_never_computed(name: str, tmp_path: Path) -> None:
    sheet = written(tmp_path, Effect("ext52", name, "", Points(1), MANY, Estimator.FIXED_EFFECTS))["belief"]
    cell = sheet["B2"]
    assert cell.data_type == "s"
    assert cell.value == name.replace("\x01", "")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_first_sheet_says_what_this_is(language: str, tmp_path: Path) -> None:
    sheets = written(tmp_path, Effect("job52", "S12", "1", Share(0.1), MANY), language=language)
    first = next(iter(sheets.values()))
    said = " ".join(str(cell) for row in first.iter_rows(values_only=True) for cell in row if cell)
    assert "0123456789ab" in said
    assert "belief" in said
    assert ("procentpoint" if language == "da" else "percentage points") in said


def test_a_hidden_row_has_no_number_here_either(tmp_path: Path) -> None:
    [table] = suppress([EffectTable("belief", (Effect("job52", "S12", "1", Share(0.5), Sample(4, 4, 4)),))], 5)
    row = dict(zip(HEADER, written(tmp_path, *table.effects)["belief"][2], strict=True))
    assert row["suppressed"].value == 1
    assert {row[name].value for name in ("estimate", "se", "low", "high", "answers", "citizens")} == {None}
