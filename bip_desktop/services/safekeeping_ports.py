# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the services need of the files around the store: key file, backups, and what must not come back with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.backup import Backup, Lost, Reason
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.domain.rights import Role
from bip_desktop.domain.theft import WhatWasOn
from bip_desktop.services.ports import Installation, Store


class Vault(Protocol):
    """Where a jobcentre's key file and database are made and opened."""

    def exists(self) -> bool: ...
    def create(self, passphrase: str, caseworker: Caseworker, pin_hash: str, installation: Installation) -> Store: ...
    def open(self, passphrase: str) -> tuple[Store, CaseworkerId]: ...


@dataclass(frozen=True, slots=True)
class SlotSeen:
    """What can be seen of a slot of the key file without a passphrase."""

    holder: CaseworkerId
    is_recovery: bool
    is_old: bool
    """Whether its holder has to unlock once more before anybody can be removed."""


class KeyCustody(Protocol):
    """Who can open the jobcentre. Each change asks for a secret that opens: a passphrase or the recovery key."""

    def slots(self) -> Sequence[SlotSeen]: ...
    def check(self, secret: str) -> CaseworkerId: ...
    def give(self, secret: str, holder: CaseworkerId, passphrase: str) -> None: ...
    def change(self, secret: str, passphrase: str) -> None: ...
    def set_recovery_key(self, secret: str, recovery_key: RecoveryKey) -> None: ...
    def remove(self, secret: str, holder: CaseworkerId) -> None:
        """Gives the database a new key without `holder`; the store must be closed."""
        ...


class Backups(Protocol):
    """Verified backups on this computer."""

    def all(self) -> Sequence[Backup]:
        """Newest first."""
        ...

    def make(self, reason: Reason) -> Backup:
        """Makes one, lets go of those not needed. Raises `BipError`: BACKUP_*, DATABASE_DAMAGED, KEY_FILE_*."""
        ...


class BackupShare(Protocol):
    """A second place for the same backups, where one was chosen. Raises `BipError` BACKUP_SHARE."""

    @property
    def folder(self) -> Path | None: ...
    @property
    def reached(self) -> datetime | None:
        """When it last had all there is."""
        ...

    def choose(self, folder: Path | None) -> None: ...
    def bring_up_to_date(self) -> None: ...


class Erasures(Protocol):
    """Who must not come back with a backup: random identities alone."""

    def record(self, citizen_id: CitizenId) -> None:
        """Remembers an erasure; comes before it is carried out."""
        ...

    def all(self) -> Sequence[CitizenId]: ...


class Restorer(Protocol):
    """Puts a backup in the place of a database that is closed."""

    def offered(self, elsewhere: Path | None = None) -> Sequence[Backup]:
        """Those here, or those in a folder elsewhere, newest first."""
        ...

    def newest(self) -> Backup | None:
        """The newest here that is still as it was verified."""
        ...

    def since(self, backup: Backup) -> timedelta | None:
        """From the backup to the last time that something was written; None where there is no database."""
        ...

    def look(self, backup: Backup, secret: str) -> tuple[frozenset[Role], Lost]:
        """What the person with this secret is, and what would be lost. Raises `BipError`."""
        ...

    def restore(self, backup: Backup, secret: str) -> None: ...


class BackupReader(Protocol):
    """Looks into backups, also those of another computer, and changes nothing."""

    def offered(self, folder: Path) -> Sequence[Backup]:
        """Newest first."""
        ...

    def look(self, backup: Backup, secret: str) -> tuple[frozenset[Role], WhatWasOn]:
        """What the person with this secret is, and what was on. Raises `BipError`."""
        ...
