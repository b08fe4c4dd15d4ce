# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre analyse` as a whole, with its 50 splits and 200 permutations, on invented worlds: the sources' size,
ten times as much and, where asked for (`python -m benchmarks.run national`), of a whole country.

Seconds are those of the wall; the processors' work stands beside them, since the wall shows other programs too."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, Report

SOURCES: tuple[str, ...] = ()
"""The world as it is made where nothing is said: 13,688 citizens' answers."""
TENFOLD = ("--citizens", "37070", "--caseworkers", "3000", "--sites", "30")
SECONDS = 60.0
_LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took."""

    wall: float
    work: float
    """Of the processors, in seconds."""
    memory: float
    """GiB at most; nan where the system does not tell."""

    def __str__(self) -> str:
        return f"{self.wall:.0f} s by the wall, {self.work:.0f} s of work, {self.memory:.2f} GiB at most"


def centre(*arguments: str) -> Spent:
    """Runs `bip-centre` in a process of its own. It is looked at from outside, by its own mark of the most memory: the
    mark of children counts what their parent had in use when it started them."""
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "bip_desktop.centre", *arguments], stdout=subprocess.DEVNULL)
    most = 0.0
    while True:
        done, status, used = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        most = max(most, _most_memory(process.pid))
        time.sleep(_LOOK)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"bip-centre {arguments[0]} failed")
    return Spent(time.monotonic() - begun, used.ru_utime + used.ru_stime, most or float("nan"))


def _most_memory(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    marks = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    return marks[0] / 1024**2 if marks else 0.0


def invented(folder: Path, world: tuple[str, ...]) -> Path:
    """The tables of a world; those that are there already are used again."""
    tables = folder / "tables"
    if not (folder / "truth.json").exists():
        centre("simulate", "--out", str(folder), "--tables-only", *world)
    return tables


def analysed(folder: Path, world: tuple[str, ...]) -> Spent:
    """What `analyse` takes of that world."""
    return centre("analyse", "--tables", str(invented(folder, world)), "--out", str(folder.with_name("out")))


def answers(folder: Path) -> int:
    """Paired or not: how many meetings the world has."""
    with (folder / "tables" / "meetings.csv").open("rb") as file:
        return sum(1 for _ in file) - 1


def main() -> None:
    """Prints the report."""
    with TemporaryDirectory(prefix="bip-bench-") as temporary:
        small, large = Path(temporary) / "sources", Path(temporary) / "tenfold"
        one, ten = analysed(small, SOURCES), analysed(large, TENFOLD)
        Report(
            [Figure("`analyse` at the sources' size, 50 splits and 200 permutations", one.wall, SECONDS, "s")],
            {
                f"{answers(small):,} meetings": str(one),
                f"{answers(large):,} meetings": str(ten),
                "ten times the meetings, times the work": f"{ten.work / one.work:.1f}",
            },
        ).say()


if __name__ == "__main__":
    main()
