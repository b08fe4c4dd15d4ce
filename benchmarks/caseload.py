# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A caseload far larger than any: from unlocked to drawn, its memory, and how both grow with the citizens."""

import json
from contextlib import ExitStack

from benchmarks.figures import Figure, Report, median, ms, ratio
from benchmarks.jobcentre import NOW, open_jobcentre
from benchmarks.large_jobcentre import MEASUREMENTS, fill
from benchmarks.processes import run

CITIZENS = 10_000
RUNS = 9
SHOWN = 300
"""Milliseconds."""
MEMORY = 200
"""MiB."""
LINEAR = 2.2
"""Twice the citizens may take twice as long; the rest is noise. Growth by the square would be 4."""


def main() -> None:
    """All citizens, and half as many, in turn; the first round only compiles and fills the machine's caches."""
    sizes = (CITIZENS, CITIZENS // 2)
    runs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    with ExitStack() as stack:
        folders = {}
        for size in sizes:
            jobcentre = stack.enter_context(open_jobcentre())
            fill(jobcentre.places, jobcentre.unlocked, jobcentre.desk.instruments.current(), size, NOW.date())
            jobcentre.unlocked.store.close()
            folders[size] = jobcentre.places.folder
        for number in range(RUNS + 1):
            for size in sizes:
                found = json.loads(
                    run("benchmarks.shown_caseload", str(folders[size]), compiled=folders[size] / "compiled")
                )
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
            ratio(times[CITIZENS], times[sizes[1]]),
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
