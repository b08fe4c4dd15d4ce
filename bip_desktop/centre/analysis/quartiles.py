# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Quarters of caseworkers (A12 to A14) and the policy experiment (A15), never without what noise gives beside them."""

from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.caseworkers import Study, band_of
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
from bip_desktop.centre.analysis.making import share, uncertainty, with_printed
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Count, Points, Ratio, Share
from bip_desktop.centre.statistics.group_effects import gain, gap, quarters, resampled
from bip_desktop.centre.statistics.means import clustered_share
from bip_desktop.centre.statistics.within import Integers

_RAW_PRINTED = ("0.07", "0.13", "0.18", "0.23")
_GAP_PRINTED = 26.0
_CITIZENS_PRINTED = ("22.5", "22.5", "28", "20")


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
        made.append(with_printed(raw, _RAW_PRINTED[number], "001"))
        for estimator, effects in (
            (Estimator.NAIVE, found.fitted.effects),
            (Estimator.SHRUNKEN, found.shrunken.effects),
        ):
            value = Points((float(effects[members].mean() - effects.mean())) * POINTS_IN_ONE)
            made.append(
                Effect(found.outcome, "effect", group, value, sample, estimator, base=found.base, disagreement="D12")
            )
        average = Count(float(found.citizens[members].mean()))
        row = Effect(found.outcome, "citizens_per_caseworker", group, average, sample, Estimator.MEAN)
        made.append(with_printed(row, _CITIZENS_PRINTED[number], "001", "D9"))
    made += _gaps(found)
    return EffectTable("quartiles", tuple(made), notes=_noise_note(found))


def _gaps(found: Study) -> list[Effect]:
    fitted = found.fitted.effects
    naive = gap(fitted, fitted)
    halves = found.halves
    split = resampled(lambda chosen: float(halves.gaps(chosen).mean()), len(halves.kept), found.draws, found.chance(20))
    parts = quarters(fitted)
    drawn = found.posterior[:, parts[-1]].mean(axis=1) - found.posterior[:, parts[0]].mean(axis=1)
    null = found.null
    rows = [
        with_printed(_gap(found, naive, Estimator.NAIVE, Uncertainty()), "26", "001", "D10"),
        _gap(found, halves.gap(), Estimator.SPLIT, band_of(split, SeKind.BOOTSTRAP, POINTS_IN_ONE)),
        _gap(
            found,
            gap(fitted, found.shrunken.effects),
            Estimator.SHRUNKEN,
            band_of(drawn, SeKind.POSTERIOR, POINTS_IN_ONE),
        ),
        _gap(found, float(null.gaps.mean()), Estimator.PERMUTED, band_of(null.gaps, SeKind.PERMUTED, POINTS_IN_ONE)),
    ]
    shuffled = null.split_gaps[np.isfinite(null.split_gaps)]
    if len(shuffled):
        row = _gap(found, float(shuffled.mean()), Estimator.PERMUTED, band_of(shuffled, SeKind.PERMUTED, POINTS_IN_ONE))
        rows.append(replace(row, term="gap_split_sample"))
    for estimator, actual, others in (
        (Estimator.NAIVE, naive, null.gaps),
        (Estimator.SPLIT, halves.gap(), shuffled),
    ):
        p = (1 + float((others >= actual).sum())) / (1 + len(others))
        rows.append(Effect(found.outcome, "gap_p_value", "", Ratio(p), found.sample, estimator))
    return rows


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
    return (*ours, "noise_printed") if most * POINTS_IN_ONE >= _GAP_PRINTED else ours


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
    gains = (
        (Estimator.NAIVE, gain(fitted, fitted, sizes), Uncertainty()),
        (
            Estimator.SPLIT,
            float(halves.gains(kept_sizes, everyone).mean()),
            band_of(split, SeKind.BOOTSTRAP, POINTS_IN_ONE),
        ),
        (
            Estimator.SHRUNKEN,
            gain(fitted, found.shrunken.effects, sizes),
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
    return EffectTable("policy_experiment", tuple(made), identities, _noise_note(found))


def _experiment(
    outcome: str, sample: Sample, estimator: Estimator, actual: float, value: float, band: Uncertainty
) -> list[Effect]:
    before = Share(actual)
    after = before + Points(value * POINTS_IN_ONE)
    rows = [
        Effect(outcome, "actual", "", before, sample, estimator),
        Effect(outcome, "counterfactual", "", after, sample, estimator),
        Effect(outcome, "gain", "", after - before, sample, estimator, band, Contrast.TO_TOP, before),
    ]
    if estimator is not Estimator.NAIVE:
        return rows
    printed = (("0.1476", "D6"), ("0.2845", "D1"), ("13.69 or 14.69 (source inconsistent)", "D1"))
    return [with_printed(row, text, "001", code) for row, (text, code) in zip(rows, printed, strict=True)]
