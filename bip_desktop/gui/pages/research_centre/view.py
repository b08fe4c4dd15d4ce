# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of the research centre shows: texts, frozen at one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownCentre:
    """A centre, in force or about to be."""

    name: str
    fingerprint: str
    words: str
    """What stands below: what is known of it, or what changes."""


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """A release of group results, in use or about to be."""

    source: str
    rows: tuple[tuple[str, ...], ...]
    """A theme, and its move in each group."""
    notes: tuple[str, ...]
