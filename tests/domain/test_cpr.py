# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The civil registration number: which are possible, what they say, and that no text form shows them."""

import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code

TODAY = date(2026, 11, 21)


def refused(text: str, code: Code, today: date = TODAY) -> BipError:
    with pytest.raises(BipError, check=lambda error: error.code is code) as caught:
        Cpr.parse(text, today)
    return caught.value


def parsed(text: str) -> Cpr | BipError:
    try:
        return Cpr.parse(text, TODAY)
    except BipError as error:
        return error


def digits(day: int, month: int, year: int, seventh: int, rest: int = 111) -> str:
    return f"{day:02d}{month:02d}{year:02d}{seventh}{rest:03d}"


@pytest.mark.parametrize(
    ("seventh", "year", "born"),
    [
        *((seventh, year, 1900 + year) for seventh in (0, 1, 2, 3) for year in (0, 26, 36, 37, 57, 58, 99)),
        *((seventh, year, 2000 + year) for seventh in (4, 9) for year in (0, 26, 36)),
        *((seventh, year, 1900 + year) for seventh in (4, 9) for year in (37, 57, 58, 99)),
        *((seventh, year, 2000 + year) for seventh in (5, 6, 7, 8) for year in (0, 26, 36, 37, 57)),
        *((seventh, year, 1800 + year) for seventh in (5, 6, 7, 8) for year in (58, 99)),
    ],
)
def test_the_century_follows_from_the_seventh_digit_and_the_year(seventh: int, year: int, born: int) -> None:
    assert Cpr.parse(digits(1, 2, year, seventh), date(2060, 1, 1)).birth_date == date(born, 2, 1)


@pytest.mark.parametrize("text", ["720587-1239", "7205871239", " 720587 - 1239 ", "72 05 87-12 39", "720587-1239\n"])
def test_a_hyphen_and_spaces_are_no_matter(text: str) -> None:
    assert Cpr.parse(text, TODAY).digits == "7205871239"


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "720587-123", "720587-12391", "720587--1239", "72O587-1239", "720587–1239", "+720587123"],
)
def test_anything_but_ten_digits_is_refused(text: str) -> None:
    refused(text, Code.CPR_FORM)


@pytest.mark.parametrize("text", ["٧٢٠٥٨٧١٢٣٩", "7205871²39", "７２０５８７１２３９"])
def test_digits_of_other_scripts_are_refused(text: str) -> None:
    refused(text, Code.CPR_FORM)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [(0, 1, 80), (32, 1, 80), (31, 4, 80), (30, 2, 80), (29, 2, 81), (29, 2, 0), (1, 0, 80), (1, 13, 80)],
)
def test_a_day_that_does_not_exist_is_refused(day: int, month: int, year: int) -> None:
    refused(digits(day, month, year, 1), Code.CPR_DATE)
    if day:
        refused(digits(day + 60, month, year, 1), Code.CPR_DATE)


@pytest.mark.parametrize("day", [40, 59, 60, 92, 99])
def test_a_day_between_the_days_and_the_replacement_days_is_refused(day: int) -> None:
    refused(digits(day, 1, 80, 1), Code.CPR_DATE)


def test_a_leap_day_is_a_day_where_the_century_has_one() -> None:
    assert Cpr.parse(digits(29, 2, 0, 4), TODAY).birth_date == date(2000, 2, 29)
    refused(digits(29, 2, 0, 0), Code.CPR_DATE)  # 1900 was no leap year


@pytest.mark.parametrize(("day", "replacement"), [(1, False), (31, False), (61, True), (91, True)])
def test_a_replacement_number_has_sixty_added_to_the_day(day: int, replacement: bool) -> None:
    number = Cpr.parse(digits(day, 1, 80, 1), TODAY)
    assert number.is_replacement is replacement
    assert number.birth_date == date(1980, 1, day % 60)


def test_nobody_is_born_after_today() -> None:
    tomorrow = TODAY + timedelta(days=1)
    refused(digits(tomorrow.day, tomorrow.month, 26, 4), Code.CPR_FUTURE)
    refused(digits(1, 1, 57, 5), Code.CPR_FUTURE)
    assert Cpr.parse(digits(TODAY.day, TODAY.month, 26, 4), TODAY).birth_date == TODAY


def test_even_numbers_belong_to_women() -> None:
    assert Cpr.parse("720587-1238", TODAY).is_female
    assert not Cpr.parse("720587-1239", TODAY).is_female


def test_modulus_11_is_computed_and_refuses_nobody() -> None:
    passing, failing = Cpr.parse("070761-4285", TODAY), Cpr.parse("070761-4286", TODAY)  # the first is in the guide
    assert passing.passes_modulus_11
    assert not failing.passes_modulus_11


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.booleans())
def test_every_day_that_was_can_be_read_and_written_again(born: date, rest: int, replacement: bool) -> None:
    seventh = 0 if born.year < 2000 else 4
    number = Cpr.parse(digits(born.day + 60 * replacement, born.month, born.year % 100, seventh, rest), TODAY)
    assert number.birth_date == born
    assert number.is_replacement is replacement
    assert Cpr.parse(number.written, TODAY) == number


@given(st.text(max_size=14) | st.from_regex(r"[0-9 -]{9,13}", fullmatch=True))
def test_any_text_is_a_number_or_refused_without_showing_it(text: str) -> None:
    result = parsed(text)
    if isinstance(result, Cpr):
        assert len(result.digits) == 10
        assert result.birth_date <= TODAY
        return
    assert result.code in {Code.CPR_FORM, Code.CPR_DATE, Code.CPR_FUTURE}
    assert not result.facts
    assert result.__suppress_context__ or result.__context__ is None


def test_no_text_form_holds_the_number(caplog: pytest.LogCaptureFixture) -> None:
    number = Cpr.parse("720587-1239", TODAY)
    logging.getLogger("test").warning("%s %r", number, number)
    forms = [
        repr(number),
        str(number),
        format(number),
        f"{number}",
        f"{number!r}",
        "{}".format(number),  # noqa: UP032
        "%s" % number,  # noqa: UP031
        str([number]),
        str({"cpr": number}),
        f"{ValueError(number)!r}",
        caplog.text,
    ]
    for form in forms:
        assert "1239" not in form
        assert "720587" not in form
    with pytest.raises(TypeError):
        f"{number:>20}"


def test_what_the_screen_shows_hides_the_last_four() -> None:
    number = Cpr.parse("720587-1239", TODAY)
    assert number.masked == "720587-••••"
    assert number.written == "720587-1239"


def test_a_number_does_not_change_and_equals_itself() -> None:
    number = Cpr.parse("720587-1239", TODAY)
    assert replace(number) == number
    assert len({number, Cpr.parse("7205871239", TODAY)}) == 1
    with pytest.raises(AttributeError):
        number.digits = "0"  # type: ignore[misc]
