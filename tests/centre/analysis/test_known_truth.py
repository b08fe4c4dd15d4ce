# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether intervals hold what is true, whether nothing is found where nothing is, and whether the report says so where
belief and skill cannot be told apart. Few worlds ordinarily, a hundred at full size."""

import numpy as np
import pytest

from bip_desktop.centre.analysis.belief import belief_effect
from bip_desktop.centre.analysis.caseworkers import caseworker_effects
from bip_desktop.centre.analysis.change import caseworker_change, change_event_study
from bip_desktop.centre.analysis.combinations import combinations
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.orientation import orientation
from bip_desktop.centre.analysis.quartiles import policy_experiment, quartiles
from bip_desktop.centre.statistics.fixed_effects import fit
from bip_desktop.centre.statistics.group_effects import (
    Halves,
    Rows,
    gain,
    gap,
    halve,
    pooled_variances,
    quarters,
    shrink,
)
from bip_desktop.centre.statistics.within import Floats, Grouped
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
    every = [each for each in table.effects if each.estimator is Estimator.AIPW]
    assert len(every) == 8 + 9 * 4
    doubly_robust = [each for each in every if each.term.startswith("progression")]
    for each in doubly_robust:
        if each.term == "progression_difference":
            assert abs(each.value.value) < 3.5 * each.uncertainty.se
    assert "combinations_differ" in table.notes


@pytest.mark.soak("intervals of a change of caseworker hold the truth", small=8, full=100, minutes=3)
def test_intervals_of_a_change_of_caseworker_hold_the_truth(rounds: Rounds) -> None:
    """Where changes happen by chance; an effect and none. Broken once by intervals a third as wide."""
    held: dict[float, list[bool]] = {-0.04: [], 0.0: []}
    before: list[bool] = []
    for seed in rounds:
        for each in held:
            made = truth(4000 + seed, moves=0.15, each_change=each, spread=0.03)
            found = row(caseworker_change(made.panel, FEW), "changes", Estimator.OLS, outcome="job52")
            held[each].append(holds(found, 100 * each))
        nothing = truth(4000 + seed, moves=0.15, spread=0.03)
        study = change_event_study(nothing.panel, FEW)
        before.append(holds(row(study, "-1", Estimator.EVENT_STUDY, "single_move", "job52"), 0.0))
    rounds.found(effect=sum(held[-0.04]), none=sum(held[0.0]), before=sum(before))
    assert all(enough(each) for each in held.values())
    assert enough(before)


@pytest.mark.soak("split-sample gaps and posteriors hold the truth", small=8, full=100, minutes=3)
def test_split_sample_gaps_and_posteriors_hold_the_truth(rounds: Rounds) -> None:
    """The halved gap is of the groups that halves make; their true gap is known. Broken once by an interval of draws of
    answers, not of caseworkers."""
    gaps, posteriors = [], []
    for seed in rounds:
        made = truth(5000 + seed, spread=0.06)
        study = study_of(made)
        halves = study.halves
        gaps.append(holds(row(quartiles(study), "gap", Estimator.SPLIT), 100 * _aimed(halves, made.effects)))
        drawn = study.shrunken
        centred = made.effects - made.effects.mean() + drawn.effects.mean()
        posteriors.append(float(np.mean(np.abs(drawn.effects - centred) <= 1.96 * drawn.errors)))
    rounds.found(gaps=sum(gaps), posteriors=f"{100 * np.mean(posteriors):.0f} %")
    assert enough(gaps)
    assert np.mean(posteriors) >= 0.9


def _aimed(halves: Halves, effects: Floats) -> float:
    """The true gap of the quarters that each half makes."""
    return float(np.mean([gap(each, effects[halves.kept]) for half in (halves.one, halves.other) for each in half]))


@pytest.mark.soak(
    "where nobody differs, at the sources' size: naive 17 points, halved none", small=3, full=60, minutes=4
)
def test_at_the_sources_size_noise_alone_makes_the_printed_table(rounds: Rounds) -> None:
    """6,164 answers, 115 caseworkers, 2,701 citizens, 80 covariates, and no difference at all."""
    naive, halved, shrunk, gains, quarter = [], [], [], [], []
    for seed in rounds:
        rows = _source_like(seed)
        fitted = fit(Grouped(rows.x, rows.y, rows.group), rows.unit)
        halves = halve(rows, 10, np.random.default_rng(seed), None, lambda *_: None)
        units = np.bincount(np.unique(np.stack([rows.group, rows.unit]), axis=1)[0])
        variances = pooled_variances(fitted.sampling_variances, units, fitted.sizes)
        drawn = shrink(fitted.effects, variances, halves.signal()).effects
        sizes = fitted.sizes.astype(float)
        naive.append(100 * gap(fitted.effects, fitted.effects))
        halved.append(100 * halves.gap())
        shrunk.append(100 * gap(fitted.effects, drawn))
        gains.append(100 * gain(fitted.effects, fitted.effects, sizes))
        quarter.append([rows.y[np.isin(rows.group, members)].mean() for members in quarters(fitted.effects)])
    rounds.found(
        naive=f"{np.mean(naive):.1f}",
        halved=f"{np.mean(halved):.2f}",
        shrunken=f"{np.mean(shrunk):.1f}",
        gain=f"{np.mean(gains):.1f}",
    )
    assert 14 < np.mean(naive) < 21
    assert 7 < np.mean(gains) < 12
    assert abs(np.mean(halved)) < 1.0 + 3 / np.sqrt(len(rounds)) * (len(rounds) < 60)
    assert np.mean(shrunk) < 5
    raw = np.mean(quarter, axis=0)
    assert (np.diff(raw) > 0.02).all()  # 7, 13, 18 and 23 per cent are printed


def _source_like(seed: int) -> Rows:
    r = np.random.default_rng(9000 + seed)
    citizens, caseworkers, answers = 2701, 115, 6164
    group_of = np.concatenate([np.arange(caseworkers), r.integers(0, caseworkers, citizens - caseworkers)])
    unit = np.sort(np.concatenate([np.arange(citizens), r.integers(0, citizens, answers - citizens)]))
    x = np.column_stack([r.normal(size=(citizens, 60))[unit], r.normal(size=(answers, 20))])
    hidden = np.sqrt(0.6) * r.normal(size=citizens)[unit] + np.sqrt(0.4) * r.normal(size=answers)
    index = x @ np.full(80, 0.06) + hidden
    y = (index > np.quantile(index, 1 - 0.15)).astype(float)
    return Rows(x, y, group_of[unit], unit, r.integers(0, 40, citizens))
