# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every value of the domain comes back from the encrypted database as it went in."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.caseload import CaseloadRow, OpenMeeting, Standing
from bip_desktop.domain.citizen import (
    Benefit,
    Caseworker,
    CaseworkerChange,
    ChangeReason,
    Citizen,
    CourseEnd,
    Outcome,
    Research,
)
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId
from bip_desktop.domain.intervention import Kind, Mark, Origin, Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting, Mode, Place, State, VoidReason, When
from bip_desktop.domain.meeting import Step as Page
from bip_desktop.domain.reflection import Reflection
from bip_desktop.services import ports
from bip_desktop.services.ports import ShownSuggestion
from bip_desktop.storage.store import DatabaseStore
from tests.storage.invented import AGREEMENT, BO, INSTALLATION, KAREN, TODAY, citizen, meeting

ANNA = citizen(1)


@pytest.fixture
def anna(store: DatabaseStore) -> ports.Store:
    with store.writing() as work:
        work.citizens.add(ANNA)
    return store


def _citizens() -> list[Citizen]:
    full = replace(
        ANNA,
        name="Åse Ærlig Østergård-Ó Néill 💡",
        next_meeting=datetime.fromisoformat("2026-03-02T08:05:59.000001"),
        course_end=CourseEnd(Outcome.EDUCATION, "2026-W10", TODAY),
        language="fa",
        case_number="",
    )
    return [
        full,
        *(replace(ANNA, benefit=benefit) for benefit in Benefit),
        *(replace(ANNA, research=answer) for answer in Research),
        *(replace(ANNA, course_end=CourseEnd(outcome, "2026-W53", TODAY)) for outcome in Outcome),
    ]


@pytest.mark.parametrize("wanted", _citizens())
def test_a_citizen(wanted: Citizen, store: DatabaseStore, anna: ports.Store) -> None:
    with store.writing() as work:
        changed = work.citizens.change(wanted)
    with store.reading() as work:
        assert work.citizens.get(ANNA.citizen_id) == changed == replace(wanted, revision=2)
        assert work.citizens.has_cpr(wanted.cpr)
    with store.writing() as work:
        work.citizens.add(
            replace(wanted, citizen_id=CitizenId("x"), research_id=citizen(2).research_id, cpr=citizen(2).cpr)
        )
        assert work.citizens.get(CitizenId("x")).name == wanted.name


def test_a_cpr_number_belongs_to_one_citizen(anna: ports.Store) -> None:
    again = replace(citizen(2), cpr=ANNA.cpr)
    with anna.writing() as work:
        with pytest.raises(BipError) as caught:
            work.citizens.add(again)
        assert caught.value.code is Code.CPR_KNOWN
        work.citizens.add(citizen(2))
        with pytest.raises(BipError) as caught:
            work.citizens.change(again)
        assert caught.value.code is Code.CPR_KNOWN
        assert not work.citizens.has_cpr(citizen(3).cpr)


def test_caseworkers_the_pin_and_the_installation(store: DatabaseStore) -> None:
    aase = Caseworker(CaseworkerId("aase"), "Aase Ø.", "")
    with store.writing() as work:
        work.people.add(aase)
        assert work.people.pin_hash(aase.caseworker_id) == ""
        work.people.set_pin_hash(aase.caseworker_id, "$argon2id$hash")
    with store.reading() as work:
        assert work.people.caseworker(aase.caseworker_id) == aase
        assert work.people.caseworkers() == [aase, BO, KAREN]
        assert work.people.pin_hash(aase.caseworker_id) == "$argon2id$hash"
        assert work.people.pin_hash(KAREN.caseworker_id) == ""
        assert work.people.installation() == INSTALLATION


def test_changes_of_caseworker_in_their_order_whatever_the_clock_said(anna: ports.Store) -> None:
    changes = [
        CaseworkerChange(
            TODAY - timedelta(days=place), KAREN.caseworker_id, BO.caseworker_id, reason, "Taler bedst om morgenen."
        )
        for place, reason in enumerate(ChangeReason)
    ]
    with anna.writing() as work:
        for change in changes:
            work.citizens.change_caseworker(ANNA.citizen_id, change)
    with anna.reading() as work:
        assert work.citizens.changes(ANNA.citizen_id) == changes
        assert work.citizens.changes(citizen(2).citizen_id) == []


def _meetings() -> list[Meeting]:
    first = meeting(ANNA)
    return [
        *(replace(first, state=state) for state in State),
        *(replace(first, mode=mode) for mode in Mode),
        *(replace(first, caseworker_when=when) for when in When),
        *(replace(first, citizen_part=part) for part in Part),
        *(replace(first, caseworker_part=part) for part in Part),
        *(replace(first, state=State.VOIDED, void_reason=reason) for reason in VoidReason),
        *(replace(first, place=Place(page)) for page in Page),
        replace(first, touched_at=datetime.fromisoformat("2026-03-02T10:41:59.000001")),
        replace(first, prepared_on=date(2026, 2, 27), language="en", place=Place(Page.CASEWORKER, "S12")),
    ]


@pytest.mark.parametrize("wanted", _meetings())
def test_a_meeting(wanted: Meeting, anna: ports.Store) -> None:
    with anna.writing() as work:
        work.meetings.add(wanted)
    with anna.reading() as work:
        assert work.meetings.get(wanted.meeting_id) == wanted
    with anna.writing() as work:
        saved = replace(meeting(ANNA, 2), meeting_id=MeetingId("saved"), state=State.VOIDED)
        work.meetings.add(saved)
        wanted = replace(wanted, meeting_id=saved.meeting_id, number=3, state=State.VOIDED)
        work.meetings.save(wanted)
        # The name outside is the store's own.
        assert work.meetings.get(saved.meeting_id) == replace(wanted, research_id=saved.research_id)


def test_an_unknown_meeting_and_unknown_people(store: DatabaseStore) -> None:
    with store.writing() as work:
        with pytest.raises(BipError) as caught:
            work.meetings.get(MeetingId("nowhere"))
        assert caught.value.code is Code.MEETING_UNKNOWN
        for ask in (
            lambda: work.citizens.get(CitizenId("nobody")),
            lambda: work.citizens.change(replace(ANNA, cpr=citizen(9).cpr)),
            lambda: work.citizens.plan(CitizenId("nobody"), None),
            lambda: work.people.caseworker(CaseworkerId("nobody")),
            lambda: work.people.pin_hash(CaseworkerId("nobody")),
            lambda: work.people.set_pin_hash(CaseworkerId("nobody"), "x"),
            lambda: work.meetings.set_how(MeetingId("nowhere"), 0, None),
        ):
            with pytest.raises(KeyError):
                ask()


def test_a_second_open_meeting_is_refused_until_the_first_has_ended(anna: ports.Store) -> None:
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA, 1, State.PREPARED))
        with pytest.raises(BipError) as caught:
            work.meetings.add(meeting(ANNA, 2))
        assert caught.value.code is Code.MEETING_OPEN
        work.meetings.save(meeting(ANNA, 1, State.CLOSED))
        work.meetings.add(meeting(ANNA, 2))
        assert work.meetings.open_of(ANNA.citizen_id) == meeting(ANNA, 2)


def test_voided_meetings_give_their_number_back_and_are_not_listed(anna: ports.Store) -> None:
    with anna.writing() as work:
        work.meetings.add(replace(meeting(ANNA, 9, State.VOIDED), number=1))
        work.meetings.add(meeting(ANNA, 1, State.CLOSED))
        work.meetings.add(replace(meeting(ANNA, 3, State.CLOSED), held_on=date(2020, 1, 1)))
        work.meetings.add(meeting(ANNA, 2, State.PAUSED))
    with anna.reading() as work:
        assert [each.number for each in work.meetings.of(ANNA.citizen_id)] == [1, 2, 3]
        assert work.meetings.open_of(citizen(2).citizen_id) is None


def test_the_interrupted_meeting_is_the_newest_that_has_begun(anna: ports.Store) -> None:
    with anna.writing() as work:
        assert work.meetings.open_of_caseworker(KAREN.caseworker_id) is None
        for number in (2, 3, 4, 5):
            work.citizens.add(citizen(number))
        work.meetings.add(meeting(ANNA))
        work.meetings.add(replace(meeting(citizen(2)), held_on=date(2020, 1, 1)))
        work.meetings.add(meeting(citizen(3), state=State.PREPARED))
        work.meetings.add(meeting(citizen(4), state=State.CLOSED))
        work.meetings.add(meeting(citizen(5), caseworker=BO))
        found = work.meetings.open_of_caseworker(KAREN.caseworker_id)
        assert found is not None
        assert found.citizen_id == citizen(2).citizen_id


def test_marks_notes_and_what_was_shown(anna: ports.Store) -> None:
    identity = meeting(ANNA).meeting_id
    marks = [
        Mark(number, status, origin)
        for number, (status, origin) in enumerate(((status, origin) for status in Status for origin in Origin), start=1)
    ]
    shown = [
        ShownSuggestion("R7", 1, (14, 1, 17), chosen=True),
        ShownSuggestion("R2", 2, (), chosen=False),
        ShownSuggestion("R9", 3, (21,), chosen=False),
    ]
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA))
        assert (work.meetings.marks(identity), work.meetings.shown(identity)) == ([], [])
        assert work.meetings.notes(identity) == frozenset()
        work.meetings.set_marks(identity, [*reversed(marks), marks[0]])
        work.meetings.set_notes(identity, ["talks", "referral", "talks"])
        work.meetings.set_shown(identity, shown)
        assert work.meetings.marks(identity) == marks
        assert work.meetings.notes(identity) == {"talks", "referral"}
        assert work.meetings.shown(identity) == shown
        work.meetings.set_marks(identity, marks[:1])
        work.meetings.set_notes(identity, [])
        work.meetings.set_shown(identity, shown[2:])
    with anna.reading() as work:
        assert work.meetings.marks(identity) == marks[:1]
        assert work.meetings.notes(identity) == frozenset()
        assert work.meetings.shown(identity) == shown[2:]


@pytest.mark.parametrize(
    "wanted",
    [
        AGREEMENT,
        Agreement(),
        Agreement(next_meeting=AGREEMENT.next_meeting),
        Agreement(goals=("Først", "så", "til sidst")),
        Agreement(tasks=tuple(Task(who, f"{who} {how}", TODAY, how) for who in Who for how in (None, *How))),
    ],
)
def test_an_agreement(wanted: Agreement, anna: ports.Store) -> None:
    identity = meeting(ANNA).meeting_id
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA))
        assert work.meetings.agreement(identity) == Agreement()
        work.meetings.set_agreement(identity, AGREEMENT)
        work.meetings.set_agreement(identity, wanted)
    with anna.reading() as work:
        assert work.meetings.agreement(identity) == wanted


def test_how_it_went_with_a_promise(anna: ports.Store) -> None:
    identity = meeting(ANNA).meeting_id
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA))
        work.meetings.set_agreement(identity, AGREEMENT)
        work.meetings.set_how(identity, 0, How.DONE)
        work.meetings.set_how(identity, 1, None)
        assert [task.how for task in work.meetings.agreement(identity).tasks] == [How.DONE, None]


def test_the_last_agreement_is_the_newest_that_says_something(anna: ports.Store) -> None:
    with anna.writing() as work:
        for number in (1, 2, 3):
            work.meetings.add(meeting(ANNA, number, State.CLOSED))
            work.meetings.set_agreement(meeting(ANNA, number).meeting_id, Agreement(goals=(f"Mål {number}",)))
        work.meetings.add(meeting(ANNA, 4))
        work.meetings.set_agreement(meeting(ANNA, 3).meeting_id, Agreement(next_meeting=AGREEMENT.next_meeting))
        last = work.meetings.last_agreement(ANNA.citizen_id, 4)
        assert last == (meeting(ANNA, 2).meeting_id, Agreement(goals=("Mål 2",)))
        work.meetings.save(replace(meeting(ANNA, 2, State.VOIDED), void_reason=VoidReason.TEST))
        last = work.meetings.last_agreement(ANNA.citizen_id, 4)
        assert last == (meeting(ANNA, 1).meeting_id, Agreement(goals=("Mål 1",)))
        assert work.meetings.last_agreement(ANNA.citizen_id, 1) is None


def test_a_reflection_is_kept_for_her_and_tells_the_outbox_nothing(anna: ports.Store) -> None:
    identity = meeting(ANNA).meeting_id
    with anna.writing() as work:
        work.meetings.add(meeting(ANNA, state=State.CLOSED))
        head = work.outbox.head()
        work.meetings.set_reflection(identity, Reflection("En praktik tæt på", ""))
        work.meetings.set_reflection(identity, Reflection("En praktik", "Bo"))
        assert work.meetings.reflections(ANNA.citizen_id) == {identity: Reflection("En praktik", "Bo")}
        assert (work.outbox.head(), work.meetings.get(identity).revision) == (head, 1)
        work.meetings.set_reflection(identity, Reflection())
        assert work.meetings.reflections(ANNA.citizen_id) == {}


def test_her_name_and_direct_number_can_be_changed(anna: ports.Store) -> None:
    changed = replace(KAREN, phone="87 65 43 21")
    with anna.writing() as work:
        work.people.change(changed)
        assert work.people.caseworker(KAREN.caseworker_id) == changed
        with pytest.raises(KeyError):
            work.people.change(replace(KAREN, caseworker_id=CaseworkerId("nobody")))


STANDING = Standing(ANNA.citizen_id, 3, TODAY, 4, 5, 0, frozenset({Kind.JOB, Kind.HEALTH}), "Ringer til bageren")


@pytest.mark.parametrize(
    "standing",
    [
        STANDING,
        replace(STANDING, kinds=None),
        replace(STANDING, still_for=2),
        replace(STANDING, kinds=frozenset(), agreed=""),
    ]
    + [replace(STANDING, kinds=frozenset({kind})) for kind in Kind],
)
def test_a_row_of_the_caseload(standing: Standing, anna: ports.Store) -> None:
    change = CaseworkerChange(TODAY, BO.caseworker_id, KAREN.caseworker_id, ChangeReason.LEAVE, "Hej")
    with anna.writing() as work:
        work.citizens.add(replace(citizen(2), name="Aksel"))
        work.citizens.add(citizen(3, BO))
        work.citizens.change_caseworker(ANNA.citizen_id, replace(change, reason=ChangeReason.OTHER))
        work.citizens.change_caseworker(ANNA.citizen_id, change)
        work.meetings.add(meeting(ANNA, 2, State.CLOSED))
        work.meetings.add(meeting(ANNA, 3, State.PAUSED))
        work.citizens.set_standing(STANDING)
        work.citizens.set_standing(standing)
    with anna.reading() as work:
        assert work.citizens.caseload(KAREN.caseworker_id) == [
            CaseloadRow(work.citizens.get(citizen(2).citizen_id), None, None, None),
            CaseloadRow(
                replace(ANNA, revision=3),
                standing,
                OpenMeeting(ANNA.citizen_id, 3, State.PAUSED, TODAY),
                change,
            ),
        ]
        assert [row.citizen for row in work.citizens.caseload(BO.caseworker_id)] == [citizen(3, BO)]
    with anna.writing() as work:
        work.citizens.clear_standing(ANNA.citizen_id)
        assert work.citizens.caseload(KAREN.caseworker_id)[1].standing is None
