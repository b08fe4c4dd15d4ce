# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Changes of caseworker (A5): the count model as printed, and rounds before and after the first change, mass moves
beside single ones."""

from dataclasses import dataclass, replace

import numpy as np

from bip_desktop.centre.analysis.covariates import completed, design
from bip_desktop.centre.analysis.effects import (
    Contrast,
    Effect,
    EffectTable,
    Estimator,
    Sample,
    SeKind,
)
from bip_desktop.centre.analysis.effects import count as count_row
from bip_desktop.centre.analysis.making import coefficient, detectable, ratio_of, share, uncertainty, with_printed
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Points, Share
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.absorbed import Regression, regress
from bip_desktop.centre.statistics.columns import Columns, Source
from bip_desktop.centre.statistics.means import Mean, t_quantile
from bip_desktop.centre.statistics.within import Floats, Integers

OUTCOMES = ("job52", "jobedu52")
BEFORE, AFTER = -3, 4
_ROUNDS = 16
"""First changes later than this are too few."""
_LAID_OUT = 200_000
"""Answers that are laid out again for every comparison, at most."""
_KIND = SeKind.CASEWORKER
MASS, SINGLE = "mass", "single_move"
_PRINTED = {"job52": ("-1.3; -2", "-0.22; -0.25", "0.06"), "jobedu52": ("-1.6", "-0.16", "0.1")}
_SOURCES = {"job52": "000; 002", "jobedu52": "000"}


@dataclass(frozen=True)
class Model:
    """The answers one outcome is asked of."""

    panel: Panel
    y: Floats
    controls: Columns
    names: list[str]
    rows: Flags
    incomplete: Sample
    """The answers that are left out, since they lack a covariate."""


def changed(panel: Panel) -> Flags:
    """Whether an answer was taken by another caseworker than the citizen's one before."""
    before = np.maximum(panel.previous, 0)
    return np.asarray((panel.previous >= 0) & (panel.caseworker != panel.caseworker[before]))


def changes_so_far(panel: Panel) -> Integers:
    """Changes up to and including each answer."""
    total = np.cumsum(changed(panel))
    start = np.maximum.accumulate(np.where(panel.round == 0, np.arange(len(panel)), 0))
    return np.asarray(total - total[start])


def _model(panel: Panel, outcome: str, settings: Settings) -> Model | str:
    if len(panel) == 0 or not (panel.round > 0).any():
        return "nobody_twice"
    y = panel.outcomes[outcome]
    if np.isnan(y).all():
        return "no_outcomes"
    chosen = design(panel, settings.covariates, with_changes=False)
    if settings.covariates.missing == "indicator":
        chosen = completed(chosen, ~np.isnan(y))
    quarter = panel.quarter
    quarters = np.unique(quarter)[1:]
    names = [*chosen.names, "round", *(f"quarter={each}" for each in quarters)]
    dummies = Columns(len(panel), [Source(len(quarters), lambda rows: quarter[rows][:, None] == quarters)])
    controls = Columns.side_by_side([chosen.values, panel.round, dummies])
    several = (np.bincount(panel.citizen) >= 2)[panel.citizen]
    rows = several & ~np.isnan(y)
    complete = controls.known()
    incomplete = panel.sample(rows & ~complete)
    rows &= complete
    if rows.sum() <= controls.shape[1] + 10:
        return "too_few"
    if y[rows].min() == y[rows].max():
        return "no_variation"
    return Model(panel.where(rows), y[rows], controls.where(rows), names, rows, incomplete)


def _regress(model: Model, names: list[str], columns: Floats) -> Regression:
    at = model.panel
    return regress(
        Columns.side_by_side([columns, model.controls]),
        [*names, *model.names],
        model.y,
        at.site,
        {SeKind.CITIZEN.value: at.citizen, SeKind.CASEWORKER.value: at.caseworker},
    )


def caseworker_change(panel: Panel, settings: Settings) -> EffectTable:
    """The outcome for each change more."""
    made: list[Effect] = []
    notes: list[str] = []
    count = changes_so_far(panel).astype(float)
    for outcome in OUTCOMES:
        model = _model(panel, outcome, settings)
        if isinstance(model, str):
            notes.append(model)
            continue
        found = _regress(model, ["changes"], count[model.rows][:, None])
        if "changes" not in found.names:
            notes.append("no_changes")
            continue
        sample, base = model.panel.sample(), Share(float(model.y.mean()))
        points_printed, ratio_printed, base_printed = _PRINTED[outcome]
        everyone = np.ones(len(model.y), dtype=bool)
        row = share(model.panel, model.y, everyone, outcome, "base", "")
        made.append(with_printed(row, base_printed, "000", "D6"))
        for kind in (SeKind.CITIZEN, SeKind.BOTH):
            row = coefficient(
                found, "changes", kind, sample, outcome, Estimator.OLS, base=base, contrast=Contrast.CHANGE
            )
            if kind is SeKind.CITIZEN:
                made.append(with_printed(row, points_printed, _SOURCES[outcome], "D3"))
                made.append(detectable(row))
                relative = ratio_of(row, base, "relative")
                made.append(with_printed(relative, ratio_printed, _SOURCES[outcome], "D3"))
            else:
                made.append(replace(row, group=kind.value))
        made += [
            coefficient(found, name, SeKind.CITIZEN, sample, outcome, Estimator.OLS, base=base)
            for name in found.names
            if name != "changes"
        ]
        made.append(count_row("incomplete", model.incomplete, outcome))
    return EffectTable("caseworker_change", tuple(made), notes=tuple(dict.fromkeys(notes)))


@dataclass(frozen=True)
class Moves:
    """Of each answer: rounds since the citizen's first change, and whether that was a mass move."""

    since: Integers
    """0 is the first answer with the new caseworker; only where `moved`."""
    moved: Flags
    is_mass: Flags


def moves(panel: Panel, settings: Settings) -> Moves:
    """Finds them. A mass move is one from a caseworker who has been seen for the last time when the citizen is seen
    with another, though the jobcentre is for long after; and at least so many citizens had their last answer with her
    shortly before and are then seen with others."""
    change = changed(panel)
    so_far = changes_so_far(panel)
    first = change & (so_far == 1)
    at = np.full(int(panel.citizen.max()) + 1, -1)
    at[panel.citizen[first]] = panel.round[first]
    moved = at[panel.citizen] >= 0
    since = panel.round - at[panel.citizen]
    places = np.flatnonzero(change)
    before = panel.previous[places]
    left = panel.caseworker[before]
    caseworkers, sites = int(panel.caseworker.max()) + 1, int(panel.site.max()) + 1
    last = np.zeros(caseworkers, dtype=np.int64)
    np.maximum.at(last, panel.caseworker, panel.week)
    site_end = np.zeros(sites, dtype=np.int64)
    np.maximum.at(site_end, panel.site, panel.week)
    near = settings.thresholds.mass_weeks
    gone = (site_end[panel.site[before]] - last[left] >= near) & (panel.week[places] > last[left])
    close = last[left] - panel.week[before] <= near
    pairs = np.unique(np.stack([left, panel.citizen[places]])[:, gone & close], axis=1)
    enough = np.bincount(pairs[0], minlength=caseworkers) >= settings.thresholds.mass_move
    is_mass_change = np.zeros(len(panel), dtype=bool)
    is_mass_change[places] = gone & close & enough[left]
    mass = np.zeros(len(at), dtype=bool)
    mass[panel.citizen[first & is_mass_change]] = True
    return Moves(since, moved, mass[panel.citizen])


@dataclass(frozen=True)
class Stacked:
    """Comparisons laid one after the other: for each round r, citizens whose first change is at r beside those who have
    an answer at r too and have not changed by then. Without that condition the rounds before a change would look bad by
    themselves: to change later, one must not have found a job."""

    row: Integers
    """Which answer."""
    cell: Integers
    """The round r and the rounds since it."""
    since: Integers
    treated: Flags


def stack(panel: Panel, found: Moves) -> Stacked:
    """Every comparison within BEFORE to AFTER rounds; a control leaves with its own change."""
    round_of, citizen = panel.round, panel.citizen
    last = np.zeros(int(citizen.max()) + 1, dtype=np.int64)
    np.maximum.at(last, citizen, round_of)
    never = np.iinfo(np.int64).max // 2
    first_change = np.where(found.moved, round_of - found.since, never)
    parts: list[tuple[Integers, Integers, Integers, Flags]] = []
    for reference in range(1, min(int(round_of.max()), _ROUNDS) + 1):
        since = round_of - reference
        near = (since >= BEFORE) & (since <= AFTER) & (last[citizen] >= reference)
        treated = first_change == reference
        control = (first_change > reference) & (round_of < first_change)
        rows = np.flatnonzero(near & (treated | control))
        cell = reference * (AFTER - BEFORE + 1) + since[rows] - BEFORE
        parts.append((rows, cell, since[rows], treated[rows]))
    row, cell, ago, treated = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Stacked(row, cell, ago, treated)


def change_event_study(panel: Panel, settings: Settings) -> EffectTable:
    """The outcome by rounds since the first change, beside citizens at the same round who have not changed."""
    made: list[Effect] = []
    notes: list[str] = []
    for outcome in OUTCOMES:
        model = _model(panel, outcome, settings)
        if isinstance(model, str):
            notes.append(model)
            continue
        rows = _event_rows(panel, model, outcome, settings)
        if isinstance(rows, str):
            notes.append(rows)
            continue
        made += rows
        if not any(each.group == MASS for each in rows):
            notes.append("no_mass_moves")
    if made:
        notes.append("windows_overlap")
    return EffectTable("change_event_study", tuple(made), notes=tuple(dict.fromkeys(notes)))


def _event_rows(panel: Panel, model: Model, outcome: str, settings: Settings) -> list[Effect] | str:
    found = moves(panel, settings)
    chosen = _some(panel, settings)
    stacked = stack(panel.where(chosen), Moves(found.since[chosen], found.moved[chosen], found.is_mass[chosen]))
    answer = np.flatnonzero(chosen)[stacked.row]
    place = np.where(model.rows, np.cumsum(model.rows) - 1, -1)[answer]
    known = place >= 0
    answer, place = answer[known], place[known]
    since, treated = stacked.since[known], stacked.treated[known]
    at = model.panel
    names: list[str] = []
    flags: list[Flags] = []
    for group, is_group in ((MASS, found.is_mass[answer]), (SINGLE, ~found.is_mass[answer])):
        for time in range(BEFORE, AFTER + 1):
            here = treated & is_group & (since == time)
            if here.any():
                names.append(f"{group} {time}")
                flags.append(here)
    if not names:
        return "no_changes"
    cells = at.site[place] * (int(stacked.cell.max()) + 1) + stacked.cell[known]
    x = Columns.side_by_side([np.column_stack(flags), model.controls.where(place)])
    # Whom a caseworker's leaving moves is settled by who was with her: by the citizen's first caseworker, then.
    clusters = {_KIND.value: panel.caseworker[np.searchsorted(panel.citizen, panel.citizen[answer])]}
    try:
        fitted = regress(x, [*names, *model.names], model.y[place], cells, clusters)
    except (ValueError, np.linalg.LinAlgError):
        return "too_few"
    base = Share(float(model.y[place[~treated]].mean())) if (~treated).any() else None
    made = []
    for name, here in zip(names, flags, strict=True):
        if name in fitted.names:
            group, time_text = name.split(" ")
            row = coefficient(
                fitted,
                name,
                _KIND,
                at.sample(place[here]),
                outcome,
                Estimator.EVENT_STUDY,
                base=base,
                contrast=Contrast.TO_NEVER,
            )
            made.append(replace(row, term=time_text, group=group))
    for group in (MASS, SINGLE):
        later = {name: here for name, here in zip(names, flags, strict=True) if _is_after(name, group)}
        later = {name: here for name, here in later.items() if name in fitted.names}
        if later:
            mean = _mean_of(fitted, {name: int(here.sum()) for name, here in later.items()})
            sample = at.sample(place[np.logical_or.reduce(list(later.values()))])
            value = Points(mean.value * POINTS_IN_ONE)
            row = Effect(outcome, "after", group, value, sample, Estimator.EVENT_STUDY)
            band = uncertainty(mean, _KIND, POINTS_IN_ONE)
            made.append(replace(row, uncertainty=band, contrast=Contrast.TO_NEVER, base=base))
    return made


def _is_after(name: str, group: str) -> bool:
    mine, time = name.split(" ")
    return mine == group and int(time) >= 0


def _mean_of(found: Regression, rows: dict[str, int]) -> Mean:
    """The mean of these coefficients, each counting for its rows."""
    places = [found.names.index(name) for name in rows]
    weights = np.array(list(rows.values())) / sum(rows.values())
    value = float(weights @ found.coefficients[places])
    se = float(np.sqrt(weights @ found.covariances[_KIND.value][np.ix_(places, places)] @ weights))
    reach = t_quantile(found.freedom[_KIND.value]) * se
    return Mean(value, se, value - reach, value + reach, found.freedom[_KIND.value] + 1)


def _some(panel: Panel, settings: Settings) -> Flags:
    """Every citizen; of very many, as many as the comparisons can be laid out for."""
    citizens = int(panel.citizen.max()) + 1
    part = min(1.0, _LAID_OUT / max(len(panel), 1))
    chance = np.random.default_rng([settings.draws.seed, 70])
    return np.asarray((chance.random(citizens) < part)[panel.citizen])
