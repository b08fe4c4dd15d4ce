# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload: who is due, new citizens, and the course of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bip_desktop.domain.caseload import LONGEST_RHYTHM, RHYTHM_DAYS, SHORTEST_RHYTHM, CaseloadRow, Due
from bip_desktop.domain.caseload_choice import Choice, chosen
from bip_desktop.domain.citizen import Benefit, CaseworkerChange, Citizen, CourseEnd, Outcome
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, ResearchId, new_id
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.names import cleaned
from bip_desktop.services.agreeing import change_phone
from bip_desktop.services.ports import Now, UnitOfWork, Unlocked

_RHYTHM = "rhythm_days"


@dataclass(frozen=True, slots=True)
class NewCitizen:
    """What the form for a new citizen asks for."""

    name: str
    cpr: str
    case_number: str = ""
    benefit: Benefit = Benefit.UNKNOWN


def made_from(wish: NewCitizen, caseworker_id: CaseworkerId, today: date) -> Citizen:
    """The citizen of that caseworker, not stored yet. Raises `BipError`: NAME_EMPTY, CPR_FORM, CPR_DATE, CPR_FUTURE."""
    name = cleaned(wish.name)
    if not name:
        raise BipError(Code.NAME_EMPTY)
    return Citizen(
        citizen_id=CitizenId(new_id()),
        research_id=ResearchId(new_id()),
        cpr=Cpr.parse(wish.cpr, today),
        name=name,
        caseworker_id=caseworker_id,
        case_number=wish.case_number.strip(),
        benefit=wish.benefit,
    )


@dataclass(frozen=True, slots=True)
class CaseloadView:
    """The caseload as it was read, in the order to work through it."""

    rows: tuple[CaseloadRow, ...]
    today: int
    due: int


class Caseload:
    """The citizens of the caseworker who has unlocked."""

    def __init__(self, unlocked: Unlocked, now: Now) -> None:
        self._unlocked = unlocked
        self._now = now
        self._rhythm = RHYTHM_DAYS
        self.choice = Choice()
        """What she last chose to look at; it lasts until she locks."""

    def rhythm(self) -> int:
        """After how many days without a measurement the jobcentre wants to be reminded."""
        with self._unlocked.store.reading() as work:
            return read_rhythm(work)

    def set_rhythm(self, days: int) -> None:
        """Sets the rhythm of the reminders. Raises `BipError` RHYTHM_RANGE."""
        if not SHORTEST_RHYTHM <= days <= LONGEST_RHYTHM:
            raise BipError(Code.RHYTHM_RANGE, least=SHORTEST_RHYTHM, most=LONGEST_RHYTHM)
        with self._unlocked.store.writing() as work:
            work.people.set_setting(_RHYTHM, str(days))
        self._rhythm = days

    def phone(self) -> str:
        """The caseworker's own direct number, empty where it is not known."""
        with self._unlocked.store.reading() as work:
            return work.people.caseworker(self._unlocked.caseworker.caseworker_id).phone

    def set_phone(self, phone: str) -> None:
        """Remembers it for the agreements to come."""
        with self._unlocked.store.writing() as work:
            change_phone(work, self._unlocked.caseworker.caseworker_id, phone)

    def view(self) -> CaseloadView:
        """All rows, as they are now."""
        today = self._now().date()
        with self._unlocked.store.reading() as work:
            rows = work.citizens.caseload(self._unlocked.caseworker.caseworker_id)
            self._rhythm = read_rhythm(work)
        due = {row.citizen.citizen_id: row.due(today, self._rhythm) for row in rows}
        found = list(due.values())
        return CaseloadView(
            rows=chosen(rows, lambda row: due[row.citizen.citizen_id], Choice()),
            today=found.count(Due.TODAY) + found.count(Due.CONTINUE),
            due=found.count(Due.OVERDUE),
        )

    def due(self, row: CaseloadRow) -> Due:
        """Whether the row's citizen is due now, by the rhythm as `view` or `row` found it."""
        return row.due(self._now().date(), self._rhythm)

    def add(self, wish: NewCitizen) -> Citizen:
        """Adds a citizen. Raises `BipError`: NAME_EMPTY, CPR_FORM, CPR_DATE, CPR_FUTURE, CPR_KNOWN."""
        citizen = made_from(wish, self._unlocked.caseworker.caseworker_id, self._now().date())
        with self._unlocked.store.writing() as work:
            if work.citizens.has_cpr(citizen.cpr):
                raise BipError(Code.CPR_KNOWN)
            work.citizens.add(citizen)
        return citizen

    def citizen(self, citizen_id: CitizenId) -> Citizen:
        """One citizen."""
        with self._unlocked.store.reading() as work:
            return work.citizens.get(citizen_id)

    def row(self, citizen_id: CitizenId) -> CaseloadRow:
        """One citizen as in the caseload."""
        with self._unlocked.store.reading() as work:
            self._rhythm = read_rhythm(work)
            return work.citizens.row(citizen_id)

    def meetings(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """The citizen's meetings, oldest first, voided ones aside."""
        with self._unlocked.store.reading() as work:
            return work.meetings.of(citizen_id)

    def changes(self, citizen_id: CitizenId) -> Sequence[tuple[CaseworkerChange, str]]:
        """The changes of caseworker, oldest first, with the name of the one before."""
        with self._unlocked.store.reading() as work:
            return [
                (change, work.people.caseworker(change.before).name) for change in work.citizens.changes(citizen_id)
            ]

    def close_course(self, citizen_id: CitizenId, outcome: Outcome, on: date) -> Citizen:
        """Ends the course in the week of `on`. Raises `BipError` MEETING_OPEN while a meeting is under way."""
        year, week, _ = on.isocalendar()
        with self._unlocked.store.writing() as work:
            if work.meetings.open_of(citizen_id) is not None:
                raise BipError(Code.MEETING_OPEN)
            citizen = work.citizens.get(citizen_id)
            end = CourseEnd(outcome, f"{year}-W{week:02d}", self._now().date())
            work.citizens.plan(citizen_id, None)
            return work.citizens.change(replace(citizen, course_end=end, next_meeting=None))

    def reopen_course(self, citizen_id: CitizenId) -> Citizen:
        """Begins a closed course again."""
        with self._unlocked.store.writing() as work:
            return work.citizens.change(replace(work.citizens.get(citizen_id), course_end=None))


def read_rhythm(work: UnitOfWork) -> int:
    """The jobcentre's rhythm of measurements, in days."""
    set_to = work.people.setting(_RHYTHM)
    return RHYTHM_DAYS if set_to is None else int(set_to)
