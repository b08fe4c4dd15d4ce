# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A meeting from its start to its end, over a real encrypted database."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Citizen, Outcome, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Mode, Place, State, Step, VoidReason, When
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Missing, Respondent, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from tests.gui.invented_work import Calendar


@pytest.fixture
def citizen(desk: Desk) -> Citizen:
    """An invented citizen (replacement number)."""
    return desk.caseload.add(NewCitizen("Ib Opdigtet", "720587-1239", "DEMO-9"))


def some_answer(item: Item, step: int = 3) -> Value:
    if item.kind is ItemKind.TICKS:
        return Ticks(frozenset({13} if item.code == "S1" else {2}))
    return Amount(14000, Unit.HOUR_BEFORE_TAX) if item.kind is ItemKind.AMOUNT else ScaleStep(step)


def answer_all(under_way: MeetingUnderWay, respondent: Respondent, step: int = 3) -> None:
    for item in under_way.instrument.of(respondent):
        under_way.answer(item.code, some_answer(item, step))


def whole_meeting(desk: Desk, citizen: Citizen, step: int = 3) -> MeetingUnderWay:
    under_way = desk.measuring.start(citizen.citizen_id)
    answer_all(under_way, Respondent.CITIZEN, step)
    under_way.citizen_done()
    under_way.caseworker_begins()
    answer_all(under_way, Respondent.CASEWORKER, step)
    under_way.reveal()
    return under_way


def refused(code: Code) -> "pytest.RaisesExc[BipError]":
    return pytest.raises(BipError, check=lambda error: error.code is code)


def test_a_whole_meeting_ends_in_the_caseload(desk: Desk, citizen: Citizen) -> None:
    under_way = whole_meeting(desk, citizen)
    desk.agreeing.set_agreement(under_way.meeting, Agreement(tasks=(Task(Who.CITIZEN, "Ringer"),)))
    desk.agreeing.close(under_way.meeting)
    row = next(row for row in desk.caseload.view().rows if row.citizen.citizen_id == citizen.citizen_id)
    assert row.standing is not None
    assert (row.standing.number, row.standing.agreed, row.open_meeting) == (1, "Ringer", None)
    together = desk.following.together(citizen.citizen_id)
    assert together is not None
    assert [series.now.step for series in together.moved.themes] == [3] * 9
    assert len(together.views) == 4


def test_taken_up_again_every_acknowledged_answer_and_the_page_are_there(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.go(Place(Step.CITIZEN, "B2"))
    under_way.answer("B1", ScaleStep(2))
    again = desk.measuring.take_up(under_way.meeting.meeting_id)
    assert again.meeting == under_way.meeting
    assert again.value("B1", Respondent.CITIZEN) == ScaleStep(2)
    interrupted = desk.measuring.interrupted()
    assert interrupted is not None
    assert interrupted[0].place == Place(Step.CITIZEN, "B2")


def test_the_time_of_every_step_is_kept_so_that_an_interruption_can_be_told(
    desk: Desk, citizen: Citizen, calendar: Calendar
) -> None:
    prepared = desk.measuring.prepare(citizen.citizen_id)
    assert prepared.meeting.touched_at == calendar.now
    calendar.now += timedelta(hours=1)
    under_way = desk.measuring.start(citizen.citizen_id)
    steps: list[Callable[[], None]] = [
        lambda: None,
        lambda: under_way.go(Place(Step.CITIZEN, "B2")),
        lambda: under_way.set_mode(Mode.HELPED),
        lambda: under_way.set_language("en"),
        under_way.pause,
        under_way.resume,
        under_way.citizen_done,
        under_way.caseworker_begins,
        under_way.reveal,
        lambda: under_way.void(VoidReason.TEST),
    ]
    for step in steps:
        step()
        assert under_way.meeting.touched_at == calendar.now
        assert desk.measuring.take_up(under_way.meeting.meeting_id).meeting == under_way.meeting
        calendar.now += timedelta(minutes=7)


def test_neither_side_sees_the_other_before_the_reveal(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.prepare(citizen.citizen_id)
    answer_all(under_way, Respondent.CASEWORKER)
    under_way = desk.measuring.start(citizen.citizen_id)
    for code in ("S6", "S12"):
        with refused(Code.ANSWER_STATE):
            under_way.value(code, Respondent.CITIZEN)
        with refused(Code.ANSWER_STATE):
            under_way.value(code, Respondent.CASEWORKER)
    under_way.answer("B6", ScaleStep(4))
    under_way.citizen_done()
    with refused(Code.ANSWER_STATE):
        under_way.value("B6", Respondent.CASEWORKER)
    assert desk.following.together(citizen.citizen_id) is None
    under_way.reveal()
    assert under_way.value("B6", Respondent.CASEWORKER) == ScaleStep(4)


def test_the_caseworker_cannot_answer_in_the_citizens_turn(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    with refused(Code.ANSWER_STATE):
        under_way.answer("S2", ScaleStep(3))
    assert under_way.unanswered(Respondent.CASEWORKER) == under_way.instrument.of(Respondent.CASEWORKER)


def test_answers_prepared_beforehand_are_confirmed_while_they_are_fresh(
    desk: Desk, citizen: Citizen, calendar: Calendar
) -> None:
    prepared = desk.measuring.prepare(citizen.citizen_id)
    answer_all(prepared, Respondent.CASEWORKER)
    assert prepared.meeting.state is State.PREPARED
    calendar.now += timedelta(days=7)
    under_way = desk.measuring.start(citizen.citizen_id)
    assert under_way.meeting.meeting_id == prepared.meeting.meeting_id
    assert under_way.is_prepared
    assert under_way.meeting.caseworker_when is When.BEFORE
    calendar.now += timedelta(days=1)
    assert not desk.measuring.take_up(under_way.meeting.meeting_id).is_prepared


def test_a_change_after_the_reveal_never_overwrites_the_blind_answer(desk: Desk, citizen: Citizen) -> None:
    under_way = whole_meeting(desk, citizen)
    under_way.answer("B6", ScaleStep(5))
    with desk.unlocked.store.reading() as work:
        rows = work.meetings.stored_answers(under_way.meeting.meeting_id)
    found = {row.after_reveal: row.value for row in rows if row.item == "B6"}
    assert found == {False: ScaleStep(3), True: ScaleStep(5)}
    assert under_way.value("B6", Respondent.CITIZEN) == ScaleStep(5)


def test_a_change_given_twice_after_the_reveal_stays_beside_the_blind_answer(desk: Desk, citizen: Citizen) -> None:
    under_way = whole_meeting(desk, citizen)
    for step in (5, 5, 4, 4):
        under_way.answer("S2", ScaleStep(step))
    with desk.unlocked.store.reading() as work:
        rows = work.meetings.stored_answers(under_way.meeting.meeting_id)
    assert {row.after_reveal: row.value for row in rows if row.item == "S2"} == {
        False: ScaleStep(3),
        True: ScaleStep(4),
    }


def test_what_she_mends_while_she_answers_last_is_still_her_first_answer(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    answer_all(under_way, Respondent.CITIZEN)
    under_way.citizen_done()
    under_way.reveal(answers_later=True)
    for ticks in ({5}, {5, 11}, {5, 11, 13}):
        under_way.answer("S1", Ticks(frozenset(ticks)))
    under_way.pass_over("S2")
    under_way.answer("S2", ScaleStep(2))
    closed = desk.agreeing.close(under_way.meeting)
    with desk.unlocked.store.reading() as work:
        rows = work.meetings.stored_answers(closed.meeting_id)
    assert {(row.item, row.value) for row in rows if row.item in ("S1", "S2")} == {
        ("S1", Ticks(frozenset({5, 11, 13}))),
        ("S2", ScaleStep(2)),
    }
    assert not any(row.after_reveal for row in rows)


def test_what_was_prepared_too_long_ago_must_be_looked_through_again(
    desk: Desk, citizen: Citizen, calendar: Calendar
) -> None:
    answer_all(desk.measuring.prepare(citizen.citizen_id), Respondent.CASEWORKER)
    calendar.now += timedelta(days=30)
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.citizen_done()
    under_way.reveal(answers_later=True)
    assert under_way.owes_answers


def test_a_citizen_who_stops_half_way_keeps_what_is_answered(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.answer("B1", ScaleStep(4))
    under_way.citizen_stops()
    assert under_way.meeting.citizen_part is Part.PARTIAL
    under_way.reveal(answers_later=True)
    values = [under_way.value(code, Respondent.CITIZEN) for code in ("B1", "B2", "B11")]
    assert values == [ScaleStep(4), Missing.NOT_REACHED, Missing.NOT_REACHED]


def test_a_citizen_who_stops_before_the_first_answer_has_declined(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.pass_over("B1")
    under_way.citizen_stops()
    assert under_way.meeting.citizen_part is Part.DECLINED


def test_after_a_closed_meeting_is_voided_the_next_has_a_free_number(desk: Desk, citizen: Citizen) -> None:
    first = whole_meeting(desk, citizen)
    desk.agreeing.close(first.meeting)
    second = whole_meeting(desk, citizen)
    desk.agreeing.close(second.meeting)
    desk.measuring.take_up(first.meeting.meeting_id).void(VoidReason.WRONG_CITIZEN)
    assert desk.measuring.start(citizen.citizen_id).meeting.number == 3


def test_their_own_choice_outlives_a_suggestion_with_the_same_activity(desk: Desk, citizen: Citizen) -> None:
    under_way = whole_meeting(desk, citizen)
    found = desk.following.help(citizen.citizen_id)
    assert found is not None
    desk.agreeing.set_own(under_way.meeting, frozenset({13, 8}))
    suggestion = next(each for each in found.suggestions if 13 in each.activities)
    desk.agreeing.show(under_way.meeting, [suggestion])
    desk.agreeing.choose(under_way.meeting, suggestion.rule.rule_id, chosen=True)
    choices = desk.agreeing.choose(under_way.meeting, suggestion.rule.rule_id, chosen=False)
    assert choices.agreed == (8, 13)
    assert desk.agreeing.choices(under_way.meeting).own == frozenset({8, 13})


def test_what_is_passed_by_is_skipped_and_what_is_not_come_to_is_not_reached(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.answer("B1", ScaleStep(1))
    under_way.pass_over("B1")
    under_way.pass_over("B2")
    under_way.citizen_done()
    under_way.reveal(answers_later=True)
    assert under_way.meeting.citizen_part is Part.PARTIAL
    values = [under_way.value(code, Respondent.CITIZEN) for code in ("B1", "B2", "B3")]
    assert values == [ScaleStep(1), Missing.SKIPPED, Missing.NOT_REACHED]


def test_a_declined_part_has_all_its_answers_as_declined(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.citizen_done(declined=True)
    assert under_way.meeting.citizen_part is Part.DECLINED
    assert under_way.meeting.place == Place(Step.LOCKED)
    under_way.reveal()
    values = {under_way.value(item.code, Respondent.CITIZEN) for item in under_way.instrument.of(Respondent.CITIZEN)}
    assert values == {Missing.DECLINED}


def test_answering_after_the_meeting_gives_no_pairs_and_is_marked(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    answer_all(under_way, Respondent.CITIZEN)
    under_way.citizen_done()
    under_way.reveal(answers_later=True)
    owed_before = under_way.owes_answers
    answer_all(under_way, Respondent.CASEWORKER)
    assert (owed_before, under_way.owes_answers) == (True, False)
    closed = desk.agreeing.close(under_way.meeting)
    assert (closed.caseworker_when, closed.caseworker_part) == (When.AFTER, Part.COMPLETE)
    with desk.unlocked.store.reading() as work:
        rows = work.meetings.stored_answers(closed.meeting_id)
    assert not any(row.after_reveal for row in rows), "her first answers are blind, however late"
    together = desk.following.together(citizen.citizen_id)
    assert together is not None
    assert together.views == ()


def test_a_meeting_closed_without_her_answers_says_not_reached(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.citizen_done()
    under_way.reveal(answers_later=True)
    closed = desk.agreeing.close(under_way.meeting)
    assert closed.caseworker_part is Part.PARTIAL
    again = desk.measuring.take_up(closed.meeting_id)
    assert again.value("S12", Respondent.CASEWORKER) is Missing.NOT_REACHED


def test_a_second_meeting_needs_the_first_to_end(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    with refused(Code.MEETING_OPEN):
        desk.measuring.start(citizen.citizen_id)
    under_way.void(VoidReason.WRONG_CITIZEN)
    assert desk.measuring.start(citizen.citizen_id).meeting.number == 1


def test_a_voided_meeting_takes_no_part_in_the_history(desk: Desk, citizen: Citizen) -> None:
    first = whole_meeting(desk, citizen, 2)
    desk.agreeing.close(first.meeting)
    second = whole_meeting(desk, citizen, 5)
    second.void(VoidReason.TEST)
    together = desk.following.together(citizen.citizen_id)
    assert together is not None
    assert together.moved.numbers == (1,)


def test_a_no_after_a_yes_gives_a_new_name_outside(desk: Desk, citizen: Citizen) -> None:
    under_way = desk.measuring.start(citizen.citizen_id)
    under_way.set_research(Research.YES)
    assert under_way.citizen.research_id == citizen.research_id
    under_way.set_research(Research.NO)
    stored = desk.caseload.citizen(citizen.citizen_id)
    assert stored.research is Research.NO
    assert stored == under_way.citizen
    assert stored.research_id != citizen.research_id


def test_a_no_in_the_middle_of_a_meeting_renames_it_outside_for_good(desk: Desk, citizen: Citizen) -> None:
    first = whole_meeting(desk, citizen)
    first.set_research(Research.YES)
    desk.agreeing.close(first.meeting)
    under_way = whole_meeting(desk, citizen)
    before = {each.meeting_id: each.research_id for each in desk.caseload.meetings(citizen.citizen_id)}
    copy = under_way.meeting
    under_way.set_research(Research.NO)
    fresh = under_way.meeting.research_id
    under_way.go(Place(Step.HELP))
    desk.agreeing.close(replace(copy, place=Place(Step.AGREEMENT)))
    desk.measuring.take_up(copy.meeting_id).set_research(Research.YES)
    after = {each.meeting_id: each.research_id for each in desk.caseload.meetings(citizen.citizen_id)}
    assert after[copy.meeting_id] == fresh
    assert before.keys() == after.keys()
    assert len({*before.values(), *after.values(), *before}) == 6


def test_a_meetings_name_outside_is_its_own(desk: Desk, citizen: Citizen) -> None:
    meeting = desk.measuring.start(citizen.citizen_id).meeting
    assert uuid.UUID(meeting.research_id).version == 4
    assert len({meeting.research_id, meeting.meeting_id, citizen.research_id, citizen.citizen_id}) == 4


def test_the_next_meeting_begins_with_how_it_went(desk: Desk, citizen: Citizen) -> None:
    first = whole_meeting(desk, citizen)
    wish = Agreement(("Et job",), (Task(Who.CITIZEN, "Ringer"), Task(Who.CASEWORKER, "Skriver")))
    desk.agreeing.set_agreement(first.meeting, wish)
    desk.agreeing.close(first.meeting)
    second = desk.measuring.start(citizen.citizen_id)
    last = desk.agreeing.last(second.meeting)
    assert last == (first.meeting.meeting_id, wish)
    desk.agreeing.set_how(first.meeting.meeting_id, 1, How.PARTLY)
    again = desk.agreeing.last(second.meeting)
    assert again is not None
    assert [task.how for task in again[1].tasks] == [None, How.PARTLY]


def test_a_closed_course_holds_no_meeting_until_it_is_opened_again(desk: Desk, citizen: Citizen) -> None:
    desk.caseload.close_course(citizen.citizen_id, Outcome.JOB, desk.now().date())
    with refused(Code.COURSE_CLOSED):
        desk.measuring.start(citizen.citizen_id)
    desk.caseload.reopen_course(citizen.citizen_id)
    assert desk.measuring.start(citizen.citizen_id).meeting.number == 1


def test_a_course_does_not_close_under_a_meeting(desk: Desk, citizen: Citizen) -> None:
    desk.measuring.start(citizen.citizen_id)
    with refused(Code.MEETING_OPEN):
        desk.caseload.close_course(citizen.citizen_id, Outcome.JOB, desk.now().date())
