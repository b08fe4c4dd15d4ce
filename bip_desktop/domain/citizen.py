# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen and the course with the jobcentre."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.ids import CaseworkerId, CitizenId, ResearchId


class Benefit(IntEnum):
    """Codes of the submission; the names people read are configuration."""

    KONTANTHJAELP_MINDSTESATS = 1
    KONTANTHJAELP_GRUNDSATS = 2
    KONTANTHJAELP_FORHOEJET = 3
    UDDANNELSESHJAELP = 4
    RESSOURCEFORLOEB = 5
    OTHER = 6
    UNKNOWN = -99


class Research(StrEnum):
    """Whether the answers may be used for research; unasked counts as no."""

    UNASKED = "unasked"
    YES = "yes"
    NO = "no"


class Outcome(StrEnum):
    """How a course ended."""

    JOB = "job"
    EDUCATION = "education"
    MOVED = "moved"
    OTHER = "other"


class ChangeReason(IntEnum):
    """Why a citizen got another caseworker (meetings.csv change_reason)."""

    LEFT = 1
    LEAVE = 2
    VISITATION = 3
    BENEFIT = 4
    REORGANISATION = 5
    CITIZEN = 6
    OTHER = 7
    UNKNOWN = -99

    @property
    def avoidable(self) -> bool:
        """Whether source 000 counts it among the changes that could have been avoided."""
        return self in (ChangeReason.VISITATION, ChangeReason.BENEFIT, ChangeReason.REORGANISATION)


@dataclass(frozen=True, slots=True)
class CourseEnd:
    """A closed course: how it ended, in which ISO week, recorded on which day."""

    outcome: Outcome
    iso_week: str
    on: date


@dataclass(frozen=True, slots=True)
class CaseworkerChange:
    """One change of caseworker, with what the one before left behind."""

    on: date
    before: CaseworkerId
    after: CaseworkerId
    reason: ChangeReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citizen:
    """A citizen in this jobcentre's care."""

    citizen_id: CitizenId
    research_id: ResearchId
    cpr: Cpr
    name: str
    caseworker_id: CaseworkerId
    case_number: str = ""
    benefit: Benefit = Benefit.UNKNOWN
    research: Research = Research.UNASKED
    language: str = "da"
    next_meeting: datetime | None = None
    course_end: CourseEnd | None = None
    revision: int = 1

    @property
    def first_name(self) -> str:
        """How the pages address the citizen."""
        return self.name.split()[0] if self.name.split() else self.name


@dataclass(frozen=True, slots=True)
class Caseworker:
    """A caseworker, with the direct number that goes on the agreement."""

    caseworker_id: CaseworkerId
    name: str
    phone: str = ""

    @property
    def first_name(self) -> str:
        """How the pages name her."""
        return self.name.split()[0] if self.name.split() else self.name
