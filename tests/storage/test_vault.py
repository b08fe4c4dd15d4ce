# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The folder of a jobcentre: made whole, opened, and left alone when it cannot be opened."""

import hashlib
import os
import shutil
import stat
from pathlib import Path

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services import ports, safekeeping_ports
from bip_desktop.storage import durable_files, vault
from bip_desktop.storage.migrations import needs_migration
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.storage.conftest import Jobcentre
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE, citizen

PAGE = 4096
"""Bytes: SQLCipher's own."""


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def _refusal(vault: FolderVault, passphrase: str = PASSPHRASE) -> Code:
    with pytest.raises(BipError) as caught:
        vault.open(passphrase)
    return caught.value.code


def test_the_first_start_makes_a_jobcentre_that_opens_again(tmp_path: Path, scripts: Path) -> None:
    pins: ports.PinHasher = Argon2PinHasher()
    vault: safekeeping_ports.Vault = FolderVault(tmp_path / "BIP", scripts)
    assert not vault.exists()
    store = vault.create(PASSPHRASE, KAREN, pins.hash("4711"), INSTALLATION)
    with store.writing() as work:
        work.citizens.add(citizen())
    store.close()

    assert vault.exists()
    store, holder = vault.open(PASSPHRASE)
    with store.reading() as work:
        assert holder == KAREN.caseworker_id
        assert work.people.installation() == INSTALLATION
        assert work.people.caseworkers() == [KAREN]
        assert pins.fits(work.people.pin_hash(holder), "4711")
        assert not pins.fits(work.people.pin_hash(holder), "4712")
        assert work.citizens.get(citizen().citizen_id) == citizen()
    store.close()


def test_only_whole_files_are_left_and_only_their_owner_may_read_them(jobcentre: Jobcentre) -> None:
    assert {path.name for path in jobcentre.folder.iterdir()} == {"bip.key", "bip.db"}
    if os.name == "posix":
        assert stat.S_IMODE(jobcentre.database.stat().st_mode) == 0o600
        assert stat.S_IMODE(jobcentre.key_file.stat().st_mode) == 0o600
        assert stat.S_IMODE(jobcentre.folder.stat().st_mode) == 0o700


def test_nobody_without_a_pin_has_the_empty_pin() -> None:
    assert not Argon2PinHasher().fits("", "")


def test_a_wrong_passphrase_changes_no_byte(jobcentre: Jobcentre, scripts: Path) -> None:
    before = _hashes(jobcentre.folder)
    for guess in ("", "fire små heste", PASSPHRASE.upper()):
        assert _refusal(FolderVault(jobcentre.folder, scripts), guess) is Code.PASSPHRASE_WRONG
    assert _hashes(jobcentre.folder) == before


@pytest.mark.parametrize("left", ["bip.key", "bip.db"])
def test_a_jobcentre_is_never_made_over_what_is_there(left: str, jobcentre: Jobcentre, scripts: Path) -> None:
    for name in {"bip.key", "bip.db"} - {left}:
        (jobcentre.folder / name).unlink()
    before = _hashes(jobcentre.folder)
    with pytest.raises(BipError) as caught:
        FolderVault(jobcentre.folder, scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    assert caught.value.code is Code.DATABASE_EXISTS
    assert _hashes(jobcentre.folder) == before


def test_a_missing_key_file_is_told_apart_from_a_missing_database(jobcentre: Jobcentre, scripts: Path) -> None:
    vault = FolderVault(jobcentre.folder, scripts)
    aside = jobcentre.database.rename(jobcentre.folder / "aside")
    assert vault.exists()
    assert _refusal(vault) is Code.DATABASE_MISSING
    aside.rename(jobcentre.database)
    jobcentre.key_file.unlink()
    assert vault.exists()
    assert _refusal(vault) is Code.KEY_FILE_MISSING


@pytest.mark.parametrize("content", [b"", b"not a database", os.urandom(40_960), b"SQLite format 3\0" + bytes(8_176)])
def test_a_file_that_is_no_database_of_ours_is_damaged_and_left_alone(
    content: bytes, jobcentre: Jobcentre, scripts: Path
) -> None:
    jobcentre.database.write_bytes(content)
    before = _hashes(jobcentre.folder)
    assert _refusal(FolderVault(jobcentre.folder, scripts)) is Code.DATABASE_DAMAGED
    assert _hashes(jobcentre.folder) == before


def test_a_database_of_another_key_is_damaged(jobcentre: Jobcentre, scripts: Path, tmp_path: Path) -> None:
    FolderVault(tmp_path / "other", scripts).create(PASSPHRASE, KAREN, "", INSTALLATION).close()
    shutil.copy(tmp_path / "other" / "bip.db", jobcentre.database)
    assert _refusal(FolderVault(jobcentre.folder, scripts)) is Code.DATABASE_DAMAGED


def test_a_flipped_bit_in_the_first_page_is_damage_and_the_bytes_are_kept(jobcentre: Jobcentre, scripts: Path) -> None:
    content = bytearray(jobcentre.database.read_bytes())
    content[700] ^= 1
    jobcentre.database.write_bytes(content)
    before = _hashes(jobcentre.folder)
    assert _refusal(FolderVault(jobcentre.folder, scripts)) is Code.DATABASE_DAMAGED
    assert _hashes(jobcentre.folder) == before


def test_a_flipped_bit_in_any_page_is_found_at_once_or_when_all_are_read(jobcentre: Jobcentre, scripts: Path) -> None:
    whole = jobcentre.database.read_bytes()
    found = []
    for place in range(700, len(whole), PAGE):
        content = bytearray(whole)
        content[place] ^= 1
        jobcentre.database.write_bytes(content)
        found.append(_found(jobcentre, scripts))
    assert set(found) == {"at once", "when all are read"}


def _found(jobcentre: Jobcentre, scripts: Path) -> str:
    try:
        needs_migration(jobcentre.database, jobcentre.key, scripts)
        store = DatabaseStore(jobcentre.database, jobcentre.key)
        damage = store.damage()
        store.close()
    except BipError as error:
        return "at once" if error.code is Code.DATABASE_DAMAGED else error.code.value
    return "when all are read" if damage else "never"


@pytest.mark.parametrize("step", ["make_private_file", "migrate", "_fill", "flush", "rename"])
def test_a_first_start_that_fails_leaves_nothing(
    step: str, tmp_path: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vault, step, fails)
    with pytest.raises(BipError) as caught:
        FolderVault(tmp_path / "BIP", scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    assert caught.value.code is Code.DISK_FULL
    assert list((tmp_path / "BIP").iterdir()) == []
    monkeypatch.undo()
    FolderVault(tmp_path / "BIP", scripts).create(PASSPHRASE, KAREN, "", INSTALLATION).close()


def test_a_crash_between_key_file_and_database_is_completed_at_the_next_opening(
    tmp_path: Path, scripts: Path, jobcentre: Jobcentre
) -> None:
    jobcentre.database.rename(durable_files.part_of(jobcentre.database))
    store, holder = FolderVault(jobcentre.folder, scripts).open(PASSPHRASE)
    store.close()
    assert holder == KAREN.caseworker_id
    assert {path.name for path in jobcentre.folder.iterdir()} == {"bip.key", "bip.db"}


def test_a_crash_before_the_key_file_appears_is_a_first_start_again(
    tmp_path: Path, scripts: Path, jobcentre: Jobcentre
) -> None:
    jobcentre.database.rename(durable_files.part_of(jobcentre.database))
    jobcentre.key_file.unlink()
    vault = FolderVault(jobcentre.folder, scripts)
    assert not vault.exists()
    vault.create("en helt ny sætning", KAREN, "", INSTALLATION).close()
    assert _refusal(vault) is Code.PASSPHRASE_WRONG
    vault.open("en helt ny sætning")[0].close()
