# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What speaks for and against the estimates of belief's effect (A9): few caseworkers, other estimators and samples,
whether a step counts the same everywhere, balance, other channels, and whether orientation moves S12 up everywhere."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.belief_question import KIND, ORIENTATION, Question, question
from bip_desktop.centre.analysis.covariates import design
from bip_desktop.centre.analysis.effects import Contrast, Effect, Estimator, SeKind, Uncertainty
from bip_desktop.centre.analysis.making import coefficient, p_row, tellable, wald_p
from bip_desktop.centre.analysis.orientation import Orientation
from bip_desktop.centre.analysis.panel import GROUPS, Panel, activity_groups
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Count, Points, Share
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.absorbed import Instrument, regress
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.jackknife_iv import jackknife_iv
from bip_desktop.centre.statistics.prepared import Prepared
from bip_desktop.centre.statistics.wild_cluster import wild_test

_INTERVAL_CLUSTERS = 500
"""With more caseworkers the clustered errors are right, and the wild interval would only take time."""
_FEWER_DRAWS = 199
_SPLIT_BY = 12
"""Columns of the register, at most, in whose halves the first stage is looked at."""


def wild(asked: Question, stages_error: float, two_error: float) -> Iterator[Effect]:
    """The reduced form and the test of Anderson and Rubin with signs of caseworkers by chance. `…_error` are the
    clustered errors: how far the search for the intervals' ends steps."""
    sample, base, name = asked.panel.sample(), asked.base, asked.outcome
    caseworkers = sample.caseworkers
    seed = asked.settings.draws.seed
    for place, (term, contrast, step) in enumerate(
        ((ORIENTATION, Contrast.UNIT, stages_error), (BELIEF, Contrast.STEP, two_error))
    ):
        moved = asked.z if term == ORIENTATION else asked.s12
        try:
            found = wild_test(
                asked.design.values,
                asked.y,
                asked.panel.site,
                asked.panel.caseworker,
                Instrument(term, moved, asked.z),
                lambda: np.random.default_rng([seed, 31]),
                *(() if caseworkers <= _INTERVAL_CLUSTERS else (_FEWER_DRAWS,)),
            )
        except (ValueError, np.linalg.LinAlgError):
            return
        low = high = float("nan")
        if caseworkers <= _INTERVAL_CLUSTERS and step > 0:
            low, high = found.interval(step)
        band = Uncertainty(float("nan"), SeKind.WILD, low * POINTS_IN_ONE, high * POINTS_IN_ONE)
        value = Points(found.estimate * POINTS_IN_ONE)
        yield Effect(name, term, "", value, sample, Estimator.WILD, band, contrast, base)
        if place == 0:
            # Of no effect the two tests are the same.
            row = p_row(name, "p_value", found.p_value(), sample, Estimator.WILD)
            yield replace(row, uncertainty=Uncertainty(kind=SeKind.WILD))


def jackknife(asked: Question) -> Iterator[Effect]:
    """Caseworkers' dummies as instruments, the citizen's answers left out."""
    some = asked.of_some_caseworkers(asked.settings.draws.refit_rows, 32)
    at = some.panel
    try:
        found = jackknife_iv(some.design.values, some.y, some.s12, at.site, at.caseworker, at.citizen, at.caseworker)
    except (ValueError, np.linalg.LinAlgError):
        return
    band = Uncertainty(found.se * POINTS_IN_ONE, KIND, found.low * POINTS_IN_ONE, found.high * POINTS_IN_ONE)
    value, base = Points(found.effect * POINTS_IN_ONE), Share(float(some.y[found.used].mean()))
    sample = at.sample(found.used)
    yield Effect(asked.outcome, BELIEF, "", value, sample, Estimator.JACKKNIFE, band, Contrast.STEP, base)


def other_samples(asked: Question, panel: Panel, found: Orientation) -> Iterator[Effect]:
    """Two stages of other answers: those followed all 52 weeks alone, since an outcome is known early only where it
    came; and all answers, also those that lack a covariate."""
    made: list[tuple[Estimator, Question | str]] = []
    if tellable(asked.panel.sample(~asked.panel.followed), asked.settings):
        made.append((Estimator.TWO_STAGE_FOLLOWED, asked.where(asked.panel.followed)))
    if tellable(asked.incomplete, asked.settings):
        kept = question(panel, found, asked.outcome, asked.settings, keep_incomplete=True)
        made.append((Estimator.TWO_STAGE_FILLED, kept))
    for estimator, other in made:
        if isinstance(other, str) or len(other.y) <= other.design.values.shape[1] + 10:
            continue
        try:
            two = other.two_stages(other.design)
            sample, base = other.panel.sample(), other.base
            yield coefficient(two, BELIEF, KIND, sample, asked.outcome, estimator, base=base, contrast=Contrast.STEP)
        except (ValueError, np.linalg.LinAlgError):
            continue


def monotone(asked: Question) -> Iterator[Effect]:
    """Whether orientation moves S12 the same way in the halves of every covariate of the register: on average over
    caseworkers it must, for two stages to be a mean of effects."""
    some = asked.of_some_caseworkers(asked.settings.draws.refit_rows, 33)
    against = looked = 0
    for place, name in enumerate(some.panel.register.names[:_SPLIT_BY]):
        column = some.panel.register.values.column(place)
        known = column[~np.isnan(column)]
        middle = float(np.median(known)) if len(known) else 0.0
        if len(known) and middle == known.max():
            middle = float(known[known < middle].max()) if (known < middle).any() else middle
        halves = {"low": column <= middle, "high": column > middle}
        # A half beside the whole tells of the other one, and both of those of whom nothing is known.
        apart = (*halves.values(), np.isnan(column))
        if not all(tellable(some.panel.sample(rows), some.settings) for rows in apart if rows.any()):
            continue
        for group, rows in halves.items():
            half = some.where(rows)
            if len(half.y) <= half.design.values.shape[1] + 10:
                continue
            try:
                found = half.regress([ORIENTATION], [half.z], half.design, half.s12)
                row = coefficient(
                    found, ORIENTATION, KIND, half.panel.sample(), BELIEF, Estimator.MONOTONE, as_points=False
                )
            except (ValueError, np.linalg.LinAlgError):
                continue
            looked += 1
            against += row.value.value < 0
            yield replace(row, group=f"{name} {group}")
    if looked:
        sample = some.panel.sample()
        yield Effect(BELIEF, "halves", "", Count(looked), sample, Estimator.MONOTONE)
        yield Effect(BELIEF, "halves_against", "", Count(against), sample, Estimator.MONOTONE)


def linearity(asked: Question) -> Iterator[Effect]:
    """Each answer beside "nej": if a step counts the same everywhere, these lie on a line."""
    names = [f"{BELIEF}={answer}" for answer in (2, 3, 4, 5)]
    columns = [(asked.s12 == answer).astype(float) for answer in (2, 3, 4, 5)]
    try:
        found = asked.regress(names, columns, asked.design)
    except (ValueError, np.linalg.LinAlgError):
        return
    sample = asked.panel.sample()
    for name in names:
        if name in found.names:
            row = coefficient(found, name, KIND, sample, asked.outcome, Estimator.OLS, base=asked.base)
            yield replace(row, contrast=Contrast.TO_NO)
    if all(name in found.names for name in names):
        p = wald_p(found, names, KIND, np.array([[-2.0, 1, 0, 0], [-3, 0, 1, 0], [-4, 0, 0, 1]]))
        yield p_row(asked.outcome, "linearity_p_value", p, sample, Estimator.OLS)


def balance(panel: Panel, found: Orientation, settings: Settings) -> Iterator[Effect]:
    """Whether orientation goes with what citizens were like at their first answer, in standard deviations: each
    covariate for itself, and all at once."""
    first = (panel.round == 0) & ~np.isnan(found.values)
    controls = design(panel, settings.covariates, with_changes=False).where(first)
    all_first, orientation = panel.where(first), found.values[first]
    for place, name in enumerate(controls.names):
        column = controls.values.column(place)
        rows = ~np.isnan(column)
        spread = float(column[rows].std()) if rows.any() else 0.0
        if not spread > 0 or (not rows.all() and not tellable(all_first.sample(~rows), settings)):
            continue
        at = all_first if rows.all() else all_first.where(rows)
        z, y, clusters = orientation[rows][:, None], column[rows] / spread, {KIND.value: at.caseworker}
        try:
            fitted = regress(z, [ORIENTATION], y, at.site, clusters)
        except ValueError:
            continue
        row = coefficient(fitted, ORIENTATION, KIND, at.sample(), "first_answer", Estimator.BALANCE, as_points=False)
        yield replace(row, term=name)
    rows = controls.values.known()
    if rows.sum() <= controls.values.shape[1] + 10:
        return
    at = all_first.where(rows)
    try:
        every = regress(
            controls.values.where(rows), controls.names, orientation[rows], at.site, {KIND.value: at.caseworker}
        )
        p = wald_p(every, list(every.names), KIND, np.eye(len(every.names)))
    except (ValueError, np.linalg.LinAlgError):
        return
    yield p_row("first_answer", "balance_p_value", p, at.sample(), Estimator.OLS)


def channels(asked: Question) -> Iterator[Effect]:
    """Whether orientation moves activities too: then belief is not its only way to the outcome."""
    groups, none, clean, _ = activity_groups(asked.panel)
    flags: dict[str, Flags] = {**{name: groups[name] for name in GROUPS}, "none": none}
    at = asked.panel.where(clean)
    x, names = Columns.side_by_side([asked.z, asked.design.values]).where(clean), [ORIENTATION, *asked.design.names]
    flags = {f"activities {name}": ticked[clean] for name, ticked in flags.items()}
    if len(at) <= x.shape[1] + 10:
        return
    known: Prepared | None = None
    if Prepared.fits(x.shape[1] + len(flags), at.sample().caseworkers):
        columns = Columns.side_by_side([x, np.column_stack([*flags.values()])])
        known = Prepared(columns, [*names, *flags], at.site, at.caseworker)
    for name, ticked in flags.items():
        y = ticked.astype(float)
        if y.min() == y.max():
            continue
        try:
            if known is not None:
                found = known.regress(names, name, KIND.value)
            else:
                found = regress(x, names, y, at.site, {KIND.value: at.caseworker})
            base = Share(float(y.mean()))
            row = coefficient(found, ORIENTATION, KIND, at.sample(), "activities", Estimator.CHANNEL, base=base)
        except ValueError:
            continue
        yield replace(row, group=name.removeprefix("activities "))
