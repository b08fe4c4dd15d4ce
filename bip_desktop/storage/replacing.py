# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A key file and a database that take the place of those that are there, both or neither.

The new pair is made whole in the folder `next.part`. Its renaming to `next` is the decision; all that comes after is
completed by whoever opens the jobcentre next, however often it is interrupted. What was there before is moved aside,
never overwritten, or, where nobody wants it kept, removed last.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bip_desktop.paths import DATABASE, KEY_FILE, NEXT, SET_ASIDE
from bip_desktop.storage.durable_files import flush, make_private_folder, part_of, rename, write_whole

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database: a log left there would be read into the new one."""
_ASIDE = "aside"


@contextmanager
def prepared(folder: Path) -> Iterator[Path]:
    """A fresh folder for the new pair, which is gone again where an exception comes before `replace_pair`."""
    part = part_of(folder / NEXT)
    shutil.rmtree(part, ignore_errors=True)
    make_private_folder(part)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def replace_pair(folder: Path, *, aside: str = "") -> None:
    """Puts the prepared pair in the place of the present one, which goes into the folder `aside` of what was set aside;
    without one it is removed."""
    part = part_of(folder / NEXT)
    write_whole(part / _ASIDE, aside.encode())
    for name in (KEY_FILE, DATABASE):
        flush(part / name)
    rename(part, folder / NEXT)
    complete(folder)


def complete(folder: Path) -> None:
    """Goes on with a replacement that was decided; does nothing where there is none."""
    new = folder / NEXT
    if not new.exists():
        return
    aside = new / "old"
    if (new / _ASIDE).exists() and (name := (new / _ASIDE).read_text()):
        aside = folder / SET_ASIDE / name
    make_private_folder(aside.parent)
    make_private_folder(aside)
    if (new / DATABASE).exists():
        for ending in BESIDE:
            _move(folder / (DATABASE + ending), aside)
    for name in (KEY_FILE, DATABASE):
        if (new / name).exists():
            _move(folder / name, aside)
            rename(new / name, folder / name)
    shutil.rmtree(new)


def _move(path: Path, folder: Path) -> None:
    if path.exists():
        rename(path, folder / path.name)
