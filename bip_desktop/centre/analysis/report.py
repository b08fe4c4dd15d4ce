# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report: one HTML file that opens without a network and prints well."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bip_desktop.centre.analysis.effects import Effect, EffectTable
from bip_desktop.centre.analysis.first_page import first_page
from bip_desktop.centre.analysis.report_terms import group_label, term_label
from bip_desktop.centre.analysis.report_words import (
    DISAGREEMENTS,
    ESTIMATORS,
    NOTES,
    OUTCOMES,
    SE_KINDS,
    SECTIONS,
)
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.wording import Language

_MANY = 8
"""Outcomes with a table each; more share one."""
_TEMPLATE = Path(__file__).with_name("report.html.j2")


@dataclass(frozen=True)
class Row:
    """One line of a table, as it is read."""

    label: str
    group: str
    value: str
    interval: str
    sample: str
    how: str
    printed: str
    suppressed: bool


@dataclass(frozen=True)
class Part:
    """A table with its figure and what is said of it."""

    name: str
    title: str
    about: str
    notes: list[str]
    figures: list[Markup]
    tables: list[tuple[str, list[Row]]]
    """A heading (the outcome) and its rows."""
    disagreements: list[tuple[str, str]]


def write_report(
    path: Path,
    tables: Sequence[EffectTable],
    left_out: Mapping[str, Sequence[str]],
    record: Mapping[str, Any],
    settings: Settings,
    language: str,
) -> None:
    """Writes the report in `language`, `da` or `en`."""
    from bip_desktop.centre.analysis.figures import figures_of

    words = Language(language)
    parts = []
    for table in tables:
        section = SECTIONS[table.name]
        parts.append(
            Part(
                table.name,
                words.of(section.title),
                words.of(section.about),
                [words.of(NOTES[note]) for note in table.notes],
                [Markup(svg) for svg in figures_of(table, words)],  # noqa: S704 - drawn here, of numbers and our words
                _by_outcome(table, words),
                _disagreements(table, words),
            )
        )
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    html = template.render(
        words=words,
        parts=parts,
        left_out=left_out,
        record=record,
        first=first_page(tables, settings, words),
        settings=settings,
    )
    path.write_text(html, encoding="utf-8")


def _by_outcome(table: EffectTable, words: Language) -> list[tuple[str, list[Row]]]:
    made: dict[str, list[Row]] = {}
    if len({each.outcome for each in table.effects}) > _MANY:
        one = [_row(replace(each, term=each.outcome, group=""), words) for each in table.effects]
        about = [
            (words.of(term_label(each.term)), words.of(group_label(each.term, each.group))) for each in table.effects
        ]
        rows = [
            replace(row, group=" ".join(part for part in parts if part)) for row, parts in zip(one, about, strict=True)
        ]
        return [("", rows)]
    for effect in table.effects:
        heading = words.of(OUTCOMES[effect.outcome]) if effect.outcome in OUTCOMES else effect.outcome
        made.setdefault(heading, []).append(_row(effect, words))
    return list(made.items())


def _row(effect: Effect, words: Language) -> Row:
    u = effect.uncertainty
    how = [words.of(ESTIMATORS[effect.estimator.value])]
    if u.kind:
        how.append(words.of(SE_KINDS[u.kind.value]))
    sample = "" if effect.suppressed else words.sample(effect.sample)
    interval = ""
    if math.isfinite(u.low) or math.isfinite(u.high):
        interval = words.between(type(effect.value)(u.low), type(effect.value)(u.high))
    elif math.isinf(u.low) and math.isinf(u.high):
        interval = words.say("ubegrænset", "unbounded")
    printed = words.printed(effect.printed, effect.value)
    if printed:
        printed += f" [{effect.printed_source}]"
    return Row(
        words.of(term_label(effect.term)),
        words.of(group_label(effect.term, effect.group)),
        words.say("skjult: for få", "hidden: too few") if effect.suppressed else words.quantity(effect.value),
        interval,
        sample,
        ", ".join(how),
        printed + (f" {effect.disagreement}" if effect.disagreement else ""),
        effect.suppressed,
    )


def _disagreements(table: EffectTable, words: Language) -> list[tuple[str, str]]:
    codes = {each.disagreement for each in table.effects if each.disagreement}
    return [(code, words.of(text)) for code, text in DISAGREEMENTS.items() if code in codes]
