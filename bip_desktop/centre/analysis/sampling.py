# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The flow (A1): from all meetings to the answers of the caseworker effects. Nothing is dropped silently."""

from dataclasses import dataclass, replace

import numpy as np

from bip_desktop.centre.analysis.covariates import Design, completed, design
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Sample, count
from bip_desktop.centre.analysis.panel import Panel, activity_groups, paired_only
from bip_desktop.centre.analysis.reading import Read
from bip_desktop.centre.analysis.settings import BELIEF, Settings
from bip_desktop.centre.analysis.weeks import Flags
from bip_desktop.centre.statistics.within import Integers

_PRINTED = {
    "citizen_sheets": "13688",
    "caseworker_sheets": "13561",
    "regression": "6164",
}


@dataclass(frozen=True)
class CaseworkerSample:
    """The answers that the caseworker effects are found from."""

    rows: Flags
    """Among the paired answers."""
    design: Design
    """The covariates of all paired answers."""
    reached: Flags
    """As `rows`, with the answers that lack a covariate."""


@dataclass(frozen=True)
class Flow:
    """The paired answers, the sample, and the table."""

    paired: Panel
    sample: CaseworkerSample
    table: EffectTable
    jobcentres: dict[str, int]


def citizens_of_caseworkers(panel: Panel, rows: Flags) -> Integers:
    """How many citizens each answer's caseworker has among `rows`."""
    pairs = np.unique(np.stack([panel.caseworker[rows], panel.citizen[rows]]), axis=1)
    most = int(panel.caseworker.max()) + 1 if len(panel) else 0
    return np.asarray(np.bincount(pairs[0], minlength=most)[panel.caseworker])


def flow(everything: Panel, read: Read, settings: Settings) -> Flow:
    """Counts every step."""
    paired = paired_only(everything)
    covariates = design(paired, settings.covariates, with_changes=settings.covariates.changes)
    outcome = settings.outcomes.caseworker_effects
    all_rows = np.ones(len(paired), dtype=bool)
    answers_of_citizen = np.bincount(paired.citizen)[paired.citizen] if len(paired) else paired.citizen
    later = paired.linked & (answers_of_citizen > 1) & (paired.round > 0)
    known = ~np.isnan(paired.outcomes[outcome])
    reached = paired.linked & (answers_of_citizen > 1) & (paired.round > 0) & known
    lacking = covariates
    if settings.covariates.missing == "indicator":
        covariates = completed(covariates, reached)
    complete = covariates.values.known()
    counted_over = all_rows if settings.design.ten_citizens_before else later
    enough = citizens_of_caseworkers(paired, counted_over) >= settings.thresholds.citizens
    narrowing = [
        ("paired", all_rows),
        ("linked", paired.linked),
        ("ten_citizens", enough),
        ("more_than_one", answers_of_citizen > 1),
        ("first_dropped", paired.round > 0),
        ("outcome_known", known),
        ("regression", complete),
    ]
    effects = [count("meetings", everything.sample())]
    effects += _oddities(everything, read)
    effects.append(count("citizen_sheets", everything.sample(everything.citizen_sheet)))
    effects.append(count("caseworker_sheets", everything.sample(everything.caseworker_sheet)))
    jobcentres = {"meetings": everything.sites(np.ones(len(everything), dtype=bool))}
    left = all_rows
    for term, rows in narrowing:
        if term == "regression":
            reached = left
            effects.append(count("incomplete", paired.sample(left & ~complete), outcome))
            effects += _missing(paired, lacking.where(left), left, outcome)
        left = left & rows
        effects.append(count(term, paired.sample(left)))
        jobcentres[term] = paired.sites(left)
    effects = [_with_printed(each) for each in effects]
    sample = CaseworkerSample(left, covariates, reached)
    return Flow(paired, sample, EffectTable("flow", tuple(effects)), jobcentres)


def _missing(paired: Panel, lacking: Design, left: Flags, outcome: str) -> list[Effect]:
    """How many of the answers `left` lack each covariate."""
    places = np.flatnonzero(left)
    missing = [np.isnan(block) for _, block in lacking.values.chunks()]
    by_column = np.concatenate(missing).T if missing else np.zeros((len(lacking.names), 0), dtype=bool)
    return [
        count("covariate_missing", paired.sample(places[lacks]), outcome, name)
        for name, lacks in zip(lacking.names, by_column, strict=True)
        if lacks.any()
    ]


def _oddities(everything: Panel, read: Read) -> list[Effect]:
    """What is left out, or counts as missing: a row each, also where there is none."""
    contradicts = activity_groups(everything)[3]
    return [
        count("meeting_of_unknown_citizen", Sample(read.meetings.unknown_citizen, 0, 0)),
        count("meeting_of_impossible_week", Sample(read.meetings.impossible_week, 0, 0)),
        *(count(term, Sample(number, 0, 0)) for term, number in read.counts.items()),
        count("contradictory_activities", everything.sample(contradicts)),
        count("belief_unknown", everything.sample(everything.code(BELIEF) == -99)),
        count("not_paired", everything.sample(~everything.paired)),
        count("not_linked", everything.sample(~everything.linked)),
        *(
            count(f"censored_{name}", everything.sample(everything.linked & np.isnan(values)), outcome=name)
            for name, values in everything.outcomes.items()
        ),
        *(
            count(f"early_{name}", everything.sample(everything.linked & ~everything.followed & (values == 1)), name)
            for name, values in everything.outcomes.items()
        ),
    ]


def _with_printed(effect: Effect) -> Effect:
    printed = _PRINTED.get(effect.term, "")
    source = "001" if printed else ""
    note = "D9" if effect.term == "regression" else ""
    return replace(effect, printed=printed, printed_source=source, disagreement=note)
