# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The same backups in a second place: a folder or a share of the municipality's.

The share is a guest: it may be slow, full or away, and nobody waits for it. What it lacks it gets the next time.
"""

import json
import secrets
import shutil
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bip_desktop.domain.backup import Backup
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.paths import BACKUPS, DATABASE, ERASED, HANDED_OVER, KEY_FILE
from bip_desktop.services.ports import Now
from bip_desktop.storage.backups import ABOUT, backups_in, clear_unfinished, is_whole, sha256_of, thin
from bip_desktop.storage.durable_files import flush, make_private_folder, part_of, rename, write_whole

SETTING = "share.json"
PATIENCE = 5.0
"""Seconds to wait for another copying that has not come to its end."""


class FolderShare:
    """Fulfils `safekeeping_ports.BackupShare`. Its choice lies beside the backups: it belongs to this computer, not to
    the database, which may be restored."""

    def __init__(self, folder: Path, now: Now) -> None:
        self._home = folder / BACKUPS
        self._now = now
        self._one_at_a_time = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen."""
        found = self._read()
        return None if found is None else Path(found["folder"])

    @property
    def reached(self) -> datetime | None:
        """When it last had all there is."""
        found = self._read()
        return datetime.fromisoformat(found["reached"]) if found and found.get("reached") else None

    @property
    def place(self) -> Path | None:
        """Where in it this computer's backups lie: several may share one folder."""
        found = self._read()
        return None if found is None else Path(found["folder"]) / f"BIP-{found['name']}"

    def choose(self, folder: Path | None) -> None:
        """Copies to `folder` from now on. Raises `BipError` BACKUP_SHARE where nothing can be written there."""
        if folder is None:
            (self._home / SETTING).unlink(missing_ok=True)
            return
        name = secrets.token_hex(3)
        try:
            trial = folder / f"BIP-{name}"
            make_private_folder(trial)
            write_whole(trial / "trial", b"")
            (trial / "trial").unlink()
            make_private_folder(self._home)
            self._write({"folder": str(folder.absolute()), "name": name})
        except OSError as error:
            raise BipError(Code.BACKUP_SHARE) from error

    def bring_up_to_date(self) -> None:
        """Copies what the share lacks, newest first. Raises `BipError` BACKUP_SHARE."""
        place = self.place
        if place is None:
            return
        if not self._one_at_a_time.acquire(timeout=PATIENCE):
            raise BipError(Code.BACKUP_SHARE)
        try:
            if not place.parent.is_dir():
                raise FileNotFoundError
            make_private_folder(place)
            clear_unfinished(place)
            self._copy_all(place)
            self._write({**(self._read() or {}), "reached": self._now().isoformat(timespec="seconds")})
        except OSError as error:
            raise BipError(Code.BACKUP_SHARE) from error
        finally:
            self._one_at_a_time.release()

    def _copy_all(self, place: Path) -> None:
        here, there = backups_in(self._home), {each.place.name: each for each in backups_in(place)}
        for backup in here:
            copied = there.get(backup.place.name)
            if copied is None:
                _copy(backup, place)
            else:  # whoever was removed here has no slot there either
                _copy_file(backup.place / KEY_FILE, copied.place / KEY_FILE)
        for name in (ERASED, HANDED_OVER):
            if (self._home / name).exists():
                _copy_file(self._home / name, place / name)
        thin(place, self._now())

    def _write(self, setting: dict[str, str]) -> None:
        write_whole(self._home / SETTING, json.dumps(setting).encode())

    def _read(self) -> dict[str, str] | None:
        try:
            found = json.loads((self._home / SETTING).read_bytes())
            return {
                "folder": str(found["folder"]),
                "name": str(found["name"]),
                "reached": str(found.get("reached", "")),
            }
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _copy(backup: Backup, place: Path) -> None:
    if not is_whole(backup):
        return
    target = place / backup.place.name
    shutil.rmtree(target, ignore_errors=True)  # what has its name there and is none
    part = part_of(target)
    make_private_folder(part)
    for name in (KEY_FILE, DATABASE, ABOUT):
        _copy_file(backup.place / name, part / name)
    if sha256_of(part / DATABASE) != backup.sha256:
        raise OSError("the share does not give back what it was given")
    rename(part, target)


def _copy_file(source: Path, target: Path) -> None:
    with suppress(OSError):
        if target.stat().st_size == source.stat().st_size and sha256_of(target) == sha256_of(source):
            return
    part = part_of(target)
    shutil.copyfile(source, part)
    with suppress(OSError):  # a share may know no modes
        part.chmod(0o600)
    flush(part)
    rename(part, target)
