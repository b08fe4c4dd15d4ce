# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Combinations, channels, what S12 goes with, and overlap, held against plain counts and plain models."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from bip_desktop.centre.analysis.answer_codes import CHANNELS, SCALES
from bip_desktop.centre.analysis.belief_drivers import belief_drivers
from bip_desktop.centre.analysis.combinations import ARMS, combinations
from bip_desktop.centre.analysis.descriptive import channels
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator
from bip_desktop.centre.analysis.making_tables import World as Analysed
from bip_desktop.centre.analysis.making_tables import make_world
from bip_desktop.centre.analysis.panel import GROUPS, Panel
from bip_desktop.centre.analysis.reading import read_tables
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, CITIZEN_SCALES
from bip_desktop.centre.statistics.doubly_robust import LEAST_CHANCE
from bip_desktop.centre.statistics.within import Floats, Integers
from tests.centre.analysis.array_worlds import FEW, truth
from tests.centre.analysis.test_analyse import wide
from tests.centre.analysis.worlds import Options, World, invent

JOB = {3, 5, 7, 12, 13, 14, 17, 19, 20}
UPSKILLING = {1, 2, 18, 21}
SOCIAL = {4, 6, 8, 15}
HEALTH = {9, 10, 11, 16}


@pytest.fixture(scope="module")
def world() -> World:
    """With everything S1 and B10 can hold: don't know, nothing ticked, not asked, and ticks that contradict."""
    world = invent(Options(sites=3, caseworkers=20, citizens=400))
    answers = world.answers.copy()
    number = answers["meeting_id"].str[1:].astype(int) % 40
    s1, b10 = answers["item"] == "S1", answers["item"] == "B10"
    option = answers["option"]
    answers.loc[s1 & number.isin([1, 2, 3]), "value"] = 0
    answers.loc[s1 & (number == 1) & (option == 23), "value"] = 1  # "ved ikke" alone; of 2 nothing is ticked
    answers.loc[s1 & (number == 3) & option.isin([22, 5]), "value"] = 1
    answers.loc[s1 & (number == 4) & option.isin([23, 6]), "value"] = 1
    answers.loc[s1 & (number == 5), "value"] = -99
    answers.loc[b10 & (number == 6), "value"] = -99
    gone = (s1 & (number == 7)) | (b10 & (number == 8))
    return replace(world, answers=answers[~gone])


@pytest.fixture(scope="module")
def made(world: World, tmp_path_factory: pytest.TempPathFactory) -> Analysed:
    folder = world.write(tmp_path_factory.mktemp("counts"))
    return make_world(read_tables(folder, FEW, lambda _: None), FEW, lambda _: None)


def ticked(world: World, item: str) -> "pd.Series[Any]":
    """The options ticked in each meeting where the item was answered."""
    rows = world.answers[(world.answers["item"] == item) & (world.answers["value"] >= 0)]
    return pd.Series({name: set(each.loc[each["value"] == 1, "option"]) for name, each in rows.groupby("meeting_id")})


def pattern(ticks: set[int]) -> set[str]:
    """The groups of the table an answer is in."""
    if ticks == {22}:
        return {"none"}
    if not ticks or ticks & {22, 23}:
        return set()
    parts = [
        name
        for name, group in (("job", JOB), ("up", UPSKILLING), ("social", SOCIAL), ("health", HEALTH))
        if ticks & group
    ]
    if len(parts) == 1:
        return {"single"}
    return {"combined", "combined_with_job"} if "job" in parts else {"combined"}


def test_every_activity_is_in_exactly_one_group() -> None:
    assert {name: set(numbers) for name, numbers in GROUPS.items()} == {
        "job": JOB, "upskilling": UPSKILLING, "social": SOCIAL, "health": HEALTH,
    }  # fmt: skip
    assert sorted(number for numbers in GROUPS.values() for number in numbers) == list(range(1, 22))


def test_shares_of_combinations_are_a_plain_count_over_all_answers(world: World, made: Analysed) -> None:
    """Broken once by counting answers that contradict themselves, and once by leaving "ved ikke" out of all."""
    every = ticked(world, "S1").map(pattern)
    table = combinations(made.everything, made.paired, FEW)
    rows = {each.group: each for each in table.effects if each.term == "share"}
    assert set(rows) == {"none", "single", "combined", "combined_with_job"}
    for name, row in rows.items():
        assert row.value.value == pytest.approx(every.map(lambda each, name=name: name in each).mean(), abs=1e-15)
        assert row.sample.answers == len(every) < len(world.meetings)
    assert (every.map(len) == 0).sum() > 0  # some are in none of them


def test_outcomes_by_channel_are_a_plain_count(world: World, made: Analysed) -> None:
    rows = wide(world).set_index("meeting_id")
    ticks = ticked(world, "B10")
    rows = rows.loc[[each for each in rows.index if each in ticks.index]]
    table = channels(made.everything)
    found = {(each.outcome, each.term, each.group): each for each in table.effects}
    assert len(found) == 2 * 2 * CHANNELS
    for name in ("job52", "jobedu52"):
        known = rows[rows[name].notna()]
        for option in range(1, CHANNELS + 1):
            here = np.array([option in ticks[each] for each in known.index])
            row = found[name, "B10", str(option)]
            assert row.value.value == pytest.approx(known[name][here].mean(), abs=1e-14)
            assert row.sample.answers == here.sum()
            assert row.sample.citizens == known["citizen_id"][here].nunique()
            beside = found[name, "B10_difference", str(option)].value.value
            assert beside == pytest.approx(100 * (known[name][here].mean() - known[name][~here].mean()), abs=1e-10)


def test_what_belief_goes_with_is_plain_least_squares_of_the_same_answers() -> None:
    panel = truth(51, citizens=500, caseworkers=20).panel
    values = panel.values.copy()
    r = np.random.default_rng(51)
    values[:, SCALES.index("S4")] = np.clip(values[:, SCALES.index(BELIEF)] + r.integers(-1, 2, len(panel)), 1, 5)
    values[:, : len(SCALES)][r.random((len(panel), len(SCALES))) < 0.01] = -99
    panel = replace(panel, values=values)
    table = belief_drivers(panel, FEW)
    frame = pd.DataFrame({item: panel.scale(item) for item in SCALES}).assign(known=panel.register.values.column(0))
    rows = frame.notna().all(axis=1)
    frame, caseworker = frame[rows], panel.caseworker[rows]
    names: list[str] = []
    shares: list[float] = []
    fitted: Any = None
    for step, more in (("register", ["known"]), ("items", CITIZEN_SCALES), ("caseworker_items", CASEWORKER_SCALES)):
        names += more
        fitted = sm.OLS(frame[BELIEF], sm.add_constant(frame[names])).fit()
        _same_share(table, step, fitted.rsquared, fitted.rsquared_adj, len(frame))
        shares.append(fitted.rsquared)
    for name in names:
        [row] = [each for each in table.effects if (each.term, each.estimator) == (name, Estimator.OLS)]
        assert row.value.value == pytest.approx(fitted.params[name], rel=1e-9)
    dummies = pd.get_dummies(caseworker, dtype=float).set_axis(frame.index)
    fitted = sm.OLS(frame[BELIEF], pd.concat([frame[names], dummies], axis=1)).fit()
    _same_share(table, "caseworkers", fitted.rsquared, fitted.rsquared_adj, len(frame))
    shares.append(fitted.rsquared)
    assert shares == sorted(shares)
    [lost] = [each for each in table.effects if each.term == "incomplete"]
    assert lost.value.value == (panel.belief > 0).sum() - len(frame) > 0


def _same_share(table: EffectTable, step: str, share: float, less: float, answers: int) -> None:
    rows = {each.term: each for each in table.effects if each.group == step}
    assert rows["r_squared"].value.value == pytest.approx(share, rel=1e-9)
    assert rows["r_squared_adjusted"].value.value == pytest.approx(less, rel=1e-9)
    assert {each.sample.answers for each in rows.values()} == {answers}


def sorted_patterns(seed: int, pull: float) -> Panel:
    """How sure it is that citizens with a high B1 before get a combination with job."""
    panel = truth(seed, citizens=2500).panel
    r = np.random.default_rng(seed)
    values = panel.values.copy()
    ticks = values[:, len(SCALES) + CHANNELS :]
    ticks[:] = 0
    before = values[np.maximum(panel.previous, 0), SCALES.index("B1")].astype(float) - 3
    index = pull * before + r.logistic(size=len(panel))
    arm = np.where(index > 1.5, 3, r.integers(0, 3, len(panel)))
    for number, options in enumerate(([22], [9], [9, 1], [9, 5])):
        for option in options:
            ticks[arm == number, option - 1] = 1
    return replace(panel, values=values)


@pytest.mark.parametrize("pull", [0.4, 2.5])
def test_the_overlap_is_that_of_plain_logits(pull: float) -> None:
    """Broken once by the chances of those alone who had the pattern, and once by counting somebody for more than 50."""
    panel = sorted_patterns(61, pull)
    rows = _overlap(panel)
    x, arm = _plain(panel)
    raw = np.column_stack([sm.Logit((arm == each).astype(float), x).fit(disp=0).predict(x) for each in range(4)])
    chances = raw / raw.sum(axis=1, keepdims=True)
    for number, name in enumerate(ARMS):
        for percent in (5, 50, 95):
            row = rows[f"chance_{percent}", name]
            assert row.value.value == pytest.approx(np.percentile(chances[:, number], percent), rel=1e-5)
        weights = 1 / np.maximum(chances[arm == number, number], LEAST_CHANCE)
        worth = weights.sum() ** 2 / (weights**2).sum() / len(weights)
        assert rows["effective_share", name].value.value == pytest.approx(worth, rel=1e-5)
        assert rows["hardly_possible", name].value.value == (chances[:, number] < LEAST_CHANCE).mean()
        assert rows["effective_share", name].sample.answers == (arm == number).sum()


def test_where_patterns_hardly_meet_the_overlap_says_so() -> None:
    by_chance, apart = _overlap(sorted_patterns(62, 0.0)), _overlap(sorted_patterns(62, 2.5))
    assert by_chance["hardly_possible", "combined_with_job"].value.value == 0
    assert by_chance["effective_share", "combined_with_job"].value.value > 0.9
    assert apart["hardly_possible", "combined_with_job"].value.value > 0.2
    assert apart["effective_share", "none"].value.value < 0.85 < by_chance["effective_share", "none"].value.value


def _overlap(panel: Panel) -> dict[tuple[str, str], Effect]:
    table = combinations(panel, panel, FEW)
    return {(each.term, each.group): each for each in table.effects if each.outcome == "overlap"}


def _plain(panel: Panel) -> tuple[Floats, Integers]:
    """The answers before, the pattern before, the register and the round, beside one; and the pattern now."""
    arm = np.array([_arm(each) for each in panel.activities])
    rows = np.flatnonzero(panel.previous >= 0)
    before = panel.previous[rows]
    items = np.column_stack([panel.scale(item)[before] for item in (*CITIZEN_SCALES, BELIEF)])
    had = np.column_stack([arm[before] == each for each in (1, 2, 3)])
    x = np.column_stack([items, had, panel.register.values.column(0)[rows], panel.round[rows]])
    return sm.add_constant(x), arm[rows]


def _arm(ticks: "np.ndarray[tuple[int, ...], np.dtype[np.int8]]") -> int:
    found = pattern({int(place) + 1 for place in np.flatnonzero(ticks == 1)})
    return 0 if "none" in found else 1 if "single" in found else 3 if "combined_with_job" in found else 2
