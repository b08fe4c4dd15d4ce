# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The page of one citizen."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidget, QWidget

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, Citizen, Outcome
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.meeting import State, VoidReason
from bip_desktop.gui import wording
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.citizen.page import CitizenPage
from bip_desktop.gui.pages.citizen.panels import CloseCoursePanel, VoidPanel
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.services.desk import Desk
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import (
    BO,
    KAREN,
    NOW,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    meeting_of,
    weeks_before,
)

Shown = Callable[[], CitizenPage]
AGREED = Agreement(
    goals=("Finde et arbejde, hvor jeg kan være noget for andre",),
    tasks=(
        Task(Who.CITIZEN, "Ringer til værkstedet", date(2026, 12, 1)),
        Task(Who.CASEWORKER, "Skriver til lægen", None, How.PARTLY),
    ),
)


@pytest.fixture
def henrik(desk: Desk) -> Citizen:
    return add_citizen(desk)


@pytest.fixture
def measured(desk: Desk, calendar: Calendar, henrik: Citizen) -> Citizen:
    """Henrik with two measurements and an agreement."""
    for weeks, steps in ((24, "333333333"), (11, "335334343")):
        held = Held(citizen_answers(steps), caseworker_answers(), AGREED)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)
    return henrik


@pytest.fixture
def shown(desk: Desk, go: RecordedWays, henrik: Citizen, show: Callable[[QWidget], MainWindow]) -> Shown:
    """Builds the page over what the desk holds then."""
    kept = []

    def build() -> CitizenPage:
        presenter = CitizenPresenter(desk, go, henrik.citizen_id)
        kept.append(presenter)
        show(presenter.page)
        return presenter.page

    return build


def _texts(page: CitizenPage) -> str:
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    for table in page.findChildren(QTableWidget):
        items = [table.item(line, place) for line in range(table.rowCount()) for place in range(table.columnCount())]
        said += [item.text() for item in items if item is not None]
    return "\n".join(said)


def _table(page: CitizenPage, name: str) -> list[list[str]]:
    (table,) = [each for each in page.findChildren(ReadingTable) if name in each.accessibleName()]
    return table.texts()


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.qWait(20)  # until what was shown before is gone


def _close(page: CitizenPage, outcome: str = "Job") -> CloseCoursePanel:
    _click(page.close_course)
    panel = page.panel
    assert isinstance(panel, CloseCoursePanel)
    panel.choice.setCurrentIndex(panel.choice.findText(outcome))
    _click(panel.close_course)
    return panel


# -- what is shown ------------------------------------------------------------------------------------------------


def test_the_cpr_number_is_masked_and_not_in_the_title(shown: Shown, measured: Citizen) -> None:
    page = shown()
    said = _texts(page) + page.window().windowTitle() + page.accessibleName()
    assert measured.cpr.masked in said
    assert measured.cpr.digits not in said
    assert measured.cpr.written not in said
    assert measured.cpr.digits[:6] not in page.window().windowTitle()


def test_a_new_citizen_has_one_way_on_and_empty_cards_that_say_so(shown: Shown) -> None:
    page = shown()
    said = _texts(page)
    assert page.primary.text() == "Start samtale"
    assert "Den første samtale tager omkring tyve minutter" in said
    assert "Der er ikke aftalt noget endnu" in said
    assert not page.own_answers.isVisibleTo(page)
    assert not page.findChildren(ReadingTable)


def test_the_newest_measurement_says_what_the_series_says(shown: Shown, measured: Citizen, desk: Desk) -> None:
    page = shown()
    together = desk.following.together(measured.citizen_id)
    assert together is not None
    assert _table(page, "svarede") == [
        [
            wording.name(series.item, "da"),
            wording.value_words(series.item, series.now.value, "da"),
            wording.movement(series),
        ]
        for series in together.moved.themes
    ]
    assert "Henrik svarede højere end sidst på 3 områder" in _texts(page)


def test_the_last_agreement_has_the_citizens_words_and_who_does_what_by_when(shown: Shown, measured: Citizen) -> None:
    page = shown()
    assert "»Finde et arbejde, hvor jeg kan være noget for andre«" in _texts(page)
    assert _table(page, "Hvem gør hvad") == [
        ["Henrik", "Ringer til værkstedet", "1. dec.", ""],
        ["Karen", "Skriver til lægen", "", "delvist"],
    ]


def test_the_history_has_every_measurement_newest_first(shown: Shown, measured: Citizen) -> None:
    assert _table(shown(), "Målinger") == [
        ["2.", "5. sep. 2026", "Karen", "alt besvaret"],
        ["1.", "6. jun. 2026", "Karen", "alt besvaret"],
    ]


def test_a_citizen_taken_over_since_the_last_measurement_has_a_handover(
    shown: Shown, measured: Citizen, desk: Desk
) -> None:
    change = CaseworkerChange(
        date(2026, 11, 3), BO.caseworker_id, KAREN.caseworker_id, ChangeReason.REORGANISATION, "Ringer helst tidligt."
    )
    with desk.unlocked.store.writing() as work:
        work.citizens.change_caseworker(measured.citizen_id, change)
    said = _texts(shown())
    assert "Du overtog 3. nov. efter Bo Opdigtet. Grund: omorganisering." in said
    assert "Ringer helst tidligt." in said
    assert "hos dig siden 3. november 2026" in said
    assert said.count("»Finde et arbejde, hvor jeg kan være noget for andre«") == 2


def test_a_handover_is_gone_after_the_next_measurement(
    shown: Shown, measured: Citizen, desk: Desk, calendar: Calendar
) -> None:
    change = CaseworkerChange(date(2026, 11, 3), BO.caseworker_id, KAREN.caseworker_id, ChangeReason.LEFT)
    with desk.unlocked.store.writing() as work:
        work.citizens.change_caseworker(measured.citizen_id, change)
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, measured.citizen_id, date(2026, 11, 10), held)
    assert "Du overtog" not in _texts(shown())


# -- meetings -----------------------------------------------------------------------------------------------------


def test_the_primary_action_starts_a_meeting(shown: Shown, henrik: Citizen, go: RecordedWays) -> None:
    _click(shown().primary)
    assert go.ways == [("start_meeting", henrik.citizen_id)]


def test_a_held_enter_on_arrival_starts_no_meeting(shown: Shown, go: RecordedWays) -> None:
    page = shown()
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert go.ways == []


def test_an_open_meeting_is_continued(shown: Shown, henrik: Citizen, desk: Desk, go: RecordedWays) -> None:
    meeting = desk.measuring.start(henrik.citizen_id).meeting
    page = shown()
    assert page.primary.text() == "Fortsæt samtalen"
    assert not page.prepare.isVisibleTo(page)
    assert "1. samtale er begyndt 21. november 2026 og ikke afsluttet" in page.remark.text()
    _click(page.primary)
    assert go.ways == [("take_up", meeting.meeting_id)]


def test_preparing_is_offered_before_the_meeting(shown: Shown, henrik: Citizen, go: RecordedWays) -> None:
    _click(shown().prepare)
    assert go.ways == [("prepare_meeting", henrik.citizen_id)]


def test_a_whole_preparation_says_until_when_it_holds(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    calendar.now = datetime.fromisoformat("2026-11-18T12:00")
    answer_all(desk.measuring.prepare(henrik.citizen_id), caseworker_answers())
    calendar.now = NOW
    page = shown()
    assert page.remark.text().startswith("Forberedt 18. nov., gælder til 25. nov. Dine svar er lukket")
    assert page.primary.text() == "Start samtale"


def test_an_unfinished_preparation_says_so(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    desk.measuring.prepare(henrik.citizen_id)
    page = shown()
    assert "men ikke færdig" in page.remark.text()
    assert page.prepare.text() == "Forbered færdig"


def test_a_preparation_of_last_week_does_not_hold(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    answer_all(desk.measuring.prepare(henrik.citizen_id), caseworker_answers())
    calendar.now = NOW + timedelta(days=8)
    assert "mere end en uge siden" in shown().remark.text()


def test_her_own_answers_lie_behind_a_link(shown: Shown, measured: Citizen, go: RecordedWays) -> None:
    _click(shown().own_answers)
    assert go.ways == [("own_answers", measured.citizen_id)]


def test_back_and_lock_lead_where_they_say(shown: Shown, go: RecordedWays) -> None:
    page = shown()
    _click(page.back)
    page.lock_asked.emit()
    assert go.ways == [("caseload",), ("lock",)]


# -- closing and opening again ------------------------------------------------------------------------------------


def test_a_course_is_closed_with_its_outcome_and_week_and_opened_again(
    shown: Shown, measured: Citizen, desk: Desk
) -> None:
    page = shown()
    _click(page.close_course)
    panel = page.panel
    assert isinstance(panel, CloseCoursePanel)
    panel.day.setDate(QDate(2026, 11, 12))
    assert panel.week.help.text() == "Kun ugen bliver gemt: uge 46."
    panel.choice.setCurrentIndex(panel.choice.findText("Job"))
    _click(panel.close_course)
    end = desk.caseload.citizen(measured.citizen_id).course_end
    assert end is not None
    assert (end.outcome, end.iso_week) == (Outcome.JOB, "2026-W46")
    assert "Forløbet er afsluttet i uge 46, 2026: job." in _texts(page)
    assert not page.primary.isVisibleTo(page)
    _click(page.reopen)
    assert desk.caseload.citizen(measured.citizen_id).course_end is None
    assert page.primary.isVisibleTo(page)


def test_closing_asks_for_an_outcome(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    page = shown()
    _click(page.close_course)
    panel = page.panel
    assert isinstance(panel, CloseCoursePanel)
    assert panel.choice.hasFocus()
    assert panel.choice.currentIndex() == -1
    _click(panel.close_course)
    assert panel.outcome.problem.text() == "Vælg en grund."
    assert desk.caseload.citizen(henrik.citizen_id).course_end is None


def test_an_open_meeting_keeps_the_course_open_and_says_so(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    desk.measuring.start(henrik.citizen_id)
    panel = _close(shown())
    assert "en samtale, som ikke er afsluttet" in panel.outcome.problem.text()
    assert desk.caseload.citizen(henrik.citizen_id).course_end is None


def test_closing_can_be_undone_before_it_is_done(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    page = shown()
    _click(page.close_course)
    assert page.close_course.isVisibleTo(page)
    for each in page.findChildren(CloseCoursePanel):
        each.undone.emit()
    assert page.panel is None
    assert desk.caseload.citizen(henrik.citizen_id).course_end is None


# -- voiding ------------------------------------------------------------------------------------------------------


def test_an_open_meeting_is_voided_with_a_reason(shown: Shown, measured: Citizen, desk: Desk) -> None:
    meeting = desk.measuring.start(measured.citizen_id).meeting
    page = shown()
    _click(page.void)
    panel = page.panel
    assert isinstance(panel, VoidPanel)
    _click(panel.void)
    assert panel.reason.problem.text() == "Vælg en grund."
    assert meeting_of(desk, meeting.meeting_id).state is State.CITIZEN_ANSWERING
    panel.choice.setCurrentIndex(0)
    _click(panel.void)
    voided = meeting_of(desk, meeting.meeting_id)
    assert (voided.state, voided.void_reason) == (State.VOIDED, VoidReason.WRONG_CITIZEN)
    assert page.primary.text() == "Start samtale"
    assert len(_table(page, "Målinger")) == 2


def test_nothing_is_there_to_be_voided_without_an_open_meeting(shown: Shown, measured: Citizen) -> None:
    page = shown()
    assert not page.void.isVisibleTo(page)


def test_a_full_disk_is_told_in_the_bar(
    shown: Shown, henrik: Citizen, desk: Desk, go: RecordedWays, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise BipError(Code.DISK_FULL)

    page = shown()
    monkeypatch.setattr(type(desk.caseload), "close_course", full)
    _close(page)
    assert [error.code for error in go.notices] == [Code.DISK_FULL]
