# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What lay on a computer that is gone, as its last backup has it."""

from dataclasses import dataclass
from datetime import date, datetime

from bip_desktop.domain.audit import Happened


@dataclass(frozen=True, slots=True)
class LastUse:
    """One entry of the log of use; the citizen by her case number, where she has one."""

    at: datetime
    who: str
    what: Happened
    case_number: str


@dataclass(frozen=True, slots=True)
class WhatWasOn:
    """Counts, never contents: what a municipality has to know before it can say who must be told."""

    site_name: str
    made_at: datetime
    """Of the backup: what came after it is not known here."""
    looked_by: str
    """Whose passphrase or recovery key it was."""
    citizens: int
    measured: int
    """Citizens with at least one meeting."""
    meetings: int
    first_meeting: date | None
    last_meeting: date | None
    citizens_answers: int
    caseworkers_answers: int
    own_words: int
    """Goals and promises."""
    notes: int
    """What caseworkers have written for themselves, or about a change of caseworker."""
    caseworkers: int
    passphrases: int
    has_recovery_key: bool
    last_used: datetime | None
    uses: tuple[LastUse, ...]
    """The newest first."""
