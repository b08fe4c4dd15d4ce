# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The flow (A1): from all meetings to the answers of the caseworker effects. Nothing is dropped silently."""

from dataclasses import dataclass

import numpy as np

from bip_desktop.centre.analysis.composition import ALWAYS, Composition, compose
from bip_desktop.centre.analysis.covariates import Design, completed, design
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Sample, count
from bip_desktop.centre.analysis.making import OUTCOME_OF_001, with_printed
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
    steps: dict[str, Flags] = {}
    for term, rows in narrowing:
        if term == "regression":
            reached = left
            effects.append(count("incomplete", paired.sample(left & ~complete), outcome))
            effects += _missing(paired, lacking.where(left), left, outcome)
        left = left & rows
        steps[term] = left
        effects.append(count(term, paired.sample(left)))
        jobcentres[term] = paired.sites(left)
    effects = [_with_printed(each, outcome) for each in effects]
    composition = _composition(everything, effects, steps)
    sample = CaseworkerSample(left, covariates, reached)
    return Flow(paired, sample, EffectTable("flow", tuple(effects), compositions=(composition,)), jobcentres)


def _composition(everything: Panel, effects: list[Effect], steps: dict[str, Flags]) -> Composition:
    """Which meetings stand behind each row, the rows that matter most first. How many are in the regression can be seen
    in other tables too."""

    def of_paired(rows: Flags) -> Flags:
        made = np.zeros(len(everything), dtype=bool)
        made[np.flatnonzero(everything.paired)[rows]] = True
        return made

    behind = {term: of_paired(rows) for term, rows in steps.items()}
    behind |= _behind(everything) | {
        "meetings": np.ones(len(everything), dtype=bool),
        "citizen_sheets": everything.citizen_sheet,
        "caseworker_sheets": everything.caseworker_sheet,
        "incomplete": of_paired(steps["outcome_known"] & ~steps["regression"]),
    }
    place = {each.term: number for number, each in enumerate(effects)}
    first = ["paired", "linked", "meetings", "not_paired", "outcome_known", "ten_citizens", "first_dropped"]
    order = [*first, *(term for term in behind if term not in {*first, "regression"})]
    known = [(ALWAYS, behind["regression"])] if behind["regression"].any() else []
    return compose(
        everything.citizen, everything.caseworker, [*known, *((place[each], behind[each]) for each in order)]
    )


def _behind(everything: Panel) -> dict[str, Flags]:
    """The meetings that are left out of something, by the flow's word for it."""
    linked = everything.linked
    early = linked & ~everything.followed
    return {
        "contradictory_activities": activity_groups(everything)[3],
        "belief_unknown": everything.code(BELIEF) == -99,
        "not_paired": ~everything.paired,
        "not_linked": ~linked,
        **{f"censored_{name}": linked & np.isnan(values) for name, values in everything.outcomes.items()},
        **{f"early_{name}": early & (values == 1) for name, values in everything.outcomes.items()},
    }


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
    return [
        count("meeting_of_unknown_citizen", Sample(read.meetings.unknown_citizen, 0, 0)),
        count("meeting_of_impossible_week", Sample(read.meetings.impossible_week, 0, 0)),
        *(count(term, Sample(number, 0, 0)) for term, number in read.counts.items()),
        *(
            count(
                term, everything.sample(rows), outcome=term.partition("_")[2] if term[:5] in {"censo", "early"} else ""
            )
            for term, rows in _behind(everything).items()
        ),
    ]


def _with_printed(effect: Effect, outcome: str) -> Effect:
    """The source's regression is of its own outcome; its sheets are sheets whatever is looked at."""
    if effect.term not in _PRINTED or (effect.term == "regression" and outcome != OUTCOME_OF_001):
        return effect
    return with_printed(effect, _PRINTED[effect.term], "001", "D9" if effect.term == "regression" else "")
