# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from a file: what every row becomes, and all new ones or none."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bip_desktop.domain.citizen import Benefit, Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.benefit_texts import benefit_from
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.importing import ImportPreview, PreviewRow, Remark, RowState
from bip_desktop.storage.citizen_store import CitizenStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import KAREN, PASSPHRASE, add_citizen

Previewed = Callable[..., ImportPreview]


@pytest.fixture
def previewed(desk: Desk, tmp_path: Path) -> Previewed:
    """What a CSV file with these rows would do."""

    def build(*rows: str, headings: str = "Navn;CPR;Sagsnummer;Ydelse;Sagsbehandler") -> ImportPreview:
        path = tmp_path / "borgere.csv"
        path.write_text("\n".join((headings, *rows)), encoding="utf-8")
        return desk.importing.preview(path)

    return build


def names(desk: Desk) -> list[str]:
    return sorted(row.citizen.name for row in desk.caseload.view().rows)


def outbox(desk: Desk) -> int:
    with desk.unlocked.store.reading() as work:
        return work.outbox.head()


def states(preview: ImportPreview) -> list[tuple[int, RowState]]:
    return [(row.line, row.state) for row in preview.rows]


def fault(row: PreviewRow) -> tuple[Code, dict[str, str | int]]:
    assert row.fault is not None
    return row.fault.code, dict(row.fault.facts)


# -- the preview --------------------------------------------------------------------------------------------------


def test_every_row_has_its_state_and_the_faulty_ones_their_reason(previewed: Previewed, desk: Desk) -> None:
    known = add_citizen(desk)
    preview = previewed(
        "Amina Opdigtet;610180-0001;S-1;Grundsats;Karen Opdigtet",
        f"Henrik;{known.cpr.written};;;",
        ";610180-0003;;;",
        "Ole;6101;;;",
        "Lise;990180-0005;;;",
        "Bente;610136-4000;;;",
        "Jonas;610180-0007;;;Bo Opdigtet",
        "Eva;ikke et nummer;;;Bo Opdigtet",
    )
    assert states(preview) == [
        (2, RowState.NEW),
        (3, RowState.KNOWN),
        (4, RowState.FAULTY),
        (5, RowState.FAULTY),
        (6, RowState.FAULTY),
        (7, RowState.FAULTY),
        (8, RowState.OTHER_CASEWORKER),
        (9, RowState.OTHER_CASEWORKER),
    ]
    reasons = [fault(row)[0] for row in preview.rows[2:6]]
    assert reasons == [Code.NAME_EMPTY, Code.CPR_FORM, Code.CPR_DATE, Code.CPR_FUTURE]
    assert preview.counts == {
        RowState.NEW: 1,
        RowState.KNOWN: 1,
        RowState.FAULTY: 4,
        RowState.OTHER_CASEWORKER: 2,
    }


def test_a_preview_writes_nothing(previewed: Previewed, desk: Desk) -> None:
    before = outbox(desk)
    previewed("Amina;610180-0001;;;", "Ole;6101;;;")
    assert not names(desk)
    assert outbox(desk) == before


def test_a_row_makes_the_citizen_that_stands_in_it(previewed: Previewed) -> None:
    (citizen,) = previewed("  Amina \t Opdigtet;6101800001; S-12 ;Kontanthjælp, forhøjet sats;").new
    assert (citizen.name, citizen.cpr.written, citizen.case_number, citizen.benefit, citizen.caseworker_id) == (
        "Amina Opdigtet",
        "610180-0001",
        "S-12",
        Benefit.KONTANTHJAELP_FORHOEJET,
        KAREN.caseworker_id,
    )


def test_the_same_citizen_twice_counts_once(previewed: Previewed) -> None:
    preview = previewed("Amina;610180-0001;S-1;;", "Ole;610180-0002;;;", "amina;6101800001;S-2;;")
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.NEW, RowState.FAULTY]
    assert fault(preview.rows[2]) == (Code.CPR_TWICE, {"line": 2})


def test_one_number_with_two_names_is_nobodys(previewed: Previewed) -> None:
    preview = previewed("Amina;610180-0001;;;", "Ole;610180-0001;;;", "Ole;610180-0001;;;")
    assert [fault(row) for row in preview.rows] == [
        (Code.CPR_TWICE, {"line": 3}),
        (Code.CPR_TWICE, {"line": 2}),
        (Code.CPR_TWICE, {"line": 2}),
    ]
    assert not preview.new


def test_a_colleagues_row_is_no_double(previewed: Previewed) -> None:
    preview = previewed("Amina;610180-0001;;;Bo Opdigtet", "Amina;610180-0001;;;Karen Opdigtet")
    assert [row.state for row in preview.rows] == [RowState.OTHER_CASEWORKER, RowState.NEW]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Karen Opdigtet", RowState.NEW),
        ("OPDIGTET,  karen", RowState.NEW),
        ("Karen Marie Opdigtet", RowState.NEW),
        ("", RowState.NEW),
        ("Karen", RowState.OTHER_CASEWORKER),
        ("Karen Hansen", RowState.OTHER_CASEWORKER),
        ("KAOP", RowState.OTHER_CASEWORKER),
    ],
)
def test_only_her_own_rows_are_hers(previewed: Previewed, written: str, state: RowState) -> None:
    (row,) = previewed(f"Amina;610180-0001;;;{written}").rows
    assert row.state is state


def test_a_date_in_a_spreadsheet_is_a_reason(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Navn", "CPR"])
    book.active.append(["Amina", desk.now()])
    file = io.BytesIO()
    book.save(file)
    path = tmp_path / "borgere.xlsx"
    path.write_bytes(file.getvalue())
    assert fault(desk.importing.preview(path).rows[0])[0] is Code.CPR_AS_DATE


@pytest.mark.parametrize("row", [f"{'x' * 201};610180-0001;;;", f"Amina;610180-0001;{'1' * 61};;"])
def test_what_the_form_would_not_take_is_too_long(previewed: Previewed, row: str) -> None:
    (shown,) = previewed(row).rows
    assert fault(shown)[0] is Code.ROW_LONG
    assert len(shown.name) <= 200


@pytest.mark.parametrize(
    ("row", "remarks"),
    [
        ("Amina;610180-0001;;Grundsats;", ()),
        ("Amina;101801234;;;", (Remark.ZERO_RESTORED, Remark.CHECK_DIGIT)),
        ("Amina;010190-1234;;;", (Remark.CHECK_DIGIT,)),
        ("Amina;610180-0001;;en hel ny ydelse;", (Remark.BENEFIT_UNCLEAR,)),
        ("Amina;610180-0001;;Kontanthjælp;", (Remark.BENEFIT_UNCLEAR,)),
    ],
)
def test_what_to_look_at_is_remarked(previewed: Previewed, row: str, remarks: tuple[Remark, ...]) -> None:
    (shown,) = previewed(row).rows
    assert (shown.state, shown.remarks) == (RowState.NEW, remarks)


def test_columns_that_are_not_used_are_named(previewed: Previewed) -> None:
    assert previewed("A;610180-0001;x", headings="Navn;CPR;Telefon").raw.ignored == ("Telefon",)


@pytest.mark.parametrize(
    ("text", "benefit"),
    [
        ("", Benefit.UNKNOWN),
        (" - ", Benefit.UNKNOWN),
        ("Ikke oplyst", Benefit.UNKNOWN),
        ("-99", Benefit.UNKNOWN),
        ("Mindstesats", Benefit.KONTANTHJAELP_MINDSTESATS),
        ("Kontanthjælp (mindste sats)", Benefit.KONTANTHJAELP_MINDSTESATS),
        ("KONTANTHJÆLP - GRUNDSATS", Benefit.KONTANTHJAELP_GRUNDSATS),
        ("2", Benefit.KONTANTHJAELP_GRUNDSATS),
        ("kontanthjælp forhøjet", Benefit.KONTANTHJAELP_FORHOEJET),
        ("Forhoejet sats", Benefit.KONTANTHJAELP_FORHOEJET),
        ("Uddannelseshjælp, grundsats", Benefit.UDDANNELSESHJAELP),
        ("Ressourceforløbsydelse", Benefit.RESSOURCEFORLOEB),
        ("Ressourceforløbsydelse under jobafklaring", Benefit.RESSOURCEFORLOEB),
        ("Sygedagpenge", Benefit.OTHER),
        ("Selvforsørgelses- og hjemrejseydelse", Benefit.OTHER),
        ("Anden ydelse", Benefit.OTHER),
        ("Kontanthjælp", None),
        ("Uddannelsesparat", None),
        ("noget helt andet", None),
    ],
)
def test_benefits_are_understood_generously(text: str, benefit: Benefit | None) -> None:
    assert benefit_from(text) is benefit


@given(st.text())
def test_any_text_may_stand_for_a_benefit(text: str) -> None:
    assert benefit_from(text) in {*Benefit, None}


# -- the import ---------------------------------------------------------------------------------------------------


def test_all_new_ones_are_made_and_nobody_else(previewed: Previewed, desk: Desk) -> None:
    known = add_citizen(desk)
    before = outbox(desk)
    preview = previewed(
        "Amina;610180-0001;S-1;Grundsats;",
        f"Et andet navn;{known.cpr.written};S-9;Grundsats;",
        "Ole;6101;;;",
        "Jonas;610180-0007;;;Bo Opdigtet",
        "Lise;610180-0002;;;",
    )
    assert desk.importing.create(preview) == 2
    assert names(desk) == ["Amina", known.name, "Lise"]
    assert desk.caseload.citizen(known.citizen_id) == known
    assert outbox(desk) == before + 2
    assert desk.importing.look_again(preview).rows[0].state is RowState.KNOWN


def test_one_who_became_known_meanwhile_stops_all(previewed: Previewed, desk: Desk) -> None:
    preview = previewed("Amina;610180-0001;;;", "Ole;610180-0002;;;", "Lise;610180-0003;;;")
    desk.caseload.add(NewCitizen("Ole", "610180-0002"))
    with pytest.raises(BipError) as caught:
        desk.importing.create(preview)
    assert (caught.value.code, caught.value.facts) == (Code.CASELOAD_CHANGED, {})
    assert names(desk) == ["Ole"]
    again = desk.importing.look_again(preview)
    assert [row.state for row in again.rows] == [RowState.NEW, RowState.KNOWN, RowState.NEW]
    assert desk.importing.create(again) == 2
    assert names(desk) == ["Amina", "Lise", "Ole"]


def test_the_same_preview_makes_nobody_twice(previewed: Previewed, desk: Desk) -> None:
    preview = previewed("Amina;610180-0001;;;")
    desk.importing.create(preview)
    with pytest.raises(BipError):
        desk.importing.create(preview)
    assert names(desk) == ["Amina"]


@pytest.mark.parametrize("failure", [RuntimeError("bug"), BipError(Code.DISK_FULL)])
def test_a_failure_in_the_middle_leaves_nothing(
    previewed: Previewed, desk: Desk, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    preview = previewed("Amina;610180-0001;;;", "Ole;610180-0002;;;", "Lise;610180-0003;;;")
    before, add = outbox(desk), CitizenStore.add

    def stumble(self: CitizenStore, citizen: Citizen) -> None:
        add(self, citizen)
        if citizen.name == "Ole":
            raise failure

    with monkeypatch.context() as stumbling:
        stumbling.setattr(CitizenStore, "add", stumble)
        with pytest.raises(type(failure)):
            desk.importing.create(preview)
    assert not names(desk)
    assert outbox(desk) == before
    assert desk.importing.create(preview) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("row", [1, 40, 60])
def test_a_kill_in_the_middle_leaves_nothing(vault: FolderVault, tmp_path: Path, row: int) -> None:
    path = tmp_path / "borgere.csv"
    rows = [f"Borger {number};610180-{number:04d}" for number in range(60)]
    path.write_text("\n".join(("Navn;CPR", *rows)), encoding="utf-8")
    command = [sys.executable, "-m", "tests.services.importing_process", str(tmp_path / "BIP"), str(path), str(row)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.stdout == b"killed\n", done.stderr
    store, _ = vault.open(PASSPHRASE)
    with store.reading() as work:
        assert not work.citizens.caseload(KAREN.caseworker_id)
        assert work.outbox.head() == 0
    store.close()


def test_no_text_form_of_a_preview_holds_a_number_or_a_name(previewed: Previewed) -> None:
    shown = repr(previewed("Amina;610180-0001;;;", "Ole;610180;;;"))
    assert "610180" not in shown
    assert "Amina" not in shown
