# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Caseloads from files, as fagsystems and spreadsheets save them. CPR numbers are replacement numbers (day + 60)."""

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.exchange import caseload_file, caseload_sheet
from bip_desktop.exchange.caseload_file import MOST_BYTES, MOST_ROWS, CaseloadFiles, caseload_in
from bip_desktop.gui.error_texts import sentence
from bip_desktop.services.importing import RawRow

HENRIK = "610180-1234"
LIST = f"Navn;CPR-nummer;Sagsnr.;Ydelse;Sagsbehandler\nHenrik Ærlig;{HENRIK};S-1;Grundsats;Karen Opdigtet\n"


def sheet(*rows: Sequence[object], title: str = "Ark1") -> bytes:
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def only(content: bytes) -> RawRow:
    (row,) = caseload_in(content).rows
    return row


def refused(content: bytes) -> BipError:
    with pytest.raises(BipError) as caught:
        caseload_in(content)
    return caught.value


def said(row: RawRow) -> tuple[str, ...]:
    return row.name, row.cpr, row.case_number, row.benefit, row.caseworker


# -- what is read -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_csv_is_read_however_it_was_saved(encoding: str, delimiter: str, newline: str) -> None:
    text = LIST.replace(";", delimiter).replace("\n", newline)
    assert said(only(text.encode(encoding))) == ("Henrik Ærlig", HENRIK, "S-1", "Grundsats", "Karen Opdigtet")


def test_a_file_on_the_disk_is_read_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "borgere.csv"
    path.write_text(LIST, encoding="cp1252")
    assert len(CaseloadFiles().read(path).rows) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_spreadsheet_is_read() -> None:
    content = sheet(
        ["Navn", "CPR-nummer", "Sagsnr.", "Ydelse", "Sagsbehandler"], ["Henrik Ærlig", HENRIK, 12, "Grundsats", None]
    )
    assert said(only(content)) == ("Henrik Ærlig", HENRIK, "12", "Grundsats", "")


@pytest.mark.parametrize(
    "headings",
    [
        "Navn;CPR;Sagsnummer;Ydelse;Sagsbehandler",
        "BORGER;cpr-nr.;Sags-id;Ydelsestype;Rådgiver",
        "Name;CPR number;Case number;Benefit;Caseworker",
        "Borgerens navn;Personnummer;Journalnr.;Forsørgelsesgrundlag;Ansvarlig sagsbehandler",
        ' Full name ;"CPR_nr";case no.;benefit type;case worker',
    ],
)
def test_headings_are_danish_or_english(headings: str) -> None:
    found = caseload_in(f"{headings}\nHenrik;{HENRIK};S-1;Grundsats;Karen\n".encode())
    assert [said(row) for row in found.rows] == [("Henrik", HENRIK, "S-1", "Grundsats", "Karen")]
    assert not found.ignored


def test_columns_stand_in_any_order_and_those_not_used_are_named() -> None:
    found = caseload_in(f"Telefon;CPR;Målgruppe;Navn\n12345678;{HENRIK};6.2;Henrik\n".encode())
    assert said(found.rows[0]) == ("Henrik", HENRIK, "", "", "")
    assert found.ignored == ("Telefon", "Målgruppe")


def test_a_first_and_a_last_name_make_a_name() -> None:
    assert only(f"Efternavn;Fornavn;CPR\nOpdigtet;Henrik Bo;{HENRIK}\n".encode()).name == "Henrik Bo Opdigtet"


def test_a_title_and_the_separators_own_line_may_stand_above_the_headings() -> None:
    found = caseload_in(f"sep=;\nMine borgere i november\n\nNavn;CPR\nHenrik;{HENRIK}\n".encode())
    assert [(row.line, row.name) for row in found.rows] == [(5, "Henrik")]


def test_lines_are_counted_as_an_editor_counts_and_empty_rows_are_none() -> None:
    text = f'Navn;CPR\nHenrik;{HENRIK}\n;\n\n"Amina\nOpdigtet";{HENRIK}\nOle;{HENRIK}\n'
    assert [row.line for row in caseload_in(text.encode()).rows] == [2, 5, 7]


def test_lines_of_a_spreadsheet_are_its_rows() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["B3"], book.active["D3"] = "Navn", "CPR"
    book.active["B9"], book.active["D9"] = "Henrik", HENRIK
    assert [(row.line, row.name) for row in caseload_in(saved(book)).rows] == [(9, "Henrik")]


def test_quoted_fields_hold_what_would_part_them() -> None:
    assert only(f'Navn;CPR\n"Opdigtet; ""Henrik""";{HENRIK}\n'.encode()).name == 'Opdigtet; "Henrik"'


def test_the_sheet_with_the_headings_is_the_one_that_is_read_and_hidden_ones_are_not() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Vejledning"])
    hidden = book.create_sheet("gemt")
    hidden.append(["Navn", "CPR"])
    hidden.append(["Skjult", HENRIK])
    hidden.sheet_state = "hidden"
    shown = book.create_sheet("borgere")
    shown.append(["Navn", "CPR"])
    shown.append(["Henrik", HENRIK])
    assert only(saved(book)).name == "Henrik"


# -- what spreadsheets do to CPR numbers --------------------------------------------------------------------------


@pytest.mark.parametrize("value", [101801234, 101801234.0])
def test_a_number_that_has_lost_its_zero_gets_it_back(value: float) -> None:
    row = only(sheet(["Navn", "CPR"], ["Henrik", value]))
    assert (row.cpr, row.zero_restored) == ("0101801234", True)


def test_so_does_one_that_a_spreadsheet_saved_as_csv() -> None:
    row = only(b"Navn;CPR\nHenrik;101801234\n")
    assert (row.cpr, row.zero_restored) == ("0101801234", True)


@pytest.mark.parametrize("value", ["101801234", 10180123, 6101801234])
def test_no_other_number_gets_a_zero(value: object) -> None:
    row = only(sheet(["Navn", "CPR"], ["Henrik", value]))
    assert (row.cpr, row.zero_restored) == (str(value), False)


@pytest.mark.parametrize("value", [date(1980, 1, 1), datetime(1980, 1, 1, 12, 30), time(12, 30)])  # noqa: DTZ001
def test_a_date_is_no_cpr_number(value: object) -> None:
    row = only(sheet(["Navn", "CPR"], ["Henrik", value]))
    assert (row.fault, row.cpr) == (Code.CPR_AS_DATE, "")


def test_a_date_is_no_case_number() -> None:
    row = only(sheet(["Navn", "CPR", "Sagsnr"], ["Henrik", HENRIK, date(2024, 12, 1)]))
    assert row.fault is Code.CASE_NUMBER_AS_DATE


def test_a_number_too_large_for_the_date_it_is_shown_as_warns_nobody(recwarn: pytest.WarningsRecorder) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Navn", "CPR"])
    book.active.append(["Henrik", 6101801234])
    book.active["B2"].number_format = "dd-mm-yyyy"
    row = only(saved(book))
    assert "6101801234" not in row.cpr
    assert not recwarn.list


def test_a_row_with_more_fields_than_headings_is_faulty() -> None:
    content = f"Navn,CPR,Sagsnr\nHenrik,{HENRIK},12,5\nOle,{HENRIK},12,\n"
    assert [row.fault for row in caseload_in(content.encode()).rows] == [Code.ROW_CELLS, None]


def test_what_stands_beside_a_spreadsheets_table_is_not_looked_at() -> None:
    assert only(sheet(["Navn", "CPR"], ["Henrik", HENRIK, "en note"])).fault is None


# -- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.CASELOAD_COLUMNS),
        (b"hej\n", Code.CASELOAD_COLUMNS),
        (f"Henrik;{HENRIK}\n".encode(), Code.CASELOAD_COLUMNS),
        (b"Navn;Sagsnr\nHenrik;1\n", Code.CASELOAD_COLUMNS),
        (b"CPR;Sagsnr\n610180-1234;1\n", Code.CASELOAD_COLUMNS),
        (b"Navn;CPR\n", Code.CASELOAD_EMPTY),
        (b"Navn;CPR\n;\n ; \n", Code.CASELOAD_EMPTY),
        (b"Navn;CPR\0\n", Code.CASELOAD_KIND),
        (b"Navn;CPR\nHenrik\x81;1\n", Code.CASELOAD_KIND),
        (b"\xff\xfeN", Code.CASELOAD_KIND),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", Code.CASELOAD_OLD),
        (b"PK\x03\x04rest", Code.CASELOAD_DAMAGED),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: bytes, code: Code) -> None:
    assert refused(content).code is code


def test_another_kind_of_zip_file_is_told_apart() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("content.xml", "<x/>")
    assert refused(file.getvalue()).code is Code.CASELOAD_KIND


def test_two_columns_that_mean_the_same_are_named_by_their_letters() -> None:
    error = refused(f"CPR;Navn;Hund;Borger\n{HENRIK};A;B;C\n".encode())
    assert (error.code, error.facts) == (Code.CASELOAD_COLUMN_TWICE, {"first": "B", "second": "D"})


def test_a_quote_that_never_ends_is_refused_with_the_last_line_read() -> None:
    error = refused(f'Navn;CPR\nHenrik;{HENRIK}\n"Ole;{HENRIK}\nAmina;{HENRIK}\n'.encode())
    assert (error.code, error.facts) == (Code.CASELOAD_DAMAGED, {"line": 2})


def test_a_spreadsheet_that_breaks_off_is_refused_with_the_last_line_read() -> None:
    whole = sheet(["Navn", "CPR"], *[["Henrik", HENRIK]] * 5)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed, zipfile.ZipFile(file, "w") as broken:
        for name in packed.namelist():
            part = packed.read(name)
            broken.writestr(name, part[: part.index(b'<row r="4"')] if "sheet1" in name else part)
    error = refused(file.getvalue())
    assert (error.code, error.facts) == (Code.CASELOAD_DAMAGED, {"line": 3})


def test_so_many_rows_and_no_more() -> None:
    rows = f"Henrik;{HENRIK}\n"
    assert len(caseload_in(f"Navn;CPR\n{rows * MOST_ROWS}".encode()).rows) == MOST_ROWS
    error = refused(f"Navn;CPR\n{rows * (MOST_ROWS + 1)}".encode())
    assert (error.code, error.facts) == (Code.CASELOAD_ROWS, {"most": 20_000})


@pytest.mark.timeout(30)
def test_not_even_empty_rows_without_end() -> None:
    assert refused(b"Navn;CPR\n" + b"\n" * 1_100_000).code is Code.CASELOAD_ROWS
    assert refused(b"\n" * 1_100_000).code is Code.CASELOAD_ROWS


def test_so_many_bytes_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "stor.csv"
    empty = (b" " * 999 + b"\n") * (MOST_BYTES // 1000)
    path.write_bytes((LIST.encode() + empty)[:MOST_BYTES])
    assert len(CaseloadFiles().read(path).rows) == 1
    path.write_bytes((LIST.encode() + empty)[: MOST_BYTES + 1])
    with pytest.raises(BipError) as caught:
        CaseloadFiles().read(path)
    assert (caught.value.code, caught.value.facts) == (Code.CASELOAD_LARGE, {"most": 20})


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caseload_sheet, "_MOST_UNPACKED", 10_000)
    assert refused(sheet(["Navn", "CPR"], ["x" * 20_000, HENRIK])).code is Code.CASELOAD_LARGE


@pytest.mark.timeout(30)
def test_a_spreadsheet_that_lies_about_its_size_is_read_all_the_same() -> None:
    whole = sheet(["Navn", "CPR"], ["Henrik", HENRIK])
    for told in (b'ref="A1:XFD1048576"', b'ref="A1:A1"'):
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as packed, zipfile.ZipFile(file, "w") as lying:
            for name in packed.namelist():
                lying.writestr(name, packed.read(name).replace(b'ref="A1:B2"', told))
        assert only(file.getvalue()).name == "Henrik"


@pytest.mark.timeout(30)
def test_a_row_that_says_it_is_beyond_every_spreadsheet_ends_the_reading() -> None:
    whole = sheet(["Navn", "CPR"], ["Henrik", HENRIK])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed, zipfile.ZipFile(file, "w") as lying:
        for name in packed.namelist():
            lying.writestr(name, packed.read(name).replace(b'<row r="2"', b'<row r="99999999999"'))
    assert refused(file.getvalue()).code is Code.CASELOAD_ROWS


@pytest.mark.parametrize("name", ["findes ikke.csv", "", "med\0nul.csv"])
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BipError) as caught:
        CaseloadFiles().read(tmp_path / name)
    assert caught.value.code is Code.CASELOAD_FILE


# -- never anything else ------------------------------------------------------------------------------------------

WHOLE = sheet(["Navn", "CPR", "Sagsnr"], ["Henrik", 101801234, date(2020, 1, 1)], ["Ole", HENRIK, 1.5])


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(BipError):
        caseload_in(content)


@given(st.binary(max_size=200))
def test_random_bytes_below_headings_are_read_or_refused(content: bytes) -> None:
    with suppress(BipError):
        caseload_in(b"Navn;CPR\n" + content)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_spreadsheet_with_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(WHOLE)
    for place, value in changes:
        content[place] = value
    with suppress(BipError):
        caseload_in(bytes(content))


@given(st.data())
def test_a_spreadsheet_with_its_parts_changed_is_read_or_refused(data: st.DataObject) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed, zipfile.ZipFile(file, "w") as changed:
        damaged = data.draw(st.sampled_from(sorted(packed.namelist())))
        for name in packed.namelist():
            part = packed.read(name)
            if name == damaged:
                begin = data.draw(st.integers(0, len(part)))
                end = data.draw(st.integers(begin, len(part)))
                part = part[:begin] + data.draw(st.binary(max_size=20)) + part[end:]
            changed.writestr(name, part)
    with suppress(BipError):
        caseload_in(file.getvalue())


def test_every_code_of_a_file_has_its_sentence_and_can_be_mended() -> None:
    facts: dict[str, str | int] = {"line": 1, "most": 2, "first": "A", "second": "B"}
    codes = [code for code in Code if code.name.startswith(("CASELOAD_", "ROW_", "CPR_", "CASE_NUMBER_"))]
    for code in codes:
        error = BipError(code, **facts)
        assert "{" not in sentence(error)
        assert error.kind is Kind.CORRECTABLE


def test_no_error_and_no_text_form_holds_what_stands_in_the_file() -> None:
    shown = repr(caseload_in(LIST.encode()))
    assert "610180" not in shown
    assert "Henrik" not in shown
    error = refused(f'Navn;CPR\n"Henrik;{HENRIK}\n'.encode())
    assert "610180" not in str(error)
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert caseload_file.MOST_ROWS == 20_000
