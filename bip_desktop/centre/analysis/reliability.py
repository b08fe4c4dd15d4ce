# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How reliable one answer to one item is, and how large a change must be before it is more than chance."""

from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, SeKind, Uncertainty
from bip_desktop.centre.analysis.making import ratio
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import Ratio, Score
from bip_desktop.centre.analysis.reading import SCALES
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.statistics.within import Floats, Integers

_LEVELS = {"95": 1.959963984540054, "80": 1.2815515655446004}
_DRAWS = 100


def reliability(panel: Panel, settings: Settings) -> EffectTable:
    """r = ρ₁² / ρ₂: what two answers close together have in common, corrected for what has truly changed by the change
    over two. Reliable change by Jacobson and Truax: z · sd · sqrt(2 (1 - r))."""
    near = settings.thresholds.lag_weeks
    one, two = _earlier(panel, 1, near), _earlier(panel, 2, 2 * near)
    chance = np.random.default_rng([settings.draws.seed, 60])
    weights = chance.multinomial(
        np.bincount(panel.citizen).astype(bool).sum(),
        np.full(int(panel.citizen.max()) + 1, 1 / (int(panel.citizen.max()) + 1)),
        size=_DRAWS,
    )
    made: list[Effect] = []
    for item in SCALES:
        level = panel.scale(item)
        pairs = [_pairs(level, each) for each in (one, two)]
        known = ~np.isnan(level)
        if any(len(rows) < 10 for rows in pairs) or not known.any():
            continue
        sample = panel.sample(pairs[0])
        lag1, lag2 = (
            _correlation(level[rows], level[each[rows]]) for rows, each in zip(pairs, (one, two), strict=True)
        )
        sd = float(level[known].std(ddof=1))
        made += [
            ratio(item, "lag_1", "", lag1, sample, Estimator.CORRELATION),
            ratio(item, "lag_2", "", lag2, panel.sample(pairs[1]), Estimator.CORRELATION),
            Effect(item, "sd", "", Score(sd), panel.sample(known), Estimator.MEAN),
        ]
        r = _reliability(lag1, lag2)
        if not np.isfinite(r):
            continue
        drawn = np.array(
            [
                _reliability(
                    *(
                        _correlation(level[rows], level[each[rows]], weight[panel.citizen[rows]].astype(float))
                        for rows, each in zip(pairs, (one, two), strict=True)
                    )
                )
                for weight in weights
            ]
        )
        row = Effect(item, "reliability", "", Ratio(r), sample, Estimator.CORRELATION)
        made.append(replace(row, uncertainty=_interval(drawn)))
        for name, z in _LEVELS.items():
            change = Score(z * sd * float(np.sqrt(2 * (1 - r))))
            made.append(Effect(item, "reliable_change", name, change, sample, Estimator.CORRELATION))
    return EffectTable("reliability", tuple(made), notes=() if made else ("nobody_twice",))


def _earlier(panel: Panel, steps: int, weeks: int) -> Integers:
    """Where the answer so many before stands, if it is at most so many weeks before; -1 otherwise."""
    at = panel.previous
    for _ in range(steps - 1):
        at = np.where(at >= 0, panel.previous[np.maximum(at, 0)], -1)
    gap = panel.week - panel.week[np.maximum(at, 0)]
    return np.asarray(np.where((at >= 0) & (gap <= weeks), at, -1))


def _pairs(level: Floats, earlier: Integers) -> Integers:
    return np.flatnonzero((earlier >= 0) & ~np.isnan(level) & ~np.isnan(level[np.maximum(earlier, 0)]))


def _correlation(a: Floats, b: Floats, weight: Floats | None = None) -> float:
    w = np.ones(len(a)) if weight is None else weight
    if not w.sum() > 0:
        return float("nan")
    a, b = a - a @ w / w.sum(), b - b @ w / w.sum()
    spread = (w @ a**2) * (w @ b**2)
    return float((w * a) @ b / np.sqrt(spread)) if spread > 0 else float("nan")


def _reliability(lag1: float, lag2: float) -> float:
    """At most 1; nan where the answers have nothing in common."""
    return min(lag1**2 / lag2, 1.0) if lag1 > 0 and lag2 > 0 else float("nan")


def _interval(drawn: Floats) -> Uncertainty:
    drawn = drawn[np.isfinite(drawn)]
    if len(drawn) < _DRAWS / 2:
        return Uncertainty()
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Uncertainty(float(drawn.std(ddof=1)), SeKind.CITIZEN, float(low), float(high))
