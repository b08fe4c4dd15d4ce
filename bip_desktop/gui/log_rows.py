# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log's rows as tables show them."""

from collections.abc import Mapping, Sequence

from bip_desktop.gui import log_words
from bip_desktop.gui.formatting import clock, isolated, short_date
from bip_desktop.gui.language import translate
from bip_desktop.services.auditing import LogLine


def headings() -> tuple[str, ...]:
    """Of the columns."""
    return (
        translate("log_rows", "Hvornår"),
        translate("log_rows", "Hvem"),
        translate("log_rows", "Hvad"),
        translate("log_rows", "Borger"),
        translate("log_rows", "Formål"),
    )


def rows(lines: Sequence[LogLine], names: Mapping[str, str] | None = None) -> list[tuple[str, ...]]:
    """One for each entry, the newest first; `names` are those of the reader's own citizens."""
    known = {} if names is None else names
    return [
        (
            f"{short_date(line.entry.at.date())} {clock(line.entry.at)}",
            isolated(line.who),
            log_words.happened(line),
            isolated(known.get(line.entry.subject, "")) or log_words.about(line.entry.subject),
            log_words.text_of(line),
        )
        for line in reversed(lines)
    ]
