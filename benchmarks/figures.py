# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A measured figure beside its limit, and the JSON that every benchmark prints."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `unit` is × for a ratio, ms, s, MiB or GiB."""

    what: str
    measured: float
    limit: float
    unit: str
    at_least: bool = False
    """The limit is the least, not the most: so many times faster."""

    @property
    def held(self) -> bool:
        """Whether it keeps its limit."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found: figures with a limit, and what helps to understand them."""

    figures: Sequence[Figure]
    beside: dict[str, str] = field(default_factory=dict)

    def say(self) -> None:
        """Prints it."""
        print(json.dumps(asdict(self), ensure_ascii=False, indent=2))

    @classmethod
    def read(cls, text: str) -> "Report":
        """What `say` printed."""
        content = json.loads(text)
        return cls([Figure(**each) for each in content["figures"]], content["beside"])


def milliseconds(act: Callable[[], object]) -> float:
    """How long `act` takes."""
    begun = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - begun) / 1e6


def p95(samples: Sequence[float]) -> float:
    """The sample that 95 of 100 stay below."""
    return statistics.quantiles(samples, n=20)[-1]


def median(samples: Sequence[float]) -> float:
    """The sample in the middle."""
    return statistics.median(samples)


def ratio(ours: Sequence[float], other: Sequence[float]) -> float:
    """How many times as long, run by run: neighbours meet the same machine, however busy it is by then."""
    return median([mine / its for mine, its in zip(ours, other, strict=True)])


def ms(samples: Sequence[float]) -> str:
    """Median, 95th percentile and number of samples, for people."""
    return f"median {median(samples):.1f} ms, p95 {p95(samples):.1f} ms, {len(samples)} times"
