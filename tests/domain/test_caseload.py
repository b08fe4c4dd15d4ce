# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload: who is due, and the one thing worth talking about."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.caseload import (
    RHYTHM_DAYS,
    CaseloadRow,
    Due,
    OpenMeeting,
    Standing,
    Topic,
    standing,
)
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, CourseEnd, Outcome
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.meeting import State
from bip_desktop.domain.progression import Point, Progression, Series
from bip_desktop.domain.questionnaire import Item, ItemKind, Missing, Respondent, Text, Value, Wording
from bip_desktop.domain.questionnaire import Step as ScaleStep
from tests.exchange.submission_cases import citizen

TODAY = date(2026, 11, 21)
CITIZEN = replace(citizen(), next_meeting=None)
MEASURED = Standing(CITIZEN.citizen_id, 3, TODAY - timedelta(days=30), 3, 5, 1, frozenset({Kind.JOB, Kind.HEALTH}))
ROW = CaseloadRow(CITIZEN, MEASURED, None, None)


def planned(days: int, row: CaseloadRow = ROW) -> CaseloadRow:
    at = datetime.combine(TODAY + timedelta(days=days), time(10, 30))
    return replace(row, citizen=replace(row.citizen, next_meeting=at))


def measured(days_ago: int) -> CaseloadRow:
    return replace(ROW, standing=replace(MEASURED, on=TODAY - timedelta(days=days_ago)))


def with_open(state: State, row: CaseloadRow = ROW) -> CaseloadRow:
    return replace(row, open_meeting=OpenMeeting(CITIZEN.citizen_id, 4, state, TODAY))


def closed(row: CaseloadRow) -> CaseloadRow:
    end = CourseEnd(Outcome.JOB, "2026-W40", TODAY)
    return replace(row, citizen=replace(row.citizen, course_end=end))


UNMEASURED = replace(ROW, standing=None)


@pytest.mark.parametrize(("days_ago", "due"), [(0, Due.LATER), (90, Due.LATER), (91, Due.OVERDUE), (900, Due.OVERDUE)])
def test_a_measurement_is_due_after_the_rhythm(days_ago: int, due: Due) -> None:
    assert RHYTHM_DAYS == 90
    assert measured(days_ago).due(TODAY) is due


def test_the_rhythm_can_be_set() -> None:
    assert measured(91).due(TODAY, rhythm_days=120) is Due.LATER
    assert measured(31).due(TODAY, rhythm_days=30) is Due.OVERDUE


@pytest.mark.parametrize("row", [ROW, UNMEASURED, measured(200), with_open(State.PREPARED)])
def test_a_meeting_planned_for_today_is_today(row: CaseloadRow) -> None:
    assert planned(0, row).due(TODAY) is Due.TODAY
    assert planned(1, row).due(TODAY) is not Due.TODAY
    assert planned(-1, row).due(TODAY) is not Due.TODAY


@pytest.mark.parametrize(
    "state",
    [
        State.CITIZEN_ANSWERING,
        State.PAUSED,
        State.CITIZEN_FINISHED,
        State.CASEWORKER_ANSWERING,
        State.REVEALED,
    ],
)
def test_a_meeting_that_has_begun_is_to_be_continued_before_anything_else(state: State) -> None:
    assert with_open(state).due(TODAY) is Due.CONTINUE
    assert planned(0, with_open(state)).due(TODAY) is Due.CONTINUE
    assert with_open(state, UNMEASURED).due(TODAY) is Due.CONTINUE


def test_what_is_only_prepared_is_not_to_be_continued() -> None:
    assert with_open(State.PREPARED).due(TODAY) is Due.LATER
    assert with_open(State.PREPARED, measured(91)).due(TODAY) is Due.OVERDUE


def test_a_citizen_never_measured_is_due_unless_a_meeting_is_planned() -> None:
    assert UNMEASURED.due(TODAY) is Due.OVERDUE
    assert planned(14, UNMEASURED).due(TODAY) is Due.LATER


def test_a_first_meeting_that_was_missed_is_due() -> None:
    assert planned(-1, UNMEASURED).due(TODAY) is Due.OVERDUE


@pytest.mark.parametrize("row", [planned(0), measured(900), with_open(State.PAUSED), UNMEASURED])
def test_a_closed_course_is_never_due(row: CaseloadRow) -> None:
    assert closed(row).due(TODAY) is Due.CLOSED


def about(kinds: frozenset[Kind] | None, agreed: str = "") -> CaseloadRow:
    return replace(ROW, standing=replace(MEASURED, kinds=kinds, agreed=agreed))


def changed(days_ago: int, row: CaseloadRow) -> CaseloadRow:
    on = TODAY - timedelta(days=days_ago)
    change = CaseworkerChange(on, CaseworkerId("before"), CaseworkerId("k"), ChangeReason.LEAVE)
    return replace(row, last_change=change)


@pytest.mark.parametrize(
    ("kinds", "agreed", "topic"),
    [
        (frozenset[Kind](), "", Topic.NOTHING_UNDER_WAY),
        (frozenset[Kind](), "Ringer", Topic.NOTHING_UNDER_WAY),
        (frozenset({Kind.JOB}), "Ringer", Topic.AGREEMENT),
        (frozenset({Kind.JOB}), "", Topic.ONE_KIND),
        (frozenset({Kind.HEALTH}), "", Topic.ONE_KIND),
        (frozenset({Kind.HEALTH, Kind.SOCIAL}), "", Topic.WITHOUT_JOB),
        (frozenset({Kind.HEALTH, Kind.SOCIAL, Kind.UPSKILLING}), "", Topic.WITHOUT_JOB),
        (frozenset({Kind.HEALTH, Kind.JOB}), "", Topic.NONE),
        (frozenset({Kind.HEALTH, Kind.JOB}), "Ringer", Topic.AGREEMENT),
        (frozenset(Kind), "", Topic.NONE),
        (None, "", Topic.NONE),
        (None, "Ringer", Topic.AGREEMENT),
    ],
)
def test_one_thing_is_worth_talking_about(kinds: frozenset[Kind] | None, agreed: str, topic: Topic) -> None:
    assert about(kinds, agreed).topic is topic


def test_a_first_meeting_is_a_first_meeting() -> None:
    assert UNMEASURED.topic is Topic.FIRST_MEETING


@pytest.mark.parametrize(("days_ago", "new"), [(0, True), (29, True), (30, True), (31, False)])
def test_a_new_caseworker_since_the_newest_measurement_comes_first(days_ago: int, new: bool) -> None:
    row = changed(days_ago, about(frozenset(), "Ringer"))
    assert row.has_new_caseworker is new
    assert (row.topic is Topic.HANDOVER) is new


def test_a_new_caseworker_before_any_measurement_comes_first() -> None:
    assert changed(500, UNMEASURED).topic is Topic.HANDOVER
    assert not UNMEASURED.has_new_caseworker


# --- where a citizen stands -----------------------------------------------------------------------------------------


def series(number: int, *values: Value) -> Series:
    text = Text({"da": "?"})
    item = Item(f"B{number}", Respondent.CITIZEN, ItemKind.SCALE, "t", text, text, Wording.DRAFT)
    return Series(item, tuple(Point(n + 1, TODAY + timedelta(days=n), value) for n, value in enumerate(values)))


def moved() -> Progression:
    two, three, four = ScaleStep(2), ScaleStep(3), ScaleStep(4)
    return Progression(
        themes=(
            series(1, two, three),
            series(2, two, four),
            series(3, three, three),
            series(4, four, two),
            series(5, Missing.DECLINED, two),
            series(6, two, Missing.DONT_KNOW),
        ),
        search=series(10, Missing.DECLINED, Missing.DECLINED),
        wage=series(11, Missing.DECLINED, Missing.DECLINED),
        numbers=(1, 2),
        dates=(TODAY, TODAY + timedelta(days=1)),
        new_caseworker_at=(),
        spans=(),
    )


def test_a_standing_counts_answers_and_leaves_out_the_missing() -> None:
    made = standing(CITIZEN.citizen_id, moved(), frozenset({Kind.JOB}), Agreement())
    assert (made.higher, made.same, made.lower) == (2, 1, 1)
    assert (made.number, made.on, made.kinds) == (2, TODAY + timedelta(days=1), frozenset({Kind.JOB}))


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        (Agreement(), ""),
        (Agreement(goals=("Et job", "To job")), "Et job"),
        (Agreement(tasks=(Task(Who.CITIZEN, "Ringer"), Task(Who.CASEWORKER, "Skriver"))), "Ringer"),
        (Agreement(goals=("Et job",), tasks=(Task(Who.OTHER, "Ringer"),)), "Ringer"),
    ],
)
def test_the_first_promise_is_shown_in_its_own_words(agreement: Agreement, words: str) -> None:
    assert standing(CITIZEN.citizen_id, moved(), None, agreement).agreed == words
