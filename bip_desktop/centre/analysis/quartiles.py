# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Quarters of caseworkers (A12 to A14) and the policy experiment (A15), never without what noise gives beside them."""

from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.caseworkers import Study, how_halved
from bip_desktop.centre.analysis.composition import ALWAYS, compose
from bip_desktop.centre.analysis.effects import (
    Contrast,
    Effect,
    EffectTable,
    Estimator,
    Identity,
    Sample,
    SeKind,
    Uncertainty,
)
from bip_desktop.centre.analysis.making import OUTCOME_OF_001, band_of, share, uncertainty, with_printed_of_001
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Count, Points, Ratio, Share
from bip_desktop.centre.statistics.group_effects import QUARTERS, gain, gap, quarters, resampled
from bip_desktop.centre.statistics.means import clustered_mean, clustered_share
from bip_desktop.centre.statistics.within import Floats, Integers

QUARTER = "quarter"
"""The partition of what is said of each quarter, in every table."""
_RAW_PRINTED = ("0.07", "0.13", "0.18", "0.23")
_GAP_PRINTED = 26.0
_CITIZENS_PRINTED = ("22; 23", "22; 23", "28", "20")
"""The source says 22 to 23 of the two lowest quarters."""


def quarter_of_answers(found: Study) -> Integers:
    """(n,): 0 to 3, the quarter of each answer's caseworker."""
    place = np.empty(found.rows.groups, dtype=np.int64)
    for number, members in enumerate(quarters(found.fitted.effects)):
        place[members] = number
    return place[found.rows.group]


def quartiles(found: Study | str) -> EffectTable:
    """The raw outcome and the effects by quarter, and the gap as four estimators see it."""
    if isinstance(found, str):
        return EffectTable("quartiles", (), notes=(found,))
    of_answer = quarter_of_answers(found)
    made: list[Effect] = []
    for number, members in enumerate(quarters(found.fitted.effects)):
        here = of_answer == number
        group, sample = str(number + 1), found.panel.sample(here)
        raw = share(found.panel, found.rows.y, here, found.outcome, "raw", group, SeKind.CASEWORKER)
        made.append(with_printed_of_001(raw, _RAW_PRINTED[number]))
        again = np.sort(found.redrawn, axis=1)[:, _places(found, number)].mean(axis=1) - found.redrawn.mean(axis=1)
        true = found.posterior[:, members].mean(axis=1) - found.posterior.mean(axis=1)
        for estimator, effects, drawn in (
            (Estimator.NAIVE, found.fitted.effects, again),
            (Estimator.SHRUNKEN, found.true, true),
        ):
            middle = float(effects[members].mean() - effects.mean())
            naive = estimator is Estimator.NAIVE
            band = _swings(drawn, middle) if naive else band_of(drawn, SeKind.POSTERIOR, POINTS_IN_ONE)
            value = Points(middle * POINTS_IN_ONE)
            row = Effect(found.outcome, "effect", group, value, sample, estimator, band, Contrast.TO_OVERALL)
            made.append(replace(row, base=found.base, disagreement="D12"))
        average = clustered_mean(found.citizens[members].astype(float), members)
        row = Effect(found.outcome, "citizens_per_caseworker", group, Count(average.value), sample, Estimator.MEAN)
        row = replace(row, uncertainty=uncertainty(average, SeKind.CASEWORKER))
        made.append(with_printed_of_001(row, _CITIZENS_PRINTED[number], "D9"))
    made = [replace(each, partition=QUARTER) for each in made]
    behind = [(place, of_answer == int(each.group) - 1) for place, each in enumerate(made) if each.term == "raw"]
    everyone = (ALWAYS, np.ones(len(of_answer), dtype=bool))
    composition = compose(found.panel.citizen, found.panel.caseworker, [everyone, *behind])
    made += _gaps(found)
    notes = (*_noise_note(found), *how_halved(found))
    return EffectTable("quartiles", tuple(made), notes=notes, compositions=(composition,))


def _swings(again: Floats, value: float) -> Uncertainty:
    """How far a naive number would swing if effects and errors were drawn anew and ranked anew: not where the truth
    lies, for the noise that makes it too large is in every draw."""
    return band_of(again - again.mean() + value, SeKind.PARAMETRIC, POINTS_IN_ONE)


def _places(found: Study, number: int) -> Integers:
    """Where a quarter stands when caseworkers are put in order."""
    return np.array_split(np.arange(found.rows.groups), QUARTERS)[number]


def _gaps(found: Study) -> list[Effect]:
    halves, null = found.halves, found.null
    naive = gap(found.fitted.effects, found.fitted.effects)
    rows = gaps_beside(found, "gap")
    rows[0] = with_printed_of_001(rows[0], "26", "D10")
    permuted = band_of(null.gaps, SeKind.PERMUTED, POINTS_IN_ONE)
    rows.append(_gap(found, float(null.gaps.mean()), Estimator.PERMUTED, permuted))
    shuffled = null.split_gaps[np.isfinite(null.split_gaps)]
    if len(shuffled):
        row = _gap(found, float(shuffled.mean()), Estimator.PERMUTED, band_of(shuffled, SeKind.PERMUTED, POINTS_IN_ONE))
        rows.append(replace(row, term="gap_split_sample"))
    for estimator, actual, others in (
        (Estimator.NAIVE, naive, null.gaps),
        (Estimator.SPLIT, halves.gap(), shuffled),
    ):
        if not len(others):
            continue
        p = (1 + float((others >= actual).sum())) / (1 + len(others))
        rows.append(Effect(found.outcome, "gap_p_value", "", Ratio(p), found.sample, estimator))
    return rows


def gaps_beside(found: Study, term: str) -> list[Effect]:
    """The gap in another sample, by three estimators: under a term of its own."""
    fitted, halves = found.fitted.effects, found.halves
    split = resampled(lambda chosen: float(halves.gaps(chosen).mean()), len(halves.kept), found.draws, found.chance(20))
    parts = quarters(fitted)
    drawn = found.posterior[:, parts[-1]].mean(axis=1) - found.posterior[:, parts[0]].mean(axis=1)
    again = np.array([gap(each, each) for each in found.redrawn])
    naive = gap(fitted, fitted)
    rows = (
        _gap(found, naive, Estimator.NAIVE, _swings(again, naive)),
        _gap(found, halves.gap(), Estimator.SPLIT, band_of(split, SeKind.BOOTSTRAP, POINTS_IN_ONE)),
        _gap(
            found,
            gap(fitted, found.true),
            Estimator.SHRUNKEN,
            band_of(drawn, SeKind.POSTERIOR, POINTS_IN_ONE),
        ),
    )
    return [replace(row, term=term) for row in rows]


def _gap(found: Study, value: float, estimator: Estimator, band: Uncertainty) -> Effect:
    return Effect(
        found.outcome,
        "gap",
        "",
        Points(value * POINTS_IN_ONE),
        found.sample,
        estimator,
        band,
        Contrast.TOP_BOTTOM,
        found.base,
    )


def _noise_note(found: Study) -> tuple[str, ...]:
    """Whether shuffled worlds give as much as the naive gap, or the printed one."""
    most = float(np.quantile(found.null.gaps, 0.975))
    ours = ("noise_alone",) if most >= gap(found.fitted.effects, found.fitted.effects) else ()
    is_printed = found.outcome == OUTCOME_OF_001 and most * POINTS_IN_ONE >= _GAP_PRINTED
    return (*ours, "noise_printed") if is_printed else ours


def policy_experiment(found: Study | str) -> EffectTable:
    """What share there would be if all caseworkers were as the top quarter's mean: gain = counterfactual - actual."""
    identities = (Identity("gain", "counterfactual", "actual"),)
    if isinstance(found, str):
        return EffectTable("policy_experiment", (), identities, (found,))
    fitted, sizes, halves = found.fitted.effects, found.sizes, found.halves
    everyone = np.arange(len(halves.kept))
    kept_sizes = sizes[halves.kept]
    drawn = np.array([gain(fitted, each, sizes) for each in found.posterior])
    split = resampled(
        lambda chosen: float(halves.gains(kept_sizes, chosen).mean()), len(everyone), found.draws, found.chance(21)
    )
    again = np.array([gain(each, each, sizes) for each in found.redrawn])
    gains = (
        (Estimator.NAIVE, gain(fitted, fitted, sizes), _swings(again, gain(fitted, fitted, sizes))),
        (
            Estimator.SPLIT,
            float(halves.gains(kept_sizes, everyone).mean()),
            band_of(split, SeKind.BOOTSTRAP, POINTS_IN_ONE),
        ),
        (
            Estimator.SHRUNKEN,
            gain(fitted, found.true, sizes),
            band_of(drawn, SeKind.POSTERIOR, POINTS_IN_ONE),
        ),
        (Estimator.PERMUTED, float(found.null.gains.mean()), band_of(found.null.gains, SeKind.PERMUTED, POINTS_IN_ONE)),
    )
    mean = clustered_share(found.rows.y, found.rows.unit)
    made: list[Effect] = []
    for estimator, value, band in gains:
        made += _experiment(found.outcome, found.sample, estimator, mean.value, value, band)
    actual = uncertainty(mean, SeKind.CITIZEN)
    made = [replace(each, uncertainty=actual) if each.term == "actual" else each for each in made]
    return EffectTable("policy_experiment", tuple(made), identities, (*_noise_note(found), *how_halved(found)))


def _experiment(
    outcome: str, sample: Sample, estimator: Estimator, actual: float, value: float, band: Uncertainty
) -> list[Effect]:
    before = Share(actual)
    after = before + Points(value * POINTS_IN_ONE)
    # The actual share is taken as known here: what is not known is how far the others could come.
    low, high = ((before + Points(each)).value for each in (band.low, band.high))
    reach = Uncertainty(band.se / POINTS_IN_ONE, band.kind, max(low, 0.0), min(high, 1.0))
    rows = [
        Effect(outcome, "actual", "", before, sample, estimator),
        Effect(outcome, "counterfactual", "", after, sample, estimator, reach),
        Effect(outcome, "gain", "", after - before, sample, estimator, band, Contrast.TO_TOP, before),
    ]
    if estimator is not Estimator.NAIVE:
        return rows
    printed = (("0.1476", "D6"), ("0.2845", "D1"), ("13.69 or 14.69 (source inconsistent)", "D1"))
    return [with_printed_of_001(row, text, code) for row, (text, code) in zip(rows, printed, strict=True)]
