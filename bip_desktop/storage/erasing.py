# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen taken out of the database, from every table; and the list of those who must not come back with a backup."""

import json
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from bip_desktop.domain.citizen import Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.paths import BACKUPS, ERASED
from bip_desktop.storage.audit_store import AuditStore
from bip_desktop.storage.belonging import belonging, identities_of
from bip_desktop.storage.durable_files import known_file_errors, make_private_folder, write_whole
from bip_desktop.storage.exchange_tables import SubmissionArchiveRow
from bip_desktop.storage.tables import ChangeRow, CitizenRow

FORMAT = "bip-erased"


def erase(connection: Connection, citizen_id: CitizenId) -> bool:
    """Deletes all rows of the citizen, and leaves a tombstone where something may have left the jobcentre.

    The pages are overwritten (`secure_delete`); the file still has to be vacuumed. Returns whether there was anything.
    """
    found = connection.execute(
        select(
            CitizenRow.research_id, CitizenRow.research, CitizenRow.name, CitizenRow.cpr, CitizenRow.case_number
        ).where(CitizenRow.citizen_id == citizen_id)
    ).first()
    if found is None:
        return False
    inside, _ = identities_of(connection, citizen_id)
    # What somebody wrote when they looked for the citizen: the entries stay, and their chain holds without it.
    AuditStore(connection).erase_texts(
        citizen_id, (found.name, found.cpr, f"{found.cpr[:6]}-{found.cpr[6:]}", found.case_number)
    )
    owned = belonging(citizen_id)
    for table in reversed(owned):
        connection.execute(delete(table).where(owned[table]))
    connection.execute(delete(ChangeRow).where(ChangeRow.key.in_(inside)))
    connection.execute(delete(SubmissionArchiveRow))  # may hold the answers; a full snapshot takes their place
    if found.research == Research.YES.value:
        connection.execute(insert(ChangeRow).values(kind="tombstone_citizen", key=found.research_id, reason="erasure"))
    return True


class FolderErasures:
    """Fulfils `safekeeping_ports.Erasures`: a file beside the backups that holds random identities and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / BACKUPS

    def record(self, citizen_id: CitizenId) -> None:
        """Remembers an erasure, before it is carried out: on the disk when this returns. Raises `BipError`."""
        self.record_all([citizen_id])

    def record_all(self, citizen_ids: Iterable[CitizenId]) -> None:
        """The same for several."""
        known = self.all()
        added = [each for each in citizen_ids if each not in known]
        if added:
            content = {"format": FORMAT, "version": 1, "citizens": [*known, *added]}
            with known_file_errors():
                make_private_folder(self._home)
                write_whole(self._home / ERASED, json.dumps(content, indent=1).encode() + b"\n")

    def all(self) -> tuple[CitizenId, ...]:
        """Everybody erased here."""
        return erased_in(self._home)


def erased_in(home: Path) -> tuple[CitizenId, ...]:
    """The list in the folder `home`; empty where there is none. Raises `BipError` ERASURES_DAMAGED: then nobody
    knows who must not come back."""
    path = home / ERASED
    if not path.exists():
        return ()
    try:
        found = json.loads(path.read_bytes())
        if (found["format"], found["version"]) != (FORMAT, 1):
            raise ValueError("format")
        return tuple(CitizenId(str(each)) for each in found["citizens"])
    except (ValueError, KeyError, TypeError) as error:
        raise BipError(Code.ERASURES_DAMAGED, file=ERASED) from error
