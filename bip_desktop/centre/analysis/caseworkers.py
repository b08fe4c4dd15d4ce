# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseworkers' effects (A11), found once for all tables that need them; nobody is named or ranked."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, Sample, SeKind, Uncertainty
from bip_desktop.centre.analysis.making import band_of, with_printed_of_001
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Count, Points, Ratio, Share
from bip_desktop.centre.analysis.reading import Progress
from bip_desktop.centre.analysis.sampling import CaseworkerSample, Flow
from bip_desktop.centre.analysis.settings import LEAST_PERMUTATIONS, LEAST_SPLITS, Settings
from bip_desktop.centre.statistics.columns import Columns, Matrix
from bip_desktop.centre.statistics.fixed_effects import ErrorKind, Fitted, fit
from bip_desktop.centre.statistics.group_effects import (
    QUARTERS,
    Halves,
    Null,
    Rows,
    Shrunken,
    forecast_slope,
    halve,
    permute,
    pooled_variances,
    resampled,
    resampled_signals,
    shrink,
)
from bip_desktop.centre.statistics.means import t_quantile
from bip_desktop.centre.statistics.solving import Solved, solved
from bip_desktop.centre.statistics.sorting import correlation, foretold
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

_KINDS = {
    SeKind.CASEWORKER: ErrorKind.GROUP,
    SeKind.CITIZEN: ErrorKind.UNIT,
    SeKind.BOTH: ErrorKind.BOTH,
    SeKind.INDEPENDENT: ErrorKind.INDEPENDENT,
}
_HALVES = 10
"""The stream of chance that halves the citizens."""
_DRAWN = 2e7
"""Effects looked at, at most, for one resampled interval."""


@dataclass(frozen=True)
class Study:
    """The regression on the sample, and what is derived from it when asked for."""

    panel: Panel
    """The answers of the sample alone."""
    names: tuple[str, ...]
    rows: Rows
    fitted: Fitted
    settings: Settings
    progress: Progress
    outcome: str

    @property
    def sample(self) -> Sample:
        """All of it."""
        return self.panel.sample()

    @property
    def base(self) -> Share:
        """The share with the outcome."""
        return Share(float(self.rows.y.mean()))

    @property
    def sizes(self) -> Floats:
        """Answers of each caseworker."""
        return self.fitted.sizes.astype(float)

    @cached_property
    def citizens(self) -> Integers:
        """(G,): citizens of each caseworker."""
        pairs = np.unique(np.stack([self.rows.group, self.rows.unit]), axis=1)
        return np.asarray(np.bincount(pairs[0], minlength=self.rows.groups))

    @cached_property
    def drawn_from(self) -> tuple[Rows, Floats | None]:
        """What halves and shuffled worlds look at. Where there are so many answers that they need not find coefficients
        of their own: what those of the whole leave, with none to find."""
        if len(self.rows.y) <= self.settings.draws.refit_rows:
            return self.rows, None
        solved = self.fitted.solved
        left = self.rows.y - explained_by(self.rows.x, solved)
        return replace(self.rows, x=np.zeros((len(left), 0)), y=left), np.zeros(0)

    def chance(self, stream: int) -> np.random.Generator:
        """A stream of chance of its own, so that no analysis depends on another."""
        return np.random.default_rng([self.settings.draws.seed, stream])

    @cached_property
    def halves(self) -> Halves:
        """The split samples."""
        rows, known = self.drawn_from
        return halve(
            rows,
            self.settings.draws.splits,
            self.chance(_HALVES),
            known,
            lambda n, of: self.progress(f"halve stikprøver: {n + 1} af {of}"),
        )

    @property
    def can_be_halved(self) -> bool:
        """Whether enough caseworkers have citizens in both halves for quarters of them to be compared."""
        return len(self.halves.kept) >= QUARTERS

    @cached_property
    def null(self) -> Null:
        """The shuffled worlds."""
        rows, known = self.drawn_from
        return permute(
            rows,
            self.settings.draws.permutations,
            self.chance(11),
            known,
            lambda n, of: self.progress(f"blandede verdener: {n + 1} af {of}"),
        )

    @cached_property
    def variances(self) -> Floats:
        """(G,): of the effects."""
        return pooled_variances(self.fitted.sampling_variances, self.citizens, self.fitted.sizes)

    @cached_property
    def shrunken(self) -> Shrunken:
        """The effects without their noise."""
        return shrink(self.fitted.effects, self.variances, self.halves.signal())

    @property
    def draws(self) -> int:
        """How often caseworkers are drawn anew for an interval."""
        wanted = self.settings.draws.bootstraps
        looked_at = max(self.halves.one.size, 1)
        return int(min(wanted, max(100, _DRAWN / looked_at)))

    @property
    def true(self) -> Floats:
        """(G,): the shrunken effects about their mean; exactly 0 where nothing is left of the differences."""
        return self.shrunken.effects - self.shrunken.mean

    @cached_property
    def redrawn(self) -> Floats:
        """(draws, G): effects and errors drawn anew together, as another sample might have estimated them."""
        drawn = self.chance(15).normal(size=(self.draws, self.rows.groups))
        return np.asarray(self.shrunken.mean + np.sqrt(self.shrunken.signal + self.variances) * drawn)

    @cached_property
    def posterior(self) -> Floats:
        """(draws, G): effects about their mean as they might truly be, with the doubt about how much they differ at
        all."""
        chance = self.chance(12)
        signals = np.maximum(resampled_signals(self.halves, self.draws, chance), 0.0)
        made = np.empty((len(signals), self.rows.groups))
        for n, signal in enumerate(signals):
            drawn = shrink(self.fitted.effects, self.variances, float(signal))
            made[n] = drawn.effects - drawn.mean + drawn.errors * chance.normal(size=self.rows.groups)
        return made


def explained_by(x: Matrix, solved: Solved) -> Floats:
    """(n,): what the coefficients make of the covariates."""
    return Columns.side_by_side([x]).pick(solved.kept).times(solved.coefficients)


def study(flow: Flow, settings: Settings, progress: Progress, sample: CaseworkerSample | None = None) -> Study | str:
    """The regression on the flow's sample or another one, or the code of why there is none."""
    outcome = settings.outcomes.caseworker_effects
    sample = sample or flow.sample
    panel = flow.paired.where(sample.rows)
    if np.isnan(flow.paired.outcomes[outcome]).all():
        return "no_outcomes" if len(flow.paired) else "too_few"
    if len(panel) == 0:
        return "nobody_twice" if not (flow.paired.round > 0).any() else "too_few"
    y = panel.outcomes[outcome]
    if y.min() == y.max():
        return "no_variation"
    group = np.unique(panel.caseworker, return_inverse=True)[1].reshape(-1).astype(np.int64)
    if group.max() == 0:
        return "one_caseworker"
    citizens, unit = np.unique(panel.citizen, return_inverse=True)
    chosen = sample.design.values.where(sample.rows)
    # What is looked at hundreds of times is put together once, unless it is too much for that.
    x: Matrix = chosen[:] if len(chosen) <= settings.draws.refit_rows else chosen
    if len(y) <= x.shape[1] + group.max() + 2 or group.max() + 1 < QUARTERS:
        return "too_few"
    first = np.searchsorted(flow.paired.citizen, citizens)
    quarter = flow.paired.quarter[first]
    stratum = flow.paired.site[first] * (int(quarter.max()) + 1) + quarter
    rows = Rows(x, y, group, unit.reshape(-1).astype(np.int64), stratum)
    fitted = fit(Grouped(x, y, group), rows.unit)
    return Study(panel, sample.design.names, rows, fitted, settings, progress, outcome)


def how_halved(found: Study) -> tuple[str, ...]:
    """Notes of what the split samples lack."""
    draws = found.settings.draws
    few = draws.splits < LEAST_SPLITS or draws.permutations < LEAST_PERMUTATIONS
    some = len(found.halves.kept) < found.rows.groups
    return (("few_draws",) if few else ()) + (("not_all_halved",) if some else ())


def left_out(found: Study) -> list[tuple[str, str]]:
    """Covariates without a coefficient: why, and their names."""
    solved = found.fitted.solved
    return [("covariate_constant", found.names[j]) for j in solved.constant] + [
        ("covariate_collinear", found.names[j]) for j in solved.collinear
    ]


def caseworker_effects(found: Study | str) -> EffectTable:
    """The covariates' coefficients with every kind of error, and how much caseworkers differ."""
    if isinstance(found, str):
        return EffectTable("caseworker_effects", (), notes=(found,))
    rows = _coefficients(found) + _explained(found)
    if found.can_be_halved:
        rows += _spread(found) + _sorting(found)
    return EffectTable("caseworker_effects", tuple(rows), notes=_notes(found))


def _notes(found: Study) -> tuple[str, ...]:
    one_site = len(np.unique(found.panel.site)) == 1
    nested = len(np.unique(np.stack([found.panel.caseworker, found.panel.site]), axis=1)[0]) == found.rows.groups
    where = (("one_jobcentre",) if one_site else ()) + (("nested",) if nested and not one_site else ())
    return (*where, *how_halved(found), *(() if found.can_be_halved else ("not_halved",)))


def _coefficients(found: Study) -> list[Effect]:
    """The default kind of error first, under no group; the others under theirs."""
    fitted, default = found.fitted, SeKind(found.settings.design.cluster)
    freedom = {
        SeKind.CASEWORKER: found.rows.groups - 1,
        SeKind.CITIZEN: found.rows.units - 1,
        SeKind.BOTH: min(found.rows.groups, found.rows.units) - 1,
        SeKind.INDEPENDENT: fitted.rows - len(fitted.solved.kept) - found.rows.groups,
    }
    made = []
    for kind in (default, *(each for each in _KINDS if each is not default)):
        errors = fitted.errors(_KINDS[kind]) * POINTS_IN_ONE
        reach = t_quantile(freedom[kind])
        for place, j in enumerate(fitted.solved.kept):
            value, se = float(fitted.solved.coefficients[place]) * POINTS_IN_ONE, float(errors[place])
            made.append(
                Effect(
                    found.outcome,
                    found.names[j],
                    "" if kind is default else kind.value,
                    Points(value),
                    found.sample,
                    Estimator.FIXED_EFFECTS,
                    Uncertainty(se, kind, value - reach * se, value + reach * se),
                    Contrast.UNIT,
                    found.base,
                )
            )
    return made


def _explained(found: Study) -> list[Effect]:
    fitted, rows = found.fitted, found.rows
    without = solved(Grouped(rows.x, rows.y, np.zeros(len(rows.y), dtype=np.int64))).r_squared
    k, groups = len(fitted.solved.kept), rows.groups
    with_ = fitted.r_squared
    adjusted = 1 - (1 - with_) * (fitted.rows - 1) / (fitted.rows - k - groups)
    f = (with_ - without) / (groups - 1) / ((1 - with_) / (fitted.rows - k - groups))
    shuffled = found.null.residual_squares
    by_chance = 1 - shuffled / fitted.total_squares
    p = (1 + float((shuffled <= fitted.solved.residual_squares).sum())) / (1 + len(shuffled))

    def row(term: str, value: Share | Ratio | Count, estimator: Estimator = Estimator.FIXED_EFFECTS) -> Effect:
        return Effect(found.outcome, term, "", value, found.sample, estimator)

    several = np.bincount(np.unique(np.stack([rows.unit, rows.group]), axis=1)[0]) > 1
    movers = replace(row("movers", Count(int(several.sum()))), disagreement="D9")
    return [
        with_printed_of_001(row("r_squared_without", Share(without), Estimator.OLS), "0.16", "D7"),
        with_printed_of_001(row("r_squared_with", Share(with_)), "0.21", "D7"),
        row("r_squared_adjusted", Ratio(adjusted)),
        replace(
            row("r_squared_permuted", Share(float(by_chance.mean())), Estimator.PERMUTED),
            uncertainty=band_of(by_chance, SeKind.PERMUTED, 1.0),
        ),
        row("f", Ratio(f)),
        row("f_p_value", Ratio(p), Estimator.PERMUTED),
        replace(movers, parts=(found.panel.sample(several[rows.unit]),)),
    ]


def _spread(found: Study) -> list[Effect]:
    """Standard deviations of the caseworkers' effects, in percentage points, and the forecast test."""
    signal = found.halves.signal()
    signals = resampled_signals(found.halves, found.draws, found.chance(13))
    low, high = np.quantile(np.sqrt(np.maximum(signals, 0)), [0.025, 0.975]) * POINTS_IN_ONE
    spread = Uncertainty(float("nan"), SeKind.BOOTSTRAP, float(low), float(high))
    naive = float(found.fitted.effects.std(ddof=1)) * POINTS_IN_ONE
    true = float(np.sqrt(max(signal, 0))) * POINTS_IN_ONE
    kept = found.halves.kept
    variances = found.variances[kept]

    def slope_of(chosen: Integers) -> float:
        return forecast_slope(found.halves, variances, signal, chosen)

    slope = slope_of(np.arange(len(kept)))
    few = max(40, found.draws // 4)
    slopes = resampled(slope_of, len(kept), few, found.chance(14)) if np.isfinite(slope) else np.array([np.nan])
    band = band_of(slopes, SeKind.BOOTSTRAP, 1.0)
    sample, outcome = found.sample, found.outcome
    again = found.redrawn.std(axis=1, ddof=1)
    swings = band_of(again - again.mean() + naive / POINTS_IN_ONE, SeKind.PARAMETRIC, POINTS_IN_ONE)
    return [
        Effect(outcome, "sd_effects", "", Points(naive), sample, Estimator.NAIVE, swings, base=found.base),
        Effect(outcome, "sd_effects", "", Points(true), sample, Estimator.SPLIT, spread, base=found.base),
        Effect(outcome, "forecast_slope", "", Ratio(slope), sample, Estimator.SHRUNKEN, band),
    ]


def _sorting(found: Study) -> list[Effect]:
    """D13: whether caseworkers with large effects had citizens with small chances. The plain correlation leans to the
    negative by construction; that of one half's chances with the other half's effects does not."""
    solved, rows = found.fitted.solved, found.rows
    if not len(solved.kept):
        return []
    index = explained_by(rows.x, solved)
    means = np.bincount(rows.group, index) / found.sizes
    naive = float(np.corrcoef(means, found.fitted.effects)[0, 1]) if means.std() > 0 else float("nan")
    measure = correlation(foretold(rows, found.halves, found.chance(_HALVES)), found.halves)
    kept = len(found.halves.kept)
    halved = measure(np.arange(kept)) if kept else float("nan")
    few = max(40, found.draws // 4)
    drawn = resampled(measure, kept, few, found.chance(16)) if np.isfinite(halved) else np.array([np.nan])
    band = band_of(drawn, SeKind.BOOTSTRAP, 1.0)
    made = [
        Effect(found.outcome, "sorting", "", Ratio(naive), found.sample, Estimator.NAIVE, disagreement="D13"),
        Effect(found.outcome, "sorting", "", Ratio(halved), found.sample, Estimator.SPLIT, band, disagreement="D13"),
    ]
    return [each for each in made if np.isfinite(each.value.value)]
