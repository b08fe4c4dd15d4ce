# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Job orientation (A6): belief in the caseworker's other citizens, beside the jobcentre's; outcomes by it (A8)."""

from dataclasses import dataclass, replace

import numpy as np

from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, SeKind
from bip_desktop.centre.analysis.making import points, score, share, uncertainty, with_printed
from bip_desktop.centre.analysis.panel import Panel
from bip_desktop.centre.analysis.quantities import Ratio, Score, Share
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.discrimination import clustered_difference, clustered_ratio
from bip_desktop.centre.statistics.within import Floats, Integers

BINS = 10
_THIRDS_PRINTED = ("0.053", "", "0.07")


@dataclass(frozen=True)
class Orientation:
    """Of each answer; nan where the caseworker has too few citizens."""

    values: Floats
    of_caseworker: Floats
    """The first part alone: the mean over her other citizens."""


def orientation(panel: Panel, least: int) -> Orientation:
    """For each answer the mean S12 of the caseworker's other citizens less that of the jobcentre's other citizens.

    All answers of the citizen are left out, not only this one.
    """
    s12 = panel.belief
    valid = ~np.isnan(s12)
    value = np.where(valid, s12, 0.0)
    mine, citizens = _of_others(value, valid, panel.citizen, panel.caseworker)
    theirs, _ = _of_others(value, valid, panel.citizen, panel.site)
    mine = np.where(citizens >= least, mine, np.nan)
    return Orientation(mine - theirs, mine)


def _of_others(value: Floats, valid: Flags, citizen: Integers, group: Integers) -> tuple[Floats, Integers]:
    """For each row the mean over the group's other citizens, and how many citizens the group has."""
    if len(value) == 0:
        return value, citizen
    pair = np.unique(citizen * (int(group.max()) + 1) + group, return_inverse=True)[1].reshape(-1)
    weight = valid.astype(float)
    own, n_own = np.bincount(pair, value), np.bincount(pair, weight)
    whole, n = np.bincount(group, value), np.bincount(group, weight)
    first = np.full(len(own), 0)
    first[pair] = group
    citizens = np.bincount(first, n_own > 0, minlength=len(whole))
    rest = n[group] - n_own[pair]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (whole[group] - own[pair]) / rest
    return np.where(rest > 0, mean, np.nan), np.asarray(citizens[group], dtype=np.int64)


def job_orientation(panel: Panel, found: Orientation, more: list[Effect]) -> EffectTable:
    """How orientation is spread, S12 by tenths of it, and the first stage (`more`)."""
    rows = ~np.isnan(found.values) & ~np.isnan(panel.belief)
    if rows.sum() < BINS:
        return EffectTable("job_orientation", (), notes=("too_few",))
    sample = panel.sample(rows)
    z = found.values[rows]
    made = [Effect(BELIEF, "orientation_sd", "", Score(float(z.std(ddof=1))), sample)]
    for percent in (10, 25, 50, 75, 90):
        value = Score(float(np.percentile(z, percent)))
        made.append(Effect(BELIEF, "orientation_percentile", str(percent), value, sample))
    cuts = np.quantile(z, np.arange(1, BINS) / BINS)
    tenth = np.full(len(panel), -1)
    tenth[rows] = np.searchsorted(cuts, z, side="left")
    for number in range(BINS):
        here = tenth == number
        if here.any():
            for term, values in (("tenth_orientation", found.values), ("tenth_s12", panel.belief)):
                made.append(replace(score(panel, values, here, BELIEF, term, str(number + 1)), partition="tenth"))
    return EffectTable("job_orientation", tuple(made + more))


def thirds(panel: Panel, found: Orientation) -> EffectTable:
    """A8: the outcome by thirds of the answers, top beside bottom."""
    made: list[Effect] = []
    for name in ("job52", "jobedu52"):
        y = panel.outcomes[name]
        rows = ~np.isnan(found.values) & ~np.isnan(y)
        if rows.sum() < 3:
            continue
        cuts = np.quantile(found.values[rows], [1 / 3, 2 / 3])
        third = np.searchsorted(cuts, found.values, side="left")
        printed = name == "job52"
        for number in range(3):
            here = rows & (third == number)
            if not here.any():
                continue
            row = share(panel, y, here, name, "third", str(number + 1), SeKind.CASEWORKER)
            row = replace(row, partition=f"thirds {name}")
            if printed:
                row = with_printed(row, _THIRDS_PRINTED[number], "000", "D12" if number == 1 else "D11")
            made.append(row)
        overall = share(panel, y, rows, name, "overall", "", SeKind.CASEWORKER)
        made.append(with_printed(overall, "0.06", "000", "D6") if printed else overall)
        ends = rows & (third != 1)
        difference = clustered_difference(y[ends], (third[ends] == 2).astype(float), panel.caseworker[ends])
        bottom, top = (rows & (third == number) for number in (0, 2))
        if not (bottom.any() and top.any()):
            continue
        low = float(y[bottom].mean())
        sample = min((panel.sample(bottom), panel.sample(top)), key=lambda each: each.citizens)
        row = points(difference, sample, name, "difference", "", SeKind.CASEWORKER, Contrast.LEVEL, Share(low))
        made.append(with_printed(row, "1.7", "000", "D11") if printed else row)
        if low > 0:
            made.append(_ratio(y[ends], third[ends] == 2, panel.caseworker[ends], row, printed=printed))
    return EffectTable("job_orientation_thirds", tuple(made))


def _ratio(y: Floats, is_top: Flags, caseworker: Integers, like: Effect, *, printed: bool) -> Effect:
    """Top beside bottom, with the error of both."""
    found = clustered_ratio(y, is_top.astype(float), caseworker)
    band = uncertainty(found, SeKind.CASEWORKER)
    row = replace(like, term="top_to_bottom", value=Ratio(found.value), uncertainty=band, estimator=Estimator.RAW)
    return with_printed(row, "1.32", "000; 003", "D2") if printed else row


def least_citizens(settings: Settings) -> int:
    """How many citizens a caseworker must have for an orientation: at least two."""
    return max(2, settings.thresholds.citizens)
