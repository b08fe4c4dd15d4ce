# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Interventions and progression (A22): how answers are spread over none, single and combined, and how citizens move,
raw and doubly robust."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bip_desktop.centre.analysis.composition import ALWAYS, compose
from bip_desktop.centre.analysis.covariates import before, changes, scales
from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, SeKind
from bip_desktop.centre.analysis.making import NOTHING_KNOWN, ratio, score, share, uncertainty, with_printed
from bip_desktop.centre.analysis.panel import Panel, activity_groups
from bip_desktop.centre.analysis.quantities import Score, Share
from bip_desktop.centre.analysis.settings import BELIEF, CITIZEN_SCALES, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.columns import Columns
from bip_desktop.centre.statistics.doubly_robust import Arms, potential_means, potential_means_of_each
from bip_desktop.centre.statistics.means import Mean, cluster_sums, t_quantile
from bip_desktop.centre.statistics.within import Floats, Integers

_PRINTED = {"none": "0.23", "single": "0.5", "combined": "0.26", "combined_with_job": "0.18"}
ARMS = ("none", "single", "combined_without_job", "combined_with_job")
TOLD = ("none", "single", "combined", "combined_with_job")
"""As the evidence file tells of them: the last is part of the third."""
OUTCOME = "progression"
_THEME_ROWS = 100_000
"""Answers that each theme's means are found from, at most: nine themes take nine times as long."""
_ROWS_A_COVARIATE = 5


def patterns(panel: Panel) -> tuple[dict[str, Flags], Flags]:
    """Which answers are none, single, combined, and combined with and without a job-oriented part; and which are
    answered at all."""
    groups, none, clean, _ = activity_groups(panel)
    number = np.sum([flags.astype(int) for flags in groups.values()], axis=0)
    combined = clean & (number >= 2)
    made = {
        "none": none,
        "single": clean & (number == 1),
        "combined": combined,
        "combined_with_job": combined & groups["job"],
        "combined_without_job": combined & ~groups["job"],
    }
    return made, np.asarray((panel.activities >= 0).any(axis=1))


def progression(panel: Panel) -> Floats:
    """The mean change of B1 to B9 since the citizen's answer before, over the items answered both times."""
    made = np.empty(len(panel))
    for here, block in changes(panel, CITIZEN_SCALES).chunks():
        known = ~np.isnan(block)
        number = known.sum(axis=1)
        total = np.where(known, block, 0.0).sum(axis=1)
        made[here] = np.where(number > 0, total / np.maximum(number, 1), np.nan)
    return made


def combinations(everything: Panel, paired: Panel, settings: Settings) -> EffectTable:
    """Shares over all answers; progression over paired answers that have one before."""
    flags, answered = patterns(everything)
    made: list[Effect] = []
    for name in TOLD:
        row = share(everything, flags[name].astype(float), answered, "activities", "share", name, SeKind.CASEWORKER)
        made.append(with_printed(row, _PRINTED[name], "004"))
    shares = [(place, flags[name]) for place, name in enumerate(TOLD)]
    compositions = [compose(everything.citizen, everything.caseworker, [(ALWAYS, answered), *shares])]
    mine, _ = patterns(paired)
    moved = progression(paired)
    behind = []
    for name in TOLD:
        here = mine[name] & ~np.isnan(moved)
        if here.any():
            behind.append((len(made), here))
            row = score(paired, moved, here, OUTCOME, "progression", name, SeKind.CITIZEN)
            made.append(replace(row, estimator=Estimator.RAW))
    if behind:
        compositions.append(compose(paired.citizen, paired.caseworker, behind))
    if len(paired):
        made += _doubly_robust(paired, mine, moved, settings)
        some = _whole_citizens(paired, settings)
        few, mine = paired.where(some), {name: each[some] for name, each in mine.items()}
        for item in CITIZEN_SCALES:
            change, behind = few.change(item), []
            for name in TOLD:
                here = mine[name] & ~np.isnan(change)
                if here.any():
                    behind.append((len(made), here))
                    row = score(few, change, here, OUTCOME, item, name, SeKind.CITIZEN)
                    made.append(replace(row, estimator=Estimator.RAW))
            if behind:
                compositions.append(compose(few.citizen, few.caseworker, behind))
        made += _themes(few, mine, settings)
    return EffectTable("combinations", tuple(made), notes=("combinations_differ",), compositions=tuple(compositions))


@dataclass(frozen=True)
class _Given:
    """The answers whose pattern is compared, and what is known of them from before."""

    x: Columns
    rows: Flags
    """Those with an answer before, a clean pattern, and nothing missing."""


def _given(panel: Panel, pattern: Integers) -> _Given:
    earlier = np.maximum(panel.previous, 0)
    was, _ = patterns(panel)
    had = np.column_stack([was[name][earlier] for name in ("single", "combined_without_job", "combined_with_job")])
    answers = before(panel, scales(panel, (*CITIZEN_SCALES, BELIEF)))
    x = Columns.side_by_side([answers, had, panel.register.values, panel.round])
    return _Given(x, (panel.previous >= 0) & (pattern >= 0) & x.known())


def _pattern(panel: Panel, flags: dict[str, Flags], arms: Sequence[str]) -> Integers:
    made = np.full(len(panel), -1, dtype=np.int64)
    for number, name in enumerate(arms):
        made[flags[name]] = number
    return made


def _whole_citizens(panel: Panel, settings: Settings) -> Flags:
    """Every answer; of very many, those of as many citizens by chance as the themes are looked at for."""
    chance = np.random.default_rng([settings.draws.seed, 51])
    part = min(1.0, _THEME_ROWS / len(panel))
    return np.asarray((chance.random(int(panel.citizen.max()) + 1) < part)[panel.citizen])


def _themes(panel: Panel, flags: dict[str, Flags], settings: Settings) -> list[Effect]:
    """The change of each theme by pattern, doubly robust: what the evidence file tells of."""
    made: list[Effect] = []
    moved = {item: panel.change(item) for item in CITIZEN_SCALES}
    for arms, told in ((ARMS, TOLD[:2] + TOLD[3:]), (TOLD[:3], TOLD[2:3])):
        pattern = _pattern(panel, flags, arms)
        given = _given(panel, pattern)
        rows = given.rows
        if np.bincount(pattern[rows], minlength=len(arms)).min() < _ROWS_A_COVARIATE * given.x.shape[1]:
            continue
        at, mine = panel.where(rows), np.asarray(pattern[rows])
        known = {item: change[rows] for item, change in moved.items()}
        found = potential_means_of_each(given.x.where(rows), known, mine, len(arms), settings.draws.seed)
        for item, (means, places) in found.items():
            for name in told:
                number = arms.index(name)
                mean = _mean(float(means.means[number]), means.influence[:, number], at.citizen[places])
                sample = at.sample(places[mine[places] == number])
                band = uncertainty(mean, SeKind.CITIZEN)
                made.append(Effect(OUTCOME, item, name, Score(mean.value), sample, Estimator.AIPW, band))
    return made


def _doubly_robust(panel: Panel, flags: dict[str, Flags], moved: Floats, settings: Settings) -> list[Effect]:
    """Potential means of each pattern, given the answers before and the register, and their differences."""
    pattern = _pattern(panel, flags, ARMS)
    given = _given(panel, pattern)
    x, rows = given.x, given.rows & ~np.isnan(moved)
    # A pattern that few had would be guessed from a model with as many parameters as people.
    if np.bincount(pattern[rows], minlength=len(ARMS)).min() < _ROWS_A_COVARIATE * x.shape[1]:
        return []
    at = panel.where(rows)
    found = potential_means(x.where(rows), moved[rows], pattern[rows], len(ARMS), settings.draws.seed)
    if found is None:
        return []
    made = []
    for number, name in enumerate(ARMS):
        mean = _mean(found.means[number], found.influence[:, number], at.citizen)
        sample = at.sample(pattern[rows] == number)
        band = uncertainty(mean, SeKind.CITIZEN)
        made.append(Effect(OUTCOME, "progression", name, Score(mean.value), sample, Estimator.AIPW, band))
    for arm, against, contrast in (
        (1, 0, Contrast.TO_NONE),
        (2, 0, Contrast.TO_NONE),
        (3, 0, Contrast.TO_NONE),
        (3, 1, Contrast.TO_SINGLE),
    ):
        for estimator, mean in (
            (Estimator.AIPW, _difference(found, arm, against, at.citizen)),
            (Estimator.RAW, _raw_difference(moved[rows], pattern[rows], arm, against, at.citizen)),
        ):
            sample = min((at.sample(pattern[rows] == each) for each in (arm, against)), key=lambda s: s.citizens)
            row = Effect(OUTCOME, "progression_difference", f"{ARMS[arm]}-{ARMS[against]}", Score(mean.value), sample)
            made.append(
                replace(row, estimator=estimator, uncertainty=uncertainty(mean, SeKind.CITIZEN), contrast=contrast)
            )
    return made + _overlap(found, at, pattern[rows])


def _mean(value: float, influence: Floats, cluster: Integers) -> Mean:
    sums = cluster_sums(influence / len(influence), cluster)
    m = len(sums)
    if m < 2:
        return replace(NOTHING_KNOWN, value=value)
    se = float(np.sqrt(m / (m - 1) * (sums @ sums)))
    reach = t_quantile(m - 1) * se
    return Mean(value, se, value - reach, value + reach, m)


def _difference(found: Arms, arm: int, against: int, cluster: Integers) -> Mean:
    influence = found.influence[:, arm] - found.influence[:, against]
    return _mean(float(found.means[arm] - found.means[against]), influence, cluster)


def _raw_difference(y: Floats, pattern: Integers, arm: int, against: int, cluster: Integers) -> Mean:
    from bip_desktop.centre.statistics.discrimination import clustered_difference

    rows = (pattern == arm) | (pattern == against)
    return clustered_difference(y[rows], (pattern[rows] == arm).astype(float), cluster[rows])


def _overlap(found: Arms, at: Panel, pattern: Integers) -> list[Effect]:
    """How likely each pattern was, for those who had it and for all: where these hardly meet, nothing can be said."""
    made = []
    for number, name in enumerate(ARMS):
        chance = found.chances[:, number]
        sample = at.sample(pattern == number)
        low = Share(float((chance < found.least).mean()))
        made.append(Effect("overlap", "hardly_possible", name, low, sample, Estimator.OVERLAP))
        for percent in (5, 50, 95):
            value = Share(float(np.percentile(chance, percent)))
            made.append(Effect("overlap", f"chance_{percent}", name, value, sample, Estimator.OVERLAP))
    weights = np.array([1 / found.chances[pattern == n, n].clip(found.least) for n in range(len(ARMS))], dtype=object)
    for number, name in enumerate(ARMS):
        w = np.asarray(weights[number], dtype=float)
        worth = float(w.sum() ** 2 / (w @ w)) / len(w)
        made.append(ratio("overlap", "effective_share", name, worth, at.sample(pattern == number), Estimator.OVERLAP))
    return made
