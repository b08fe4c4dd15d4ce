# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Real encrypted databases: one is made for all tests, and each test has a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bip_desktop.paths import DATABASE, KEY_FILE
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.storage.invented import BO, INSTALLATION, KAREN, PASSPHRASE


class Jobcentre(NamedTuple):
    """A folder with a key file and a database, and what opens it."""

    folder: Path
    key: DataKey

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def key_file(self) -> Path:
        return self.folder / KEY_FILE


@pytest.fixture(scope="session")
def scripts() -> Path:
    """The folder of the migrations, in the source tree."""
    return Path(__file__).parents[2] / "db"


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, scripts: Path) -> Jobcentre:
    """A jobcentre made as at the first start, closed, never touched by a test."""
    folder = tmp_path_factory.mktemp("finished") / "BIP"
    store = FolderVault(folder, scripts).create(PASSPHRASE, KAREN, "", INSTALLATION)
    with store.writing() as work:
        work.people.add(BO)
    store.close()
    _, key = Keyring.read(folder / KEY_FILE).opened(PASSPHRASE)
    return Jobcentre(folder, key)


@pytest.fixture
def jobcentre(finished: Jobcentre, tmp_path: Path) -> Jobcentre:
    """A closed jobcentre of the test's own."""
    shutil.copytree(finished.folder, tmp_path / "BIP")
    return Jobcentre(tmp_path / "BIP", finished.key)


@pytest.fixture
def store(jobcentre: Jobcentre) -> Iterator[DatabaseStore]:
    """An open database of the test's own."""
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    yield store
    store.close()
