# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One byte of a closed file is another one: it is said, never taken for an answer, and the file stays as it is."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.paths import DATABASE, KEY_FILE
from bip_desktop.storage.engine import known_errors
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from bip_desktop.storage.verifying import damage_of
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT
from tests.migrations import kept_databases
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE

T = TypeVar("T")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DataKey]:
    """A closed jobcentre with something in every table."""
    folder = tmp_path_factory.mktemp("full") / "BIP"
    store = FolderVault(folder, ROOT / "db").create(PASSPHRASE, KAREN, "", INSTALLATION)
    kept_databases.fill(store)
    store.close()
    return folder, Keyring.read(folder / KEY_FILE).opened(PASSPHRASE)[1]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """With one byte changed, anywhere."""
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]


def everything(path: Path, key: DataKey) -> list[str]:
    """Every row of every table, as the program's own connections read them."""
    store = DatabaseStore(path, key)
    try:
        with known_errors(), store._reader.connect() as connection:
            tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
            return [
                f"{table}: {row}"
                for table in sorted(tables)
                for row in connection.exec_driver_sql(f"SELECT * FROM {table} NOT INDEXED").fetchall()
            ]
    finally:
        store.close()


def said(read: Callable[[], T]) -> T | Code:
    """What is read, or the code of the error instead."""
    try:
        return read()
    except BipError as error:
        return error.code


@pytest.mark.soak("byte flips of the closed database: no wrong value read, all found, the file kept", 25, 1_000, 2)
def test_a_flipped_byte_of_the_database_is_never_taken_for_an_answer(
    rounds: Rounds, full: tuple[Path, DataKey], tmp_path: Path
) -> None:
    """Broken once by connections without `cipher_use_hmac`."""
    folder, key = full
    original, right = (folder / DATABASE).read_bytes(), everything(folder / DATABASE, key)
    chance, found, path = random.Random(20261121), Counter[str](), tmp_path / DATABASE
    for number in rounds:
        damaged = flipped(original, chance)
        path.write_bytes(damaged)
        read = said(lambda: everything(path, key))
        assert read in (right, Code.DATABASE_DAMAGED), f"flip {number} gives a wrong value"
        found["refused"] += read is Code.DATABASE_DAMAGED
        assert said(lambda: damage_of(path, key)) != (), f"flip {number} is not found"
        assert path.read_bytes() == damaged, "it has been written to"
    rounds.found(found=len(rounds), refused_at_once=found["refused"], in_unread_pages=len(rounds) - found["refused"])
    rounds.found(wrong_values=0, files_written_to=0)


@pytest.mark.soak(
    "byte flips of the key file: opens, or is said to be damaged, never called a wrong passphrase", 20, 500, 2
)
def test_a_flipped_byte_of_the_key_file_is_never_taken_for_a_wrong_passphrase(
    rounds: Rounds, full: tuple[Path, DataKey], tmp_path: Path
) -> None:
    """Broken once by slots without a checksum."""
    folder, key = full
    original = (folder / KEY_FILE).read_bytes()
    chance, found, path = random.Random(20261121), Counter[str](), tmp_path / KEY_FILE
    for number in rounds:
        damaged = flipped(original, chance)
        path.write_bytes(damaged)
        opened = said(lambda: Keyring.read(path).opened(PASSPHRASE)[1].raw)
        assert opened in (key.raw, Code.KEY_FILE_DAMAGED), number
        found["damaged" if opened is Code.KEY_FILE_DAMAGED else "opens"] += 1
        assert path.read_bytes() == damaged
    rounds.found(said_to_be_damaged=found["damaged"], opened_all_the_same=found["opens"], wrong_passphrase=0)
    assert found["damaged"]
