# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Answers: one commit each, every revision kept, and the blind ones never overwritten."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import State
from bip_desktop.domain.questionnaire import LARGEST_AMOUNT, Amount, Instrument, Missing, Step, Ticks, Unit, Value
from bip_desktop.services.ports import StoredAnswer
from bip_desktop.storage.store import DatabaseStore
from tests.storage.invented import BO, KAREN, TODAY, citizen, meeting

ANNA = citizen(1)
MEETING = meeting(ANNA).meeting_id
INSTRUMENT = Instrument("bip", "2026.1", "draft", ())

steps = st.integers(1, 5).map(Step)
ticks = st.frozensets(st.integers(1, 23), min_size=1).map(Ticks)
amounts = st.builds(
    Amount, st.integers(0, LARGEST_AMOUNT // 100).map(lambda kroner: kroner * 100), st.sampled_from(Unit)
)
values = st.one_of(steps, ticks, amounts, st.sampled_from(Missing))
items = st.sampled_from(("B1", "B2", "B10", "B11", "S1", "S12"))


@pytest.fixture
def begun(store: DatabaseStore) -> DatabaseStore:
    with store.writing() as work:
        work.citizens.add(ANNA)
        work.meetings.add(meeting(ANNA))
    return store


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that `engine` sends, commits included."""
    sent: list[str] = []

    def statement(*arguments: object) -> None:
        sent.append(str(arguments[2]))

    def commit(*_: object) -> None:
        sent.append("COMMIT")

    event.listen(engine, "before_cursor_execute", statement)
    event.listen(engine, "commit", commit)
    yield sent
    event.remove(engine, "before_cursor_execute", statement)
    event.remove(engine, "commit", commit)


@pytest.mark.parametrize(
    "value",
    [
        *(Step(step) for step in range(1, 6)),
        *Missing,
        Ticks(frozenset({1})),
        Ticks(frozenset(range(1, 22))),
        *(Amount(12_345_00, unit) for unit in Unit),
        Amount(0, Unit.HOUR_AFTER_TAX),
        Amount(LARGEST_AMOUNT, Unit.MONTH_BEFORE_TAX),
    ],
)
def test_every_kind_of_answer_comes_back(value: Value, begun: DatabaseStore) -> None:
    with begun.writing() as work:
        work.meetings.answer(MEETING, "B1", value, after_reveal=False)
    with begun.reading() as work:
        assert work.meetings.stored_answers(MEETING) == [StoredAnswer("B1", value, 1, after_reveal=False)]
        measurement = work.meetings.measurement(MEETING, INSTRUMENT)
        assert (dict(measurement.blind), dict(measurement.later)) == ({"B1": value}, {})
        assert work.meetings.measurements(ANNA.citizen_id) == {MEETING: {False: {"B1": value}}}


def test_what_is_changed_after_the_reveal_stands_beside_the_blind_answer(begun: DatabaseStore) -> None:
    with begun.writing() as work:
        for step, after_reveal in ((1, False), (2, False), (4, True), (5, True)):
            work.meetings.answer(MEETING, "B1", Step(step), after_reveal=after_reveal)
    with begun.reading() as work:
        assert work.meetings.stored_answers(MEETING) == [
            StoredAnswer("B1", Step(2), 2, after_reveal=False),
            StoredAnswer("B1", Step(5), 2, after_reveal=True),
        ]
        measurement = work.meetings.measurement(MEETING, INSTRUMENT)
        assert (measurement.blind["B1"], measurement.later["B1"]) == (Step(2), Step(5))


def test_no_revision_is_ever_lost(begun: DatabaseStore) -> None:
    with begun.writing() as work:
        for step in (3, 3, 1):
            work.meetings.answer(MEETING, "B1", Step(step), after_reveal=False)
    with begun._reader.connect() as connection:
        rows = connection.exec_driver_sql("SELECT revision, value FROM answer ORDER BY seq").fetchall()
    assert [tuple(row) for row in rows] == [(1, 3), (2, 3), (3, 1)]


def test_one_answer_is_one_commit_and_four_statements(begun: DatabaseStore) -> None:
    with counted(begun._writer) as sent, begun.writing() as work:
        work.meetings.answer(MEETING, "B1", Step(3), after_reveal=False)
    assert [statement.split()[0] for statement in sent] == ["BEGIN", "INSERT", "UPDATE", "COMMIT"]


def test_the_answers_of_a_citizen_are_read_at_once(begun: DatabaseStore) -> None:
    with begun.writing() as work:
        work.meetings.save(meeting(ANNA, state=State.CLOSED))
        for number in range(2, 8):
            work.meetings.add(meeting(ANNA, number, State.CLOSED))
            work.meetings.answer(
                meeting(ANNA, number).meeting_id, "B10", Ticks(frozenset({number})), after_reveal=False
            )
        work.citizens.add(citizen(2))
        work.meetings.add(meeting(citizen(2)))
        work.meetings.answer(meeting(citizen(2)).meeting_id, "B1", Step(1), after_reveal=False)
    with counted(begun._reader) as sent, begun.reading() as work:
        found = work.meetings.measurements(ANNA.citizen_id)
    assert found == {
        meeting(ANNA, number).meeting_id: {False: {"B10": Ticks(frozenset({number}))}} for number in range(2, 8)
    }
    assert len(sent) == 4


def test_the_caseload_takes_as_many_queries_for_sixty_citizens_as_for_none(store: DatabaseStore) -> None:
    with counted(store._reader) as none, store.reading() as work:
        assert work.citizens.caseload(KAREN.caseworker_id) == []
    with store.writing() as work:
        for number in range(60):
            work.citizens.add(citizen(number))
            work.meetings.add(meeting(citizen(number)))
            work.citizens.change_caseworker(
                citizen(number).citizen_id,
                CaseworkerChange(TODAY, BO.caseworker_id, KAREN.caseworker_id, ChangeReason.LEAVE),
            )
    with counted(store._reader) as sixty, store.reading() as work:
        assert len(work.citizens.caseload(KAREN.caseworker_id)) == 60
    assert len(sixty) == len(none) == 6


def test_the_caseload_reads_no_table_from_end_to_end(store: DatabaseStore) -> None:
    with counted(store._reader) as sent, store.reading() as work:
        work.citizens.caseload(KAREN.caseworker_id)
    plans = []
    with store._reader.connect() as connection:
        for statement in sent[1:-1]:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (KAREN.caseworker_id,))
            plans += [str(row[3]) for row in rows]
    # The newest changes and the open meetings are found in their own small indexes.
    scanned = [plan for plan in plans if plan.startswith("SCAN") and "INDEX" not in plan]
    assert scanned == [], plans


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(items, values, st.booleans()), max_size=25))
def test_any_answers_read_back_as_the_last_one_of_each_item(
    begun: DatabaseStore, given_answers: list[tuple[str, Value, bool]]
) -> None:
    blind: dict[str, Value] = {}
    later: dict[str, Value] = {}
    revisions: dict[tuple[str, bool], int] = {}
    fresh = citizen(next(_numbers))
    identity = MeetingId(meeting(fresh).meeting_id)
    with begun.writing() as work:
        work.citizens.add(fresh)
        work.meetings.add(meeting(fresh))
    for item, value, after_reveal in given_answers:
        (later if after_reveal else blind)[item] = value
        revisions[item, after_reveal] = revisions.get((item, after_reveal), 0) + 1
        with begun.writing() as work:
            work.meetings.answer(identity, item, value, after_reveal=after_reveal)
    with begun.reading() as work:
        measurement = work.meetings.measurement(identity, INSTRUMENT)
        stored = work.meetings.stored_answers(identity)
        whole = work.meetings.measurements(fresh.citizen_id).get(identity, {})
    assert dict(measurement.blind) == blind == dict(whole.get(False, {}))
    assert dict(measurement.later) == later == dict(whole.get(True, {}))
    assert {(answer.item, answer.after_reveal): answer.revision for answer in stored} == revisions


_numbers = iter(range(100, 9_000))
