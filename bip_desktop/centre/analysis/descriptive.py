# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What needs no model: S12's distribution (A2), outcome by S12 (A3), S12 as a forecast, citizens with several
caseworkers (A4), channels of job search (A21)."""

from dataclasses import replace

import numpy as np

from bip_desktop.centre.analysis.answer_codes import CHANNELS
from bip_desktop.centre.analysis.composition import ALWAYS, compose
from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, SeKind, Uncertainty
from bip_desktop.centre.analysis.making import points, ratio, share, tellable, uncertainty, with_printed
from bip_desktop.centre.analysis.panel import DONT_KNOW, OUTCOMES, Panel
from bip_desktop.centre.analysis.quantities import Ratio, Share
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.statistics.discrimination import auc, clustered_difference, other_folds_rates
from bip_desktop.centre.statistics.means import clustered_share, wilson

FOLDS = 5
_EARLY = 0.01
ANSWERS = (1, 2, 3, 4, 5)
_ALL = (*ANSWERS, DONT_KNOW)
_BELIEF_PRINTED = {
    1: ("0.011; 0.011", "000; 002"),
    2: ("0.026; 0.027", "000; 002"),
    3: ("0.051; 0.049", "000; 002"),
    4: ("0.104; 0.104", "000; 002"),
    5: ("0.268; 0.268", "000; 002"),
    DONT_KNOW: ("0.074", "002"),
}
_DISTRIBUTION_PRINTED = {3: "0.25", 5: "0.06"}


def s12_distribution(everything: Panel) -> EffectTable:
    """A2: how the caseworkers' answers are spread; "ved ikke" of all."""
    code = everything.code(BELIEF)
    answered = code >= 1
    asked = answered | (code == DONT_KNOW)
    effects = []
    for answer in ANSWERS:
        row = share(everything, (code == answer).astype(float), answered, BELIEF, BELIEF, str(answer), _CLUSTER)
        printed = _DISTRIBUTION_PRINTED.get(answer, "")
        effects.append(replace(with_printed(row, printed, "000" if printed else ""), partition="S12"))
    for term, answers, printed in (("no_or_doubt", (1, 2), "< 0.5"), ("good_or_yes", (4, 5), "0.25")):
        row = share(everything, np.isin(code, answers).astype(float), answered, BELIEF, term, "", _CLUSTER)
        effects.append(with_printed(row, printed, "000", "D8" if term == "no_or_doubt" else ""))
    row = share(everything, (code == DONT_KNOW).astype(float), asked, BELIEF, "dont_know", "", _CLUSTER)
    effects.append(with_printed(row, "0.02", "000"))
    counted = [code == answer for answer in ANSWERS]
    most = sorted(range(len(ANSWERS)), key=lambda place: -int(counted[place].sum()))
    shown = [(place, counted[place]) for place in most]
    shown += [(5, np.isin(code, (1, 2))), (6, np.isin(code, (4, 5))), (7, code == DONT_KNOW)]
    composition = compose(everything.citizen, everything.caseworker, [(ALWAYS, answered), *shown])
    return EffectTable("s12_distribution", tuple(effects), compositions=(composition,))


_CLUSTER = SeKind.CASEWORKER


def belief(everything: Panel) -> EffectTable:
    """A3: the share with the outcome, by what the caseworker answered."""
    code = everything.code(BELIEF)
    effects: list[Effect] = []
    compositions = []
    for name in OUTCOMES:
        y = everything.outcomes[name]
        counted = [(len(effects) + place, (code == answer) & ~np.isnan(y)) for place, answer in enumerate(_ALL)]
        most = sorted(counted, key=lambda each: -int(each[1].sum()))
        rest = (ALWAYS, (code >= 1) & ~np.isnan(y))  # calibration says how many these are
        compositions.append(compose(everything.citizen, everything.caseworker, [rest, *most]))
        for answer in _ALL:
            rows = (code == answer) & ~np.isnan(y)
            row = replace(share(everything, y, rows, name, BELIEF, str(answer)), partition=f"S12 {name}")
            if name in {"job52", "job_at_52"}:
                row = with_printed(row, *_BELIEF_PRINTED[answer], "D5" if answer in {2, 3} else "D6")
            effects.append(row)
    return EffectTable("belief", tuple(effects), notes=known_early(everything), compositions=tuple(compositions))


def known_early(everything: Panel) -> tuple[str, ...]:
    """The note that says so where more than one in a hundred outcomes is known only because it came early."""
    y = everything.outcomes[OUTCOMES[0]]
    known = int((~np.isnan(y)).sum())
    early = int(((y == 1) & ~everything.followed).sum())
    return ("known_early",) if known and early / known > _EARLY else ()


def calibration(everything: Panel, settings: Settings) -> EffectTable:
    """S12 as a forecast of job: AUC, Brier with its parts, and forecast beside observed for each answer. A forecast is
    the share among those with the same answer in four fifths of the citizens, held against the last fifth."""
    s12 = everything.belief
    fold_of = np.random.default_rng([settings.draws.seed, 1]).integers(0, FOLDS, int(everything.citizen.max()) + 1)
    effects: list[Effect] = []
    for name in ("job52", "job_at_52"):
        y = everything.outcomes[name]
        rows = ~np.isnan(s12) & ~np.isnan(y)
        if rows.sum() < 2 or y[rows].min() == y[rows].max():
            continue
        happened, answer, citizen = y[rows], s12[rows].astype(np.int64), everything.citizen[rows]
        forecast = other_folds_rates(answer, happened, fold_of[citizen])
        sample = everything.sample(rows)
        base = Share(float(happened.mean()))
        found = auc(answer.astype(float), happened, citizen)
        row = Effect(name, "auc", "", Ratio(found.value), sample, Estimator.MEAN, uncertainty(found, SeKind.CITIZEN))
        effects.append(with_printed(replace(row, base=base), "0.75", "000 (table 2)", "D7"))
        brier = float(((forecast - happened) ** 2).mean())
        spread = base.value * (1 - base.value)
        explained = float(np.corrcoef(answer, happened)[0, 1] ** 2) if answer.min() < answer.max() else 0.0
        effects += [
            with_printed(ratio(name, "brier", "", brier, sample), "0.0523", "000 (table 2)"),
            with_printed(ratio(name, "brier_base", "", spread, sample), "0.0561", "000 (table 2)"),
            ratio(name, "brier_skill", "", 1 - brier / spread, sample),
            ratio(name, "r_squared", "", explained, sample),
        ]
        reliability = resolution = 0.0
        for each in ANSWERS:
            here = np.zeros(len(everything), dtype=bool)
            here[np.flatnonzero(rows)[answer == each]] = True
            if not here.any():
                continue
            mean = clustered_share(y[here], everything.citizen[here])
            said = float(forecast[answer == each].mean())
            part = float(here.sum() / rows.sum())
            reliability += part * (said - mean.value) ** 2
            resolution += part * (mean.value - base.value) ** 2
            observed = share(everything, y, here, name, "observed", str(each))
            effects.append(replace(observed, partition=f"S12 {name}"))
            alone = Uncertainty(float(np.sqrt(mean.value * (1 - mean.value) / here.sum())), SeKind.INDEPENDENT)
            low, high = wilson(mean.value, float(here.sum()))
            plain = replace(observed, term="observed_independent", uncertainty=replace(alone, low=low, high=high))
            effects.append(replace(plain, partition=f"S12 {name}"))
            followed = here & everything.followed
            if followed.any() and tellable(everything.sample(here & ~followed), settings):
                row = share(everything, y, followed, name, "observed_followed", str(each))
                effects.append(replace(row, partition=f"S12 followed {name}"))
            row = Effect(name, "forecast", str(each), Share(said), observed.sample, Estimator.MEAN)
            effects.append(replace(row, partition=f"S12 {name}"))
        effects += [
            ratio(name, "brier_reliability", "", reliability, sample),
            ratio(name, "brier_resolution", "", resolution, sample),
            # Forecasts of the same answer differ a little between folds: what that adds, so that the parts add up.
            ratio(name, "brier_within", "", brier - (spread - resolution + reliability), sample),
        ]
    return EffectTable("calibration", tuple(effects), notes=known_early(everything))


def change_share(paired: Panel) -> EffectTable:
    """A4: of citizens with at least two paired answers, those seen with more than one caseworker."""
    if len(paired) == 0:
        return EffectTable("change_share", ())
    pairs = np.unique(np.stack([paired.citizen, paired.caseworker]), axis=1)
    most = int(paired.citizen.max()) + 1
    caseworkers = np.bincount(pairs[0], minlength=most)
    answers = np.bincount(paired.citizen, minlength=most)
    several = answers >= 2
    if not several.any():
        return EffectTable("change_share", (), notes=("nobody_twice",))
    found = clustered_share((caseworkers[several] > 1).astype(float), np.flatnonzero(several))
    sample = paired.sample(several[paired.citizen])
    row = Effect(
        "change", "changed", "", Share(found.value), sample, Estimator.MEAN, uncertainty(found, SeKind.INDEPENDENT)
    )
    every = answers > 0
    of_all = clustered_share((caseworkers[every] > 1).astype(float), np.flatnonzero(every))
    whole = Effect("change", "changed_of_all", "", Share(of_all.value), paired.sample(), Estimator.MEAN)
    whole = replace(whole, uncertainty=uncertainty(of_all, SeKind.INDEPENDENT))
    parts = tuple(paired.sample((several & is_so)[paired.citizen]) for is_so in (caseworkers > 1, caseworkers == 1))
    behind = [(0, several[paired.citizen]), (1, np.ones(len(paired), dtype=bool))]
    composition = compose(paired.citizen, paired.caseworker, behind)
    rows = (with_printed(replace(row, parts=parts), "0.4", "000"), replace(whole, parts=parts[:1]))
    return EffectTable("change_share", rows, compositions=(composition,))


def channels(everything: Panel) -> EffectTable:
    """A21: job by where the citizen says to look for one, and the difference to those who do not."""
    ticks = everything.channels
    answered = (ticks >= 0).all(axis=1)
    effects: list[Effect] = []
    for name in ("job52", "jobedu52"):
        y = everything.outcomes[name]
        rows = answered & ~np.isnan(y)
        for option in range(1, CHANNELS + 1):
            ticked = ticks[:, option - 1] == 1
            if not (rows & ticked).any():
                continue
            effects.append(share(everything, y, rows & ticked, name, "B10", str(option)))
            found = clustered_difference(y[rows], ticked[rows].astype(float), everything.citizen[rows])
            base = Share(float(y[rows & ~ticked].mean()) if (rows & ~ticked).any() else float("nan"))
            smaller = min(
                (everything.sample(rows & ticked), everything.sample(rows & ~ticked)), key=lambda each: each.citizens
            )
            term = points(found, smaller, name, "B10_difference", str(option), SeKind.CITIZEN, Contrast.UNIT, base)
            effects.append(term)
    return EffectTable("channels", tuple(effects))
