# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Going back to a backup: what would be lost is said first, and nothing that is there is thrown away."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bip_desktop.domain.backup import Backup, Lost
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.rights import Action, Verdict, stands, verdict
from bip_desktop.services.ports import Now
from bip_desktop.services.safekeeping_ports import Restorer
from bip_desktop.services.unlocking import Patience


class Restoring:
    """Restores a jobcentre, whether its database can still be read or not."""

    def __init__(self, restorer: Restorer, now: Now, patience: Patience) -> None:
        self._restorer = restorer
        self._patience = patience
        self.now = now

    def offered(self, elsewhere: Path | None = None) -> Sequence[Backup]:
        """Those on this computer, or those in a folder elsewhere, newest first."""
        return self._restorer.offered(elsewhere)

    def newest(self) -> Backup | None:
        """The newest on this computer that is still as it was verified; reads it in full."""
        return self._restorer.newest()

    def since(self, backup: Backup) -> timedelta | None:
        """How much work is newer than `backup`; None where there is no database."""
        return self._restorer.since(backup)

    def look(self, backup: Backup, secret: str) -> Lost:
        """What would be lost with `backup`.

        Raises `BipError`: PASSPHRASE_WRONG, PASSPHRASE_WAIT, BACKUP_DAMAGED, KEY_FILE_*, RIGHT_REFUSED for
        anybody's but an administrator's secret.
        """
        with self._patience.trying():
            roles, lost = self._restorer.look(backup, secret)
        if verdict(Action.ADMINISTER, stands(roles, own=False)) is not Verdict.YES:
            raise BipError(Code.RIGHT_REFUSED, action=Action.ADMINISTER.value)
        return lost

    def restore(self, backup: Backup, secret: str) -> None:
        """Puts `backup` in the place of the closed database. Raises `BipError` as `look` does, and DATABASE_NEWER,
        DISK_FULL, DATABASE_WRITE, ERASURES_DAMAGED: then all is as it was."""
        self.look(backup, secret)
        self._restorer.restore(backup, secret)
