# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Odd and broken tables: a named row in the flow or a refusal that says where, never a traceback."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from bip_desktop.centre.command_line import DONE, FAILED, main
from tests.centre.analysis.worlds import Options, World, invent

FEW = "[draws]\nsplits = 3\npermutations = 3\nbootstraps = 20\n"
SMALL = Options(seed=3, sites=2, caseworkers=12, citizens=260)


@pytest.fixture(scope="module")
def world() -> World:
    return invent(SMALL)


def run(folder: Path, world: World, config: str = FEW, without: tuple[str, ...] = ()) -> int:
    tables = world.write(folder / "tables")
    for name in without:
        (tables / name).unlink()
    (folder / "few.toml").write_text(config, encoding="utf-8")
    given = ["analyse", "--tables", str(tables), "--out", str(folder / "out"), "--config", str(folder / "few.toml")]
    return main(given)


def flow(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / "out" / "tables" / "flow.csv")


def one_site(world: World) -> World:
    return replace(world, citizens=world.citizens.assign(site="by"), meetings=world.meetings.assign(site="by"))


def one_caseworker(world: World) -> World:
    return replace(world, meetings=world.meetings.assign(caseworker_id="k"))


def nobody_twice(world: World) -> World:
    meetings = world.meetings[world.meetings.measurement_number == 1]
    return replace(world, meetings=meetings, answers=world.answers[world.answers.meeting_id.isin(meetings.meeting_id)])


def all_zero(world: World) -> World:
    return replace(world, outcomes=world.outcomes[world.outcomes.kind == "observed"])


def nobody_followed(world: World) -> World:
    return replace(world, outcomes=world.outcomes.iloc[:0])


def declined(world: World) -> World:
    return replace(world, meetings=world.meetings.assign(citizen_part="declined"))


def very_few(world: World) -> World:
    meetings = world.meetings.iloc[:3]
    return replace(world, meetings=meetings, answers=world.answers[world.answers.meeting_id.isin(meetings.meeting_id)])


def belief_unknown(world: World) -> World:
    answers = world.answers.copy()
    answers.loc[answers["item"] == "S12", "value"] = -99
    return replace(world, answers=answers)


def no_answers(world: World) -> World:
    return replace(world, answers=world.answers.iloc[:0])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (one_site, "other_jobcentres"),
        (one_caseworker, "no_model_one_caseworker"),
        (nobody_twice, "no_model_nobody_twice"),
        (all_zero, "no_model_no_variation"),
        (nobody_followed, "no_model_no_outcomes"),
        (declined, "no_model_too_few"),
        (very_few, "other_jobcentres no_model_too_few"),
        (belief_unknown, ""),
        (no_answers, "no_model_too_few"),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_a_thin_world_still_gives_a_report(
    change: Callable[[World], World], named: str, world: World, tmp_path: Path
) -> None:
    """And says in the flow what it is that is thin."""
    assert run(tmp_path, change(world)) == DONE
    assert (tmp_path / "out" / "report.html").stat().st_size > 5_000
    rows = flow(tmp_path).set_index("term")
    said = [term for term in rows.index if term.startswith("no_model_") or term == "other_jobcentres"]
    assert said == named.split()
    assert (rows.loc[said, "estimate"] == 0).all()


def test_nobody_may_ask_for_numbers_of_four(world: World, tmp_path: Path) -> None:
    assert run(tmp_path, world, config="[thresholds]\ncell = 4\n") == FAILED
    assert not (tmp_path / "out").exists()


def test_without_outcomes_and_register_the_rest_is_there(world: World, tmp_path: Path) -> None:
    assert run(tmp_path, world, without=("outcomes.csv", "register.csv")) == DONE
    by = flow(tmp_path).set_index("term")
    assert by.loc["not_linked", "answers"] == len(world.meetings)
    assert by.loc["linked", "answers"] == 0
    assert "Der er ingen udfald" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert len(pd.read_csv(tmp_path / "out" / "tables" / "s12_distribution.csv")) > 5


def test_constant_and_collinear_covariates_stand_in_the_flow(world: World, tmp_path: Path) -> None:
    register = world.register.assign(same=1, double=2 * world.register.age)
    assert run(tmp_path, replace(world, register=register)) == DONE
    by = flow(tmp_path).set_index("group")
    assert by.loc["same", "term"] == "covariate_constant"
    assert by.loc["double", "term"] == "covariate_collinear"


def test_none_ticked_with_others_stands_in_the_flow(world: World, tmp_path: Path) -> None:
    answers = world.answers.copy()
    meetings = answers.meeting_id.unique()[:40]
    wrong = answers.meeting_id.isin(meetings) & (answers["item"] == "S1") & answers.option.isin([1, 23])
    answers.loc[wrong, "value"] = 1
    assert run(tmp_path, replace(world, answers=answers)) == DONE
    assert flow(tmp_path).set_index("term").loc["contradictory_activities", "answers"] == 40


def test_meetings_and_answers_without_their_like_are_counted(world: World, tmp_path: Path) -> None:
    gone = set(world.citizens.citizen_id[:20])
    without = replace(world, citizens=world.citizens[~world.citizens.citizen_id.isin(gone)])
    assert run(tmp_path, without) == DONE
    by = flow(tmp_path).set_index("term")
    lost = world.meetings[world.meetings.citizen_id.isin(gone)]
    assert by.loc["meeting_of_unknown_citizen", "answers"] == len(lost)
    assert by.loc["answer_to_unknown_meeting", "answers"] == world.answers.meeting_id.isin(lost.meeting_id).sum()


def test_a_missing_covariate_is_counted_by_name(world: World, tmp_path: Path) -> None:
    register = world.register.astype({"age": object})
    register.loc[register.index[:80], "age"] = ""
    assert run(tmp_path, replace(world, register=register)) == DONE
    by = flow(tmp_path).set_index("group")
    assert by.loc["age", "term"] == "covariate_missing"


def test_broken_tables_are_refused_by_place(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def cell(table: str, column: str, value: object) -> World:
        frame = getattr(world, table).astype({column: object}).copy()
        frame.iloc[2, frame.columns.get_loc(column)] = value
        return replace(world, **{table: frame})

    def twice(table: str) -> World:
        frame = getattr(world, table)
        return replace(world, **{table: pd.concat([frame, frame.iloc[:1]])})

    cases = {
        "week": (cell("meetings", "iso_week", "2014-W60"), ("meetings.csv", "række 4", "iso_week", "2014-W60")),
        "number": (cell("meetings", "measurement_number", "to"), ("meetings.csv", "measurement_number")),
        "part": (cell("meetings", "citizen_part", "half"), ("meetings.csv", "citizen_part")),
        "value": (cell("answers", "value", 7), ("answers.csv", "value", "7")),
        "text": (cell("answers", "value", "fem"), ("answers.csv", "value", "fem")),
        "item": (cell("answers", "item", "B77"), ("answers.csv", "item", "B77")),
        "kind": (cell("outcomes", "kind", "711"), ("outcomes.csv", "kind", "711")),
        "spell": (cell("outcomes", "to_week", "2001-W01"), ("outcomes.csv", "to_week")),
        "covariate": (cell("register", "age", "gammel"), ("register.csv", "age", "gammel", "categories")),
        "citizen twice": (twice("citizens"), ("citizens.csv", "to gange")),
        "meeting twice": (twice("meetings"), ("meetings.csv", "to gange")),
        "answer twice": (twice("answers"), ("answers.csv", "to gange")),
        "register twice": (twice("register"), ("register.csv", "to gange")),
        "column": (replace(world, meetings=world.meetings.drop(columns="iso_week")), ("meetings.csv", "iso_week")),
        "empty": (replace(world, meetings=world.meetings.iloc[:0]), ("meetings.csv",)),
    }
    for name, (broken, said) in cases.items():
        folder = tmp_path / name
        folder.mkdir()
        assert run(folder, broken) == FAILED, name
        error = capsys.readouterr().err
        for each in said:
            assert each in error, (name, error)
        assert not (folder / "out").exists(), name


def test_a_dream_code_with_its_weeks_becomes_a_kind(world: World, tmp_path: Path) -> None:
    outcomes = world.outcomes.replace({"kind": {"job": "711"}})
    code = '[[dream]]\ncode = "711"\nkind = "job"\nvalid_from = "2000-W01"\n'
    assert run(tmp_path, replace(world, outcomes=outcomes), FEW + code) == DONE
    with_code = (tmp_path / "out" / "tables" / "belief.csv").read_bytes()
    (tmp_path / "plain").mkdir()
    assert run(tmp_path / "plain", world) == DONE
    assert with_code == (tmp_path / "plain" / "out" / "tables" / "belief.csv").read_bytes()


@pytest.mark.parametrize(
    "config",
    [
        "[draws]\nsplit = 3\n",
        "[draws]\nsplits = true\n",
        "[nonsense]\n",
        "[covariates]\nitems = ['S2']\n",
        "[thresholds]\ncell = 0\n",
        "[outcomes]\njob52 = ['work']\n",
        "draws = 3\n",
        "[design]\ncluster = 'town'\n",
        "not toml",
        "[[dream]]\ncode = '1'\n",
        "[covariates]\nregister = ['shoe_size']\n",
    ],
)
def test_an_unknown_setting_is_refused(config: str, world: World, tmp_path: Path) -> None:
    assert run(tmp_path, world, config) == FAILED


def test_an_outcome_that_came_before_a_year_was_followed_counts_unless_the_analyst_says_no(tmp_path: Path) -> None:
    """Of answers that are not followed only the good ones are known: where it counts, every table of it says so."""
    late = invent(Options(seed=4, sites=2, caseworkers=14, citizens=900, follow_up=-30))
    found, said = [], []
    for name, config in (("counts", ""), ("missing", "[outcomes]\nfollowed_only = true\n")):
        (tmp_path / name).mkdir()
        assert run(tmp_path / name, late, config=FEW + config) == DONE
        rows = flow(tmp_path / name).set_index(["term", "outcome"])["answers"]
        found.append((rows["early_job52", "job52"], rows["censored_job52", "job52"]))
        said.append("followed_only" in (tmp_path / name / "out" / "report.html").read_text(encoding="utf-8"))
    (early, censored), (none, more) = found
    assert early > 0
    assert (none, more) == (0, censored + early)
    assert said == [True, False]
