# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The invented jobcentre of the demonstration, open; and the fixtures of the page tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.jobcentre import Secrets, fill
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from tests.gui.conftest import app, calendar, finished, qapp_cls  # noqa: F401 - fixtures
from tests.gui.invented_work import NOW


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Secrets]:
    """The filled jobcentre, closed; no test touches it."""
    places = Places(tmp_path_factory.mktemp("demonstration") / "jobcentre")
    DemonstrationCentre.new().write_recipients(places.recipients)
    return places, fill(places, NOW.date())


@pytest.fixture
def own_copy(demonstration: tuple[Places, Secrets], tmp_path: Path) -> Places:
    """A copy of the test's own."""
    shutil.copytree(demonstration[0].folder, tmp_path / "jobcentre")
    return Places(tmp_path / "jobcentre")


@pytest.fixture
def secrets(demonstration: tuple[Places, Secrets]) -> Secrets:
    """What it is unlocked with."""
    return demonstration[1]


@pytest.fixture(scope="module")
def invented(demonstration: tuple[Places, Secrets]) -> Iterator[Desk]:
    """A desk over the filled jobcentre, for looking only."""
    places, secrets = demonstration
    unlocked = bootstrap.unlocking(places).unlock(secrets.passphrase)
    yield bootstrap.open_desk(unlocked, places, lambda: NOW)
    unlocked.store.close()
