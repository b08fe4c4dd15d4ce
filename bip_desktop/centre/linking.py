# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Outcomes and register into the centre's store. A new file takes the place of the whole earlier one, so that whoever
the linking unit no longer sends is gone here too."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.linked_files import SPELL_COLUMNS, Kind, RegisterRow, Spell
from bip_desktop.domain.submission import TombstoneKind

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Linked:
    """What was put in, and how many of its citizens the centre knows."""

    rows: int
    citizens: int
    known: int


def link_spells(connection: Connection, spells: Sequence[Spell]) -> Linked:
    """Replaces the outcomes."""
    connection.execute(delete(t.outcomes))
    erased = _erased(connection)
    rows = (dict(zip(SPELL_COLUMNS, spell.cells, strict=True)) for spell in spells if spell.citizen_id not in erased)
    _insert(connection, t.outcomes, rows)
    return _linked(connection, t.outcomes)


def link_register(connection: Connection, rows: Iterable[RegisterRow]) -> Linked:
    """Replaces the register."""
    connection.execute(delete(t.register_rows))
    erased = _erased(connection)
    _insert(
        connection,
        t.register_rows,
        (
            {
                "citizen_id": row.citizen_id,
                "meeting_id": row.meeting_id,
                "values": json.dumps(row.values, ensure_ascii=False),
            }
            for row in rows
            if row.citizen_id not in erased
        ),
    )
    return _linked(connection, t.register_rows)


def spells_by_kind(spells: Sequence[Spell]) -> dict[str, int]:
    """How many there are of each kind."""
    counts = dict.fromkeys(Kind, 0)
    for spell in spells:
        counts[spell.kind] += 1
    return {kind.value: count for kind, count in counts.items()}


def _erased(connection: Connection) -> set[str]:
    """Citizens whom a tombstone has taken: nothing of them comes back."""
    which = select(t.tombstones.c.id).where(t.tombstones.c.kind == TombstoneKind.CITIZEN.value)
    return set(connection.execute(which).scalars())


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, str]]) -> None:
    batch: list[dict[str, str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _linked(connection: Connection, table: Table) -> Linked:
    rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
    citizens = connection.execute(select(func.count(table.c.citizen_id.distinct()))).scalar_one()
    known = connection.execute(
        select(func.count(table.c.citizen_id.distinct())).where(table.c.citizen_id.in_(select(t.citizens.c.citizen_id)))
    ).scalar_one()
    return Linked(rows, citizens, known)
