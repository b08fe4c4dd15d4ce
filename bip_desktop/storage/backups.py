# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups: folders with a copy of the database, the key file that opens it, and a note of what it is.

A backup is made under a name that ends in `.part`, read in full, flushed, and gets its name last: whatever has its
name is whole. Names hold a number and a day, nothing of anybody.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import bip_desktop
from bip_desktop.domain.audit import START, Head
from bip_desktop.domain.backup import Backup, Reason, superseded
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.paths import BACKUPS, DATABASE, KEY_FILE
from bip_desktop.services.ports import Now
from bip_desktop.storage.durable_files import known_file_errors, make_private_folder, part_of, rename, write_whole
from bip_desktop.storage.keyring import Keyring

ABOUT = "backup.json"
FORMAT = "bip-backup"
VERSION = 1
SPARE = 32 * 2**20
"""Bytes that must be left on the disk beside a backup: answers come first."""
_NAME = re.compile(r"bip-(\d{6,})-\d{4}-\d\d-\d\d")

Copy = Callable[[Path], None]
"""Writes a verified copy of the database to a new file."""


class FolderBackups:
    """Fulfils `safekeeping_ports.Backups` in the folder `backups` of a jobcentre."""

    def __init__(
        self, folder: Path, copy: Copy, now: Now, schema: str, log_head: Callable[[], Head] = lambda: START
    ) -> None:
        self._folder = folder
        self._home = folder / BACKUPS
        self._copy = copy
        self._now = now
        self._schema = schema
        self._log_head = log_head

    def all(self) -> tuple[Backup, ...]:
        """Newest first."""
        return backups_in(self._home)

    def make(self, reason: Reason) -> Backup:
        """Makes one, and lets go of those that are no longer needed.

        Raises `BipError`: BACKUP_SPACE, BACKUP_WRITE, DATABASE_DAMAGED, KEY_FILE_*; then none is half made, and the
        others are as they were.
        """
        with _errors_of_a_backup():
            make_private_folder(self._home)
            clear_unfinished(self._home)
            self._refuse_full_disk()
            made = self._made(reason)
            thin(self._home, self._now())
        return made

    def _made(self, reason: Reason) -> Backup:
        now = self._now()
        number = 1 + max(_numbers(self._home), default=0)
        place = self._home / f"bip-{number:06d}-{now:%Y-%m-%d}"
        part = part_of(place)
        try:
            make_private_folder(part)
            database = part / DATABASE
            head = self._log_head()
            self._copy(database)
            self._copy_key_file(part)
            about: dict[str, object] = {
                "format": FORMAT,
                "version": VERSION,
                "number": number,
                "made_at": now.isoformat(timespec="seconds"),
                "reason": reason.value,
                "schema": self._schema,
                "app_version": bip_desktop.__version__,
                "size": database.stat().st_size,
                "sha256": sha256_of(database),
                "log": {"seq": head.seq, "sha256": head.hash},
            }
            write_whole(part / ABOUT, json.dumps(about, indent=1).encode() + b"\n")
            rename(part, place)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        return _read(place, number)

    def _copy_key_file(self, part: Path) -> None:
        content = (self._folder / KEY_FILE).read_bytes() if (self._folder / KEY_FILE).exists() else b""
        write_whole(part / KEY_FILE, content)
        if not Keyring.read(part / KEY_FILE).slots:  # a copy that nobody can open is none
            raise BipError(Code.KEY_FILE_DAMAGED)

    def _refuse_full_disk(self) -> None:
        needed = (self._folder / DATABASE).stat().st_size + SPARE
        if shutil.disk_usage(self._home).free < needed:
            raise BipError(Code.DISK_FULL)


@contextmanager
def _errors_of_a_backup() -> Iterator[None]:
    """What the disk does to a backup is not what it does to an answer: nothing that was said is lost."""
    try:
        with known_file_errors():
            yield
    except BipError as error:
        code = {Code.DISK_FULL: Code.BACKUP_SPACE, Code.DATABASE_WRITE: Code.BACKUP_WRITE}.get(error.code)
        if code is None:
            raise
        raise BipError(code, **error.facts) from error


def backups_in(home: Path) -> tuple[Backup, ...]:
    """The backups in the folder `home`, newest first; what is none is passed over."""
    return tuple(sorted(_backups(home), key=lambda each: each.number, reverse=True))


def backups_below(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder that somebody has chosen and in its folders, newest first, or the one that it is."""
    if (folder / ABOUT).exists():
        return tuple(each for each in backups_in(folder.parent) if each.place == folder)
    inner = [each for each in folder.iterdir() if each.is_dir()] if folder.is_dir() else []
    found = [each for home in (folder, *inner) for each in backups_in(home)]
    return tuple(sorted(found, key=lambda each: (each.made_at, each.number), reverse=True))


def _backups(home: Path) -> Iterator[Backup]:
    for number, place in _places(home):
        try:
            yield _read(place, number)
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _read(place: Path, number: int) -> Backup:
    about: Mapping[str, Any] = json.loads((place / ABOUT).read_bytes())
    if (about["format"], about["version"], about["number"]) != (FORMAT, VERSION, number):
        raise ValueError("format")
    if (place / DATABASE).stat().st_size != about["size"] or not (place / KEY_FILE).is_file():
        raise ValueError("size")
    return Backup(
        number=number,
        made_at=datetime.fromisoformat(about["made_at"]).replace(tzinfo=None),
        reason=Reason(about["reason"]),
        schema=str(about["schema"]),
        app_version=str(about["app_version"]),
        size=int(about["size"]),
        sha256=str(about["sha256"]),
        place=place,
        log_head=Head(int(log["seq"]), str(log["sha256"])) if (log := about.get("log")) else START,
    )


def is_whole(backup: Backup) -> bool:
    """Whether its bytes are still those that were verified; needs no key."""
    try:
        return sha256_of(backup.place / DATABASE) == backup.sha256
    except OSError:
        return False


def thin(home: Path, now: datetime) -> None:
    """Lets go of those in `home` that are no longer needed. Raises `OSError`."""
    for backup in superseded(backups_in(home), now):
        # Without its name it is none: a half that is left is nobody's.
        backup.place.rename(part_of(backup.place))
    clear_unfinished(home)


def clear_unfinished(home: Path) -> None:
    """Removes what was interrupted."""
    for part in home.glob("bip-*.part"):
        shutil.rmtree(part, ignore_errors=True)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _places(home: Path) -> Iterator[tuple[int, Path]]:
    if home.is_dir():
        for place in home.iterdir():
            if match := _NAME.fullmatch(place.name):
                yield int(match[1]), place


def _numbers(home: Path) -> Iterator[int]:
    return (number for number, _ in _places(home))
