# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""citizens.csv and meetings.csv."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bip_desktop.centre.analysis.cells import Words, accept, index_once, pieces, places_in, week_numbers, whole_numbers
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.statistics.within import Integers
from bip_desktop.centre.weeks import week_number

_FIRST, _END = week_number("1990-W01"), week_number("2100-W01")
_PARTS = ["complete", "partial", "declined"]


@dataclass(frozen=True)
class Meetings:
    """Every meeting of a known citizen: by citizen, then number (a clock can be wrong), week and identity."""

    citizen: Integers
    caseworker: Integers
    site: Integers
    week: Integers
    number: Integers
    reason: Integers
    citizen_sheet: Flags
    """Whether the citizen's part was not declined."""
    caseworker_sheet: Flags
    unknown_citizen: int
    """Meetings of citizens that citizens.csv does not have; left out."""
    impossible_week: int
    """Meetings by a clock that was wrong by decades; left out."""


def read_citizens(path: Path) -> "pd.Index[Any]":
    """The citizens, in the order of their identities."""
    names = []
    for before, piece in pieces(path, ["citizen_id"], ["citizen_id"]):
        accept(path, piece["citizen_id"], (piece["citizen_id"] != "").to_numpy(), before)
        names.append(piece["citizen_id"].to_numpy(dtype=object))
    made = index_once(path, names)
    if len(made) == 0:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    return made.sort_values()


def read_meetings(path: Path, citizens: "pd.Index[Any]") -> tuple[Meetings, "pd.Index[Any]"]:
    """The meetings in order, and their identities."""
    texts = ["site", "meeting_id", "citizen_id", "caseworker_id", "iso_week", "measurement_number", "change_reason"]
    names: list[Any] = []
    parts: dict[str, list[Any]] = {}
    words = {"site": Words(), "caseworker_id": Words()}
    for before, piece in pieces(path, [*texts, "citizen_part", "caseworker_part"], ["meeting_id", "citizen_id"]):
        for name in ("site", "meeting_id", "citizen_id", "caseworker_id"):
            accept(path, piece[name], (piece[name] != "").to_numpy(), before)
        names.append(piece["meeting_id"].to_numpy(dtype=object))
        found: dict[str, Any] = {"iso_week": week_numbers(path, piece["iso_week"], before)}
        for name, least in (("measurement_number", 1), ("change_reason", -99)):
            found[name] = whole_numbers(path, piece[name], before, least)
        for name in ("citizen_part", "caseworker_part"):
            accept(path, piece[name], piece[name].isin(_PARTS).to_numpy(), before)
            found[name] = (piece[name] != "declined").to_numpy(dtype=bool)
        found |= {name: each.numbers(piece[name]) for name, each in words.items()}
        found["citizen_id"] = places_in(citizens, piece["citizen_id"])
        for name, values in found.items():
            parts.setdefault(name, []).append(values)
    identity = index_once(path, names)
    whole = {name: np.concatenate(each) for name, each in parts.items()}
    if len(identity) == 0:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    of_known = whole["citizen_id"] >= 0
    possible = (whole["iso_week"] >= _FIRST) & (whole["iso_week"] < _END)
    known = np.flatnonzero(of_known & possible)
    if len(known) == 0:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    keys = [whole[name][known] for name in ("iso_week", "measurement_number", "citizen_id")]
    rows = known[_order(keys, identity, known)]
    held = {name: values[rows] for name, values in whole.items()}
    made = Meetings(
        citizen=held["citizen_id"],
        caseworker=words["caseworker_id"].in_order(held["caseworker_id"]),
        site=words["site"].in_order(held["site"]),
        week=held["iso_week"],
        number=held["measurement_number"],
        reason=held["change_reason"],
        citizen_sheet=held["citizen_part"],
        caseworker_sheet=held["caseworker_part"],
        unknown_citizen=int((~of_known).sum()),
        impossible_week=int((of_known & ~possible).sum()),
    )
    return made, identity[rows]


def _order(keys: list[Integers], identity: "pd.Index[Any]", rows: Integers) -> Integers:
    """By the last key first; by identity where all keys are the same, which is rare."""
    order = np.lexsort(keys)
    same = np.ones(len(order) - 1, dtype=bool)
    for each in keys:
        same &= each[order][1:] == each[order][:-1]
    if not same.any():
        return order
    tied = np.union1d(order[1:][same], order[:-1][same])
    rank = np.zeros(len(order), dtype=np.int64)
    rank[tied[np.argsort(identity[rows[tied]].to_numpy(dtype=object), kind="stable")]] = np.arange(len(tied))
    return np.lexsort([rank, *keys])
