# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What would have come of each of several patterns, had all had it: doubly robust (AIPW). It is right if either the
chances of the patterns or the outcomes are modelled right, and nothing that matters is unobserved."""

import warnings
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.means import least_squares
from bip_desktop.centre.statistics.within import Floats, Integers

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


def potential_means(x: Floats, y: Floats, arm: Integers, arms: int, seed: int) -> Arms | None:
    """The arms' means; None where the models cannot be found."""
    spread = x.std(axis=0)
    z = (x[:, spread > 0] - x[:, spread > 0].mean(axis=0)) / spread[spread > 0]
    design = np.column_stack([np.ones(len(y)), z])
    chances = _chances(design, arm, arms, seed)
    if chances is None:
        return None
    cut = np.maximum(chances, LEAST_CHANCE)
    scores = np.empty((len(y), arms))
    for each in range(arms):
        here = arm == each
        weights = least_squares(design[here], y[here])
        expected = design @ weights
        scores[:, each] = expected + np.where(here, (y - expected) / cut[:, each], 0.0)
    means = scores.mean(axis=0)
    return Arms(means, scores - means, chances, LEAST_CHANCE)


def _chances(design: Floats, arm: Integers, arms: int, seed: int) -> Floats | None:
    """Of each arm by a logit of it against the rest, brought to a sum of 1."""
    import statsmodels.api as sm

    rows = np.arange(len(arm))
    if len(arm) > FITTED_ROWS:
        rows = np.sort(np.random.default_rng([seed, 50]).choice(len(arm), FITTED_ROWS, replace=False))
    made = np.empty((len(arm), arms))
    for each in range(arms):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a perfect separation warns and then fails: both mean "no"
            try:
                found = sm.Logit((arm[rows] == each).astype(float), design[rows]).fit(disp=0, maxiter=50)
            except Exception:  # noqa: BLE001 - statsmodels raises its own, numpy's and plain ones
                return None
        if not found.mle_retvals["converged"] or not np.isfinite(found.params).all():
            return None
        made[:, each] = 1 / (1 + np.exp(-np.clip(design @ np.asarray(found.params), -30, 30)))
    return np.asarray(made / made.sum(axis=1, keepdims=True))
