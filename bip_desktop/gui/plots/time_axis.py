# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where in time things stand: measurements by their real dates, changes of caseworker, interventions under way."""

from dataclasses import dataclass

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Progression

MANY = 20
"""With more measurements than this, points are small and the kinds of intervention share one bar."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of intervention (None for several in one): from where to where on the axis, once or several times."""

    kind: Kind | None
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days as numbers, one a measurement, always growing."""

    xs: tuple[float, ...]
    changes: tuple[float, ...]
    """Midway between the last measurement with one caseworker and the first with another."""
    by_kind: tuple[Lane, ...]

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The bars as they are drawn."""
        if len(self.xs) <= MANY or len(self.by_kind) < 2:
            return self.by_kind
        merged: list[tuple[float, float]] = []
        for start, end in sorted(stretch for lane in self.by_kind for stretch in lane.stretches):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((start, end))
        return (Lane(None, tuple(merged)),)


def time_axis(moved: Progression) -> TimeAxis:
    """The axis of one progression."""
    xs: list[float] = []
    for day in moved.dates:
        x = float(day.toordinal())
        xs.append(x if not xs or x > xs[-1] else xs[-1] + 1)
    at = dict(zip(moved.numbers, xs, strict=True))
    place = {number: index for index, number in enumerate(moved.numbers)}
    changes = tuple(
        (xs[place[number] - 1] + xs[place[number]]) / 2 for number in moved.new_caseworker_at if place.get(number)
    )
    lanes = tuple(
        Lane(kind, tuple((at[span.first], at[span.last]) for span in moved.spans if span.kind is kind))
        for kind in Kind
        if any(span.kind is kind for span in moved.spans)
    )
    return TimeAxis(tuple(xs), changes, lanes)
