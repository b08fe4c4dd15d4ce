# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen with more measurements than anybody wants to invent by hand."""

from collections.abc import Mapping
from random import Random
from typing import Any

MANY = "Fyrre"
"""The first name of the citizen with forty measurements."""
_EVERY = 12
"""Weeks."""
_ACTIVITIES = ([22], [10], [10, 8], [8, 5], [5], [1, 13], [11, 13], [16, 13])
_SEARCH = ([7], [2], [2, 4], [8])
_NOT_ANSWERED = 0.03


def many_measurements(count: int = 40) -> Mapping[str, Any]:
    """Somebody with `count` measurements, in the form of the demonstration's data; the same each time."""
    chance = Random(count)
    answers: dict[str, list[Any]] = {}
    for code in (*(f"B{number}" for number in range(1, 10)), *(f"S{number}" for number in range(2, 13))):
        step, series = chance.choice((2, 3)), []
        for _ in range(count):
            step = min(5, max(1, step + chance.choice((-1, 0, 0, 0, 0, 1))))
            series.append(-98 if chance.random() < _NOT_ANSWERED else step)
        answers[code] = series
    answers["B10"] = [chance.choice(_SEARCH) for _ in range(count)]
    answers["B11"] = [chance.choice((-99, 130, 135, 140, 150)) for _ in range(count)]
    answers["S1"] = [_ACTIVITIES[number * len(_ACTIVITIES) // count] for number in range(count)]
    return {
        "name": f"{MANY} Eksempel",
        "cpr": "650169-1577",
        "case_number": "DEMO-040",
        "benefit": 5,
        "weeks_ago": [_EVERY * (count - number) - _EVERY // 2 for number in range(count)],
        "answers": answers,
    }
