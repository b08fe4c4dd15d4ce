# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From citizens, meetings and answers to rows of numbers and codes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bip_desktop.domain.citizen import Benefit, CaseworkerChange, ChangeReason
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.questionnaire import LARGEST_AMOUNT, Amount, Item, ItemKind, Missing, Step, Ticks, Unit, Value
from bip_desktop.domain.submission import ANSWER_MISSING, ANSWERS, CITIZENS, INTERVENTIONS, MEETINGS, TABLES
from bip_desktop.domain.submission_rows import (
    answer_rows,
    birth_year_band,
    change_reason,
    citizen_row,
    intervention_rows,
    iso_week,
    meeting_row,
    sex,
    weeks_between,
)
from bip_desktop.domain.submission_schema import Cell, Row
from bip_desktop.services.ports import StoredAnswer
from tests.exchange.submission_cases import BO, INSTRUMENT, KAREN, KIND_OF, ROWS_OF_A_MEETING, citizen, meeting

PERSON = citizen()
HELD = replace(meeting(PERSON), citizen_part=Part.PARTIAL, caseworker_part=Part.PARTIAL)


def _answers(values: dict[str, Value], *, after_reveal: bool = False) -> list[StoredAnswer]:
    return [StoredAnswer(code, value, 3, after_reveal) for code, value in values.items()]


def _cells(rows: tuple[Row, ...], item: str) -> list[tuple[object, ...]]:
    """(option, value, unit, revision, after_reveal) of one item's rows."""
    return [row[2:] for row in rows if row[1] == item]


# -- the citizen -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("digits", "band"),
    [
        ("6101800001", "1980-1984"),  # a replacement number: day + 60
        ("3112840001", "1980-1984"),
        ("0101850001", "1985-1989"),
        ("0101054001", "2005-2009"),  # seventh digit 4 and year 05: 2005
        ("0101999001", "1995-1999"),
        ("3902800001", "-99"),
    ],
)
def test_the_year_of_birth_leaves_as_a_band_of_five_years(digits: str, band: str) -> None:
    assert birth_year_band(Cpr(digits)) == band


def test_sex_comes_from_the_last_digit() -> None:
    assert [sex(Cpr(f"610180000{last}")) for last in (0, 1, 8, 9)] == ["f", "m", "f", "m"]
    assert sex(Cpr("9999999999")) == "-99"


def test_a_citizens_row_is_this_and_no_more() -> None:
    row = citizen_row(replace(PERSON, cpr=Cpr("6201800002"), benefit=Benefit.RESSOURCEFORLOEB, revision=4))
    assert row == (PERSON.research_id, 4, "f", "1980-1984", 5, 1)


# -- the meeting -------------------------------------------------------------------------------------------------------


def test_a_meetings_row_is_this_and_no_more() -> None:
    row = meeting_row(replace(HELD, number=1), PERSON, None, (), "draft-1", 7)
    assert dict(zip(MEETINGS.header, row, strict=True)) == {
        "meeting_id": HELD.meeting_id,
        "revision": 7,
        "citizen_id": PERSON.research_id,
        "caseworker_id": KAREN.caseworker_id,
        "iso_week": "2026-W10",
        "measurement_number": 1,
        "weeks_since_previous": -97,
        "caseworker_changed": 0,
        "change_reason": -97,
        "language": "da",
        "citizen_mode": "helped",
        "caseworker_when": "before",
        "instrument_id": "bip",
        "instrument_version": "2026.1",
        "wording_version": "draft-1",
        "rules_version": "1",
        "citizen_part": "partial",
        "caseworker_part": "partial",
    }


def test_a_week_belongs_to_the_year_that_holds_its_thursday() -> None:
    assert iso_week(date(2027, 1, 3)) == "2026-W53"
    assert iso_week(date(2024, 12, 30)) == "2025-W01"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 2000))
def test_weeks_between_say_no_more_than_the_two_weeks_do(before: date, days: int) -> None:
    after = before + timedelta(days=days)
    in_week = [before - timedelta(days=before.weekday()) + timedelta(days=day) for day in range(7)]
    assert {weeks_between(day, after) for day in in_week} == {weeks_between(before, after)}
    assert abs(weeks_between(before, after) * 7 - days) < 7


_BEFORE = replace(meeting(PERSON, 1, date(2026, 1, 5)))
_AFTER = replace(meeting(PERSON, 2, date(2026, 4, 6)), caseworker_id=BO.caseworker_id)


def _change(on: date, reason: ChangeReason, *, to_bo: bool = True) -> CaseworkerChange:
    before, after = (KAREN, BO) if to_bo else (BO, KAREN)
    return CaseworkerChange(on, before.caseworker_id, after.caseworker_id, reason)


def test_the_newest_change_between_two_measurements_says_why() -> None:
    changes = [
        _change(date(2025, 12, 1), ChangeReason.OTHER),
        _change(date(2026, 2, 1), ChangeReason.LEAVE),
        _change(date(2026, 2, 20), ChangeReason.OTHER, to_bo=False),
        _change(date(2026, 3, 1), ChangeReason.LEFT),
        _change(date(2026, 4, 6), ChangeReason.CITIZEN, to_bo=False),  # the same day, but away from her
        _change(date(2026, 5, 1), ChangeReason.BENEFIT),
    ]
    assert change_reason(_AFTER, _BEFORE, changes) == ChangeReason.LEFT


def test_without_a_change_there_is_no_reason_and_without_a_reason_it_is_unknown() -> None:
    same = replace(_AFTER, caseworker_id=KAREN.caseworker_id)
    assert change_reason(same, _BEFORE, [_change(date(2026, 2, 1), ChangeReason.LEAVE)]) == -97
    assert change_reason(_AFTER, None, []) == -97
    assert change_reason(_AFTER, _BEFORE, []) == -99
    assert change_reason(_AFTER, _BEFORE, [_change(date(2025, 12, 1), ChangeReason.OTHER)]) == -99


def test_a_meeting_without_its_parts_does_not_become_a_row() -> None:
    with pytest.raises(ValueError, match="part"):
        meeting_row(meeting(PERSON), PERSON, None, (), "1", 1)


# -- the answers -------------------------------------------------------------------------------------------------------


def test_a_step_is_one_row() -> None:
    assert _cells(answer_rows(HELD, INSTRUMENT, _answers({"B1": Step(4)})), "B1") == [(0, 4, "scale", 3, 0)]


def test_ticks_are_a_row_for_every_option() -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({"B10": Ticks(frozenset({2, 4}))}))
    assert _cells(rows, "B10") == [(n, int(n in (2, 4)), "tick", 3, 0) for n in range(1, 9)]


@pytest.mark.parametrize(("item", "option", "most"), [("B10", 8, 8), ("S1", 23, 23)])
def test_wishing_not_to_answer_and_not_knowing_are_ticks_where_they_are_options(
    item: str, option: int, most: int
) -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({item: Ticks(frozenset({option}))}))
    assert [(row[0], row[1]) for row in _cells(rows, item)] == [(n, int(n == option)) for n in range(1, most + 1)]


@pytest.mark.parametrize("missing", Missing)
@pytest.mark.parametrize(("item", "most"), [("B10", 8), ("S1", 23)])
def test_a_missing_code_stands_in_every_options_row(item: str, most: int, missing: Missing) -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({item: missing}))
    assert _cells(rows, item) == [(n, int(missing), "tick", 3, 0) for n in range(1, most + 1)]


@pytest.mark.parametrize("unit", Unit)
def test_an_amount_leaves_in_oere_with_its_unit(unit: Unit) -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({"B11": Amount(LARGEST_AMOUNT, unit)}))
    assert _cells(rows, "B11") == [(0, 9_999_999_900, unit.value, 3, 0)]


def test_an_amount_that_is_missing_keeps_the_unit_it_was_asked_in() -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({"B11": Missing.DONT_KNOW}))
    assert _cells(rows, "B11") == [(0, -99, "oere_per_hour_before_tax", 3, 0)]


def test_a_change_after_the_reveal_stands_beside_the_first_answer() -> None:
    kept = _answers({"B1": Step(2), "S1": Ticks(frozenset({22}))})
    kept += _answers({"B1": Step(5), "S1": Ticks(frozenset({3}))}, after_reveal=True)
    rows = answer_rows(HELD, INSTRUMENT, kept)
    assert _cells(rows, "B1") == [(0, 2, "scale", 3, 0), (0, 5, "scale", 3, 1)]
    assert [row[4] for row in _cells(rows, "S1")] == [0] * 23 + [1] * 23
    assert len(rows) == ROWS_OF_A_MEETING + 1 + 23


def test_what_was_never_kept_is_not_reached() -> None:
    rows = answer_rows(HELD, INSTRUMENT, _answers({"B1": Step(4)}))
    assert len(rows) == ROWS_OF_A_MEETING
    assert {row[3] for row in rows if row[1] != "B1"} == {-95}


def test_a_declined_part_is_declined_throughout() -> None:
    declined = replace(HELD, citizen_part=Part.DECLINED)
    kept = _answers({"B1": Step(2), "S2": Step(3)}) + _answers({"B1": Step(5)}, after_reveal=True)
    rows = answer_rows(declined, INSTRUMENT, kept)
    assert {row[3] for row in rows if str(row[1]).startswith("B")} == {-98}
    assert len(rows) == ROWS_OF_A_MEETING
    assert _cells(rows, "S2") == [(0, 3, "scale", 3, 0)]


@pytest.mark.parametrize("value", [Step(6), Step(0)])
def test_an_answer_outside_the_scale_does_not_leave(value: Value) -> None:
    with pytest.raises(BipError) as raised:
        answer_rows(HELD, INSTRUMENT, _answers({"B1": value}))
    assert raised.value.code is Code.ANSWER_RANGE


def test_an_item_the_instrument_lacks_is_a_fault() -> None:
    with pytest.raises(KeyError):
        answer_rows(HELD, INSTRUMENT, _answers({"B12": Step(1)}))


# -- the interventions -------------------------------------------------------------------------------------------------


def test_every_activity_has_the_group_the_instrument_gives_it() -> None:
    marks = [Mark(n, Status.ONGOING, Origin.OWN) for n in range(1, 24)]
    rows = intervention_rows(HELD, INSTRUMENT, marks, 2)
    assert rows == tuple((HELD.meeting_id, n, KIND_OF[n].value, "ongoing", "own", 2) for n in range(1, 22))


def test_an_activity_has_one_row_for_each_status() -> None:
    marks = [
        Mark(5, Status.DROPPED, Origin.OWN),
        Mark(5, Status.AGREED, Origin.SUGGESTED),
        Mark(5, Status.AGREED, Origin.OWN),
    ]
    rows = intervention_rows(HELD, INSTRUMENT, marks, 1)
    assert [row[3:5] for row in rows] == [("agreed", "suggested"), ("dropped", "own")]


# -- any answers at all ------------------------------------------------------------------------------------------------


def _value_of(item: Item) -> st.SearchStrategy[Value]:
    missing = st.sampled_from(Missing)
    if item.kind is ItemKind.SCALE:
        return st.integers(1, 5).map(Step) | missing
    if item.kind is ItemKind.AMOUNT:
        kroner = st.integers(0, LARGEST_AMOUNT // 100)
        return st.builds(lambda n, unit: Amount(n * 100, unit), kroner, st.sampled_from(Unit)) | missing
    several = st.sets(st.sampled_from([o.number for o in item.options if not o.exclusive]), min_size=1)
    alone = st.sampled_from([o.number for o in item.options if o.exclusive]).map(lambda number: {number})
    return (several | alone).map(lambda numbers: Ticks(frozenset(numbers))) | missing


_SETS = st.fixed_dictionaries({}, optional={item.code: _value_of(item) for item in INSTRUMENT.items})


@given(_SETS, _SETS, st.sampled_from(Part), st.sampled_from(Part))
def test_any_answers_make_whole_tables(
    blind: dict[str, Value], later: dict[str, Value], citizen_part: Part, caseworker_part: Part
) -> None:
    held = replace(HELD, citizen_part=citizen_part, caseworker_part=caseworker_part)
    rows = answer_rows(held, INSTRUMENT, _answers(blind) + _answers(later, after_reveal=True))
    first = [row for row in rows if row[6] == 0]
    assert len(first) == ROWS_OF_A_MEETING
    assert len({row[:3] + row[6:] for row in rows}) == len(rows)
    codes = {label.value for label in ANSWER_MISSING}
    for row in rows:
        ANSWERS.check(row)
        kind = INSTRUMENT.item(str(row[1])).kind
        value = row[3]
        assert isinstance(value, int)
        if value not in codes:
            assert value in {ItemKind.SCALE: range(1, 6), ItemKind.TICKS: range(2)}.get(kind, range(LARGEST_AMOUNT + 1))


# -- the columns -------------------------------------------------------------------------------------------------------


def test_a_cell_that_does_not_belong_is_refused_without_being_named() -> None:
    row = citizen_row(PERSON)
    wrong_ones: tuple[Cell, ...] = ("010180-1234", -1, "Anna", "1980-1985x", 7, 0)
    for place, wrong in enumerate(wrong_ones):
        broken = (*row[:place], wrong, *row[place + 1 :])
        with pytest.raises(ValueError, match=r"^citizens\.") as raised:
            CITIZENS.check(broken)
        assert str(wrong) not in str(raised.value)
    with pytest.raises(ValueError, match="cells"):
        CITIZENS.check((*row, 1))


@pytest.mark.parametrize("wrong", [True, "3", 0, -96, 8])
def test_a_code_is_a_number_among_the_categories(wrong: object) -> None:
    column = next(column for column in MEETINGS.columns if column.name == "change_reason")
    assert not column.accepts(wrong)  # type: ignore[arg-type]
    assert all(column.accepts(code) for code in (1, 7, -97, -99))


def test_every_column_says_what_it_can_hold_in_two_languages() -> None:
    for table in TABLES:
        for column in table.columns:
            assert column.about.da
            assert column.about.en
            assert column.categories or column.pattern or column.least is not None
            for label in (*column.categories, *column.missing):
                assert label.words.da
                assert label.words.en


def test_the_activities_that_can_leave_are_1_to_21() -> None:
    column = next(column for column in INTERVENTIONS.columns if column.name == "activity")
    assert [label.value for label in column.categories] == list(range(1, 22))
