# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What stands beside the estimates of belief's effect."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from scipy import stats

from bip_desktop.centre.analysis.answer_codes import CHANNELS, SCALES
from bip_desktop.centre.analysis.belief import belief_effect
from bip_desktop.centre.analysis.belief_checks import monotone
from bip_desktop.centre.analysis.belief_question import Question, question
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, SeKind
from bip_desktop.centre.analysis.making_tables import first_stage_of
from bip_desktop.centre.analysis.orientation import orientation
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.reading_linked import Register
from bip_desktop.centre.statistics.columns import Columns
from tests.centre.analysis.array_worlds import FEW, truth


def effects(panel: Panel) -> EffectTable:
    return belief_effect(panel, orientation(panel, 10), FEW)


def of(table: EffectTable, term: str, estimator: Estimator, outcome: str = "job52", group: str = "") -> Effect:
    wanted = (outcome, term, group, estimator)
    [found] = [each for each in table.effects if (each.outcome, each.term, each.group, each.estimator) == wanted]
    return found


def asked_of(panel: Panel) -> Question:
    asked = question(panel, orientation(panel, 10), "job52", FEW)
    assert isinstance(asked, Question)
    return asked


def test_with_few_caseworkers_the_wild_rows_are_wider_and_the_report_says_so() -> None:
    table = effects(truth(11, works=0.03, caseworkers=16, citizens=600, sites=2).panel)
    assert "few_caseworkers" in table.notes
    wild, plain = of(table, "S12", Estimator.WILD), of(table, "S12", Estimator.ANDERSON_RUBIN)
    assert wild.value.value == pytest.approx(plain.value.value, rel=1e-9)
    assert wild.uncertainty.kind is SeKind.WILD
    assert wild.uncertainty.low <= wild.value.value <= wild.uncertainty.high
    reduced = of(table, "orientation", Estimator.WILD)
    p = of(table, "p_value", Estimator.WILD).value.value
    assert (p <= 0.05) == (not reduced.uncertainty.low < 0 < reduced.uncertainty.high)
    assert "few_caseworkers" not in effects(truth(11, works=0.03).panel).notes


def test_two_stages_are_the_reduced_form_over_the_first_stage() -> None:
    table = effects(truth(12, works=0.03).panel)
    for outcome in ("job52", "jobedu52"):
        reduced = of(table, "orientation", Estimator.REDUCED_FORM, outcome).value.value
        first = of(table, "orientation", Estimator.FIRST_STAGE, outcome).value.value
        two = of(table, "S12", Estimator.TWO_STAGE, outcome)
        assert two.value.value == pytest.approx(reduced / first, rel=1e-9)
        assert two.base is not None


def test_what_is_detectable_is_found_by_eight_of_ten() -> None:
    table = effects(truth(18, works=0.03).panel)
    least, two = of(table, "detectable", Estimator.TWO_STAGE), of(table, "S12", Estimator.TWO_STAGE)
    assert type(least.value) is type(two.value)
    away = least.value.value / two.uncertainty.se
    assert stats.norm.sf(1.96 - away) + stats.norm.cdf(-1.96 - away) == pytest.approx(0.8, abs=1e-4)


def test_the_jackknife_finds_about_the_same_and_holds_the_truth() -> None:
    held, apart = 0, []
    for seed in range(8):
        table = effects(truth(2100 + seed, works=0.03).panel)
        found = of(table, "S12", Estimator.JACKKNIFE)
        held += found.uncertainty.low <= 3.0 <= found.uncertainty.high
        apart.append(found.value.value - of(table, "S12", Estimator.TWO_STAGE).value.value)
    assert held >= 6
    assert abs(np.mean(apart)) < 0.5


def test_answers_that_lack_a_covariate_are_counted_and_kept_beside() -> None:
    panel = truth(13, works=0.03).panel
    values = panel.values.copy()
    gone = np.random.default_rng(1).random(len(values)) < 0.3
    values[gone, SCALES.index("B4")] = -99
    table = effects(replace(panel, values=values))
    two, kept = of(table, "S12", Estimator.TWO_STAGE), of(table, "S12", Estimator.TWO_STAGE_FILLED)
    lost = of(table, "incomplete", Estimator.COUNT)
    assert lost.value.value == lost.sample.answers == kept.sample.answers - two.sample.answers
    assert lost.sample.answers == int(gone.sum())
    complete = effects(panel)
    assert of(complete, "incomplete", Estimator.COUNT).value.value == 0
    assert not [each for each in complete.effects if each.estimator is Estimator.TWO_STAGE_FILLED]


def test_outcomes_known_early_are_left_out_beside() -> None:
    """Of answers not followed a whole year only those with the outcome are known: they make it look common."""
    panel = truth(14, works=0.03).panel
    late = np.random.default_rng(2).random(len(panel)) < 0.3
    y = np.where(late & (panel.outcomes["job52"] == 0), np.nan, panel.outcomes["job52"])
    cut = replace(panel, outcomes=dict.fromkeys(panel.outcomes, y), followed=~late)
    table = effects(cut)
    all_, followed = of(table, "S12", Estimator.TWO_STAGE), of(table, "S12", Estimator.TWO_STAGE_FOLLOWED)
    assert followed.sample.answers == int((~late).sum())
    assert all_.base is not None
    assert followed.base is not None
    assert followed.base.value == pytest.approx(float(panel.outcomes["job52"][~late].mean()))
    assert all_.base.value > followed.base.value + 0.03


def test_a_half_in_which_belief_goes_the_other_way_is_counted() -> None:
    panel = truth(15).panel
    asked = asked_of(panel)
    by = {each.term: each.value.value for each in monotone(asked)}
    assert (by["halves"], by["halves_against"]) == (2, 0)
    known = panel.register.values.column(0)
    turned = np.where(known > np.median(known), 6 - asked.s12, asked.s12)
    by = {each.term: each.value.value for each in monotone(replace(asked, s12=turned))}
    assert (by["halves"], by["halves_against"]) == (2, 1)


def test_the_first_stage_needs_no_outcomes() -> None:
    panel = truth(17).panel
    nothing = np.full(len(panel), np.nan)
    panel = replace(panel, outcomes=dict.fromkeys(panel.outcomes, nothing))
    world: Any = SimpleNamespace(paired=panel, orientation=orientation(panel, 10), settings=FEW)
    rows = first_stage_of(world)
    [row] = [each for each in rows if (each.term, each.estimator) == ("orientation", Estimator.FIRST_STAGE)]
    assert row.sample.answers == len(panel)
    assert row.uncertainty.low > 0.5


def test_balance_on_all_at_once_is_not_broken_by_chance_too_often() -> None:
    low = 0
    for seed in range(12):
        table = effects(truth(4000 + seed, citizens=900).panel)
        low += of(table, "balance_p_value", Estimator.OLS, "first_answer").value.value < 0.05
    assert low <= 3


def test_a_bend_in_the_steps_is_found() -> None:
    panel = truth(16).panel
    s12 = panel.belief
    r = np.random.default_rng(5)
    for chance, bent in ((0.15 + 0.5 * (s12 == 5), True), (0.1 + 0.06 * s12, False)):
        y = (r.random(len(panel)) < chance).astype(float)
        table = effects(replace(panel, outcomes=dict.fromkeys(panel.outcomes, y)))
        p = of(table, "linearity_p_value", Estimator.OLS).value.value
        assert (p < 0.001) is bent


def channel_rows(seed: int, moved: float) -> tuple[dict[str, Effect], Panel]:
    """Job-oriented activities are given by chance, `moved` more of them for a step of orientation; nothing else is."""
    made = truth(seed).panel
    r = np.random.default_rng(seed)
    found = orientation(made, 10).values
    values = made.values.copy()
    ticks = values[:, len(SCALES) + CHANNELS :]
    ticks[:] = 0
    ticks[:, 3 - 1] = r.random(len(made)) < np.clip(0.4 + moved * np.nan_to_num(found), 0, 1)
    ticks[:, 9 - 1] = r.random(len(made)) < 0.3
    ticks[:, 22 - 1] = ~ticks.any(axis=1)
    panel = replace(made, values=values)
    rows = [
        each for each in effects(panel).effects if each.estimator is Estimator.CHANNEL and each.outcome == "activities"
    ]
    return {each.group: each for each in rows}, panel


def test_orientation_that_moves_activities_is_found_to() -> None:
    """Broken once by looking at another group's ticks."""
    rows, _ = channel_rows(21, 0.2)
    job, health, none = (rows[name] for name in ("job", "health", "none"))
    assert job.uncertainty.low <= 20 <= job.uncertainty.high
    assert job.uncertainty.low > 10
    assert none.uncertainty.high < -7  # what is not given leaves nothing
    assert health.uncertainty.low <= 0 <= health.uncertainty.high
    assert set(rows) == {"job", "health", "none"}  # of the others there is nothing to tell


def test_where_activities_come_by_chance_orientation_is_not_found_to_move_them() -> None:
    away = []
    for seed in range(30, 38):
        rows, panel = channel_rows(seed, 0.0)
        away += [each.value.value / each.uncertainty.se for each in rows.values()]
        assert rows["job"].base is not None
        assert rows["job"].base.value == pytest.approx((panel.activities[:, 3 - 1] == 1).mean(), abs=0.02)
    assert sum(abs(each) > 2.2 for each in away) <= 4  # of 24
    assert abs(np.mean(away)) < 0.8


def test_sorted_citizens_are_out_of_balance() -> None:
    """Where citizens with more of what the register knows are given to caseworkers who believe more."""
    made = truth(41).panel
    r = np.random.default_rng(41)
    general = np.bincount(made.caseworker, made.belief) / np.bincount(made.caseworker)
    site = np.bincount(made.site, made.belief) / np.bincount(made.site)
    sorting = (general[made.caseworker] - site[made.site]) * 1.5
    known = (sorting[made.round == 0] + r.normal(size=int((made.round == 0).sum())))[made.citizen]
    for values, is_sorted in ((known, True), (made.register.values.column(0), False)):
        table = effects(replace(made, register=Register(("known",), Columns.of_array(values))))
        every = of(table, "balance_p_value", Estimator.OLS, "first_answer").value.value
        [one] = [each for each in table.effects if (each.term, each.estimator) == ("known", Estimator.BALANCE)]
        assert (every < 1e-6) is is_sorted
        assert (one.uncertainty.low > 0.3) is is_sorted
        if is_sorted:
            assert one.value.value == pytest.approx(1.5 / known[made.round == 0].std(), rel=0.1)
        else:
            assert every > 0.05


def test_what_three_citizens_alone_have_is_neither_halved_nor_balanced() -> None:
    """A half of all but three, beside all, says that they are three; so does a mean without three."""
    panel = truth(17).panel
    few = np.isin(panel.citizen, np.unique(panel.citizen)[5:8])
    many = panel.citizen % 3 == 0
    unknown = np.where(few, np.nan, panel.citizen % 4 == 0)

    def with_register(**columns: np.ndarray) -> Panel:
        values = Columns.of_array(np.column_stack(list(columns.values())).astype(float))
        return replace(panel, register=Register(tuple(columns), values))

    asked = asked_of(with_register(rare=few, common=many))
    assert {each.group for each in monotone(asked) if each.group} == {"common low", "common high"}
    table = effects(with_register(unknown=unknown, common=many))
    balanced = {each.term for each in table.effects if each.estimator is Estimator.BALANCE}
    assert "common" in balanced
    assert "unknown" not in balanced
