# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which answers an item allows, what a click makes of the ticks, and what one meeting's answers hold."""

from collections.abc import Sequence
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.measurement import Measurement, Part
from bip_desktop.domain.questionnaire import (
    LARGEST_AMOUNT,
    Amount,
    Item,
    ItemKind,
    Missing,
    Respondent,
    Step,
    Text,
    Ticks,
    Unit,
    Value,
)
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.paths import resources

INSTRUMENT = InstrumentFolder(resources() / "instruments").current()
EMPTY = Measurement(INSTRUMENT)
CITIZEN, CASEWORKER = Respondent.CITIZEN, Respondent.CASEWORKER
CODES = [item.code for item in INSTRUMENT.items]
HOUR, MONTH = Unit.HOUR_BEFORE_TAX, Unit.MONTH_AFTER_TAX


def ticks(*numbers: int) -> Ticks:
    return Ticks(frozenset(numbers))


def refused(code: str, value: Value, why: Code) -> None:
    with pytest.raises(BipError, check=lambda error: error.code is why) as caught:
        INSTRUMENT.item(code).check(value)
    assert caught.value.facts == {"item": code}


# --- which answers an item allows -----------------------------------------------------------------------------------

OF_KIND: dict[ItemKind, Value] = {
    ItemKind.SCALE: Step(3),
    ItemKind.TICKS: ticks(1),
    ItemKind.AMOUNT: Amount(140_00, HOUR),
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ItemKind)
def test_an_item_takes_its_own_kind_of_answer_and_no_other(code: str, kind: ItemKind) -> None:
    item, value = INSTRUMENT.item(code), OF_KIND[kind]
    if item.kind is kind:
        assert item.check(value) is value
    else:
        refused(code, value, Code.ANSWER_KIND)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("missing", Missing)
def test_no_item_forces_an_answer(code: str, missing: Missing) -> None:
    assert INSTRUMENT.item(code).check(missing) is missing


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_a_scale_has_five_steps(step: int) -> None:
    assert INSTRUMENT.item("B6").check(Step(step)) == Step(step)


@pytest.mark.parametrize("step", [-99, -1, 0, 6, 99])
def test_a_step_beside_the_scale_is_refused(step: int) -> None:
    refused("B6", Step(step), Code.ANSWER_RANGE)


@pytest.mark.parametrize(
    "value", [ticks(1), ticks(1, 2, 3, 4, 5, 6), ticks(7), ticks(8)], ids=lambda value: str(sorted(value.options))
)
def test_several_ways_of_looking_for_work_can_be_ticked(value: Ticks) -> None:
    assert INSTRUMENT.item("B10").check(value) == value


@pytest.mark.parametrize(("code", "value"), [("B10", ticks()), ("B10", ticks(0)), ("B10", ticks(1, 9))])
def test_no_tick_and_a_tick_beside_the_options_are_refused(code: str, value: Ticks) -> None:
    refused(code, value, Code.ANSWER_RANGE)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("B10", ticks(1, 7)),
        ("B10", ticks(7, 8)),
        ("B10", ticks(2, 8)),
        ("S1", ticks(13, 22)),
        ("S1", ticks(22, 23)),
        ("S1", ticks(1, 23)),
    ],
)
def test_an_exclusive_option_beside_others_is_refused(code: str, value: Ticks) -> None:
    refused(code, value, Code.ANSWER_EXCLUSIVE)


@pytest.mark.parametrize("kroner", [0, 1, 140, 12_000, 99_999_999])
@pytest.mark.parametrize("unit", Unit)
def test_a_wage_of_whole_kroner_is_never_refused(kroner: int, unit: Unit) -> None:
    value = Amount(kroner * 100, unit)
    assert INSTRUMENT.item("B11").check(value) == value


@pytest.mark.parametrize("oere", [-100, -1, 1, 140_50, LARGEST_AMOUNT + 100])
def test_a_wage_below_nothing_with_oere_or_too_large_to_send_is_refused(oere: int) -> None:
    refused("B11", Amount(oere, HOUR), Code.ANSWER_RANGE)


@pytest.mark.parametrize(
    ("amount", "plausible"),
    [
        (Amount(50_00, HOUR), True),
        (Amount(49_00, HOUR), False),
        (Amount(1_000_00, HOUR), True),
        (Amount(12_000_00, HOUR), False),
        (Amount(12_000_00, MONTH), True),
        (Amount(140_00, MONTH), False),
        (Amount(150_001_00, MONTH), False),
    ],
)
def test_only_an_unlikely_wage_is_asked_about(amount: Amount, plausible: bool) -> None:
    assert amount.is_plausible is plausible


# --- ticking --------------------------------------------------------------------------------------------------------


def clicked(item: Item, numbers: Sequence[int]) -> Value | None:
    value: Value | None = None
    for number in numbers:
        value = item.toggled(value, number)
    return value


def test_an_exclusive_option_clears_the_others_and_is_cleared_by_them() -> None:
    item = INSTRUMENT.item("B10")
    assert clicked(item, [1, 2]) == ticks(1, 2)
    assert clicked(item, [1, 2, 7]) == ticks(7)
    assert clicked(item, [7, 8]) == ticks(8)
    assert clicked(item, [1, 7, 3]) == ticks(3)


def test_a_second_click_takes_the_tick_away_and_the_last_one_leaves_it_skipped() -> None:
    item = INSTRUMENT.item("B10")
    assert clicked(item, [1, 2, 1]) == ticks(2)
    assert clicked(item, [1, 1]) is Missing.SKIPPED
    assert clicked(item, [7, 7]) is Missing.SKIPPED
    assert clicked(item, [1, 1, 2]) == ticks(2)


@pytest.mark.parametrize("missing", Missing)
def test_a_click_replaces_a_missing_answer(missing: Missing) -> None:
    assert INSTRUMENT.item("B10").toggled(missing, 4) == ticks(4)


@pytest.mark.parametrize("number", [0, 9, -98])
def test_an_option_that_is_not_there_cannot_be_clicked(number: int) -> None:
    with pytest.raises(KeyError):
        INSTRUMENT.item("B10").toggled(None, number)


@pytest.mark.parametrize("code", ["B10", "S1"])
@settings(max_examples=300)
@given(data=st.data())
def test_no_clicks_ever_make_an_answer_the_item_refuses(code: str, data: st.DataObject) -> None:
    item = INSTRUMENT.item(code)
    numbers = data.draw(st.lists(st.sampled_from([option.number for option in item.options]), max_size=30))
    exclusive = {option.number for option in item.options if option.exclusive}
    value: Value | None = None
    for number in numbers:
        before = value
        value = item.check(item.toggled(value, number))
        if isinstance(value, Ticks):
            assert not (len(value.options) > 1 and value.options & exclusive)
        ticked_before = isinstance(before, Ticks) and number in before.options
        assert (isinstance(value, Ticks) and number in value.options) is not ticked_before


# --- the questionnaire ----------------------------------------------------------------------------------------------


def test_each_side_has_its_items_in_their_order() -> None:
    assert [item.code for item in INSTRUMENT.of(CITIZEN)] == CODES[:11]
    assert [item.code for item in INSTRUMENT.of(CASEWORKER)] == CODES[11:]
    assert [item.code for item in INSTRUMENT.themes] == CODES[:9]
    assert [(mine.code, hers.code) for mine, hers in INSTRUMENT.pairs] == [
        ("B3", "S6"),
        ("B4", "S9"),
        ("B5", "S10"),
        ("B6", "S11"),
    ]
    assert INSTRUMENT.activities.code == "S1"
    with pytest.raises(KeyError):
        INSTRUMENT.item("B12")


def test_a_text_that_a_language_lacks_is_danish() -> None:
    text = Text({"da": "Ja", "en": "Yes"})
    assert (text.in_language("en"), text.in_language("da"), text.in_language("ar")) == ("Yes", "Ja", "Ja")


def test_every_step_has_its_word() -> None:
    scale = INSTRUMENT.item("S12").scale
    assert scale is not None
    assert [scale.word(step, "da") for step in range(1, 6)] == [
        "Nej",
        "Tvivler",
        "Det svinger",
        "Gode chancer",
        "Ja",
    ]


# --- the answers of one meeting -------------------------------------------------------------------------------------

MISSING = st.sampled_from(Missing)


def values(code: str) -> st.SearchStrategy[Value]:
    """Any answer the item allows."""
    match INSTRUMENT.item(code).kind:
        case ItemKind.SCALE:
            return st.integers(1, 5).map(Step) | MISSING
        case ItemKind.AMOUNT:
            return st.builds(Amount, st.integers(0, 99_999_999).map(lambda kr: kr * 100), st.sampled_from(Unit))
        case ItemKind.TICKS:
            item = INSTRUMENT.item(code)
            several = [option.number for option in item.options if not option.exclusive]
            alone = [option.number for option in item.options if option.exclusive]
            return (
                st.sets(st.sampled_from(several), min_size=1).map(lambda found: Ticks(frozenset(found)))
                | st.sampled_from(alone).map(ticks)
                | MISSING
            )


ANSWER = st.sampled_from(CODES).flatmap(lambda code: st.tuples(st.just(code), values(code)))


def answered(*answers: tuple[str, Value], after_reveal: bool = False, to: Measurement = EMPTY) -> Measurement:
    for code, value in answers:
        to = to.answered(code, value, after_reveal=after_reveal)
    return to


def side(respondent: Respondent, value: Value | None = None) -> list[tuple[str, Value]]:
    """An answer to every item of one side."""
    return [(item.code, value or OF_KIND[item.kind]) for item in INSTRUMENT.of(respondent)]


@settings(max_examples=300)
@given(st.lists(ANSWER, max_size=12), st.lists(ANSWER, max_size=12))
def test_no_answer_after_the_reveal_overwrites_a_blind_one(
    before: list[tuple[str, Value]], after: list[tuple[str, Value]]
) -> None:
    blind = answered(*before)
    measurement = answered(*after, after_reveal=True, to=blind)
    assert {code: measurement.blind[code] for code in blind.blind} == blind.blind
    assert measurement.later.keys() <= measurement.blind.keys()
    firsts = {code: value for code, value in reversed(after) if code not in blind.blind}
    assert measurement.blind == {**blind.blind, **firsts}
    for code, value in dict(after).items():  # the last word counts
        assert measurement.value(code) == value


@given(st.lists(ANSWER, max_size=8), ANSWER)
def test_an_answer_makes_a_copy(before: list[tuple[str, Value]], one: tuple[str, Value]) -> None:
    measurement = answered(*before)
    blind, later = dict(measurement.blind), dict(measurement.later)
    answered(one, to=measurement)
    answered(one, to=measurement, after_reveal=True)
    assert (dict(measurement.blind), dict(measurement.later)) == (blind, later)
    with pytest.raises(FrozenInstanceError):
        measurement.blind = {}  # type: ignore[misc]


def test_an_answer_the_item_refuses_leaves_nothing_behind() -> None:
    measurement = answered(("B6", Step(3)))
    with pytest.raises(BipError, check=lambda error: error.code is Code.ANSWER_RANGE):
        measurement.answered("B6", Step(6), after_reveal=True)
    with pytest.raises(KeyError):
        measurement.answered("B12", Step(1))
    assert measurement == answered(("B6", Step(3)))


@pytest.mark.parametrize(
    ("value", "counts"),
    [
        (Step(1), True),
        (Missing.DONT_KNOW, True),
        (Missing.DECLINED, True),
        (Missing.NOT_RELEVANT, True),
        (Missing.SKIPPED, False),
        (Missing.NOT_REACHED, False),
        (Missing.NOT_SHOWN, False),
    ],
)
def test_not_knowing_is_an_answer_and_skipping_is_none(value: Value, counts: bool) -> None:
    measurement = answered(("S3", value))
    assert measurement.is_answered("S3") is counts
    assert ("S3" in [item.code for item in measurement.unanswered(CASEWORKER)]) is not counts


def test_what_is_unanswered_stands_in_its_order() -> None:
    measurement = answered(("B2", Step(3)), ("B10", Missing.SKIPPED), ("S4", Step(3)))
    assert [item.code for item in measurement.unanswered(CITIZEN)] == [
        "B1",
        *(f"B{number}" for number in range(3, 12)),
    ]


@pytest.mark.parametrize("respondent", Respondent)
def test_a_side_is_complete_partial_or_declined_from_its_answers(respondent: Respondent) -> None:
    whole = side(respondent)
    assert EMPTY.part(respondent) is Part.PARTIAL
    assert answered(*whole).part(respondent) is Part.COMPLETE
    assert answered(*whole[:-1]).part(respondent) is Part.PARTIAL
    assert answered(*whole, (whole[0][0], Missing.SKIPPED)).part(respondent) is Part.PARTIAL
    assert answered(*whole, (whole[0][0], Missing.DONT_KNOW)).part(respondent) is Part.COMPLETE
    assert answered(*side(respondent, Missing.DECLINED)).part(respondent) is Part.DECLINED
    assert answered(*side(respondent, Missing.DECLINED), whole[0]).part(respondent) is Part.COMPLETE


def test_one_side_says_nothing_of_the_other() -> None:
    assert answered(*side(CITIZEN)).part(CASEWORKER) is Part.PARTIAL
    assert answered(*side(CITIZEN, Missing.DECLINED)).part(CASEWORKER) is Part.PARTIAL


@settings(max_examples=200)
@given(st.lists(ANSWER, max_size=15), st.sampled_from(Respondent))
def test_what_fills_a_side_makes_it_whole_and_touches_no_answer(
    answers: list[tuple[str, Value]], respondent: Respondent
) -> None:
    measurement = answered(*answers)
    filled = measurement.filled(respondent)
    assert filled.keys().isdisjoint(measurement.blind)
    assert set(filled.values()) <= {Missing.NOT_REACHED}
    whole = answered(*filled.items(), to=measurement)
    assert {item.code for item in INSTRUMENT.of(respondent)} <= whole.blind.keys()
    assert not whole.filled(respondent)
    assert whole.part(respondent) is measurement.part(respondent)


@pytest.mark.parametrize("respondent", Respondent)
def test_a_side_that_declines_declines_every_item_answered_or_not(respondent: Respondent) -> None:
    measurement = answered(*side(respondent)[:4])
    filled = measurement.filled(respondent, declined=True)
    assert filled == {item.code: Missing.DECLINED for item in INSTRUMENT.of(respondent)}
    assert answered(*filled.items(), to=measurement).part(respondent) is Part.DECLINED


KINDS = {
    **dict.fromkeys((3, 5, 7, 12, 13, 14, 17, 19, 20), Kind.JOB),
    **dict.fromkeys((1, 2, 18, 21), Kind.UPSKILLING),
    **dict.fromkeys((4, 6, 8, 15), Kind.SOCIAL),
    **dict.fromkeys((9, 10, 11, 16), Kind.HEALTH),
}


@pytest.mark.parametrize("number", range(1, 22))
def test_every_activity_is_of_its_kind(number: int) -> None:
    measurement = answered(("S1", ticks(number)))
    assert measurement.activities() == frozenset({number})
    assert measurement.kinds() == frozenset({KINDS[number]})


@pytest.mark.parametrize(
    ("value", "activities", "kinds"),
    [
        (ticks(22), frozenset[int](), frozenset[Kind]()),
        (ticks(23), None, None),
        (ticks(13, 9), frozenset({9, 13}), frozenset({Kind.JOB, Kind.HEALTH})),
        *((missing, None, None) for missing in Missing),
    ],
)
def test_no_activities_are_none_and_unknown_ones_are_not_known(
    value: Value, activities: frozenset[int] | None, kinds: frozenset[Kind] | None
) -> None:
    measurement = answered(("S1", value))
    assert measurement.activities() == activities
    assert measurement.kinds() == kinds


def test_before_any_answer_the_activities_are_not_known() -> None:
    assert EMPTY.activities() is None
    assert EMPTY.kinds() is None


def test_a_change_of_the_activities_counts() -> None:
    measurement = answered(("S1", ticks(22)), to=answered(("S1", ticks(13))), after_reveal=True)
    assert measurement.activities() == frozenset()
    assert measurement.blind["S1"] == ticks(13)
