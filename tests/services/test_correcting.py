# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A closed meeting that does not count, taken back or not; and the choice about research outside a meeting."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bip_desktop.domain.caseload import Standing
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import State, VoidReason
from bip_desktop.services.correcting import Correcting
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from tests.exchange.submission_cases import INSTALLATION, KAREN, Jobcentre, citizen, meeting
from tests.exchange.submission_reading import Opened, merged, opened
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    meeting_of,
    weeks_before,
)


@pytest.fixture
def jobcentre(tmp_path: Path) -> Iterator[Jobcentre]:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        yield jobcentre


@pytest.fixture
def correcting(jobcentre: Jobcentre) -> Correcting:
    return Correcting(Unlocked(jobcentre.store, INSTALLATION, KAREN), jobcentre.instruments)


def _sent(jobcentre: Jobcentre, *, full: bool = False) -> Opened:
    sent = jobcentre.submitting().export(jobcentre.folder, full=full)
    return opened(jobcentre.folder / sent.file_name, jobcentre.centre)


def _standing(desk: Desk, citizen_id: CitizenId) -> Standing | None:
    with desk.unlocked.store.reading() as work:
        return work.citizens.row(citizen_id).standing


@pytest.fixture
def measured(desk: Desk, calendar: Calendar) -> tuple[Citizen, list[MeetingId]]:
    """Three measurements, each higher than the one before."""
    henrik = add_citizen(desk)
    meetings = [
        hold_meeting(
            desk,
            calendar,
            henrik.citizen_id,
            weeks_before(NOW, weeks),
            Held(citizen_answers(steps), caseworker_answers()),
        ).meeting_id
        for weeks, steps in ((40, "222222222"), (26, "333222222"), (11, "333333222"))
    ]
    return henrik, meetings


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_caseload_forgets_a_meeting_that_does_not_count_and_finds_it_again(
    desk: Desk, measured: tuple[Citizen, list[MeetingId]], place: int
) -> None:
    henrik, meetings = measured
    before = _standing(desk, henrik.citizen_id)
    desk.correcting.void(meetings[place], VoidReason.TEST)
    found = _standing(desk, henrik.citizen_id)
    assert before is not None
    assert found is not None
    assert (before.number, before.higher) == (3, 3)
    assert (found.number, found.higher) == {0: (3, 3), 1: (3, 6), 2: (2, 3)}[place]
    assert len(desk.caseload.meetings(henrik.citizen_id)) == 2
    assert meeting_of(desk, meetings[place]).void_reason is VoidReason.TEST
    desk.correcting.restore(meetings[place])
    assert _standing(desk, henrik.citizen_id) == before
    assert len(desk.caseload.meetings(henrik.citizen_id)) == 3
    assert meeting_of(desk, meetings[place]).void_reason is None


def test_without_any_meeting_left_nothing_stands_in_the_caseload(desk: Desk, calendar: Calendar) -> None:
    henrik = add_citizen(desk)
    held = Held(citizen_answers(), caseworker_answers())
    only = hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 3), held)
    desk.correcting.void(only.meeting_id, VoidReason.WRONG_CITIZEN)
    assert _standing(desk, henrik.citizen_id) is None


def test_an_open_meeting_is_not_voided_here(desk: Desk) -> None:
    under_way = desk.measuring.start(add_citizen(desk).citizen_id)
    with pytest.raises(BipError) as caught:
        desk.correcting.void(under_way.meeting.meeting_id, VoidReason.TEST)
    assert caught.value.code is Code.MEETING_EVENT
    assert meeting_of(desk, under_way.meeting.meeting_id).is_open


def test_what_was_voided_before_it_was_whole_does_not_become_a_closed_meeting(desk: Desk) -> None:
    under_way = desk.measuring.start(add_citizen(desk).citizen_id)
    under_way.void(VoidReason.TEST)
    with pytest.raises(BipError) as caught:
        desk.correcting.restore(under_way.meeting.meeting_id)
    assert caught.value.code is Code.MEETING_EVENT


def test_a_number_taken_by_another_meeting_is_not_taken_back(
    desk: Desk, calendar: Calendar, measured: tuple[Citizen, list[MeetingId]]
) -> None:
    henrik, meetings = measured
    desk.correcting.void(meetings[2], VoidReason.TEST)
    desk.measuring.start(henrik.citizen_id)
    with pytest.raises(BipError) as caught:
        desk.correcting.restore(meetings[2])
    assert caught.value.code is Code.MEETING_EVENT
    assert meeting_of(desk, meetings[2]).state is State.VOIDED


# -- what the research centre hears ------------------------------------------------------------------------------------


def test_voided_and_restored_before_the_next_submission_the_centre_has_what_it_would_have_had(
    jobcentre: Jobcentre, correcting: Correcting
) -> None:
    person = jobcentre.add(citizen())
    held = [jobcentre.hold(meeting(person, n, date(2026, n, 5))) for n in (1, 2, 3)]
    before = _sent(jobcentre)
    correcting.void(held[1].meeting_id, VoidReason.TEST)
    correcting.restore(held[1].meeting_id)
    after = _sent(jobcentre)
    full = _sent(jobcentre, full=True)
    assert after.rows("tombstones") == full.rows("tombstones") == []
    tables = merged([full])
    assert set(tables["meetings"]) == {(each.research_id,) for each in held}
    for order in ([before, after], [after, before], [full, after, before], [before, full]):
        for table in ("citizens", "meetings", "answers"):
            assert merged(order)[table] == tables[table], table


def test_once_its_voiding_has_been_sent_it_does_not_come_back(jobcentre: Jobcentre, correcting: Correcting) -> None:
    person = jobcentre.add(citizen())
    held = [jobcentre.hold(meeting(person, n, date(2026, n, 5))) for n in (1, 2)]
    before = _sent(jobcentre)
    correcting.void(held[1].meeting_id, VoidReason.WRONG_CITIZEN)
    package = _sent(jobcentre)
    assert package.rows("tombstones") == [{"kind": "meeting", "id": held[1].research_id, "reason": "correction"}]
    with pytest.raises(BipError) as caught:
        correcting.restore(held[1].meeting_id)
    assert caught.value.code is Code.MEETING_EVENT
    assert list(merged([package, before])["meetings"]) == [(held[0].research_id,)]


def test_restored_and_voided_again_it_is_taken_back(jobcentre: Jobcentre, correcting: Correcting) -> None:
    person = jobcentre.add(citizen())
    held = [jobcentre.hold(meeting(person, n, date(2026, n, 5))) for n in (1, 2)]
    before = _sent(jobcentre)
    correcting.void(held[0].meeting_id, VoidReason.TEST)
    correcting.restore(held[0].meeting_id)
    again = _sent(jobcentre)
    correcting.void(held[0].meeting_id, VoidReason.TEST)
    package = _sent(jobcentre)
    for order in ([before, again, package], [package, again, before]):
        assert list(merged(order)["meetings"]) == [(held[1].research_id,)]


# -- research ----------------------------------------------------------------------------------------------------------


def test_a_no_outside_a_meeting_is_a_withdrawal(jobcentre: Jobcentre, correcting: Correcting) -> None:
    person = jobcentre.add(citizen())
    held = jobcentre.hold(meeting(person))
    before = _sent(jobcentre)
    after = correcting.set_research(person.citizen_id, Research.NO)
    package = _sent(jobcentre)
    assert (after.research, after.research_id != person.research_id) == (Research.NO, True)
    assert package.rows("tombstones") == [{"kind": "citizen", "id": person.research_id, "reason": "withdrawal"}]
    assert not package.holds({held.research_id})
    assert not merged([before, package])["answers"]


def test_the_same_answer_again_changes_nothing(jobcentre: Jobcentre, correcting: Correcting) -> None:
    person = jobcentre.add(citizen())
    with jobcentre.store.reading() as work:
        head = work.outbox.head()
    assert correcting.set_research(person.citizen_id, Research.YES) == person
    with jobcentre.store.reading() as work:
        assert work.outbox.head() == head


def test_a_yes_after_a_no_is_a_yes(jobcentre: Jobcentre, correcting: Correcting) -> None:
    person = jobcentre.add(citizen(1, Research.NO))
    jobcentre.hold(meeting(person))
    correcting.set_research(person.citizen_id, Research.YES)
    assert len(_sent(jobcentre).rows("meetings")) == 1
