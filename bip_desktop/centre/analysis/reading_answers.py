# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""answers.csv: far the largest table, a row for each item and option of each meeting."""

from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bip_desktop.centre.analysis.answer_codes import ABSENT, MISSING_CODES, OPTIONS, PLACES, STEPS, WIDTH, Codes
from bip_desktop.centre.analysis.cells import interruptible, pieces, require, whole_numbers
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.statistics.within import Integers

ROWS = 300_000
"""At a time."""
_UNKNOWN, _WAGE = -1, -2
"""Places of items that are none, and of B11, which no analysis reads."""
_NUMBERS = ("option", "value", "after_reveal")


def read_answers(path: Path, meetings: "pd.Index[Any]", tell: Callable[[int], None]) -> tuple[Codes, dict[str, int]]:
    """(n, all scales and options): the blind answers; and how many rows are looked at and how many not."""
    require(path, ["meeting_id", "item", *_NUMBERS])
    values = np.full(len(meetings) * WIDTH, ABSENT, dtype=np.int8)
    names = ("answers_used", "answer_to_unknown_meeting", "answer_after_reveal", "answer_about_wages")
    counts = dict.fromkeys(names, 0)
    rows = 0
    for piece in _pieces(path):
        meeting = _by_runs(piece["meeting_id"].to_numpy(dtype=object), meetings)
        item = piece["item"].cat
        places = [PLACES.get(str(each), _WAGE if str(each) == "B11" else _UNKNOWN) for each in item.categories]
        place = np.array([*places, _UNKNOWN], dtype=np.int64)[item.codes.to_numpy()]
        option, value = piece["option"].to_numpy(dtype=np.int64), piece["value"].to_numpy(dtype=np.int64)
        _check(path, piece, rows, place, option, value)
        known, blind = meeting >= 0, piece["after_reveal"].to_numpy(dtype=np.int64) == 0
        kept = np.flatnonzero(known & blind & (place >= 0))
        for name, number in zip(
            names, (len(kept), (~known).sum(), (known & ~blind).sum(), (known & blind & (place < 0)).sum()), strict=True
        ):
            counts[name] += int(number)
        at = meeting[kept] * WIDTH + place[kept] + np.maximum(option[kept] - 1, 0)
        order = np.sort(at)
        taken = values[at] != ABSENT
        if taken.any() or (order[1:] == order[:-1]).any():
            first = int(np.argmax(taken | pd.Series(at).duplicated().to_numpy()))
            key = " ".join(str(piece[name].iloc[kept[first]]) for name in ("item", "option"))
            raise CentreError(Problem.ANALYSE_TWICE, file=path.name, row=rows + int(kept[first]) + 2, key=key)
        values[at] = value[kept]
        rows += len(piece)
        tell(rows)
    return values.reshape(len(meetings), WIDTH), counts


def _pieces(path: Path) -> Iterator[pd.DataFrame]:
    types: dict[Hashable, Any] = {"meeting_id": object, "item": "category", **dict.fromkeys(_NUMBERS, "int64")}
    try:
        with (
            interruptible(),
            np.errstate(invalid="ignore"),  # a number too large for one warns before it is refused
            pd.read_csv(
                path, usecols=list(types), dtype=types, keep_default_na=False, encoding="utf-8", chunksize=ROWS
            ) as reader,
        ):
            yield from reader
    except (ValueError, OverflowError):  # a cell that is no number: which?
        for before, piece in pieces(path, _NUMBERS):
            for name in _NUMBERS:
                whole_numbers(path, piece[name], before)
        raise


def _by_runs(identities: "np.ndarray[tuple[int, ...], np.dtype[np.object_]]", index: "pd.Index[Any]") -> Integers:
    """The place of each identity; one look for each run of the same, for the answers of a meeting stand together."""
    new = np.ones(len(identities), dtype=bool)
    new[1:] = identities[1:] != identities[:-1]
    found = index.get_indexer(pd.Index(identities[new]))
    return np.asarray(found[np.cumsum(new) - 1], dtype=np.int64)


def _check(path: Path, piece: pd.DataFrame, before: int, place: Integers, option: Integers, value: Integers) -> None:
    most = np.zeros(len(place), dtype=np.int64)
    for item, options in OPTIONS.items():
        most[place == PLACES[item]] = options
    missing = (value >= MISSING_CODES[0]) & (value <= MISSING_CODES[-1])
    is_tick = most > 0
    good_value = np.where(is_tick, (value == 0) | (value == 1), (value >= STEPS[0]) & (value <= STEPS[-1]))
    for column, good in (
        ("item", place != _UNKNOWN),
        ("option", np.where(is_tick, (option >= 1) & (option <= most), option == 0)),
        ("value", (place == _WAGE) | good_value | missing),
        ("after_reveal", np.isin(piece["after_reveal"].to_numpy(), [0, 1])),
    ):
        if not good.all():
            row = int(np.argmin(good))
            cell = str(piece[column].iloc[row])[:40]
            raise CentreError(Problem.ANALYSE_CELL, file=path.name, row=before + row + 2, column=column, value=cell)
