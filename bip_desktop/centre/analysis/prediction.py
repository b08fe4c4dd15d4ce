# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How much of looking for work and of job can be explained (A19), and by which indicators (A20)."""

from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.covariates import Design, changes, completed, scales
from bip_desktop.centre.analysis.descriptive import FOLDS
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, SeKind, count
from bip_desktop.centre.analysis.making import adjusted, coefficient, uncertainty, with_printed
from bip_desktop.centre.analysis.panel import NOT_SEARCHING, Panel
from bip_desktop.centre.analysis.quantities import Ratio, Share
from bip_desktop.centre.analysis.settings import BELIEF, CASEWORKER_SCALES, CITIZEN_SCALES, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.absorbed import regress
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.discrimination import auc
from bip_desktop.centre.statistics.means import from_products
from bip_desktop.centre.statistics.within import Floats, Integers, crossed

_ITEMS = (*CITIZEN_SCALES, *CASEWORKER_SCALES, BELIEF)
_PRINTED = {
    ("search", "register"): "0.07",
    ("search", "items"): "0.28",
    ("search", "caseworkers"): "0.43",
    ("job52", "register"): "0.07",
    ("job52", "items"): "0.14",
    ("job52", "caseworkers"): "0.2",
}


def searches(panel: Panel) -> Floats:
    """1 where the citizen looks for work, 0 where B10 says not, nan where it says neither."""
    ticks = panel.channels
    answered = (ticks >= 0).all(axis=1)
    active = (ticks[:, : NOT_SEARCHING - 1] == 1).any(axis=1)
    idle = ticks[:, NOT_SEARCHING - 1] == 1
    return np.where(answered & active, 1.0, np.where(answered & idle, 0.0, np.nan))


def explained(panel: Panel, settings: Settings) -> EffectTable:
    """R² in steps, as the source has it, and AUC for citizens the model has not seen."""
    x = Columns.side_by_side([panel.register.values, scales(panel, _ITEMS)])
    complete = x.known()
    made: list[Effect] = []
    notes: list[str] = []
    fold_of = np.random.default_rng([settings.draws.seed, 40]).integers(0, FOLDS, int(panel.citizen.max()) + 1)
    for name, y in (("search", searches(panel)), ("job52", panel.outcomes["job52"])):
        rows = ~np.isnan(y) & complete
        if rows.sum() <= 2 * x.shape[1] + 10 or y[rows].min() == y[rows].max():
            notes.append("too_few" if rows.sum() <= 2 * x.shape[1] + 10 else "no_variation")
            continue
        made.append(count("incomplete", panel.sample(~np.isnan(y) & ~complete), name))
        made += _steps(panel.where(rows), name, y[rows], x.where(rows), fold_of)
    return EffectTable("explained", tuple(made), notes=tuple(dict.fromkeys(notes)))


def _steps(at: Panel, name: str, y: Floats, x: Columns, fold_of: Integers) -> list[Effect]:
    nobody, width = np.zeros(len(y), dtype=np.int64), len(at.register.names)
    sample, base = at.sample(), Share(float(y.mean()))
    caseworker = np.unique(at.caseworker, return_inverse=True)[1].reshape(-1)
    made: list[Effect] = []
    for step, until, absorbed in (
        ("register", width, nobody),
        ("items", x.shape[1], nobody),
        ("caseworkers", x.shape[1], caseworker),
    ):
        names = [str(n) for n in range(until)]
        try:
            known = x.pick(range(until))
            found = regress(known, names, y, absorbed, {})
        except ValueError:
            continue
        row = Effect(name, "r_squared", step, Share(found.r_squared), sample, Estimator.OLS, base=base)
        made.append(with_printed(row, _PRINTED[name, step], "002", "D7"))
        less = adjusted(found, int(absorbed.max()) + 1)
        made.append(replace(row, term="r_squared_adjusted", value=less))
        if absorbed is nobody:
            forecast = _unseen(known, y, fold_of[at.citizen])
            seen = auc(forecast, y, at.citizen)
            band = uncertainty(seen, SeKind.CITIZEN)
            made.append(Effect(name, "auc", step, Ratio(seen.value), sample, Estimator.OLS, band, base=base))
    return made


def _unseen(x: Columns, y: Floats, fold: Integers) -> Floats:
    """What a linear model of the other folds says of each row."""
    full = Columns.side_by_side([np.ones(len(y)), x, y])
    k = full.shape[1] - 1
    products = np.zeros((FOLDS, k + 1, k + 1))
    for here, block in full.chunks():
        for each in range(FOLDS):
            rows = block[fold[here] == each]
            products[each] += crossed(rows, rows)
    made = np.full(len(y), y.mean())
    sizes = np.bincount(fold, minlength=FOLDS)
    for each in range(FOLDS):
        if 0 < sizes[each] < len(y) - k:
            rows = np.flatnonzero(fold == each)
            others = np.delete(products, each, axis=0).sum(axis=0)
            made[rows] = full.pick(range(k)).where(rows).times(from_products(others))
    return made


def predictors(panel: Panel) -> EffectTable:
    """All indicators at once, levels and changes; q by Benjamini and Hochberg over all of one outcome. With forty of
    them hardly any answer is complete, so that here each stays, with a covariate that says what is missing."""
    indicators = Design((), Columns.none(len(panel))).and_(_ITEMS, scales(panel, _ITEMS))
    indicators = indicators.and_([f"{item}_change" for item in _ITEMS], changes(panel, _ITEMS))
    search = searches(panel)
    idle_before = (panel.previous >= 0) & (search[np.maximum(panel.previous, 0)] == 0)
    made: list[Effect] = []
    notes: list[str] = []
    for name, y, asked in (
        ("search", search, idle_before),
        ("job52", panel.outcomes["job52"], np.ones(len(panel), dtype=bool)),
    ):
        found = _indicators(panel, name, y, asked, indicators)
        if isinstance(found, str):
            notes.append(found)
        else:
            made += found
    return EffectTable("predictors", tuple(made), notes=tuple(dict.fromkeys(notes)))


def _indicators(panel: Panel, name: str, y: Floats, asked: Flags, indicators: Design) -> list[Effect] | str:
    both = indicators.and_(panel.register.names, panel.register.values)
    rows = asked & ~np.isnan(y) & (panel.previous >= 0)
    both = completed(both, rows)
    x, names = both.values, both.names
    rows &= x.known()
    if rows.sum() <= x.shape[1] + 10:
        return "too_few"
    if y[rows].min() == y[rows].max():
        return "no_variation"
    at = panel.where(rows)
    found = regress(x.where(rows), names, y[rows], at.site, {SeKind.CITIZEN.value: at.citizen})
    base, sample = Share(float(y[rows].mean())), at.sample()
    kept = [each for each in found.names if each in indicators.names]
    effects = [coefficient(found, each, SeKind.CITIZEN, sample, name, Estimator.OLS, base=base) for each in kept]
    sizes = [abs(each.value.value / each.uncertainty.se) for each in effects]
    q = false_discovery(np.array(sizes), found.freedom[SeKind.CITIZEN.value])
    rates = [
        Effect(name, each.term, "q", Ratio(float(value)), sample, Estimator.OLS)
        for each, value in zip(effects, q, strict=True)
    ]
    return [replace(each, disagreement="D12") for each in effects] + rates


def false_discovery(t: Floats, freedom: int) -> Floats:
    """Benjamini and Hochberg's q of these t values."""
    from scipy import special

    p = 2 * special.stdtr(freedom, -np.abs(t))
    order = np.argsort(p, kind="stable")
    stepped = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum(np.minimum.accumulate(stepped[::-1])[::-1], 1.0)
    return q
