# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The true chances of the invented world, and the numbers that give it its base rates and effects.

Each chance is logistic, so that it stays between 0 and 1. How much each influence counts is found on people as they are
at their meetings, so that its mean effect on the chance is the one that was asked for.
"""

from dataclasses import dataclass, replace

import numpy as np

from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.centre.simulation.people import Floats

JOB_BASE, EDUCATION_BASE, INCOME_BASE = 0.058, 0.043, 0.05
"""Mean chances at an answer, were everything to stay: so that job52, jobedu52 and ext52 come out near the printed 6,
10 and 14.76 percent."""
_STATE_JOB, _STATE_EDUCATION, _STATE_INCOME = 1.15, 0.7, 1.25
_YOUNG = 0.09
"""Education is for the young: log-odds a year."""
_ROUNDS = 30
_SKILLS, _SKILL_SHARES = np.polynomial.hermite_e.hermegauss(5)
_SKILL_SHARES /= _SKILL_SHARES.sum()


@dataclass(frozen=True)
class Situation:
    """What chances rest on, one entry a meeting."""

    state: Floats
    age: Floats
    s12: Floats
    changes: Floats
    """Of caseworker, so far."""
    skill: Floats
    """The caseworker's, in standard deviations."""


@dataclass(frozen=True, slots=True)
class Chances:
    """The logistic numbers. Each chance is that of 52 weeks, were everything to stay as it is."""

    job: float = -4.0
    education: float = -3.5
    income: float = -3.0
    belief: float = 0.0
    change: float = 0.0
    skill: float = 0.0

    def of_job(self, at: Situation) -> Floats:
        """The chance of ordinary employment."""
        return _logistic(
            self.job
            + _STATE_JOB * at.state
            + self.belief * (at.s12 - 3)
            + self.change * at.changes
            + self.skill * at.skill
        )

    def of_education(self, at: Situation) -> Floats:
        """The chance of an education."""
        return _logistic(self.education + _STATE_EDUCATION * at.state + _YOUNG * (35 - at.age))

    def of_income(self, at: Situation) -> Floats:
        """The chance of some income beside the benefit."""
        return _logistic(self.income + _STATE_INCOME * at.state + self.skill * at.skill)

    def of_any(self, at: Situation) -> Floats:
        """The chance of one of the three."""
        return 1 - (1 - self.of_job(at)) * (1 - self.of_education(at)) * (1 - self.of_income(at))


@dataclass(frozen=True, slots=True)
class TrueEffects:
    """Mean effects over meetings, as shares of the chance within 52 weeks were everything else to stay."""

    job: float
    education: float
    any: float
    """The chances themselves."""
    belief: float
    """One step of S12 on the chance of a job."""
    change: float
    """The first change of caseworker on the chance of a job."""
    skill: float
    """The standard deviation of caseworkers' effects on the chance of job, education or income."""


def true_effects(chances: Chances, at: Situation) -> TrueEffects:
    """What the chances amount to for people as they are in `at`."""
    job, none, one = chances.of_job(at), np.zeros_like(at.state), np.ones_like(at.state)
    by_skill = np.array([chances.of_any(replace(at, skill=skill * one)).mean() for skill in _SKILLS])
    spread = np.sqrt(_SKILL_SHARES @ (by_skill - _SKILL_SHARES @ by_skill) ** 2)
    first = chances.of_job(replace(at, changes=one)) - chances.of_job(replace(at, changes=none))
    half_less = chances.of_job(replace(at, s12=at.s12 - 0.5))
    return TrueEffects(
        job=float(job.mean()),
        education=float(chances.of_education(at).mean()),
        any=float(chances.of_any(at).mean()),
        belief=float((chances.of_job(replace(at, s12=at.s12 + 0.5)) - half_less).mean()),
        change=float(first.mean()),
        skill=float(spread),
    )


def calibrated(options: WorldOptions, at: Situation) -> Chances:
    """The numbers that give `options` its base rates and mean effects for people as they are in `at`."""
    chances = Chances()
    for _ in range(_ROUNDS):
        job, education, income = chances.of_job(at), chances.of_education(at), chances.of_income(at)
        effects = true_effects(chances, at)
        spread, any_ = float((job * (1 - job)).mean()), chances.of_any(at)
        chances = Chances(
            job=chances.job + _step(JOB_BASE, job),
            education=chances.education + _step(EDUCATION_BASE, education),
            income=chances.income + _step(INCOME_BASE, income),
            belief=chances.belief + 0.5 * (options.belief_effect - effects.belief) / spread,
            change=chances.change + 0.5 * (options.change_effect - effects.change) / spread,
            skill=chances.skill + 0.5 * (options.caseworker_sd - effects.skill) / float((any_ * (1 - any_)).mean()),
        )
    return chances


def _step(target: float, now: Floats) -> float:
    return float((target - now.mean()) / (now * (1 - now)).mean()) * 0.5


def _logistic(x: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-x))
    return result
