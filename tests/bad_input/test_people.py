# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Names of every kind from the form to the reopened database, and amounts that are none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.names import cleaned
from bip_desktop.domain.questionnaire import Amount, Unit
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.amount_editor import AmountEditor
from bip_desktop.services.desk import Desk
from tests.gui.invented_work import add_citizen
from tests.gui.test_shell import at, click, press, seen, settle, stored, words_on, write

NAMES = {
    "pictures": ("👩‍👩‍👧 Ærø 🌻", "👩‍👩‍👧 Ærø 🌻"),
    "right to left": ("أحمد عبد الله", "أحمد عبد الله"),
    "turned and padded": ("\u202eAnna\u200b \u00a0 Eksempel\ufeff", "Anna Eksempel"),
    "very long": ("Åse " * 49 + "Øst!", "Åse " * 49 + "Øst!"),
    "like a program": ("<b>Anna</b> {0} %1 'x'; --", "<b>Anna</b> {0} %1 'x'; --"),
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_is_the_same_on_every_page_and_after_reopening(shell: Shell, desk: Desk, kind: str) -> None:
    typed, name = NAMES[kind]
    shell.new_citizen()
    page = at(shell, NewCitizenPresenter).page
    page.name.field.setText(typed)  # type: ignore[attr-defined]
    write(page.cpr.field, "6101801234")  # type: ignore[arg-type]
    click(page.create_citizen)
    at(shell, CitizenPresenter)
    assert any(name in said for said in words_on(shell.window))
    shell.caseload()
    assert at(shell, CaseloadPresenter).page.model.rowCount() == 1
    [row] = desk.caseload.view().rows
    assert row.citizen.name == name
    shell.window.grab()  # drawn, whatever its letters
    shell.start_meeting(row.citizen.citizen_id)
    assert any(name.split()[0] in said for said in words_on(at(shell, MeetingPresenter).page))
    shell.window.grab()
    desk.unlocked.store.close()  # it opens again from the disk
    assert desk.caseload.citizen(row.citizen.citizen_id).name == name
    shell.unlocked(desk.unlocked)
    assert name in at(shell, InterruptedPresenter).page.question.text()


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\u2800", "\u3164", "\u202e \u00a0", "\u0301"])
def test_a_name_that_nobody_can_see_is_asked_for_again(shell: Shell, desk: Desk, name: str) -> None:
    assert cleaned(name) == ""
    shell.new_citizen()
    page = at(shell, NewCitizenPresenter).page
    page.name.field.setText(name)  # type: ignore[attr-defined]
    write(page.cpr.field, "6101801234")  # type: ignore[arg-type]
    click(page.create_citizen)
    assert at(shell, NewCitizenPresenter).page.name.problem.text() == "Skriv et navn."
    assert not desk.caseload.view().rows


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1000000000", "99.999.999 kr."),
        ("1" + "0" * 30, ""),
        ("-150", "hele kroner"),
        ("12O", "hele kroner"),
        ("150,50", "hele kroner"),
        ("1e9", "hele kroner"),
        ("💰", "hele kroner"),
    ],
)
def test_an_amount_that_is_none_is_said_at_its_field_and_not_saved(
    shell: Shell, desk: Desk, typed: str, said: str
) -> None:
    meeting, editor, view = _at_the_amount(shell, desk)
    click(editor.field)
    editor.field.insert(typed)  # pasted: no key has some of these
    press(Qt.Key.Key_Return)
    assert editor.problem.isVisible()
    assert said in editor.problem.text()
    assert view().item.code == "B11"
    assert not stored(desk, meeting)  # type: ignore[arg-type]
    write(editor.field, "150")
    press(Qt.Key.Key_Return)
    assert stored(desk, meeting) == {"B11": Amount(150_00, Unit.HOUR_BEFORE_TAX)}  # type: ignore[arg-type]


def _at_the_amount(shell: Shell, desk: Desk) -> tuple[str, AmountEditor, Callable[[], QuestionView]]:
    under_way = desk.measuring.start(add_citizen(desk).citizen_id)
    under_way.go(Place(Step.CITIZEN, "B11"))
    shell.meeting(under_way)
    settle()
    page = at(shell, CitizenModePresenter).page
    editor = seen(page, QuestionView).editor
    assert isinstance(editor, AmountEditor)
    return under_way.meeting.meeting_id, editor, lambda: seen(page, QuestionView)
