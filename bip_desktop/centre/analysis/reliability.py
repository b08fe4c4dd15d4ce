# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How reliable one answer to one item is, and how large a change must be before it is more than chance."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from bip_desktop.centre.analysis.answer_codes import SCALES
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, SeKind, Uncertainty
from bip_desktop.centre.analysis.making import ratio
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import Ratio, Score
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.statistics.within import Floats, Integers

_LEVELS = {"95": 1.959963984540054, "80": 1.2815515655446004}
_DRAWS = 100
_CITIZENS = 20_000
"""At a time."""


def reliability(panel: Panel, settings: Settings) -> EffectTable:
    """r = ρ₁² / ρ₂: what two answers close together have in common, corrected for what has truly changed by the change
    over two. Reliable change by Jacobson and Truax: z · sd · sqrt(2 (1 - r))."""
    near = settings.thresholds.lag_weeks
    lags = _earlier(panel, 1, near), _earlier(panel, 2, 2 * near)
    sums = _sums(panel, lags, _weights(panel, settings))
    made: list[Effect] = []
    for place, item in enumerate(SCALES):
        level = panel.scale(item)
        known = ~np.isnan(level)
        if sums[0, place, :, 0].min() < 10 or not known.any():
            continue
        one, two = (panel.sample(_pairs(level, each)) for each in lags)
        lag1, lag2 = (_correlation(each) for each in sums[0, place])
        sd = float(level[known].std(ddof=1))
        made += [
            ratio(item, "lag_1", "", lag1, one, Estimator.CORRELATION),
            ratio(item, "lag_2", "", lag2, two, Estimator.CORRELATION),
            Effect(item, "sd", "", Score(sd), panel.sample(known), Estimator.MEAN),
        ]
        r = _reliability(lag1, lag2)
        if not np.isfinite(r):
            continue
        drawn = np.array([_reliability(_correlation(a), _correlation(b)) for a, b in sums[1:, place]])
        row = Effect(item, "reliability", "", Ratio(r), one, Estimator.CORRELATION)
        row = replace(row, uncertainty=_interval(drawn))
        made.append(row)
        for name, z in _LEVELS.items():
            change = Score(z * sd * float(np.sqrt(2 * (1 - r))))
            # The more reliable, the smaller: the ends change places. The spread is taken as known.
            ends = (z * sd * float(np.sqrt(2 * (1 - each))) for each in (row.uncertainty.high, row.uncertainty.low))
            band = Uncertainty(float("nan"), row.uncertainty.kind, *ends)
            made.append(Effect(item, "reliable_change", name, change, one, Estimator.CORRELATION, band))
    return EffectTable("reliability", tuple(made), notes=() if made else ("nobody_twice",))


def _weights(panel: Panel, settings: Settings) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """(1 + draws, citizens): one for each, then how often each is drawn."""
    chance = np.random.default_rng([settings.draws.seed, 60])
    citizens = int(panel.citizen.max()) + 1
    made = np.ones((1 + _DRAWS, citizens), dtype=np.uint8)  # nobody is drawn hundreds of times
    occur = np.bincount(panel.citizen) > 0
    number = int(occur.sum())
    for n in range(_DRAWS):
        made[n + 1] = chance.multinomial(number, occur / number)
    return made


def _sums(
    panel: Panel, lags: tuple[Integers, ...], weights: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"
) -> Floats:
    """(1 + draws, items, lags, 6): n, Σa, Σb, Σa², Σb², Σab of the pairs, from sums by citizen; those are whole numbers
    and thus exact. Some citizens at a time."""
    made = np.zeros((len(weights), len(SCALES), len(lags), 6))
    ends = np.searchsorted(panel.citizen, np.arange(0, weights.shape[1] + _CITIZENS, _CITIZENS))
    for part, (first, last) in enumerate(pairwise(ends)):
        here = slice(part * _CITIZENS, min((part + 1) * _CITIZENS, weights.shape[1]))
        citizen, weight = panel.citizen[first:last] - here.start, weights[:, here].astype(float)
        for lag, earlier in enumerate(lags):
            rows = np.flatnonzero(earlier[first:last] >= 0)
            now = panel.values[first + rows][:, : len(SCALES)]
            then = panel.values[earlier[first + rows]][:, : len(SCALES)]
            for item in range(len(SCALES)):
                pairs = np.flatnonzero((now[:, item] >= 1) & (then[:, item] >= 1))
                a, b = now[pairs, item].astype(float), then[pairs, item].astype(float)
                of = citizen[rows[pairs]]
                by_citizen = [np.bincount(of, each, weight.shape[1]) for each in (None, a, b, a * a, b * b, a * b)]
                made[:, item, lag] += weight @ np.column_stack(by_citizen)
    return made


def _earlier(panel: Panel, steps: int, weeks: int) -> Integers:
    """Where the answer so many before stands, if it is at most so many weeks before, and not after by a clock that was
    wrong; -1 otherwise."""
    at = panel.previous
    for _ in range(steps - 1):
        at = np.where(at >= 0, panel.previous[np.maximum(at, 0)], -1)
    gap = panel.week - panel.week[np.maximum(at, 0)]
    return np.asarray(np.where((at >= 0) & (gap >= 0) & (gap <= weeks), at, -1))


def _pairs(level: Floats, earlier: Integers) -> Integers:
    return np.flatnonzero((earlier >= 0) & ~np.isnan(level) & ~np.isnan(level[np.maximum(earlier, 0)]))


def _correlation(sums: Floats) -> float:
    n, a, b, aa, bb, ab = sums
    if not n > 0:
        return float("nan")
    spread = (n * aa - a * a) * (n * bb - b * b)
    return float((n * ab - a * b) / np.sqrt(spread)) if spread > 0 else float("nan")


def _reliability(lag1: float, lag2: float) -> float:
    """At most 1; nan where the answers have nothing in common."""
    return min(lag1**2 / lag2, 1.0) if lag1 > 0 and lag2 > 0 else float("nan")


def _interval(drawn: Floats) -> Uncertainty:
    drawn = drawn[np.isfinite(drawn)]
    if len(drawn) < _DRAWS / 2:
        return Uncertainty()
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Uncertainty(float(drawn.std(ddof=1)), SeKind.CITIZEN, float(low), float(high))
