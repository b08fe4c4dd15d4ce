# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups come by themselves: at the first unlock of a day, before an import, and when the window closes."""

import gc
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bip_desktop.domain.backup import Reason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.storage.backup_share import FolderShare
from bip_desktop.storage.backups import backups_in, is_whole
from bip_desktop.storage.keyring import Keyring
from bip_desktop.storage.store import DatabaseStore
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import desk_of, real, unlock

__all__ = ["real"]


def _reasons(places: Places) -> list[Reason]:
    return [each.reason for each in reversed(backups_in(places.backups))]


def _daily(shell: Shell, qtbot: QtBot) -> Desk:
    unlock(shell, qtbot)
    shell.tasks._pool.waitForDone()
    return desk_of(shell)


def test_the_first_unlock_of_a_day_and_the_exit_make_one_each(
    real: Shell, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    """Fails where every unlock makes one, or the window closes the database first."""
    _daily(real, qtbot)
    assert _reasons(places) == [Reason.DAILY]
    real.lock()
    desk = _daily(real, qtbot)
    assert _reasons(places) == [Reason.DAILY]
    add_citizen(desk)
    real.window.close()
    assert _reasons(places) == [Reason.DAILY, Reason.EXIT]
    first, last = backups_in(places.backups)[::-1]
    assert is_whole(last)
    assert first.sha256 != last.sha256


def test_the_window_closes_whatever_becomes_of_the_backup(
    real: Shell, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where an error of the backup leaves the database open."""
    desk = _daily(real, qtbot)
    closed = []

    def full(*_: object) -> None:
        raise BipError(Code.DISK_FULL)

    monkeypatch.setattr(desk.backing_up, "at_exit", full)
    monkeypatch.setattr(desk.unlocked.store, "close", lambda: closed.append(True))
    assert real.window.close()
    assert closed


def test_the_exit_does_not_wait_for_a_share_that_hangs(
    real: Shell, places: Places, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where the share is copied to in the pool, for which the end of the program waits."""
    desk = _daily(real, qtbot)
    (tmp_path / "share").mkdir()
    desk.backing_up.choose_share(tmp_path / "share")
    way_free = threading.Event()
    monkeypatch.setattr(FolderShare, "_copy_all", lambda *_: way_free.wait(30))
    begun = time.monotonic()
    real.window.close()
    assert time.monotonic() - begun < 5
    assert _reasons(places) == [Reason.DAILY, Reason.EXIT]
    way_free.set()
    qtbot.waitUntil(gc.isenabled)


def test_the_share_has_it_all_after_the_exit(real: Shell, places: Places, tmp_path: Path, qtbot: QtBot) -> None:
    desk = _daily(real, qtbot)
    (tmp_path / "share").mkdir()
    desk.backing_up.choose_share(tmp_path / "share")
    real.window.close()
    [place] = (tmp_path / "share").iterdir()
    assert [each.sha256 for each in backups_in(place)] == [each.sha256 for each in backups_in(places.backups)]


def test_an_import_has_a_backup_from_before_it(desk: Desk, places: Places, tmp_path: Path) -> None:
    """Fails where the backup comes after the citizens, or an import goes on without one."""
    file = tmp_path / "liste.csv"
    file.write_text("Navn;CPR\nHenrik Opdigtet;610180-1234\n", encoding="utf-8")
    assert desk.importing.create(desk.importing.preview(file)) == 1
    [backup] = backups_in(places.backups)
    assert backup.reason is Reason.IMPORT
    _, key = Keyring.read(backup.place / "bip.key").opened(PASSPHRASE)
    store = DatabaseStore(backup.place / "bip.db", key)
    with store.reading() as work:
        assert work.outbox.citizens() == []
    store.close()


def test_without_a_backup_nothing_is_imported(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Navn;CPR\nHenrik Opdigtet;610180-1234\n", encoding="utf-8")
    preview = desk.importing.preview(file)

    def full(*_: object) -> None:
        raise BipError(Code.DISK_FULL)

    monkeypatch.setattr(desk.backing_up, "make", full)
    with pytest.raises(BipError):
        desk.importing.create(preview)
    with desk.unlocked.store.reading() as work:
        assert work.outbox.citizens() == []
