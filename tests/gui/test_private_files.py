# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whatever the program writes is for the person at the computer alone, however open the computer's own habits are."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop import bootstrap
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.paper import save_as_pdf
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from bip_desktop.storage.erasing import FolderErasures
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import desk_of, end, shown, unlock

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder private by the user's profile")


@pytest.fixture
def open_habits() -> Iterator[None]:
    """Files are for everybody, unless somebody says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_everything_written_in_a_day_is_private(
    open_habits: None, app: QApplication, places: Places, calendar: Calendar, tmp_path: Path, qtbot: QtBot
) -> None:
    """Fails where the log is opened as the library likes, or a copy on the share keeps the share's habits."""
    (tmp_path / "share").mkdir()
    places.folder.chmod(0o700)
    places.recipients.unlink()
    shell = shown(bootstrap.shell(app, places, now=calendar))
    unlock(shell, qtbot)
    shell.prefer(Preferences(theme="dark"))
    shell.prefer(Preferences())
    shell.notice(BipError(Code.DISK_FULL))
    desk = desk_of(shell)
    desk.backing_up.choose_share(tmp_path / "share")
    add_citizen(desk)
    FolderErasures(places.folder).record(add_citizen(desk, "Ny Opdigtet", "020280", "S-2").citizen_id)
    end(shell)
    restoring = bootstrap.restoring(places, calendar)
    restoring.restore(restoring.offered()[0], PASSPHRASE)
    save_as_pdf(tmp_path / "share" / "svar.pdf", "<p>Svar</p>", "Svar")
    written = [each for home in (places.folder, tmp_path / "share") for each in home.rglob("*")]
    names = {each.name for each in written}
    assert {"bip.db", "bip.key", "bip.log", "preferences.toml", "erased.json", "share.json", "backup.json"} <= names
    modes = {
        each.relative_to(tmp_path): oct(stat.S_IMODE(each.stat().st_mode))
        for each in written
        if stat.S_IMODE(each.stat().st_mode) != (0o700 if each.is_dir() else 0o600)
    }
    assert modes == {}
