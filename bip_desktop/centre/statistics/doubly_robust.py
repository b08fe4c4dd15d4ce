# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What would have come of each of several patterns, had all had it: doubly robust (AIPW). It is right if either the
chances of the patterns or the outcomes are modelled right, and nothing that matters is unobserved."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.columns import Columns, Matrix, Source
from bip_desktop.centre.statistics.means import from_products
from bip_desktop.centre.statistics.solving import solved
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers, crossed

LEAST_CHANCE = 0.02
"""Nobody counts for more than fifty."""
FITTED_ROWS = 50_000
"""Rows that the models of the chances are found from, at most."""


@dataclass(frozen=True)
class Arms:
    """Of `a` patterns and `n` rows."""

    means: Floats
    """(a,)"""
    influence: Floats
    """(n, a): each row's part in the mean, about it."""
    chances: Floats
    """(n, a): of each pattern, before they are cut at `least`."""
    least: float


def potential_means(x: Matrix, y: Floats, arm: Integers, arms: int, seed: int) -> Arms | None:
    """The arms' means. `x` is (n, k) covariates, `y` (n,) what came of it, `arm` (n,) each row's pattern, 0 to
    `arms` - 1. None where the chances cannot be found: somebody's pattern is certain."""
    design = _standardised(x)
    logits = _logits(design, arm, arms, seed)
    return None if logits is None else _means(design, logits, y, arm, arms)


def potential_means_of_each(
    x: Matrix, ys: Mapping[str, Floats], arm: Integers, arms: int, seed: int
) -> dict[str, tuple[Arms, Integers]]:
    """The same of several outcomes by one model of the chances, each from the rows where it is known (which come with
    it). Outcomes that some arm hardly has are left out."""
    design = _standardised(x)
    logits = _logits(design, arm, arms, seed)
    made: dict[str, tuple[Arms, Integers]] = {}
    for name, y in ys.items() if logits is not None else ():
        rows = np.flatnonzero(~np.isnan(y))
        if logits is not None and np.bincount(arm[rows], minlength=arms).min() > design.shape[1]:
            made[name] = _means(design.where(rows), logits, y[rows], arm[rows], arms), rows
    return made


def _means(design: Columns, logits: Floats, y: Floats, arm: Integers, arms: int) -> Arms:
    k = design.shape[1]
    products = np.zeros((arms, k + 1, k + 1))
    for here, block in Columns.side_by_side([design, y]).chunks():
        for each in range(arms):
            rows = block[arm[here] == each]
            products[each] += crossed(rows, rows)
    weights = np.column_stack([from_products(each) for each in products])
    chances, scores = np.empty((len(y), arms)), np.empty((len(y), arms))
    for here, block in design.chunks():
        chances[here] = 1 / (1 + np.exp(-np.clip(block @ logits, -30, 30)))
        scores[here] = block @ weights
    chances /= chances.sum(axis=1, keepdims=True)
    for each in range(arms):
        mine = np.flatnonzero(arm == each)
        cut = np.maximum(chances[mine, each], LEAST_CHANCE)
        scores[mine, each] += (y[mine] - scores[mine, each]) / cut
    means = scores.mean(axis=0)
    scores -= means
    return Arms(means, scores, chances, LEAST_CHANCE)


def _standardised(x: Matrix) -> Columns:
    """One, and about its mean in its own standard deviations every covariate that says something beside those before
    it: with one that does not, there is no logit."""
    n = len(x)
    data = Grouped(x, np.zeros(n), np.zeros(n, dtype=np.int64))
    places = solved(data).kept
    mean, spread = data.means[0, places], np.sqrt(np.diag(data.products)[places] / n)
    kept = Columns.side_by_side([x]).pick(places)
    return Columns.side_by_side(
        [np.ones(n), Columns(n, [Source(len(mean), lambda rows: (kept[rows] - mean) / spread)])]
    )


def _logits(design: Columns, arm: Integers, arms: int, seed: int) -> Floats | None:
    """(k, arms): coefficients of a logit of each arm against the rest."""
    import statsmodels.api as sm

    rows = np.arange(len(arm))
    if len(arm) > FITTED_ROWS:
        rows = np.sort(np.random.default_rng([seed, 50]).choice(len(arm), FITTED_ROWS, replace=False))
    block = design[rows]
    made = np.empty((design.shape[1], arms))
    for each in range(arms):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a perfect separation warns and then fails: both mean "no"
            try:
                found = sm.Logit((arm[rows] == each).astype(float), block).fit(disp=0, maxiter=50)
            except Exception:  # noqa: BLE001 - statsmodels raises its own, numpy's and plain ones
                return None
        if not found.mle_retvals["converged"] or not np.isfinite(found.params).all():
            return None
        made[:, each] = found.params
    return made
