# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How well a forecast orders people (AUC), forecasts of other folds, differences of means; errors by cluster."""

import numpy as np

from bip_desktop.centre.statistics.means import Mean, cluster_sums, t_quantile
from bip_desktop.centre.statistics.within import Floats, Integers


def _with_error(value: float, influence: Floats, cluster: Integers) -> Mean:
    sums = cluster_sums(influence, cluster)
    m = len(sums)
    se = float(np.sqrt(m / (m - 1) * (sums @ sums))) if m > 1 else float("nan")
    reach = t_quantile(m - 1) * se
    return Mean(value, se, value - reach, value + reach, m)


def auc(forecast: Floats, happened: Floats, cluster: Integers) -> Mean:
    """The chance that of two, one to whom it happened and one to whom not, the first has the higher forecast."""
    is_one = happened == 1
    ones, zeros = np.sort(forecast[is_one]), np.sort(forecast[~is_one])
    if len(ones) == 0 or len(zeros) == 0:
        return Mean(float("nan"), float("nan"), float("nan"), float("nan"), 0)
    above = (np.searchsorted(zeros, forecast, "left") + np.searchsorted(zeros, forecast, "right")) / (2 * len(zeros))
    below = 1 - (np.searchsorted(ones, forecast, "left") + np.searchsorted(ones, forecast, "right")) / (2 * len(ones))
    value = float(above[is_one].mean())
    influence = np.where(is_one, (above - value) / len(ones), (below - value) / len(zeros))
    return _with_error(value, influence, cluster)


def clustered_difference(y: Floats, second: Floats, cluster: Integers) -> Mean:
    """The mean of `y` where `second` is 1 less the mean where it is 0; nan where one of the two is empty."""
    here = second == 1
    n1, n0 = int(here.sum()), int((~here).sum())
    if not n1 or not n0:
        return Mean(float("nan"), float("nan"), float("nan"), float("nan"), 0)
    m1, m0 = float(y[here].mean()), float(y[~here].mean())
    return _with_error(m1 - m0, np.where(here, (y - m1) / n1, -(y - m0) / n0), cluster)


def clustered_ratio(y: Floats, second: Floats, cluster: Integers) -> Mean:
    """The mean of `y` where `second` is 1 over the mean where it is 0. The interval is that of the logarithm: it never
    goes below 0."""
    here = second == 1
    m1, m0 = (float(y[each].mean()) if each.any() else float("nan") for each in (here, ~here))
    if not (m1 > 0 and m0 > 0):
        value = m1 / m0 if m0 > 0 else float("nan")
        return Mean(value, float("nan"), float("nan"), float("nan"), 0)
    n1, n0 = int(here.sum()), int((~here).sum())
    influence = np.where(here, (y - m1) / (n1 * m1), -(y - m0) / (n0 * m0))
    log = _with_error(float(np.log(m1 / m0)), influence, cluster)
    value = m1 / m0
    return Mean(value, value * log.se, float(np.exp(log.low)), float(np.exp(log.high)), log.clusters)


def other_folds_rates(group: Integers, happened: Floats, fold: Integers) -> Floats:
    """For each row the share of its group in the other folds: a forecast that has not seen it."""
    groups, folds = int(group.max()) + 1, int(fold.max()) + 1
    cell = group * folds + fold
    ones = np.bincount(cell, happened, groups * folds).reshape(groups, folds)
    rows = np.bincount(cell, minlength=groups * folds).reshape(groups, folds)
    with np.errstate(invalid="ignore", divide="ignore"):
        rates = (ones.sum(axis=1, keepdims=True) - ones) / (rows.sum(axis=1, keepdims=True) - rows)
    overall = happened.mean()
    return np.asarray(np.where(np.isfinite(rates), rates, overall)[group, fold])
