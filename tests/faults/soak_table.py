# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What became of each marked test, as a file and as a table: the newest result of each, with when and of what."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tests.faults.sizes import Case

_HEADER = """\
<!-- SPDX-FileCopyrightText: 2026 The BIP Desktop contributors -->
<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->
# What the program was put through

Made by `python3 dev.py soak`: real processes, real files, real encryption, invented people. Each test has been seen to
fail once, by the change to the program that its docstring names. A row is the newest result of its test, with the day
and the revision it is of.
"""


class Verdict(StrEnum):
    """How a test ended."""

    HELD = "held"
    FAILED = "failed"
    SKIPPED = "not tried here"
    NOT_RUN = "not run"


@dataclass
class Trial:
    """One marked test, and how it went."""

    test: str
    case: Case
    verdict: Verdict = Verdict.NOT_RUN
    found: Mapping[str, object] = field(default_factory=dict)
    seconds: float = 0
    of: str = ""
    """The day, and the revision."""

    @property
    def row(self) -> str:
        """The line of the table."""
        beside = "; ".join(f"{name}: {value}" for name, value in self.found.items())
        verdict = self.verdict if self.verdict is Verdict.HELD else f"**{self.verdict}**"
        _, _, which = self.test.removesuffix("]").partition("[")
        what = f"{self.case.what} ({which})" if which else self.case.what
        return f"| {what} | {self.case.full:,} | {verdict} | {beside} | {self.seconds:.0f} s | {self.of} |"

    @property
    def entry(self) -> Mapping[str, object]:
        """What the file keeps of it."""
        return {
            "test": self.test,
            "case": self.case.what,
            "rounds": self.case.full,
            "verdict": self.verdict.value,
            "found": self.found,
            "seconds": round(self.seconds, 1),
            "of": self.of,
        }


def remember(trials: Sequence[Trial], path: Path) -> None:
    """Gives those that have not been run now the result they had before."""
    if not path.exists():
        return
    before = {each["test"]: each for each in json.loads(path.read_text(encoding="utf-8"))["tests"]}
    for trial in trials:
        entry = before.get(trial.test)
        if entry is not None and trial.verdict is Verdict.NOT_RUN:
            trial.verdict, trial.found = Verdict(entry["verdict"]), entry["found"]
            trial.seconds, trial.of = entry["seconds"], entry["of"]


def written(trials: Sequence[Trial]) -> str:
    """The file."""
    held = all(each.verdict is Verdict.HELD for each in trials)
    content = {"held": held, "tests": [each.entry for each in trials]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def page(trials: Sequence[Trial]) -> str:
    """The table for people."""
    held = sum(each.verdict is Verdict.HELD for each in trials)
    minutes = sum(each.seconds for each in trials) / 60
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}."
    lines = [
        _HEADER,
        f"{held} of {len(trials)} held. Their processes took {minutes:.0f} minutes together, two at a time. {machine}",
        "",
    ]
    lines += ["| what | times | | found | took | of |", "|---|---:|---|---|---:|---|"]
    return "\n".join([*lines, *(each.row for each in sorted(trials, key=lambda each: each.test))]) + "\n"


def now(root: Path) -> str:
    """Today, and the revision of the source tree where it is one."""
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=root, capture_output=True, text=True, check=False
    )
    return f"{datetime.now():%Y-%m-%d} {asked.stdout.strip()}".strip()  # noqa: DTZ005 - the day on the wall
