# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the citizen's themes changed from one measurement to the next, by what went on in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from bip_desktop.centre import store_tables as t
from bip_desktop.domain.evidence import THEMES, Group
from bip_desktop.exchange.instrument_file import KINDS, TICKS

_ACTIVITIES = "S1"
_NOTHING = TICKS[_ACTIVITIES] - 1


@dataclass(frozen=True, slots=True)
class Change:
    """A citizen's change of one theme, in steps; the meeting is the later one."""

    citizen_id: str
    meeting_id: str
    site: str
    iso_week: str
    group: Group
    item: str
    steps: int


@dataclass(frozen=True, slots=True)
class _Measured:
    meeting_id: str
    site: str
    iso_week: str
    citizen_id: str
    number: int
    group: Group | None
    themes: tuple[int, ...]


def changes(connection: Connection) -> Iterator[Change]:
    """Every change between two measurements that follow each other, where both answered the theme and the caseworker
    knew what went on. First answers only, as they were before the reveal."""
    for before, after in pairwise(_measured(connection)):
        if before.citizen_id != after.citizen_id or after.number != before.number + 1 or after.group is None:
            continue
        for item, was, is_ in zip(THEMES, before.themes, after.themes, strict=True):
            if was > 0 and is_ > 0:
                yield Change(
                    after.citizen_id, after.meeting_id, after.site, after.iso_week, after.group, item, is_ - was
                )


def _measured(connection: Connection) -> Iterator[_Measured]:
    for row in connection.execute(_question()):
        yield _Measured(
            meeting_id=row.meeting_id,
            site=row.site,
            iso_week=row.iso_week,
            citizen_id=row.citizen_id,
            number=row.measurement_number,
            group=_group(tuple(getattr(row, kind.value) for kind in KINDS), row.nothing_ticked),
            themes=tuple(getattr(row, item) for item in THEMES),
        )


def _group(kinds: tuple[int, ...], nothing: int) -> Group | None:
    """None where nothing was said, or "no activities" stands beside some."""
    some = sum(kinds)
    if nothing:
        return None if some else Group.NONE
    if not some:
        return None
    if some == 1:
        return Group.SINGLE
    return Group.COMBINED_WITH_JOB if kinds[0] else Group.COMBINED


def _question() -> Select[Any]:
    a, m = t.answers.c, t.meetings.c
    ticked = and_(a.item == _ACTIVITIES, a.value == 1)

    def any_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.max(case((condition, 1), else_=0))

    answered = (
        select(
            a.meeting_no,
            *(any_of(and_(ticked, a.option.in_(options))).label(kind.value) for kind, options in KINDS.items()),
            any_of(and_(ticked, a.option == _NOTHING)).label("nothing_ticked"),
            *(func.max(case((a.item == item, a.value), else_=0)).label(item) for item in THEMES),
        )
        .where(a.after_reveal == 0, a.item.in_((_ACTIVITIES, *THEMES)))
        .group_by(a.meeting_no)
        .subquery()
    )
    return (
        select(m.meeting_id, m.site, m.iso_week, m.citizen_id, m.measurement_number, *answered.c[1:])
        .join(answered, answered.c.meeting_no == m.meeting_no)
        .order_by(m.citizen_id, m.measurement_number, m.meeting_no)
    )
