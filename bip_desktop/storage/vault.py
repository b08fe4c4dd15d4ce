# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where a jobcentre's key file and database lie, and how they are made and opened."""

from datetime import datetime
from functools import partial
from pathlib import Path

from bip_desktop.domain.backup import Reason
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.rights import Role
from bip_desktop.paths import DATABASE, KEY_FILE, holds_jobcentre
from bip_desktop.services.ports import Installation, Now
from bip_desktop.storage.backups import FolderBackups
from bip_desktop.storage.copying import copy_database
from bip_desktop.storage.disks import refuse_shared
from bip_desktop.storage.durable_files import (
    flush,
    known_file_errors,
    make_private_file,
    make_private_folder,
    part_of,
    rename,
)
from bip_desktop.storage.engine import known_errors, writing_engine
from bip_desktop.storage.keyring import SLOT_VERSION, DataKey, Keyring, Slot
from bip_desktop.storage.migrations import migrate, needs_migration, stored_revision
from bip_desktop.storage.people_store import PeopleStore
from bip_desktop.storage.replacing import BESIDE, complete
from bip_desktop.storage.rights_store import RightsStore
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.verifying import refuse_damage

READ_AT_ONCE = 64 * 2**20
"""Bytes: a database up to this size is read in full at each unlock (a fraction of a second); a larger one by the day's
first backup."""


class FolderVault:
    """Fulfils `safekeeping_ports.Vault` in one private folder. `scripts` is the folder of the migrations."""

    def __init__(self, folder: Path, scripts: Path, now: Now = datetime.now) -> None:
        self._folder = folder
        self._key_file = folder / KEY_FILE
        self._database = folder / DATABASE
        self._scripts = scripts
        self._now = now

    def exists(self) -> bool:
        """Whether there is a jobcentre here, or what is left of one."""
        return holds_jobcentre(self._folder)

    def create(
        self, passphrase: str, caseworker: Caseworker, pin_hash: str, installation: Installation
    ) -> DatabaseStore:
        """Makes key file and database, with `caseworker` as the one who opens them.

        The database is whole under another name before the key file appears, and gets its own name last, so that a
        crash leaves nothing, or something that `open` completes. Raises `BipError` DATABASE_EXISTS, or as
        `known_errors` does.
        """
        if self.exists():
            raise BipError(Code.DATABASE_EXISTS)
        refuse_shared(self._folder)
        key = DataKey.random()
        # No label: the key file lies open, and a name has no business in it.
        ring = Keyring((Slot.sealing(key, passphrase, caseworker.caseworker_id),))
        part = part_of(self._database)
        with known_file_errors():
            make_private_folder(part.parent)
            _remove(part)
            make_private_file(part)
            try:
                migrate(part, key, self._scripts)
                _fill(part, key, caseworker, pin_hash, installation)
                flush(part)
                ring.write(self._key_file)
                rename(part, self._database)
            except BaseException:
                if not self._database.exists():
                    self._key_file.unlink(missing_ok=True)
                    _remove(part)
                raise
        return DatabaseStore(self._database, key)

    def open(self, passphrase: str) -> tuple[DatabaseStore, CaseworkerId]:
        """Opens the database, brings its schema up to date (after a backup), and says whose passphrase it was.

        Raises `BipError`: KEY_FILE_MISSING, DATABASE_MISSING, KEY_FILE_LOCKED, KEY_FILE_DAMAGED, PASSPHRASE_WRONG,
        DATABASE_DAMAGED, DATABASE_NEWER; for all of these both files are as they were.
        """
        refuse_shared(self._folder)
        with known_file_errors():
            complete(self._folder)
            if not self._key_file.exists():
                raise BipError(Code.KEY_FILE_MISSING)
            self._complete()
            if not self._database.exists():
                raise BipError(Code.DATABASE_MISSING)
            ring = Keyring.read(self._key_file)
            slot, key = ring.opened(passphrase)
        is_old = needs_migration(self._database, key, self._scripts)
        if self._database.stat().st_size <= READ_AT_ONCE:
            refuse_damage(self._database, key)
        if is_old:
            self._back_up(key)
            migrate(self._database, key, self._scripts)
        if slot.version < SLOT_VERSION:
            with known_file_errors():
                ring.with_slot(slot.resealed(key, passphrase)).write(self._key_file)
        return DatabaseStore(self._database, key), slot.holder

    def _back_up(self, key: DataKey) -> None:
        copy = partial(copy_database, self._database, key)
        schema, _ = stored_revision(self._database, key)
        FolderBackups(self._folder, copy, self._now, schema).make(Reason.MIGRATION)

    def _complete(self) -> None:
        """Gives the database its name where a crash came between the key file's appearance and that."""
        part = part_of(self._database)
        if part.exists() and not self._database.exists():
            rename(part, self._database)


def _fill(path: Path, key: DataKey, caseworker: Caseworker, pin_hash: str, installation: Installation) -> None:
    engine = writing_engine(path, key)
    try:
        with known_errors(), engine.begin() as connection:
            people = PeopleStore(connection)
            people.set_installation(installation)
            people.add(caseworker)
            RightsStore(connection).set_roles(
                caseworker.caseworker_id, frozenset({Role.CASEWORKER, Role.ADMINISTRATOR})
            )
            people.set_pin_hash(caseworker.caseworker_id, pin_hash)
    finally:
        engine.dispose()


def _remove(database: Path) -> None:
    for name in (database.name, *(database.name + ending for ending in BESIDE)):
        database.with_name(name).unlink(missing_ok=True)
