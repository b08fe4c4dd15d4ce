# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Numbers that say what they are. A share and a number of percentage points are different types, and the difference of
two shares is points: 6 % is never "1.3 % less", it is 1.3 percentage points, or a ratio, less."""

from dataclasses import dataclass
from typing import ClassVar, Union

POINTS_IN_ONE = 100.0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, 0 to 1; read as per cent."""

    value: float
    unit: ClassVar[str] = "share"

    def __sub__(self, other: "Share") -> "Points":
        if not isinstance(other, Share):
            return NotImplemented
        return Points((self.value - other.value) * POINTS_IN_ONE)

    def __add__(self, more: "Points") -> "Share":
        if not isinstance(more, Points):
            return NotImplemented
        return Share(self.value + more.value / POINTS_IN_ONE)


@dataclass(frozen=True, slots=True)
class Points:
    """Percentage points: 1.3 means 1.3. The difference of two shares."""

    value: float
    unit: ClassVar[str] = "points"

    def of(self, base: Share) -> "Ratio":
        """How large it is beside the base it starts from."""
        return Ratio(self.value / POINTS_IN_ONE / base.value if base.value else float("nan"))


@dataclass(frozen=True, slots=True)
class Score:
    """Steps of a scale of five, or a difference of them."""

    value: float
    unit: ClassVar[str] = "score"


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number without a unit: one thing beside another, a correlation, a test's value."""

    value: float
    unit: ClassVar[str] = "ratio"


@dataclass(frozen=True, slots=True)
class Count:
    """How many."""

    value: float
    unit: ClassVar[str] = "count"


Quantity = Union[Share, Points, Score, Ratio, Count]  # noqa: UP007 - a name for annotations and isinstance alike
