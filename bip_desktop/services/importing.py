# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from a file: first a preview in which every row has its state and reason, then all new ones or none.

Errors name lines, never what stands in them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.backup import Reason
from bip_desktop.domain.citizen import Benefit, Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.services.backing_up import BackingUp
from bip_desktop.services.benefit_texts import benefit_from
from bip_desktop.services.caseload import NewCitizen, made_from
from bip_desktop.services.ports import Now, Unlocked

NAME_LONGEST = 200
CASE_NUMBER_LONGEST = 60
"""Characters, as in the form for a new citizen."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as the file has it."""

    line: int
    """Counted as a spreadsheet counts, the headings too."""
    name: str = field(repr=False)
    cpr: str = field(repr=False)
    case_number: str = field(default="", repr=False)
    benefit: str = field(default="", repr=False)
    caseworker: str = field(default="", repr=False)
    zero_restored: bool = False
    """Whether the CPR number had nine digits, and was given the 0 before them that a spreadsheet drops."""
    fault: Code | None = None
    """Why the file already shows that the row cannot be used."""


@dataclass(frozen=True, slots=True)
class RawCaseload:
    """What a file holds: its rows, and the headings of columns that are not used."""

    rows: tuple[RawRow, ...]
    ignored: tuple[str, ...] = ()


class CaseloadReader(Protocol):
    """Reads a file that holds a caseload. Raises `BipError` with a code CASELOAD_*."""

    def read(self, path: Path) -> RawCaseload: ...


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    FAULTY = "faulty"
    OTHER_CASEWORKER = "other_caseworker"


class Remark(StrEnum):
    """What to look at in a row that is well."""

    ZERO_RESTORED = "zero_restored"
    CHECK_DIGIT = "check_digit"
    BENEFIT_UNCLEAR = "benefit_unclear"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row with what becomes of it."""

    line: int
    state: RowState
    name: str = field(repr=False)
    case_number: str = field(default="", repr=False)
    citizen: Citizen | None = field(default=None, repr=False)
    """Who the row would make; None where it is faulty or another caseworker's."""
    fault: BipError | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a file would do now."""

    raw: RawCaseload
    rows: tuple[PreviewRow, ...]

    @property
    def new(self) -> tuple[Citizen, ...]:
        """Who would be made."""
        return tuple(row.citizen for row in self.rows if row.state is RowState.NEW and row.citizen is not None)

    @property
    def counts(self) -> Mapping[RowState, int]:
        """Rows in each state."""
        return {state: sum(row.state is state for row in self.rows) for state in RowState}


class Importing:
    """Citizens from a file, for the caseworker who has unlocked."""

    def __init__(self, unlocked: Unlocked, reader: CaseloadReader, backing_up: BackingUp, now: Now) -> None:
        self._unlocked = unlocked
        self._reader = reader
        self._backing_up = backing_up
        self._now = now

    def preview(self, path: Path) -> ImportPreview:
        """What the file at `path` would do. Raises `BipError` with a code CASELOAD_*; writes nothing."""
        return self._looked_through(self._reader.read(path))

    def look_again(self, preview: ImportPreview) -> ImportPreview:
        """The same rows against what is known by now."""
        return self._looked_through(preview.raw)

    def create(self, preview: ImportPreview) -> int:
        """Makes all new citizens of `preview` in one transaction, and returns how many.

        A backup comes first. Raises `BipError` CASELOAD_CHANGED where one of them has become known since, and as
        `BackingUp.make` does: then none is made.
        """
        new = preview.new
        self._backing_up.make(Reason.IMPORT)
        with self._unlocked.store.writing() as work:
            for citizen in new:
                if work.citizens.has_cpr(citizen.cpr):
                    raise BipError(Code.CASELOAD_CHANGED)
                work.citizens.add(citizen)
        return len(new)

    def _looked_through(self, raw: RawCaseload) -> ImportPreview:
        me, today = self._unlocked.caseworker, self._now().date()
        rows = _without_doubles([_row(each, me.name, me.caseworker_id, today) for each in raw.rows])
        with self._unlocked.store.reading() as work:
            rows = [
                replace(row, state=RowState.KNOWN, remarks=())
                if row.state is RowState.NEW and row.citizen and work.citizens.has_cpr(row.citizen.cpr)
                else row
                for row in rows
            ]
        return ImportPreview(raw, tuple(rows))


def _row(raw: RawRow, own_name: str, caseworker_id: CaseworkerId, today: date) -> PreviewRow:
    name, case_number = _cleaned(raw.name), _cleaned(raw.case_number)
    shown = PreviewRow(raw.line, RowState.FAULTY, name[:NAME_LONGEST], case_number[:CASE_NUMBER_LONGEST])
    if raw.caseworker.strip() and not _same_person(raw.caseworker, own_name):
        return replace(shown, state=RowState.OTHER_CASEWORKER)
    if raw.fault is not None:
        return replace(shown, fault=BipError(raw.fault))
    if len(name) > NAME_LONGEST or len(case_number) > CASE_NUMBER_LONGEST:
        return replace(shown, fault=BipError(Code.ROW_LONG))
    benefit = benefit_from(raw.benefit)
    wish = NewCitizen(name, raw.cpr, case_number, Benefit.UNKNOWN if benefit is None else benefit)
    try:
        citizen = made_from(wish, caseworker_id, today)
    except BipError as error:
        return replace(shown, fault=error)
    remarks = (
        (Remark.ZERO_RESTORED, raw.zero_restored),
        (Remark.CHECK_DIGIT, not (citizen.cpr.passes_modulus_11 or citizen.cpr.is_replacement)),
        (Remark.BENEFIT_UNCLEAR, benefit is None),
    )
    return replace(
        shown, state=RowState.NEW, citizen=citizen, remarks=tuple(remark for remark, applies in remarks if applies)
    )


def _cleaned(text: str) -> str:
    """Without what cannot be printed, and with single spaces."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _same_person(written: str, name: str) -> bool:
    """Whether `written` is the caseworker's name: in any order, with more or fewer middle names; never by one word
    alone, unless that is the whole name.

    >>> _same_person("Opdigtet, Karen", "Karen Marie Opdigtet"), _same_person("Karen", "Karen Opdigtet")
    (True, False)
    """
    words, own = (set(each.casefold().replace(",", " ").split()) for each in (written, name))
    return words == own or (min(len(words), len(own)) > 1 and (words <= own or own <= words))


def _without_doubles(rows: Sequence[PreviewRow]) -> list[PreviewRow]:
    """A citizen who comes twice: the first row counts where the names agree; where they differ nobody knows whose the
    number is, and none does."""
    by_number: dict[str, list[PreviewRow]] = {}
    for row in rows:
        if row.citizen is not None:
            by_number.setdefault(row.citizen.cpr.digits, []).append(row)
    faults: dict[int, BipError] = {}
    for same in by_number.values():
        first, *others = same
        for other in others:
            faults[other.line] = BipError(Code.CPR_TWICE, line=first.line)
        if len({row.name.casefold() for row in same}) > 1:
            faults[first.line] = BipError(Code.CPR_TWICE, line=others[0].line)
    return [
        replace(row, state=RowState.FAULTY, citizen=None, fault=faults[row.line], remarks=())
        if row.line in faults
        else row
        for row in rows
    ]
