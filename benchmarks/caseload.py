# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A caseload far larger than any: from unlocked to drawn, its memory, and how both grow with the citizens."""

import json
import subprocess
import sys
from contextlib import ExitStack

from benchmarks.figures import Figure, Report, median, ms
from benchmarks.jobcentre import NOW, open_jobcentre
from benchmarks.large_jobcentre import MEASUREMENTS, fill

CITIZENS = 10_000
RUNS = 9
SHOWN = 300
"""Milliseconds."""
MEMORY = 200
"""MiB."""
LINEAR = 2.2
"""Twice the citizens may take twice as long; the rest is noise. Growth by the square would be 4."""


def shown(folder: str) -> dict[str, float]:
    """What one start of the program says of itself."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.shown_caseload", folder],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """All citizens, and half as many, in turn; the first round only fills the machine's caches."""
    sizes = (CITIZENS, CITIZENS // 2)
    runs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    with ExitStack() as stack:
        folders = {}
        for size in sizes:
            jobcentre = stack.enter_context(open_jobcentre())
            fill(jobcentre.places, jobcentre.unlocked, jobcentre.desk.instruments.current(), size, NOW.date())
            jobcentre.unlocked.store.close()
            folders[size] = str(jobcentre.places.folder)
        for number in range(RUNS + 1):
            for size in sizes:
                found = shown(folders[size])
                if found["citizens"] != size:
                    raise RuntimeError("not everybody is shown")
                if number:
                    runs[size].append(found)
    times = {size: [run["shown"] for run in runs[size]] for size in sizes}
    of = f"{CITIZENS:,} citizens with {CITIZENS * MEASUREMENTS:,} measurements"
    figures = [
        Figure(f"the caseload of {of}, from unlocked to shown", median(times[CITIZENS]), SHOWN, "ms"),
        Figure(
            "twice the citizens take so many times as long",
            median(times[CITIZENS]) / median(times[sizes[1]]),
            LINEAR,
            "×",
        ),
    ]
    beside = {f"shown, {size:,} citizens": ms(times[size]) for size in sizes}
    beside["before that, the passphrase (Argon2id) and opening"] = ms([run["opening"] for run in runs[CITIZENS]])
    if all("most" in run for run in runs[CITIZENS]):
        now, most = (median([run[name] for run in runs[CITIZENS]]) for name in ("now", "most"))
        figures.append(Figure("memory of that process, with the caseload shown", now, MEMORY, "MiB"))
        beside["most memory at any moment (Argon2id alone takes 64 MiB for a moment)"] = f"{most:.0f} MiB"
    Report(figures, beside).say()


if __name__ == "__main__":
    main()
