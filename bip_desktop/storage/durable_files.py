# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Files that are whole or not there: private, flushed, and renamed last."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@contextmanager
def known_file_errors() -> Iterator[None]:
    """Raises `BipError` DISK_FULL or DATABASE_WRITE for what the place does to a file."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise BipError(Code.DISK_FULL if full else Code.DATABASE_WRITE, errno=error.errno or 0) from error


def make_private_folder(folder: Path) -> None:
    """Makes `folder` with its parents, for this user alone."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Makes the empty file `path`. Raises `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def part_of(path: Path) -> Path:
    """The name under which `path` is written before it is whole."""
    return path.with_name(path.name + ".part")


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` to `path` so that a crash leaves the old file or the new one."""
    part = part_of(path)
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    rename(part, path)


def flush(path: Path) -> None:
    """Waits until the content of `path` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def rename(part: Path, path: Path) -> None:
    """Gives the flushed file `part` its name, and waits until the folder knows it."""
    part.replace(path)
    if os.name == "nt":  # a folder cannot be opened there; NTFS keeps a journal of names
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
