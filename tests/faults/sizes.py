# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How often a fault is tried, how far it has come, and what was found: between a test and the one who runs it."""

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

SIZE = "BIP_FAULTS"
REPORT = "BIP_FAULTS_REPORT"
"""The file that says how far the test is, for the one who runs it."""
LONGEST = 55 * 60
"""Seconds that a test may take at full size."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the marker says."""

    what: str
    small: int
    full: int
    minutes: float = 1

    @classmethod
    def of(cls, node: pytest.Item) -> "Case | None":
        """The case of a test; None where it has no marker."""
        marker = node.get_closest_marker("soak")
        return None if marker is None else cls(*marker.args, **marker.kwargs)

    def rounds(self, size: str) -> int:
        """How often, at this size."""
        if size == "full":
            return self.full
        return self.small if size in ("", "small") else min(int(size), self.full)


class Rounds:
    """Gives the number of each round, from 0, and says how far it is."""

    def __init__(self, case: Case, report: Path | None = None) -> None:
        self._case = case
        self._count = case.rounds(os.environ.get(SIZE, ""))
        self._report = report
        self._said = 0.0
        self._found: dict[str, int | str] = {}
        self._done = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[int]:
        for number in range(self._count):
            yield number
            self.done(number + 1)

    def done(self, count: int) -> None:
        """So many rounds are over; `for … in rounds` says it by itself."""
        self._done = count
        if time.monotonic() - self._said > 1:
            self._said = time.monotonic()
            self.write("under way")

    def found(self, **counts: int | str) -> None:
        """What stands in the table beside the case, an underscore for each space: `found(acknowledged_answers=7)`."""
        self._found |= counts

    def write(self, outcome: str, seconds: float = 0) -> None:
        """Says how it stands."""
        if self._report is None:
            return
        said: Mapping[str, object] = {
            "case": self._case.what,
            "rounds": self._count,
            "done": self._done,
            "found": {name.replace("_", " "): value for name, value in self._found.items()},
            "seconds": round(seconds, 1),
            "outcome": outcome,
        }
        part = self._report.with_suffix(".part")
        part.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        part.replace(self._report)


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Iterator[Rounds]:
    """How often the marked test tries, and where it says what it found."""
    case = Case.of(request.node)
    assert case is not None, "a test with rounds carries the marker soak"
    where = os.environ.get(REPORT)
    made = Rounds(case, Path(where) if where else None)
    made.write("under way")
    begun = time.monotonic()
    yield made
    passed = getattr(request.node, "passed", False)
    made.write("passed" if passed else "failed", time.monotonic() - begun)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Tells the fixture how the test went."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.when == "call":
        item.passed = report.passed  # type: ignore[attr-defined]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives the tests the time that the size takes."""
    if os.environ.get(SIZE, "small") == "small":
        return
    for item in items:
        if Case.of(item) is not None:
            item.add_marker(pytest.mark.timeout(LONGEST), append=False)
