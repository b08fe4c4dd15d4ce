# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the themes have moved: one step may be chance, a missing answer is a gap, and nothing is added up."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.measurement import Measurement, Part
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.progression import (
    History,
    Movement,
    Point,
    Progression,
    Series,
    Span,
    progression,
    two_views,
)
from bip_desktop.domain.questionnaire import Amount, Missing, Step, Ticks, Unit, Value
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.paths import resources
from tests.exchange import submission_cases

INSTRUMENT = InstrumentFolder(resources() / "instruments").current()
THEMES = [f"B{number}" for number in range(1, 10)]
DAY = date(2025, 1, 6)
RHYTHM = timedelta(days=91)
PERSON = submission_cases.citizen()


def meeting(number: int, caseworker: str = "karen") -> Meeting:
    held = submission_cases.meeting(PERSON, number, DAY + RHYTHM * (number - 1))
    return replace(
        held,
        state=State.CLOSED,
        caseworker_id=CaseworkerId(caseworker),
        citizen_part=Part.COMPLETE,
        caseworker_part=Part.COMPLETE,
    )


def history(*answers: dict[str, Value]) -> History:
    return [(meeting(number + 1), Measurement(INSTRUMENT, each)) for number, each in enumerate(answers)]


def looked_at(*answers: dict[str, Value]) -> Progression:
    return progression(history(*answers), INSTRUMENT)


def series(*steps: int | None, missing: Missing = Missing.DONT_KNOW) -> Series:
    values = [missing if step is None else Step(step) for step in steps]
    return Series(
        INSTRUMENT.item("B6"),
        tuple(Point(number + 1, DAY + RHYTHM * number, value) for number, value in enumerate(values)),
    )


def code(number: int) -> str:
    return f"B{number + 1}"


STEPS: tuple[int | None, ...] = (None, 1, 2, 3, 4, 5)


# --- words about one theme ------------------------------------------------------------------------------------------


def in_words(before: int, now: int, *, sure: bool) -> Movement:
    """What a difference is called."""
    if now == before:
        return Movement.SAME
    if now > before:
        return Movement.HIGHER if sure else Movement.MAYBE_HIGHER
    return Movement.LOWER if sure else Movement.MAYBE_LOWER


@pytest.mark.parametrize("now", STEPS)
def test_a_first_answer_has_nothing_beside_it(now: int | None) -> None:
    assert series(now).movement is (Movement.NO_ANSWER if now is None else Movement.FIRST)


@pytest.mark.parametrize(("before", "now"), list(product(STEPS, STEPS)))
def test_between_two_answers_one_step_is_maybe_and_two_are_a_change(before: int | None, now: int | None) -> None:
    if now is None:
        expected = Movement.NO_ANSWER
    elif before is None:
        expected = Movement.NO_ANSWER_BEFORE
    else:
        expected = in_words(before, now, sure=abs(now - before) >= 2)
    assert series(before, now).movement is expected


@pytest.mark.parametrize(("first", "before", "now"), list(product(STEPS, STEPS, STEPS)))
def test_between_three_answers_two_moves_the_same_way_are_a_change(
    first: int | None, before: int | None, now: int | None
) -> None:
    if now is None:
        expected = Movement.NO_ANSWER
    elif before is None:
        expected = Movement.NO_ANSWER_BEFORE
    else:
        same_way = first is not None and (first < before < now or first > before > now)
        expected = in_words(before, now, sure=abs(now - before) >= 2 or same_way)
    assert series(first, before, now).movement is expected


@pytest.mark.parametrize(
    ("steps", "movement"),
    [
        ((3, 3, 4), Movement.MAYBE_HIGHER),
        ((2, 3, 4), Movement.HIGHER),
        ((4, 3, 4), Movement.MAYBE_HIGHER),
        ((4, 3, 2), Movement.LOWER),
        ((4, 4, 2), Movement.LOWER),
        ((2, 3, None, 4), Movement.NO_ANSWER_BEFORE),
        ((2, 3, 3, 4), Movement.MAYBE_HIGHER),
        ((1, 2, 3, 3), Movement.SAME),
        ((5, 1, 2, 3), Movement.HIGHER),
    ],
)
def test_only_the_last_three_measurements_make_the_word(steps: Sequence[int | None], movement: Movement) -> None:
    assert series(*steps).movement is movement


@pytest.mark.parametrize("movement", Movement)
def test_up_and_down_are_by_however_much(movement: Movement) -> None:
    assert movement.is_up is (movement in (Movement.HIGHER, Movement.MAYBE_HIGHER))
    assert movement.is_down is (movement in (Movement.LOWER, Movement.MAYBE_LOWER))


@pytest.mark.parametrize("missing", Missing)
def test_a_missing_answer_is_no_step_whatever_the_reason(missing: Missing) -> None:
    assert Point(1, DAY, missing).step is None
    gap = series(2, None, 4, missing=missing)
    assert [point.step for point in gap.points] == [2, None, 4]
    assert gap.points[1].value is missing
    assert gap.movement is Movement.NO_ANSWER_BEFORE
    assert series(2, None, missing=missing).movement is Movement.NO_ANSWER


@pytest.mark.parametrize(
    ("steps", "start", "since"),
    [
        ((3,), 3, None),
        ((3, 5), 3, 2),
        ((None, 3, 2), 3, -1),
        ((None, None, 2), 2, None),
        ((4, None, 4), 4, 0),
        ((4, None), 4, None),
        ((None, None), None, None),
        ((1, 5, 3), 1, 2),
    ],
)
def test_from_the_start_is_from_the_first_answer(
    steps: Sequence[int | None], start: int | None, since: int | None
) -> None:
    made = series(*steps)
    assert (made.start.step if made.start else None) == start
    assert made.since_start == since


def naive_still(steps: Sequence[int | None]) -> int:
    if steps[-1] is None:
        return 0
    return max(n for n in range(1, len(steps) + 1) if set(steps[-n:]) == {steps[-1]})


@given(st.lists(st.sampled_from((None, 2, 2, 3)), min_size=1, max_size=12))
def test_still_counts_the_measurements_without_a_move(steps: list[int | None]) -> None:
    assert series(*steps).still_for == naive_still(steps)


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=12))
def test_the_words_the_count_and_the_picture_are_of_the_same_points(steps: list[int | None]) -> None:
    made = series(*steps)
    assert made.now is made.points[-1]
    assert made.before is (made.points[-2] if len(steps) > 1 else None)
    if made.movement.is_up or made.movement.is_down:
        assert made.before is not None
        assert made.now.step is not None
        assert made.before.step is not None
        assert made.movement.is_up is (made.now.step > made.before.step)
        assert made.still_for == 1
    if made.twice:
        assert made.movement is (Movement.HIGHER if made.twice > 0 else Movement.LOWER)
    if made.movement is Movement.SAME:
        assert made.still_for >= 2
        assert made.twice == 0


# --- the whole picture ----------------------------------------------------------------------------------------------

ONE_MEASUREMENT = st.lists(st.sampled_from(STEPS), min_size=9, max_size=9)
COURSES = st.lists(ONE_MEASUREMENT, min_size=1, max_size=12)


def answers(steps: Sequence[int | None]) -> dict[str, Value]:
    return {code(n): Missing.DECLINED if step is None else Step(step) for n, step in enumerate(steps)}


@settings(max_examples=300)
@given(COURSES)
def test_the_counts_are_the_answers_counted(course: list[list[int | None]]) -> None:
    moved = looked_at(*map(answers, course))
    now, before = course[-1], course[-2] if len(course) > 1 else [None] * 9
    both = [(code(n), b, a) for n, (b, a) in enumerate(zip(before, now, strict=True)) if None not in (a, b)]
    assert [each.item.code for each in moved.higher] == [theme for theme, b, a in both if (a or 0) > (b or 0)]
    assert [each.item.code for each in moved.lower] == [theme for theme, b, a in both if (a or 0) < (b or 0)]
    assert [each.item.code for each in moved.same] == [theme for theme, b, a in both if a == b]
    assert [each.item.code for each in moved.unanswered] == [code(n) for n, a in enumerate(now) if a is None]
    assert moved.is_first is (len(course) == 1)
    new = [each for each in moved.themes if each.movement in (Movement.FIRST, Movement.NO_ANSWER_BEFORE)]
    assert len(moved.higher) + len(moved.same) + len(moved.lower) + len(moved.unanswered) + len(new) == 9


@given(COURSES)
def test_every_measurement_is_a_point_in_every_series(course: list[list[int | None]]) -> None:
    moved = looked_at(*map(answers, course))
    assert [each.item.code for each in moved.themes] == THEMES
    for n, each in enumerate(moved.themes):
        assert [point.step for point in each.points] == [measured[n] for measured in course]
    for each in (*moved.themes, moved.search, moved.wage):
        assert tuple(point.number for point in each.points) == moved.numbers == tuple(range(1, len(course) + 1))
        assert tuple(point.on for point in each.points) == moved.dates


@given(st.lists(st.lists(st.sampled_from((None, 3, 4)), min_size=9, max_size=9), min_size=1, max_size=5))
def test_nothing_has_moved_for_as_many_measurements_as_say_the_same(course: list[list[int | None]]) -> None:
    moved = looked_at(*(answers(measured) for measured in course))
    still = moved.still_for
    assert 0 <= still < len(course)
    for before, after in pairwise(course[-still - 1 :]):
        both = [(a, b) for a, b in zip(before, after, strict=True) if a is not None and b is not None]
        assert both
        assert all(a == b for a, b in both)
    if still + 1 < len(course):
        a, b = course[-still - 2 : len(course) - still]
        assert any(x != y for x, y in zip(a, b, strict=True) if x and y) or not any(
            x and y for x, y in zip(a, b, strict=True)
        )


@given(COURSES)
def test_from_start_to_now_is_sorted_by_the_change(course: list[list[int | None]]) -> None:
    moved = looked_at(*map(answers, course))
    shown = moved.from_start()
    changes = [each.since_start for each in shown]
    assert None not in changes
    assert changes == sorted(changes, key=lambda change: -(change or 0))
    assert {each.item.code for each in shown} == {e.item.code for e in moved.themes if e.since_start is not None}
    for above, below in pairwise(shown):
        if above.since_start == below.since_start:
            assert THEMES.index(above.item.code) < THEMES.index(below.item.code)


@given(ONE_MEASUREMENT)
def test_a_first_meeting_shows_the_highest_first(steps: list[int | None]) -> None:
    shown = [each.now.step for each in looked_at(answers(steps)).highest_first()]
    answered = [step for step in shown if step is not None]
    assert sorted(answered, reverse=True) == answered
    assert shown == [*answered, *[None] * (9 - len(answered))]


def test_what_was_never_come_to_says_so() -> None:
    moved = looked_at({"B1": Step(3)}, {"B1": Missing.SKIPPED})
    assert [point.value for point in moved.series("B1").points] == [Step(3), Missing.SKIPPED]
    assert [point.value for point in moved.series("B2").points] == [Missing.NOT_REACHED] * 2
    assert moved.search.now.value is Missing.NOT_REACHED


def test_ticks_and_the_wage_stand_apart_and_are_never_counted() -> None:
    wage, search = Amount(140_00, Unit.HOUR_BEFORE_TAX), Ticks(frozenset({2}))
    low: dict[str, Value] = {"B10": search, "B11": wage}
    high: dict[str, Value] = {
        "B10": Ticks(frozenset({1, 2, 3})),
        "B11": Amount(200_00, Unit.HOUR_BEFORE_TAX),
    }
    moved = looked_at(low, high)
    assert (moved.higher, moved.lower, moved.same, moved.from_start()) == ((), (), (), ())
    assert moved.wage.item.code == "B11"
    assert moved.search.item.code == "B10"
    assert (moved.wage.points[0].value, moved.search.points[0].value) == (wage, search)
    assert moved.wage.points[0].step is None
    assert moved.wage.movement is Movement.NO_ANSWER


def test_the_answer_that_counts_is_the_last_one() -> None:
    measurement = Measurement(INSTRUMENT, {"B6": Step(2)}, {"B6": Step(4)})
    assert progression([(meeting(1), measurement)], INSTRUMENT).series("B6").now.step == 4


def test_what_is_not_shown_here_has_no_series() -> None:
    moved = looked_at({})
    assert moved.series("B10") is moved.search
    assert moved.series("B11") is moved.wage
    for other in ("S6", "S12", "B12"):
        with pytest.raises(KeyError):
            moved.series(other)


def test_nothing_of_the_caseworkers_is_in_the_picture() -> None:
    empty = looked_at({}, {})
    rated = looked_at({"S12": Step(1), "S6": Step(1)}, {"S12": Step(5), "S6": Step(5)})
    assert rated == empty


def test_there_is_no_total() -> None:
    assert {field.name for field in fields(Progression)} == {
        "themes",
        "search",
        "wage",
        "numbers",
        "dates",
        "new_caseworker_at",
        "spans",
    }


@pytest.mark.parametrize(
    ("caseworkers", "changed"),
    [
        (("karen",), ()),
        (("karen", "karen"), ()),
        (("karen", "bo"), (2,)),
        (("karen", "bo", "bo", "karen"), (2, 4)),
        (("karen", "karen", "bo", "ida"), (3, 4)),
    ],
)
def test_a_new_caseworker_is_marked_at_the_first_measurement(
    caseworkers: Sequence[str], changed: tuple[int, ...]
) -> None:
    course = [(meeting(n + 1, caseworker), Measurement(INSTRUMENT)) for n, caseworker in enumerate(caseworkers)]
    assert progression(course, INSTRUMENT).new_caseworker_at == changed


def test_numbers_with_gaps_stay_the_measurements_own() -> None:
    course = [
        (meeting(2, "karen"), Measurement(INSTRUMENT, {"S1": Ticks(frozenset({13}))})),
        (meeting(5, "bo"), Measurement(INSTRUMENT, {"S1": Ticks(frozenset({13}))})),
    ]
    moved = progression(course, INSTRUMENT)
    assert (moved.numbers, moved.new_caseworker_at, moved.spans) == ((2, 5), (5,), (Span(Kind.JOB, 2, 5),))


# --- kinds of intervention under way --------------------------------------------------------------------------------

NONE, UNKNOWN = Ticks(frozenset({22})), Ticks(frozenset({23}))


def spans(*under_way: Value) -> tuple[Span, ...]:
    return looked_at(*({"S1": value} for value in under_way)).spans


def doing(*numbers: int) -> Ticks:
    return Ticks(frozenset(numbers))


def test_a_kind_is_under_way_from_a_measurement_to_another() -> None:
    assert spans(doing(13), doing(5, 9), doing(9)) == (Span(Kind.JOB, 1, 2), Span(Kind.HEALTH, 2, 3))
    assert spans(doing(13), NONE, doing(14)) == (Span(Kind.JOB, 1, 1), Span(Kind.JOB, 3, 3))
    assert spans(NONE, NONE) == ()


@pytest.mark.parametrize("gap", [UNKNOWN, *Missing])
def test_a_kind_is_not_drawn_across_what_is_not_known(gap: Value) -> None:
    assert spans(doing(13), gap, doing(13)) == (Span(Kind.JOB, 1, 1), Span(Kind.JOB, 3, 3))


def test_only_kinds_are_named_never_an_activity() -> None:
    assert spans(doing(16)) == spans(doing(9)) == (Span(Kind.HEALTH, 1, 1),)


@settings(max_examples=200)
@given(st.lists(st.sets(st.integers(1, 21)), min_size=1, max_size=12))
def test_the_spans_are_the_measurements_of_each_kind_and_no_others(course: list[set[int]]) -> None:
    made = spans(*(doing(*numbers) if numbers else NONE for numbers in course))
    drawn = {(span.kind, number) for span in made for number in range(span.first, span.last + 1)}
    option = INSTRUMENT.activities.option
    assert drawn == {(option(a).kind, number) for number, under_way in enumerate(course, 1) for a in under_way}
    for kind in Kind:  # those of a kind neither touch nor overlap
        of_kind = [span for span in made if span.kind is kind]
        assert all(earlier.last + 1 < later.first for earlier, later in pairwise(of_kind))


def test_what_she_has_not_confirmed_is_not_drawn() -> None:
    unconfirmed = replace(meeting(1), state=State.CITIZEN_ANSWERING, caseworker_part=None)
    course = [(unconfirmed, Measurement(INSTRUMENT, {"S1": doing(13)}))]
    assert progression(course, INSTRUMENT).spans == ()


# --- two views ------------------------------------------------------------------------------------------------------


def pair(citizen: Value | None, caseworker: Value | None) -> Measurement:
    both = {"B6": citizen, "S11": caseworker}
    return Measurement(INSTRUMENT, {item: value for item, value in both.items() if value is not None})


@pytest.mark.parametrize(("mine", "hers"), list(product(range(1, 6), repeat=2)))
def test_two_steps_apart_is_worth_telling(mine: int, hers: int) -> None:
    view = two_views(pair(Step(mine), Step(hers)))[3]
    assert (view.citizen, view.caseworker) == (Step(mine), Step(hers))
    assert view.apart == abs(mine - hers)
    assert view.worth_telling is (abs(mine - hers) >= 2)


@pytest.mark.parametrize(
    ("mine", "hers"), [(None, Step(5)), (Step(1), None), (None, None), (Missing.DECLINED, Step(5))]
)
def test_with_one_answer_missing_there_is_no_distance(mine: Value | None, hers: Value | None) -> None:
    view = two_views(pair(mine, hers))[3]
    assert view.apart is None
    assert not view.worth_telling
    assert view.citizen == (mine or Missing.NOT_REACHED)
    assert view.caseworker == (hers or Missing.NOT_REACHED)


def test_only_like_is_put_beside_like() -> None:
    views = two_views(Measurement(INSTRUMENT, {item.code: Step(1) for item in INSTRUMENT.items}))
    assert [(view.citizen_item.code, view.caseworker_item.code) for view in views] == [
        ("B3", "S6"),
        ("B4", "S9"),
        ("B5", "S10"),
        ("B6", "S11"),
    ]
