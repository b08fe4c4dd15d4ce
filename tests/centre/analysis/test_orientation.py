# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Orientation against a loop over every answer, exactly; weeks and outcomes against sets of weeks."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bip_desktop.centre.analysis.answer_codes import SCALES
from bip_desktop.centre.analysis.orientation import orientation
from bip_desktop.centre.analysis.panel import DONT_KNOW, Panel, make_panel, paired_only
from bip_desktop.centre.analysis.reading import read_tables
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.weeks import Spells
from bip_desktop.centre.weeks import week_number
from tests.centre.analysis.array_worlds import truth
from tests.centre.analysis.worlds import Options, invent


def panel_of(folder: Path, options: Options) -> Panel:
    read = read_tables(invent(options).write(folder), Settings(), lambda _: None)
    return paired_only(make_panel(read, Settings()))


def by_loop(panel: Panel, least: int) -> list[float]:
    """The definition, word by word."""
    s12 = panel.belief
    made = []
    for row in range(len(panel)):
        others = [
            other
            for other in range(len(panel))
            if panel.citizen[other] != panel.citizen[row] and not math.isnan(s12[other])
        ]
        hers = [s12[each] for each in others if panel.caseworker[each] == panel.caseworker[row]]
        centre = [s12[each] for each in others if panel.site[each] == panel.site[row]]
        citizens = {
            int(panel.citizen[each])
            for each in range(len(panel))
            if panel.caseworker[each] == panel.caseworker[row] and not math.isnan(s12[each])
        }
        enough = len(citizens) >= least and hers
        made.append(sum(hers) / len(hers) - sum(centre) / len(centre) if enough else math.nan)
    return made


@pytest.mark.parametrize("seed", [1, 2])
def test_orientation_is_that_of_a_loop_over_every_answer(seed: int, tmp_path: Path) -> None:
    """Broken once by leaving out the answer alone, not the citizen's others."""
    panel = panel_of(tmp_path, Options(seed=seed, sites=2, caseworkers=9, citizens=110, moves=0.3))
    assert len(panel) <= 400
    for least in (2, 18):
        np.testing.assert_array_equal(orientation(panel, least).values, by_loop(panel, least))
    assert np.isnan(orientation(panel, 18).values).any()


@pytest.mark.parametrize("seed", range(8))
def test_orientation_is_that_of_the_loop_where_people_move_about(seed: int) -> None:
    """Citizens in two jobcentres, caseworkers in two, caseworkers with one citizen, answers without S12."""
    chance = np.random.default_rng(seed)
    panel = truth(seed, caseworkers=15, citizens=60, sites=3, moves=0.3).panel
    values = panel.values.copy()
    values[chance.random(len(panel)) < 0.1, SCALES.index("S12")] = DONT_KNOW
    values[panel.citizen == 3, SCALES.index("S12")] = DONT_KNOW
    caseworker = np.where(chance.random(len(panel)) < 0.03, 20 + panel.citizen, panel.caseworker)
    panel = replace(panel, values=values, site=chance.integers(0, 3, len(panel)), caseworker=caseworker)
    of_pairs = {(int(c), int(s)) for c, s in zip(panel.caseworker, panel.site, strict=True)}
    assert len(of_pairs) > len(set(panel.caseworker.tolist()))
    assert np.isnan(panel.belief).any()
    for least in (1, 2, 6):
        np.testing.assert_array_equal(orientation(panel, least).values, by_loop(panel, least))


def test_spells_are_sets_of_weeks() -> None:
    chance = np.random.default_rng(4)
    citizen, start = chance.integers(0, 6, 60), chance.integers(0, 90, 60)
    end = start + chance.integers(0, 9, 60)
    spells = Spells(citizen, start, end)
    weeks = {
        each: {w for c, s, e in zip(citizen, start, end, strict=True) if c == each for w in range(s, e + 1)}
        for each in range(7)
    }
    asked = np.repeat(np.arange(7), 100)
    first = np.tile(np.arange(100), 7)
    for length in (0, 3, 51):
        last = first + length
        touches = [bool(weeks[int(c)] & set(range(f, f + length + 1))) for c, f in zip(asked, first, strict=True)]
        covers = [set(range(f, f + length + 1)) <= weeks[int(c)] for c, f in zip(asked, first, strict=True)]
        np.testing.assert_array_equal(spells.touches(asked, first, last), touches)
        np.testing.assert_array_equal(spells.covers(asked, first, last), covers)
    assert not spells.knows(np.array([6]))[0]


def test_a_year_of_53_weeks_is_counted() -> None:
    assert week_number("2021-W01") - week_number("2020-W53") == 1
    for wrong in ("2021-W53", "2021-W00", "2021-01", "W47", "2021-W1"):
        with pytest.raises(ValueError, match=r"\w"):
            week_number(wrong)


def test_outcomes_contain_each_other_in_every_row(tmp_path: Path) -> None:
    panel = panel_of(tmp_path, Options(seed=5, follow_up=20))
    at, job, edu, ext = (panel.outcomes[name] for name in ("job_at_52", "job52", "jobedu52", "ext52"))
    for low, high in ((at, job), (job, edu), (edu, ext)):
        known = ~np.isnan(low) & ~np.isnan(high)
        assert (low[known] <= high[known]).all()
    censored = ~panel.followed
    assert censored.any()
    assert not (ext[censored] == 0).any()


def test_the_year_begins_the_week_after_and_ends_with_week_52(tmp_path: Path) -> None:
    """One answer in week 10 of 2014; spells of one week, and how far the citizen is followed. Broken once by counting
    the answer's own week."""
    world = invent(Options(seed=1, sites=1, caseworkers=4, citizens=40, answers=1))
    cases = {
        ("2014-W10", "2016-W01"): 0.0,
        ("2014-W11", "2016-W01"): 1.0,
        ("2015-W10", "2016-W01"): 1.0,
        ("2015-W11", "2016-W01"): 0.0,
        ("2015-W11", "2015-W10"): 0.0,
        ("2015-W11", "2015-W09"): math.nan,
        ("2014-W10", "2015-W09"): math.nan,
        ("2014-W11", "2014-W12"): 1.0,
    }
    citizens = world.citizens.citizen_id.iloc[: len(cases)].tolist()
    rows = []
    for citizen, (job, until) in zip(citizens, cases, strict=True):
        rows += [(citizen, "job", job, job), (citizen, "observed", "2014-W01", until)]
    outcomes = pd.DataFrame(rows, columns=["citizen_id", "kind", "from_week", "to_week"])
    meetings = world.meetings.drop_duplicates("citizen_id").assign(iso_week="2014-W10")
    tables = replace(world, outcomes=outcomes, meetings=meetings[meetings.citizen_id.isin(citizens)])
    panel = make_panel(read_tables(tables.write(tmp_path), Settings(), lambda _: None), Settings())
    expected = list(cases.values())
    np.testing.assert_array_equal(panel.outcomes["job52"], expected)
    np.testing.assert_array_equal(panel.outcomes["ext52"], expected)
    in_week_52 = [math.nan if math.isnan(each) or until < "2015-W10" else float(job == "2015-W10")
                  for (job, until), each in cases.items()]  # fmt: skip
    np.testing.assert_array_equal(panel.outcomes["job_at_52"], in_week_52)
    np.testing.assert_array_equal(panel.followed, [until >= "2015-W10" for _, until in cases])
