# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""`bip-centre analyse` of a country: 98 municipalities, 80,000 citizens at any time, four answers a year for ten years.

Only where asked for: the invented world takes 11 GB of disk and some ten minutes to make. `BIP_NATIONAL` names a folder
where it is kept, and found again."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.analysing import analysed, answers
from benchmarks.figures import Figure, Report

NATIONAL = ("--sites", "98", "--citizens", "880000", "--caseworkers", "30000", "--weeks", "520")
"""A citizen comes to four meetings, of which almost all are paired: more than 3.2 million."""
SECONDS, GIB = 600.0, 4.0


def main() -> None:
    """Prints the report."""
    with TemporaryDirectory(prefix="bip-bench-") as temporary:
        folder = Path(os.environ.get("BIP_NATIONAL", temporary)) / "national"
        spent = analysed(folder, NATIONAL)
        meetings = answers(folder)
    Report(
        [
            Figure(f"`analyse` of {meetings:,} meetings at 98 jobcentres", spent.wall, SECONDS, "s"),
            Figure("its memory at most", spent.memory, GIB, "GiB"),
        ],
        {"all of it": str(spent)},
    ).say()


if __name__ == "__main__":
    main()
