# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A process that imports a file and is killed at one of its rows:
`python -m tests.services.importing_process FOLDER FILE ROW`."""

import os
import signal
import sys
from pathlib import Path

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.citizen import Citizen
from bip_desktop.paths import Places
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.citizen_store import CitizenStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import INSTALLATION, KAREN, PASSPHRASE, Calendar


def main(folder: str, file: str, row: str) -> None:
    store, _ = FolderVault(Path(folder), ROOT / "db").open(PASSPHRASE)
    desk = open_desk(Unlocked(store, INSTALLATION, KAREN), Places(Path(folder)), Calendar())
    preview = desk.importing.preview(Path(file))
    add, done = CitizenStore.add, []

    def deadly(self: CitizenStore, citizen: Citizen) -> None:
        add(self, citizen)
        done.append(citizen)
        if len(done) == int(row):
            os.write(1, b"killed\n")
            os.kill(os.getpid(), signal.SIGKILL)

    CitizenStore.add = deadly  # type: ignore[method-assign]
    desk.importing.create(preview)
    os.write(1, b"done\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
