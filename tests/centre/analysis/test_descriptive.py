# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Calibration, change, orientation's thirds, reliability and predictors: small cases that can be reckoned by hand or by
another package."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm

from bip_desktop.centre.analysis import change
from bip_desktop.centre.analysis import reliability as reliability_of
from bip_desktop.centre.analysis.answer_codes import CHANNELS, SCALES
from bip_desktop.centre.analysis.change import change_event_study
from bip_desktop.centre.analysis.combinations import combinations, patterns
from bip_desktop.centre.analysis.descriptive import belief, calibration, change_share
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.prediction import explained, predictors
from bip_desktop.centre.analysis.reliability import reliability
from bip_desktop.centre.analysis.suppression import suppress
from bip_desktop.centre.statistics.absorbed import regress
from bip_desktop.centre.statistics.discrimination import clustered_ratio
from bip_desktop.centre.statistics.means import wilson
from tests.centre.analysis.array_worlds import FEW, truth


def by(table: EffectTable, outcome: str) -> dict[tuple[str, str], Effect]:
    """Its rows, each only once."""
    rows = [each for each in table.effects if each.outcome == outcome]
    made = {(each.term, each.group): each for each in rows}
    assert len(made) == len(rows)
    return made


def with_moves(panel: Panel, seed: int) -> Panel:
    """Some citizens change caseworker at their second answer, to one that nobody begins with; all of one caseworker's
    do at once."""
    r = np.random.default_rng(seed)
    moves = (r.random(int(panel.citizen.max()) + 1) < 0.2)[panel.citizen] | (panel.caseworker == 3)
    later = moves & (panel.round >= 1)
    return replace(panel, caseworker=np.where(later, panel.caseworker + 60, panel.caseworker))


def test_the_parts_of_brier_add_up_and_the_plain_interval_is_wilsons() -> None:
    panel = truth(1).panel
    rows = by(calibration(panel, FEW), "job52")

    def value(term: str) -> float:
        return rows[term, ""].value.value

    parts = value("brier_base") - value("brier_resolution") + value("brier_reliability") + value("brier_within")
    assert value("brier") == pytest.approx(parts, abs=1e-15)
    assert abs(value("brier_within")) < 0.001
    here = panel.belief == 4
    ones = panel.outcomes["job52"][here]
    plain, clustered = rows["observed_independent", "4"], rows["observed", "4"]
    assert (plain.uncertainty.low, plain.uncertainty.high) == pytest.approx(wilson(ones.mean(), len(ones)))
    assert plain.value == clustered.value
    # By hand: 3 of 10, at the 95 % level.
    assert wilson(0.3, 10) == pytest.approx((0.1077913, 0.6032219), abs=1e-6)


def test_outcomes_known_early_are_left_out_beside_and_said() -> None:
    panel = truth(7).panel
    late = np.random.default_rng(2).random(len(panel)) < 0.3
    y = np.where(late & (panel.outcomes["job52"] == 0), np.nan, panel.outcomes["job52"])
    cut = replace(panel, outcomes=dict.fromkeys(panel.outcomes, y), followed=~late)
    table = calibration(cut, FEW)
    rows = by(table, "job52")
    for answer in "12345":
        here = (panel.belief == int(answer)) & ~late
        followed = rows["observed_followed", answer]
        assert followed.value.value == pytest.approx(panel.outcomes["job52"][here].mean())
        assert followed.value.value < rows["observed", answer].value.value
    assert "known_early" in table.notes
    few = np.flatnonzero((y == 1) & (panel.belief == 3))[:3]
    nearly_all = replace(panel, followed=~np.isin(np.arange(len(panel)), few))
    assert not [each for each in calibration(nearly_all, FEW).effects if each.term == "observed_followed"]
    assert "known_early" in belief(cut).notes
    assert "known_early" not in belief(panel).notes


def test_a_ratio_of_shares_is_that_of_a_poisson_model() -> None:
    r = np.random.default_rng(3)
    cluster = r.integers(0, 30, 900)
    second = (r.random(900) < 0.5).astype(float)
    y = (r.random(900) < 0.1 + 0.05 * second).astype(float)
    found = clustered_ratio(y, second, cluster)
    model = sm.GLM(y, sm.add_constant(second), family=sm.families.Poisson())
    theirs = model.fit(cov_type="cluster", cov_kwds={"groups": cluster, "use_correction": False})
    assert found.value == pytest.approx(np.exp(theirs.params[1]))
    assert found.se / found.value == pytest.approx(theirs.bse[1] * np.sqrt(30 / 29), rel=1e-6)
    assert found.low < found.value < found.high


def test_the_share_of_all_has_those_seen_once_in_it() -> None:
    panel = with_moves(truth(2).panel, 1)
    rows = by(change_share(panel), "change")
    seen = {i: len(set(panel.caseworker[panel.citizen == i])) for i in np.unique(panel.citizen)}
    assert rows["changed_of_all", ""].value.value == pytest.approx(np.mean([n > 1 for n in seen.values()]))
    assert rows["changed_of_all", ""].value.value < rows["changed", ""].value.value


def test_rounds_after_a_change_are_taken_together_and_hang_together_by_the_first_caseworker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = with_moves(truth(3, citizens=2500).panel, 2)
    clusters = []

    def seen(*given: Any) -> object:
        clusters.append(given[4]["cluster_caseworker"])
        return regress(*given)

    monkeypatch.setattr(change, "regress", seen)
    rows = by(change_event_study(panel, FEW), "job52")
    first = panel.caseworker[panel.round == 0]
    assert set(clusters[0]) <= set(first)
    later = [each for (term, group), each in rows.items() if group == "single_move" and term in "01234"]
    weights = np.array([each.sample.answers for each in later])
    after = rows["after", "single_move"]
    # A later answer of somebody who moves may stand beside several first rounds, but is counted for its own alone.
    assert after.value.value == pytest.approx(weights @ [each.value.value for each in later] / weights.sum())
    assert after.uncertainty.se < max(each.uncertainty.se for each in later)
    assert after.sample.answers == weights.sum()


def test_a_reliable_change_has_the_interval_of_its_reliability() -> None:
    panel = truth(4, citizens=2500).panel
    values = panel.values.copy()
    r = np.random.default_rng(1)
    level = r.normal(size=int(panel.citizen.max()) + 1)[panel.citizen]
    values[:, SCALES.index("B1")] = np.clip(np.round(3 + level + 0.7 * r.normal(size=len(level))), 1, 5)
    rows = by(reliability(replace(panel, values=values), FEW), "B1")
    found, change_ = rows["reliability", ""], rows["reliable_change", "95"]
    sd = rows["sd", ""].value.value
    for end, other in ((change_.uncertainty.low, found.uncertainty.high), (change_.value.value, found.value.value)):
        assert end == pytest.approx(1.959963984540054 * sd * np.sqrt(2 * (1 - other)))
    assert change_.uncertainty.low < change_.value.value < change_.uncertainty.high
    # Jacobson and Truax by hand: a spread of 1.1 and r = .6.
    assert 1.959963984540054 * 1.1 * np.sqrt(0.8) == pytest.approx(1.93, abs=0.005)


def test_predictors_keep_answers_that_lack_something() -> None:
    panel = truth(5, citizens=2500).panel
    values = panel.values.copy()
    gone = np.random.default_rng(1).random((len(values), len(SCALES))) < 0.05
    values[:, : len(SCALES)][gone] = -99
    table = predictors(replace(panel, values=values))
    [row] = [each for each in table.effects if (each.outcome, each.term, each.group) == ("job52", "B3", "")]
    assert row.sample.answers == int((panel.previous >= 0).sum())
    assert not [each for each in table.effects if each.term.endswith("_missing")]


def test_those_combined_with_job_are_hidden_where_the_rest_of_the_combined_are_a_few() -> None:
    panel = truth(8).panel
    flags, _ = patterns(panel)
    moved = flags["combined_without_job"] & (panel.previous >= 0)
    values = panel.values.copy()
    for row in np.flatnonzero(moved)[2:]:
        values[row, len(SCALES) + CHANNELS + 5 - 1] = 1  # a job-oriented one too
    for here, hidden in ((panel, False), (replace(panel, values=values), True)):
        [table] = suppress([combinations(here, here, FEW)], 5)
        rows = [each for each in table.effects if each.outcome == "progression" and each.estimator is Estimator.RAW]
        with_job = [each for each in rows if each.group == "combined_with_job"]
        assert len(with_job) == 10
        assert {each.suppressed for each in with_job} == {hidden}
        assert not any(each.suppressed for each in rows if each.group != "combined_with_job")


def test_what_noise_explains_is_taken_out_of_the_adjusted_share() -> None:
    panel = truth(6).panel
    rows = by(explained(panel, FEW), "job52")
    raw, less = rows["r_squared", "caseworkers"], rows["r_squared_adjusted", "caseworkers"]
    n, k, groups = raw.sample.answers, 1 + len(SCALES), 60
    assert less.value.value == pytest.approx(1 - (1 - raw.value.value) * (n - 1) / (n - k - groups))
    without = rows["r_squared_adjusted", "items"].value.value
    assert raw.value.value - rows["r_squared", "items"].value.value > 0.01
    assert abs(less.value.value - without) < 0.01


def test_reliability_draws_from_those_who_answered_alone() -> None:
    """Those who never answered together with the other side have numbers too; broken once, they were drawn."""
    panel = truth(6600, citizens=600).panel
    apart = replace(panel, citizen=panel.citizen * 5)
    weights = reliability_of._weights(apart, FEW)
    answered = np.bincount(apart.citizen) > 0
    assert (weights[1:, ~answered] == 0).all()
    assert (weights[1:, answered].sum(axis=1) == answered.sum()).all()


def test_those_who_leave_a_caseworker_while_she_is_there_do_not_move_because_she_left() -> None:
    """One at a time over months, though she left for good within half a year after."""
    weeks = {0: [0, 30], **{n: [1 + 3 * n, 5 + 3 * n] for n in range(1, 7)}, 7: [0, 60]}
    caseworkers = {0: [0, 0], **{n: [0, 1] for n in range(1, 7)}, 7: [1, 1]}
    everyone = range(8)
    made = replace(
        truth(6700, caseworkers=4, citizens=8, sites=1).panel,
        citizen=np.repeat(np.arange(8), 2),
        caseworker=np.array([each for n in everyone for each in caseworkers[n]]),
        site=np.zeros(16, dtype=np.int64),
        week=np.array([each for n in everyone for each in weeks[n]]),
        round=np.tile([0, 1], 8),
        previous=np.array([place - 1 if place % 2 else -1 for place in range(16)]),
    )
    assert not change.moves(made, FEW).is_mass.any()
    left_together = replace(made, week=np.where(made.round == 1, made.week + 40, made.week))
    left_together = replace(left_together, week=np.where(made.citizen == 0, made.week, left_together.week))
    found = change.moves(left_together, FEW)
    assert set(made.citizen[found.is_mass]) == set(range(1, 7))
