# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What S12 goes with (A10), by a linear model and by an ordered one, and how much is explained as more is known."""

import numpy as np

from bip_desktop.centre.analysis.belief_question import KIND
from bip_desktop.centre.analysis.covariates import completed, design
from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, Uncertainty, count
from bip_desktop.centre.analysis.making import adjusted, coefficient
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import Ratio, Share
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, Settings
from bip_desktop.centre.statistics.absorbed import regress
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.ordered_logit import ordered_logit

_ORDERED_ROWS = 20_000
"""Answers that the ordered model is found from, at most."""


def belief_drivers(panel: Panel, settings: Settings) -> EffectTable:
    """A10: what S12 goes with, and how much of it is explained as more is known."""
    controls = design(panel, settings.covariates, with_changes=False, with_caseworker_items=True)
    asked = ~np.isnan(panel.belief)
    if settings.covariates.missing == "indicator":
        controls = completed(controls, asked)
    rows = asked & controls.values.known()
    if rows.sum() <= controls.values.shape[1] + 10:
        return EffectTable("belief_drivers", (), notes=("too_few",))
    at = panel.where(rows)
    x, y, sample = controls.values.where(rows), at.belief, at.sample()
    nobody = np.zeros(len(y), dtype=np.int64)
    clusters = {KIND.value: at.caseworker}
    made: list[Effect] = [count("incomplete", panel.sample(asked & ~rows), BELIEF)]
    known = {
        "register": set(panel.register.names),
        "items": {*panel.register.names, *settings.covariates.items},
        "caseworker_items": {*panel.register.names, *settings.covariates.items, *CASEWORKER_SCALES},
    }
    caseworker = np.unique(at.caseworker, return_inverse=True)[1].reshape(-1)
    steps = [(name, named, nobody) for name, named in known.items()]
    for name, named, absorbed in (*steps, ("caseworkers", known["caseworker_items"], caseworker)):
        chosen = [n for n, each in enumerate(controls.names) if each.removesuffix("_missing") in named]
        try:
            shown = clusters if name == "caseworker_items" else {}
            found = regress(x.pick(chosen), [controls.names[n] for n in chosen], y, absorbed, shown)
        except ValueError:
            continue
        groups = int(absorbed.max()) + 1
        made.append(Effect(BELIEF, "r_squared", name, Share(found.r_squared), sample, Estimator.OLS))
        made.append(Effect(BELIEF, "r_squared_adjusted", name, adjusted(found, groups), sample, Estimator.OLS))
        if name == "caseworker_items":
            linear = [
                coefficient(found, each, KIND, sample, BELIEF, Estimator.OLS, as_points=False) for each in found.names
            ]
            made += linear
            made += _ordered(at, x.pick([controls.names.index(each) for each in found.names]), linear, settings)
    return EffectTable("belief_drivers", tuple(made))


def _ordered(at: Panel, x: Columns, linear: list[Effect], settings: Settings) -> list[Effect]:
    """The same by an ordered logit, which does not take every step of S12 for equally long: log odds of a higher
    answer, and how many of the clear linear coefficients have the same sign. Of very many answers, some by chance."""
    rows = np.arange(len(at))
    if len(rows) > _ORDERED_ROWS:
        chance = np.random.default_rng([settings.draws.seed, 34])
        rows = np.sort(chance.choice(len(rows), _ORDERED_ROWS, replace=False))
    try:
        found = ordered_logit(x[rows], at.belief[rows].astype(np.int64), at.caseworker[rows])
    except (ValueError, np.linalg.LinAlgError):
        return []
    sample = at.sample(rows)
    made, same, clear = [], 0, 0
    for row, value, se in zip(linear, found.coefficients, found.errors, strict=True):
        band = Uncertainty(float(se), KIND, float(value - found.reach * se), float(value + found.reach * se))
        made.append(Effect(BELIEF, row.term, "", Ratio(float(value)), sample, Estimator.ORDERED, band, Contrast.UNIT))
        if row.uncertainty.low > 0 or row.uncertainty.high < 0:
            clear += 1
            same += value * row.value.value > 0
    if clear:
        made.append(Effect(BELIEF, "same_sign", "", Share(same / clear), sample, Estimator.ORDERED))
    return made
