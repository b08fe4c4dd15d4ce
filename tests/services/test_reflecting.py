# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Her own pages: what she doubted, what she notes, and how her answers spread. Others' answers are never in it."""

from datetime import timedelta
from fractions import Fraction

import pytest

from bip_desktop.domain.citizen import Citizen, Outcome
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Missing, Step, Value
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.stalled import Sign
from bip_desktop.services.desk import Desk
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)


def _hold(desk: Desk, calendar: Calendar, person: Citizen, weeks: int, belief: Value, steps: str = "443244344") -> None:
    answers = caseworker_answers() | {"S12": belief}
    hold_meeting(desk, calendar, person.citizen_id, weeks_before(NOW, weeks), Held(citizen_answers(steps), answers))


def test_after_a_doubt_there_are_two_questions_and_after_the_next_meeting_only_what_was_noted(
    desk: Desk, calendar: Calendar
) -> None:
    henrik = add_citizen(desk)
    _hold(desk, calendar, henrik, 30, Step(1))
    _hold(desk, calendar, henrik, 20, Step(2))
    (doubt,) = desk.reflecting.doubts(henrik.citizen_id)
    assert (doubt.number, doubt.noted) == (2, Reflection())
    desk.reflecting.note(doubt.meeting_id, Reflection(" En plads tæt på ", "Bo"))
    _hold(desk, calendar, henrik, 5, Step(4))
    (kept,) = desk.reflecting.doubts(henrik.citizen_id)
    assert (kept.number, kept.noted) == (2, Reflection("En plads tæt på", "Bo"))
    desk.reflecting.note(kept.meeting_id, Reflection("  ", ""))
    assert desk.reflecting.doubts(henrik.citizen_id) == []


def test_no_doubt_and_no_answer_ask_nothing(desk: Desk, calendar: Calendar) -> None:
    for belief in (Step(3), Step(5), Missing.DONT_KNOW):
        person = add_citizen(desk, f"Borger {belief}", f"{10 + len(str(belief)):02d}0180")
        _hold(desk, calendar, person, 5, belief)
        assert desk.reflecting.doubts(person.citizen_id) == []


def test_during_the_meeting_nothing_is_asked(desk: Desk, calendar: Calendar) -> None:
    under_way = desk.measuring.start(add_citizen(desk).citizen_id)
    for code, value in citizen_answers().items():
        under_way.answer(code, value)
    under_way.citizen_done()
    under_way.caseworker_begins()
    for code, value in (caseworker_answers() | {"S12": Step(1)}).items():
        under_way.answer(code, value)
    under_way.reveal()
    assert desk.reflecting.doubts(under_way.citizen.citizen_id) == []
    desk.agreeing.close(under_way.meeting)
    assert len(desk.reflecting.doubts(under_way.citizen.citizen_id)) == 1


def test_a_colleague_sees_neither_the_questions_nor_what_was_noted(
    desk: Desk, desk_of_bo: Desk, calendar: Calendar
) -> None:
    henrik = add_citizen(desk)
    _hold(desk, calendar, henrik, 5, Step(1))
    (doubt,) = desk.reflecting.doubts(henrik.citizen_id)
    desk.reflecting.note(doubt.meeting_id, Reflection("Mod", "Ida"))
    with pytest.raises(BipError) as caught:
        desk_of_bo.reflecting.doubts(henrik.citizen_id)
    assert caught.value.code is Code.RIGHT_PURPOSE
    desk_of_bo.access.break_glass(henrik.citizen_id, "Vikar for Karen i uge 48")
    assert desk_of_bo.reflecting.doubts(henrik.citizen_id) == []
    assert desk_of_bo.reflecting.own_picture().answers == 0


def test_the_course_is_worth_stopping_at_after_measurements_without_a_move(desk: Desk, calendar: Calendar) -> None:
    henrik = add_citizen(desk)
    for weeks in (36, 24, 12):
        _hold(desk, calendar, henrik, weeks, Step(3))
    (reason,) = desk.reflecting.reasons_to_stop(henrik.citizen_id)
    assert (reason.sign, reason.count) == (Sign.STILL, 2)
    desk.caseload.set_rhythm(60)
    assert [each.sign for each in desk.reflecting.reasons_to_stop(henrik.citizen_id)] == [Sign.STILL, Sign.OVERDUE]


def test_her_answers_spread_over_all_her_measurements(desk: Desk, calendar: Calendar) -> None:
    people = [add_citizen(desk, f"Borger {n}", f"{n + 1:02d}0180") for n in range(10)]
    for person in people[:9]:
        _hold(desk, calendar, person, 20, Step(2))
    _hold(desk, calendar, people[0], 5, Step(5))
    _hold(desk, calendar, people[9], 5, Missing.DONT_KNOW)
    picture = desk.reflecting.own_picture()
    assert dict(picture.counts) == {1: 0, 2: 9, 3: 0, 4: 0, 5: 1}
    assert (picture.dont_know, picture.answers, picture.citizens, picture.mean) == (1, 11, 9, None)
    _hold(desk, calendar, people[9], 1, Step(3))
    assert desk.reflecting.own_picture().mean == Fraction(8 * 2 + 5 + 3, 10)


def test_an_answer_changed_after_the_reveal_counts_once_and_as_it_is_now(desk: Desk, calendar: Calendar) -> None:
    henrik = add_citizen(desk)
    _hold(desk, calendar, henrik, 5, Step(2))
    (meeting,) = desk.caseload.meetings(henrik.citizen_id)
    with desk.unlocked.store.writing() as work:
        work.meetings.answer(meeting.meeting_id, "S12", Step(4), after_reveal=True)
    assert dict(desk.reflecting.own_picture().counts) == {1: 0, 2: 0, 3: 0, 4: 1, 5: 0}


def test_closed_courses_stand_beside_what_she_last_answered(desk: Desk, calendar: Calendar) -> None:
    henrik, amina = add_citizen(desk), add_citizen(desk, "Amina Opdigtet", "020180")
    _hold(desk, calendar, henrik, 20, Step(4))
    _hold(desk, calendar, henrik, 6, Step(2))
    for person, outcome, weeks in ((henrik, Outcome.JOB, 2), (amina, Outcome.MOVED, 1)):
        desk.caseload.close_course(person.citizen_id, outcome, NOW.date() - timedelta(weeks=weeks))
    ended = desk.reflecting.own_picture().ended
    assert [(each.name, each.end.outcome, each.belief) for each in ended] == [
        ("Amina Opdigtet", Outcome.MOVED, None),
        ("Henrik Opdigtet", Outcome.JOB, Step(2)),
    ]
