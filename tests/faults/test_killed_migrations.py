# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Killed while the schema is brought up to date, or while the jobcentre is made: old or new, never between."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from bip_desktop.paths import DATABASE, KEY_FILE
from bip_desktop.storage.engine import connect
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.migrations import migrate, newest_revision
from bip_desktop.storage.vault import FolderVault
from bip_desktop.storage.verifying import damage_of
from tests.faults.nursery import Nursery, moment
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT
from tests.migrations.kept_databases import FOLDER
from tests.migrations.kept_databases import PASSPHRASE as KEPT_PASSPHRASE
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE

SCRIPTS = ROOT / "db"
STEPS = [f"{number:04d}" for number in range(2, int(newest_revision(SCRIPTS)) + 1)]


def scripts_up_to(revision: str, folder: Path) -> Path:
    """The migrations as they were when `revision` was the newest."""
    scripts = folder / "db"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (scripts / "versions").iterdir():
        if path.name[:4] > revision:
            path.unlink()
    return scripts


def content(path: Path, key: DataKey) -> tuple[str, ...]:
    """Schema and data, every table of them."""
    connection = connect(path, key)
    try:
        said = [str(row) for row in connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")]
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in sorted(tables):
            said += sorted(f"{table}: {row}" for row in connection.execute(f"SELECT * FROM {table}"))
        return tuple(said)
    finally:
        connection.close()


@pytest.mark.soak("kills in one migration: the old schema and data, or the new, never between", small=12, full=200)
@pytest.mark.parametrize("revision", STEPS)
def test_a_migration_killed_at_any_moment_leaves_the_old_or_the_new(
    rounds: Rounds, revision: str, tmp_path: Path
) -> None:
    """Broken once by a transaction that ends before the version is written."""
    before = FOLDER / f"{int(revision) - 1:04d}"
    _, key = Keyring.read(before / KEY_FILE).opened(KEPT_PASSPHRASE)
    scripts, path = scripts_up_to(revision, tmp_path), tmp_path / "BIP" / DATABASE

    def afresh() -> None:
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(before, path.parent)

    afresh()
    old = content(path, key)
    migrate(path, key, scripts)
    new = content(path, key)
    chance, found = random.Random(20261121), Counter[str]()
    with Nursery("migrate") as nursery:
        afresh()
        whole = nursery.child(key, path, scripts)
        assert list(whole.said) == ["migrated"]
        for number in rounds:
            afresh()
            ended = nursery.child(key, path, scripts, kill_after=moment(chance, whole.seconds))
            is_new = content(path, key) == new
            assert is_new or (content(path, key) == old and not ended.said), number
            assert damage_of(path, key) == (), number
            found["new" if is_new else "old"] += 1
    rounds.found(left_old=found["old"], left_new=found["new"], between=0)
    assert found["old"]


@pytest.mark.soak("kills in the first start: nothing is there, or a jobcentre that opens", 8, 200, 3)
def test_a_first_start_killed_at_any_moment_can_be_made_again_or_opens(rounds: Rounds, tmp_path: Path) -> None:
    """Broken once by a key file that is written before the database."""
    chance, found = random.Random(20261121), Counter[str]()
    with Nursery("make") as nursery:
        whole = nursery.child(DataKey.random(), tmp_path / "first")
        for number in rounds:
            folder = tmp_path / f"BIP{number}"
            ended = nursery.child(DataKey.random(), folder, kill_after=moment(chance, whole.seconds))
            vault = FolderVault(folder, SCRIPTS)
            there = vault.exists()
            assert there or not ended.said
            store = vault.open(PASSPHRASE)[0] if there else vault.create(PASSPHRASE, KAREN, "", INSTALLATION)
            with store.reading() as work:
                assert work.people.installation() == INSTALLATION
            store.close()
            found["opens" if there else "nothing"] += 1
            shutil.rmtree(folder)
    rounds.found(left_nothing=found["nothing"], left_what_opens=found["opens"], between=0)
    assert found["nothing"]
