# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the two people agreed on: goals in the citizen's own words, and who does what by when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bip_desktop.domain.errors import BipError, Code

MOST_GOALS = 3


class Who(StrEnum):
    """Who has promised something."""

    CITIZEN = "citizen"
    CASEWORKER = "caseworker"
    OTHER = "other"


class How(StrEnum):
    """How it went with a promise, asked at the next meeting."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what, by when; and, at the next meeting, how it went."""

    who: Who
    what: str
    by: date | None = None
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of one meeting. It is not a decision in the legal sense, and says so in print."""

    goals: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    next_meeting: datetime | None = None

    def __post_init__(self) -> None:
        if len(self.goals) > MOST_GOALS:
            raise BipError(Code.GOALS_MANY, most=MOST_GOALS)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was agreed."""
        return not self.goals and not self.tasks
