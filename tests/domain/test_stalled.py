# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Stalled courses: every reason is true to the history it is said of, and none is left out."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.caseload import CaseloadRow, Standing, Topic, standing
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, CourseEnd, Outcome
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Step, Ticks, Value
from bip_desktop.domain.stalled import Reason, Sign, stalled
from tests.domain.test_progression import DAY, RHYTHM, code, looked_at
from tests.exchange import submission_cases

PERSON = submission_cases.citizen()
TODAY = date(2026, 11, 21)
AT_EASE = Standing(PERSON.citizen_id, 4, TODAY - timedelta(days=30), 2, 6, 1, frozenset({Kind.JOB}))
TAKEN_OVER = CaseworkerChange(TODAY, CaseworkerId("bo"), CaseworkerId("karen"), ChangeReason.LEFT)
STEPS = st.lists(st.sampled_from((None, 2, 3, 4)), min_size=9, max_size=9)


def row(kept: Standing | None, *, planned: date | None = None, change: CaseworkerChange | None = None) -> CaseloadRow:
    moment = None if planned is None else datetime(planned.year, planned.month, planned.day, 10)  # noqa: DTZ001 - local
    return CaseloadRow(replace(PERSON, next_meeting=moment), kept, None, change)


@settings(max_examples=400)
@given(
    st.lists(STEPS, min_size=1, max_size=5),
    st.sampled_from((frozenset({22}), frozenset({13}), frozenset({9, 13}), frozenset({23}))),
    st.integers(0, 200),
    st.sampled_from((None, -40, -1, 0, 30)),
    st.booleans(),
)
def test_each_reason_is_a_fact_of_the_history_and_each_such_fact_a_reason(
    course: list[list[int | None]], activities: frozenset[int], days: int, planned: int | None, taken_over: bool
) -> None:
    answers: list[dict[str, Value]] = [
        {code(n): Step(step) for n, step in enumerate(measured) if step is not None} for measured in course
    ]
    answers[-1]["S1"] = Ticks(activities)
    newest = DAY + RHYTHM * (len(course) - 1)
    kinds = {22: frozenset[Kind](), 23: None}.get(min(activities), frozenset({Kind.JOB}))
    kept = standing(PERSON.citizen_id, looked_at(*answers), kinds, Agreement())
    today = newest + timedelta(days=days)
    change = replace(TAKEN_OVER, on=newest + timedelta(days=1)) if taken_over else None
    planned_on = None if planned is None else today + timedelta(days=planned)
    found = {reason.sign: reason.count for reason in stalled(row(kept, planned=planned_on, change=change), today)}

    def compared(number: int) -> list[tuple[int, int]]:
        pairs = zip(course[number - 1], course[number], strict=True)
        return [(before, after) for before, after in pairs if before is not None and after is not None]

    def is_still(number: int) -> bool:
        return bool(compared(number)) and all(before == after for before, after in compared(number))

    still = next((n for n in range(len(course)) if len(course) - n < 2 or not is_still(len(course) - 1 - n)), 0)
    assert (Sign.STILL in found) is (still >= 2)
    assert found.get(Sign.STILL, still) == still
    moves = [after - before for before, after in compared(len(course) - 1)] if len(course) > 1 else []
    down, up = sum(move < 0 for move in moves), sum(move > 0 for move in moves)
    assert (Sign.LOWER in found) is (down >= 2 and down > up)
    assert found.get(Sign.LOWER, down) == down
    assert (Sign.NO_ACTIVITY in found) is (activities == {22})
    assert (Sign.OVERDUE in found) is (days > 90)
    assert found.get(Sign.OVERDUE, days) == days
    assert (Sign.MISSED in found) is (planned is not None and planned < 0)
    assert (Sign.NEW_CASEWORKER in found) is taken_over


@pytest.mark.parametrize(
    ("kept", "reasons"),
    [
        (AT_EASE, ()),
        (replace(AT_EASE, still_for=1), ()),
        (replace(AT_EASE, still_for=2), (Reason(Sign.STILL, 2),)),
        (replace(AT_EASE, higher=0, lower=2), (Reason(Sign.LOWER, 2),)),
        (replace(AT_EASE, higher=4, lower=2), ()),
        (replace(AT_EASE, kinds=frozenset()), (Reason(Sign.NO_ACTIVITY),)),
        (replace(AT_EASE, kinds=None), ()),
        (replace(AT_EASE, on=TODAY - timedelta(days=91)), (Reason(Sign.OVERDUE, 91),)),
        (None, ()),
    ],
)
def test_the_signs_one_by_one(kept: Standing | None, reasons: tuple[Reason, ...]) -> None:
    assert stalled(row(kept), TODAY) == reasons


def test_the_rhythm_is_the_jobcentres() -> None:
    kept = replace(AT_EASE, on=TODAY - timedelta(days=91))
    assert stalled(row(kept), TODAY, 120) == ()


def test_a_closed_course_is_left_in_peace() -> None:
    still = row(replace(AT_EASE, still_for=3))
    ended = replace(still, citizen=replace(PERSON, course_end=CourseEnd(Outcome.JOB, "2026-W47", TODAY)))
    assert stalled(still, TODAY)
    assert not stalled(ended, TODAY)


@pytest.mark.parametrize("kept", [replace(AT_EASE, still_for=2), replace(AT_EASE, higher=0, lower=3)])
def test_in_the_caseload_it_is_one_neutral_topic(kept: Standing) -> None:
    assert row(replace(kept, agreed="Ringer til bageren")).topic is Topic.FRESH_LOOK
    assert row(kept, change=TAKEN_OVER).topic is Topic.HANDOVER
    assert row(replace(kept, kinds=frozenset())).topic is Topic.NOTHING_UNDER_WAY
