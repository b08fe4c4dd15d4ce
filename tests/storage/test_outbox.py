# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The outbox hears of every change that may leave, in the words of the submission, and of nothing else."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import Benefit, CaseworkerChange, ChangeReason, Research
from bip_desktop.domain.ids import ResearchId
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.meeting import Meeting, Place, State, VoidReason
from bip_desktop.domain.meeting import Step as Page
from bip_desktop.domain.questionnaire import Step
from bip_desktop.services.ports import Change, SentSubmission, ShownSuggestion, UnitOfWork
from bip_desktop.storage.store import DatabaseStore
from tests.storage.invented import AGREEMENT, BO, INSTALLATION, KAREN, TODAY, citizen, meeting

ANNA = citizen(1)
MARK = Mark(14, Status.AGREED, Origin.SUGGESTED)


def submission(seq: int) -> SentSubmission:
    """An invented submission."""
    return SentSubmission(
        submission_id=f"5ab31551-0000-4000-8000-{seq:012d}",
        installation_id=INSTALLATION.installation_id,
        seq=seq,
        after=seq - 1,
        upto=seq,
        manifest=b'{"seq": %d}\n\x00\xff' % seq,
        manifest_sha256="0" * 64,
        signature=bytes(64),
        file_name=f"bip-opdigtet-a1b2c3-{seq:06d}-00000000.zip.age",
        made_at=datetime.fromisoformat("2026-03-02T13:14:15.161718"),
        counts={"citizens": 1, "answers": 23},
    )


def _lines(store: DatabaseStore, after: int = 0) -> list[tuple[str, str, str]]:
    with store.reading() as work:
        changes = work.outbox.changes(after, work.outbox.head())
        assert [change.seq for change in changes] == list(range(after + 1, work.outbox.head() + 1))
        return [(change.kind, change.key, change.reason) for change in changes]


@pytest.fixture
def anna(store: DatabaseStore) -> DatabaseStore:
    with store.writing() as work:
        work.citizens.add(ANNA)
    return store


@pytest.fixture
def closed(anna: DatabaseStore) -> DatabaseStore:
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA, state=State.REVEALED))
        work.meetings.answer(MEETING, "B1", Step(2), after_reveal=False)
        work.meetings.set_agreement(MEETING, AGREEMENT)
        work.meetings.save(meeting(ANNA, state=State.CLOSED))
    return anna


MEETING = meeting(ANNA).meeting_id


def _revision(store: DatabaseStore) -> int:
    with store.reading() as work:
        return work.meetings.get(MEETING).revision


def test_a_new_and_a_changed_citizen_write_a_line_each(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        changed = work.citizens.change(replace(ANNA, benefit=Benefit.OTHER))
    assert changed == replace(ANNA, benefit=Benefit.OTHER, revision=2)
    with anna.writing() as work:
        # Written from a copy that does not know of the change between: the stored revision counts.
        assert work.citizens.change(replace(ANNA, benefit=Benefit.OTHER, language="en")).revision == 3
    assert _lines(anna) == [("citizen", ANNA.citizen_id, "")] * 3


def test_another_caseworker_writes_a_line(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        work.citizens.change_caseworker(
            ANNA.citizen_id, CaseworkerChange(TODAY, KAREN.caseworker_id, BO.caseworker_id, ChangeReason.LEFT)
        )
    with anna.reading() as work:
        assert work.citizens.get(ANNA.citizen_id) == replace(ANNA, caseworker_id=BO.caseworker_id, revision=2)
    assert _lines(anna, 1) == [("citizen", ANNA.citizen_id, "")]


def test_planning_and_standing_are_local(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        work.citizens.plan(ANNA.citizen_id, AGREEMENT.next_meeting)
        work.citizens.set_standing(Standing(ANNA.citizen_id, 1, TODAY, 0, 9, 0, None))
        work.citizens.clear_standing(ANNA.citizen_id)
    with anna.reading() as work:
        assert work.citizens.get(ANNA.citizen_id) == replace(ANNA, next_meeting=AGREEMENT.next_meeting)
    assert _lines(anna, 1) == []


def test_a_withdrawal_writes_a_tombstone_for_the_old_identity_outside(anna: DatabaseStore) -> None:
    fresh = ResearchId("5e5ea5c0-0000-4000-8000-999999999999")
    with anna.writing() as work:
        work.citizens.withdraw(ANNA, fresh)
    with anna.reading() as work:
        assert work.citizens.get(ANNA.citizen_id) == replace(ANNA, research_id=fresh, research=Research.NO, revision=2)
    assert _lines(anna, 1) == [("tombstone_citizen", ANNA.research_id, "withdrawal")]


def test_a_withdrawal_gives_every_meeting_of_the_citizen_and_of_no_other_a_new_name_outside(
    anna: DatabaseStore,
) -> None:
    other = meeting(citizen(2), state=State.CLOSED)
    hers = [meeting(ANNA, 1, State.CLOSED), meeting(ANNA, 2, State.VOIDED), meeting(ANNA, 3)]
    with anna.writing() as work:
        work.citizens.add(citizen(2))
        for each in (*hers, other):
            work.meetings.add(each)
        assert [work.outbox.citizen_of_voided(each.research_id) for each in hers] == [None, ANNA.citizen_id, None]
        work.citizens.withdraw(ANNA, ResearchId("5e5ea5c0-0000-4000-8000-999999999999"))
    with anna.reading() as work:
        now = [work.meetings.get(each.meeting_id) for each in hers]
        assert work.meetings.get(other.meeting_id) == other
        assert [work.outbox.citizen_of_voided(each.research_id) for each in hers] == [None] * 3
        assert [work.outbox.citizen_of_voided(each.research_id) for each in now] == [None, ANNA.citizen_id, None]
    names = {each.research_id for each in now}
    assert len(names | {each.research_id for each in hers} | {each.meeting_id for each in hers}) == 9
    assert {uuid.UUID(name).version for name in names} == {4}
    assert [replace(each, research_id=old.research_id) for each, old in zip(now, hers, strict=True)] == hers


def test_a_withdrawal_that_fails_leaves_every_name_as_it_was(closed: DatabaseStore) -> None:
    with pytest.raises(ZeroDivisionError), closed.writing() as work:
        work.citizens.withdraw(ANNA, ResearchId("5e5ea5c0-0000-4000-8000-999999999999"))
        raise ZeroDivisionError
    with closed.reading() as work:
        assert work.citizens.get(ANNA.citizen_id) == ANNA
        assert work.meetings.get(MEETING) == meeting(ANNA, state=State.CLOSED)


def test_a_copy_from_before_a_withdrawal_does_not_bring_the_old_name_back(closed: DatabaseStore) -> None:
    copy = meeting(ANNA, state=State.CLOSED)
    with closed.writing() as work:
        work.citizens.withdraw(ANNA, ResearchId("5e5ea5c0-0000-4000-8000-999999999999"))
        fresh = work.meetings.get(MEETING).research_id
        work.meetings.save(replace(copy, language="en"))
        assert work.meetings.get(MEETING).research_id == fresh != copy.research_id
        work.meetings.save(replace(copy, state=State.VOIDED, void_reason=VoidReason.OTHER))
    assert _lines(closed, 3)[-1] == ("tombstone_meeting", fresh, "correction")


def test_a_meeting_writes_nothing_before_it_is_closed(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA))
        work.meetings.answer(MEETING, "B1", Step(2), after_reveal=False)
        work.meetings.save(meeting(ANNA, state=State.REVEALED))
        work.meetings.answer(MEETING, "B1", Step(3), after_reveal=True)
        work.meetings.set_marks(MEETING, [MARK])
        work.meetings.set_shown(MEETING, [ShownSuggestion("R1", 1, (14,), chosen=True)])
    assert _lines(anna, 1) == []
    assert _revision(anna) == 1


def test_a_meeting_that_is_closed_writes_one_line_and_keeps_its_revision(closed: DatabaseStore) -> None:
    assert _lines(closed, 1) == [("meeting", MEETING, "")]
    assert _revision(closed) == 1


@pytest.mark.parametrize(
    "changing",
    [
        lambda work: work.meetings.answer(MEETING, "B1", Step(3), after_reveal=True),
        lambda work: work.meetings.answer(MEETING, "B2", Step(3), after_reveal=False),
        lambda work: work.meetings.set_marks(MEETING, [MARK]),
        lambda work: work.meetings.set_shown(MEETING, [ShownSuggestion("R1", 1, (14,), chosen=True)]),
        lambda work: work.meetings.save(replace(meeting(ANNA, state=State.CLOSED), rules_version="2")),
    ],
)
def test_what_changes_after_the_close_raises_the_revision_and_writes_a_line(
    changing: Callable[[UnitOfWork], None], closed: DatabaseStore
) -> None:
    for times in (1, 2):
        with closed.writing() as work:
            changing(work)
        # Answers are revisions of their own; everything else changes nothing the second time.
        repeated = times if "answer" in changing.__code__.co_names else 1
        assert _revision(closed) == 1 + repeated
        assert _lines(closed, 2) == [("meeting", MEETING, "")] * repeated


def test_what_never_leaves_writes_nothing_after_the_close_either(closed: DatabaseStore) -> None:
    with closed.writing() as work:
        work.meetings.set_notes(MEETING, ["talks"])
        work.meetings.set_agreement(MEETING, AGREEMENT)
        work.meetings.set_how(MEETING, 0, None)
        moved = replace(meeting(ANNA, state=State.CLOSED), place=Place(Page.AGREEMENT))
        work.meetings.save(moved)
        work.meetings.save(replace(moved, touched_at=datetime.fromisoformat("2026-03-02T10:41:00")))
        assert work.meetings.get(MEETING).touched_at == datetime.fromisoformat("2026-03-02T10:41:00")
    assert _lines(closed, 2) == []
    assert _revision(closed) == 1


def _voided(state: State) -> Meeting:
    return replace(meeting(ANNA, state=state), state=State.VOIDED, void_reason=VoidReason.WRONG_CITIZEN)


def test_a_closed_meeting_that_is_voided_writes_a_tombstone(closed: DatabaseStore) -> None:
    with closed.writing() as work:
        work.meetings.save(_voided(State.CLOSED))
    assert _lines(closed, 2) == [("tombstone_meeting", meeting(ANNA).research_id, "correction")]
    assert _revision(closed) == 2


def test_a_meeting_voided_before_it_was_closed_writes_nothing(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA))
        work.meetings.save(_voided(State.PAUSED))
    assert _lines(anna, 1) == []


def test_a_window_holds_what_came_after_its_beginning_up_to_its_end(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        for number in (2, 3, 4):
            work.citizens.add(citizen(number))
    with anna.reading() as work:
        assert work.outbox.head() == 4
        assert work.outbox.changes(1, 3) == [
            Change(2, "citizen", citizen(2).citizen_id),
            Change(3, "citizen", citizen(3).citizen_id),
        ]
        assert work.outbox.changes(4, 4) == []


def test_a_number_of_the_outbox_is_never_used_twice(anna: DatabaseStore) -> None:
    with anna._writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM change_log")
    with anna.writing() as work:
        work.citizens.add(citizen(2))
        assert work.outbox.head() == 2


def test_what_was_sent_comes_back_oldest_first(anna: DatabaseStore) -> None:
    with anna.writing() as work:
        work.outbox.add_sent(submission(2))
        work.outbox.add_sent(replace(submission(1), counts={}))
    with anna.reading() as work:
        assert work.outbox.sent() == [replace(submission(1), counts={}), submission(2)]


def test_every_installation_counts_from_one(anna: DatabaseStore) -> None:
    later = submission(1).made_at + timedelta(days=30)
    restored = replace(submission(1), submission_id="restored", installation_id="ffffff", upto=2, made_at=later)
    with anna.writing() as work:
        for sent in (restored, submission(1), submission(2)):
            work.outbox.add_sent(sent)
    with anna.reading() as work:
        assert work.outbox.sent() == [submission(1), submission(2), restored]
    with pytest.raises(IntegrityError, match="UNIQUE"), anna._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE submission SET installation_id = 'ffffff'")


def test_closed_meetings_and_all_citizens_are_there_for_a_full_snapshot(closed: DatabaseStore) -> None:
    with closed.writing() as work:
        work.citizens.add(citizen(2))
        work.meetings.add(meeting(ANNA, 2))
        work.meetings.add(meeting(citizen(2), 1, State.CLOSED))
    with closed.reading() as work:
        assert [each.meeting_id for each in work.outbox.closed_meetings(ANNA.citizen_id)] == [MEETING]
        assert work.outbox.citizens() == [ANNA, citizen(2)]
    assert _lines(closed, 3) == [("meeting", meeting(citizen(2)).meeting_id, "")]
