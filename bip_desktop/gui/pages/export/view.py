# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of the submission shows: texts, frozen at one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToSend:
    """What a package would hold now."""

    rows: tuple[tuple[str, str], ...]
    """What, how many."""
    since: str
    left_out: str
    centre: str
    empty: str
    """Why there is nothing to send, or nothing."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A package that lies on the disk."""

    file_name: str
    folder: str
    contents: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Received:
    """What a receipt says."""

    headline: str
    check_code: str
    remarks: tuple[str, ...]


SentRows = tuple[tuple[str, str, str, str], ...]
"""Number, date, contents, what has become of it."""
