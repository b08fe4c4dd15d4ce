# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Rows of a long table as lines and cells that people read."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bip_desktop.centre.analysis.effects import Effect, Estimator
from bip_desktop.centre.analysis.report_terms import group_label, is_code, term_label
from bip_desktop.centre.analysis.report_topics import Layout, Topic
from bip_desktop.centre.analysis.report_words import ESTIMATORS, OUTCOMES, SE_KINDS
from bip_desktop.centre.analysis.wording import Language, capital

_SHORT = 2
"""Rows a method must have, on average, to get a line of its own above them instead of a column beside them."""


@dataclass(frozen=True)
class Cell:
    """A number with its unit and interval; hidden where too few stand behind it."""

    value: str
    unit: str
    interval: str
    hidden: bool


@dataclass(frozen=True)
class Row:
    """A line of a table."""

    label: str
    cell: Cell
    method: str
    error: str
    q: str
    printed: str
    source: str
    disagreement: str
    sample: tuple[str, str, str]


@dataclass(frozen=True)
class Run:
    """Lines under one heading; the heading is empty where the table has but one of them."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Grid:
    """Lines and columns, a cell for each pair; None where there is no such number."""

    columns: list[str]
    rows: list[tuple[str, list[Cell | None]]]


def outcome_label(outcome: str, words: Language) -> str:
    """What an outcome is called; an item or a code's own name where it has no other."""
    if not outcome:
        return ""
    return words.of(OUTCOMES[outcome] if outcome in OUTCOMES else term_label(outcome))


class Methods:
    """The estimators and errors of some rows; what is the same for all of them need not be said at each."""

    def __init__(self, effects: Sequence[Effect]) -> None:
        kinds = Counter(each.uncertainty.kind.value for each in effects if each.uncertainty.kind.value)
        self.common = kinds.most_common(1)[0][0] if kinds else ""
        self.differ = len({self.of(each) for each in effects}) > 1

    def of(self, effect: Effect) -> tuple[str, str]:
        """The estimator's code, and the error's where it is another than most rows have."""
        kind = effect.uncertainty.kind.value
        return effect.estimator.value, "" if kind == self.common else kind

    def words(self, method: tuple[str, str], words: Language) -> str:
        """The same in words."""
        estimator, kind = method
        name = words.of(ESTIMATORS[estimator])
        return f"{name} ({words.of(SE_KINDS[kind])})" if kind else name


def runs_of(
    topic: Topic, effects: Sequence[Effect], q: dict[str, Effect], words: Language, methods: Methods, *, fine: bool
) -> list[Run]:
    groups: dict[str, set[str]] = {}
    for each in effects:
        groups.setdefault(each.term, set()).add(each.group)
    found: dict[tuple[tuple[str, str], tuple[str, str]], list[Effect]] = {}
    for each in effects:
        of_term = each.term if len(groups[each.term]) > 1 and not topic.joined else ""
        match topic.layout:
            case Layout.BY_GROUP:
                key = ("", each.group), methods.of(each)
            case Layout.BY_ESTIMATOR:
                key = ("", ""), (each.estimator.value, "")
            case Layout.BY_TERM:
                key = (each.term, ""), ("", "")
            case _:
                key = (of_term, ""), methods.of(each)
        found.setdefault(key, []).append(each)
    grouped = topic.layout in {Layout.BY_ESTIMATOR, Layout.BY_TERM}
    if len(found) == 1 or (len(effects) < _SHORT * len(found) and not grouped):
        one_term = len(groups) == 1 and len(groups[effects[0].term]) > 1
        labels = [label_of(each, words, with_term=not one_term, joined=topic.joined) for each in effects]
        rows = [_row(each, words, q, methods, label, fine) for each, label in zip(effects, labels, strict=True)]
        return [Run("", rows)]
    made = []
    for ((term, group), method), members in found.items():
        of = words.of(group_label("", group)) if group else words.of(term_label(term)) if term else ""
        parts = [of, methods.words(method, words) if methods.differ and method[0] else ""]
        heading = ", ".join(part for part in parts if part) or words.say("Samlet", "Together")
        made.append(
            Run(
                capital(heading),
                [
                    _row(each, words, q, methods, _label_in_run(each, topic, term, words, methods), fine)
                    for each in members
                ],
            )
        )
    return made


def _label_in_run(effect: Effect, topic: Topic, term: str, words: Language, methods: "Methods") -> str:
    match topic.layout:
        case Layout.BY_GROUP:
            return capital(words.of(term_label(effect.term)))
        case Layout.BY_TERM:
            return capital(methods.words((effect.estimator.value, ""), words))
        case _:
            return label_of(effect, words, with_term=not term, joined=topic.joined)


def label_of(effect: Effect, words: Language, *, with_term: bool, joined: bool) -> str:
    """What a row is called: its term where that is not said above it, its group, its outcome where several stand."""
    parts = [words.of(term_label(effect.term))] if with_term else []
    if effect.group and effect.group not in SE_KINDS:
        parts.append(words.of(group_label(effect.term, effect.group)))
    if joined and effect.outcome and not effect.group:
        parts.append(outcome_label(effect.outcome, words))
    text = ": ".join(parts)
    code = effect.term if with_term else effect.group.split(" ")[0]
    as_written = is_code(code) and text.startswith(code)
    return text if as_written else capital(text)


def _row(effect: Effect, words: Language, q: dict[str, Effect], methods: Methods, label: str, fine: bool) -> Row:
    beside = q.get(effect.term)
    s = effect.sample
    answers, citizens, caseworkers = (
        "" if effect.suppressed else words.number(n, 0) for n in (s.answers, s.citizens, s.caseworkers)
    )
    if effect.suppressed and effect.estimator is Estimator.COUNT:
        answers = _hidden(words)
    if s.answers and not s.citizens:  # what is counted has nobody to be counted by
        citizens = caseworkers = ""
    return Row(
        label,
        _cell(effect, words, fine=fine),
        methods.words(methods.of(effect), words),
        words.of(SE_KINDS[effect.uncertainty.kind.value]),
        "" if beside is None or beside.suppressed else words.bare(beside.value),
        words.printed(effect.printed, effect.value),
        source_words(effect.printed_source if effect.printed else "", words),
        effect.disagreement,
        (answers, citizens, caseworkers),
    )


def source_words(source: str, words: Language) -> str:
    """Which source, in brackets; what is worked out of a source's table is said to be."""
    name, _, table = source.partition(" (table ")
    if table:
        return words.say("regnet ud af tabel {} i [{}]", "worked out of table {} in [{}]").format(
            table.rstrip(")"), name
        )
    return f"[{source}]" if source else ""


def _cell(effect: Effect, words: Language, *, fine: bool) -> Cell:
    if effect.suppressed:
        return Cell(_hidden(words), "", "", hidden=True)
    return Cell(
        words.bare(effect.value, fine=fine), unit_of(effect, words), interval_of(effect, words, fine=fine), hidden=False
    )


def _hidden(words: Language) -> str:
    return words.say("skjult", "hidden")


def unit_of(effect: Effect, words: Language) -> str:
    """What the number counts."""
    if effect.estimator is Estimator.BALANCE:
        return words.say("standardafvigelser", "standard deviations")
    return words.unit(effect.value)


def interval_of(effect: Effect, words: Language, *, fine: bool = False) -> str:
    u, kind = effect.uncertainty, type(effect.value)
    if effect.suppressed or math.isnan(u.low) or math.isnan(u.high):
        return ""
    if math.isinf(u.low) and math.isinf(u.high):
        return words.say("ubegrænset", "unbounded")
    return words.between(kind(u.low), kind(u.high), fine=fine, like=effect.value)


ERROR_ALONE = {Layout.BY_ESTIMATOR, Layout.BY_TERM}
GRIDS = {Layout.TERMS_BY_GROUPS, Layout.GROUPS_BY_TERMS, Layout.OUTCOMES_BY_TERMS}


def grid_of(topic: Topic, effects: Sequence[Effect], words: Language) -> Grid:
    made: dict[str, dict[str, Cell]] = {}
    columns: dict[str, None] = {}
    for each in effects:
        term, group = words.of(term_label(each.term)), words.of(group_label(each.term, each.group))
        match topic.layout:
            case Layout.TERMS_BY_GROUPS:
                line, column = term, words.of(group_label("raw", each.group))
            case Layout.GROUPS_BY_TERMS:
                line, column = group, term
            case _:
                line, column = outcome_label(each.outcome, words), f"{term} {group}".strip()
        columns.setdefault(column)
        made.setdefault(line, {})[column] = _cell(each, words, fine=False)
    return Grid(list(columns), [(capital(line), [cells.get(each) for each in columns]) for line, cells in made.items()])
