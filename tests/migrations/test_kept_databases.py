# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every database that was ever released still opens, with all that is in it."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from bip_desktop.storage.migrations import newest_revision
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.migrations.kept_databases import FOLDER, PASSPHRASE, SCRIPTS, check, fill
from tests.storage.invented import INSTALLATION, KAREN

KEPT = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("kept", KEPT, ids=[path.name for path in KEPT])
def test_a_database_of_an_earlier_release_opens_with_all_that_is_in_it(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path / "BIP")
    store, holder = FolderVault(tmp_path / "BIP", SCRIPTS).open(PASSPHRASE)
    assert holder == KAREN.caseworker_id
    with store.reading() as work:
        check(work, kept.name)
    assert store.damage() == ()
    store.close()


def test_a_database_of_the_newest_schema_is_kept() -> None:
    assert KEPT[-1].name == newest_revision(SCRIPTS)


def test_what_is_kept_has_a_row_in_every_table(tmp_path: Path) -> None:
    store: DatabaseStore = FolderVault(tmp_path / "BIP", SCRIPTS).create(PASSPHRASE, KAREN, "", INSTALLATION)
    fill(store)
    with store._reader.connect() as connection:
        found = MetaData()
        found.reflect(connection)
        empty = [name for name, table in found.tables.items() if connection.execute(select(table)).first() is None]
    store.close()
    assert empty == []
