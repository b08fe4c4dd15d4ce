# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Kinds of intervention and how they are combined (source 001, Tabel A1; 004)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The four groups that the activities 1 to 21 belong to."""

    JOB = "job"
    UPSKILLING = "upskilling"
    SOCIAL = "social"
    HEALTH = "health"


class Pattern(StrEnum):
    """How the interventions of one measurement go together."""

    UNKNOWN = "unknown"
    NONE = "none"
    JOB_ALONE = "job_alone"
    SINGLE_OTHER = "single_other"
    COMBINED = "combined"
    COMBINED_WITH_JOB = "combined_with_job"


class Status(StrEnum):
    """What an activity was at a meeting (interventions.csv)."""

    ONGOING = "ongoing"
    AGREED = "agreed"
    SHOWN = "shown"
    DROPPED = "dropped"


class Origin(StrEnum):
    """Whether an activity came from a suggestion or from the two people themselves."""

    SUGGESTED = "suggested"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Mark:
    """One activity at one meeting, with what became of it."""

    activity: int
    status: Status
    origin: Origin


def pattern(kinds: Iterable[Kind] | None) -> Pattern:
    """The pattern that `kinds` make; None where the activities are not known."""
    if kinds is None:
        return Pattern.UNKNOWN
    found = frozenset(kinds)
    if not found:
        return Pattern.NONE
    if len(found) == 1:
        return Pattern.JOB_ALONE if Kind.JOB in found else Pattern.SINGLE_OTHER
    return Pattern.COMBINED_WITH_JOB if Kind.JOB in found else Pattern.COMBINED
