# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Means and shares of answers that hang together: errors from sums by cluster, intervals that stay within 0 and 1."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from bip_desktop.centre.statistics.within import Floats, Integers

LEVEL = 0.95
Z = float(special.ndtri(0.5 + LEVEL / 2))


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with its standard error and interval."""

    value: float
    se: float
    low: float
    high: float
    clusters: int


def from_products(products: Floats) -> Floats:
    """Coefficients from the cross-products of covariates and, last, the outcome, scaled: the shortest ones where
    columns hang together. For forecasts."""
    scale = 1 / np.maximum(np.sqrt(np.diag(products)[:-1]), np.finfo(float).tiny)
    scaled = products[:-1, :-1] * np.outer(scale, scale)
    return np.asarray(np.linalg.lstsq(scaled, products[:-1, -1] * scale, rcond=1e-11)[0] * scale)


def t_quantile(freedom: float) -> float:
    """How many standard errors an interval of 95 % reaches: Student's t, the normal one where it is not known."""
    return float(special.stdtrit(freedom, 0.5 + LEVEL / 2)) if freedom > 0 else float("nan")


def cluster_sums(values: Floats, cluster: Integers) -> Floats:
    """The sum of each cluster that occurs, in the clusters' order. Clusters are numbered from 0."""
    return np.bincount(cluster, values)[np.bincount(cluster) > 0].astype(float)


def clustered_mean(values: Floats, cluster: Integers) -> Mean:
    """The mean of `values`, errors clustered: sqrt(m / (m - 1) Σ (Σ_cluster (y - ȳ))²) / n."""
    value = float(values.mean()) if len(values) else float("nan")
    sums = cluster_sums(values - value, cluster) if len(values) else np.zeros(0)
    m = len(sums)
    se = float(np.sqrt(m / (m - 1) * (sums @ sums)) / len(values)) if m > 1 else float("nan")
    reach = t_quantile(m - 1) * se
    return Mean(value, se, value - reach, value + reach, m)


def clustered_share(values: Floats, cluster: Integers) -> Mean:
    """A share with Wilson's interval for as many independent answers as the clustered error is worth."""
    found = clustered_mean(values, cluster)
    p = found.value
    if not np.isfinite(p):
        return found
    spread = p * (1 - p)
    worth = spread / found.se**2 if spread > 0 and found.se > 0 else float(found.clusters)
    low, high = wilson(p, worth, t_quantile(found.clusters - 1) if found.clusters > 1 else Z)
    return Mean(p, found.se, low, high, found.clusters)


def wilson(share: float, worth: float, quantile: float = Z) -> tuple[float, float]:
    """Wilson's interval of a share of `worth` independent answers; with Student's `quantile` where few clusters tell
    how much they are worth."""
    if worth <= 0:
        return float("nan"), float("nan")
    z2 = quantile**2
    middle = (share + z2 / (2 * worth)) / (1 + z2 / worth)
    reach = quantile / (1 + z2 / worth) * np.sqrt(share * (1 - share) / worth + z2 / (4 * worth**2))
    return max(0.0, float(middle - reach)), min(1.0, float(middle + reach))
