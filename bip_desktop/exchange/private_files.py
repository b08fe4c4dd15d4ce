# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Files and folders for this user alone."""

import os
from pathlib import Path

from bip_desktop.exchange.whole_files import PART, give_name

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> Path:
    """Makes `folder` with its parents, and gives it back."""
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
