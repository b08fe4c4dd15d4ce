# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The invented jobcentre of the demonstration, open; and the fixtures of the page tests."""

from collections.abc import Iterator

import pytest

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.demonstration.jobcentre import Secrets, fill
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from tests.gui.conftest import app, calendar, finished, places, qapp_cls, vault  # noqa: F401 - fixtures
from tests.gui.invented_work import NOW


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Secrets]:
    """The filled jobcentre, closed; no test touches it."""
    filled = Places(tmp_path_factory.mktemp("demonstration") / "jobcentre")
    DemonstrationCentre.new().write_recipients(filled.recipients)
    return filled, fill(filled, NOW.date())


@pytest.fixture(scope="module")
def invented(demonstration: tuple[Places, Secrets]) -> Iterator[Desk]:
    """A desk over the filled jobcentre, for looking only."""
    filled, secrets = demonstration
    unlocked = bootstrap.unlocking(filled).unlock(secrets.passphrase)
    yield bootstrap.open_desk(unlocked, filled, lambda: NOW)
    unlocked.store.close()
