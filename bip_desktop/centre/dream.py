# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A DREAM extract as spells: wide, a column a week (`y_YYWW`), one code a week by DREAM's own priority.

What the codes mean is a table with dates of validity that comes with the extract, never a constant of ours:

    [[codes]]
    kind = "education"            # job, income, education, benefit or not_observed
    codes = ["650-659", "661"]    # single codes, and spans of whole numbers
    from = "2014-W01"             # optional, both included
    to = "2025-W27"

    [months]                      # optional: DREAM's monthly columns of employment
    column = "br_YYYY_MM"
    empty = ["", "0"]             # what stands where there is none
    kind = "income"
    job_beside = [""]             # weekly codes beside which it is ordinary employment; "" is an empty week

An empty week is no benefit, and no employment either. Whatever is not `not_observed` counts as observed. A code that
the table does not know for that week is refused, never guessed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bip_desktop.centre.linked_files import CITIZEN, Kind, Spell, Why, identity, joined, linked_fault, opened_rows
from bip_desktop.centre.weeks import month_of, number_of, week_number

_WEEK = re.compile("y_([0-9]{2})([0-9]{2})")
_CENTURY = 70
"""DREAM begins in 1991; `y_7001` and later years are of the last century."""
BENEFIT, NOT_OBSERVED = "benefit", "not_observed"
_KINDS = (Kind.JOB.value, Kind.INCOME.value, Kind.EDUCATION.value, BENEFIT, NOT_OBSERVED)
_SPAN = re.compile("([0-9]{1,6})-([0-9]{1,6})")
_MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """Codes that mean one kind, and the weeks in which they do."""

    kind: str
    codes: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    first: int
    last: int

    def holds(self, code: str, week: int) -> bool:
        """Whether `code` is one of these in that week."""
        if not self.first <= week <= self.last:
            return False
        if code in self.codes:
            return True
        return code.isdecimal() and any(low <= int(code) <= high for low, high in self.spans)


@dataclass(frozen=True, slots=True)
class Months:
    """The monthly columns of employment."""

    column: str
    empty: frozenset[str]
    kind: Kind
    job_beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodeTable:
    """What an extract's codes mean."""

    groups: tuple[CodeGroup, ...]
    months: Months | None = None

    def kinds(self, code: str, week: int) -> list[str]:
        """The kinds that `code` has in that week: one, or it is unknown or ambiguous."""
        return [group.kind for group in self.groups if group.holds(code, week)]


def read_codes(path: Path) -> CodeTable:
    """The table of codes in a TOML file. Raises `CentreError` LINK_FILE."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        groups = tuple(_group(each) for each in read["codes"])
        return CodeTable(groups, _months(read["months"]) if "months" in read else None)
    except OSError as error:
        raise linked_fault(path, Why.FILE, found=type(error).__name__) from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise linked_fault(path, Why.CODES, found=str(error)) from None


def _group(read: Mapping[str, Any]) -> CodeGroup:
    if unknown := set(read) - {"kind", "codes", "from", "to", "label"}:
        raise ValueError(", ".join(sorted(unknown)))
    if read["kind"] not in _KINDS:
        raise ValueError(f"kind = {read['kind']}")
    spans, codes = [], set()
    for code in read["codes"]:
        if span := _SPAN.fullmatch(code):
            spans.append((int(span[1]), int(span[2])))
        else:
            codes.add(code.strip())
    first, last = week_number(read.get("from", "0001-W01")), week_number(read.get("to", "9998-W52"))
    return CodeGroup(read["kind"], frozenset(codes), tuple(spans), first, last)


def _months(read: Mapping[str, Any]) -> Months:
    if unknown := set(read) - {"column", "empty", "kind", "job_beside"}:
        raise ValueError(", ".join(sorted(unknown)))
    column = str(read["column"])
    if "YYYY" not in column or "MM" not in column:
        raise ValueError(f"column = {column}")
    return Months(column, frozenset(read["empty"]), Kind(read["kind"]), frozenset(read.get("job_beside", ())))


@dataclass
class _Week:
    """A column of the extract."""

    name: str
    place: int
    number: int
    month: int | None
    """Place of the month's column."""
    kinds: dict[str, str] = field(default_factory=dict)
    """What has been looked up."""


def read_dream(path: Path, codes: CodeTable) -> list[Spell]:
    """The spells of an extract. Raises `CentreError` LINK_FILE, with every unknown code where there are some."""
    spells: list[Spell] = []
    unknown: dict[str, tuple[int, str]] = {}
    with opened_rows(path) as (header, rows):
        if CITIZEN not in header:
            raise linked_fault(path, Why.COLUMNS, 1, CITIZEN)
        weeks = _weeks(path, header, codes)
        seen = set()
        for number, row in rows:
            citizen = identity(path, number, CITIZEN, row[header.index(CITIZEN)])
            if citizen in seen:
                raise linked_fault(path, Why.TWICE, number, CITIZEN)
            seen.add(citizen)
            for week in weeks:
                code = row[week.place]
                if code and code not in week.kinds:
                    _look_up(week, code, number, codes, unknown)
            spells.extend(joined(list(_spells(citizen, row, weeks, codes.months))))
    if unknown:
        told = list(unknown.items())[:_MOST_TOLD]
        row_, column = told[0][1]
        raise linked_fault(path, Why.CODES, row_, column, ", ".join(code for code, _ in told))
    if not seen:
        raise linked_fault(path, Why.NO_ROWS)
    return sorted(spells)


def _look_up(week: _Week, code: str, row: int, codes: CodeTable, unknown: dict[str, tuple[int, str]]) -> None:
    kinds = codes.kinds(code, week.number)
    if len(kinds) != 1:
        unknown.setdefault(code, (row, week.name))
    week.kinds[code] = kinds[0] if kinds else NOT_OBSERVED


def _weeks(path: Path, header: Sequence[str], codes: CodeTable) -> list[_Week]:
    weeks = []
    for place, name in enumerate(header):
        if not (found := _WEEK.fullmatch(name)):
            continue
        year = int(found[1]) + (1900 if int(found[1]) >= _CENTURY else 2000)
        try:
            number = number_of(year, int(found[2]))
        except ValueError:
            raise linked_fault(path, Why.WEEK_COLUMNS, 1, name) from None
        weeks.append(_Week(name, place, number, _month(header, number, codes.months)))
    if not weeks:
        raise linked_fault(path, Why.WEEK_COLUMNS, 1)
    return sorted(weeks, key=lambda week: week.number)


def _month(header: Sequence[str], number: int, months: Months | None) -> int | None:
    if months is None:
        return None
    year, month = month_of(number)
    name = months.column.replace("YYYY", f"{year:04d}").replace("MM", f"{month:02d}")
    return header.index(name) if name in header else None


def _spells(citizen: str, row: Sequence[str], weeks: Sequence[_Week], months: Months | None) -> Iterator[Spell]:
    for week in weeks:
        for kind in _kinds(row, week, months):
            yield Spell(citizen, kind, week.number, week.number)


def _kinds(row: Sequence[str], week: _Week, months: Months | None) -> set[Kind]:
    code = row[week.place]
    meaning = week.kinds[code] if code else BENEFIT
    if meaning == NOT_OBSERVED:
        return set()
    kinds = {Kind.OBSERVED}
    if meaning != BENEFIT:
        kinds.add(Kind(meaning))
    if months is not None and week.month is not None and row[week.month] not in months.empty:
        kinds.add(months.kind)
        if code in months.job_beside:
            kinds.add(Kind.JOB)
    return kinds
