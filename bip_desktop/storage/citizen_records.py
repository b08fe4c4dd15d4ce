# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Everything there is of a citizen as plain rows: out of one database, into another, and away.

What belongs to a citizen is found by the foreign keys of the tables, so that a table that is added later comes along.
Numbers that only give an order within one database are made anew in the other.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, insert, select
from sqlalchemy import Table as AnyTable

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.services.exchange_ports import Cell, Record, Records
from bip_desktop.storage.exchange_tables import HandoverOutRow
from bip_desktop.storage.tables import CaseworkerRow, ChangeRow, CitizenRow
from bip_desktop.storage.trust_tables import NoticeRow

CASEWORKERS = "caseworker"
TOMBSTONES = "tombstone_meeting"
"""Beside the citizen's own tables: the people who are named in them, and the tombstones of voided meetings."""
_CITIZEN: AnyTable = CitizenRow.__table__  # type: ignore[assignment]
_STAYS = {NoticeRow.__tablename__}
"""What was said to the people here."""
_ORDER = "seq"
"""The column that only gives an order."""
_IN_ORDER = HandoverOutRow.metadata.sorted_tables


def _belonging() -> tuple[AnyTable, ...]:
    """The citizen's tables, each after those it refers to."""
    found: list[AnyTable] = [_CITIZEN]
    for table in _IN_ORDER:
        if table is not _CITIZEN and any(key.referred_table in found for key in table.foreign_key_constraints):
            found.append(table)
    return tuple(found)


BELONGING = _belonging()


def records_of(connection: Connection, citizen_id: CitizenId) -> Records:
    """All rows of the citizen, by table. Raises `KeyError` for one who is not here."""
    rows = _rows(connection, citizen_id)
    if not rows[_CITIZEN.name]:
        raise KeyError(citizen_id)
    records: dict[str, list[Record]] = {
        table.name: [{name: _plain(value) for name, value in row.items()} for row in rows[table.name]]
        for table in BELONGING
        if table.name not in _STAYS
    }
    named = {row[column] for row, column in _naming(records)}
    people = select(CaseworkerRow.caseworker_id, CaseworkerRow.name).where(CaseworkerRow.caseworker_id.in_(named))
    records[CASEWORKERS] = [
        dict(row._mapping) for row in connection.execute(people.order_by(CaseworkerRow.caseworker_id))
    ]
    voided = [row["research_id"] for row in rows["meeting"] if row["state"] == "voided"]
    lines = select(ChangeRow.key, ChangeRow.reason).where(ChangeRow.kind == TOMBSTONES, ChangeRow.key.in_(voided))
    records[TOMBSTONES] = [dict(row._mapping) for row in connection.execute(lines.order_by(ChangeRow.seq))]
    return records


def write_records(connection: Connection, citizen_id: CitizenId, records: Records) -> None:
    """Writes what `records_of` has read elsewhere. Raises `BipError`: HANDOVER_KNOWN where somebody here has the number
    or the identity, HANDOVER_FILE where the records do not hold together."""
    _check(citizen_id, records)
    [card] = records[_CITIZEN.name]
    known = select(CitizenRow.citizen_id).where(
        (CitizenRow.citizen_id == citizen_id) | (CitizenRow.cpr == card["cpr"])
        | (CitizenRow.research_id == card["research_id"])
    )  # fmt: skip
    if connection.execute(known).first() is not None:
        raise BipError(Code.HANDOVER_KNOWN)
    here = set(connection.scalars(select(CaseworkerRow.caseworker_id)))
    for person in records[CASEWORKERS]:
        if person["caseworker_id"] not in here:
            connection.execute(insert(CaseworkerRow).values(**person, phone="", pin_hash=""))
    anew: dict[tuple[str, Cell], int] = {}
    for table in BELONGING:
        for row in records.get(table.name, ()):
            _write(connection, table, row, anew)
    for line in records[TOMBSTONES]:
        connection.execute(insert(ChangeRow).values(kind=TOMBSTONES, **line))


def remove_records(connection: Connection, citizen_id: CitizenId) -> None:
    """Takes all rows of the citizen away."""
    rows = _rows(connection, citizen_id)
    for table in reversed(BELONGING):
        key = list(table.primary_key.columns)
        for row in rows[table.name]:
            connection.execute(delete(table).where(*(column == row[column.name] for column in key)))


def _rows(connection: Connection, citizen_id: CitizenId) -> dict[str, list[Mapping[str, Any]]]:
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for table in BELONGING:
        if table is _CITIZEN:
            found = select(table).where(table.c.citizen_id == citizen_id)
        else:
            column, target = _way(table)
            found = select(table).where(column.in_([row[target.name] for row in rows[target.table.name]]))
        ordered = found.order_by(*table.primary_key.columns)
        rows[table.name] = [dict(row._mapping) for row in connection.execute(ordered)]
    return rows


def _way(table: AnyTable) -> tuple[Column[Any], Column[Any]]:
    """The column by which a row belongs to the citizen, and what it refers to."""
    ways = [
        key.elements[0]
        for key in table.foreign_key_constraints
        if key.referred_table in BELONGING
    ]  # fmt: skip
    way = min(ways, key=lambda each: BELONGING.index(each.column.table))
    return way.parent, way.column


def _naming(records: Records) -> list[tuple[Record, str]]:
    """Each row with a column of it that names a caseworker."""
    return [
        (row, key.parent.name)
        for table in BELONGING
        for key in table.foreign_keys
        if key.column.table is CaseworkerRow.__table__
        for row in records.get(table.name, ())
        if row[key.parent.name] is not None
    ]


def _write(connection: Connection, table: AnyTable, row: Record, anew: dict[tuple[str, Cell], int]) -> None:
    values = {name: _value(table.c[name], cell) for name, cell in row.items()}
    for key in table.foreign_keys:
        if key.column.name == _ORDER:
            values[key.parent.name] = anew[key.column.table.name, row[key.parent.name]]
    before = values.pop(_ORDER, None)
    done = connection.execute(insert(table).values(values))
    if before is not None and done.inserted_primary_key is not None:
        anew[table.name, before] = done.inserted_primary_key[0]


def _check(citizen_id: CitizenId, records: Records) -> None:
    """That the rows are those of one citizen, and refer to nothing but each other: whoever has signed them must not
    add anything to somebody who is here."""
    wanted = {table.name for table in BELONGING} - _STAYS | {CASEWORKERS, TOMBSTONES}
    if set(records) != wanted or [row.get("citizen_id") for row in records[_CITIZEN.name]] != [citizen_id]:
        raise _faulty("tables")
    columns = {table.name: {column.name for column in table.columns} for table in BELONGING}
    columns |= {CASEWORKERS: {"caseworker_id", "name"}, TOMBSTONES: {"key", "reason"}}
    for name, rows in records.items():
        if any(set(row) != columns[name] for row in rows):
            raise _faulty(name)
    for table in BELONGING:
        for key in table.foreign_key_constraints:
            for row in records.get(table.name, ()):
                _check_reference(table, row, [(each.parent.name, each.column) for each in key.elements], records)
    voided = {row["research_id"] for row in records["meeting"]}
    if any(row["key"] not in voided or row["reason"] != "correction" for row in records[TOMBSTONES]):
        raise _faulty(TOMBSTONES)


def _check_reference(table: AnyTable, row: Record, parts: Sequence[tuple[str, Column[Any]]], records: Records) -> None:
    if any(row[name] is None for name, _ in parts):
        return
    target = parts[0][1].table.name
    if not any(all(other[column.name] == row[name] for name, column in parts) for other in records.get(target, ())):
        raise _faulty(table.name)


def _faulty(table: str) -> BipError:
    return BipError(Code.HANDOVER_FILE, file="", place=table)


def _plain(value: Any) -> Cell:
    return value.isoformat() if isinstance(value, date) else value


def _value(column: Column[Any], cell: Cell) -> Any:
    kind = column.type.python_type
    if cell is None:
        if not column.nullable:
            raise _faulty(column.table.name)
        return None
    try:
        if kind is datetime:
            return datetime.fromisoformat(str(cell))
        if kind is date:
            return date.fromisoformat(str(cell))
    except ValueError:
        raise _faulty(column.table.name) from None
    if type(cell) is not kind:
        raise _faulty(column.table.name)
    return cell
