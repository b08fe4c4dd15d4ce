# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pictures as tables, from the same frozen objects."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QTableWidget

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Progression, TwoViews
from bip_desktop.domain.questionnaire import Amount, Missing, Ticks, Value
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import amount_words
from bip_desktop.gui.language import translate
from bip_desktop.gui.plots.sentences import short_value, tell_each_other
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.table_twin import TableTwin

_FEW = 5
"""Columns that fit beside each other."""


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as text: every cell as it is read."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def day_words(day: date) -> str:
    """`21. nov. 26`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("plots", "d. MMM yy"))


def day_digits(day: date) -> str:
    """`21.11.26`, where columns are narrow."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("plots", "dd.MM.yy"))


def over_time_table(moved: Progression, language: str) -> TableText:
    """Themes down, measurements across, the newest first; then what the time axis is marked with."""
    newest_first = range(len(moved.numbers) - 1, -1, -1)
    rows = [
        (
            wording.name(series.item, language),
            wording.movement(series),
            *(short_value(series.points[place].value) for place in newest_first),
        )
        for series in moved.themes
    ]
    if moved.new_caseworker_at:
        new = translate("plots", "ny")
        changed = (new if moved.numbers[place] in moved.new_caseworker_at else "" for place in newest_first)
        rows.append((translate("plots", "Sagsbehandler"), "", *changed))
    for kind in Kind:
        spans = [span for span in moved.spans if span.kind is kind]
        if spans:
            under_way = translate("plots", "i gang")
            rows.append(
                (
                    wording.kind(kind),
                    "",
                    *(
                        under_way if any(span.first <= moved.numbers[place] <= span.last for span in spans) else ""
                        for place in newest_first
                    ),
                )
            )
    return TableText(
        translate("plots", "Over tid"),
        (
            translate("plots", "Område"),
            translate("plots", "Siden sidst"),
            *(day_digits(moved.dates[place]) for place in newest_first),
        ),
        tuple(rows),
    )


def two_views_table(views: tuple[TwoViews, ...], citizen: str, caseworker: str, language: str) -> TableText:
    """The pairs: a theme, the one answer, the other."""
    return TableText(
        translate("plots", "Sådan ser vi hver især på det"),
        (translate("plots", "Område"), citizen, caseworker, ""),
        tuple(
            (
                wording.name(view.citizen_item, language),
                wording.value_words(view.citizen_item, view.citizen, language),
                wording.value_words(view.caseworker_item, view.caseworker, language),
                tell_each_other() if view.worth_telling else "",
            )
            for view in views
        ),
    )


def from_start_table(moved: Progression, language: str) -> TableText:
    """From the first answer to now, sorted as the picture is; then those that cannot be compared."""
    compared = moved.from_start()
    rows: list[tuple[str, ...]] = []
    for series in compared:
        start = series.start
        if start is not None:
            rows.append(
                (
                    wording.name(series.item, language),
                    wording.value_words(series.item, start.value, language),
                    day_words(start.on),
                    wording.value_words(series.item, series.now.value, language),
                )
            )
    for series in moved.themes:
        if series not in compared:
            start = series.start
            then = wording.value_words(series.item, start.value if start else series.points[0].value, language)
            rows.append(
                (
                    wording.name(series.item, language),
                    then,
                    day_words(start.on) if start else "",
                    wording.value_words(series.item, series.now.value, language) if start is not series.now else "",
                )
            )
    return TableText(
        translate("plots", "Fra start til nu"),
        (
            translate("plots", "Område"),
            translate("plots", "Første svar"),
            translate("plots", "Dato"),
            translate("plots", "Nu, {0}").format(day_words(moved.dates[-1])),
        ),
        tuple(rows),
    )


def starting_point_table(moved: Progression, language: str) -> TableText:
    """The first answers, highest first."""
    return TableText(
        translate("plots", "Dit udgangspunkt"),
        (translate("plots", "Område"), translate("plots", "Dit svar")),
        tuple(
            (wording.name(series.item, language), wording.value_words(series.item, series.now.value, language))
            for series in moved.highest_first()
        ),
    )


def search_and_wage_table(moved: Progression, language: str) -> TableText:
    """How the citizen looks for work, and the lowest wage, newest first."""
    return TableText(
        translate("plots", "Jobsøgning og løn"),
        (
            translate("plots", "Dato"),
            wording.name(moved.search.item, language),
            wording.name(moved.wage.item, language),
        ),
        tuple(
            (day_words(search.on), _search_words(moved, search.value, language), _wage_words(wage.value))
            for search, wage in reversed(tuple(zip(moved.search.points, moved.wage.points, strict=True)))
        ),
    )


def _search_words(moved: Progression, value: Value, language: str) -> str:
    if isinstance(value, Ticks):
        return " · ".join(moved.search.item.option(n).short.in_language(language) for n in sorted(value.options))
    return wording.missing(value) if isinstance(value, Missing) else ""


def _wage_words(value: Value) -> str:
    if isinstance(value, Amount):
        return amount_words(value)
    return wording.missing(value) if isinstance(value, Missing) else ""


def table_widget(text: TableText) -> QTableWidget:
    """`text` as a table on the screen: with few columns the words wrap, with many they scroll beside the names."""
    if len(text.headings) > _FEW:
        return TableTwin(text.name, text.headings, text.rows)
    return ReadingTable(text.name, text.headings, text.rows)
