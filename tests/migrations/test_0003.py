# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The third schema: who is what, in a jobcentre that knew no roles."""

import shutil
from pathlib import Path

from bip_desktop.domain.audit import START
from bip_desktop.domain.rights import Role
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import FOLDER, PASSPHRASE, SCRIPTS
from tests.storage.invented import BO, KAREN


def test_everybody_is_a_caseworker_and_whoever_was_there_first_an_administrator(tmp_path: Path) -> None:
    """Fails where the migration gives no roles: then nobody could open anything."""
    shutil.copytree(FOLDER / "0002", tmp_path / "BIP")
    store, _ = FolderVault(tmp_path / "BIP", SCRIPTS).open(PASSPHRASE)
    with store.reading() as work:
        roles = {each.caseworker_id: work.rights.roles(each.caseworker_id) for each in work.people.caseworkers()}
        assert work.audit.head() == START
    store.close()
    assert roles == {
        KAREN.caseworker_id: {Role.CASEWORKER, Role.ADMINISTRATOR},
        BO.caseworker_id: {Role.CASEWORKER},
    }
