# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which citizens of a caseload to look at, and in which order. Every way of choosing is a fact, none is a ranking."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.domain.intervention import Pattern, pattern
from bip_desktop.domain.names import alphabetical

_ORDER = {Due.TODAY: 0, Due.CONTINUE: 0, Due.OVERDUE: 1, Due.LATER: 2, Due.CLOSED: 3}
_PATTERNS = {
    Pattern.NONE: "nothing",
    Pattern.JOB_ALONE: "one_kind",
    Pattern.SINGLE_OTHER: "one_kind",
    Pattern.COMBINED: "combined",
    Pattern.COMBINED_WITH_JOB: "combined",
}


class Group(StrEnum):
    """What the citizens to look at have in common: each is something to talk about."""

    ALL = "all"
    TODAY = "today"
    OVERDUE = "overdue"
    FRESH_LOOK = "fresh_look"
    NOTHING = "nothing"
    ONE_KIND = "one_kind"
    COMBINED = "combined"
    NEW_CASEWORKER = "new_caseworker"
    NOT_MEASURED = "not_measured"
    CLOSED = "closed"


class Order(StrEnum):
    """What comes first. Closed courses are last in each."""

    NEXT_UP = "next_up"
    NAME = "name"
    LONGEST_AGO = "longest_ago"


@dataclass(frozen=True, slots=True)
class Choice:
    """What she has chosen to look at; `search` is part of a name or a case number."""

    group: Group = Group.ALL
    order: Order = Order.NEXT_UP
    search: str = ""

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out."""
        return self.group is Group.ALL and not self.search.strip()


def chosen(rows: Iterable[CaseloadRow], due: Callable[[CaseloadRow], Due], choice: Choice) -> tuple[CaseloadRow, ...]:
    """The rows of `choice`, in its order."""
    wanted = choice.search.strip().casefold()
    found = [
        (row, when)
        for row in rows
        if not wanted or wanted in row.citizen.name.casefold() or wanted in row.citizen.case_number.casefold()
        for when in (due(row),)
        if belongs(row, when, choice.group)
    ]
    return tuple(row for row, _ in sorted(found, key=lambda each: _place(each[0], each[1], choice.order)))


def belongs(row: CaseloadRow, due: Due, group: Group) -> bool:
    """Whether a citizen is one of `group`. A closed course is only in its own."""
    if group is Group.ALL:
        return True
    if due is Due.CLOSED:
        return group is Group.CLOSED
    standing = row.standing
    match group:
        case Group.TODAY:
            return due in (Due.TODAY, Due.CONTINUE)
        case Group.OVERDUE:
            return due is Due.OVERDUE
        case Group.NEW_CASEWORKER:
            return row.has_new_caseworker
        case Group.NOT_MEASURED:
            return standing is None
        case Group.FRESH_LOOK:
            return standing is not None and (standing.stands_still or standing.goes_down)
        case _:
            return standing is not None and _PATTERNS.get(pattern(standing.kinds)) == group.value


def _place(row: CaseloadRow, due: Due, order: Order) -> tuple[int, float, str]:
    """Where a row comes: numbers, since ten thousand of them are compared before anything is seen."""
    name = alphabetical(row.citizen.name)
    measured = 0 if row.standing is None else row.standing.on.toordinal()
    match order:
        case Order.NEXT_UP if _ORDER[due] == 0:
            planned = row.citizen.next_meeting
            if planned is None:
                return 0, math.inf, name
            return 0, (planned.toordinal() * 24 + planned.hour) * 60 + planned.minute, name
        case Order.NEXT_UP:
            return _ORDER[due], measured, name
        case Order.NAME:
            return due is Due.CLOSED, 0, name
        case Order.LONGEST_AGO:
            return due is Due.CLOSED, measured, name
