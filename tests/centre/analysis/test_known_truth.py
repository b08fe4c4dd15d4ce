# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether intervals hold what is true, whether nothing is found where nothing is, and whether the report says so where
belief and skill cannot be told apart. Few worlds ordinarily, a hundred at full size."""

import numpy as np
import pytest

from bip_desktop.centre.analysis.belief import belief_effect
from bip_desktop.centre.analysis.caseworkers import caseworker_effects
from bip_desktop.centre.analysis.combinations import combinations
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.orientation import orientation
from bip_desktop.centre.analysis.quartiles import policy_experiment, quartiles
from bip_desktop.centre.statistics.group_effects import gain, gap
from tests.centre.analysis.array_worlds import FEW, study_of, truth
from tests.faults.sizes import Rounds


def row(table: EffectTable, term: str, estimator: Estimator, group: str = "", outcome: str = "") -> Effect:
    [found] = [
        each
        for each in table.effects
        if (each.term, each.estimator, each.group) == (term, estimator, group)
        and (not outcome or each.outcome == outcome)
    ]
    return found


def holds(effect: Effect, true: float) -> bool:
    return effect.uncertainty.low <= true <= effect.uncertainty.high


def enough(held: list[bool]) -> bool:
    """At least 90 of 100; of fewer, what chance leaves of that."""
    n = len(held)
    return sum(held) >= (90 if n >= 100 else int(np.floor(0.95 * n - 2.2 * np.sqrt(0.0475 * n))))


@pytest.mark.soak("intervals of the caseworker effects hold the truth", small=10, full=100, minutes=3)
def test_intervals_of_the_caseworker_effects_hold_the_truth(rounds: Rounds) -> None:
    slopes, gaps, gains = [], [], []
    for seed in rounds:
        made = truth(seed, spread=0.06)
        study = study_of(made)
        slopes.append(holds(row(caseworker_effects(study), "known", Estimator.FIXED_EFFECTS), 100 * made.slope))
        fitted, sizes = study.fitted.effects, study.sizes
        gaps.append(holds(row(quartiles(study), "gap", Estimator.SHRUNKEN), 100 * gap(fitted, made.effects)))
        found = row(policy_experiment(study), "gain", Estimator.SHRUNKEN)
        gains.append(holds(found, 100 * gain(fitted, made.effects, sizes)))
    rounds.found(slopes=sum(slopes), gaps=sum(gaps), gains=sum(gains))
    assert enough(slopes)
    assert enough(gaps)
    assert enough(gains)


@pytest.mark.soak("where no caseworker differs the halved gap is none", small=10, full=100, minutes=3)
def test_where_no_caseworker_differs_the_halved_gap_is_none(rounds: Rounds) -> None:
    halved, naive, shuffled = [], [], []
    for seed in rounds:
        table = quartiles(study_of(truth(1000 + seed)))
        halved.append(row(table, "gap", Estimator.SPLIT).value.value)
        naive.append(row(table, "gap", Estimator.NAIVE).value.value)
        shuffled.append(row(table, "gap", Estimator.PERMUTED).value.value)
    rounds.found(halved=f"{np.mean(halved):.2f}", naive=f"{np.mean(naive):.1f}")
    assert abs(np.mean(halved)) < 1.0
    assert np.mean(naive) > 12
    assert np.mean(shuffled) == pytest.approx(np.mean(naive), abs=1.0)


@pytest.mark.soak("intervals of belief's effect hold the truth", small=10, full=100, minutes=4)
def test_intervals_of_beliefs_effect_hold_the_truth(rounds: Rounds) -> None:
    two, anderson, plain = [], [], []
    for seed in rounds:
        made = truth(2000 + seed, works=0.02, spread=0.02)
        table = belief_effect(made.panel, orientation(made.panel, 10), FEW)
        two.append(holds(row(table, "S12", Estimator.TWO_STAGE, outcome="job52"), 2.0))
        anderson.append(holds(row(table, "S12", Estimator.ANDERSON_RUBIN, outcome="job52"), 2.0))
        plain.append(row(table, "S12", Estimator.OLS, outcome="job52").value.value)
    rounds.found(two_stages=sum(two), anderson_rubin=sum(anderson))
    assert enough(two)
    assert enough(anderson)
    assert np.mean(plain) > 2.4  # what the caseworker knows of the citizen is in it


@pytest.mark.soak("the sensitivity panel shows a broken exclusion", small=6, full=40, minutes=2)
def test_the_sensitivity_panel_shows_a_broken_exclusion(rounds: Rounds) -> None:
    """Belief does nothing, but those who believe are better: the method of the source finds an effect all the same."""
    found, corrected, break_even = [], [], []
    for seed in rounds:
        made = truth(3000 + seed, spread=0.04, with_skill=0.5)
        table = belief_effect(made.panel, orientation(made.panel, 10), FEW)
        found.append(row(table, "S12", Estimator.TWO_STAGE, outcome="job52").value.value)
        corrected.append(row(table, "S12", Estimator.SENSITIVITY, "0.5", "job52").value.value)
        break_even += [
            each.value.value for each in table.effects if (each.term, each.outcome) == ("break_even", "job52")
        ]
        assert "not_random" in table.notes
    assert np.mean(found) > 2.0
    assert abs(np.mean(corrected)) < 1.0
    assert 0.3 < np.median(break_even) < 0.8


def test_a_combination_that_does_nothing_is_not_said_to() -> None:
    made = truth(5)
    table = combinations(made.panel, made.panel, FEW)
    doubly_robust = [each for each in table.effects if each.estimator is Estimator.AIPW]
    assert len(doubly_robust) == 8
    for each in doubly_robust:
        if each.term == "progression_difference":
            assert abs(each.value.value) < 3.5 * each.uncertainty.se
    assert "combinations_differ" in table.notes
