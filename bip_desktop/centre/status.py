# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the centre has: sites, installations with what is missing of them, versions, and what was set aside."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import Flaw, Place, Refused
from bip_desktop.centre.merged_tables import MERGED
from bip_desktop.centre.reasons import reason
from bip_desktop.exchange.signing import read_aloud

_MOST_GAPS = 20


@dataclass
class KeyStatus:
    """A signing key."""

    fingerprint: str
    enrolled_at: str
    revoked_at: str | None


@dataclass
class InstallationStatus:
    """One installation: how much of it has come."""

    site: str
    installation: str
    fingerprint: str
    received: int
    last_seq: int
    missing: list[str]
    """Numbers that have not come, as `4` or `7-9`; at most twenty."""
    chain_breaks: list[int]
    """Numbers whose manifest does not follow the one before: two databases have gone on from one."""
    last_received: str
    app_version: str
    schema_version: str
    declined: int


@dataclass
class Status:
    """Everything `status` says."""

    centre: str
    sites: dict[str, list[KeyStatus]] = field(default_factory=dict)
    installations: list[InstallationStatus] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    quarantine: list[dict[str, Any]] = field(default_factory=list)
    recovery_key_still_here: bool = False

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def status_of(connection: Connection, centre: str) -> Status:
    """The status of the store."""
    status = Status(centre)
    for key in connection.execute(select(t.signing_keys).order_by(t.signing_keys.c.site, t.signing_keys.c.enrolled_at)):
        keys = status.sites.setdefault(key.site, [])
        keys.append(KeyStatus(key.fingerprint, key.enrolled_at, key.revoked_at))
    placed = select(t.installations).order_by(t.installations.c.site, t.installations.c.installation)
    status.installations = [_installation(connection, row) for row in connection.execute(placed).all()]
    names = (t.instruments.c.instrument_id, t.instruments.c.version, t.instruments.c.wording_version)
    status.instruments = [
        f"{row[0]}@{row[1]} ({row[2]})" for row in connection.execute(select(*names).order_by(*names))
    ]
    for table in MERGED:
        stored = t.metadata.tables[table.name]
        status.rows[table.name] = connection.execute(select(func.count()).select_from(stored)).scalar_one()
    for row in connection.execute(select(t.quarantine).order_by(t.quarantine.c.first_seen)):
        status.quarantine.append(_set_aside(row))
    return status


def _installation(connection: Connection, row: Any) -> InstallationStatus:
    table = t.submissions
    mine = (table.c.site == row.site) & (table.c.installation == row.installation)
    received = connection.execute(select(table).where(mine).order_by(table.c.seq)).all()
    missing, breaks = [], []
    expected, previous = 1, None
    for each in received:
        if each.seq > expected:
            missing.append(str(expected) if each.seq == expected + 1 else f"{expected}-{each.seq - 1}")
        elif previous is not None and each.previous != previous:
            breaks.append(each.seq)
        expected, previous = each.seq + 1, each.manifest_sha256
    last = received[-1]
    return InstallationStatus(
        site=row.site,
        installation=row.installation,
        fingerprint=read_aloud(row.fingerprint),
        received=len(received),
        last_seq=last.seq,
        missing=missing[:_MOST_GAPS],
        chain_breaks=breaks[:_MOST_GAPS],
        last_received=max(each.received_at for each in received),
        app_version=last.app_version,
        schema_version=last.schema_version,
        declined=last.declined,
    )


def _set_aside(row: Any) -> dict[str, Any]:
    refused = Refused(Flaw(row.flaw), Place(row.file, row.row, row.column), json.loads(row.facts))
    words = reason(refused)
    return {
        "sha256": row.sha256,
        "file_name": row.file_name,
        "first_seen": row.first_seen,
        "last_tried": row.last_tried,
        "tries": row.tries,
        "flaw": row.flaw,
        "file": row.file,
        "row": row.row,
        "column": row.column,
        "da": words.da,
        "en": words.en,
        "kept": row.kept,
    }
