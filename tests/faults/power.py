# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A disk that loses its power: what was flushed is there; of the rest, anything may be, in part and out of order.

What the model allows, and a real disk may do: each write since the last flush of its file is there, is not, or is
there in some of its sectors; a name that appeared or went since the last flush of the folder did so or did not, in
order. What it does not do: damage sectors nobody wrote to, or lie about a flush.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recording import Act, Cut, Flush, Make, Remove, Said, Write

SECTOR = 512
FOLDED_INTO = "bip.db"
NOT_KEPT = "-shm"
"""The index of the log lives in memory; a disk may hold anything of it, and SQLite makes it anew."""


@dataclass
class _Content:
    """One file: what is surely on the disk, and what has been asked for since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Write | Cut] = field(default_factory=list)

    def flush(self) -> None:
        for act in self.since:
            _carry_out(self.sure, act)
        self.since.clear()

    def after_a_cut(self, chance: random.Random, keep: float) -> bytes:
        content = bytearray(self.sure)
        for act in self.since:
            if isinstance(act, Cut) or keep in (0, 1):
                if chance.random() < keep:
                    _carry_out(content, act)
                continue
            for place in range(0, len(act.data), SECTOR):
                if chance.random() < keep:
                    _carry_out(content, Write(act.name, act.offset + place, act.data[place : place + SECTOR]))
        return bytes(content)


@dataclass(frozen=True, slots=True)
class State:
    """What the disk holds after the power came back, and the last thing the process had said."""

    files: Mapping[str, bytes]
    said: str


class Disk:
    """The files of one folder while a process works on them."""

    def __init__(self, folder: Path) -> None:
        self._names = {path.name: _Content(bytearray(path.read_bytes())) for path in folder.iterdir()}
        self._sure_names = dict(self._names)
        self._names_since: list[tuple[str, _Content | None]] = []

    def do(self, act: Act) -> None:
        """What the process asks for."""
        if isinstance(act, Make):
            self._names[act.name] = _Content()
            self._names_since.append((act.name, self._names[act.name]))
        elif isinstance(act, Remove):
            self._names.pop(act.name, None)
            self._names_since.append((act.name, None))
        elif isinstance(act, Write | Cut):
            self._names[act.name].since.append(act)
        elif isinstance(act, Flush) and act.name:
            self._names[act.name].flush()
        elif isinstance(act, Flush):
            self._sure_names = dict(self._names)
            self._names_since.clear()

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """One of the many things that may be there afterwards."""
        keep = chance.choice((0.0, 0.0, 0.1, 0.5, 0.9, 1.0))
        gone_far = self._names_since[: chance.randint(0, len(self._names_since))]
        names: dict[str, _Content | None] = {**self._sure_names, **dict(gone_far)}
        return {
            name: content.after_a_cut(chance, keep)
            for name, content in names.items()
            if content is not None and not name.endswith(NOT_KEPT)
        }


def states(folder: Path, acts: Sequence[Act], count: int, chance: random.Random) -> Iterator[State]:
    """What `count` cuts leave: anywhere, right after the process has said something, and in the middle of writing into
    a file that holds it all."""
    anywhere = range(len(acts) + 1)
    spoken = [place + 1 for place, act in enumerate(acts) if isinstance(act, Said)]
    folding = [place + 1 for place, act in enumerate(acts) if isinstance(act, Write) and act.name == FOLDED_INTO]
    moments = sorted(chance.choice((anywhere, spoken, folding)[number % 3]) for number in range(count))
    disk, said, place = Disk(folder), "", 0
    for moment in moments:
        for act in acts[place:moment]:
            disk.do(act)
            if isinstance(act, Said):
                said = act.line
        place = moment
        yield State(disk.after_a_cut(chance), said)


def _carry_out(content: bytearray, act: Write | Cut) -> None:
    size = act.size if isinstance(act, Cut) else act.offset + len(act.data)
    if size > len(content):
        content.extend(bytes(size - len(content)))
    if isinstance(act, Cut):
        del content[size:]
    else:
        content[act.offset : size] = act.data
