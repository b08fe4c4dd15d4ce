# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The merged tables in every format: the same cells, with what they mean."""

import csv
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from bip_desktop.centre.codebook import codebook
from bip_desktop.centre.command_line import main
from bip_desktop.centre.labelled_files import stata_numbers
from bip_desktop.centre.linked_tables import OUTCOMES
from bip_desktop.centre.merged_tables import MERGED
from bip_desktop.domain.submission_schema import ColumnType, Table
from tests.centre.packages import World, citizen_id, rows_of

ALL = (*MERGED, OUTCOMES)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table in every format, of a centre with something of everything in it."""
    folder = tmp_path_factory.mktemp("tables")
    world = World(folder)
    rows = rows_of((1, 1), (2, 2))
    rows["citizens"][1] = (*rows["citizens"][1][:2], "-99", "-99", -99, 1)
    rows["answers"][0] = (*rows["answers"][0][:3], -98, *rows["answers"][0][4:])
    rows["answers"][17] = (*rows["answers"][17][:3], 9_999_999_900, *rows["answers"][17][4:])
    rows["tombstones"] = [("citizen", citizen_id(9), "erasure")]
    assert rows["answers"][17][1] == "B11"
    world.site.send(rows)
    [outcome] = world.receive()
    assert outcome.refused is None, outcome.refused
    outcomes, register = folder / "o.csv", folder / "r.csv"
    outcomes.write_text(f"citizen_id,kind,from_week,to_week\n{citizen_id(1)},job,2026-W01,2026-W09\n")
    register.write_text(f"citizen_id,age,note\n{citizen_id(1)},41,=1+1\n{citizen_id(2)},,007\n")
    home = str(world.home.folder)
    assert main(["--home", home, "link", "--outcomes", str(outcomes), "--register", str(register)]) == 0
    formats = [argument for each in ("csv", "xlsx", "spss", "stata") for argument in ("--format", each)]
    assert main(["--home", home, "tables", "--out", str(folder / "T"), *formats]) == 0
    return folder / "T"


def cells(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Whole numbers without a point, as CSV has them."""
    return [
        {str(name): str(int(cell)) if isinstance(cell, (int, float)) else str(cell) for name, cell in row.items()}
        for row in frame.to_dict("records")
    ]


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_spss_has_the_same_cells_with_labels(tables: Path, table: Table) -> None:
    frame, about = pyreadstat.read_sav(tables / f"{table.name}.sav", user_missing=True)
    assert texts(frame) == cells(tables, table.name)
    assert about.column_names_to_labels == {column.name: column.about.da for column in table.columns}
    for column in table.columns:
        labels = {label.value: label.words.da for label in (*column.categories, *column.missing)}
        assert {
            str(key).removesuffix(".0"): words
            for key, words in about.variable_value_labels.get(column.name, {}).items()
        } == {str(key): words for key, words in labels.items()}


def test_spss_knows_what_is_missing(tables: Path) -> None:
    frame, _ = pyreadstat.read_sav(tables / "answers.sav")
    assert frame["value"].isna().sum() == 1
    assert pyreadstat.read_sav(tables / "citizens.sav")[0]["benefit"].isna().sum() == 1


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_stata_has_the_same_cells_with_labels(tables: Path, table: Table) -> None:
    frame, about = pyreadstat.read_dta(tables / f"{table.name}.dta")
    for column in table.columns:
        if column.type is ColumnType.STRING and column.categories:
            words = {number: word for word, number in stata_numbers(column).items()}
            labels = about.variable_value_labels[column.name]
            assert {str(label).split(": ")[0] for label in labels.values()} == set(words.values())
            frame[column.name] = frame[column.name].map(words)
        elif column.categories:
            assert set(about.variable_value_labels[column.name]) >= {label.value for label in column.categories}
    assert texts(frame) == cells(tables, table.name)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_a_spreadsheet_has_the_same_cells_and_says_what_they_are(tables: Path, table: Table) -> None:
    book = openpyxl.load_workbook(tables / f"{table.name}.xlsx")
    sheet = book[table.name]
    assert sheet.freeze_panes == "A2"
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == table.header
    assert [dict(zip(table.header, map(str, row), strict=True)) for row in rows] == cells(tables, table.name)
    for column, cell in zip(table.columns, rows[0] if rows else (), strict=False):
        assert isinstance(cell, int) is (column.type is ColumnType.INTEGER)
    told = {(row[0], str(row[2])) for row in book["Koder"].iter_rows(min_row=2, values_only=True) if row[2] is not None}
    assert told == {
        (column.name, str(label.value)) for column in table.columns for label in (*column.categories, *column.missing)
    }


def test_a_registers_cells_are_what_they_are(tables: Path) -> None:
    sheet = openpyxl.load_workbook(tables / "register.xlsx")["register"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[1:] for row in rows] == [(41, "=1+1"), (None, "007")]
    assert sheet["C2"].data_type == "s"  # text, that no program reckons out
    frame, _ = pyreadstat.read_sav(tables / "register.sav")
    assert frame["age"].iloc[0] == 41
    assert frame["age"].isna().sum() == 1
    assert list(frame["note"]) == ["=1+1", "007"]


def test_english_labels_can_be_had(tables: Path, tmp_path: Path) -> None:
    home = str(tables.parent / "centre")
    assert main(["--home", home, "tables", "--out", str(tmp_path), "--format", "spss", "--language", "en"]) == 0
    _, about = pyreadstat.read_sav(tmp_path / "citizens.sav", metadataonly=True)
    assert about.column_names_to_labels["benefit"] == "Benefit"


def test_the_page_of_tables_says_what_there_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
    assert codebook() in page
    for table in ALL:
        for column in table.columns:
            assert f"| `{column.name}` |" in page
            for label in (*column.categories, *column.missing):
                assert f"| `{label.value}` | {label.words.en} | {label.words.da} |" in page
