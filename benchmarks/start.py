# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From the start of the process to the first window, beside a bare PySide6 window."""

import time

from benchmarks.figures import Figure, Report, ms, ratio
from benchmarks.jobcentre import open_jobcentre
from benchmarks.processes import run

RUNS = 25
LIMIT = 1.5


def main() -> None:
    """Bare, the passphrase and the first start in turn; the first round only compiles and fills caches."""
    bare: list[float] = []
    unlock: list[float] = []
    ready: list[float] = []
    new: list[float] = []
    with open_jobcentre() as jobcentre:
        jobcentre.unlocked.store.close()
        folder = jobcentre.places.folder

        def started(module: str, *arguments: str) -> list[float]:
            """Milliseconds from the start of a process to each moment that it prints."""
            begun = time.perf_counter_ns()
            said = run(module, *arguments, compiled=folder / "compiled")
            return [(int(line) - begun) / 1e6 for line in said.split()]

        for number in range(RUNS + 1):
            [nothing] = started("benchmarks.bare_window")
            window, rest = started("benchmarks.first_window", "--data", str(folder))
            form, _ = started("benchmarks.first_window", "--data", str(folder / "none"))
            if number:
                bare.append(nothing)
                unlock.append(window)
                ready.append(rest)
                new.append(form)
    Report(
        [
            Figure("process start to the passphrase, beside a bare window", ratio(unlock, bare), LIMIT, "×"),
            Figure("process start to the form of the first start, likewise", ratio(new, bare), LIMIT, "×"),
        ],
        {
            "a bare PySide6 window": ms(bare),
            "the passphrase": ms(unlock),
            "the first start": ms(new),
            "what stands behind the passphrase is imported": ms(ready),
        },
    ).say()


if __name__ == "__main__":
    main()
