# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Jackknife instrumental variables with a dummy for each caseworker, the citizen's own answers left out (Kolesár's
UJIVE with the clusters of Frandsen, Leslie and McIntyre).

What moves an answer is what the caseworker's dummy adds to the controls in foretelling it, found without any answer of
the citizen. Two stages with the dummies themselves would foretell each answer partly by itself, and lean towards least
squares.
"""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.columns import Matrix
from bip_desktop.centre.statistics.means import t_quantile
from bip_desktop.centre.statistics.solving import solved
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, numbered

_SINGULAR = 1e-8
_ALONE = 1e-8
"""A unit of whose rows less than this share is for others to say says all of it itself."""


@dataclass(frozen=True, slots=True)
class Jackknife:
    """The effect of the endogenous covariate, errors clustered."""

    effect: float
    se: float
    low: float
    high: float
    used: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"
    """(n,): without the answers of dummies, or covariates, that one unit has to itself."""


def jackknife_iv(
    exogenous: Matrix,
    y: Floats,
    endogenous: Floats,
    absorbed: Integers,
    dummy: Integers,
    unit: Integers,
    cluster: Integers,
) -> Jackknife:
    """`absorbed` are the jobcentres, `dummy` the caseworkers, `unit` the citizens that are left out whole. Raises
    `ValueError` where the dummies say nothing."""
    pair = numbered(dummy.astype(np.int64) * (int(absorbed.max()) + 1) + absorbed)
    used = _shared(pair, numbered(unit))
    if used.sum() <= exogenous.shape[1] + 2:
        raise ValueError("nothing to estimate")
    x, d, outcome, number = exogenous[used], endogenous[used], y[used], numbered(cluster[used])
    pair, site, who = numbered(pair[used]), numbered(absorbed[used]), numbered(unit[used])
    blocks = _blocks(who)
    by_site = _without_unit(x, d, site, blocks)
    moved = by_site - _without_unit(x, d, pair, blocks)
    known = np.isfinite(moved)
    moved = np.where(known, moved, 0.0)
    used[np.flatnonzero(used)[~known]] = False
    strength = float(moved @ d)
    if not np.isfinite(strength) or abs(strength) <= _SINGULAR * float(np.sqrt((moved @ moved) * (d @ d))):
        raise ValueError("nothing to estimate")
    effect = float(moved @ outcome) / strength
    left = _residuals(x, outcome - effect * d, site)
    sums = np.bincount(number, moved * left)[np.bincount(number, known) > 0]
    m = len(sums)
    se = float(np.sqrt(m / (m - 1) * (sums @ sums)) / abs(strength)) if m > 1 else float("nan")
    reach = t_quantile(m - 1) * se
    return Jackknife(effect, se, effect - reach, effect + reach, used)


def _shared(group: Integers, unit: Integers) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Rows whose group has another unit too: without theirs there is still something to foretell from."""
    pairs = np.unique(np.stack([group, unit]), axis=1)
    return np.asarray((np.bincount(pairs[0]) > 1)[group])


def _blocks(unit: Integers) -> list[Integers]:
    """(u, m) each: where the rows of the units with m rows stand."""
    order = np.argsort(unit, kind="stable")
    sizes = np.bincount(unit)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return [order[starts[sizes == m][:, None] + np.arange(m)] for m in np.unique(sizes)]


def _fitted(x: Floats, y: Floats, group: Integers) -> tuple[Floats, Floats, Floats, Integers]:
    """Covariates about their groups' means, the inverse of their products, residuals, and the groups' sizes."""
    data = Grouped(x, y, group)
    found = solved(data)
    about = x[:, found.kept] - data.means[group][:, found.kept]
    left = y - data.means[group, -1] - about @ found.coefficients
    return about, found.inverse, left, data.sizes


def _residuals(x: Floats, y: Floats, group: Integers) -> Floats:
    return _fitted(x, y, group)[2]


def _without_unit(x: Floats, y: Floats, group: Integers, blocks: list[Integers]) -> Floats:
    """y less what the other units' rows say of it: (I - H)⁻¹ e within each unit. nan where they say nothing, of a unit
    with a covariate that is its own say: there I - H has no inverse, and what a computer makes of it is rounding."""
    about, inverse, left, sizes = _fitted(x, y, group)
    made = np.empty(len(y))
    for rows in blocks:
        mine, groups = about[rows], group[rows]
        same = (groups[:, :, None] == groups[:, None, :]) / sizes[groups][:, :, None]
        others = np.eye(rows.shape[1]) - same - mine @ inverse @ mine.transpose(0, 2, 1)
        known = np.linalg.eigvalsh(others)[:, 0] > _ALONE
        made[rows[known]] = np.linalg.solve(others[known], left[rows[known]][:, :, None])[:, :, 0]
        made[rows[~known]] = np.nan
    return made
