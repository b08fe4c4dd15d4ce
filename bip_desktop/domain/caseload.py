# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload: where each citizen stands, who is due, and what is worth talking about."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.citizen import CaseworkerChange, Citizen
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.intervention import Kind, Pattern, pattern
from bip_desktop.domain.meeting import State
from bip_desktop.domain.progression import Progression

RHYTHM_DAYS = 90
"""BIP's rhythm, about every third month: a reminder that can be set, never a block."""
SHORTEST_RHYTHM, LONGEST_RHYTHM = 14, 366
STILL_FROM = 2
"""So many measurements in a row without a move,"""
LOWER_FROM = 2
"""or so many themes lower: then a course is worth a fresh look (experience.md)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the caseload shows of the citizen's newest closed measurement. Counts, no curve, no total."""

    citizen_id: CitizenId
    number: int
    on: date
    higher: int
    same: int
    lower: int
    kinds: frozenset[Kind] | None
    agreed: str = ""
    """The first thing promised, in the words of the agreement."""
    still_for: int = 0
    """How many of the newest measurements in a row brought no move in any theme."""

    @property
    def stands_still(self) -> bool:
        """Whether nothing has moved for so long that the course is worth a fresh look."""
        return self.still_for >= STILL_FROM

    @property
    def goes_down(self) -> bool:
        """Whether two or more themes are lower, and more of them than are higher."""
        return self.lower >= LOWER_FROM and self.lower > self.higher


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """A meeting that has begun and not ended."""

    citizen_id: CitizenId
    number: int
    state: State
    held_on: date


class Topic(StrEnum):
    """What is worth talking about: one thing, the most useful first."""

    HANDOVER = "handover"
    FIRST_MEETING = "first_meeting"
    NOTHING_UNDER_WAY = "nothing_under_way"
    FRESH_LOOK = "fresh_look"
    AGREEMENT = "agreement"
    ONE_KIND = "one_kind"
    WITHOUT_JOB = "without_job"
    NONE = "none"


class Due(StrEnum):
    """Whether a measurement is due."""

    TODAY = "today"
    CONTINUE = "continue"
    OVERDUE = "overdue"
    LATER = "later"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One citizen in the caseload."""

    citizen: Citizen
    standing: Standing | None
    open_meeting: OpenMeeting | None
    last_change: CaseworkerChange | None

    def due(self, today: date, rhythm_days: int = RHYTHM_DAYS) -> Due:
        """Whether this citizen has a meeting today, one to continue, or a measurement that is due."""
        if self.citizen.course_end is not None:
            return Due.CLOSED
        planned = self.citizen.next_meeting
        if self.open_meeting is not None and self.open_meeting.state is not State.PREPARED:
            return Due.CONTINUE
        if planned is not None and planned.date() == today:
            return Due.TODAY
        if self.standing is None:
            return Due.LATER if planned is not None and planned.date() > today else Due.OVERDUE
        if self.missed(today):
            return Due.OVERDUE
        since = today - self.standing.on
        # A measurement of a day to come was dated by a wrong clock: nobody is forgotten for it.
        return Due.LATER if timedelta(0) <= since <= timedelta(days=rhythm_days) else Due.OVERDUE

    def missed(self, today: date) -> bool:
        """Whether a meeting was agreed on for an earlier day, and has not been held."""
        planned = self.citizen.next_meeting
        return planned is not None and planned.date() < today

    @property
    def topic(self) -> Topic:
        """What is worth talking about at the next meeting."""
        if self.has_new_caseworker:
            return Topic.HANDOVER
        if self.standing is None:
            return Topic.FIRST_MEETING
        now = pattern(self.standing.kinds)
        if now is Pattern.NONE:
            return Topic.NOTHING_UNDER_WAY
        if self.standing.stands_still or self.standing.goes_down:
            return Topic.FRESH_LOOK
        if self.standing.agreed:
            return Topic.AGREEMENT
        if now in (Pattern.SINGLE_OTHER, Pattern.JOB_ALONE):
            return Topic.ONE_KIND
        return Topic.WITHOUT_JOB if now is Pattern.COMBINED else Topic.NONE

    @property
    def has_new_caseworker(self) -> bool:
        """Whether the caseworker has changed since the newest measurement."""
        change = self.last_change
        return change is not None and (self.standing is None or change.on >= self.standing.on)


def standing(
    citizen_id: CitizenId, moved: Progression, kinds: frozenset[Kind] | None, agreement: Agreement
) -> Standing:
    """Where a citizen stands after the newest measurement of `moved`."""
    promised = next((task.what for task in agreement.tasks), None) or next(iter(agreement.goals), "")
    return Standing(
        citizen_id=citizen_id,
        number=moved.numbers[-1],
        on=moved.dates[-1],
        higher=len(moved.higher),
        same=len(moved.same),
        lower=len(moved.lower),
        kinds=kinds,
        agreed=promised,
        still_for=moved.still_for,
    )
