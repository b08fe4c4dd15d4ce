# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The meeting on the caseworker's side, from the welcome to the agreement: what is kept, and what must not be shown."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QRect, Qt, QTime
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QMainWindow, QScrollArea, QWidget

from bip_desktop import behind_lock
from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.intervention import Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting, Mode, Place, State, Step, When
from bip_desktop.domain.questionnaire import Instrument, Item, Missing, Scale, Text, Ticks
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.rules_file import RulesFile
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.panels import VoidPanel
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.plots.together_view import TWO_VIEWS, TogetherView
from bip_desktop.gui.printing import agreement_document
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor
from bip_desktop.gui.widgets.step_rail import StepRail
from bip_desktop.gui.widgets.tick_box import TickBox
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.following import Following
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import ShownSuggestion, Unlocked
from bip_desktop.storage.vault import FolderVault
from tests.gui.invented_work import (
    NOW,
    PIN,
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
from tests.gui.test_citizen_mode import digit, everything_said
from tests.gui.test_shell import (
    StubbornDisk,
    at,
    click,
    click_button,
    opened,
    press,
    running,
    seen,
    settle,
    stored,
    words_on,
    write,
)

RETURN, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
OWN_ITEMS = ("S2", "S3", "S4", "S5", "S7", "S8", "S12")
"""What no shared page may show."""
AGREED = Agreement(
    goals=("Et arbejde med planter",),
    tasks=(
        Task(Who.CITIZEN, "Ringer til gartneriet", date(2026, 9, 1)),
        Task(Who.CASEWORKER, "Skriver til lægen"),
    ),
)


@pytest.fixture
def unlocked(vault: FolderVault) -> Iterator[Unlocked]:
    with_karen = opened(vault)
    yield with_karen
    with_karen.store.close()


@pytest.fixture
def disk(unlocked: Unlocked) -> StubbornDisk:
    return StubbornDisk(unlocked.store)


@pytest.fixture
def desk(unlocked: Unlocked, disk: StubbornDisk, places: Places, calendar: Calendar) -> Desk:
    return open_desk(replace(unlocked, store=disk), places, calendar)


@pytest.fixture
def shell(app: QApplication, vault: FolderVault, desk: Desk) -> Iterator[Shell]:
    with running(app, vault, desk) as shell:
        yield shell


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


class Table:
    """The meeting as seen and handled from her side of the table."""

    def __init__(self, shell: Shell, desk: Desk, disk: StubbornDisk, citizen: Citizen) -> None:
        self.shell, self.desk, self.disk, self.citizen = shell, desk, disk, citizen

    @property
    def presenter(self) -> MeetingPresenter:
        return at(self.shell, MeetingPresenter)

    @property
    def page(self) -> MeetingPage:
        return self.presenter.page

    @property
    def notice(self) -> str:
        return self.shell.window.notices.text

    @property
    def question(self) -> CaseworkerView:
        return seen(self.page, CaseworkerView)

    @property
    def agreement(self) -> AgreementView:
        return seen(self.page, AgreementView)

    @property
    def help(self) -> HelpView:
        return seen(self.page, HelpView)

    def sit_down(self, under_way: MeetingUnderWay) -> "Table":
        """Shows the meeting where it is."""
        self.shell.meeting(under_way)
        settle()
        return self

    def start(self) -> "Table":
        """A meeting from its beginning."""
        return self.sit_down(self.desk.measuring.start(self.citizen.citizen_id))

    def prepared(self) -> None:
        """She has answered beforehand."""
        answer_all(self.desk.measuring.prepare(self.citizen.citizen_id), caseworker_answers())

    def finished(self) -> MeetingUnderWay:
        """The citizen has answered everything and given the computer back."""
        under_way = self.desk.measuring.start(self.citizen.citizen_id)
        answer_all(under_way, citizen_answers())
        under_way.citizen_done()
        under_way.go(Place(Step.CONFIRM))
        return under_way

    def revealed(self, step: Step, activities: frozenset[int] = frozenset({13, 9})) -> "Table":
        """At one of the shared pages."""
        under_way = self.finished()
        under_way.caseworker_begins()
        answer_all(under_way, caseworker_answers(activities))
        under_way.reveal()
        under_way.go(Place(step))
        return self.sit_down(under_way)

    def meeting(self) -> Meeting:
        """As it lies on the disk."""
        return meeting_of(self.desk, self.presenter.under_way.meeting.meeting_id)

    def take_up_again(self) -> "Table":
        """The program started again: everything anew from the disk."""
        return self.sit_down(self.desk.measuring.take_up(self.presenter.under_way.meeting.meeting_id))


@pytest.fixture
def table(shell: Shell, desk: Desk, disk: StubbornDisk, henrik: Citizen) -> Table:
    return Table(shell, desk, disk, henrik)


def her_answers_by_keys(table: Table, steps: str = "33433443443") -> None:
    """From S1 to the last, by keyboard."""
    assert table.question.item.code == "S1"
    press(SPACE, RETURN)
    for step in steps:
        press(digit(int(step)))


# -- welcome and handover -------------------------------------------------------------------------------------------


def test_the_welcome_shows_who_it_is_and_what_answers_are_for(table: Table) -> None:
    said = words_on(seen(table.start().page, WelcomeView))
    assert "Henrik Opdigtet" in said
    assert "Født 1. januar 1980" in said
    assert any(each.startswith("Karen kan se dine svar. De bliver en del af din sag.") for each in said)
    assert not any("0180-" in each for each in said)
    press(RETURN)
    seen(table.page, HandoverView)


def test_how_it_went_with_the_last_agreement_is_kept_and_shown_again(table: Table, measured: Citizen) -> None:
    view = seen(table.start().page, WelcomeView)
    assert "»Et arbejde med planter«" in words_on(view)
    assert not any(made.isChecked() for made in view.how_buttons.values() if isinstance(made, QCheckBox))
    click(view.how_buttons[0, How.DONE])
    click(view.how_buttons[1, How.PARTLY])
    click(view.how_buttons[1, How.NOT_YET])
    last = table.desk.agreeing.last(table.meeting())
    assert last is not None
    assert [task.how for task in last[1].tasks] == [How.DONE, How.NOT_YET]
    again = seen(table.take_up_again().page, WelcomeView)
    assert {place for place, made in again.how_buttons.items() if made.property("checked")} == {
        (0, How.DONE),
        (1, How.NOT_YET),
    }


def test_how_it_went_falls_back_where_it_cannot_be_kept(table: Table, measured: Citizen) -> None:
    view = seen(table.start().page, WelcomeView)
    table.disk.is_full = True
    click(view.how_buttons[0, How.DONE])
    again = seen(table.page, WelcomeView)
    assert not any(made.property("checked") for made in again.how_buttons.values())
    assert "Disken er fuld." in table.notice


def test_how_the_citizen_answers_is_kept(table: Table) -> None:
    table.start()
    press(RETURN)
    view = seen(table.page, HandoverView)
    view.mode.setFocus()
    press(Qt.Key.Key_Down)
    assert table.meeting().mode is Mode.READ_ALOUD
    assert seen(table.take_up_again().page, HandoverView).mode.currentText() == "Jeg læser højt"
    table.disk.is_full = True
    seen(table.page, HandoverView).mode.setFocus()
    press(Qt.Key.Key_Down)
    assert seen(table.page, HandoverView).mode.currentText() == "Jeg læser højt"


def test_handing_over_leads_to_the_first_question_on_the_whole_screen(table: Table) -> None:
    table.start()
    press(RETURN)
    assert seen(table.page, HandoverView).give.hasFocus()
    press(RETURN)
    page = at(table.shell, CitizenModePresenter).page
    assert seen(page, QuestionView).item.code == "B1"
    assert table.shell.window.isFullScreen()


def test_who_wants_to_answer_nothing_is_asked_nothing_more(table: Table) -> None:
    table.start()
    press(RETURN)
    view = seen(table.page, HandoverView)
    assert view.refuse.text() == "Henrik vil ikke svare i dag"
    click(view.refuse)
    seen(table.page, ConfirmView)
    meeting = table.meeting()
    assert (meeting.state, meeting.citizen_part) == (State.CITIZEN_FINISHED, Part.DECLINED)
    click(seen(table.page, ConfirmView).now)
    her_answers_by_keys(table)
    press(RETURN)
    view_together = seen(table.page, TogetherView)
    assert view_together.heading.text() == "Dit udgangspunkt"


def test_who_stops_half_way_keeps_what_was_answered(table: Table) -> None:
    under_way = table.desk.measuring.start(table.citizen.citizen_id)
    answer_all(under_way, {"B1": ScaleStep(4), "B2": ScaleStep(2)})
    under_way.go(Place(Step.CITIZEN, "B3"))
    under_way.pause()
    under_way.go(Place(Step.HANDOVER, "B3"))
    table.sit_down(under_way)
    click(seen(table.page, HandoverView).refuse)
    answers = stored(table.desk, under_way.meeting.meeting_id)
    assert (answers["B1"], answers["B2"], answers["B3"]) == (ScaleStep(4), ScaleStep(2), Missing.NOT_REACHED)
    assert table.meeting().citizen_part is Part.PARTIAL


def test_stop_for_now_pauses_and_the_citizens_page_offers_to_go_on(table: Table) -> None:
    table.start()
    press(RETURN)
    click(table.page.stop)
    page = at(table.shell, CitizenPresenter).page
    assert page.primary.text() == "Fortsæt samtalen"
    click(page.primary)
    seen(table.page, HandoverView)


# -- her answers ----------------------------------------------------------------------------------------------------


def test_prepared_answers_are_confirmed_and_revealed(table: Table) -> None:
    table.prepared()
    view = seen(table.sit_down(table.finished()).page, ConfirmView)
    assert (view.still.isVisible(), view.mend.isVisible()) == (True, True)
    assert (view.now.isVisible(), view.after.isVisible()) == (False, False)
    assert not any("(" in each for each in words_on(view)), "no answer of either side stands here"
    assert view.still.hasFocus()
    press(RETURN)
    together = seen(table.page, TogetherView)
    assert TWO_VIEWS in together.tabs
    meeting = table.meeting()
    assert (meeting.state, meeting.caseworker_part) == (State.REVEALED, Part.COMPLETE)
    assert meeting.caseworker_when is When.BEFORE


def test_prepared_answers_can_be_mended_first(table: Table) -> None:
    table.prepared()
    click(seen(table.sit_down(table.finished()).page, ConfirmView).mend)
    editor = table.question.editor
    assert isinstance(editor, TickEditor)
    assert {number for number, made in editor.ticks.items() if made.isChecked()} == {9, 13}
    press(RETURN)
    editor_of_two = table.question.editor
    assert isinstance(editor_of_two, ScaleEditor)
    assert editor_of_two.steps[2].isChecked()
    press(digit(5))
    for _ in range(10):
        press(RETURN)
    seen(table.page, TogetherView)
    assert stored(table.desk, table.meeting().meeting_id)["S2"] == ScaleStep(5)


def test_answers_prepared_more_than_a_week_ago_are_not_just_confirmed(table: Table, calendar: Calendar) -> None:
    table.prepared()
    calendar.now += timedelta(days=8)
    view = seen(table.sit_down(table.finished()).page, ConfirmView)
    assert view.now.isVisible()
    assert not view.still.isVisible()


def test_half_a_preparation_is_not_just_confirmed(table: Table) -> None:
    table.desk.measuring.prepare(table.citizen.citizen_id).answer("S1", Ticks(frozenset({13})))
    view = seen(table.sit_down(table.finished()).page, ConfirmView)
    assert view.now.isVisible()
    click(view.now)
    assert table.question.item.code == "S2", "the first that is missing"


def test_unprepared_she_answers_now_by_digits(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)
    press(SPACE, SPACE, SPACE)
    assert table.question.item.code == "S1", "ticks do not move on"
    press(RETURN)
    for number in range(2, 12):
        assert table.question.item.code == f"S{number}"
        press(digit(3))
        assert table.page.bar.note.text() == "Gemt ✓"
    assert table.question.item.code == "S12"
    press(digit(2))
    assert table.question.item.code == "S12", "the last waits for »Færdig«"
    assert table.meeting().state is State.CASEWORKER_ANSWERING
    press(RETURN)
    seen(table.page, TogetherView)
    answers = stored(table.desk, table.meeting().meeting_id)
    assert all(answers[f"S{number}"] == ScaleStep(3) for number in range(2, 12))
    assert answers["S12"] == ScaleStep(2)
    assert table.meeting().caseworker_when is When.DURING


def test_an_answer_of_hers_that_cannot_be_kept_does_not_move_on(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)
    press(RETURN)
    table.disk.is_full = True
    press(digit(3))
    assert table.question.item.code == "S2"
    editor = table.question.editor
    assert isinstance(editor, ScaleEditor)
    assert not any(made.isChecked() for made in editor.steps)
    assert "ikke gemt" in table.question.problem.text()
    assert table.question.problem.isVisible()


def test_back_leads_to_her_question_before_with_its_answer(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)
    assert not table.question.back.isVisible()
    press(RETURN, digit(4), digit(2))
    click(table.question.back)
    assert table.question.item.code == "S3"
    editor = table.question.editor
    assert isinstance(editor, ScaleEditor)
    assert [made.isChecked() for made in editor.steps] == [False, True, False, False, False]


def test_what_was_agreed_last_time_stands_beside_the_activities_unticked(
    table: Table, desk: Desk, calendar: Calendar
) -> None:
    under_way = desk.measuring.start(table.citizen.citizen_id)
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    under_way.caseworker_begins()
    answer_all(under_way, caseworker_answers())
    under_way.reveal()
    desk.agreeing.set_own(under_way.meeting, frozenset({1, 3}))
    desk.agreeing.close(under_way.meeting)
    calendar.now += timedelta(weeks=13)
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)
    activities = table.presenter.under_way.instrument.activities
    short = [activities.option(number).short.in_language("da") for number in (1, 3)]
    assert f"Aftalt sidst: {' · '.join(short)}" in words_on(table.question)
    editor = table.question.editor
    assert isinstance(editor, TickEditor)
    assert not any(made.isChecked() for made in editor.ticks.values())


def test_the_chance_of_a_job_has_its_own_words_and_two_ways_of_not_answering(table: Table) -> None:
    under_way = table.finished()
    under_way.caseworker_begins()
    under_way.go(Place(Step.CASEWORKER, "S12"))
    editor = table.sit_down(under_way).question.editor
    assert isinstance(editor, ScaleEditor)
    assert [made.text() for made in editor.missing.buttons.values()] == ["Ved ikke", "Ønsker ikke at svare"]
    scale = under_way.instrument.item("S12").scale
    assert scale is not None
    assert [made.text() for made in editor.steps] == [word.in_language("da") for word in scale.steps]


def test_her_local_notes_are_kept(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)

    def notes() -> list[TickBox]:
        return table.question.findChildren(TickBox)

    assert [box.text() for box in notes()] == ["Intensive samtaler", "Henvist til et konkret job"]
    notes()[1].setFocus()
    press(SPACE)
    press(RETURN)
    click(table.question.back)
    assert [box.isChecked() for box in notes()] == [False, True]
    table.disk.is_full = True
    notes()[0].setFocus()
    press(SPACE)
    assert [box.isChecked() for box in notes()] == [False, True], "as it is stored"
    assert "Disken er fuld." in table.notice
    table.disk.is_full = False
    assert table.presenter.under_way.notes() == frozenset({"job_referral"})


def test_preparing_ends_at_the_citizens_page_and_shows_nothing_of_the_citizen(table: Table, measured: Citizen) -> None:
    table.shell.prepare_meeting(table.citizen.citizen_id)
    her_answers_by_keys(table)
    click(table.question.on)
    page = at(table.shell, CitizenPresenter).page
    assert page.prepare.text() == "Ret forberedelsen"


def test_answering_after_the_meeting_shows_no_pairs_and_closes_when_she_has_answered(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).after)
    together = seen(table.page, TogetherView)
    assert TWO_VIEWS not in together.tabs
    assert together.without_pairs.isVisible()
    assert "Karen svarer efter samtalen" in together.without_pairs.text()
    click(table.page.on)
    click(table.page.on)
    click(table.agreement.end)
    view = seen(table.page, ConfirmView)
    assert table.meeting().state is State.REVEALED
    assert not any("Spørgsmål 1 af 12" in each for each in words_on(table.page)), "not while the citizen looks on"
    click(view.now)
    her_answers_by_keys(table)
    meeting_id = table.meeting().meeting_id
    press(RETURN)
    at(table.shell, CitizenPresenter)
    closed = meeting_of(table.desk, meeting_id)
    assert (closed.state, closed.caseworker_when, closed.caseworker_part) == (State.CLOSED, When.AFTER, Part.COMPLETE)
    assert not closed.has_pairs
    together_after = table.desk.following.together(table.citizen.citizen_id)
    assert together_after is not None
    assert together_after.views == ()


def test_her_answers_can_wait_and_the_meeting_stays_open(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).after)
    table.presenter.go_to(Place(Step.AGREEMENT))
    click(table.agreement.end)
    click(seen(table.page, ConfirmView).after)
    assert at(table.shell, CitizenPresenter).page.primary.text() == "Fortsæt samtalen"


# -- what could help ------------------------------------------------------------------------------------------------


def shown_rules(table: Table) -> dict[str, bool]:
    """What is recorded as shown, and whether it was chosen."""
    return {each.rule_id: each.chosen for each in table.desk.agreeing.choices(table.meeting()).shown}


def test_what_was_shown_and_what_was_chosen_is_recorded(table: Table) -> None:
    view = table.revealed(Step.HELP).help
    at_once = list(view.shown_now)
    assert shown_rules(table) == dict.fromkeys(at_once, False)
    click(view.choose_buttons[0])
    assert list(shown_rules(table).values()).count(True) == 1
    [chosen] = [rule for rule, on in shown_rules(table).items() if on]
    assert table.page.bar.note.text() == "Gemt ✓"
    [card] = [each for each in view.cards if each.suggestion.rule.rule_id == chosen]
    meeting_id = table.meeting().meeting_id
    with table.desk.unlocked.store.reading() as work:
        agreed = {mark.activity for mark in work.meetings.marks(meeting_id) if mark.status is Status.AGREED}
    assert agreed == set(card.suggestion.activities)
    if view.another.isVisible():
        click(view.another)
        assert set(shown_rules(table)) == set(view.shown_now) > set(at_once)
    again = table.take_up_again().help
    assert [each.isChecked() for each in again.choose_buttons].count(True) == 1
    click(next(each for each in again.choose_buttons if each.isChecked()))
    assert not any(shown_rules(table).values())


def test_a_choice_that_cannot_be_kept_is_not_shown_as_chosen(table: Table) -> None:
    view = table.revealed(Step.HELP).help
    table.disk.is_full = True
    click(view.choose_buttons[0])
    assert not any(each.isChecked() for each in table.help.choose_buttons)
    assert "Disken er fuld." in table.notice
    assert table.page.bar.note.text() == ""
    table.disk.is_full = False
    assert not any(shown_rules(table).values())


def test_their_own_proposal_and_what_stops_are_kept(table: Table) -> None:
    view = table.revealed(Step.HELP, activities=frozenset({13, 9})).help
    click(view.own_switch)
    click(view.picker.boxes[1])
    click(view.strip.stops[13])
    again = table.take_up_again().help
    assert again.picker.boxes[1].isChecked()
    assert again.strip.stops[13].isChecked()
    assert not again.strip.stops[9].isChecked()
    choices = table.desk.agreeing.choices(table.meeting())
    assert (choices.own, choices.dropped) == (frozenset({1}), frozenset({13}))


def test_a_broken_rules_file_gives_a_notice_and_the_meeting_goes_on(
    app: QApplication, vault: FolderVault, desk: Desk, disk: StubbornDisk, henrik: Citizen, tmp_path: Path
) -> None:
    broken = tmp_path / "rules@1.json"
    broken.write_text('{"format_version": 1, "rules": [')
    without = replace(desk, following=Following(desk.unlocked, desk.instruments, RulesFile(broken)))
    with running(app, vault, without) as shell:
        table = Table(shell, without, disk, henrik).revealed(Step.TOGETHER)
        click(table.page.on)
        assert "Filen med forslag, rules@1.json, kan ikke bruges" in table.notice
        assert table.help.cards == []
        assert any("Forslagene kan ikke læses lige nu." in each for each in words_on(table.help))
        click(table.help.own_switch)
        click(table.help.picker.boxes[13])
        click(table.page.on)
        assert "I har valgt: Praktik på en arbejdsplads" in words_on(table.agreement)


# -- the agreement --------------------------------------------------------------------------------------------------


def test_the_agreement_is_kept_as_it_is_written_and_there_after_reopening(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.goals[0], "Et arbejde  med planter ")
    press(TAB)
    assert table.desk.agreeing.agreement(table.meeting()).goals == ("Et arbejde med planter",)
    assert table.page.bar.note.text() == "Gemt ✓"
    row = view.tasks[0]
    write(row.what, "Ringer til gartneriet")
    press(TAB)
    row.who.setFocus()
    press(Qt.Key.Key_Down)
    row.by.setDate(QDate(2026, 12, 1))
    settle()
    click(view.more)
    press("Skriver til lægen", TAB)
    view.day.setDate(QDate(2027, 2, 15))
    view.hour.setTime(QTime(9, 30))
    click(view.plan)
    wanted = Agreement(
        ("Et arbejde med planter",),
        (Task(Who.CASEWORKER, "Ringer til gartneriet", date(2026, 12, 1)), Task(Who.CITIZEN, "Skriver til lægen")),
        datetime.fromisoformat("2027-02-15T09:30"),
    )
    assert table.desk.agreeing.agreement(table.meeting()) == wanted
    assert table.desk.caseload.citizen(table.citizen.citizen_id).next_meeting == wanted.next_meeting
    again = table.take_up_again().agreement
    assert again.agreement() == wanted
    assert "15. februar 2027" in again.planned.text()


@pytest.mark.parametrize("by", [date(2026, 11, 21), date(2026, 11, 10), date(2026, 11, 22)])
def test_a_deadline_of_today_or_earlier_stays_when_something_else_is_written(table: Table, by: date) -> None:
    table.revealed(Step.HELP)
    agreed = Agreement(("Et mål",), (Task(Who.CITIZEN, "Ringer", by),))
    table.desk.agreeing.set_agreement(table.meeting(), agreed)
    click(table.page.on)
    view = table.agreement
    write(view.goals[1], "Et mål mere")
    press(TAB)
    assert table.desk.agreeing.agreement(table.meeting()).tasks == agreed.tasks


def test_a_promise_may_be_for_today(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.tasks[0].what, "Ringer")
    assert view.agreement().tasks == (Task(Who.CITIZEN, "Ringer"),)
    view.tasks[0].by.setDate(QDate(2026, 11, 21))
    assert view.agreement().tasks == (Task(Who.CITIZEN, "Ringer", date(2026, 11, 21)),)


def test_no_more_than_three_goals_and_six_promises(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    assert len(view.goals) == 3
    for _ in range(5):
        click(view.more)
    assert len(view.tasks) == 6
    assert not view.more.isVisible()


def test_an_agreement_that_cannot_be_kept_stays_on_the_page_and_the_meeting_open(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    table.disk.is_full = True
    write(view.goals[0], "Et arbejde med planter")
    click(view.end)
    assert table.agreement is view
    assert view.goals[0].text() == "Et arbejde med planter"
    assert "Disken er fuld." in table.notice
    assert table.page.bar.note.text() == ""
    table.disk.is_full = False
    assert table.meeting().state is State.REVEALED
    meeting = table.meeting()
    click(view.end)
    at(table.shell, CitizenPresenter)
    assert meeting_of(table.desk, meeting.meeting_id).state is State.CLOSED
    assert table.desk.agreeing.agreement(meeting).goals == ("Et arbejde med planter",)


Dialog = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> Dialog:
    """Answers the file dialog with a path, or with nothing; gives back what it was asked with."""

    def answer(path: str) -> list[tuple[object, ...]]:
        asked: list[tuple[object, ...]] = []

        def ask(*args: object) -> tuple[str, str]:
            asked.append(args)
            return path, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return asked

    return answer


def test_the_agreement_is_written_where_the_person_says(table: Table, dialog: Dialog, tmp_path: Path) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.goals[0], "Et arbejde med planter")
    asked = dialog(str(tmp_path / "aftale.pdf"))
    click(view.paper)
    assert (tmp_path / "aftale.pdf").read_bytes().startswith(b"%PDF")
    assert "PDF ✓" in table.page.bar.note.text()
    assert table.desk.agreeing.agreement(table.meeting()).goals == ("Et arbejde med planter",)
    [(_, _, proposed, _)] = asked
    assert str(proposed).endswith("Aftale 2026-11-21.pdf")
    assert "Henrik" not in str(proposed)


def test_no_path_no_print(table: Table, dialog: Dialog, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*.pdf*"))
    view = table.revealed(Step.AGREEMENT).agreement
    dialog("")
    click(view.paper)
    assert set(tmp_path.rglob("*.pdf*")) == before
    assert table.notice == ""


def test_a_path_that_cannot_be_written_is_told_and_nothing_is_lost(
    table: Table, dialog: Dialog, tmp_path: Path
) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.goals[0], "Et arbejde med planter")
    dialog(str(tmp_path / "nowhere" / "aftale.pdf"))
    click(view.paper)
    assert "Filen kunne ikke skrives. Aftalen er gemt her i programmet." in table.notice
    assert "PDF" not in table.page.bar.note.text()
    assert view.goals[0].text() == "Et arbejde med planter"
    assert table.desk.agreeing.agreement(table.meeting()).goals == ("Et arbejde med planter",)


@pytest.mark.parametrize("typed", ["aftale", "aftale.v2", "aftale.PDF"])
def test_the_ending_of_a_pdf_is_added_where_it_is_missing(
    table: Table, dialog: Dialog, tmp_path: Path, typed: str
) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    (tmp_path / "out").mkdir()
    dialog(str(tmp_path / "out" / typed))
    click(view.paper)
    [written] = (tmp_path / "out").iterdir()
    assert written.name == (typed if typed.endswith(".PDF") else f"{typed}.pdf")


def test_the_direct_number_is_remembered_and_goes_on_the_paper(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.phone, "87  65 43 21")
    press(TAB)
    page = table.desk.agreeing.page(table.meeting())
    assert page.caseworker.phone == "87 65 43 21"
    assert table.take_up_again().agreement.phone.text() == "87 65 43 21"


def test_a_cpr_number_never_leaves_the_screen(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.goals[0], f"Mit nummer er {table.citizen.cpr.written}")
    write(view.tasks[0].what, f"Ringer med {table.citizen.cpr.digits} i hånden")
    press(TAB)
    click(view.journal)
    page = table.desk.agreeing.page(table.meeting())
    assert page.hidden
    printed = agreement_document(page, None, table.presenter.under_way.instrument, "da").toPlainText()
    for text in (view.note.text, printed):
        assert "Mit nummer er ••••••-••••" in text
        assert "Et tal, der lignede et CPR-nummer, er udeladt." in text
        assert not re.search(r"\d{6}-?\d{4}", text)
    assert table.citizen.cpr.written in view.goals[0].text()


def test_the_journal_note_unfolds_in_view_with_the_keyboard_and_follows_the_agreement(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    table.shell.window.resize(1024, 600)
    settle()
    click(view.journal)
    assert view.note.copy.hasFocus()
    assert is_in_view(view.area, view.note.copy)
    write(view.goals[0], "Et arbejde med planter")
    press(TAB)
    assert "Et arbejde med planter" in view.note.text
    click(view.journal)
    assert view.note.isHidden()


def test_a_promise_can_be_taken_away_and_brought_back_where_it_was(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.tasks[0].what, "Ringer til gartneriet")
    view.tasks[0].by.setDate(QDate(2026, 12, 1))
    click(view.more)
    write(view.tasks[1].what, "Skriver til lægen")
    press(TAB)
    before = view.agreement()
    click(view.tasks[0].remove)
    assert [each.what for each in table.desk.agreeing.agreement(table.meeting()).tasks] == ["Skriver til lægen"]
    assert view.gone.text() == "Fjernet: »Ringer til gartneriet«"
    assert view.undo.hasFocus()
    press(Qt.Key.Key_Space)
    assert view.agreement() == before == table.desk.agreeing.agreement(table.meeting())
    assert view.tasks[0].what.hasFocus()
    assert not view.undo.isVisible()


def test_the_only_promise_taken_away_leaves_an_empty_one(table: Table) -> None:
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.tasks[0].what, "Ringer")
    click(view.tasks[0].remove)
    assert [each.task().what for each in view.tasks] == [""]
    click(view.undo)
    assert [each.task().what for each in view.tasks] == ["Ringer"]
    click(view.tasks[0].remove)
    click(view.tasks[0].remove)
    assert not view.undo.isVisible()


def test_the_agreement_goes_straight_to_the_printer_that_was_chosen(
    table: Table, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen: list[QPrinter] = []

    def choose(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        chosen.append(printer)
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    view = table.revealed(Step.AGREEMENT).agreement
    write(view.goals[0], "Et arbejde med planter")
    click(view.printer)
    assert [each.docName() for each in chosen] == ["Aftale"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert table.page.bar.note.text() == "Sendt til printeren ✓"
    assert table.desk.agreeing.agreement(table.meeting()).goals == ("Et arbejde med planter",)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(table: Table, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def choose(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    view = table.revealed(Step.AGREEMENT).agreement
    click(view.printer)
    assert "Printeren tog ikke imod aftalen." in table.notice
    assert "Sendt" not in table.page.bar.note.text()


def test_keeping_what_is_under_way_agrees_on_nothing_that_may_not_be_named(table: Table) -> None:
    view = table.revealed(Step.HELP, activities=frozenset({13, 9, 16})).help
    meeting = table.meeting()
    for card in view.cards:
        assert 16 not in card.suggestion.activities
        if not card.toggle.isHidden():
            click(card.toggle)
    stale = ShownSuggestion("keep-what-moves", 9, (13, 16), chosen=True)
    with table.desk.unlocked.store.writing() as work:
        work.meetings.set_shown(meeting.meeting_id, (*work.meetings.shown(meeting.meeting_id), stale))
    table.desk.agreeing.set_own(meeting, frozenset({1}))
    agreed = table.desk.agreeing.page(meeting).activities
    assert {1, 13} <= set(agreed)
    assert 16 not in agreed
    assert not any("isbrug" in words for words in words_on(view))


def test_their_own_list_unfolds_in_view_with_the_keyboard(table: Table) -> None:
    view = table.revealed(Step.HELP).help
    table.shell.window.resize(1024, 600)
    settle()
    view.own_switch.setFocus()
    press(Qt.Key.Key_Space)
    first = next(iter(view.picker.boxes.values()))
    assert first.hasFocus()
    assert is_in_view(view.area, first)


def is_in_view(area: QScrollArea, widget: QWidget) -> bool:
    """Whether all of it can be seen where the page is scrolled to."""
    seen = area.viewport()
    return seen.rect().contains(QRect(widget.mapTo(seen, QPoint(0, 0)), widget.size()))


# -- where one can go -----------------------------------------------------------------------------------------------


def rail(table: Table) -> tuple[int, set[int]]:
    """The marked step, and those that can be gone to."""
    [shown] = [each for each in table.page.findChildren(StepRail) if each.isVisible()]
    steps = [each for each in shown.findChildren(QWidget) if type(each).__name__ == "_StepButton"]
    [marked] = [place for place, each in enumerate(steps) if each.property("checked")]
    return marked, {place for place, each in enumerate(steps) if each.isEnabled()}


def rail_step(table: Table, place: int) -> QWidget:
    """One step of the rail."""
    [shown] = [each for each in table.page.findChildren(StepRail) if each.isVisible()]
    return [each for each in shown.findChildren(QWidget) if type(each).__name__ == "_StepButton"][place]


def test_the_rail_allows_only_what_can_be_reached(table: Table) -> None:
    table.start()
    assert rail(table) == (0, {0, 1})
    click(rail_step(table, 1))
    seen(table.page, HandoverView)
    assert rail(table) == (1, {0, 1})
    under_way = table.presenter.under_way
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    under_way.go(Place(Step.CONFIRM))
    table.sit_down(under_way)
    assert rail(table) == (2, {2})
    click(seen(table.page, ConfirmView).now)
    assert rail(table) == (2, {2})
    her_answers_by_keys(table)
    press(RETURN)
    assert rail(table) == (3, {3, 4, 5})
    click(rail_step(table, 5))
    assert rail(table) == (5, {3, 4, 5})
    click(rail_step(table, 4))
    seen(table.page, HelpView)
    click(table.page.back)
    seen(table.page, TogetherView)


def test_her_present_step_leads_nowhere_else(table: Table) -> None:
    click(seen(table.sit_down(table.finished()).page, ConfirmView).now)
    press(RETURN, digit(3))
    click(rail_step(table, 2))
    assert table.question.item.code == "S3"
    assert rail(table) == (2, {2})


def test_while_she_prepares_no_step_leads_to_the_page_after_the_citizen(table: Table) -> None:
    table.shell.prepare_meeting(table.citizen.citizen_id)
    for place in rail(table)[1]:
        click(rail_step(table, place))
    assert table.question.item.code == "S1"


# -- voided ---------------------------------------------------------------------------------------------------------


def test_a_meeting_voided_on_the_citizens_page_leaves_the_history_untouched(table: Table, measured: Citizen) -> None:
    history = table.desk.following.history(measured.citizen_id)
    together = table.desk.following.together(measured.citizen_id)
    rows = table.desk.caseload.view().rows
    table.revealed(Step.TOGETHER)
    assert table.desk.following.history(measured.citizen_id) != history
    click(table.page.stop)
    page = at(table.shell, CitizenPresenter).page
    click(page.void)
    panel = page.panel
    assert isinstance(panel, VoidPanel)
    panel.reason.field.setFocus()
    press(Qt.Key.Key_Down)
    click(panel.confirm)
    assert at(table.shell, CitizenPresenter).page.primary.text() == "Start samtale"
    assert table.desk.following.history(measured.citizen_id) == history
    assert table.desk.following.together(measured.citizen_id) == together
    assert table.desk.caseload.view().rows == rows


# -- what the shared pages never say --------------------------------------------------------------------------------


def _canary(item: Item) -> Item:
    """An item of hers whose every word is one that nothing else says."""
    mark = f"kanarie{item.code}"
    assert item.scale is not None
    steps = tuple(Text({"da": f"{mark} trin {number}"}) for number in range(1, 6))
    return replace(
        item,
        theme=mark,
        display=Text({"da": f"{mark} navn"}),
        question=Text({"da": f"{mark} spørgsmål"}),
        scale=Scale(mark, steps),
        missing=tuple(replace(choice, text=Text({"da": f"{mark} {choice.code.name}"})) for choice in item.missing),
    )


class CanaryFolder(InstrumentFolder):
    """The instrument with other words for what is hers alone."""

    def _entry(self, instrument_id: str, version: str) -> tuple[Instrument, bytes]:
        instrument, content = super()._entry(instrument_id, version)
        items = tuple(_canary(item) if item.code in OWN_ITEMS else item for item in instrument.items)
        return replace(instrument, items=items), content


@pytest.mark.parametrize("own_steps", ["11211131115", "55455535551"])
def test_the_shared_pages_never_show_what_is_hers_alone(
    app: QApplication,
    vault: FolderVault,
    unlocked: Unlocked,
    disk: StubbornDisk,
    places: Places,
    calendar: Calendar,
    monkeypatch: pytest.MonkeyPatch,
    own_steps: str,
    tmp_path: Path,
    dialog: Dialog,
) -> None:
    monkeypatch.setattr(behind_lock, "_instruments", CanaryFolder)
    desk = open_desk(unlocked, places, calendar)
    henrik = add_citizen(desk)
    misuse = frozenset({16, 9})
    for weeks in (24, 12):
        held = Held(citizen_answers("332233223"), caseworker_answers(misuse, own_steps))
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)
    with running(app, vault, desk) as shell:
        table = Table(shell, desk, disk, henrik)
        under_way = table.finished()
        under_way.caseworker_begins()
        answer_all(under_way, caseworker_answers(misuse, own_steps))
        under_way.go(Place(Step.CASEWORKER, "S12"))
        table.sit_down(under_way)
        assert "kanarieS12 spørgsmål" in everything_said(), "the test must be able to see it"
        press(RETURN)
        pages: list[str] = []
        together = seen(table.page, TogetherView)
        for tab in together.tabs.values():
            click(tab)
            pages.append(everything_said())
            click(together.table_switch)
            pages.append(everything_said())
            click(together.table_switch)
        click(table.page.on)
        click(table.help.own_switch)
        for chosen in table.help.choose_buttons:
            click(chosen)
        while table.help.another.isVisible():
            click(table.help.another)
        for card in table.help.cards:
            click(card.source_button)
        for stop in table.help.strip.stops.values():
            click(stop)
            click(stop)
        pages.append(everything_said())
        desk.agreeing.set_own(under_way.meeting, misuse)  # as an earlier version may have let them choose
        click(table.page.on)
        pages.append(everything_said())
        dialog(str(tmp_path / "aftale.pdf"))
        click(table.agreement.paper)
        pages.append(everything_said())
        for said in pages:
            assert "kanarie" not in said
            assert "isbrug" not in said
        assert any("Samarbejde" in said for said in pages), "the pair that both see is there"


# -- windows and the keyboard ---------------------------------------------------------------------------------------


class Watch(QObject):
    """Writes down every window that is shown beside the main one."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._window = window
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, and lets everything pass."""
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self._window
        ):
            self.strays.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def keyboard_is_somewhere(shell: Shell) -> None:
    """What has the keyboard can be seen, and is in the window."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    assert widget.isVisible()
    assert shell.window.isAncestorOf(widget)
    assert widget is not shell.window.centralWidget()


def test_a_whole_meeting_shows_no_window_of_its_own_and_never_loses_the_keyboard(
    app: QApplication, table: Table, measured: Citizen, calendar: Calendar
) -> None:
    shell = table.shell
    shell.caseload()
    settle()
    watch = Watch(shell.window)
    app.installEventFilter(watch)
    try:
        for kind in whole_meeting(table):
            at(shell, kind)
            keyboard_is_somewhere(shell)
            assert watch.strays == []
    finally:
        app.removeEventFilter(watch)


def whole_meeting(table: Table) -> Iterator[type]:
    """Leads from the caseload through a meeting to the locked program; stops at every page and view."""
    shell = table.shell
    at(shell, CaseloadPresenter)
    for way, kind in ((shell.new_citizen, object), (shell.export, object), (shell.caseload, CaseloadPresenter)):
        way()
        yield kind
    shell.own_answers(table.citizen.citizen_id)
    yield object
    shell.citizen(table.citizen.citizen_id)
    yield CitizenPresenter
    click(at(shell, CitizenPresenter).page.prepare)
    yield MeetingPresenter
    press(SPACE, RETURN)
    for _ in range(10):
        press(digit(3))
        yield MeetingPresenter
    press(digit(3), RETURN)
    yield CitizenPresenter
    click(at(shell, CitizenPresenter).page.primary)
    yield MeetingPresenter
    click(seen(table.page, WelcomeView).how_buttons[0, How.DONE])
    yield MeetingPresenter
    click(table.page.on)
    yield MeetingPresenter
    press(RETURN)
    for number in range(1, 12):
        yield CitizenModePresenter
        if number <= 9:
            press(digit(number % 5 + 1))
        elif number == 11:
            press("140")
        press(RETURN)
    yield CitizenModePresenter
    click_button(shell, "Større tekst")
    yield CitizenModePresenter
    press(RETURN)
    yield CitizenModePresenter
    press(RETURN)
    yield CitizenModePresenter
    press(PIN, RETURN)
    yield MeetingPresenter
    press(RETURN)
    yield MeetingPresenter
    for tab in seen(table.page, TogetherView).tabs.values():
        click(tab)
        yield MeetingPresenter
    click(seen(table.page, TogetherView).table_switch)
    yield MeetingPresenter
    click(table.page.on)
    yield MeetingPresenter
    click(table.help.choose_buttons[0])
    while table.help.another.isVisible():
        click(table.help.another)
        yield MeetingPresenter
    click(table.help.own_switch)
    yield MeetingPresenter
    click(table.page.back)
    yield MeetingPresenter
    click(rail_step(table, 5))
    yield MeetingPresenter
    click(table.agreement.more)
    yield MeetingPresenter
    click(table.agreement.end)
    yield CitizenPresenter
    shell.lock()
    yield UnlockPresenter
