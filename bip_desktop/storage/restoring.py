# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A backup that takes the place of the database: looked at first, made ready beside it, changed over at once.

What was there is set aside as it is, never deleted. Whoever was erased since does not come back. The database is a new
installation from then on: what the old one sent after the backup cannot be taken up again, so its numbers, its key and
the revisions of its rows begin beyond all that.
"""

import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.backup import Backup, Lost
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.rights import Role
from bip_desktop.paths import BACKUPS, DATABASE, KEY_FILE, SET_ASIDE
from bip_desktop.services.ports import Now
from bip_desktop.storage.audit_store import AuditStore
from bip_desktop.storage.backups import SPARE, backups_below, backups_in, is_whole
from bip_desktop.storage.copying import counts_of, row_counts
from bip_desktop.storage.disks import refuse_shared
from bip_desktop.storage.durable_files import PRIVATE_FILE, known_file_errors, make_private_folder, rename
from bip_desktop.storage.engine import connect, known_errors, writing_engine
from bip_desktop.storage.erasing import FolderErasures, erase, erased_in
from bip_desktop.storage.handed_over import HandedOverList, kept_in
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.migrations import migrate, needs_migration
from bip_desktop.storage.replacing import prepared, replace_pair
from bip_desktop.storage.tables import CitizenRow, InstallationRow
from bip_desktop.storage.verifying import damage_of, refuse_damage

BEYOND = 1_000
"""More revisions than a citizen gets between two backups: what the restored database sends is newer than all before."""


class FolderRestoring:
    """Fulfils `safekeeping_ports.Restorer` for the jobcentre in one folder."""

    def __init__(self, folder: Path, scripts: Path, now: Now = datetime.now) -> None:
        self._folder = folder
        self._scripts = scripts
        self._now = now

    def offered(self, elsewhere: Path | None = None) -> tuple[Backup, ...]:
        """Backups, newest first: those here, or those in a folder elsewhere and in its folders."""
        return backups_in(self._folder / BACKUPS) if elsewhere is None else backups_below(elsewhere)

    def newest(self) -> Backup | None:
        """The newest backup here whose bytes are those that were verified."""
        return next((each for each in self.offered() if is_whole(each)), None)

    def since(self, backup: Backup) -> timedelta | None:
        """From the backup to the last time that something was written."""
        paths = [self._folder / (DATABASE + ending) for ending in ("", "-wal")]
        written = [path.stat().st_mtime for path in paths if path.exists() and path.stat().st_size]
        if not written:
            return None
        return max(timedelta(0), datetime.fromtimestamp(max(written)) - backup.made_at)  # noqa: DTZ006 - as made_at

    def look(self, backup: Backup, secret: str) -> tuple[frozenset[Role], Lost]:
        """What the person with this secret is, and what would be lost since `backup`: by the present database, as far
        as that can say.

        Raises `BipError`: PASSPHRASE_WRONG, BACKUP_DAMAGED, KEY_FILE_*, DATABASE_NEWER.
        """
        with known_file_errors():
            holder, key, _ = self._opened(backup, secret)
            roles = self._roles(backup, key, holder)
            if self._lacks_only_its_key_file(key, secret):
                return roles, Lost(timedelta(0), 0, 0, 0, only_key_file=True)
            then = counts_of(backup.place / DATABASE, key)
            now = self._present_counts(key, secret)
        return roles, Lost(
            since=self.since(backup),
            citizens=None if now is None else max(0, now.get("citizen", 0) - then.get("citizen", 0)),
            meetings=None if now is None else max(0, now.get("meeting", 0) - then.get("meeting", 0)),
            answers=None if now is None else max(0, now.get("answer", 0) - then.get("answer", 0)),
        )

    def restore(self, backup: Backup, secret: str) -> None:
        """Puts `backup` in the place of the database, which has to be closed.

        Killed at any moment, the old pair of files opens, or the new one. Raises `BipError` as `look` does, and
        DISK_FULL, DATABASE_WRITE; then all is as it was.
        """
        refuse_shared(self._folder)
        with known_file_errors():
            holder, key, ring = self._opened(backup, secret)
            if self._lacks_only_its_key_file(key, secret):
                self._put_back_key_file(ring)
                return
            self._refuse_full_disk(backup)
            erased = {*FolderErasures(self._folder).all(), *erased_in(backup.place.parent)}
            with prepared(self._folder) as part:
                database = part / DATABASE
                shutil.copyfile(backup.place / DATABASE, database)
                database.chmod(PRIVATE_FILE)
                refuse_damage(database, key)
                if needs_migration(database, key, self._scripts):
                    migrate(database, key, self._scripts)
                _begin_anew(database, key, erased)
                _log_restore(database, key, holder, self._now(), backup)
                refuse_damage(database, key)
                ring.write(part / KEY_FILE)
                FolderErasures(self._folder).record_all(erased)
                HandedOverList(self._folder).record_all(kept_in(backup.place.parent))
                replace_pair(self._folder, aside=self._name_aside())

    def _roles(self, backup: Backup, key: DataKey, holder: CaseworkerId) -> frozenset[Role]:
        """By the present database where it can be read: a role that was taken does not come back with a backup."""
        with suppress(BipError):
            return roles_in(self._folder / DATABASE, key, "mode=ro", holder)
        return roles_in(backup.place / DATABASE, key, "mode=ro&immutable=1", holder)

    def _lacks_only_its_key_file(self, key: DataKey, secret: str) -> bool:
        """Whether the present database is whole and the backup's key opens it, while its own key file does not."""
        present = self._present_ring()
        if present is not None:
            try:
                present.opened(secret)
                return False
            except BipError as error:
                if error.code is not Code.KEY_FILE_DAMAGED:
                    return False
        with suppress(BipError, OSError):
            return not damage_of(self._folder / DATABASE, key)
        return False

    def _put_back_key_file(self, ring: Keyring) -> None:
        path = self._folder / KEY_FILE
        if path.exists():
            aside = self._folder / SET_ASIDE / self._name_aside()
            make_private_folder(aside.parent)
            make_private_folder(aside)
            rename(path, aside / KEY_FILE)
        ring.write(path)

    def _name_aside(self) -> str:
        return f"{self._now():%Y-%m-%d}-{secrets.token_hex(3)}"

    def _opened(self, backup: Backup, secret: str) -> tuple[CaseworkerId, DataKey, Keyring]:
        """With the present key file where that opens the backup too: it has the passphrases of today."""
        ring = Keyring.read(backup.place / KEY_FILE)
        present = self._present_ring()
        fault = BipError(Code.BACKUP_DAMAGED)
        for each in (present, ring):
            if each is not None:
                try:
                    slot, key = each.opened(secret)
                except BipError as error:
                    fault = error
                    continue
                if _opens(backup, key):
                    return slot.holder, key, each
                fault = BipError(Code.BACKUP_DAMAGED)
        raise fault if is_whole(backup) else BipError(Code.BACKUP_DAMAGED)

    def _present_ring(self) -> Keyring | None:
        with suppress(BipError, OSError):
            return Keyring.read(self._folder / KEY_FILE)
        return None

    def _present_counts(self, key: DataKey, secret: str) -> dict[str, int] | None:
        """None where the present database cannot be read: it is damaged, or somebody else's."""
        database = self._folder / DATABASE
        if not database.exists():
            return None
        with suppress(BipError):
            return _counts(database, key)
        ring = self._present_ring()
        with suppress(BipError):
            return None if ring is None else _counts(database, ring.opened(secret)[1])
        return None

    def _refuse_full_disk(self, backup: Backup) -> None:
        make_private_folder(self._folder)
        if shutil.disk_usage(self._folder).free < 2 * backup.size + SPARE:
            raise BipError(Code.DISK_FULL)


def _counts(database: Path, key: DataKey) -> dict[str, int]:
    with known_errors():
        connection = connect(database, key, query="mode=ro")
        try:
            return row_counts(connection)
        finally:
            connection.close()


def roles_in(database: Path, key: DataKey, query: str, holder: CaseworkerId) -> frozenset[Role]:
    """What a person is, in a database that is only read."""
    with known_errors():
        connection = connect(database, key, query=query)
        try:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'caseworker_role'").fetchone()
            if known is None:  # from before there were any
                return frozenset({Role.ADMINISTRATOR})
            found = connection.execute("SELECT role FROM caseworker_role WHERE caseworker_id = ?", (holder,)).fetchall()
        finally:
            connection.close()
    return frozenset(Role(role) for (role,) in found)


def _opens(backup: Backup, key: DataKey) -> bool:
    try:
        counts_of(backup.place / DATABASE, key)
    except BipError:
        return False
    return True


def _log_restore(database: Path, key: DataKey, holder: CaseworkerId, at: datetime, backup: Backup) -> None:
    """Says in the log of use that what came after the backup is gone from it."""
    engine = writing_engine(database, key)
    try:
        with known_errors(), engine.begin() as connection:
            AuditStore(connection).append(holder, at, [Event(Happened.RESTORED, detail=f"backup={backup.number}")])
    finally:
        engine.dispose()


def _begin_anew(database: Path, key: DataKey, erased: Iterable[CitizenId]) -> None:
    """Another installation, without those who were erased since."""
    engine = writing_engine(database, key)
    try:
        with known_errors(), engine.begin() as connection:
            for citizen_id in sorted(erased):
                erase(connection, citizen_id)
            connection.execute(update(CitizenRow).values(revision=CitizenRow.revision + BEYOND))
            connection.execute(
                update(InstallationRow).values(
                    installation_id=secrets.token_hex(3), signing_key=secrets.token_bytes(32)
                )
            )
    finally:
        engine.dispose()
    with known_errors():
        connection = connect(database, key)
        try:
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
