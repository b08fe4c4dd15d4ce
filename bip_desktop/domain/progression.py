# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the citizen's themes have moved: one frozen series that picture, table and sentence are all made from.

One step on one item can be chance (with reliability about 0.6 and SD 1.1 only two steps are more than noise at
95 %, Jacobson and Truax), so a single step is "maybe" and only two steps, or two moves in a row the same way, are a
change. Nothing here adds or averages over themes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Instrument, Item, Missing, Step, Value


class Movement(StrEnum):
    """A theme now, beside the measurement before."""

    FIRST = "first"
    NO_ANSWER = "no_answer"
    NO_ANSWER_BEFORE = "no_answer_before"
    SAME = "same"
    MAYBE_HIGHER = "maybe_higher"
    MAYBE_LOWER = "maybe_lower"
    HIGHER = "higher"
    LOWER = "lower"

    @property
    def is_up(self) -> bool:
        """Answered higher than the time before, by however much."""
        return self in (Movement.MAYBE_HIGHER, Movement.HIGHER)

    @property
    def is_down(self) -> bool:
        """Answered lower than the time before, by however much."""
        return self in (Movement.MAYBE_LOWER, Movement.LOWER)


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement of one item: its number, its day and the answer, or why there is none."""

    number: int
    on: date
    value: Value

    @property
    def step(self) -> int | None:
        """The step on the scale, 1 to 5; None where there is no such answer."""
        return self.value.step if isinstance(self.value, Step) else None


@dataclass(frozen=True, slots=True)
class Series:
    """One item over all measurements, oldest first. Never empty."""

    item: Item
    points: tuple[Point, ...]

    @property
    def now(self) -> Point:
        """The newest measurement."""
        return self.points[-1]

    @property
    def before(self) -> Point | None:
        """The measurement before the newest, answered or not."""
        return self.points[-2] if len(self.points) > 1 else None

    @property
    def start(self) -> Point | None:
        """The first measurement with an answer on the scale."""
        return next((point for point in self.points if point.step is not None), None)

    @property
    def since_start(self) -> int | None:
        """Steps from the first answer to now; None where either is missing or they are the same measurement."""
        start = self.start
        if start is None or start is self.now or start.step is None or self.now.step is None:
            return None
        return self.now.step - start.step

    @property
    def twice(self) -> int:
        """+1 or -1 where the last two moves, between three answers in a row, went the same way; else 0."""
        steps = [point.step for point in self.points[-3:]]
        if len(steps) < 3 or None in steps:
            return 0
        first, second, third = (step for step in steps if step is not None)
        if first < second < third:
            return 1
        return -1 if first > second > third else 0

    @property
    def still_for(self) -> int:
        """How many measurements in a row, up to now, had the same answer; 0 where there is none now."""
        if self.now.step is None:
            return 0
        count = 0
        for point in reversed(self.points):
            if point.step != self.now.step:
                break
            count += 1
        return count

    @property
    def movement(self) -> Movement:
        """What may be said of the theme now."""
        before = self.before
        if self.now.step is None:
            return Movement.NO_ANSWER
        if before is None:
            return Movement.FIRST
        if before.step is None:
            return Movement.NO_ANSWER_BEFORE
        difference = self.now.step - before.step
        if difference == 0:
            return Movement.SAME
        sure = abs(difference) >= 2 or self.twice != 0
        if difference > 0:
            return Movement.HIGHER if sure else Movement.MAYBE_HIGHER
        return Movement.LOWER if sure else Movement.MAYBE_LOWER


@dataclass(frozen=True, slots=True)
class Span:
    """A kind of intervention under way from one measurement to another, both included."""

    kind: Kind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TwoViews:
    """One theme as the citizen and the caseworker each see it. Side by side, never averaged."""

    citizen_item: Item
    caseworker_item: Item
    citizen: Value
    caseworker: Value

    @property
    def apart(self) -> int | None:
        """Steps between the two; None where either has no answer on the scale."""
        if isinstance(self.citizen, Step) and isinstance(self.caseworker, Step):
            return abs(self.citizen.step - self.caseworker.step)
        return None

    @property
    def worth_telling(self) -> bool:
        """Whether the two are so far apart that they are asked to tell each other why."""
        return self.apart is not None and self.apart >= 2


@dataclass(frozen=True, slots=True)
class Progression:
    """Everything the pages "Se det sammen" show, frozen at one moment."""

    themes: tuple[Series, ...]
    search: Series
    wage: Series
    numbers: tuple[int, ...]
    dates: tuple[date, ...]
    new_caseworker_at: tuple[int, ...]
    """Numbers of the measurements that were the first with another caseworker."""
    spans: tuple[Span, ...]

    @property
    def is_first(self) -> bool:
        """Whether there is nothing yet to compare with."""
        return len(self.numbers) < 2

    @property
    def higher(self) -> tuple[Series, ...]:
        """The themes answered higher than the time before."""
        return tuple(series for series in self.themes if series.movement.is_up)

    @property
    def lower(self) -> tuple[Series, ...]:
        """The themes answered lower than the time before."""
        return tuple(series for series in self.themes if series.movement.is_down)

    @property
    def same(self) -> tuple[Series, ...]:
        """The themes answered as the time before."""
        return tuple(series for series in self.themes if series.movement is Movement.SAME)

    @property
    def unanswered(self) -> tuple[Series, ...]:
        """The themes without an answer on the scale now."""
        return tuple(series for series in self.themes if series.movement is Movement.NO_ANSWER)

    @property
    def still_for(self) -> int:
        """How many of the newest measurements in a row brought no move in any theme; one that has nothing in common
        with the one before ends the row."""
        still = 0
        for place in range(len(self.numbers) - 1, 0, -1):
            pairs = [(series.points[place - 1].step, series.points[place].step) for series in self.themes]
            both = [(before, after) for before, after in pairs if before is not None and after is not None]
            if not both or any(before != after for before, after in both):
                break
            still += 1
        return still

    def series(self, code: str) -> Series:
        """The series of one item; `KeyError` where it is not shown here."""
        for series in (*self.themes, self.search, self.wage):
            if series.item.code == code:
                return series
        raise KeyError(code)

    def from_start(self) -> tuple[Series, ...]:
        """The themes with a start and a now, the most risen first; ties in the questionnaire's order."""
        return tuple(
            sorted(
                (series for series in self.themes if series.since_start is not None),
                key=lambda series: -(series.since_start or 0),
            )
        )

    def highest_first(self) -> tuple[Series, ...]:
        """For a first meeting: the themes by their answer, highest first, those without one last."""
        return tuple(sorted(self.themes, key=lambda series: -(series.now.step or 0)))


History = Sequence[tuple[Meeting, Measurement]]
"""The measurements that may be seen, oldest first."""


def progression(history: History, instrument: Instrument) -> Progression:
    """The citizen's progression over `history` (at least one measurement), in the words of `instrument`."""
    themes = tuple(_series(item, history) for item in instrument.themes)
    numbers = tuple(meeting.number for meeting, _ in history)
    changed = tuple(
        after.number for (before, _), (after, _) in pairwise(history) if before.caseworker_id != after.caseworker_id
    )
    return Progression(
        themes=themes,
        search=_series(instrument.item("B10"), history),
        wage=_series(instrument.item("B11"), history),
        numbers=numbers,
        dates=tuple(meeting.held_on for meeting, _ in history),
        new_caseworker_at=changed,
        spans=tuple(_spans(history)),
    )


def two_views(measurement: Measurement) -> tuple[TwoViews, ...]:
    """The paired themes of one measurement (B3/S6, B4/S9, B5/S10, B6/S11)."""
    return tuple(
        TwoViews(
            citizen,
            caseworker,
            _or_not_reached(measurement.value(citizen.code)),
            _or_not_reached(measurement.value(caseworker.code)),
        )
        for citizen, caseworker in measurement.instrument.pairs
    )


def _or_not_reached(value: Value | None) -> Value:
    return Missing.NOT_REACHED if value is None else value


def _series(item: Item, history: History) -> Series:
    return Series(
        item,
        tuple(
            Point(meeting.number, meeting.held_on, _or_not_reached(measurement.value(item.code)))
            for meeting, measurement in history
        ),
    )


def _spans(history: History) -> Iterable[Span]:
    for kind in Kind:
        first: int | None = None
        last = 0
        for meeting, measurement in history:
            kinds = measurement.kinds() if meeting.caseworker_part is not None or meeting.is_revealed else None
            if kinds is not None and kind in kinds:
                first = meeting.number if first is None else first
                last = meeting.number
            elif first is not None:
                yield Span(kind, first, last)
                first = None
        if first is not None:
            yield Span(kind, first, last)
