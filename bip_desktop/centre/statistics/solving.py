# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Least squares from cross-products within groups, which covariates say something, and how exact that is.

The normal equations are solved in correlations, so that a covariate's unit costs no digit. What correlation costs is
the square of what it costs least squares on the rows: of the sixteen digits about log10 of the condition number of the
correlations is lost; with a thousandth of a covariate's variance left by the others some three. `COLLINEAR` bounds it.
"""

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

COLLINEAR = 1e-9
"""A covariate of which less than this share of its variance is left by the ones before it says nothing new."""
CONSTANT = 1e-12
"""A covariate of which less than this share of its variance lies within the groups is constant in each."""
ROUNDED = 1e-12
"""A covariate that varies by less than this share of its size is constant: so much of a mean may be rounding."""


@dataclass(frozen=True, slots=True)
class Solved:
    """Coefficients of the covariates that say something, and why the others do not."""

    kept: Integers
    """(p,): the places of the covariates with a coefficient."""
    constant: tuple[int, ...]
    """The places of those that do not vary within any group."""
    collinear: tuple[int, ...]
    """The places of those that the ones before determine."""
    coefficients: Floats
    """(p,): units of y by unit of the covariate."""
    inverse: Floats
    """(p, p): the inverse of the kept covariates' W."""
    residual_squares: float
    """The sum of squared residuals."""
    totals: Floats
    """(k + 1,): sums of squares of covariates and outcome about the means of all rows."""

    @property
    def r_squared(self) -> float:
        """Of the covariates and the groups together; nan where the outcome does not vary."""
        return 1 - self.residual_squares / float(self.totals[-1]) if self.totals[-1] > 0 else np.nan

    def residual_weights(self) -> Floats:
        """(k + 1,): what z = (x, y) is multiplied with to give y - xβ."""
        made = np.zeros(len(self.totals))
        made[self.kept], made[-1] = -self.coefficients, 1.0
        return made


def solved(data: Grouped) -> Solved:
    """Least squares from rows, with an effect for each group. Raises `ValueError` as `solve` does."""
    return solve(data.products, data.sizes, data.means)


def solve(products: Floats, sizes: Integers, means: Floats) -> Solved:
    """Least squares from W (k + 1, k + 1), and from the rows (G,) and means (G, k + 1) of the groups, which tell what
    is constant. Raises `ValueError` where a number is not finite."""
    if not np.isfinite(products).all():
        raise ValueError("x and y must be finite")
    k = len(products) - 1
    totals = np.diag(products) + sizes @ (means - sizes @ means / sizes.sum()) ** 2
    least = np.maximum(CONSTANT * totals, ROUNDED**2 * (sizes @ means**2))
    constant = [j for j in range(k) if products[j, j] <= least[j]]
    kept, collinear = _independent(products[:k, :k], [j for j in range(k) if j not in set(constant)])
    scale, r = _correlations(products, kept)
    inverse = np.linalg.inv(r) * np.outer(scale, scale)
    target = products[kept, k]
    coefficients = np.linalg.solve(r, target * scale) * scale
    return Solved(
        kept=np.array(kept, dtype=np.int64),
        constant=tuple(constant),
        collinear=tuple(collinear),
        coefficients=coefficients,
        inverse=(inverse + inverse.T) / 2,
        residual_squares=max(float(products[k, k] - coefficients @ target), 0.0),
        totals=totals,
    )


def _correlations(w: Floats, kept: list[int]) -> tuple[Floats, Floats]:
    """(p,): what W is scaled by, and (p, p): the correlations."""
    scale = 1 / np.sqrt(np.diag(w)[kept])
    return scale, w[np.ix_(kept, kept)] * np.outer(scale, scale)


def _independent(w: Floats, candidates: list[int]) -> tuple[list[int], list[int]]:
    """Which covariates the ones before leave something of, by Cholesky's factor of their correlations."""
    _, r = _correlations(w, candidates)
    with suppress(np.linalg.LinAlgError):
        if (np.diag(np.linalg.cholesky(r)) ** 2 > COLLINEAR).all():
            return candidates, []
    # Something is determined by others: row by row, so that the first ones stay.
    places: list[int] = []
    factor = np.zeros_like(r)
    for place in range(len(candidates)):
        p = len(places)
        row = np.linalg.solve(factor[:p, :p], r[place, places])
        left = 1 - row @ row
        if left > COLLINEAR:
            factor[p, :p], factor[p, p] = row, np.sqrt(left)
            places.append(place)
    stays = set(places)
    return [candidates[place] for place in places], [j for place, j in enumerate(candidates) if place not in stays]
