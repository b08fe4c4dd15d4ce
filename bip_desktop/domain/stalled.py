# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""When it is worth stopping at a course: facts of its history, for the caseworker's own eyes.

Each is a prompt to think, never a verdict on a person. Nothing of it is stored, added up or sent.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bip_desktop.domain.caseload import RHYTHM_DAYS, CaseloadRow
from bip_desktop.domain.intervention import Pattern, pattern


class Sign(StrEnum):
    """What can make a course worth stopping at (experience.md)."""

    STILL = "still"
    LOWER = "lower"
    NO_ACTIVITY = "no_activity"
    MISSED = "missed"
    OVERDUE = "overdue"
    NEW_CASEWORKER = "new_caseworker"


class Check(StrEnum):
    """The short checklist: what to think of then."""

    RELATION = "relation"
    HOPE = "hope"
    HEALTH = "health"
    FIT = "fit"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact: `count` is the measurements without a move, the themes that are lower, or the days gone by."""

    sign: Sign
    count: int = 0


def stalled(row: CaseloadRow, today: date, rhythm_days: int = RHYTHM_DAYS) -> tuple[Reason, ...]:
    """Why it may be worth stopping at this course now; empty where nothing speaks for it, or before there is anything
    to look at."""
    standing = row.standing
    if standing is None or row.citizen.course_end is not None:
        return ()
    found: list[Reason] = []
    if standing.stands_still:
        found.append(Reason(Sign.STILL, standing.still_for))
    if standing.goes_down:
        found.append(Reason(Sign.LOWER, standing.lower))
    if pattern(standing.kinds) is Pattern.NONE:
        found.append(Reason(Sign.NO_ACTIVITY))
    if row.missed(today):
        found.append(Reason(Sign.MISSED))
    days = (today - standing.on).days
    if days > rhythm_days:
        found.append(Reason(Sign.OVERDUE, days))
    if row.has_new_caseworker:
        found.append(Reason(Sign.NEW_CASEWORKER))
    return tuple(found)
