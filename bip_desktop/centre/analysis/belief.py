# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Belief and outcome (A7, A9): the reduced form first, then two stages, then everything that speaks against."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.belief_checks import (
    balance,
    channels,
    jackknife,
    linearity,
    other_samples,
    wild,
)
from bip_desktop.centre.analysis.belief_question import KIND, ORIENTATION, Question, question
from bip_desktop.centre.analysis.covariates import Design
from bip_desktop.centre.analysis.effects import (
    Contrast,
    Effect,
    EffectTable,
    Estimator,
    SeKind,
    Uncertainty,
    count,
)
from bip_desktop.centre.analysis.making import coefficient, detectable, ratio, ratio_of, with_printed
from bip_desktop.centre.analysis.orientation import Orientation
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Points, Ratio
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, Settings
from bip_desktop.centre.statistics.absorbed import Effects, Regression
from bip_desktop.centre.statistics.group_effects import Rows, halve
from bip_desktop.centre.statistics.means import t_quantile
from bip_desktop.centre.statistics.within import Floats

OUTCOMES = ("job52", "jobedu52")
FEW_CASEWORKERS = 40
"""Below so many the clustered errors are too small: the wild rows are the ones to read."""
CORRELATIONS = (0.1, 0.2, 0.3, 0.4, 0.5)
_PRINTED = {"job52": ("1.3", "0.22; 0.3"), "jobedu52": ("3.3", "0.33")}


def first_stage(asked: Question) -> list[Effect]:
    """A7: how far orientation moves S12."""
    found = asked.regress([ORIENTATION], [asked.z], asked.design, asked.s12)
    stages = asked.stages(asked.design)
    sample = asked.panel.sample()
    row = coefficient(found, ORIENTATION, KIND, sample, BELIEF, Estimator.FIRST_STAGE, as_points=False)
    return [
        row,
        ratio(BELIEF, "f", "", stages.f, sample, Estimator.FIRST_STAGE),
        ratio(BELIEF, "partial_r_squared", "", stages.partial_r_squared, sample, Estimator.FIRST_STAGE),
    ]


def belief_effect(panel: Panel, found: Orientation, settings: Settings) -> EffectTable:
    """Every row of the question, or why there is none."""
    rows: list[Effect] = []
    notes: list[str] = []
    asked: Question | str
    for outcome in OUTCOMES:
        asked = ""  # of millions of answers there is no room for those of two outcomes
        asked = question(panel, found, outcome, settings)
        if isinstance(asked, str):
            notes.append(asked)
            continue
        try:
            rows += _estimates(asked)
        except (ValueError, np.linalg.LinAlgError):
            notes.append("too_few")
            continue
        line = [*linearity(asked)]
        asked.forget()
        rows += other_samples(asked, panel, found)
        rows += line
        rows.append(count("incomplete", asked.incomplete, outcome))
        if asked.panel.sample().caseworkers < FEW_CASEWORKERS:
            notes.append("few_caseworkers")
        if outcome == OUTCOMES[0]:
            rows += balance(panel, found, settings)
            rows += channels(asked)
    if rows and not settings.design.as_good_as_random:
        notes.append("not_random")
    elif rows:
        notes.append("declared_random")
    if len(np.unique(panel.site)) == 1:
        notes.append("one_jobcentre")
    return EffectTable("belief_effect", tuple(rows), notes=tuple(dict.fromkeys(notes)))


def _estimates(asked: Question) -> Iterator[Effect]:
    sample, base, name = asked.panel.sample(), asked.base, asked.outcome
    reduced = asked.regress([ORIENTATION], [asked.z], asked.design)
    stages = asked.stages(asked.design)
    two = asked.two_stages(asked.design, by_citizen=True)
    plain = asked.regress([BELIEF], [asked.s12], asked.design)

    def rows(found: Regression, estimator: Estimator) -> Iterator[Effect]:
        for each in sorted(found.names, key=lambda term: term not in {BELIEF, ORIENTATION}):
            contrast = Contrast.STEP if each == BELIEF else Contrast.UNIT
            yield coefficient(found, each, KIND, sample, name, estimator, base=base, contrast=contrast)

    yield from rows(reduced, Estimator.REDUCED_FORM)
    first = asked.regress([ORIENTATION], [asked.z], asked.design, asked.s12)
    yield coefficient(first, ORIENTATION, KIND, sample, name, Estimator.FIRST_STAGE, as_points=False)
    yield ratio(name, "f", "", stages.f, sample, Estimator.FIRST_STAGE)
    yield ratio(name, "partial_r_squared", "", stages.partial_r_squared, sample, Estimator.FIRST_STAGE)
    effect = coefficient(two, BELIEF, KIND, sample, name, Estimator.TWO_STAGE, base=base, contrast=Contrast.STEP)
    points_printed, ratio_printed = _PRINTED[name]
    yield with_printed(effect, points_printed, "000", "D4" if name == "job52" else "")
    sources = "000; 002" if name == "job52" else "000; 003"
    yield detectable(effect)
    yield with_printed(ratio_of(effect, base, "relative"), ratio_printed, sources, "D2")
    for each in rows(two, Estimator.TWO_STAGE):
        if each.term != BELIEF:
            yield each
    low, high = stages.anderson_rubin(t_quantile(stages.freedom))
    band = Uncertainty(float("nan"), KIND, low * POINTS_IN_ONE, high * POINTS_IN_ONE)
    yield replace(effect, estimator=Estimator.ANDERSON_RUBIN, uncertainty=band)
    yield from wild(asked, reduced.of(ORIENTATION, KIND.value)[1], two.of(BELIEF, KIND.value)[1])
    both = coefficient(two, BELIEF, SeKind.BOTH, sample, name, Estimator.TWO_STAGE, base=base, contrast=Contrast.STEP)
    yield replace(both, group=SeKind.BOTH.value)
    yield from jackknife(asked)
    if asked.settings.covariates.caseworker_items:
        keep = [n for n, each in enumerate(asked.design.names) if each not in CASEWORKER_SCALES]
        fewer = Design(tuple(asked.design.names[n] for n in keep), asked.design.values.pick(keep))
        found = asked.two_stages(fewer)
        yield coefficient(
            found, BELIEF, KIND, sample, name, Estimator.TWO_STAGE_PLAIN, base=base, contrast=Contrast.STEP
        )
    yield from rows(plain, Estimator.OLS)
    yield from _sensitivity(asked, effect, stages)


def _sensitivity(asked: Question, effect: Effect, stages: Effects) -> Iterator[Effect]:
    """What is left of the two-stage estimate if belief and skill go together: were skill correlated by ρ with
    orientation, the estimate would hold ρ · sd(caseworkers' effects) / (sd(orientation) · first stage) that is not
    belief's. The spread of the effects is that of split samples."""
    caseworker = np.unique(asked.panel.caseworker, return_inverse=True)[1].reshape(-1)
    citizen = np.unique(asked.panel.citizen, return_inverse=True)[1].reshape(-1)
    plain = asked.regress([], [], asked.design)
    places = [asked.design.names.index(name) for name in plain.names]
    left = asked.y - asked.design.values.pick(places).times(plain.coefficients)
    strata = np.zeros(int(citizen.max()) + 1, dtype=np.int64)
    rows = Rows(np.zeros((len(left), 0)), left - _of_site(asked.panel, left), caseworker, citizen, strata)
    draws = asked.settings.draws
    halves = halve(rows, draws.splits, np.random.default_rng([draws.seed, 30]), np.zeros(0), lambda *_: None)
    within = asked.z - _of_site(asked.panel, asked.z)
    spread, true = float(within.std()), float(np.sqrt(max(halves.signal(), 0.0))) if len(halves.kept) else 0.0
    unit = true / (spread * stages.on_covariate) * POINTS_IN_ONE if spread > 0 else float("nan")
    if not isinstance(effect.value, Points) or not np.isfinite(unit):
        return
    u = effect.uncertainty
    for correlation in CORRELATIONS:
        away = correlation * unit
        value = Points(effect.value.value - away)
        band = replace(u, low=u.low - away, high=u.high - away)
        yield replace(effect, group=str(correlation), value=value, uncertainty=band, estimator=Estimator.SENSITIVITY)
    if unit > 0:
        row = replace(effect, term="break_even", value=Ratio(effect.value.value / unit), uncertainty=Uncertainty())
        yield replace(row, estimator=Estimator.SENSITIVITY)


def _of_site(panel: Panel, values: Floats) -> Floats:
    """The jobcentre's mean, for each answer."""
    return np.asarray((np.bincount(panel.site, values) / np.maximum(np.bincount(panel.site), 1))[panel.site])
