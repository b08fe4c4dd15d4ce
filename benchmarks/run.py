# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs every benchmark in a process of its own and writes a page for each of `PAGES`; exit code 1 where a limit is
missed. `python -m benchmarks.run centre` runs that page's alone; `national` is run only so."""

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

from PySide6 import __version__ as qt_version

from benchmarks.figures import Figure, Report
from benchmarks.processes import run

PATIENCE = 1_800
"""Seconds for one benchmark: 500 packages are received several times."""
ONLY_WHERE_ASKED = {"national"}
"""Pages whose benchmarks take gigabytes; with patience to match."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands together in one file."""

    title: str
    made_of: str
    benchmarks: tuple[str, ...]
    """Modules here; each prints a `Report`."""


PAGES = {
    "results": Page(
        "How fast the program is",
        "the real windows without a screen, a really encrypted database in a temporary folder, invented people",
        ("start", "answering", "progression", "caseload"),
    ),
    "centre": Page(
        "How fast the research centre is",
        "real sealed and signed packages of an invented world, the embedded store",
        ("centre",),
    ),
    "analyses": Page(
        "How fast the analyses are",
        "invented rows, the packages that people use for the same, the errors clustered by caseworker",
        ("analyses", "analysing"),
    ),
    "national": Page(
        "The analyses of a whole country",
        "an invented world of 98 jobcentres as plain tables, the whole command",
        ("national",),
    ),
}
_HEADER = """\
<!-- SPDX-FileCopyrightText: 2026 The BIP Desktop contributors -->
<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->
# {title}

"""
_MADE = """\
Made by `{command}`: {made_of}. A ratio compares two things measured in turn in the same run; times hold for this
machine alone.
"""


def measured(name: str) -> Report:
    """What one benchmark prints."""
    with TemporaryDirectory(prefix="bip-bench-", ignore_cleanup_errors=True) as folder:
        patience = PATIENCE * (4 if name in ONLY_WHERE_ASKED else 1)
        return Report.read(run(f"benchmarks.{name}", compiled=Path(folder), patience=patience))


def written(value: float, unit: str) -> str:
    """`1.42 ×`, `4.4 ms`, `161 MiB`."""
    digits = {"×": 2, "ms": 1, "s": 1, "GiB": 1}.get(unit, 0)
    return f"{value:,.{digits}f} {unit}"


def page(of: Page, reports: Mapping[str, Report], machine: str, command: str = "python3 dev.py bench") -> str:
    """The results for people."""
    made = fill(_MADE.format(made_of=of.made_of, command=command), 120)
    lines = [
        _HEADER.format(title=of.title) + made,
        "",
        machine,
        "",
        "| figure | measured | limit | |",
        "|---|---:|---:|---|",
    ]
    for report in reports.values():
        lines += [_row(each) for each in report.figures]
    for name, report in reports.items():
        lines += ["", f"## {name.capitalize()}", ""]
        lines += [f"- {what}: {value}" for what, value in report.beside.items()]
    return "\n".join(lines) + "\n"


def _row(figure: Figure) -> str:
    verdict = "held" if figure.held else "**missed**"
    measured_, limit = written(figure.measured, figure.unit), written(figure.limit, figure.unit)
    if figure.at_least:
        limit = f"at least {limit}"
    return f"| {figure.what} | {measured_} | {limit} | {verdict} |"


def main(pages: Sequence[str]) -> int:
    """All of them, one after the other; or those of `pages`."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, Qt {qt_version}."
    held = True
    for name in pages or (each for each in PAGES if each not in ONLY_WHERE_ASKED):
        reports: dict[str, Report] = {}
        for each in PAGES[name].benchmarks:
            reports[each] = measured(each)
            for figure in reports[each].figures:
                print(_row(figure), flush=True)
                held = held and figure.held
        asked = [f"python -m benchmarks.run {name}"] if name in ONLY_WHERE_ASKED else []
        written_page = page(PAGES[name], reports, machine, *asked)
        Path(__file__).with_name(f"{name}.md").write_text(written_page, encoding="utf-8")
    return int(not held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
