# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Runs every marked test at full size, each in a process of its own, two at a time: `python3 dev.py soak`."""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from tests.faults.sizes import LONGEST, REPORT, SIZE, Case
from tests.faults.soak_table import Trial, Verdict, now, page, remember, written

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "reports"
KEPT = ROOT / "benchmarks" / "soak.md"
AT_ONCE = 2
LIMIT = 60 * 60
"""Seconds for all of them."""
_SPEAKS = 15
"""Seconds between two lines about what is under way."""


class _Marked:
    """Finds the marked tests."""

    def __init__(self) -> None:
        self.trials: list[Trial] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            case = Case.of(item)
            if case is not None:
                self.trials.append(Trial(item.nodeid, case))


def marked() -> list[Trial]:
    """Every marked test, the longest first."""
    found = _Marked()
    with redirect_stdout(io.StringIO()) as said:
        code = pytest.main(["--collect-only", "-qq", "-m", "soak", str(ROOT / "tests")], [found])
    if code:
        raise SystemExit(said.getvalue())
    return sorted(found.trials, key=lambda each: -each.case.minutes)


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
        said, ended_well = self._said(), self._process.returncode == 0
        if ended_well and not said:
            self.trial.verdict = Verdict.SKIPPED
        else:
            held = ended_well and said["outcome"] == "passed"
            self.trial.verdict = Verdict.HELD if held else Verdict.FAILED
        self.trial.found, self.trial.seconds, self.trial.of = said.get("found", {}), self.seconds, now(ROOT)
        if self.trial.verdict is Verdict.HELD:
            self._log.unlink()
        return True

    def _said(self) -> dict[str, Any]:
        try:
            said = json.loads(self._report.read_text(encoding="utf-8"))
        except OSError:
            return {}
        return dict(said)

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


def main(words: Sequence[str]) -> int:
    """Runs them; exit code 1 where one failed, could not be tried here, or came too late."""
    every = marked()
    wanted = [each for each in every if not words or any(word in each.test for word in words)]
    if not wanted:
        raise SystemExit("no marked test has such a name")
    run(wanted)
    if words:
        remember(every, REPORTS / "soak.json")
    (REPORTS / "soak.json").write_text(written(every), encoding="utf-8")
    (REPORTS / "soak.md").write_text(page(every), encoding="utf-8")
    if all(each.verdict is not Verdict.NOT_RUN for each in every):
        KEPT.write_text(page(every), encoding="utf-8")
    print(page(every))
    return int(any(each.verdict is not Verdict.HELD for each in wanted))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
