# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""ISO weeks as numbers that can be counted with."""

import re
from datetime import date, timedelta
from functools import lru_cache

_FORM = re.compile("[0-9]{4}-W[0-5][0-9]")
_FIRST_MONDAY = date(1, 1, 1).toordinal()


@lru_cache(maxsize=10_000)
def week_number(name: str) -> int:
    """The number of the week `2026-W47`: neighbours differ by one. Raises `ValueError` where there is no such week.

    >>> week_number("2027-W01") - week_number("2026-W53")
    1
    """
    if not _FORM.fullmatch(name):
        raise ValueError("not an ISO week")
    return number_of(int(name[:4]), int(name[6:]))


def number_of(year: int, week: int) -> int:
    """The number of a week. Raises `ValueError` where there is no such week."""
    return (date.fromisocalendar(year, week, 1).toordinal() - _FIRST_MONDAY) // 7


@lru_cache(maxsize=10_000)
def week_name(number: int) -> str:
    """The week of that number, as `2026-W47`."""
    year, week, _ = _monday(number).isocalendar()
    return f"{year}-W{week:02d}"


def month_of(number: int) -> tuple[int, int]:
    """The year and month that most of the week's days lie in: those of its Thursday."""
    thursday = _monday(number) + timedelta(days=3)
    return thursday.year, thursday.month


def _monday(number: int) -> date:
    return date.fromordinal(_FIRST_MONDAY + 7 * number)
