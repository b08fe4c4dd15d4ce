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
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, Citizen, Outcome, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.meeting import State, VoidReason
from bip_desktop.domain.questionnaire import Step
from bip_desktop.gui import wording
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.citizen.change_panels import ChangePanel, ResearchPanel, VoidClosedPanel
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
    _click(panel.confirm)
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
    assert page.own_answers.isVisibleTo(page)
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
    assert "1. samtale er begyndt i dag og ikke afsluttet" in page.remark.text()
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
    _click(panel.confirm)
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
    _click(panel.confirm)
    assert panel.reason.problem.text() == "Vælg en grund."
    assert desk.caseload.citizen(henrik.citizen_id).course_end is None


def test_an_open_meeting_keeps_the_course_open_and_says_so(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    desk.measuring.start(henrik.citizen_id)
    panel = _close(shown())
    assert "en samtale, som ikke er afsluttet" in panel.reason.problem.text()
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
    _click(panel.confirm)
    assert panel.reason.problem.text() == "Vælg en grund."
    assert meeting_of(desk, meeting.meeting_id).state is State.CITIZEN_ANSWERING
    panel.choice.setCurrentIndex(0)
    _click(panel.confirm)
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


# -- just after a meeting, and long after it ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("belief", "planned", "said"),
    [
        (1, None, "I havde 1. samtale i dag. Der er ikke aftalt en næste samtale."),
        (5, datetime(2027, 2, 15, 10), "I havde 1. samtale i dag. Næste samtale: 15. februar 2027 kl. 10.00."),  # noqa: DTZ001 - local
    ],
)
def test_just_after_a_meeting_the_next_one_is_what_matters(
    shown: Shown,
    henrik: Citizen,
    desk: Desk,
    calendar: Calendar,
    belief: int,
    planned: datetime | None,
    said: str,
) -> None:
    answers = caseworker_answers() | {"S12": Step(belief)}
    held = Held(citizen_answers(), answers, Agreement(next_meeting=planned))
    hold_meeting(desk, calendar, henrik.citizen_id, NOW.date(), held)
    page = shown()
    assert page.remark.text() == said
    assert not page.primary.isVisibleTo(page)
    assert not page.prepare.isVisibleTo(page)
    assert page.start_again.isVisibleTo(page)
    assert page.own_answers.text() == "Dine svar (S2–S12)"  # the same words whatever she answered


def test_a_citizen_who_is_due_says_so(shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar) -> None:
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 12), held)
    assert "Mangler en måling" not in _texts(shown())
    desk.caseload.set_rhythm(60)
    assert "Mangler en måling" in _texts(shown())


# -- another caseworker ------------------------------------------------------------------------------------------------


def _change(page: CitizenPage, colleague: str, reason: str, *, way: int = 0) -> ChangePanel:
    _click(page.change)
    panel = page.panel
    assert isinstance(panel, ChangePanel)
    panel.way.setCurrentIndex(way)
    panel.colleague.setEditText(colleague)
    panel.choice.setCurrentIndex(panel.choice.findText(reason))
    return panel


@pytest.mark.parametrize("reason", ["Ny visitation", "Ny ydelse", "Omorganisering"])
def test_before_a_change_that_could_be_avoided_the_finding_is_shown(shown: Shown, reason: str) -> None:
    panel = _change(shown(), "Bo Opdigtet", reason)
    assert panel.finding.isVisible()
    said = "\n".join(each.text() for each in panel.finding.findChildren(QLabel))
    assert "hænger hvert skift sammen med omkring en femtedel lavere chance" in said
    assert "Sagsbehandlerens betydning for udsatte borgeres jobchancer" in said


@pytest.mark.parametrize("reason", ["Sagsbehandleren er stoppet", "Orlov", "Borgerens eget ønske eller flytning"])
def test_before_one_that_could_not_it_is_not(shown: Shown, reason: str) -> None:
    assert not _change(shown(), "Bo Opdigtet", reason).finding.isVisible()


def test_a_citizen_given_to_a_colleague_is_on_her_list_no_more_until_that_is_undone(shown: Shown, desk: Desk) -> None:
    page = shown()
    _click(_change(page, "Bo Opdigtet", "Orlov").confirm)
    assert "Bo Opdigtet er sagsbehandler nu. Henrik står ikke længere på din liste." in _texts(page)
    assert not page.primary.isVisibleTo(page)
    assert not page.close_course.isVisibleTo(page)
    assert desk.caseload.view().rows == ()
    _click(page.undo)
    assert page.primary.text() == "Start samtale"
    assert len(desk.caseload.view().rows) == 1


def test_one_taken_over_has_a_handover_to_read(shown: Shown, measured: Citizen) -> None:
    page = shown()
    _click(_change(page, "Ida Opdigtet", "Sagsbehandleren er stoppet", way=1).confirm)
    assert "Du overtog 21. nov. efter Ida Opdigtet. Grund: sagsbehandleren er stoppet." in _texts(page)
    _click(page.undo)
    assert "Overlevering" not in _texts(page)


@pytest.mark.parametrize(("colleague", "reason", "where"), [("", "Orlov", "who"), ("Bo Opdigtet", "", "reason")])
def test_a_change_without_name_or_reason_is_not_recorded(
    shown: Shown, desk: Desk, henrik: Citizen, colleague: str, reason: str, where: str
) -> None:
    panel = _change(shown(), colleague, reason)
    _click(panel.confirm)
    assert getattr(panel, where).problem.isVisible()
    assert desk.caseload.changes(henrik.citizen_id) == []


# -- what does not count, and research ---------------------------------------------------------------------------------


def test_a_closed_measurement_is_voided_and_that_is_undone(shown: Shown, measured: Citizen, desk: Desk) -> None:
    page = shown()
    _click(page.void_closed)
    panel = page.panel
    assert isinstance(panel, VoidClosedPanel)
    assert [panel.which.itemText(place)[:9] for place in range(panel.which.count())] == ["2. måling", "1. måling"]
    _click(panel.confirm)
    assert panel.reason.problem.text() == "Vælg en grund."
    panel.choice.setCurrentIndex(panel.choice.findText("Det var en prøve"))
    _click(panel.confirm)
    assert "Målingen er annulleret og tæller ikke med." in _texts(page)
    assert "Henriks udgangspunkt" in _texts(page)
    assert len(desk.following.history(measured.citizen_id)) == 1
    _click(page.undo)
    assert "tæller ikke med" not in _texts(page)
    assert len(desk.following.history(measured.citizen_id)) == 2


def test_nothing_is_there_to_void_before_the_first_measurement(shown: Shown) -> None:
    page = shown()
    assert not page.void_closed.isVisibleTo(page)
    assert not page.void.isVisibleTo(page)


def test_a_no_to_research_after_a_yes_is_a_withdrawal_and_says_so(shown: Shown, measured: Citizen, desk: Desk) -> None:
    before = desk.caseload.citizen(measured.citizen_id)
    page = shown()
    assert page.research.text() == "Svar til forskning: ja …"
    _click(page.research)
    panel = page.panel
    assert isinstance(panel, ResearchPanel)
    said = "\n".join(each.text() for each in panel.findChildren(QLabel))
    assert "Et nej nu trækker også det tilbage, der er sendt." in said
    assert [panel.choice.itemText(place) for place in range(panel.choice.count())] == ["Nej"]
    panel.choice.setCurrentIndex(0)
    _click(panel.confirm)
    assert page.research.text() == "Svar til forskning: nej …"
    after = desk.caseload.citizen(measured.citizen_id)
    assert (after.research, after.research_id != before.research_id) == (Research.NO, True)
