# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""CPR numbers that sing where they are heard: invented ones (day + 60), and every form they may be written in."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from bip_desktop.domain.cpr import Cpr

_WRITTEN = re.compile(rb"(?<!\d)\d{6}[-\s]?\d{4}(?!\d)")
_WRITTEN_WIDE = re.compile(rb"(?:\d\x00){6}(?:[-\s]\x00)?(?:\d\x00){4}")
"""As UTF-16, which Windows and Qt like."""
_BARE = re.compile(rb"\D")


def canaries(count: int, seed: int = 20261121) -> list[Cpr]:
    """So many, each another one."""
    chance, made = random.Random(seed), dict[str, Cpr]()
    while len(made) < count:
        number = f"{chance.randrange(61, 89)}{chance.randrange(1, 13):02d}{chance.randrange(45, 99)}"
        cpr = Cpr(f"{number}{chance.randrange(4_000):04d}")
        made[cpr.digits] = cpr
    return list(made.values())


def heard_in(content: bytes, known: frozenset[str]) -> set[str]:
    """The canaries in there."""
    found = {_BARE.sub(b"", each).decode() for each in _WRITTEN.findall(content)}
    found |= {_BARE.sub(b"", each).decode() for each in _WRITTEN_WIDE.findall(content)}
    return found & known


def singing_files(folder: Path, known: frozenset[str]) -> Iterator[str]:
    """The files below `folder` that hold a canary, or are called after one."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if heard_in(name.encode(), known):
            yield f"the name {len(name)} characters long"
        if path.is_file() and heard_in(path.read_bytes(), known):
            yield name
