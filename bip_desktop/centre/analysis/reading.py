# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The plain tables, read a piece at a time and strictly: a cell that does not belong is refused by its place."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, CITIZEN_SCALES, SPELL_KINDS, Settings
from bip_desktop.centre.analysis.table_form import examine
from bip_desktop.centre.analysis.weeks import Flags, Spells
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.linked_files import Why, linked_fault
from bip_desktop.centre.statistics.within import Floats, Integers
from bip_desktop.centre.weeks import week_number

Codes = NDArray[np.int8]
ROWS = 1_000_000
"""Rows of answers.csv at a time."""
ABSENT = -128
"""There is no row for it: neither an answer nor a missing code."""
STEPS = range(1, 6)
MISSING_CODES = range(-99, -93)
SCALES = (*CITIZEN_SCALES, *CASEWORKER_SCALES, BELIEF)
CHANNELS, ACTIVITIES = 8, 23
_FIRST_OPTION = {"B10": len(SCALES), "S1": len(SCALES) + CHANNELS}
_OPTIONS = {"B10": CHANNELS, "S1": ACTIVITIES}
_WIDTH = len(SCALES) + CHANNELS + ACTIVITIES
_PLACES = {**{item: place for place, item in enumerate(SCALES)}, **_FIRST_OPTION}
_NAME = re.compile(r"\w(?:[\w .-]{0,62}\w)?")
_TAKEN = re.compile(r"[BS]\d+(_change)?|orientation|changes|round|relative|quarter=.*")
_LONGEST_CATEGORY = 60
_SMALLEST, _LARGEST = 1e-30, 1e30
"""What can be multiplied with itself, and summed, and still be told from nothing and from too much."""
Progress = Callable[[str], None]


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
    values: Codes
    """(n, all scales and options): the blind answers."""
    unknown_citizen: int
    """Meetings of citizens that citizens.csv does not have; left out."""
    unknown_meeting: int
    """Answers to meetings that meetings.csv does not have; left out."""
    after_reveal: int
    """Answers given after both had seen each other's; left out."""
    wages: int
    """Answers to B11, which no analysis looks at."""
    kept: int
    """Answers that are looked at."""


@dataclass(frozen=True)
class Register:
    """Covariates of each meeting; nan where there is none."""

    names: tuple[str, ...]
    values: Floats


@dataclass(frozen=True)
class Read:
    """The tables as arrays."""

    meetings: Meetings
    spells: Mapping[str, Spells] | None
    """By kind; None where there is no outcomes.csv."""
    register: Register
    left_over: Mapping[str, int]
    """Rows of the other tables that belong to no meeting, by the flow's word for them."""
    hashes: Mapping[str, str]
    """SHA-256 of each file."""


def read_tables(folder: Path, settings: Settings, progress: Progress) -> Read:
    """Reads `folder`. Raises `CentreError` ANALYSE_… or PATH_MISSING."""
    hashes = {}
    for name in ("citizens", "meetings", "answers", "outcomes", "register"):
        path = folder / f"{name}.csv"
        if path.exists():
            progress(f"ser efter i {path.name}")
            hashes[path.name] = examine(path)
        elif name in {"citizens", "meetings", "answers"}:
            raise CentreError(Problem.PATH_MISSING, path=str(path))
    progress("læser citizens.csv og meetings.csv")
    citizens = _citizens(folder / "citizens.csv")
    frame, unknown = _meeting_frame(folder / "meetings.csv", citizens)
    identities = _index(frame["meeting_id"])
    values, answers = _answers(folder / "answers.csv", identities, progress)
    citizen = _places(citizens, frame["citizen_id"])
    meetings = Meetings(
        citizen=citizen,
        caseworker=_numbered(frame["caseworker_id"]),
        site=_numbered(frame["site"]),
        week=frame["week"].to_numpy(dtype=np.int64),
        number=frame["measurement_number"].to_numpy(dtype=np.int64),
        reason=frame["change_reason"].to_numpy(dtype=np.int64),
        citizen_sheet=(frame["citizen_part"] != "declined").to_numpy(dtype=bool),
        caseworker_sheet=(frame["caseworker_part"] != "declined").to_numpy(dtype=bool),
        values=values,
        unknown_citizen=unknown,
        **answers,
    )
    progress("læser outcomes.csv og register.csv")
    outcomes = folder / "outcomes.csv"
    left_over = {"citizen_without_meeting": len(citizens) - len(np.unique(citizen))}
    spells = None
    if outcomes.exists():
        spells, left_over["spell_of_unknown_citizen"], left_over["spell_of_no_kind"] = _spells(
            outcomes, citizens, settings
        )
    register, left_over["register_of_unknown"] = _register(
        folder / "register.csv", frame["citizen_id"], identities, citizens, settings
    )
    return Read(meetings, spells, register, left_over, hashes)


def _numbered(column: "pd.Series[str]") -> Integers:
    return np.unique(column.to_numpy(dtype=object).astype(str), return_inverse=True)[1].astype(np.int64)


def _index(column: "pd.Series[str]") -> "pd.Index[Any]":
    made: pd.Index[Any] = pd.Index(column.to_numpy(dtype=object))
    return made


def _places(index: "pd.Index[Any]", column: "pd.Series[str]") -> Integers:
    return np.asarray(index.get_indexer(_index(column)), dtype=np.int64)


def _frame(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    """These columns as text, nothing guessed."""
    missing = [column for column in columns if column not in _header(path)]
    if missing:
        raise CentreError(Problem.ANALYSE_COLUMN, file=path.name, column=missing[0])
    read = pd.read_csv(path, usecols=list(columns), dtype=object, keep_default_na=False, encoding="utf-8")
    return read[list(columns)]


def _header(path: Path) -> list[str]:
    try:
        return list(pd.read_csv(path, nrows=0, dtype=object, encoding="utf-8").columns)
    except (ValueError, OSError):  # empty, not UTF-8, not a table
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name) from None


def _citizens(path: Path) -> "pd.Index[Any]":
    column = _frame(path, ["citizen_id"])["citizen_id"]
    if column.empty:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    _once(path, column)
    return _index(column.sort_values())


def _once(path: Path, column: "pd.Series[str]") -> None:
    twice = column.duplicated().to_numpy()
    if twice.any():
        row = int(np.argmax(twice))
        raise CentreError(Problem.ANALYSE_TWICE, file=path.name, row=row + 2, key=str(column.iloc[row]))


def _whole_numbers(path: Path, column: "pd.Series[str]") -> Integers:
    numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)
    with np.errstate(invalid="ignore"):
        _accept(path, column, np.isfinite(numbers) & (numbers == np.floor(numbers)))
    return numbers.astype(np.int64)


def _accept(path: Path, column: "pd.Series[str]", good: Flags, problem: Problem = Problem.ANALYSE_CELL) -> None:
    if not good.all():
        row = int(np.argmin(good))
        value = str(column.iloc[row])[:40]
        raise CentreError(problem, file=path.name, row=row + 2, column=str(column.name), value=value)


def _week_numbers(path: Path, column: "pd.Series[str]") -> Integers:
    texts, place = np.unique(column.to_numpy(dtype=object).astype(str), return_inverse=True)
    numbers = np.zeros(len(texts), dtype=np.int64)
    for n, text in enumerate(texts):
        try:
            numbers[n] = week_number(str(text))
        except ValueError:
            numbers[n] = -1
    _accept(path, column, numbers[place] >= 0)
    return numbers[place]


def _meeting_frame(path: Path, citizens: "pd.Index[Any]") -> tuple[pd.DataFrame, int]:
    names = ["site", "meeting_id", "citizen_id", "caseworker_id", "iso_week", "measurement_number", "change_reason"]
    frame = _frame(path, [*names, "citizen_part", "caseworker_part"])
    if frame.empty:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    _once(path, frame["meeting_id"])
    frame["week"] = _week_numbers(path, frame["iso_week"])
    for name in ("measurement_number", "change_reason"):
        frame[name] = _whole_numbers(path, frame[name])
    for name in ("citizen_part", "caseworker_part"):
        _accept(path, frame[name], frame[name].isin(["complete", "partial", "declined"]).to_numpy())
    known = frame["citizen_id"].isin(citizens).to_numpy()
    frame = frame[known].sort_values(["citizen_id", "measurement_number", "week", "meeting_id"])
    if frame.empty:
        raise CentreError(Problem.ANALYSE_EMPTY, file=path.name)
    return frame.reset_index(drop=True), int((~known).sum())


def _answers(path: Path, meetings: "pd.Index[Any]", progress: Progress) -> tuple[Codes, dict[str, int]]:
    header = _header(path)
    for column in ("meeting_id", "item", "option", "value", "after_reveal"):
        if column not in header:
            raise CentreError(Problem.ANALYSE_COLUMN, file=path.name, column=column)
    values = np.full((len(meetings), _WIDTH), ABSENT, dtype=np.int8)
    filled = np.zeros(len(meetings) * _WIDTH, dtype=bool)
    counts = dict.fromkeys(("unknown_meeting", "after_reveal", "wages", "kept"), 0)
    rows = 0
    for chunk in _answer_chunks(path):
        meeting = _by_runs(chunk["meeting_id"].to_numpy(dtype=object), meetings)
        item = chunk["item"].astype("category")
        places = np.array(
            [_PLACES.get(str(each), -2 if str(each) == "B11" else -1) for each in item.cat.categories], dtype=np.int64
        )
        place = places[item.cat.codes.to_numpy()]
        option = chunk["option"].to_numpy(dtype=np.int64)
        value = chunk["value"].to_numpy(dtype=np.int64)
        _check_answers(path, chunk, rows, place, option, value)
        rows += len(chunk)
        known, blind = meeting >= 0, chunk["after_reveal"].to_numpy(dtype=np.int64) == 0
        kept = blind & known & (place >= 0)
        for name, here in (
            ("unknown_meeting", ~known),
            ("after_reveal", known & ~blind),
            ("wages", known & blind & (place < 0)),
            ("kept", kept),
        ):
            counts[name] += int(here.sum())
        at = (meeting * _WIDTH + place + np.maximum(option - 1, 0))[kept]
        order = np.sort(at)
        if filled[at].any() or (order[1:] == order[:-1]).any():
            _refuse_twice(path, chunk[kept], at, filled, rows - len(chunk))
        filled[at] = True
        values.reshape(-1)[at] = value[kept]
        progress(f"læser answers.csv: {rows:,} rækker".replace(",", "."))
    return values, counts


def _answer_chunks(path: Path) -> Iterator[pd.DataFrame]:
    types: dict[Hashable, Any] = {"meeting_id": object, "item": object}
    types |= {"option": "int64", "value": "int64", "after_reveal": "int64"}
    try:
        with pd.read_csv(
            path, usecols=list(types), dtype=types, keep_default_na=False, encoding="utf-8", chunksize=ROWS
        ) as reader:
            yield from reader
    except ValueError:  # a cell that is no number: which?
        frame = _frame(path, [str(name) for name in types])
        for name in ("option", "value", "after_reveal"):
            _whole_numbers(path, frame[name])
        raise


def _by_runs(identities: NDArray[np.object_], index: "pd.Index[Any]") -> Integers:
    """The place of each identity; one look for each run of the same, for the answers of a meeting stand together."""
    new = np.ones(len(identities), dtype=bool)
    new[1:] = identities[1:] != identities[:-1]
    found = index.get_indexer(pd.Index(identities[new]))
    return np.asarray(found[np.cumsum(new) - 1], dtype=np.int64)


def _check_answers(
    path: Path, chunk: pd.DataFrame, before: int, place: Integers, option: Integers, value: Integers
) -> None:
    most = np.zeros(len(place), dtype=np.int64)
    for item, options in _OPTIONS.items():
        most[place == _FIRST_OPTION[item]] = options
    missing = (value >= MISSING_CODES[0]) & (value <= MISSING_CODES[-1])
    is_tick = most > 0
    good_value = np.where(is_tick, (value == 0) | (value == 1), (value >= STEPS[0]) & (value <= STEPS[-1]))
    for column, good in (
        ("item", place != -1),
        ("option", np.where(is_tick, (option >= 1) & (option <= most), option == 0)),
        ("value", (place == -2) | good_value | missing),
        ("after_reveal", np.isin(chunk["after_reveal"].to_numpy(), [0, 1])),
    ):
        if not good.all():
            row = int(np.argmin(good))
            cell = str(chunk[column].iloc[row])[:40]
            raise CentreError(Problem.ANALYSE_CELL, file=path.name, row=before + row + 2, column=column, value=cell)


def _refuse_twice(path: Path, chunk: pd.DataFrame, at: Integers, filled: Flags, before: int) -> None:
    twice = filled[at] | pd.Series(at).duplicated().to_numpy()
    place = int(np.argmax(twice))
    key = " ".join(str(chunk[name].iloc[place]) for name in ("item", "option"))
    row = before + int(chunk.index[place]) % ROWS + 2
    raise CentreError(Problem.ANALYSE_TWICE, file=path.name, row=row, key=key)


def _spells(path: Path, citizens: "pd.Index[Any]", settings: Settings) -> tuple[dict[str, Spells], int, int]:
    """The spells by kind, and how many are of nobody in citizens.csv, and of no kind that counts."""
    frame = _frame(path, ["citizen_id", "kind", "from_week", "to_week"])
    start, end = _week_numbers(path, frame["from_week"]), _week_numbers(path, frame["to_week"])
    _accept(path, frame["to_week"], end >= start)
    kind = frame["kind"].to_numpy(dtype=object).astype(str)
    for each in settings.dream:
        lasts = (start >= _config_week(each.valid_from)) & (start <= _config_week(each.valid_to))
        kind[(frame["kind"].to_numpy(dtype=object) == each.code) & lasts] = each.kind
    _accept(path, frame["kind"], np.isin(kind, [*SPELL_KINDS, "observed", "none"]))
    citizen = _places(citizens, frame["citizen_id"])
    made = {}
    for name in (*SPELL_KINDS, "observed"):
        ours = (kind == name) & (citizen >= 0)
        made[name] = Spells(citizen[ours], start[ours], end[ours])
    return made, int((citizen < 0).sum()), int(((kind == "none") & (citizen >= 0)).sum())


def _config_week(text: str) -> int:
    try:
        return week_number(text)
    except ValueError:
        raise CentreError(Problem.ANALYSE_CONFIG, what=f"dream: {text}") from None


def _register(
    path: Path, citizen: "pd.Series[str]", meetings: "pd.Index[Any]", citizens: "pd.Index[Any]", settings: Settings
) -> tuple[Register, int]:
    """The covariates of each meeting, and how many rows are of none."""
    chosen = settings.covariates.register
    if not path.exists():
        if chosen:
            raise CentreError(Problem.PATH_MISSING, path=str(path))
        return Register((), np.zeros((len(citizen), 0))), 0
    header = _header(path)
    keys = ["citizen_id", *(["meeting_id"] if "meeting_id" in header else [])]
    names = list(chosen) if chosen is not None else [name for name in header if name not in keys]
    _check_names(path, names, settings)
    frame = _frame(path, [*keys, *names])
    _once(path, frame[keys[-1]])
    index = _index(frame[keys[-1]])
    if len(keys) > 1:
        row_of, known = index.get_indexer(meetings), index.isin(meetings)
        theirs = np.where(row_of >= 0, frame["citizen_id"].to_numpy(dtype=object)[row_of] == citizen, True)
        if not theirs.all():
            row = int(row_of[np.argmin(theirs)])
            raise linked_fault(path, Why.IDENTITY_OTHER, row + 2, "citizen_id")
    else:
        row_of, known = index.get_indexer(_index(citizen)), index.isin(citizens)
    columns: list[tuple[str, Floats]] = []
    for name in names:
        columns += _columns(path, frame[name], is_category=name in settings.covariates.categories)
    values = np.full((len(citizen), len(columns)), np.nan)
    for place, (_, numbers) in enumerate(columns):
        values[:, place] = np.where(row_of >= 0, numbers[np.maximum(row_of, 0)] if len(numbers) else np.nan, np.nan)
    return Register(tuple(name for name, _ in columns), values), int((~known).sum())


def _check_names(path: Path, names: list[str], settings: Settings) -> None:
    """A covariate's name stands in tables and pictures, and no other number there may have it."""
    wrong = [name for name in names if not _NAME.fullmatch(name) or _TAKEN.fullmatch(name)]
    if wrong:
        raise linked_fault(path, Why.NAME, 1, found=wrong[0][:60])
    unknown = sorted(set(settings.covariates.categories) - set(names))
    if unknown:
        raise CentreError(Problem.ANALYSE_COLUMN, file=path.name, column=unknown[0][:60])


def _columns(path: Path, column: "pd.Series[str]", *, is_category: bool) -> list[tuple[str, Floats]]:
    """The column as a number, or a column for each but the first of its categories."""
    empty = (column == "").to_numpy(dtype=bool)
    if is_category:
        found = sorted({str(each) for each in column[~empty]})
        for each in found:
            if len(each) > _LONGEST_CATEGORY or not each.isprintable():
                row = int(np.argmax(column.to_numpy(dtype=object) == each))
                raise linked_fault(path, Why.CELL, row + 2, str(column.name))
        texts = column.to_numpy(dtype=object)
        return [(f"{column.name}={each}", np.where(empty, np.nan, texts == each)) for each in found[1:]]
    numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)
    with np.errstate(invalid="ignore"):
        size = np.abs(numbers)
        good = (numbers == 0) | ((size >= _SMALLEST) & (size <= _LARGEST))
    _accept(path, column, empty | good, Problem.ANALYSE_COVARIATE)
    return [(str(column.name), numbers)]
