# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is true in an invented world, for comparing with what analyses find."""

from dataclasses import asdict, replace
from typing import Any

import numpy as np

from bip_desktop.centre.simulation.chances import true_effects
from bip_desktop.centre.simulation.courses import PATTERNS, moves, s12_of, situation
from bip_desktop.centre.simulation.people import Floats, Ints
from bip_desktop.centre.simulation.world import World

_GRID = np.linspace(-5, 5, 41)
_YEAR = 52


def truth(world: World) -> dict[str, Any]:
    """The options, the mean effects over the meetings there were, and every caseworker's true effect.

    Effects are shares of a chance within 52 weeks, were everything else to stay for that year. The caseworker changes
    within it for some, so that a comparison of caseworkers can find about `same_caseworker_share` of them.
    """
    at = situation(world.courses, world.people, world.staff)
    effects = true_effects(world.nature.chances, at)
    skill, belief = _by_skill(world), _by_belief(world)
    held = np.bincount(world.courses.caseworker, minlength=len(world.staff.site))
    return {
        "options": asdict(world.options),
        "chance": {"job": effects.job, "education": effects.education, "any": effects.any},
        "belief_effect": effects.belief,
        "change_effect": effects.change,
        "caseworker_sd": effects.skill,
        "same_caseworker_share": _same_caseworker(world),
        "combination_moves": dict(zip(PATTERNS, moves(world.options), strict=True)),
        "caseworkers": [
            {
                "caseworker_id": str(name),
                "site": str(world.sites[site]),
                "meetings": int(meetings),
                "skill_effect": float(by_skill),
                "belief": float(general),
                "effect": float(by_skill + by_belief),
            }
            for name, site, meetings, by_skill, general, by_belief in zip(
                world.names.caseworkers, world.staff.site, held, skill, world.staff.belief, belief, strict=True
            )
        ],
    }


def _by_skill(world: World) -> Floats:
    """What each caseworker's skill does to the chance of job, education or income, over all meetings there were."""
    at, chances = situation(world.courses, world.people, world.staff), world.nature.chances
    means = [float(chances.of_any(replace(at, skill=np.full_like(at.state, skill))).mean()) for skill in _GRID]
    usual = np.interp(0.0, _GRID, means)
    result: Floats = np.interp(world.staff.skill, _GRID, means) - usual
    return result


def _by_belief(world: World) -> Floats:
    """What each caseworker's general belief does to it by way of S12."""
    at, chances = situation(world.courses, world.people, world.staff), world.nature.chances
    means = []
    for belief in _GRID:
        random = np.random.default_rng(world.options.seed)  # the same chance for each
        s12 = s12_of(world.nature, world.courses.state, np.full_like(at.state, belief), random)
        means.append(float(chances.of_any(replace(at, s12=s12.astype(float))).mean()))
    result: Floats = np.interp(world.staff.belief, _GRID, means) - np.interp(0.0, _GRID, means)
    return result


def _same_caseworker(world: World) -> float:
    """The share of the year after a meeting that goes by with the same caseworker, on average."""
    courses = world.courses
    reach: Ints = np.full(len(courses.week), _YEAR)
    # From the last meeting backwards: up to the first change, or the whole year where none comes.
    for place in range(len(reach) - 2, -1, -1):
        if courses.citizen[place] == courses.citizen[place + 1]:
            gap = int(courses.since[place + 1])
            later = 0 if courses.reason[place + 1] > 0 else int(reach[place + 1])
            reach[place] = min(_YEAR, gap + later)
    return float(reach.mean() / _YEAR)
