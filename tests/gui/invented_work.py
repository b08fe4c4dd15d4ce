# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Invented people and the meetings they hold, by way of the real services. CPR numbers are replacement numbers
(day + 60), so that no real one can occur."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.citizen import Caseworker, Citizen, Research
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Amount, Step, Ticks, Unit, Value
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import Installation

KAREN = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000001"), "Karen Opdigtet", "12 34 56 78")
BO = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000002"), "Bo Opdigtet")
INSTALLATION = Installation("a1b2c3", "nordby", "Jobcenter Nordby", bytes(range(32)))
PASSPHRASE = "fire små heste løber"
PIN = "2468"
NOW = datetime.fromisoformat("2026-11-21T09:30")


class Calendar:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def add_citizen(
    desk: Desk, name: str = "Henrik Opdigtet", born: str = "010180", case_number: str = "S-1001"
) -> Citizen:
    """An invented citizen of Karen's, born on `born` (DDMMYY); her or his number is a replacement number."""
    cpr = f"{int(born[:2]) + 60}{born[2:]}{sum(name.encode()) % 4000:04d}"
    return desk.caseload.add(NewCitizen(name, cpr, case_number))


def citizen_answers(steps: str = "443244344") -> dict[str, Value]:
    """B1 to B9 as one digit each, with B10 and B11."""
    return {
        **{f"B{number}": Step(int(step)) for number, step in enumerate(steps, start=1)},
        "B10": Ticks(frozenset({2, 4})),
        "B11": Amount(140_00, Unit.HOUR_BEFORE_TAX),
    }


def caseworker_answers(activities: frozenset[int] = frozenset({13, 9}), steps: str = "33433443443") -> dict[str, Value]:
    """S1, and S2 to S12 as one digit each."""
    return {
        "S1": Ticks(activities),
        **{f"S{number}": Step(int(step)) for number, step in enumerate(steps, start=2)},
    }


def answer_all(under_way: MeetingUnderWay, answers: Mapping[str, Value]) -> None:
    """Answers item by item, as people do."""
    for code, value in answers.items():
        under_way.answer(code, value)


@dataclass(frozen=True, slots=True)
class Held:
    """What is said at one meeting."""

    citizen: Mapping[str, Value]
    caseworker: Mapping[str, Value]
    agreement: Agreement = field(default_factory=Agreement)


def hold_meeting(desk: Desk, calendar: Calendar, citizen_id: CitizenId, on: date, held: Held) -> Meeting:
    """A whole meeting on `on`, from the start to its close. The calendar is put back afterwards."""
    before = calendar.now
    calendar.now = datetime.combine(on, before.time())
    under_way = desk.measuring.start(citizen_id)
    answer_all(under_way, held.citizen)
    under_way.citizen_done()
    under_way.set_research(Research.YES)
    under_way.caseworker_begins()
    answer_all(under_way, held.caseworker)
    under_way.reveal()
    desk.agreeing.set_agreement(under_way.meeting, held.agreement)
    closed = desk.agreeing.close(under_way.meeting)
    calendar.now = before
    return closed


def plan(desk: Desk, citizen_id: CitizenId, moment: datetime | None) -> None:
    """Puts the next meeting into the calendar."""
    with desk.unlocked.store.writing() as work:
        work.citizens.plan(citizen_id, moment)


def weeks_before(now: datetime, weeks: int) -> date:
    """A day so many weeks ago."""
    return now.date() - timedelta(weeks=weeks)


def meeting_of(desk: Desk, meeting_id: MeetingId) -> Meeting:
    """The meeting as it is on the disk."""
    with desk.unlocked.store.reading() as work:
        return work.meetings.get(meeting_id)
