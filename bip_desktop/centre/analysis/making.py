# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From estimates to effects: the shapes that many tables share."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.effects import Contrast, Effect, Estimator, Sample, SeKind, Uncertainty
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Points, Quantity, Ratio, Score, Share
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.absorbed import Regression
from bip_desktop.centre.statistics.means import Mean, clustered_mean, clustered_share, t_quantile
from bip_desktop.centre.statistics.within import Floats

LEVEL_REACH, POWER_REACH = 1.959963984540054, 0.8416212335729143
"""Standard errors to the end of an interval of 95 %, and from there to what is found eight times of ten."""
OUTCOME_OF_001 = "ext52"
NOTHING_KNOWN = Mean(float("nan"), float("nan"), float("nan"), float("nan"), 0)


def uncertainty(mean: Mean, kind: SeKind, times: float = 1.0) -> Uncertainty:
    """The error of a mean, in the unit that `times` makes."""
    return Uncertainty(mean.se * times, kind, mean.low * times, mean.high * times)


def cluster_of(panel: Panel, kind: SeKind) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """The numbers of the unit that errors are clustered by."""
    return panel.citizen if kind is SeKind.CITIZEN else panel.caseworker


def share(
    panel: Panel, values: Floats, rows: Flags, outcome: str, term: str, group: str, kind: SeKind = SeKind.CITIZEN
) -> Effect:
    """The share of `rows` with 1."""
    found = clustered_share(values[rows], cluster_of(panel, kind)[rows])
    return Effect(
        outcome, term, group, Share(found.value), panel.sample(rows), Estimator.MEAN, uncertainty(found, kind)
    )


def score(
    panel: Panel, values: Floats, rows: Flags, outcome: str, term: str, group: str, kind: SeKind = SeKind.CASEWORKER
) -> Effect:
    """The mean of `rows`, in steps of the scale."""
    found = clustered_mean(values[rows], cluster_of(panel, kind)[rows])
    return Effect(
        outcome, term, group, Score(found.value), panel.sample(rows), Estimator.MEAN, uncertainty(found, kind)
    )


def points(
    found: Mean, sample: Sample, outcome: str, term: str, group: str, kind: SeKind, contrast: Contrast, base: Share
) -> Effect:
    """A difference of two shares."""
    value = Points(found.value * POINTS_IN_ONE)
    made = Effect(outcome, term, group, value, sample, Estimator.RAW, uncertainty(found, kind, POINTS_IN_ONE))
    return replace(made, contrast=contrast, base=base)


def coefficient(
    found: Regression,
    name: str,
    kind: SeKind,
    sample: Sample,
    outcome: str,
    estimator: Estimator,
    *,
    group: str = "",
    as_points: bool = True,
    base: Share | None = None,
    contrast: Contrast = Contrast.UNIT,
) -> Effect:
    """A coefficient of a regression, in percentage points or in steps, with its interval."""
    times = POINTS_IN_ONE if as_points else 1.0
    value, se = found.of(name, kind.value)
    reach = t_quantile(found.freedom[kind.value]) * se
    made: Quantity = Points(value * times) if as_points else Score(value)
    band = Uncertainty(se * times, kind, (value - reach) * times, (value + reach) * times)
    return Effect(outcome, name, group, made, sample, estimator, band, contrast, base)


def ratio(
    outcome: str, term: str, group: str, value: float, sample: Sample, estimator: Estimator = Estimator.MEAN
) -> Effect:
    """A number without a unit and without an error."""
    return Effect(outcome, term, group, Ratio(value), sample, estimator)


def tellable(apart: Sample, settings: Settings) -> bool:
    """Whether two samples that differ by these answers may both be told of: what they are apart must not be few."""
    return min(apart.citizens, apart.caseworkers) >= settings.thresholds.cell


def adjusted(found: Regression, groups: int) -> Ratio:
    """R² less what as many covariates and groups explain by chance: no share, for it can be below 0."""
    return Ratio(1 - (1 - found.r_squared) * (found.rows - 1) / (found.rows - len(found.names) - groups))


def wald_p(found: Regression, names: Sequence[str], kind: SeKind, restrictions: Floats) -> float:
    """The p of all these restrictions (r, m) on the m named coefficients at once: Hotelling's F, since a variance found
    from few clusters makes many restrictions look broken together."""
    from scipy import special

    places = [found.names.index(name) for name in names]
    off = restrictions @ found.coefficients[places]
    spread = restrictions @ found.covariances[kind.value][np.ix_(places, places)] @ restrictions.T
    number, freedom = len(off), found.freedom[kind.value]
    left = freedom - number + 1
    if left < 1:
        return float("nan")  # fewer clusters than restrictions
    f = float(off @ np.linalg.solve(spread, off)) / number * left / freedom
    return float(special.fdtrc(number, left, f))


def p_row(outcome: str, term: str, p: float, sample: Sample, estimator: Estimator) -> Effect:
    """A p value."""
    return Effect(outcome, term, "", Ratio(p), sample, estimator)


def band_of(drawn: Floats, kind: SeKind, times: float) -> Uncertainty:
    """The error and interval of a number that was drawn anew many times."""
    drawn = drawn[np.isfinite(drawn)] * times
    if len(drawn) < 2:
        return Uncertainty(kind=kind)
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Uncertainty(float(drawn.std(ddof=1)), kind, float(low), float(high))


def detectable(effect: Effect) -> Effect:
    """How large an effect would have to be for eight of ten such studies to find it: without it, "not found" says
    nothing."""
    kind = type(effect.value)
    value = kind((LEVEL_REACH + POWER_REACH) * effect.uncertainty.se)
    return replace(effect, term="detectable", value=value, uncertainty=Uncertainty(), printed="", printed_source="")


def ratio_of(effect: Effect, base: Share, term: str) -> Effect:
    """A number of points beside its base, the base taken as known."""
    if not isinstance(effect.value, Points):
        raise TypeError("only percentage points have a base")
    u = effect.uncertainty
    band = Uncertainty(Points(u.se).of(base).value, u.kind, Points(u.low).of(base).value, Points(u.high).of(base).value)
    return replace(effect, term=term, value=effect.value.of(base), uncertainty=band, base=base)


def with_printed(effect: Effect, printed: str, source: str, disagreement: str = "") -> Effect:
    """With the figure of the source beside it, and where the sources disagree."""
    return replace(effect, printed=printed, printed_source=source, disagreement=disagreement)


def with_printed_of_001(effect: Effect, printed: str, disagreement: str = "") -> Effect:
    """With what [001] printed of caseworkers: it looked at one outcome, and beside another its figures mean nothing."""
    return with_printed(effect, printed, "001", disagreement) if effect.outcome == OUTCOME_OF_001 else effect
