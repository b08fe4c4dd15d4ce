# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Files that are whole or not there: written as `.part`, flushed, and named last. Some are for this user alone."""

import os
import time
from collections.abc import Callable
from pathlib import Path

PART = ".part"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_TRIES = 5
_PAUSE = 0.2
"""Seconds. A virus scanner may hold a new file for a moment on Windows, and its name with it."""


def write_part_file(part: Path, content: bytes) -> None:
    """Writes and flushes `part`; on failure nothing is left behind. Raises `OSError`."""
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise


def give_name(part: Path, whole: Path) -> None:
    """Gives `part` its name, and waits until the folder knows it. Raises `OSError`."""
    _patiently(lambda: part.replace(whole))
    _flush_folder(whole.parent)


def write_whole_file(path: Path, content: bytes) -> None:
    """Writes `path` so that there is the old file or the new one. Raises `OSError`."""
    part = path.with_name(path.name + PART)
    write_part_file(part, content)
    give_name(part, path)


def make_private_folder(folder: Path) -> Path:
    """Makes `folder` with its parents, for this user alone, and gives it back."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)
    return folder


def part_of(path: Path) -> Path:
    """The name under which `path` is written before it is whole."""
    return path.with_name(path.name + PART)


def write_private_part(path: Path, content: bytes) -> Path:
    """Writes and flushes what is to become `path`, and gives the part. Raises `OSError`."""
    part = part_of(path)
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return part


def write_private(path: Path, content: bytes) -> None:
    """Writes `content` to `path` so that a crash leaves the old file or the new one. Raises `OSError`."""
    give_name(write_private_part(path, content), path)


def _patiently(act: Callable[[], object]) -> None:
    for _ in range(_TRIES - 1):
        try:
            act()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    act()


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there; NTFS keeps a journal of names
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
