# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What lay on a computer that was stolen or lost: from its last backup, without the computer."""

from collections.abc import Sequence
from pathlib import Path

from bip_desktop.domain.backup import Backup
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.rights import Action, Verdict, stands, verdict
from bip_desktop.domain.theft import WhatWasOn
from bip_desktop.services.ports import Now
from bip_desktop.services.safekeeping_ports import BackupReader
from bip_desktop.services.unlocking import Patience


class LookingInto:
    """Looks into a backup of any computer, for whoever has an administrator's passphrase or the recovery key."""

    def __init__(self, reader: BackupReader, now: Now, patience: Patience) -> None:
        self._reader = reader
        self._patience = patience
        self.now = now

    def offered(self, folder: Path) -> Sequence[Backup]:
        """The backups in a folder, newest first."""
        return self._reader.offered(folder)

    def look(self, backup: Backup, secret: str) -> WhatWasOn:
        """What was on. Raises `BipError`: PASSPHRASE_WRONG, RIGHT_REFUSED, BACKUP_DAMAGED, KEY_FILE_*."""
        with self._patience.trying():
            roles, found = self._reader.look(backup, secret)
        if verdict(Action.ADMINISTER, stands(roles, own=False)) is not Verdict.YES:
            raise BipError(Code.RIGHT_REFUSED, action=Action.ADMINISTER.value)
        return found
