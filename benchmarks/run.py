# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs every benchmark in a process of its own and writes `results.md`; exit code 1 where a limit is missed."""

import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6 import __version__ as qt_version

from benchmarks.figures import Figure, Report
from benchmarks.processes import run

NAMES = ("start", "answering", "progression", "caseload")
RESULTS = Path(__file__).with_name("results.md")
_HEADER = """\
<!-- SPDX-FileCopyrightText: 2026 The BIP Desktop contributors -->
<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->
# How fast the program is

Made by `python3 dev.py bench`: the real windows without a screen, a really encrypted database in a temporary folder,
invented people. A ratio compares two things measured in turn in the same run; times hold for this machine alone.
"""


def measured(name: str) -> Report:
    """What one benchmark prints."""
    with TemporaryDirectory(prefix="bip-bench-", ignore_cleanup_errors=True) as folder:
        return Report.read(run(f"benchmarks.{name}", compiled=Path(folder)))


def written(value: float, unit: str) -> str:
    """`1.42 ×`, `4.4 ms`, `161 MiB`."""
    digits = {"×": 2, "ms": 1}.get(unit, 0)
    return f"{value:,.{digits}f} {unit}"


def page(reports: Mapping[str, Report], machine: str) -> str:
    """The results for people."""
    lines = [_HEADER, machine, "", "| figure | measured | limit | |", "|---|---:|---:|---|"]
    for report in reports.values():
        lines += [_row(each) for each in report.figures]
    for name, report in reports.items():
        lines += ["", f"## {name.capitalize()}", ""]
        lines += [f"- {what}: {value}" for what, value in report.beside.items()]
    return "\n".join(lines) + "\n"


def _row(figure: Figure) -> str:
    verdict = "held" if figure.held else "**missed**"
    measured_, limit = written(figure.measured, figure.unit), written(figure.limit, figure.unit)
    return f"| {figure.what} | {measured_} | {limit} | {verdict} |"


def main() -> int:
    """All of them, one after the other."""
    reports: dict[str, Report] = {}
    for name in NAMES:
        reports[name] = measured(name)
        for figure in reports[name].figures:
            print(_row(figure), flush=True)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, Qt {qt_version}."
    RESULTS.write_text(page(reports, machine), encoding="utf-8")
    return int(not all(figure.held for report in reports.values() for figure in report.figures))


if __name__ == "__main__":
    sys.exit(main())
