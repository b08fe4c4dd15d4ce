# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented jobcentre with many citizens, each with the answers of many measurements, in minutes less than people
would need: rows are written as the program would have left them, in one transaction."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks.jobcentre import PASSPHRASE, RHYTHM
from bip_desktop.domain.ids import new_id
from bip_desktop.domain.questionnaire import Instrument, ItemKind
from bip_desktop.paths import DATABASE, KEY_FILE, Places
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.engine import connect
from bip_desktop.storage.keyring import Keyring

MEASUREMENTS = 10
"""Of each citizen."""
_FIRST = ("Amira", "Bo", "Dorte", "Emil", "Fatima", "Henrik", "Ida", "Jonas", "Kirsten", "Leif", "Mette", "Osman")
_PREPARED = 0.01
_PLANNED = 0.3
_TAKEN_OVER = 0.05


@dataclass(frozen=True, slots=True)
class _Person:
    citizen_id: str
    newest: date


def fill(places: Places, unlocked: Unlocked, instrument: Instrument, citizens: int, today: date) -> None:
    """Adds so many citizens of the one caseworker, all but the newest of their measurements long past."""
    _, key = Keyring.read(places.folder / KEY_FILE).opened(PASSPHRASE)
    connection = connect(places.folder / DATABASE, key)
    by_chance = random.Random(citizens)  # noqa: S311 - invented people
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("BEGIN")
        colleague = new_id()
        connection.execute("INSERT INTO caseworker VALUES (?, 'Bo Opdigtet', '', '')", (colleague,))
        her = unlocked.caseworker.caseworker_id
        people = [_Person(new_id(), today - timedelta(days=by_chance.randrange(5, 200))) for _ in range(citizens)]
        _insert(connection, "citizen", (_citizen(each, n, her, today, by_chance) for n, each in enumerate(people)))
        _insert(connection, "standing", (_standing(each, by_chance) for each in people))
        _insert(connection, "meeting", (row for each in people for row in _meetings(each, her, instrument, by_chance)))
        _insert(connection, "caseworker_change", _changes(people, colleague, her, by_chance))
        _answers(connection, instrument)
        connection.execute("INSERT INTO change_log (kind, key, reason) SELECT 'citizen', citizen_id, '' FROM citizen")
        connection.execute(
            "INSERT INTO change_log (kind, key, reason) SELECT 'meeting', meeting_id, '' FROM meeting"
            " WHERE state = 'closed'"
        )
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _insert(connection: Any, table: str, rows: Iterator[dict[str, object]]) -> None:
    first = next(rows, None)
    if first is None:
        return
    columns = ", ".join(first)
    values = ", ".join(f":{column}" for column in first)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608 - names of our own columns
    connection.execute(statement, first)
    connection.executemany(statement, rows)


def _citizen(each: _Person, n: int, her: str, today: date, by_chance: random.Random) -> dict[str, object]:
    planned = None
    if by_chance.random() < _PLANNED:
        on = datetime.combine(today, datetime.min.time()) + timedelta(days=by_chance.randrange(30), hours=10)
        planned = on.isoformat(sep=" ", timespec="microseconds")
    return {
        "citizen_id": each.citizen_id,
        "research_id": new_id(),
        "cpr": f"{61 + n % 28:02d}{1 + n // 28 % 12:02d}{60 + n // 336 % 40:02d}{n // 13_440:04d}",
        "name": f"{_FIRST[n % len(_FIRST)]} Opdigtet {n}",
        "caseworker_id": her,
        "case_number": f"S-{n}",
        "benefit": 2,
        "research": "yes",
        "language": "da",
        "next_meeting": planned,
        "revision": 1,
    }


def _standing(each: _Person, by_chance: random.Random) -> dict[str, object]:
    higher, lower = by_chance.randrange(4), by_chance.randrange(3)
    return {
        "citizen_id": each.citizen_id,
        "number": MEASUREMENTS,
        "measured_on": each.newest.isoformat(),
        "higher": higher,
        "same": 9 - higher - lower,
        "lower": lower,
        "still_for": 0 if higher or lower else 1 + by_chance.randrange(3),
        **{kind: by_chance.random() < 0.4 for kind in ("job", "upskilling", "social", "health")},
        "agreed": "Ringer til virksomheden" if by_chance.random() < 0.5 else "",
    }


def _meetings(each: _Person, her: str, instrument: Instrument, by_chance: random.Random) -> Iterator[dict[str, object]]:
    days = [(each.newest - RHYTHM * back, "closed") for back in reversed(range(MEASUREMENTS))]
    if by_chance.random() < _PREPARED:
        days.append((each.newest + timedelta(days=5), "prepared"))
    for number, (on, state) in enumerate(days, start=1):
        closed = state == "closed"
        yield {
            "meeting_id": new_id(),
            "research_id": new_id(),
            "citizen_id": each.citizen_id,
            "caseworker_id": her,
            "number": number,
            "state": state,
            "held_on": on.isoformat(),
            "instrument_id": instrument.instrument_id,
            "instrument_version": instrument.version,
            "rules_version": "1",
            "place": "agreement" if closed else "caseworker:S1",
            "language": "da",
            "mode": "self",
            "caseworker_when": "during" if closed else "before",
            "citizen_part": "complete" if closed else None,
            "caseworker_part": "complete" if closed else None,
            "revision": 1,
        }


def _changes(people: list[_Person], before: str, her: str, by_chance: random.Random) -> Iterator[dict[str, object]]:
    for each in people:
        if by_chance.random() < _TAKEN_OVER:
            on = each.newest + timedelta(days=3)
            yield {
                "citizen_id": each.citizen_id,
                "changed_on": on.isoformat(),
                "before_id": before,
                "after_id": her,
                "reason": 1,
                "note": "",
            }


def _answers(connection: Any, instrument: Instrument) -> None:
    kinds = {ItemKind.SCALE: "scale", ItemKind.TICKS: "ticks", ItemKind.AMOUNT: "amount"}
    connection.execute("CREATE TEMP TABLE asked (item TEXT, kind TEXT)")
    connection.executemany(
        "INSERT INTO asked VALUES (?, ?)", [(each.code, kinds[each.kind]) for each in instrument.items]
    )
    connection.execute(
        "INSERT INTO answer (meeting_id, item, after_reveal, revision, kind, value, unit)"
        " SELECT meeting_id, item, 0, 1, kind,"
        " CASE kind WHEN 'scale' THEN 1 + abs(random() % 5) WHEN 'amount' THEN 14000 + abs(random() % 100) * 100 END,"
        " CASE kind WHEN 'amount' THEN 'oere_per_hour_before_tax' END"
        " FROM (SELECT meeting_id FROM meeting WHERE state = 'closed' ORDER BY meeting_id) CROSS JOIN asked"
    )
    connection.execute(
        "INSERT INTO answer_tick (answer_seq, option)"
        " SELECT seq, each FROM answer CROSS JOIN (SELECT 1 AS each UNION SELECT 2) WHERE kind = 'ticks'"
    )
    connection.execute("DROP TABLE asked")
