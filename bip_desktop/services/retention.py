# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How long the jobcentre keeps what it has. The program lists what is due; a person confirms it, and nothing is ever
erased by itself. Without a deadline of the jobcentre's own nothing is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bip_desktop.domain.audit import Event, Happened, cut_off
from bip_desktop.domain.citizen_rights import Ground, RightKind
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.citizen_rights import begun
from bip_desktop.services.ports import Now, UnitOfWork

COURSES, LOG = "retention.courses", "retention.log"
"""Settings: years."""
LEAST, MOST = 1, 50


@dataclass(frozen=True, slots=True)
class DueCourse:
    """A closed course whose deadline has passed."""

    citizen_id: CitizenId
    case_number: str
    closed_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """The deadlines and what they say today."""

    course_years: int | None
    log_years: int | None
    courses: tuple[DueCourse, ...]
    """Without those whose erasure is under way."""
    log_before: date | None
    """The log has something from before this day; None where it has not, or there is no deadline."""


class Retention:
    """The administrator's deadlines."""

    def __init__(self, access: Access, now: Now) -> None:
        self._access = access
        self._now = now

    def due(self) -> Due:
        """What is due today. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.ADMINISTER) as act:
            act.log(Event(Happened.LISTED, detail="retention"))
            return self._due(act.work)

    def set_years(self, courses: int | None, log: int | None) -> None:
        """The jobcentre's deadlines; None is no deadline. Raises `BipError`: RIGHT_REFUSED, YEARS."""
        for years in (courses, log):
            self.check_years(years)
        with self._access.acting(Action.ADMINISTER) as act:
            for key, years in ((COURSES, courses), (LOG, log)):
                act.work.people.set_setting(key, "" if years is None else str(years))
            act.log(Event(Happened.SETTINGS, detail=f"retention courses={courses} log={log}"))

    @staticmethod
    def check_years(years: int | None) -> None:
        """Raises `BipError` YEARS where it is no deadline."""
        if years is not None and not LEAST <= years <= MOST:
            raise BipError(Code.YEARS, least=LEAST, most=MOST)

    def confirm_courses(self, citizen_ids: Sequence[CitizenId]) -> None:
        """Prepares the erasure of these: a team leader approves it, somebody else carries it out. Raises `BipError`:
        RIGHT_REFUSED, RIGHT_STEP where one of them is not due."""
        with self._access.acting(Action.ADMINISTER) as act:
            due = {each.citizen_id for each in self._due(act.work).courses}
            for citizen_id in citizen_ids:
                if citizen_id not in due:
                    raise BipError(Code.RIGHT_STEP)
                begun(act.work, self._access, self._now, citizen_id, RightKind.ERASURE, Ground.DEADLINE, act.events)

    def confirm_log(self, before: date) -> None:
        """Deletes the log's part from before the day that was shown. Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP where
        that is not due."""
        with self._access.acting(Action.ADMINISTER) as act:
            due = self._due(act.work).log_before
            if due is None or before > due:
                raise BipError(Code.RIGHT_STEP)
            head = act.work.audit.cut(datetime.combine(before, time()))
            if head is None:
                raise BipError(Code.RIGHT_STEP)
            act.log(cut_off(head))

    def _due(self, work: UnitOfWork) -> Due:
        today = self._now().date()
        courses, log = _years(work, COURSES), _years(work, LOG)
        erasing = {
            each.citizen_id for each in work.rights.cases() if each.kind is RightKind.ERASURE and each.done_by is None
        }
        ended = () if courses is None else work.rights.ended_before(_years_before(today, courses))
        before = None if log is None else _years_before(today, log)
        first = next(iter(work.audit.chain()), None)
        return Due(
            courses,
            log,
            tuple(
                DueCourse(citizen_id, work.citizens.get(citizen_id).case_number, on)
                for citizen_id, on in ended
                if citizen_id not in erasing
            ),
            before if before is not None and first is not None and first.at.date() < before else None,
        )


def _years(work: UnitOfWork, key: str) -> int | None:
    text = work.people.setting(key)
    return int(text) if text else None


def _years_before(day: date, years: int) -> date:
    """The same day so many years ago; of 29 February the day before."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
