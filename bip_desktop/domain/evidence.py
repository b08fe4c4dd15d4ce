# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the research centre has measured in groups of citizens, and sends back. Never anything of a single citizen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bip_desktop.domain.questionnaire import Text

LEAST_CITIZENS = 5
"""No group is told of with fewer."""
THEMES = tuple(f"B{number}" for number in range(1, 10))
"""The citizen's own themes on a scale: what moves."""


class Group(StrEnum):
    """How the activities between two measurements went together. `COMBINED` holds `COMBINED_WITH_JOB`."""

    NONE = "none"
    SINGLE = "single"
    COMBINED = "combined"
    COMBINED_WITH_JOB = "combined_with_job"


class Measure(StrEnum):
    """What was measured."""

    MEAN_CHANGE = "mean_change"
    """The mean change of one theme from a measurement to the next, in steps of its scale."""


@dataclass(frozen=True, slots=True)
class Result:
    """One cell: a measure of one theme in one group."""

    measure: Measure
    group: Group
    item: str
    """One of `THEMES`."""
    citizens: int
    """Different citizens in the cell, at least `LEAST_CITIZENS`."""
    answers: int
    """Changes that the estimate rests on."""
    estimate: Decimal
    low: Decimal | None = None
    """The 95 % interval; both ends or none."""
    high: Decimal | None = None
    adjusted: bool = False
    """Whether the groups were made comparable before they were measured."""

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What a file has once."""
        return (self.measure.value, self.group.value, self.item, self.adjusted)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One release of group results."""

    release: int
    """From 1; a higher one replaces a lower."""
    previous: str
    """The SHA-256 of the release before as a file, 64 zeros for the first."""
    published_on: date
    data_upto: str
    """The last ISO week that was measured in, such as `2026-W40`."""
    source: str
    """Who has measured, as it is said to people."""
    rules_id: str
    """The rule table whose measured parts these are."""
    citizens: int
    """Different citizens in all."""
    jobcentres: int
    results: tuple[Result, ...]
    suppressed: int = 0
    """Cells left out because they, or what could be reckoned from them, held too few citizens."""
    note: Text | None = None
    """What a reader has to know."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a release says of one theme: the best result of each group."""

    item: str
    groups: Mapping[Group, Result]


def measured(evidence: Evidence, item: str) -> Measured | None:
    """What is known of `item`, an adjusted result before a raw one; None where all of it was too small to be told."""
    groups: dict[Group, Result] = {}
    for result in sorted(evidence.results, key=lambda each: each.adjusted):
        if result.item == item and result.measure is Measure.MEAN_CHANGE:
            groups[result.group] = result
    return Measured(item, groups) if groups else None
