# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Looks into a backup without touching it: how much is in it, and who used it last."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.backup import Backup
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.rights import Role
from bip_desktop.domain.theft import LastUse, WhatWasOn
from bip_desktop.paths import DATABASE, KEY_FILE
from bip_desktop.storage.backups import backups_below, is_whole
from bip_desktop.storage.durable_files import known_file_errors
from bip_desktop.storage.engine import connect, known_errors
from bip_desktop.storage.keyring import DataKey, Keyring, SlotKind
from bip_desktop.storage.migrations import migrate, needs_migration
from bip_desktop.storage.restoring import roles_in
from bip_desktop.storage.verifying import refuse_damage

USES = 50
"""Entries of the log that are shown."""


class BackupReader:
    """Fulfils `safekeeping_ports.BackupReader`. `scripts` is the folder of the migrations."""

    def __init__(self, scripts: Path) -> None:
        self._scripts = scripts

    def offered(self, folder: Path) -> tuple[Backup, ...]:
        """The backups in a folder, newest first."""
        return backups_below(folder)

    def look(self, backup: Backup, secret: str) -> tuple[frozenset[Role], WhatWasOn]:
        """What the person with this secret is, and what was on. Raises `BipError`: PASSPHRASE_WRONG, BACKUP_DAMAGED,
        KEY_FILE_*, DATABASE_NEWER."""
        with known_file_errors():
            if not is_whole(backup):
                raise BipError(Code.BACKUP_DAMAGED)
            ring = Keyring.read(backup.place / KEY_FILE)
            slot, key = ring.opened(secret)
            with self._readable(backup, key) as database, known_errors():
                connection = connect(database, key, query="mode=ro&immutable=1")
                try:
                    found = _read(connection, backup, ring, slot.holder)
                finally:
                    connection.close()
                return roles_in(database, key, "mode=ro&immutable=1", slot.holder), found

    @contextmanager
    def _readable(self, backup: Backup, key: DataKey) -> Iterator[Path]:
        """The backup itself, or, where its schema is older, an encrypted copy that is brought up to date and gone
        afterwards."""
        original = backup.place / DATABASE
        if not needs_migration(original, key, self._scripts):
            yield original
            return
        with tempfile.TemporaryDirectory(prefix="bip-") as folder:  # mode 0700
            copy = Path(folder) / DATABASE
            shutil.copyfile(original, copy)
            copy.chmod(0o600)
            migrate(copy, key, self._scripts)
            refuse_damage(copy, key)
            yield copy


def _read(connection: Any, backup: Backup, ring: Keyring, holder: str) -> WhatWasOn:
    def one(query: str, *values: object) -> Any:
        return connection.execute(query, values).fetchone()[0]

    first, last = connection.execute(
        "SELECT min(held_on), max(held_on) FROM meeting WHERE state <> 'voided'"
    ).fetchone()
    uses = connection.execute(
        "SELECT e.at, coalesce(w.name, ''), e.what, coalesce(c.case_number, '') FROM audit_entry e"
        " LEFT JOIN caseworker w ON w.caseworker_id = e.actor LEFT JOIN citizen c ON c.citizen_id = e.subject"
        " ORDER BY e.seq DESC LIMIT ?",
        (USES,),
    ).fetchall()
    answers = "SELECT count(*) FROM answer WHERE item LIKE ?"
    return WhatWasOn(
        site_name=one("SELECT site_name FROM installation"),
        made_at=backup.made_at,
        looked_by=one("SELECT coalesce(max(name), '') FROM caseworker WHERE caseworker_id = ?", holder),
        citizens=one("SELECT count(*) FROM citizen"),
        measured=one("SELECT count(DISTINCT citizen_id) FROM meeting WHERE state <> 'voided'"),
        meetings=one("SELECT count(*) FROM meeting WHERE state <> 'voided'"),
        first_meeting=date.fromisoformat(first) if first else None,
        last_meeting=date.fromisoformat(last) if last else None,
        citizens_answers=one(answers, "B%"),
        caseworkers_answers=one(answers, "S%"),
        own_words=one("SELECT (SELECT count(*) FROM goal) + (SELECT count(*) FROM task)"),
        notes=one(
            "SELECT (SELECT count(*) FROM reflection) + (SELECT count(*) FROM caseworker_change WHERE note <> '')"
        ),
        caseworkers=one("SELECT count(*) FROM caseworker"),
        passphrases=sum(slot.kind is SlotKind.PASSPHRASE for slot in ring.slots),
        has_recovery_key=any(slot.kind is SlotKind.RECOVERY for slot in ring.slots),
        last_used=datetime.fromisoformat(uses[0][0]) if uses else None,
        uses=tuple(LastUse(datetime.fromisoformat(at), who, Happened(what), number) for at, who, what, number in uses),
    )
