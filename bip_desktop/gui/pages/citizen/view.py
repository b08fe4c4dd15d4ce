# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of one citizen shows: texts, frozen at one moment."""

from dataclasses import dataclass

TextRows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Doing:
    """What can be done with the citizen now. An empty text leaves its button or its line out."""

    primary: str = ""
    secondary: str = ""
    quiet: str = ""
    """What can be done too, but is not the next step."""
    remark: str = ""
    is_due: bool = False
    can_void: bool = False
    can_void_closed: bool = False
    can_close: bool = False
    can_change: bool = False
    """Caseworker and research."""
    done: str = ""
    """What has just been done and can be undone."""
    closed: str = ""
    """How the course ended, where it has."""


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest measurement in words."""

    when: str
    headline: str
    remark: str
    rows: TextRows
    """Theme, answer, how it has moved."""
    search: str


@dataclass(frozen=True, slots=True)
class LastAgreement:
    """What was agreed last."""

    when: str
    goals: tuple[str, ...]
    rows: TextRows
    """Who, what, by when, how it went."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What the caseworker before left behind."""

    summary: str
    note: str
    goals: tuple[str, ...]
    under_way: str


@dataclass(frozen=True, slots=True)
class CitizenView:
    """The whole page."""

    name: str
    first_name: str
    facts: str
    doing: Doing
    research: str
    """What the citizen says to research."""
    handover: Handover | None
    newest: Newest | None
    agreement: LastAgreement | None
    history: TextRows
    """Date, number, caseworker, what was answered."""
