# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The journal note: what was agreed, narrow enough to paste, and nothing that belongs to BIP alone."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.cpr import without_cpr
from bip_desktop.domain.measurement import Part
from bip_desktop.gui.journal_text import WIDTH, journal_text
from bip_desktop.gui.widgets.note_panel import NotePanel
from bip_desktop.services.journal_note import Counts, JournalNote
from tests.gui.test_plots import INSTRUMENT
from tests.gui.test_printing import GOAL, PAGE

NOTE = JournalNote(PAGE, 8, Part.COMPLETE, Counts(3, 5, 1))


def said(note: JournalNote = NOTE) -> str:
    return journal_text(note, INSTRUMENT, "da")


def flat(text: str) -> str:
    """Without line breaks."""
    return " ".join(text.split())


def test_the_note_says_what_was_agreed_who_does_it_and_when(app: QApplication) -> None:
    text = said()
    for line in (
        "BIP-samtale 21. november 2026, måling nr. 8",
        "Karen Opdigtet, Jobcenter Nordby",
        "BORGERENS SVAR",
        "Borgeren har svaret på spørgeskemaet. Svarene ligger i BIP.",
        "VALGT SAMMEN",
        "- Mestring af helbredet",
        "- Praktik på en arbejdsplads",
        "- »Få styr på søvnen«",
        "- Henrik: Ringer til værkstedet (senest 30. november 2026)",
        "- Karen: Aftaler timer",
        "- En anden: Lægen skriver",
        "19. februar 2027 kl. 10.00",
        "Aftalen er ikke en afgørelse.",
    ):
        assert line in text.splitlines(), line
    assert "højere på 3 områder, som sidst på 5 områder, lavere på 1 område." in flat(text)
    assert GOAL in flat(text)


def test_no_line_is_wider_than_a_case_system_shows(app: QApplication) -> None:
    wordy = replace(PAGE, agreement=replace(PAGE.agreement, goals=("ord " * 60, "etlangtord" * 12)))
    for line in said(replace(NOTE, page=wordy)).splitlines():
        assert len(line) <= WIDTH
        assert line == line.rstrip()


def test_a_first_measurement_counts_nothing_and_a_declined_one_says_so(app: QApplication) -> None:
    text = said(JournalNote(PAGE, 1, Part.DECLINED, None))
    assert "Borgeren ønskede ikke at svare denne gang." in text
    assert "I forhold til sidst" not in text


def test_nothing_agreed_leaves_no_empty_heading(app: QApplication) -> None:
    text = said(replace(NOTE, page=replace(PAGE, agreement=Agreement(), activities=())))
    assert "Der er ikke aftalt noget denne gang." in text
    for heading in ("VALGT SAMMEN", "HVEM GØR HVAD", "BORGERENS MÅL"):
        assert heading not in text


def test_what_may_not_be_named_is_named_by_its_kind(app: QApplication) -> None:
    text = said(replace(NOTE, page=replace(PAGE, activities=(13, 16))))
    assert "Misbrug" not in text
    assert "- Helbred" in text


@pytest.mark.parametrize(
    "number", ["0101801234", "010180-1234", "010180 1234", "010180 - 1234", "01 01 80 1234", "010180\N{EN DASH}1234"]
)
def test_what_looks_like_a_cpr_number_is_left_out(number: str) -> None:
    assert without_cpr(f"Ringer ({number}) i dag") == "Ringer (••••••-••••) i dag"


@pytest.mark.parametrize(
    "harmless",
    ["Ring 12 34 56 78", "+45 12 34 56 78", "+4512345678", "30.11.2026 kl. 10.30", "2026-11-21", "12345678901"],
)
def test_a_telephone_number_or_a_date_stays(harmless: str) -> None:
    assert without_cpr(harmless) == harmless


def test_a_number_that_was_left_out_is_told(app: QApplication) -> None:
    remark = "Et tal, der lignede et CPR-nummer, er udeladt."
    assert remark in said(replace(NOTE, page=replace(PAGE, hidden=True)))
    assert remark not in said()


def test_the_clipboard_gets_the_text_and_nothing_else(qtbot: QtBot, app: QApplication) -> None:
    panel = NotePanel("Journalnotat", "")
    qtbot.addWidget(panel)
    panel.show_text(said())
    QGuiApplication.clipboard().setText("before")
    panel.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == said()
    assert [each for each in data.formats() if not each.startswith("text/plain")] == []
    assert panel.said.text() == "Kopieret ✓"
    panel.show_text("noget andet")
    assert panel.said.text() == ""


def test_promises_of_others_are_named_as_such(app: QApplication) -> None:
    page = replace(PAGE, agreement=Agreement(tasks=(Task(Who.OTHER, "Lægen skriver", date(2026, 12, 1)),)))
    assert "- En anden: Lægen skriver (senest 1. december 2026)" in said(replace(NOTE, page=page))
    assert not re.search(r"\d{6}-?\d{4}", said())
