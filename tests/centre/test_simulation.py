# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Invented worlds: near the sources' figures, true to what was asked for, and as strict as what a jobcentre sends."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bip_desktop.centre.command_line import main
from bip_desktop.centre.faults import CentreError
from bip_desktop.centre.merged_tables import MERGED
from bip_desktop.centre.row_checks import answer_bit, check_band, check_group, check_week, missing_item
from bip_desktop.centre.simulation.courses import PATTERNS, moves
from bip_desktop.centre.simulation.margins import margins, within_a_year
from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.centre.simulation.spells import INCOME, JOB
from bip_desktop.centre.simulation.truth import truth
from bip_desktop.centre.simulation.world import World, invent_world
from bip_desktop.centre.simulation.world_tables import world_tables

SMALL = WorldOptions(sites=2, caseworkers=12, citizens=150)
LARGE = WorldOptions(sites=20, caseworkers=2_000, citizens=40_000, caseworker_sd=0.0)


def test_the_default_world_lies_near_what_the_sources_print() -> None:
    far = {
        each.what: (each.printed, round(each.found, 2))
        for each in margins(invent_world(WorldOptions()))
        if abs(each.found / each.printed - 1) > 0.12
    }
    assert not far


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_other_seeds_come_near_them_too(seed: int) -> None:
    """Chance is as large as in the sources' own data, so that shares of few people may lie further off."""
    for each in margins(invent_world(WorldOptions(seed=seed))):
        assert abs(each.found / each.printed - 1) < (0.8 if each.percent and each.printed < 8 else 0.3), each


def test_the_same_options_give_the_same_world() -> None:
    first, again, other = (world_tables(invent_world(replace(SMALL, seed=seed))) for seed in (1, 1, 2))
    for name, frame in first.items():
        pd.testing.assert_frame_equal(frame, again[name])
    assert not first["answers"].equals(other["answers"])


def test_every_row_could_have_been_sent() -> None:
    frames = world_tables(invent_world(SMALL))
    for table in MERGED:
        frame = frames[table.name]
        assert tuple(frame.columns) == table.header
        for row in frame.itertuples(index=False, name=None):
            table.check(tuple(cell if isinstance(cell, str) else int(cell) for cell in row))
        assert not frame.duplicated(list(table.key)).any()
    for band in frames["citizens"]["birth_year_band"]:
        check_band(band)
    for week in frames["meetings"]["iso_week"]:
        check_week(week)
    for each in frames["interventions"].itertuples():
        check_group(int(str(each.activity)), str(each.group))
    bits: dict[str, int] = {}
    for meeting, item, option, value, unit, _, after in frames["answers"].itertuples(index=False, name=None):
        bit = answer_bit(item, option, value, unit, after)
        assert not bits.get(meeting, 0) & bit
        bits[meeting] = bits.get(meeting, 0) | bit
    assert {missing_item(each) for each in bits.values()} == {""}
    assert set(bits) == set(frames["meetings"]["meeting_id"])
    assert set(frames["meetings"]["citizen_id"]) == set(frames["citizens"]["citizen_id"])


def test_exclusive_options_stand_alone() -> None:
    answers = world_tables(invent_world(SMALL))["answers"]
    ticks = answers[answers["item"].isin(["B10", "S1"]) & (answers["value"] >= 0)]
    wide = ticks.pivot_table(index=["meeting_id", "item"], columns="option", values="value")
    for item, exclusive in (("B10", (7, 8)), ("S1", (22, 23))):
        of_item = wide[wide.index.get_level_values("item") == item]
        assert min(of_item.sum(axis=1)) >= 1
        for option in exclusive:
            alone = of_item[of_item[option] == 1]
            assert len(alone) > 0
            assert set(alone.sum(axis=1)) == {1}


def test_meetings_follow_each_other() -> None:
    meetings = world_tables(invent_world(SMALL))["meetings"].sort_values(["citizen_id", "measurement_number"])
    before = meetings.groupby("citizen_id").shift(1)
    later = meetings["measurement_number"] > 1
    assert (meetings["measurement_number"][later] == before["measurement_number"][later] + 1).all()
    another = meetings["caseworker_id"][later] != before["caseworker_id"][later]
    assert (another == (meetings["caseworker_changed"][later] == 1)).all()
    assert ((meetings["change_reason"] == -97) == (meetings["caseworker_changed"] == 0)).all()
    assert (meetings["weeks_since_previous"][~later] == -97).all()
    assert meetings["weeks_since_previous"][later].between(8, 22).all()


def test_the_true_effects_are_those_asked_for() -> None:
    for asked in (LARGE, replace(LARGE, caseworker_sd=0.08, belief_effect=0.0, change_effect=0.02)):
        true = truth(invent_world(asked))
        assert true["belief_effect"] == pytest.approx(asked.belief_effect, abs=0.001)
        assert true["change_effect"] == pytest.approx(asked.change_effect, abs=0.001)
        assert true["caseworker_sd"] == pytest.approx(asked.caseworker_sd, abs=0.002)
        spread = np.std([each["skill_effect"] for each in true["caseworkers"]])
        assert spread == pytest.approx(asked.caseworker_sd, abs=0.012)


def _per_step(world: World) -> float:
    """What a step of S12 does to the chance of a job, found by the caseworkers' true general belief."""
    rows = world.courses.week + 52 <= world.last_week
    belief = world.staff.belief[world.courses.caseworker][rows]
    job, s12 = within_a_year(world, JOB)[rows].astype(float), world.courses.s12[rows].astype(float)
    return float(np.cov(belief, job)[0, 1] / np.cov(belief, s12)[0, 1])


@pytest.mark.parametrize(("effect", "skill"), [(0.0, 0.0), (0.03, 0.0), (0.0, 0.8)])
def test_belief_does_what_it_was_made_to_do(effect: float, skill: float) -> None:
    asked = replace(LARGE, belief_effect=effect, belief_skill=skill, caseworker_sd=0.06 if skill else 0.0)
    found = _per_step(invent_world(asked))
    if skill:  # no effect at all, but those who believe are better: the instrument is fooled
        assert found > 0.015
    else:
        assert found == pytest.approx(0.87 * effect, abs=0.006)


def test_caseworkers_differ_as_much_as_they_were_made_to() -> None:
    rates = []
    for sd in (0.0, 0.08):
        world = invent_world(replace(LARGE, caseworkers=400, caseworker_sd=sd))
        skill = world.staff.skill[world.courses.caseworker]
        outcome = within_a_year(world, JOB) | within_a_year(world, INCOME)
        rates.append(float(outcome[skill > 1].mean() - outcome[skill < -1].mean()))
    assert abs(rates[0]) < 0.02
    assert rates[1] > 0.12


def test_combinations_move_citizens_as_far_as_they_were_made_to() -> None:
    world = invent_world(LARGE)
    courses = world.courses
    follows = courses.citizen[1:] == courses.citizen[:-1]
    moved, pattern = np.diff(courses.state)[follows], courses.pattern[1:][follows]
    for number, far in enumerate(moves(world.options)):
        assert moved[pattern == number].mean() == pytest.approx(far, abs=0.03), PATTERNS[number]


def test_whoever_leaves_takes_all_her_citizens_from_her() -> None:
    world = invent_world(WorldOptions())
    meets = world.courses.week < world.staff.left_in_week[world.courses.caseworker]
    assert meets.all()
    assert (world.courses.reason == 1).sum() > 100


def test_spells_of_a_kind_do_not_overlap_and_lie_within_what_is_observed() -> None:
    outcomes = world_tables(invent_world(SMALL))["outcomes"]
    assert (outcomes["from_week"] <= outcomes["to_week"]).all()
    before = outcomes.groupby(["citizen_id", "kind"])["to_week"].shift(1)
    assert (outcomes["from_week"][before.notna()] > before[before.notna()]).all()
    observed = outcomes[outcomes["kind"] == "observed"].set_index("citizen_id")
    spells = outcomes.join(observed[["from_week", "to_week"]].add_suffix("_seen"), on="citizen_id")
    assert (spells["from_week"] >= spells["from_week_seen"]).all()
    assert (spells["to_week"] <= spells["to_week_seen"]).all()


@pytest.mark.parametrize(
    "options",
    [WorldOptions(sites=1, caseworkers=1, citizens=1), WorldOptions(sites=1, caseworkers=1, citizens=3, weeks=26),
     WorldOptions(sites=3, caseworkers=3, citizens=3, follow_up=0)],
)  # fmt: skip
def test_the_smallest_worlds_hold_together(options: WorldOptions) -> None:
    world = invent_world(options)
    assert len(world_tables(world)["citizens"]) == options.citizens
    assert truth(world)["caseworkers"]


@pytest.mark.parametrize("changed", [{"citizens": 0}, {"caseworkers": 1}, {"belief_skill": 1.5}, {"caseworker_sd": 1}])
def test_a_world_that_cannot_be_is_refused(changed: dict[str, float]) -> None:
    with pytest.raises(CentreError):
        invent_world(replace(SMALL, **changed))  # type: ignore[arg-type]


def test_the_command_writes_tables_and_truth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = ["--sites", "2", "--caseworkers", "12", "--citizens", "150", "--belief-effect", "0.02", "--tables-only"]
    assert main(["simulate", "--out", str(tmp_path / "world"), *small]) == 0
    assert "svar fra borgere" in capsys.readouterr().out
    true = json.loads((tmp_path / "world" / "truth.json").read_text(encoding="utf-8"))
    assert true["options"]["belief_effect"] == 0.02
    frames = world_tables(invent_world(replace(SMALL, belief_effect=0.02)))
    for name, frame in frames.items():
        read = pd.read_csv(tmp_path / "world" / "tables" / f"{name}.csv", keep_default_na=False, dtype=str)
        pd.testing.assert_frame_equal(read, frame.astype(str), check_dtype=False)
    assert main(["simulate", "--out", str(tmp_path / "world"), *small]) == 2
    assert "ikke tom" in capsys.readouterr().err
