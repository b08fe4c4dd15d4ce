# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Files that are whole or not there: private, flushed, and renamed last."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.whole_files import PRIVATE_FILE, give_name, make_private_folder, part_of, write_private_part

__all__ = [
    "PRIVATE_FILE",
    "flush",
    "known_file_errors",
    "make_private_file",
    "make_private_folder",
    "part_of",
    "rename",
    "write_whole",
]


@contextmanager
def known_file_errors() -> Iterator[None]:
    """Raises `BipError` DISK_FULL or DATABASE_WRITE for what the place does to a file."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise BipError(Code.DISK_FULL if full else Code.DATABASE_WRITE, errno=error.errno or 0) from error


def make_private_file(path: Path) -> None:
    """Makes the empty file `path`. Raises `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` to `path` so that a crash leaves the old file or the new one."""
    rename(write_private_part(path, content), path)


def flush(path: Path) -> None:
    """Waits until the content of `path` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def rename(part: Path, path: Path) -> None:
    """Gives the flushed file `part` its name, and waits until the folder knows it."""
    give_name(part, path)
