# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What rows have to say together: beyond each cell, which its column has checked already."""

from datetime import date
from functools import lru_cache

from bip_desktop.centre.faults import Flaw
from bip_desktop.domain.questionnaire import LARGEST_AMOUNT, Missing, Unit
from bip_desktop.domain.submission import NO_OPTION, SCALE_UNIT, TICK_UNIT
from bip_desktop.exchange.instrument_file import CODES, KINDS, STEPS, TICKS

AMOUNT = "B11"
_MISSING = frozenset(int(each) for each in Missing)
_UNITS = frozenset(unit.value for unit in Unit)


class BadRow(Exception):  # noqa: N818 - as `Refused`, which it becomes
    """A row that cannot be: the flaw and the column."""

    def __init__(self, flaw: Flaw, column: str) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
        self.column = column


def _places() -> dict[tuple[str, int], int]:
    places: dict[tuple[str, int], int] = {}
    for code in CODES:
        for option in range(1, TICKS[code] + 1) if code in TICKS else (NO_OPTION,):
            places[code, option] = len(places)
    return places


PLACES = _places()
"""The place of each (item, option) in a meeting's answers."""
_BLIND = sum(1 << 2 * place for place in PLACES.values())


@lru_cache(maxsize=20_000)
def answer_bit(item: str, option: int, value: int, unit: str, after_reveal: int) -> int:
    """One bit that stands for the row's key within its meeting. Raises `BadRow`."""
    place = PLACES.get((item, option))
    if place is None:
        raise BadRow(Flaw.OPTION, "option")
    if item in TICKS:
        fits, most, least = unit == TICK_UNIT, 1, 0
    elif item == AMOUNT:
        fits, most, least = unit in _UNITS, LARGEST_AMOUNT, 0
    else:
        fits, most, least = unit == SCALE_UNIT, STEPS, 1
    if not fits:
        raise BadRow(Flaw.UNIT, "unit")
    if value not in _MISSING and not least <= value <= most:
        raise BadRow(Flaw.ANSWER_VALUE, "value")
    return 1 << 2 * place + after_reveal


def missing_item(bits: int) -> str:
    """The first item whose first answer is not among `bits`; empty where all are there."""
    if bits & _BLIND == _BLIND:
        return ""
    return next(item for (item, _), place in PLACES.items() if not bits >> 2 * place & 1)


_GROUP = {activity: kind.value for kind, activities in KINDS.items() for activity in activities}


def check_group(activity: int, group: str) -> None:
    """That the activity is of the group. Raises `BadRow`."""
    if _GROUP.get(activity) != group:
        raise BadRow(Flaw.GROUP, "group")


@lru_cache(maxsize=5_000)
def check_week(iso_week: str) -> None:
    """That there is such a week. Raises `BadRow`."""
    try:
        date.fromisocalendar(int(iso_week[:4]), int(iso_week[6:]), 1)
    except ValueError:
        raise BadRow(Flaw.VALUE, "iso_week") from None


@lru_cache(maxsize=200)
def check_band(band: str) -> None:
    """That the band holds five years. Raises `BadRow`."""
    first, dash, last = band.partition("-") if not band.startswith("-") else ("0", "-", "4")
    if dash and int(last) - int(first) != 4:
        raise BadRow(Flaw.VALUE, "birth_year_band")
