# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Processes made to be killed: `python -m tests.faults.nursery WORK ARGUMENTS …`.

One process imports everything and stays; for each line it is given it forks a child that does the work. So five hundred
kills take a minute, and each is that of a real process. What a child says to its output comes back line by line.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.questionnaire import Step
from bip_desktop.storage import engine
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.migrations import migrate
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.storage.invented import INSTALLATION, KAREN, PASSPHRASE

ITEM = "B1"


def step(number: int) -> Step:
    """What answer `number` says."""
    return Step(number * number % 5 + 1)


def say(text: str) -> None:
    """One line at once, past every buffer."""
    os.write(1, text.encode() + b"\n")


# -- what a child does ----------------------------------------------------------------------------------------------


def answer(key: DataKey, database: str, meeting: str, each_session: str = "200", sessions: str = "0") -> None:
    """Answers, and says the number of each answer that the store has acknowledged; closes and opens now and then."""
    for session in count(1):
        store = DatabaseStore(Path(database), key)
        with store.reading() as work:
            done = sum(answer.revision for answer in work.meetings.stored_answers(MeetingId(meeting)))
        for number in range(done + 1, done + 1 + int(each_session)):
            with store.writing() as work:
                work.meetings.answer(MeetingId(meeting), ITEM, step(number), after_reveal=False)
            say(str(number))
        store.close()
        if session == int(sessions):
            return


def answer_within(key: DataKey, database: str, meeting: str, limit: str) -> None:
    """Answers while no file may grow beyond `limit` bytes; says the code of what stops it."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    try:
        answer(key, database, meeting, "400", "3")
        say("never stopped")
    except BipError as error:
        say(error.code.value)


def answer_on_a_disk(key: DataKey, folder: str, meeting: str, size: str, after: str) -> None:
    """Answers on a disk of its own with `size` bytes, in a namespace where it may have one; leaves a copy of it."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", "/mnt"], check=True)
    try:
        shutil.copytree(folder, "/mnt/BIP")
        answer(key, "/mnt/BIP/bip.db", meeting, "400", "3")
        say("never stopped")
    except BipError as error:
        say(error.code.value)
    finally:
        shutil.copytree("/mnt/BIP", after, ignore=shutil.ignore_patterns("*-shm"))
        subprocess.run(["umount", "--lazy", "/mnt"], check=True)


def bring_up_to_date(key: DataKey, database: str, scripts: str) -> None:
    """Migrates."""
    migrate(Path(database), key, Path(scripts))
    say("migrated")


def make(_key: DataKey, folder: str) -> None:
    """The first start."""
    FolderVault(Path(folder), ROOT / "db").create(PASSPHRASE, KAREN, "", INSTALLATION).close()
    say("made")


WORK: dict[str, Callable[..., None]] = {
    "answer": answer,
    "answer_within": answer_within,
    "answer_on_a_disk": answer_on_a_disk,
    "migrate": bring_up_to_date,
    "make": make,
}


def flush_as(synchronous: str) -> None:
    """Breaks the promise of every connection to come, unless it is FULL."""
    pragmas = [each.replace("FULL", synchronous) for each in engine._PRAGMAS]
    vars(engine)["_PRAGMAS"] = tuple(pragmas)


def main(work: str, synchronous: str) -> None:
    """Forks for every line: a key and the work's arguments."""
    import alembic.command  # noqa: F401 - so that no child waits for it

    flush_as(synchronous)
    say("ready")
    for line in sys.stdin:
        key, *arguments = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                WORK[work](DataKey(bytes.fromhex(key)), *arguments)
            except Exception as error:  # noqa: BLE001 - a child that fails says so instead of what it was to say
                say(f"failed: {error!r}")
            os._exit(0)
        say(f"child {child}")
        os.waitpid(child, 0)
        say("over")


# -- seen from the test ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ended:
    """A child that is no more: what it had said, and after how long."""

    said: Sequence[str]
    seconds: float


class Nursery:
    """Where children are born, and killed."""

    def __init__(self, work: str, synchronous: str = "FULL", before: Sequence[str] = ()) -> None:
        command = [*before, sys.executable, "-m", "tests.faults.nursery", work, synchronous]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._hear("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._process.stdout.close()
        self._process.stderr.close()

    def child(self, key: DataKey, *arguments: object, kill_after: float | None = None) -> Ended:
        """A child's whole life; with `kill_after` it ends by SIGKILL after so many seconds, unless it was quicker."""
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join([key.raw.hex(), *map(str, arguments)]) + "\n")
        self._process.stdin.flush()
        born, said = time.monotonic(), []
        while (line := self._line()) != "over":
            if line.startswith("child "):
                if kill_after is not None:
                    time.sleep(kill_after)
                    with suppress(ProcessLookupError):  # it was quicker
                        os.kill(int(line.split()[1]), signal.SIGKILL)
            else:
                said.append(line)
        return Ended(said, time.monotonic() - born)

    def _hear(self, wanted: str) -> None:
        heard = self._line()
        assert heard == wanted, heard

    def _line(self) -> str:
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        line = self._process.stdout.readline()
        assert line, self._process.stderr.read()
        return line.rstrip("\n")


def moment(chance: random.Random, longest: float) -> float:
    """When to kill: anywhere, and often early."""
    return longest * (chance.random() if chance.random() < 0.7 else chance.random() ** 3)


if __name__ == "__main__":
    main(*sys.argv[1:])
