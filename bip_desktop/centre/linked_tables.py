# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Outcomes and register as tables: of the citizens the centre knows, and of nobody else."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy import Table as StoreTable

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.linked_files import CITIZEN, MEETING, SPELL_COLUMNS, Kind
from bip_desktop.domain.submission import CITIZENS, MEETINGS
from bip_desktop.domain.submission_labels import Words
from bip_desktop.domain.submission_schema import Column, ColumnType, Label, Reference, Row, Table

_WEEK = "[0-9]{4}-W[0-5][0-9]"
ANY_TEXT = ".*"
"""The pattern of a register's columns: which there are is not ours to say."""
_CITIZEN = next(column for column in CITIZENS.columns if column.name == CITIZEN)
_MEETING = next(column for column in MEETINGS.columns if column.name == MEETING)
_KINDS = (
    Label(Kind.OBSERVED.value, Words("Fulgt i registrene", "Followed in the registers")),
    Label(Kind.JOB.value, Words("Ordinær beskæftigelse", "Ordinary employment")),
    Label(Kind.INCOME.value, Words("Nogen lønindkomst i måneden", "Any income from work in the month")),
    Label(Kind.EDUCATION.value, Words("Uddannelse med SU", "Education with a state grant")),
)

OUTCOMES = Table(
    "outcomes",
    Words("Udfald som forløb af uger, fra den, der kobler", "Outcomes as spells of weeks, from the linking unit"),
    (
        _CITIZEN,
        Column("kind", ColumnType.STRING, Words("Hvad forløbet er af", "What the spell is of"), categories=_KINDS),
        Column("from_week", ColumnType.STRING, Words("Første ISO-uge", "First ISO week"), pattern=_WEEK),
        Column("to_week", ColumnType.STRING, Words("Sidste ISO-uge", "Last ISO week"), pattern=_WEEK),
    ),
    key=SPELL_COLUMNS[:3],
    references=(Reference(CITIZEN, CITIZENS.name),),
)

REGISTER_ABOUT = Words(
    "Oplysninger fra registre, én række pr. borger eller pr. samtale",
    "Covariates from registers, a row a citizen or a meeting",
)


def has_outcomes(connection: Connection) -> bool:
    """Whether outcomes of somebody known have been linked."""
    return connection.execute(_known(t.outcomes).limit(1)).first() is not None


def outcome_rows(connection: Connection) -> Iterator[Row]:
    """The spells by citizen, kind and week."""
    for row in connection.execute(_known(t.outcomes)):
        yield tuple(getattr(row, name) for name in SPELL_COLUMNS)


def register_table(connection: Connection) -> Table | None:
    """The register's columns, None where none has been linked. Which there are is the linking unit's affair."""
    first = connection.execute(_known(t.register_rows).limit(1)).first()
    if first is None:
        return None
    keys = (_CITIZEN, _MEETING) if first.meeting_id else (_CITIZEN,)
    about = Words("Fra den, der kobler", "From the linking unit")
    columns = (Column(name, ColumnType.STRING, about, pattern=ANY_TEXT) for name in json.loads(first.values))
    return Table("register", REGISTER_ABOUT, (*keys, *columns), key=tuple(column.name for column in keys))


def register_rows(connection: Connection, table: Table) -> Iterator[Row]:
    """The rows of `table` by citizen and meeting."""
    names = table.header[len(table.key) :]
    for row in connection.execute(_known(t.register_rows)):
        values: Mapping[str, str] = json.loads(row.values)
        keys = (row.citizen_id, row.meeting_id) if len(table.key) > 1 else (row.citizen_id,)
        yield (*keys, *(values[name] for name in names))


def _known(table: StoreTable) -> Select[Any]:
    known = select(table).join(t.citizens, t.citizens.c.citizen_id == table.c.citizen_id)
    return known.order_by(*table.primary_key.columns)
