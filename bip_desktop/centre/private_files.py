# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Files for this user alone that are whole or not there."""

import os
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> Path:
    """Makes `folder` with its parents, and gives it back."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` to `path` so that a crash leaves the old file or the new one."""
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
