# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A backup, and which of them are no longer needed.

All of two days are kept; then the newest of each day for two weeks, of each week for two months, of each month for
half a year. After that a backup is one more place with people's data in it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from bip_desktop.domain.audit import START, Head

ALL = timedelta(days=2)
DAILY = timedelta(days=14)
WEEKLY = timedelta(days=61)
MONTHLY = timedelta(days=183)
ALWAYS = 7
"""So many of the newest are kept however old they are: a clock that jumps ahead must not take them all."""


class Reason(StrEnum):
    """When a backup was made."""

    EXIT = "exit"
    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    ERASURE = "erasure"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and read in full when it was made."""

    number: int
    """Counted from 1; it gives the order, whatever the clock says."""
    made_at: datetime
    reason: Reason
    schema: str
    app_version: str
    size: int
    """Bytes of the database."""
    sha256: str
    """Of the database."""
    place: Path
    log_head: Head = START
    """The log of use when it was made: what lies outside the database and tells whether the log is still the same."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What would not come back with a backup."""

    since: timedelta | None
    """From the backup to the last change; None where there is no database to be changed."""
    citizens: int | None
    """New ones; None, as the others, where the present database cannot be read."""
    meetings: int | None
    answers: int | None
    only_key_file: bool = False
    """The database is whole: nothing but its key file comes from the backup, and nothing is lost."""


def superseded(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those of `backups` that are no longer needed."""
    newest_first = sorted(backups, key=lambda each: each.number, reverse=True)
    kept_for: set[Hashable] = set()
    gone = []
    for place, each in enumerate(newest_first):
        span = _span(each.made_at, now)
        is_first_of_span = span is not None and span not in kept_for
        kept_for.add(span)
        if place >= ALWAYS and not is_first_of_span:
            gone.append(each)
    return tuple(gone)


def _span(made_at: datetime, now: datetime) -> Hashable | None:
    """What a backup of this moment stands for, where one is enough; None where none is wanted."""
    age = now - made_at
    if age < ALL:
        return made_at, object()  # each stands for itself
    if age < DAILY:
        return made_at.date()
    if age < WEEKLY:
        return made_at.isocalendar()[:2]
    if age < MONTHLY:
        return made_at.year, "month", made_at.month
    return None
