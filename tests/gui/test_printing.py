# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The printed agreement: whole or not there, in the citizen's own words, and without what is nobody else's business."""

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.progression import Progression
from bip_desktop.domain.questionnaire import Wording
from bip_desktop.gui import theme
from bip_desktop.gui.printing import agreement_document, print_agreement
from bip_desktop.services.agreeing import AgreementPage
from tests.gui.conftest import THEMES
from tests.gui.test_plots import HENRIK, INSTRUMENT, moved, steps

GOAL = "Jeg vil gerne prøve at være på et værksted igen & <selv> bestemme tempoet"
PAGE = AgreementPage(
    citizen="Henrik Opdigtet",
    caseworker=Caseworker(CaseworkerId("k"), "Karen Opdigtet", "12 34 56 78"),
    site_name="Jobcenter Nordby",
    on=date(2026, 11, 21),
    agreement=Agreement(
        goals=(GOAL, "Få styr på søvnen"),
        tasks=(
            Task(Who.CITIZEN, "Ringer til værkstedet", date(2026, 11, 30)),
            Task(Who.CASEWORKER, "Aftaler timer"),
            Task(Who.OTHER, "Lægen skriver"),
        ),
        next_meeting=datetime.fromisoformat("2027-02-19T10:00"),
    ),
    activities=(11, 13),
)
DRAFT = "Spørgsmålene er et udkast, ikke BIP's egne ord."


def document(page: AgreementPage = PAGE, shown: Progression | None = HENRIK) -> QTextDocument:
    return agreement_document(page, shown, INSTRUMENT, "da")


def pages(pdf: bytes) -> int:
    """Pages of a PDF by its own count."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_print_says_what_was_agreed_in_the_citizens_own_words(app: QApplication) -> None:
    said = document().toPlainText()
    for line in (
        "Vores aftale",
        "Henrik Opdigtet · 21. november 2026",
        "Jobcenter Nordby, Karen Opdigtet",
        f"»{GOAL}«",
        "»Få styr på søvnen«",
        "Ringer til værkstedet",
        "senest 30. november 2026",
        "Mestring af helbredet + Praktik på en arbejdsplads",
        "19. februar 2027 kl. 10.00",
        "Ring direkte til Karen: 12 34 56 78",
        "Aftalen er ikke en afgørelse.",
        DRAFT,
    ):
        assert line in said
    for who in ("Henrik", "Karen", "Andre"):
        assert who in said.splitlines()


def test_the_picture_comes_with_its_sentence(app: QApplication) -> None:
    said = document().toPlainText()
    assert "Du svarer højere end sidst på 3 områder" in said
    assert "1 = slet ikke · 5 = rigtig godt (rigtig meget) · ? = ønskede ikke at svare" in said
    assert "Du svarer" not in document(shown=None).toPlainText()


def test_no_cpr_number_and_nothing_sensitive_is_printed(app: QApplication) -> None:
    said = document(replace(PAGE, activities=(13, 16))).toPlainText()
    assert not re.search(r"\d{6}-?\d{4}", said)
    assert "Misbrugsbehandling" not in said
    assert "Helbred" in said
    assert "Tror du, at borgeren kommer i job" not in said


def test_a_licensed_wording_prints_no_draft_line(app: QApplication) -> None:
    licensed = replace(INSTRUMENT, items=tuple(replace(item, wording=Wording.VERBATIM) for item in INSTRUMENT.items))
    assert DRAFT not in agreement_document(PAGE, HENRIK, licensed, "da").toPlainText()


def test_what_is_not_agreed_leaves_no_empty_heading(app: QApplication) -> None:
    said = document(replace(PAGE, agreement=Agreement(), activities=())).toPlainText()
    for heading in ("Mit mål", "Mine mål", "Hvem gør hvad", "Det har vi valgt sammen"):
        assert heading not in said
    assert "Vi aftaler den senere." in said


@pytest.mark.parametrize("shown", [None, HENRIK, moved([steps("3")]), moved([steps("3?o-4" * 8)])])
def test_a_pdf_is_written_whole(app: QApplication, tmp_path: Path, shown: Progression | None) -> None:
    target = tmp_path / "Aftale.pdf"
    print_agreement(target, PAGE, shown, INSTRUMENT, "da")
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert 1 <= pages(content) <= 2
    assert [each.name for each in tmp_path.iterdir()] == ["Aftale.pdf"]


def test_a_short_agreement_is_one_page(app: QApplication, tmp_path: Path) -> None:
    short = replace(PAGE, agreement=Agreement(goals=("Få styr på søvnen",), tasks=PAGE.agreement.tasks[:1]))
    print_agreement(tmp_path / "Aftale.pdf", short, HENRIK, INSTRUMENT, "da")
    assert pages((tmp_path / "Aftale.pdf").read_bytes()) == 1


def test_the_same_pdf_can_go_to_any_device(app: QApplication) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    print_agreement(buffer, PAGE, HENRIK, INSTRUMENT, "da")
    assert bytes(buffer.data().data()).startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_said_and_leaves_nothing(app: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(BipError) as caught:
        print_agreement(tmp_path / "file" / "Aftale.pdf", PAGE, HENRIK, INSTRUMENT, "da")
    assert caught.value.code is Code.PRINT_FILE
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_print_that_fails_leaves_the_one_before(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Aftale.pdf"
    target.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bip_desktop.gui.printing.os.fsync", full)
    with pytest.raises(BipError) as caught:
        print_agreement(target, PAGE, HENRIK, INSTRUMENT, "da")
    assert caught.value.code is Code.PRINT_FILE
    assert target.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["Aftale.pdf"]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_reader_finds_the_words_in_the_pdf(app: QApplication, tmp_path: Path, name: str) -> None:
    theme.apply(app, theme.read_theme(THEMES / f"{name}.toml"))
    target = tmp_path / "Aftale.pdf"
    print_agreement(target, PAGE, HENRIK, INSTRUMENT, "da")
    said = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True).stdout.decode()
    assert "Aftalen er ikke en afgørelse." in said
    assert "Troen på et arbejde" in said


def test_paper_is_black_on_white_whatever_the_theme(app: QApplication, tmp_path: Path) -> None:
    drawn = []
    for name in ("light", "dark"):
        theme.apply(app, theme.read_theme(THEMES / f"{name}.toml"))
        print_agreement(tmp_path / name, PAGE, HENRIK, INSTRUMENT, "da")
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", (tmp_path / name).read_bytes(), re.DOTALL)
        drawn.append([each for each in map(_inflated, streams) if b" scn" in each or b" rg" in each])
    assert drawn[0]
    assert drawn[0] == drawn[1]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
