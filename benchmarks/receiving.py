# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One run in a process of its own: receiving packages, or reading their CSV files with plain pandas.

`python -m benchmarks.receiving HOME PACKAGES` or `python -m benchmarks.receiving pandas FOLDER`; prints JSON.
"""

import json
import resource
import sys
import time
from pathlib import Path

from bip_desktop.centre.clock import now
from bip_desktop.centre.home import open_home
from bip_desktop.centre.intake import Fate, Intake, packages_in


def received(home_folder: Path, packages: Path) -> int:
    """Receives everything and gives its rows."""
    home = open_home(home_folder)
    with home.opened() as store:
        outcomes = list(Intake(home, store, now).receive(packages_in([packages])))
    if any(outcome.fate is not Fate.ACCEPTED for outcome in outcomes):
        raise ValueError("a package that was not accepted measures something else")
    return sum(outcome.rows for outcome in outcomes)


def read(folder: Path) -> int:
    """Reads every CSV file with plain pandas and gives their rows."""
    import pandas as pd

    return sum(len(pd.read_csv(path)) for path in sorted(folder.rglob("*.csv")))


def main(first: str, second: str) -> None:
    """Measures one of the two, imports not counted."""
    if first == "pandas":
        import pandas as pd  # noqa: F401 - before the clock runs
    begun, own = time.perf_counter(), time.process_time()
    rows = read(Path(second)) if first == "pandas" else received(Path(first), Path(second))
    seconds, worked = time.perf_counter() - begun, time.process_time() - own
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rows": rows, "seconds": seconds, "worked": worked, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
