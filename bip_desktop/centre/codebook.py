# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every table, column and code in words, from the same text that the tables are checked against."""

from collections.abc import Iterator

from bip_desktop.centre.linked_tables import OUTCOMES, REGISTER_ABOUT
from bip_desktop.centre.merged_tables import MERGED
from bip_desktop.domain.submission_labels import Words
from bip_desktop.domain.submission_schema import Cell, Column, ColumnType, Table

_TYPES = {ColumnType.STRING: "text", ColumnType.INTEGER: "whole number"}


def said(words: Words, language: str) -> str:
    """The words in Danish or English."""
    return words.en if language == "en" else words.da


def column_lines(table: Table, language: str) -> Iterator[tuple[str, str, Cell, str]]:
    """(column, what it is, code, what the code means), a line a code; one line with empty cells where there is none."""
    for column in table.columns:
        name, about = column.name, said(column.about, language)
        labels = (*column.categories, *column.missing)
        if not labels:
            yield name, about, "", ""
        for label in labels:
            yield name, about, label.value, said(label.words, language)


def codebook() -> str:
    """The page in Markdown."""
    lines: list[str] = []
    for table in (*MERGED, OUTCOMES):
        about = f"{table.about.en}. *{table.about.da}.* Key: {', '.join(table.key)}."
        lines += [
            f"### {table.name}.csv",
            "",
            about,
            "",
            "| column | holds | what it is | på dansk |",
            "|---|---|---|---|",
        ]
        for column in table.columns:
            lines.append(f"| `{column.name}` | {_holds(column)} | {column.about.en} | {column.about.da} |")
        lines.append("")
        for column in table.columns:
            lines += _codes(column)
    about = (
        f"{REGISTER_ABOUT.en}. *{REGISTER_ABOUT.da}.* `citizen_id`, then `meeting_id` where the values differ by "
        "meeting, then any columns; a name has letters, digits and underscores. An empty cell is a missing value."
    )
    return "\n".join([*lines, "### register.csv", "", about, ""])


def _holds(column: Column) -> str:
    if column.categories:
        return "a code, below"
    if column.type is ColumnType.STRING:
        return "text"
    least = "" if column.least is None else f" from {column.least}"
    most = "" if column.most is None else f" to {column.most:,}"
    return f"{_TYPES[column.type]}{least}{most}" + (", or a code below" if column.missing else "")


def _codes(column: Column) -> list[str]:
    labels = (*column.categories, *column.missing)
    if not labels:
        return []
    lines = [f"`{column.name}`:", "", "| code | means | på dansk |", "|---|---|---|"]
    lines += [f"| `{label.value}` | {label.words.en} | {label.words.da} |" for label in labels]
    return [*lines, ""]
