# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The program's real window over a real encrypted database, put together as in the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from bip_desktop.gui.shell import Shell
from bip_desktop.services.desk import Desk
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import app, calendar, desk, finished, places, qapp_cls, unlocked, vault
from tests.gui.test_shell import running

__all__ = ["app", "calendar", "desk", "finished", "places", "qapp_cls", "unlocked", "vault"]


@pytest.fixture
def shell(app: QApplication, vault: FolderVault, desk: Desk) -> Iterator[Shell]:
    """The program with its caseload on show."""
    with running(app, vault, desk) as shell:
        yield shell
