# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of the import shows: texts, frozen at one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the file."""

    group: str
    line: str
    name: str
    cpr: str
    """Masked; empty where the row makes nobody."""
    case_number: str
    benefit: str
    status: str
    """What becomes of it, and why."""
    stands_out: bool = False
    """Whether it asks to be looked at."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that become the same, as a button says them."""

    key: str
    """Empty for all rows."""
    text: str


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A file, before anything is made of it."""

    rows: tuple[ShownRow, ...]
    groups: tuple[Group, ...]
    ignored: str
    """Which columns are not used, or nothing."""
    create: str
    """What the button says."""
    nobody: str
    """Why nobody can be made, or nothing."""
