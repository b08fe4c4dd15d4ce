# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From what a jobcentre knows to the rows that may leave it: numbers and codes, nothing else.

Outside, a citizen and a meeting are called by their `research_id`; the identities they have inside never leave.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, Citizen
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.intervention import Mark, Origin
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import (
    Amount,
    Instrument,
    Item,
    ItemKind,
    Missing,
    Option,
    Respondent,
    Step,
    Ticks,
    Unit,
    Value,
)
from bip_desktop.domain.submission import (
    NO_OPTION,
    NONE_BEFORE,
    SCALE_UNIT,
    TICK_UNIT,
    UNKNOWN,
    TombstoneKind,
    TombstoneReason,
)
from bip_desktop.domain.submission_schema import Row

BAND_YEARS = 5


class GivenAnswer(Protocol):
    """An answer as it is kept."""

    @property
    def item(self) -> str: ...
    @property
    def value(self) -> Value: ...
    @property
    def revision(self) -> int: ...
    @property
    def after_reveal(self) -> bool: ...


def sex(cpr: Cpr) -> str:
    """`f` or `m`, -99 where the number cannot be read."""
    return str(UNKNOWN) if _born(cpr) is None else "f" if cpr.is_female else "m"


def birth_year_band(cpr: Cpr) -> str:
    """The five years the citizen was born in, `1980-1984`; -99 where the number cannot be read."""
    born = _born(cpr)
    if born is None:
        return str(UNKNOWN)
    first = born.year // BAND_YEARS * BAND_YEARS
    return f"{first}-{first + BAND_YEARS - 1}"


def _born(cpr: Cpr) -> date | None:
    try:
        return cpr.birth_date
    except (ValueError, IndexError):
        return None


def iso_week(day: date) -> str:
    """The ISO week of `day`, `2026-W47`: as exact as a date ever gets outside."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def weeks_between(before: date, after: date) -> int:
    """Whole ISO weeks from one day's week to another's, so that it says no more of the days than `iso_week` does.

    0 where the clock was wrong and a later measurement lies before an earlier one: the order is the numbers', and one
    wrong day must not keep everything else from leaving.
    """
    return max(0, (_monday(after) - _monday(before)).days // 7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def change_reason(meeting: Meeting, previous: Meeting | None, changes: Sequence[CaseworkerChange]) -> int:
    """Why the caseworker of `meeting` is another than at `previous`: -97 where she is not.

    The reason is that of the newest change between the two that gave the citizen to her; -99 where there is none, as
    with a stand-in. `changes` are oldest first.
    """
    if previous is None or previous.caseworker_id == meeting.caseworker_id:
        return NONE_BEFORE
    for change in reversed(changes):
        if previous.held_on <= change.on <= meeting.held_on and change.after == meeting.caseworker_id:
            return int(change.reason)
    return int(ChangeReason.UNKNOWN)


def citizen_row(citizen: Citizen) -> Row:
    """The row of a citizen who has agreed to research."""
    return (
        citizen.research_id,
        citizen.revision,
        sex(citizen.cpr),
        birth_year_band(citizen.cpr),
        int(citizen.benefit),
        1,
    )


def meeting_row(
    meeting: Meeting,
    citizen: Citizen,
    previous: Meeting | None,
    changes: Sequence[CaseworkerChange],
    wording_version: str,
    revision: int,
) -> Row:
    """The row of a closed meeting; `previous` is the closed measurement before it.

    Raises `ValueError` where the meeting lacks a part, which no closed one does.
    """
    if meeting.citizen_part is None or meeting.caseworker_part is None:
        raise ValueError("a closed meeting without both its parts")
    return (
        meeting.research_id,
        revision,
        citizen.research_id,
        meeting.caseworker_id,
        iso_week(meeting.held_on),
        meeting.number,
        NONE_BEFORE if previous is None else weeks_between(previous.held_on, meeting.held_on),
        int(previous is not None and previous.caseworker_id != meeting.caseworker_id),
        change_reason(meeting, previous, changes),
        meeting.language,
        meeting.mode.value,
        meeting.caseworker_when.value,
        meeting.instrument_id,
        meeting.instrument_version,
        wording_version,
        meeting.rules_version,
        meeting.citizen_part.value,
        meeting.caseworker_part.value,
    )


def answer_rows(meeting: Meeting, instrument: Instrument, answers: Iterable[GivenAnswer]) -> tuple[Row, ...]:
    """The rows of both sides, items in the instrument's order, the first answers before later changes.

    Every item has its first answer: what the store lacks is "not reached" with revision 0, lower than any that is
    kept. A part that was declined is -98 throughout and has no later changes.
    Raises `KeyError` for an item the instrument lacks, and `BipError` as `Item.check` does.
    """
    kept = {(answer.item, answer.after_reveal): answer for answer in answers}
    for code, _ in kept:
        instrument.item(code)
    rows: list[Row] = []
    for item in instrument.items:
        part = meeting.citizen_part if item.respondent is Respondent.CITIZEN else meeting.caseworker_part
        declined = part is Part.DECLINED
        for after_reveal in (False, True):
            answer = kept.get((item.code, after_reveal))
            if after_reveal and (answer is None or declined):
                continue
            revision = 0 if answer is None else answer.revision
            value = Missing.DECLINED if declined else Missing.NOT_REACHED if answer is None else answer.value
            for option, number, unit in _cells(item, item.check(value)):
                rows.append((meeting.research_id, item.code, option, number, unit, revision, int(after_reveal)))
    return tuple(rows)


def _cells(item: Item, value: Value) -> Iterable[tuple[int, int, str]]:
    """(option, value, unit) of each row that one answer makes."""
    match value:
        case Step(step):
            return [(NO_OPTION, step, SCALE_UNIT)]
        case Amount(oere, unit):
            return [(NO_OPTION, oere, unit.value)]
        case Ticks(ticked):
            return [(option.number, int(option.number in ticked), TICK_UNIT) for option in _options(item)]
        case Missing():
            if item.kind is ItemKind.TICKS:
                return [(option.number, int(value), TICK_UNIT) for option in _options(item)]
            return [(NO_OPTION, int(value), _unit(item))]


def _options(item: Item) -> list[Option]:
    return sorted(item.options, key=lambda option: option.number)


def _unit(item: Item) -> str:
    """The unit of an answer that is missing: the one the item asks in first."""
    if item.kind is ItemKind.SCALE:
        return SCALE_UNIT
    return (item.units[0] if item.units else Unit.HOUR_BEFORE_TAX).value


def intervention_rows(
    meeting: Meeting, instrument: Instrument, marks: Iterable[Mark], revision: int
) -> tuple[Row, ...]:
    """The activities of a meeting, by number and status. The two options that are no activity are left out.

    Where the same activity came from both, a suggestion counts.
    """
    kinds = {option.number: option.kind for option in instrument.activities.options}
    rows: dict[tuple[int, str], Row] = {}
    for mark in sorted(marks, key=lambda mark: mark.origin is Origin.SUGGESTED):
        kind = kinds[mark.activity]
        if kind is not None:
            rows[mark.activity, mark.status.value] = (
                meeting.research_id,
                mark.activity,
                kind.value,
                mark.status.value,
                mark.origin.value,
                revision,
            )
    return tuple(rows[key] for key in sorted(rows))


def tombstone_row(kind: TombstoneKind, identity: str, reason: TombstoneReason) -> Row:
    """The row that takes something back, by the identity it had outside."""
    return (kind.value, identity, reason.value)
