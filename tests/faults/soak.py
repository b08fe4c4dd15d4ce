# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs every marked test at full size, each in a process of its own, two at a time: `python3 dev.py soak`."""

import io
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.sizes import LONGEST, REPORT, SIZE, Case

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "reports"
KEPT = ROOT / "benchmarks" / "soak.md"
AT_ONCE = 2
LIMIT = 60 * 60
"""Seconds for all of them."""
_SPEAKS = 15
"""Seconds between two lines about what is under way."""
_HEADER = """\
<!-- SPDX-FileCopyrightText: 2026 The BIP Desktop contributors -->
<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->
# What the program was put through

Made by `python3 dev.py soak`: real processes, real files, real encryption, invented people. Each test has been seen to
fail once, by the change to the program that its docstring names.
"""


@dataclass
class Trial:
    """One marked test, and how it went."""

    test: str
    case: Case
    said: Mapping[str, object] = field(default_factory=dict)
    seconds: float = 0
    passed: bool = False
    skipped: bool = False

    @property
    def row(self) -> str:
        """The line of the table."""
        found = self.said.get("found") or {}
        assert isinstance(found, dict)
        beside = "; ".join(f"{name}: {value}" for name, value in found.items())
        verdict = "held" if self.passed else "**not tried here**" if self.skipped else "**failed**"
        _, _, which = self.test.removesuffix("]").partition("[")
        what = f"{self.case.what} ({which})" if which else self.case.what
        return f"| {what} | {self.case.full:,} | {verdict} | {beside} | {self.seconds:.0f} s |"


class _Marked:
    """Finds the marked tests."""

    def __init__(self) -> None:
        self.trials: list[Trial] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            case = Case.of(item)
            if case is not None:
                self.trials.append(Trial(item.nodeid, case))


def marked(words: Sequence[str] = ()) -> list[Trial]:
    """Every marked test, or those that one of the words names; the longest first."""
    found = _Marked()
    with redirect_stdout(io.StringIO()) as said:
        code = pytest.main(["--collect-only", "-qq", "-m", "soak", str(ROOT / "tests")], [found])
    if code:
        raise SystemExit(said.getvalue())
    wanted = [each for each in found.trials if not words or any(word in each.test for word in words)]
    return sorted(wanted, key=lambda each: -each.case.minutes)


class Running:
    """A test under way in a process of its own."""

    def __init__(self, trial: Trial, folder: Path, log: Path, end: float) -> None:
        self.trial, self._end = trial, end
        self._report, self._log = folder / f"{id(self)}.json", log
        self._begun = time.monotonic()
        self._output = log.open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", trial.test],
            cwd=ROOT,
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ, SIZE: "full", REPORT: str(self._report)},
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    @property
    def seconds(self) -> float:
        """For how long."""
        return time.monotonic() - self._begun

    def is_over(self) -> bool:
        """Whether it has ended; then the trial says how."""
        if self._process.poll() is None and self.seconds < LONGEST and time.monotonic() < self._end:
            return False
        self._process.kill()
        self._process.wait()
        self._output.close()
        self.trial.said = self._said()
        self.trial.seconds = self.seconds
        self.trial.passed = self._process.returncode == 0 and self.trial.said.get("outcome") == "passed"
        self.trial.skipped = self._process.returncode == 0 and not self.trial.said
        if self.trial.passed:
            self._log.unlink()
        return True

    def _said(self) -> Mapping[str, object]:
        try:
            said = json.loads(self._report.read_text(encoding="utf-8"))
        except OSError:
            return {}
        assert isinstance(said, dict)
        return said

    def __str__(self) -> str:
        said = self._said()
        return f"{self.trial.test.rpartition('::')[2]} {said.get('done', 0)}/{said.get('rounds', '?')}"


def run(trials: Sequence[Trial]) -> None:
    """All of them, as far as the time goes; says how far it is."""
    end = time.monotonic() + LIMIT
    REPORTS.mkdir(exist_ok=True)
    waiting, running, over, spoken = list(trials), list[Running](), 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bip-soak-") as folder:
        while waiting or running:
            while waiting and len(running) < AT_ONCE and time.monotonic() < end:
                log = REPORTS / f"soak-{len(trials) - len(waiting):02d}.txt"
                running.append(Running(waiting.pop(0), Path(folder), log, end))
            if not running:
                break
            time.sleep(0.2)
            for each in [each for each in running if each.is_over()]:
                running.remove(each)
                over += 1
                print(f"[{over}/{len(trials)}] {each.trial.row.strip('| ')}", flush=True)
            if running and time.monotonic() - spoken > _SPEAKS:
                spoken = time.monotonic()
                print("        " + " · ".join(str(each) for each in running), flush=True)


def page(trials: Sequence[Trial], seconds: float) -> str:
    """The table for people."""
    held = sum(each.passed for each in trials)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}."
    lines = [_HEADER, f"{held} of {len(trials)} held, in {seconds / 60:.0f} minutes. {machine}", ""]
    lines += ["| what | times | | found | took |", "|---|---:|---|---|---:|"]
    return "\n".join([*lines, *(each.row for each in sorted(trials, key=lambda each: each.test))]) + "\n"


def main(words: Sequence[str]) -> int:
    """Runs them; exit code 1 where one failed, could not be tried here, or came too late."""
    trials = marked(words)
    if not trials:
        raise SystemExit("no marked test has such a name")
    begun = time.monotonic()
    run(trials)
    seconds = time.monotonic() - begun
    held = all(each.passed for each in trials)
    whole = {"seconds": round(seconds), "limit": LIMIT, "held": held}
    tests = [{"test": each.test, "held": each.passed, **each.said} for each in trials]
    (REPORTS / "soak.json").write_text(json.dumps(whole | {"tests": tests}, ensure_ascii=False, indent=1) + "\n")
    (REPORTS / "soak.md").write_text(page(trials, seconds), encoding="utf-8")
    if not words:
        KEPT.write_text(page(trials, seconds), encoding="utf-8")
    print(page(trials, seconds))
    return int(not held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
