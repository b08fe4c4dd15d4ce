# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""outcomes.csv and register.csv: what registers know of the citizens."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bip_desktop.centre.analysis.cells import (
    Words,
    accept,
    as_numbers,
    header,
    index_once,
    pieces,
    places_in,
    week_numbers,
)
from bip_desktop.centre.analysis.settings import SPELL_KINDS, Settings
from bip_desktop.centre.analysis.weeks import Spells
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.linked_files import Why, linked_fault
from bip_desktop.centre.statistics.columns import Columns, as_small
from bip_desktop.centre.statistics.within import Floats, Integers
from bip_desktop.centre.weeks import week_number

_NAME = re.compile(r"\w(?:[\w .-]{0,62}\w)?")
_TAKEN = re.compile(r"citizen_id|meeting_id|[BS]\d+(_change)?|orientation|changes|round|relative|quarter=.*")
_LONGEST_CATEGORY = 60
_SMALLEST, _LARGEST = 1e-30, 1e30
"""What can be multiplied with itself, and summed, and still be told from nothing and from too much."""
_KINDS = (*SPELL_KINDS, "observed", "none")


@dataclass(frozen=True)
class Register:
    """Covariates of each meeting; nan where there is none."""

    names: tuple[str, ...]
    values: Columns


def read_spells(path: Path, citizens: "pd.Index[Any]", settings: Settings) -> tuple[dict[str, Spells], dict[str, int]]:
    """The spells by kind, and how many are of nobody in citizens.csv, and of no kind that counts."""
    spans = [(each, _config_week(each.valid_from), _config_week(each.valid_to)) for each in settings.dream]
    parts: list[tuple[Integers, ...]] = [(np.zeros(0, dtype=np.int64),) * 4]
    for before, piece in pieces(path, ["citizen_id", "kind", "from_week", "to_week"], ["citizen_id"]):
        start, end = (week_numbers(path, piece[name], before) for name in ("from_week", "to_week"))
        accept(path, piece["to_week"], end >= start, before)
        texts = piece["kind"]
        kind = np.full(len(texts), -1)
        for number, name in enumerate(_KINDS):
            kind[(texts == name).to_numpy()] = number
        for each, first, last in spans:
            kind[(texts == each.code).to_numpy() & (start >= first) & (start <= last)] = _KINDS.index(each.kind)
        accept(path, texts, kind >= 0, before)
        parts.append((kind, places_in(citizens, piece["citizen_id"]), start, end))
    kind, citizen, start, end = (np.concatenate(each) for each in zip(*parts, strict=True))
    made = {}
    for number, name in enumerate(_KINDS[:-1]):
        ours = (kind == number) & (citizen >= 0)
        made[name] = Spells(citizen[ours], start[ours], end[ours])
    of_none = (kind == _KINDS.index("none")) & (citizen >= 0)
    return made, {"spell_of_unknown_citizen": int((citizen < 0).sum()), "spell_of_no_kind": int(of_none.sum())}


def _config_week(text: str) -> int:
    try:
        return week_number(text)
    except ValueError:
        raise CentreError(Problem.ANALYSE_CONFIG, what=f"dream: {text}") from None


def read_register(
    path: Path, citizen: Integers, meetings: "pd.Index[Any]", citizens: "pd.Index[Any]", settings: Settings
) -> tuple[Register, int]:
    """The covariates of each meeting, and how many rows are of none."""
    chosen = settings.covariates.register
    if not path.exists():
        if chosen:
            raise CentreError(Problem.PATH_MISSING, path=str(path))
        return Register((), Columns.none(len(citizen))), 0
    there = header(path)
    key = "meeting_id" if "meeting_id" in there else "citizen_id"
    names = list(chosen) if chosen is not None else [name for name in there if name not in {"citizen_id", "meeting_id"}]
    _check_names(path, names, settings)
    identities: list[Any] = []
    places: list[Integers] = []
    parts: dict[str, list[Floats]] = {name: [] for name in names}
    words = {name: Words() for name in names if name in settings.covariates.categories}
    keys = list(dict.fromkeys(["citizen_id", key]))
    for before, piece in pieces(path, [*keys, *names], keys):
        identities.append(piece[key].to_numpy(dtype=object))
        places.append(places_in(citizens, piece["citizen_id"]))
        for name in names:
            parts[name].append(_covariate(path, piece[name], before, words.get(name)))
    index = index_once(path, identities)
    of_citizen = np.concatenate([np.zeros(0, dtype=np.int64), *places])
    if key == "meeting_id":
        row_of, known = index.get_indexer(meetings), index.isin(meetings)
        theirs = (row_of < 0) | (of_citizen[row_of] == citizen) if len(index) else np.ones(len(citizen), dtype=bool)
        if not theirs.all():
            raise linked_fault(path, Why.IDENTITY_OTHER, int(row_of[np.argmin(theirs)]) + 2, "citizen_id")
    else:
        row_of, known = index.get_indexer(citizens)[citizen], of_citizen >= 0
    columns: list[tuple[str, Floats]] = []
    for name in names:
        found = parts.pop(name)
        values = np.concatenate(found) if found else np.zeros(0)
        columns += words[name].dummies(name, values) if name in words else [(name, values)]
    made = Columns.of_table([values for _, values in columns], np.asarray(row_of, dtype=np.int64))
    return Register(tuple(name for name, _ in columns), made), int((~known).sum())


def _check_names(path: Path, names: list[str], settings: Settings) -> None:
    """A covariate's name stands in tables and pictures, and no other number there may have it."""
    wrong = [name for name in names if not _NAME.fullmatch(name) or _TAKEN.fullmatch(name)]
    if wrong:
        raise linked_fault(path, Why.NAME, 1, found=wrong[0][:60])
    unknown = sorted(set(settings.covariates.categories) - set(names))
    if unknown:
        raise CentreError(Problem.ANALYSE_COLUMN, file=path.name, column=unknown[0][:60])


def _covariate(path: Path, column: "pd.Series[str]", before: int, words: Words | None) -> Any:
    """The cells as numbers, nan where they are empty; of a category the numbers of its words."""
    empty = (column == "").to_numpy(dtype=bool)
    if words is None:
        numbers = as_numbers(column)
        with np.errstate(invalid="ignore"):
            size = np.abs(numbers)
            good = (numbers == 0) | ((size >= _SMALLEST) & (size <= _LARGEST))
        accept(path, column, empty | good, before, Problem.ANALYSE_COVARIATE)
        return as_small(numbers)
    for word in column[~column.duplicated()]:
        if len(word) > _LONGEST_CATEGORY or not word.isprintable():
            row = before + int(np.argmax((column == word).to_numpy())) + 2
            raise linked_fault(path, Why.CELL, row, str(column.name))
    return np.where(empty, np.nan, words.numbers(column))
