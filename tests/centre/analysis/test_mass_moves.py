# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which changes of caseworker are mass moves, on both sides of every border, and what the event study makes of them."""

from dataclasses import replace

import numpy as np
import pytest

from bip_desktop.centre.analysis.change import MASS, SINGLE, change_event_study, moves
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.settings import Thresholds
from tests.centre.analysis.array_worlds import FEW, truth

LEAVES, OTHER, STAYS = 0, 1, 2
SETTINGS = replace(FEW, thresholds=Thresholds(mass_move=3, mass_weeks=20))
ANSWERS = [
    # citizen, week, caseworker; the caseworker who leaves is last seen in week 40, the jobcentre until week 60
    *((citizen, week, caseworker) for citizen in (0, 1) for week, caseworker in ((20, LEAVES), (40, LEAVES), (50, 1))),
    *((2, week, caseworker) for week, caseworker in ((20, LEAVES), (50, OTHER))),
    *((3, week, caseworker) for week, caseworker in ((10, OTHER), (30, STAYS), (60, STAYS))),
    *((4, week, caseworker) for week, caseworker in ((10, STAYS), (50, STAYS))),
    *((5, week, caseworker) for week, caseworker in ((15, OTHER), (35, OTHER))),
]


def panel_of(answers: list[tuple[int, int, int]], sites: dict[int, int] | None = None) -> Panel:
    """These answers, in the order of citizen and week."""
    citizen, week, caseworker = (np.array(each) for each in zip(*answers, strict=True))
    n = len(citizen)
    first = np.append(True, citizen[1:] != citizen[:-1])
    place = np.arange(n)
    some = truth(1, caseworkers=10, citizens=40).panel
    return replace(
        some.where(np.arange(len(some)) < n),
        citizen=citizen,
        caseworker=caseworker,
        site=np.array([(sites or {}).get(int(each), 0) for each in caseworker]),
        week=week,
        round=place - np.maximum.accumulate(np.where(first, place, 0)),
        previous=np.where(first, -1, place - 1),
    )


def mass_of(answers: list[tuple[int, int, int]], mass_move: int = 3, mass_weeks: int = 20) -> set[int]:
    """Citizens whose first change is called a mass move; every other that changed is a single one."""
    panel = panel_of(answers)
    settings = replace(FEW, thresholds=Thresholds(mass_move=mass_move, mass_weeks=mass_weeks))
    found = moves(panel, settings)
    changed = {c for c in range(6) if len({k for citizen, _, k in answers if citizen == c}) > 1}
    assert set(panel.citizen[found.moved].tolist()) == changed
    assert not (found.is_mass & ~found.moved).any()
    return set(panel.citizen[found.is_mass].tolist())


def test_who_is_moved_as_the_caseworker_leaves_is_moved_in_mass_and_others_singly() -> None:
    panel = panel_of(ANSWERS)
    found = moves(panel, SETTINGS)
    assert mass_of(ANSWERS) == {0, 1, 2}
    assert found.since[panel.citizen == 0].tolist() == [-2, -1, 0]
    assert found.since[panel.citizen == 2].tolist() == [-1, 0]
    assert found.since[panel.citizen == 3].tolist() == [-1, 0, 1]


def test_the_borders_of_a_mass_move() -> None:
    """Broken once each by > for >= and by < for <=."""
    assert mass_of(ANSWERS, mass_move=3) == {0, 1, 2}
    assert mass_of(ANSWERS, mass_move=4) == set()
    # She is last seen in week 40, the jobcentre in 60: gone for 20 weeks and no longer.
    assert mass_of(ANSWERS, mass_weeks=20) == {0, 1, 2}
    assert mass_of(ANSWERS, mass_weeks=21) == set()
    # The third citizen's last answer with her lies 20 weeks before her own last one.
    assert mass_of(ANSWERS, mass_weeks=19, mass_move=2) == {0, 1}
    assert mass_of(ANSWERS, mass_weeks=19, mass_move=3) == set()


def test_who_comes_back_to_her_or_still_has_her_is_not_moved_in_mass() -> None:
    back = [*ANSWERS, (5, 58, LEAVES)]  # she is still there
    assert mass_of(back) == set()


def world(seed: int, *, mass: float = 0.0, single: float = 0.0, goes: float = 1.0) -> Panel:
    """Twelve caseworkers at each of five jobcentres. Every fourth is not seen after her citizens' second round, and all
    of them go to the next one; of some others a third of the citizens do. What either move does to the chance."""
    r = np.random.default_rng(seed)
    made = truth(seed, citizens=3000).panel
    made = made.where(made.round <= 4)
    kind = made.caseworker // 5 % 4
    later = made.round >= 2
    chance = r.random(int(made.citizen.max()) + 1)[made.citizen]
    moved, alone = (later & (kind == which) & (chance < some) for which, some in ((0, goes), (2, 0.35)))
    y = (r.random(len(made)) < 0.25 + mass * moved + single * alone).astype(float)
    return replace(
        made,
        caseworker=np.where(moved | alone, made.caseworker + 5, made.caseworker),
        week=100 + 13 * made.round,
        outcomes=dict.fromkeys(made.outcomes, y),
    )


@pytest.mark.parametrize(("mass", "single"), [(0.2, 0.0), (0.0, -0.2)])
def test_the_event_study_finds_what_the_one_kind_of_move_does_and_nothing_of_the_other(
    mass: float, single: float
) -> None:
    """Broken once by calling every move single, and once by taking the two groups for each other."""
    after: dict[str, list[float]] = {MASS: [], SINGLE: []}
    before: dict[str, list[float]] = {MASS: [], SINGLE: []}
    for seed in range(6):
        table = change_event_study(world(seed, mass=mass, single=single), FEW)
        assert "no_mass_moves" not in table.notes
        rows = {(each.group, each.term): each for each in table.effects if each.outcome == "job52"}
        for group in after:
            assert {"-2", "-1", "0", "1", "after"} <= {term for kind, term in rows if kind == group}
            after[group].append(rows[group, "after"].value.value)
            before[group].append(rows[group, "-1"].value.value)
    for group, true in ((MASS, mass), (SINGLE, single)):
        assert np.mean(after[group]) == pytest.approx(100 * true, abs=6)
        assert np.mean(before[group]) == pytest.approx(0, abs=6)


def test_where_nobody_leaves_there_are_no_mass_moves_and_it_is_said() -> None:
    """Half the citizens of each stay with her, so that she is seen as long as they are."""
    table = change_event_study(world(3, goes=0.5), FEW)
    assert "no_mass_moves" in table.notes
    assert not [each for each in table.effects if each.group == MASS]
    assert [each for each in table.effects if each.group == SINGLE]
