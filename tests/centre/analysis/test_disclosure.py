# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""As a data protection officer would look at it: what can be learnt of fewer than five people from what is written?"""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from bip_desktop.centre.analysis.composition import ALWAYS, compose
from bip_desktop.centre.analysis.effects import Effect, EffectTable
from bip_desktop.centre.analysis.making_tables import make_world, tables_of
from bip_desktop.centre.analysis.reading import read_tables
from bip_desktop.centre.analysis.report import write_report
from bip_desktop.centre.analysis.settings import Draws, Settings
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.analysis.table_output import write_csv
from bip_desktop.centre.analysis.workbook import write_workbook
from bip_desktop.centre.command_line import DONE, main
from bip_desktop.centre.statistics.within import Floats
from tests.centre.analysis.worlds import Options, World, invent

FEW = Settings(draws=Draws(splits=2, permutations=2, bootstraps=20))
LEAST = 5


def silent(_: str) -> None:
    """Nobody watches."""


def thin_world(seed: int = 3, caseworkers: int = 19) -> World:
    """Four citizens are thought to get a job, three have a rare activity, three are declined; quarters are small."""
    world = invent(Options(seed=seed, sites=2, caseworkers=caseworkers, citizens=320))
    answers = world.answers.copy()
    is_belief = answers["item"] == "S12"
    answers.loc[is_belief & (answers.value == 5), "value"] = 4
    believed = world.meetings.drop_duplicates("citizen_id").iloc[7:11].meeting_id
    answers.loc[is_belief & answers.meeting_id.isin(believed), "value"] = 5
    is_rare = (answers["item"] == "S1") & (answers.option == 18)
    answers.loc[is_rare, "value"] = 0
    rare = world.meetings.drop_duplicates("citizen_id").iloc[20:23].meeting_id
    answers.loc[is_rare & answers.meeting_id.isin(rare), "value"] = 1
    answers.loc[(answers["item"] == "S1") & (answers.option == 22) & answers.meeting_id.isin(rare), "value"] = 0
    meetings = world.meetings.copy()
    meetings.loc[meetings.index[[5, 50, 90]], "citizen_part"] = "declined"
    observed = world.outcomes.kind == "observed"
    outcomes = world.outcomes.drop(world.outcomes[observed].index[100:103])
    return replace(world, answers=answers, meetings=meetings, outcomes=outcomes)


def made_of(world: World, folder: Path) -> list[EffectTable]:
    read = read_tables(world.write(folder), FEW, silent)
    return list(tables_of(make_world(read, FEW, silent)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[EffectTable]:
    return made_of(thin_world(), tmp_path_factory.mktemp("thin"))


def test_no_file_holds_a_number_of_few(tmp_path: Path) -> None:
    tables = thin_world().write(tmp_path / "tables")
    (tmp_path / "few.toml").write_text("[draws]\nsplits = 2\npermutations = 2\nbootstraps = 20\n", encoding="utf-8")
    out = tmp_path / "out"
    given = ["analyse", "--tables", str(tables), "--out", str(out), "--config", str(tmp_path / "few.toml")]
    assert main(given) == DONE
    hidden = 0
    numbers = ["estimate", "se", "low", "high", "answers", "citizens", "caseworkers"]
    sheets = pd.read_excel(out / "tables" / "analyses.xlsx", sheet_name=None)
    for path in sorted((out / "tables").glob("*.csv")):
        table = pd.read_csv(path)
        for rows in (table, sheets[path.stem[:31]]):
            shown = rows[(rows.suppressed == 0) & ~((rows.estimator == "count") & (rows.citizens == 0))]
            assert (shown.citizens >= LEAST).all(), path.name
            assert (shown.caseworkers >= LEAST).all(), path.name
            assert rows[rows.suppressed == 1][numbers].isna().all(axis=None), path.name
        hidden += int(table.suppressed.sum())
    assert hidden > 40
    html = (out / "report.html").read_text(encoding="utf-8")
    assert "skjult" in html
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert record["counts"]["not_paired"] is None
    small = [each for each in record["counts"].values() if each and 0 < each["citizens"] < LEAST]
    assert not small


def test_what_is_hidden_leaves_no_trace_in_any_file(made: list[EffectTable], tmp_path: Path) -> None:
    """Other numbers in the hidden rows, and every file is the same, byte for byte: tables, workbook, report."""
    written = []
    shown = suppress(made, LEAST)
    for place, shift in (("one", 0.0), ("other", 0.31)):
        tables = [
            replace(
                table,
                effects=tuple(
                    _moved(effect, shift) if after.suppressed else effect
                    for effect, after in zip(table.effects, seen.effects, strict=True)
                ),
            )
            for table, seen in zip(made, shown, strict=True)
        ]
        folder = tmp_path / place
        folder.mkdir()
        hidden = suppress(tables, LEAST)
        write_csv(hidden, folder)
        write_workbook(hidden, folder / "all.xlsx", "0123456789ab", "da")
        record = {"data": {"sha256": "0" * 64}, "versions": {"bip": "0"}}
        write_report(folder / "report.html", hidden, {}, record, FEW, "da")
        book = load_workbook(folder / "all.xlsx", read_only=True)
        cells = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
        files = {each.name: each.read_bytes() for each in folder.iterdir() if each.suffix != ".xlsx"}
        written.append((files, cells))
    assert written[0] == written[1]


def _moved(effect: Effect, shift: float) -> Effect:
    u = effect.uncertainty
    value = type(effect.value)(effect.value.value + shift)
    return replace(effect, value=value, uncertainty=replace(u, se=u.se + shift, low=u.low + shift, high=u.high + shift))


def table(tables: Sequence[EffectTable], name: str) -> dict[tuple[str, str, str], Effect]:
    [found] = [each for each in tables if each.name == name]
    return {(each.outcome, each.term, each.group): each for each in found.effects}


def test_five_is_not_four_or_five_less_four(made: list[EffectTable]) -> None:
    """Broken once: "gode chancer eller ja" stood beside "gode chancer", and their difference was four citizens."""
    found = table(suppress(made, LEAST), "s12_distribution")
    yes, good, either = (found["S12", *key] for key in (("S12", "5"), ("S12", "4"), ("good_or_yes", "")))
    assert yes.suppressed
    assert good.suppressed or either.suppressed
    shares = [found["S12", "S12", str(answer)] for answer in range(1, 6)]
    assert sum(each.suppressed for each in shares) >= 2  # or all but one would make up to the whole


def test_steps_of_the_flow_do_not_differ_by_few(made: list[EffectTable]) -> None:
    """Broken once: three declined meetings were hidden, and stood as the difference of all and the paired ones."""
    rows = {
        term: each
        for (_, term, group), each in table(suppress(made, LEAST), "flow").items()
        if not group and not each.suppressed
    }
    assert "not_paired" not in rows
    assert not {"meetings", "paired"} <= set(rows)
    assert not {"citizen_sheets", "caseworker_sheets"} <= set(rows)
    steps = ["meetings", "paired", "linked", "ten_citizens", "more_than_one", "first_dropped", "outcome_known"]
    sizes = [rows[step].sample.answers for step in steps if step in rows]
    assert len(sizes) > 3
    assert all(one == other or one - other >= LEAST for one, other in pairwise(sizes))


def test_a_quarter_of_few_caseworkers_is_not_what_the_others_leave(made: list[EffectTable]) -> None:
    """Nineteen caseworkers: 5, 5, 5 and 4. Broken once: the last was hidden, and stood as the whole less three."""
    shown = suppress(made, LEAST)
    for name in ("quartiles", "activities_by_quartile", "assessments_by_quartile"):
        groups = {each.group for each in table(shown, name).values() if not each.suppressed and each.group}
        assert len(groups & {"1", "2", "3", "4"}) <= 2, name


def test_a_rare_activity_is_not_counted(tmp_path: Path) -> None:
    """Quarters of seven caseworkers are shown, but not that two or three of their answers have an activity few have,
    nor that all but so few have it. Broken once by looking at the sample alone."""
    world = invent(Options(seed=4, sites=2, caseworkers=28, citizens=420, answers=4))
    answers = world.answers.copy()
    later = world.meetings[world.meetings.measurement_number == 2].meeting_id
    for option, meetings, value in ((18, later.iloc[:300:30], 1), (5, later.iloc[7:300:30], 0)):
        ticked = (answers["item"] == "S1") & (answers.option == option)
        answers.loc[ticked, "value"] = 1 - value
        answers.loc[ticked & answers.meeting_id.isin(meetings), "value"] = value
    answers.loc[(answers["item"] == "S1") & (answers.option >= 22), "value"] = 0
    before = made_of(replace(world, answers=answers), tmp_path)
    after = table(suppress(before, LEAST), "activities_by_quartile")
    few = 0
    for key, each in table(before, "activities_by_quartile").items():
        counted = round(each.value.value * each.sample.answers)
        if 0 < counted < LEAST or 0 < each.sample.answers - counted < LEAST:
            few += 1
            assert after[key].suppressed, key
    assert few >= 4
    assert sum(not each.suppressed for each in after.values()) > 40


def test_shares_of_combinations_do_not_leave_few_over() -> None:
    """No activities, one, several; the rest answered "ved ikke", and they are three."""
    citizen = np.arange(400)
    caseworker = citizen % 8
    kind = np.repeat([0, 1, 2, 3], [150, 150, 97, 3])
    rows = [(ALWAYS, kind < 4), (0, kind == 0), (1, kind == 1), (2, kind == 2)]
    assert compose(citizen, caseworker, rows).hidden(LEAST, frozenset()) == {2}
    enough = np.repeat([0, 1, 2, 3], [150, 150, 90, 10])
    rows = [(ALWAYS, enough < 4), *((n, enough == n) for n in range(3))]
    assert compose(citizen, caseworker, rows).hidden(LEAST, frozenset()) == frozenset()


@pytest.mark.parametrize("seed", range(40))
def test_no_sum_or_difference_of_what_is_shown_is_of_few(seed: int) -> None:
    """An attack by trying: every set of parts with few people, against every combination of the rows."""
    r = np.random.default_rng(seed)
    n, m = int(r.integers(30, 90)), int(r.integers(3, 7))
    citizen, caseworker = np.sort(r.integers(0, n // 2, n)), r.integers(0, 12, n)
    flags = [r.random(n) < r.choice([0.05, 0.3, 0.7, 0.95]) for _ in range(m - 1)]
    flags.append(flags[0] | flags[1] | (r.random(n) < 0.03))
    rows = [(ALWAYS, np.ones(n, dtype=bool)), *enumerate(flags)]
    hidden = compose(citizen, caseworker, rows).hidden(LEAST, frozenset())
    shown = np.stack([np.ones(n, dtype=bool), *(flag for place, flag in enumerate(flags) if place not in hidden)])
    for unit in (citizen, caseworker):
        assert not _told(shown, unit), (seed, hidden)


def _told(
    shown: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]", unit: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
) -> bool:
    """Whether a weighing of the rows is nought for all answers but those of at most four of these people."""
    patterns, part = np.unique(shown.T, axis=0, return_inverse=True)
    people = [frozenset(unit[part.reshape(-1) == number].tolist()) for number in range(len(patterns))]
    few = [number for number, each in enumerate(people) if len(each) < LEAST and patterns[number].any()]
    for size in range(1, min(len(few), 4) + 1):
        for chosen in combinations(few, size):
            if len(frozenset().union(*(people[number] for number in chosen))) >= LEAST:
                continue
            others = np.delete(patterns, chosen, axis=0).astype(float)
            weights = _nullspace(others)
            if np.abs(patterns[list(chosen)].astype(float) @ weights).max(initial=0) > 1e-9:
                return True
    return False


def _nullspace(matrix: Floats) -> Floats:
    """(columns, k): what `matrix` takes to nought."""
    if len(matrix) == 0:
        return np.eye(matrix.shape[1])
    _, values, rows = np.linalg.svd(matrix)
    rank = int((values > 1e-9).sum())
    return np.asarray(rows[rank:].T)
