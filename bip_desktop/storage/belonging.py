# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What belongs to a citizen, found by the foreign keys of the tables themselves, so that a table that is added later is
not forgotten: neither when everything is shown, nor when everything is erased."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, ForeignKeyConstraint, String, and_, exists, or_, select
from sqlalchemy import Table as AnyTable

from bip_desktop.domain.ids import CitizenId
from bip_desktop.storage.meeting_tables import MeetingRow
from bip_desktop.storage.tables import CaseworkerRow, CitizenRow, Table
from bip_desktop.storage.trust_tables import AuditRow

Cell = Any
Tree = dict[str, Any]
"""A row by the names of its columns; the rows that belong to it stand in a list by their table's name."""

_CITIZEN: AnyTable = CitizenRow.__table__  # type: ignore[assignment]
_CASEWORKER: AnyTable = CaseworkerRow.__table__  # type: ignore[assignment]
_NAMED = ("citizen", "meeting", "caseworker_change")
"""Who sat with the citizen, whose name the citizen knows. Elsewhere a colleague is not named."""


def belonging(citizen_id: CitizenId) -> dict[AnyTable, ColumnElement[bool]]:
    """Every table with rows of the citizen's and which those are; each after the tables it points to."""
    found: dict[AnyTable, ColumnElement[bool]] = {_CITIZEN: _CITIZEN.c.citizen_id == citizen_id}
    for table in Table.metadata.sorted_tables:
        ways = [
            exists(select(1).select_from(key.referred_table).where(_joined(key), found[key.referred_table]))
            for key in table.foreign_key_constraints
            if key.referred_table in found
        ]
        if ways and table is not _CITIZEN:
            found[table] = or_(*ways)
    return found


def mentioning(known: Iterable[AnyTable], identities: Iterable[str]) -> dict[AnyTable, ColumnElement[bool]]:
    """Every other table with rows that hold one of these random identities: what tells of the citizen without a
    foreign key, because it stays when the citizen goes."""
    wanted, known = list(identities), set(known)
    found = {}
    for table in Table.metadata.sorted_tables:
        ways = [
            column.in_(wanted)
            for column in table.columns
            if isinstance(column.type, String) and column.type.length == 36 and not column.foreign_keys
        ]
        if ways and table not in known:
            found[table] = or_(*ways)
    return found


def everything(connection: Connection, citizen_id: CitizenId) -> tuple[Tree, Mapping[str, list[Tree]]]:
    """The citizen's row with all that belongs to it, and the rows elsewhere that mention the citizen."""
    people = connection.execute(select(CaseworkerRow.caseworker_id, CaseworkerRow.name))
    names: dict[str, str] = {row.caseworker_id: row.name for row in people}
    rows: dict[tuple[AnyTable, tuple[Cell, ...], tuple[Cell, ...]], Tree] = {}
    top: Tree = {}
    owned = belonging(citizen_id)
    for table, condition in owned.items():
        parents = [key for key in table.foreign_key_constraints if key.referred_table in owned]
        for row in connection.execute(select(table).where(condition).order_by(*table.primary_key.columns)):
            cells = dict(row._mapping)
            made = _readable(table, cells, names)
            if table is _CITIZEN:
                top = made
            for key in parents:
                there = rows.get((key.referred_table, *_pointed(key, cells)))
                if there is not None:
                    there.setdefault(table.name, []).append(made)
                    break
            for key in _keys_to(table, owned):
                columns = tuple(each.column.name for each in key.elements)
                rows[table, columns, tuple(cells[name] for name in columns)] = made
    inside, outside = identities_of(connection, citizen_id)
    mentions = {
        table.name: [
            _readable(table, dict(row._mapping), {})
            for row in connection.execute(select(table).where(condition).order_by(*table.primary_key.columns))
        ]
        for table, condition in mentioning([*owned, AuditRow.__table__], inside | outside).items()  # type: ignore[list-item]
    }
    return top, {name: found for name, found in mentions.items() if found}


def identities_of(connection: Connection, citizen_id: CitizenId) -> tuple[frozenset[str], frozenset[str]]:
    """Every random identity of the citizen and of the citizen's meetings: those inside, and those outside."""
    citizen = select(CitizenRow.citizen_id, CitizenRow.research_id).where(CitizenRow.citizen_id == citizen_id)
    meetings = select(MeetingRow.meeting_id, MeetingRow.research_id).where(MeetingRow.citizen_id == citizen_id)
    pairs = [*connection.execute(citizen), *connection.execute(meetings)]
    return frozenset(inside for inside, _ in pairs), frozenset(outside for _, outside in pairs)


def _joined(key: ForeignKeyConstraint) -> ColumnElement[bool]:
    return and_(*(each.parent == each.column for each in key.elements))


def _pointed(key: ForeignKeyConstraint, cells: Mapping[str, Cell]) -> tuple[tuple[str, ...], tuple[Cell, ...]]:
    return (
        tuple(each.column.name for each in key.elements),
        tuple(cells[each.parent.name] for each in key.elements),
    )


def _keys_to(table: AnyTable, owned: Iterable[AnyTable]) -> list[ForeignKeyConstraint]:
    """Those of other tables that point to this one."""
    return [key for other in owned for key in other.foreign_key_constraints if key.referred_table is table]


def _readable(table: AnyTable, cells: Mapping[str, Cell], names: Mapping[str, str]) -> Tree:
    found: Tree = {}
    for column in table.columns:
        value = cells[column.name]
        if any(each.column.table is _CASEWORKER for each in column.foreign_keys):
            if table.name in _NAMED:
                found[column.name.removesuffix("_id")] = names.get(value)
            continue
        if isinstance(value, date):  # a moment too
            value = value.isoformat()
        found[column.name] = value.hex() if isinstance(value, bytes) else value
    return found
