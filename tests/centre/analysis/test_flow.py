# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every step of the flow against a plain count in pandas, whichever way the analyst has chosen."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from bip_desktop.centre.analysis.making_tables import make_world, tables_of
from bip_desktop.centre.analysis.reading import read_tables
from bip_desktop.centre.analysis.settings import Covariates, Design, Draws, Settings
from tests.centre.analysis.worlds import Options, World, invent

DRAWS = Draws(splits=2, permutations=2, bootstraps=20)


@pytest.fixture(scope="module")
def world() -> World:
    """Some caseworkers have few citizens, some citizens are not in the registers, some parts are declined."""
    made = invent(Options(seed=8, sites=2, caseworkers=22, citizens=330, answers=3, moves=0.25, follow_up=30))
    meetings = made.meetings.copy()
    meetings.loc[meetings.index[::11], "citizen_part"] = "declined"
    few = meetings.caseworker_id.isin(["k0003", "k0008"]) & (meetings.citizen_id > "c00120")
    gone = set(meetings.meeting_id[few])
    unlinked = set(made.citizens.citizen_id[::17])
    return replace(
        made,
        meetings=meetings[~few],
        answers=made.answers[~made.answers.meeting_id.isin(gone)],
        outcomes=made.outcomes[~made.outcomes.citizen_id.isin(unlinked)],
    )


@pytest.mark.parametrize("before", [True, False], ids=["ten before", "ten after"])
@pytest.mark.parametrize("changes", [True, False], ids=["changes", "no changes"])
def test_every_step_is_a_plain_count(before: bool, changes: bool, world: World, tmp_path: Path) -> None:
    """Broken once by keeping the first answer: only a change that is missing would have taken it out."""
    chosen = Settings(
        draws=DRAWS,
        design=Design(ten_citizens_before=before),
        covariates=Covariates(register=("age",), items=("B1", "B2"), changes=changes),
    )
    read = read_tables(world.write(tmp_path), chosen, lambda _: None)
    made = make_world(read, chosen, lambda _: None)
    flow = next(tables_of(made))
    found = {each.term: each for each in flow.effects if not each.group}
    rows = world.meetings[world.meetings.citizen_part != "declined"].sort_values(["citizen_id", "measurement_number"])
    everything = made.everything
    known = pd.Series(
        everything.outcomes["ext52"],
        index=world.meetings.sort_values(["citizen_id", "measurement_number"]).meeting_id,
    ).notna()
    steps = {"paired": rows}
    rows = rows.assign(
        nth=rows.groupby("citizen_id").cumcount(), of=rows.groupby("citizen_id").citizen_id.transform("size")
    )
    linked = rows[rows.citizen_id.isin(world.outcomes.citizen_id)]
    steps["linked"] = linked
    counted = rows if before else linked[(linked.of > 1) & (linked.nth > 0)]
    citizens = counted.groupby("caseworker_id").citizen_id.nunique()
    left = linked[linked.caseworker_id.map(citizens).fillna(0) >= 10]
    steps["ten_citizens"] = left
    left = left[left.of > 1]
    steps["more_than_one"] = left
    left = left[left.nth > 0]
    steps["first_dropped"] = left
    left = left[left.meeting_id.map(known)]
    steps["outcome_known"] = left
    scales = world.answers[(world.answers.option == 0) & world.answers["item"].isin(["B1", "B2"])]
    wide = scales.pivot(index="meeting_id", columns="item", values="value")
    wide = wide.where(wide > 0)
    levels = rows.join(wide, on="meeting_id")[["meeting_id", "citizen_id", "B1", "B2"]]
    full = levels[["B1", "B2"]].notna().all(axis=1)
    if changes:
        full &= levels.groupby("citizen_id")[["B1", "B2"]].shift().notna().all(axis=1)
    left = left[left.meeting_id.isin(levels.meeting_id[full])]
    steps["regression"] = left
    sizes = [len(each) for each in steps.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)  # every step takes some away
    for term, each in steps.items():
        sample = found[term].sample
        assert (sample.answers, sample.citizens, sample.caseworkers) == (
            len(each),
            each.citizen_id.nunique(),
            each.caseworker_id.nunique(),
        ), term
        assert found[term].value.value == len(each)
    assert made.flow.sample.rows.sum() == len(left)


def test_the_defaults_are_those_that_are_written_down() -> None:
    """The example in docs/tables.md, as TOML, is what holds without any configuration."""
    text = (Path(__file__).parents[3] / "docs" / "tables.md").read_text(encoding="utf-8")
    block = text[text.index("[covariates]\nregister") :]
    given = tomllib.loads(block[: block.index("```")])
    held = Settings().as_json()
    assert given.pop("dream")
    for only_an_example in ("register", "categories"):
        given["covariates"].pop(only_an_example)
    for section, values in given.items():
        for name, value in values.items():
            assert held[section][name] == (tuple(value) if isinstance(value, list) else value), name
    assert (held["thresholds"]["citizens"], held["thresholds"]["cell"]) == (10, 5)
    assert held["draws"]["splits"] >= 50
