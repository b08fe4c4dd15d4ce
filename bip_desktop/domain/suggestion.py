# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Combinations of interventions to talk about, from a rule table that is data.

The table (`resources/evidence/`) decides which rules there are, for which situation and theme, with which words,
grade and source. This module decides only what a situation and a reason are, so that each "why" is true to the
series it comes from. Nothing here scores, ranks or predicts a person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bip_desktop.domain.evidence import Evidence, Group
from bip_desktop.domain.intervention import Pattern, pattern
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.progression import History, Progression
from bip_desktop.domain.questionnaire import Step, Text

LOW = 2
"""A theme answered with this step or lower is "low"."""
STILL = 3
"""So many measurements without a move are "still"."""
AT_ONCE = 3
"""At least so many suggestions are shown before "another one" is asked for,"""
COMBINATIONS_AT_ONCE = 2
"""and so many combinations among them."""


class Situation(StrEnum):
    """Where the citizen's interventions stand now."""

    UNKNOWN = "unknown"
    NONE = "none"
    WITHOUT_JOB = "without_job"
    JOB_ALONE = "job_alone"
    COMBINED = "combined"
    COMBINED_MOVING = "combined_moving"
    COMBINED_STILL = "combined_still"


class Form(StrEnum):
    """What a suggestion looks like: a combination, keeping what is under way, or a question to both."""

    COMBINATION = "combination"
    KEEP = "keep"
    QUESTION = "question"


class Grade(StrEnum):
    """How strong the ground is (experience.md)."""

    FOUND = "B"
    SEEN = "C"
    JUDGEMENT = "D"


class Audience(StrEnum):
    """Who may see it: both, or the caseworker alone."""

    SHARED = "shared"
    OWN = "own"


class Sign(StrEnum):
    """What in a theme points to a rule."""

    LOW = "low"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a finding stands, as it is cited to people."""

    source_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    rule_id: str
    form: Form
    situations: frozenset[Situation]
    themes: tuple[str, ...]
    signs: frozenset[Sign]
    activities: tuple[int, ...]
    grades: tuple[Grade, ...]
    title: Text
    because: Text | None
    """The reason in words, where it rests on no theme."""
    ground: Text
    """What is known, and how."""
    contrary: Text | None
    """What the same source found against it."""
    sources: tuple[str, ...]
    audience: Audience = Audience.SHARED
    measured: Group | None = None
    """The group that its ground speaks of, where the research centre can have measured that."""


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One version of the rules."""

    table_id: str
    version: str
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    evidence: Evidence | None = None
    """What has been measured since: grades and sources stay, the figures are these."""

    def with_evidence(self, evidence: Evidence) -> "RuleTable":
        """The table with these figures; its version names their release, so that what was shown can be told later."""
        return replace(self, version=f"{self.version}+e{evidence.release}", evidence=evidence)


class ReasonKind(StrEnum):
    """The facts a "why" can rest on."""

    LOWEST = "lowest"
    LOW = "low"
    STILL = "still"
    ROSE = "rose"
    SITUATION = "situation"


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact of the series: `item` was answered `step`; for "still" in the last `measurements`; for "rose" from
    `start`, `measurements` in a row."""

    kind: ReasonKind
    item: str = ""
    step: int = 0
    measurements: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion with its reasons. `activities` are what it proposes, in the rule's order; before them what is
    under way, where the rule adds to it."""

    rule: Rule
    activities: tuple[int, ...]
    reasons: tuple[Reason, ...]
    under_way: frozenset[int]
    """Those of `activities` that the citizen takes part in already."""


def situation(history: History, moved: Progression) -> Situation:
    """The situation at the newest measurement of `history`."""
    newest = history[-1][1]
    now = pattern(newest.kinds())
    match now:
        case Pattern.UNKNOWN:
            return Situation.UNKNOWN
        case Pattern.NONE:
            return Situation.NONE
        case Pattern.JOB_ALONE:
            return Situation.JOB_ALONE
        case Pattern.SINGLE_OTHER | Pattern.COMBINED:
            return Situation.WITHOUT_JOB
        case Pattern.COMBINED_WITH_JOB:
            return _combined(history, moved)


def _combined(history: History, moved: Progression) -> Situation:
    if moved.higher and len(moved.higher) >= len(moved.lower):
        return Situation.COMBINED_MOVING
    lately = history[-STILL:]
    kept = len(lately) == STILL and all(
        pattern(measurement.kinds()) is Pattern.COMBINED_WITH_JOB for _, measurement in lately
    )
    answered = [series for series in moved.themes if series.now.step is not None]
    if kept and answered and all(series.still_for >= STILL for series in answered):
        return Situation.COMBINED_STILL
    return Situation.COMBINED


def suggest(
    table: RuleTable,
    history: History,
    moved: Progression,
    *,
    audience: Audience = Audience.SHARED,
    pairs: bool = True,
) -> tuple[Suggestion, ...]:
    """Every suggestion that fits, in the order to show them: questions and "keep it" first, then one for each theme
    (the lowest first, then as the table has them) before a second one for the same theme. `pairs` says whether the
    caseworker's paired answers may be used. A combination whose every part is under way already is left out.
    """
    newest = history[-1][1]
    now = situation(history, moved)
    under_way = newest.activities() or frozenset()
    found: list[tuple[tuple[int, int, int], Suggestion]] = []
    for position, rule in enumerate(table.rules):
        if now not in rule.situations or rule.audience is not audience:
            continue
        if rule.form is Form.COMBINATION and set(rule.activities) <= under_way:
            continue
        reasons = _reasons(rule, newest, moved, pairs=pairs)
        if rule.themes and not reasons:
            continue
        activities = _proposed(rule, newest, under_way)
        lowest = min((reason.step for reason in reasons if reason.step), default=LOW + 4)
        order = (0 if rule.form is not Form.COMBINATION else 1, lowest, position)
        if not reasons:
            reasons = (Reason(ReasonKind.SITUATION),)
        if rule.form is Form.KEEP:
            reasons = tuple(_risen(moved)) or reasons
        found.append((order, Suggestion(rule, activities, reasons, under_way & set(activities))))
    return _different([suggestion for _, suggestion in sorted(found, key=lambda pair: pair[0])])


def _proposed(rule: Rule, newest: Measurement, under_way: frozenset[int]) -> tuple[int, ...]:
    """What `rule` proposes. A combination of one activity joins what is under way, as far as that may be proposed; what
    is kept leaves out what both may not see named, so that choosing it agrees on nothing in secret."""
    options = {number: newest.instrument.activities.option(number) for number in sorted(under_way)}
    if rule.form is Form.KEEP:
        return tuple(number for number, option in options.items() if not option.sensitive)
    if rule.form is not Form.COMBINATION or len(rule.activities) > 1:
        return rule.activities
    beside = (number for number, option in options.items() if not (option.sensitive or option.phased_out))
    return (*beside, *rule.activities)


def _different(suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Without combinations of the same activities, and the first of each theme before the second of any."""
    seen: set[frozenset[int]] = set()
    answered: Counter[str] = Counter()
    placed: list[tuple[int, Suggestion]] = []
    for suggestion in suggestions:
        if suggestion.rule.form is not Form.COMBINATION:
            placed.append((-1, suggestion))
            continue
        if frozenset(suggestion.activities) in seen:
            continue
        seen.add(frozenset(suggestion.activities))
        theme = min(suggestion.reasons, key=lambda reason: reason.step).item
        placed.append((answered[theme], suggestion))
        answered[theme] += 1
    return tuple(suggestion for _, suggestion in sorted(placed, key=lambda pair: pair[0]))


def _reasons(rule: Rule, newest: Measurement, moved: Progression, *, pairs: bool) -> tuple[Reason, ...]:
    """The facts that make `rule` fit, the citizen's own themes first."""
    answered = [series.now.step for series in moved.themes if series.now.step is not None]
    lowest = min(answered, default=0)
    reasons: list[Reason] = []
    for code in rule.themes:
        if code.startswith("B"):
            series = moved.series(code)
            step = series.now.step
            if step is None:
                continue
            if Sign.STILL in rule.signs and series.still_for >= STILL and step <= LOW + 1:
                reasons.append(Reason(ReasonKind.STILL, code, step, series.still_for))
            elif Sign.LOW in rule.signs and step <= LOW:
                kind = ReasonKind.LOWEST if step == lowest and answered.count(step) == 1 else ReasonKind.LOW
                reasons.append(Reason(kind, code, step))
        elif pairs or rule.audience is Audience.OWN:
            value = newest.value(code)
            if Sign.LOW in rule.signs and isinstance(value, Step) and value.step <= LOW:
                reasons.append(Reason(ReasonKind.LOW, code, value.step))
    return tuple(reasons)


def _risen(moved: Progression) -> Iterable[Reason]:
    for series in moved.themes:
        if series.twice > 0:
            yield Reason(ReasonKind.ROSE, series.item.code, series.now.step or 0, 2, series.points[-3].step or 0)
    if not any(series.twice > 0 for series in moved.themes):
        for series in moved.higher:
            before = series.before
            yield Reason(
                ReasonKind.ROSE,
                series.item.code,
                series.now.step or 0,
                1,
                (before.step if before else 0) or 0,
            )


def first_shown(suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions to show at first: at least three, and on until two are combinations to choose between."""
    combinations = 0
    for number, suggestion in enumerate(suggestions, start=1):
        combinations += suggestion.rule.form is Form.COMBINATION
        if number >= AT_ONCE and combinations >= COMBINATIONS_AT_ONCE:
            return tuple(suggestions[:number])
    return tuple(suggestions)
