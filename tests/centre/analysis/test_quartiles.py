# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What stands beside the quarters: how far the naive numbers swing, and other samples."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from bip_desktop.centre.analysis.caseworkers import caseworker_effects
from bip_desktop.centre.analysis.effects import Estimator
from bip_desktop.centre.analysis.making_tables import World
from bip_desktop.centre.analysis.quartiles import _swings, policy_experiment, quartiles
from bip_desktop.centre.statistics.group_effects import Halves, gain, gap
from tests.centre.analysis.array_worlds import study_of, truth
from tests.centre.analysis.test_analyse import analysed
from tests.centre.analysis.worlds import Options, invent


def test_naive_numbers_swing_about_as_far_as_is_said() -> None:
    naive, said = [], []
    for seed in range(60):
        study = study_of(truth(6000 + seed, spread=0.05))
        effects, sizes = study.fitted.effects, study.sizes
        naive.append((gap(effects, effects), gain(effects, effects, sizes)))
        again = [(gap(each, each), gain(each, each, sizes)) for each in study.redrawn]
        said.append(np.std(again, axis=0))
    np.testing.assert_allclose(np.mean(said, axis=0), np.std(naive, axis=0), rtol=0.3)


def test_the_swing_lies_around_the_number_also_where_the_draws_do_not() -> None:
    drawn = np.random.default_rng(1).exponential(size=2000)
    found = _swings(drawn, 7.0)
    assert found.low < 700 < found.high
    assert found.high - found.low == pytest.approx(100 * np.diff(np.quantile(drawn, [0.025, 0.975]))[0])


def test_every_number_of_the_quarters_and_the_experiment_has_an_interval() -> None:
    study = study_of(truth(6100, spread=0.05))
    spread = [each for each in caseworker_effects(study).effects if each.term in {"sd_effects", "r_squared_permuted"}]
    assert len(spread) == 3
    for rows in (spread, quartiles(study).effects, policy_experiment(study).effects):
        for each in rows:
            if each.term != "gap_p_value":
                u = each.uncertainty
                assert u.low <= each.value.value <= u.high, (each.term, each.group, each.estimator)


def test_where_nothing_is_left_of_the_differences_the_shrunken_numbers_are_none_at_all() -> None:
    flat = next(study for study in (study_of(truth(seed)) for seed in range(6200, 6240)) if study.shrunken.signal == 0)
    for table, terms in ((quartiles(flat), {"gap", "effect"}), (policy_experiment(flat), {"gain"})):
        rows = [each for each in table.effects if each.term in terms and each.estimator is Estimator.SHRUNKEN]
        assert rows
        for row in rows:
            assert row.value.value == 0
            assert row.uncertainty.low <= 0 <= row.uncertainty.high


def test_without_citizens_in_both_halves_there_are_no_quarters() -> None:
    """A p-value of a gap that is not there would be the smallest there is."""
    study = study_of(truth(6300))
    nobody = np.zeros((len(study.halves.one), 0))
    study.__dict__["halves"] = Halves(nobody, nobody, np.zeros(0, dtype=np.int64))
    assert not study.can_be_halved
    world = SimpleNamespace(study=study, settings=study.settings)
    assert World.quartered.__get__(world) == "not_halved"
    table = caseworker_effects(study)
    assert "not_halved" in table.notes
    assert not {"sd_effects", "forecast_slope", "sorting"} & {each.term for each in table.effects}


def test_caseworkers_that_cannot_be_halved_and_few_draws_are_said() -> None:
    study = study_of(truth(6400))
    assert "not_all_halved" not in quartiles(study).notes
    assert "few_draws" in quartiles(study).notes
    halves, some = study.halves, np.arange(len(study.halves.kept) - 1)
    study.__dict__["halves"] = Halves(halves.one[:, some], halves.other[:, some], halves.kept[some])
    for table in (quartiles(study), policy_experiment(study), caseworker_effects(study)):
        assert "not_all_halved" in table.notes


def test_printed_figures_stand_beside_the_sources_outcome_alone() -> None:
    study = study_of(truth(6500))
    for outcome, is_theirs in (("ext52", True), ("job52", False)):
        found = replace(study, outcome=outcome)
        for table in (quartiles(found), policy_experiment(found), caseworker_effects(found)):
            printed = {each.printed for each in table.effects} - {""}
            assert bool(printed) is is_theirs, (table.name, outcome)
            assert is_theirs or "noise_printed" not in table.notes


def test_the_gap_stands_in_two_other_samples_too(tmp_path: Path) -> None:
    """Answers followed a whole year alone, and also those that lack a covariate: counted by plain loops."""
    world = invent(Options(sites=3, caseworkers=24, citizens=600, difference=0.05, missing=0.03, follow_up=-30))
    found = analysed(tmp_path, world)
    rows = found["quartiles"]
    flow: Any = found["flow"].set_index("term")

    def answers(term: str) -> int:
        [one] = set(rows[rows.term == term].answers)
        return int(one)

    assert answers("gap_incomplete_kept") == flow.loc["outcome_known", "answers"]
    assert flow.loc["incomplete", "answers"] == flow.loc["outcome_known", "answers"] - flow.loc["regression", "answers"]
    assert answers("gap_followed") < answers("gap") == flow.loc["regression", "answers"]
    assert set(rows[rows.term == "gap_followed"].estimator) == {"naive", "split_sample", "shrunken"}
