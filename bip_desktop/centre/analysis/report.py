# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report: one HTML file that opens without a network and prints well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bip_desktop.centre.analysis.effects import EffectTable
from bip_desktop.centre.analysis.first_page import first_page
from bip_desktop.centre.analysis.report_sections import CHAPTERS, SECTIONS
from bip_desktop.centre.analysis.report_sources import DISAGREEMENTS, SOURCES
from bip_desktop.centre.analysis.report_tables import Block, blocks_of
from bip_desktop.centre.analysis.report_words import NOTES, SE_KINDS
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.analysis.wording import Language

_HERE = Path(__file__).parent
_OF_ONE_OUTCOME = {"no_outcomes", "too_few", "no_variation"}
MARK = 12
"""Digits of the data's hash that stand on every table; all of them stand in run.json."""


@dataclass(frozen=True)
class Figure:
    """A drawing with its words."""

    svg: Markup
    title: str
    legend: str


@dataclass(frozen=True)
class Part:
    """A table with its figures and what is said of it."""

    name: str
    number: str
    title: str
    about: str
    how: str
    notes: list[str]
    figures: list[Figure]
    blocks: list[Block]
    disagreements: list[tuple[str, str]]


@dataclass(frozen=True)
class Chapter:
    """Parts that belong together."""

    name: str
    number: int
    title: str
    parts: list[Part]


def write_report(
    path: Path,
    tables: Sequence[EffectTable],
    left_out: Mapping[str, Sequence[str]],
    record: Mapping[str, Any],
    settings: Settings,
    language: str,
) -> None:
    """Writes the report in `language`, `da` or `en`."""
    words = Language(language)
    chapters = _chapters(tables, settings, words)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((_HERE / "report.html.j2").read_text(encoding="utf-8"))
    html = template.render(
        words=words,
        say=words.say,
        style=Markup((_HERE / "report.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        chapters=chapters,
        numbers={part.name: part.number for chapter in chapters for part in chapter.parts},
        left_out={words.of(SECTIONS[name].title): why for name, why in left_out.items()},
        record=record,
        quarters=[_quarter(each, words) for each in record["data"].get("quarters", [])],
        mark=record["data"]["sha256"][:MARK],
        first=first_page(tables, settings, words),
        settings=settings,
        errors=[words.of(each) for code, each in SE_KINDS.items() if code],
        sources={code: words.of(each) for code, each in SOURCES.items()},
    )
    path.write_text(html, encoding="utf-8")


def _quarter(name: str, words: Language) -> str:
    year, number = name.split("-Q")
    return words.say(f"{number}. kvartal {year}", f"quarter {number} of {year}")


def _chapters(tables: Sequence[EffectTable], settings: Settings, words: Language) -> list[Chapter]:
    by = {table.name: table for table in tables}
    made: list[Chapter] = []
    for code, title in CHAPTERS.items():
        number = len(made) + 1
        names = [name for name, section in SECTIONS.items() if section.chapter == code and name in by]
        parts = [_part(by[name], f"{number}.{place}", settings, words) for place, name in enumerate(names, start=1)]
        if parts:
            made.append(Chapter(code, number, words.of(title), parts))
    return made


def _part(table: EffectTable, number: str, settings: Settings, words: Language) -> Part:
    from bip_desktop.centre.analysis.figures import figures_of  # only here: matplotlib takes a second

    section = SECTIONS[table.name]
    return Part(
        table.name,
        number,
        words.of(section.title),
        words.of(section.about),
        words.of(section.how),
        [_note(note, words, has_numbers=bool(table.effects)) for note in table.notes],
        [Figure(Markup(each.svg), each.title, each.legend) for each in figures_of(table, words)],  # noqa: S704 - drawn here
        blocks_of(table, words, settings),
        _disagreements(table, words),
    )


def _note(code: str, words: Language, *, has_numbers: bool) -> str:
    """What a note says; of one outcome alone where there are numbers of others."""
    text = words.of(NOTES[code])
    if has_numbers and code in _OF_ONE_OUTCOME:
        return words.say(
            "For mindst ét udfald er der ingen tal. {}", "There are no numbers of some outcome. {}"
        ).format(text)
    return text


def _disagreements(table: EffectTable, words: Language) -> list[tuple[str, str]]:
    codes = {each.disagreement for each in table.effects if each.disagreement}
    return [(code, words.of(text)) for code, text in DISAGREEMENTS.items() if code in codes]
