# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups of an open jobcentre: at exit, at the first unlock of a day, and before what cannot be taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.backup import Backup, Reason
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.ports import Now
from bip_desktop.services.safekeeping_ports import Backups, BackupShare

SHARE_OVERDUE = timedelta(days=7)
"""A laptop may be away from the office for some days, and nobody needs to hear of it."""


class BackingUp:
    """Makes backups, and copies them to the share, where one was chosen."""

    def __init__(self, access: Access, backups: Backups, share: BackupShare, now: Now) -> None:
        self._access = access
        self._backups = backups
        self._share = share
        self._now = now

    def all(self) -> Sequence[Backup]:
        """Those on this computer, newest first."""
        return self._backups.all()

    def make(self, reason: Reason) -> Backup:
        """Makes one. Raises `BipError`: BACKUP_SPACE, BACKUP_WRITE, DATABASE_DAMAGED, KEY_FILE_*."""
        return self._backups.make(reason)

    def daily(self) -> Backup | None:
        """Makes the day's first one; None where the day has one. Raises `BipError` as `make` does."""
        newest = next(iter(self._backups.all()), None)
        today = self._now().date()
        return None if newest is not None and newest.made_at.date() == today else self.make(Reason.DAILY)

    def asked(self) -> Backup:
        """Makes one because somebody wants it. Raises `BipError` as `make` does, and RIGHT_REFUSED."""
        with self._access.acting(Action.ADMINISTER) as act:
            act.log(Event(Happened.BACKED_UP, detail=Reason.ASKED.value))
        return self.make(Reason.ASKED)

    def at_exit(self) -> Backup:
        """Makes the last one. Raises `BipError` as `make` does."""
        return self.make(Reason.EXIT)

    @property
    def share(self) -> Path | None:
        """Where backups are copied to; None where they only lie here."""
        return self._share.folder

    @property
    def share_reached(self) -> datetime | None:
        """When the share last had all there is; None where it never had."""
        return self._share.reached

    @property
    def is_share_overdue(self) -> bool:
        """Whether the share has been away for so long that somebody should know."""
        reached = self._share.reached
        return self._share.folder is not None and (reached is None or self._now() - reached > SHARE_OVERDUE)

    def choose_share(self, folder: Path | None) -> None:
        """Copies to `folder` from now on; None: nowhere.

        Raises `BipError` BACKUP_SHARE where it cannot be written, RIGHT_REFUSED.
        """
        with self._access.acting(Action.ADMINISTER) as act:
            act.log(Event(Happened.SETTINGS, detail="backup share" if folder else "no backup share"))
        self._share.choose(folder)

    def copy_to_share(self) -> None:
        """Brings the share up to date. It may be slow, or hang. Raises `BipError` BACKUP_SHARE."""
        self._share.bring_up_to_date()
