# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log of use: a chain of entries, each with the hash of the one before.

An entry that is changed, moved or taken out breaks the chain. Whoever holds the data key could make the whole chain
anew; then it no longer leads to the *anchors*, the heads that were written into submissions and backups. A tail cut
off after the last anchor cannot be seen, and `Verdict.unanchored` says how long that tail is.

Free text (a purpose, what was searched for) is not in the chain, only its salted hash: the text can be erased.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

NO_HASH = "0" * 64


class Happened(StrEnum):
    """What an entry tells of."""

    READ = "read"
    LISTED = "listed"
    SEARCHED = "searched"
    CREATED = "created"
    CHANGED = "changed"
    EXPORTED = "exported"
    PRINTED = "printed"
    DELETED = "deleted"
    REFUSED = "refused"
    BREAK_GLASS = "break_glass"
    STAND_IN = "stand_in"
    HANDED_OVER = "handed_over"
    INFORMED = "informed"
    UNLOCKED = "unlocked"
    KEYS = "keys"
    ROLES = "roles"
    SETTINGS = "settings"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    RIGHT = "right"
    """A step of an access export, a rectification or an erasure."""
    LOG_READ = "log_read"
    LOG_CHECKED = "log_checked"
    SPOT_CHECK = "spot_check"
    LOG_CUT = "log_cut"
    CLOCK_BACK = "clock_back"


@dataclass(frozen=True, slots=True)
class Head:
    """How far the chain has come, and its hash there."""

    seq: int
    hash: str


START = Head(0, NO_HASH)


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be logged. `subject` is a citizen's internal identity or empty; `detail` names things of the
    program, never a person."""

    what: Happened
    subject: str = ""
    detail: str = ""
    purpose: str = ""
    criterion: str = ""


def cut_off(head: Head) -> Event:
    """What has to be logged when the part up to `head` is deleted by its deadline: without it, the part was stolen."""
    return Event(Happened.LOG_CUT, detail=f"upto={head.seq}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the chain, as it is stored."""

    seq: int
    at: datetime
    actor: str
    what: Happened
    subject: str
    detail: str
    purpose_hash: str
    criterion_hash: str
    previous: str
    hash: str = ""

    @property
    def computed(self) -> str:
        """The hash that belongs to what the entry says."""
        fields = {
            "seq": self.seq,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor,
            "what": str(self.what),
            "subject": self.subject,
            "detail": self.detail,
            "purpose_hash": self.purpose_hash,
            "criterion_hash": self.criterion_hash,
            "previous": self.previous,
        }
        return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()

    @property
    def head(self) -> Head:
        """Where the chain stands with this entry."""
        return Head(self.seq, self.hash)


def linked(head: Head, at: datetime, actor: str, event: Event, purpose_hash: str, criterion_hash: str) -> Entry:
    """The entry that comes after `head`."""
    entry = Entry(
        seq=head.seq + 1,
        at=at,
        actor=actor,
        what=event.what,
        subject=event.subject,
        detail=event.detail,
        purpose_hash=purpose_hash,
        criterion_hash=criterion_hash,
        previous=head.hash,
    )
    return replace(entry, hash=entry.computed)


def text_hash(salt: bytes, text: str) -> str:
    """What stays in the chain of a text that can be erased; empty for no text."""
    return hashlib.sha256(salt + text.encode()).hexdigest() if text else ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head that lies outside the database: in a backup, or, without its number, in a submission."""

    hash: str
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the whole chain found."""

    entries: int
    first_broken: int | None
    """The number of the first entry that is not, or not in its place, what was written; None where all is well."""
    anchored_upto: int
    """Up to here an anchor vouches for the chain."""
    restored_at: int | None = None
    """Where the jobcentre was put back to an earlier state: what came after in the old one is gone, and it says so."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, moved or taken out, up to the last anchor."""
        return self.first_broken is None

    @property
    def unanchored(self) -> int:
        """Entries after the last anchor: if the newest of them were cut off, nobody could tell."""
        return self.entries - self.anchored_upto


def verify(
    entries: Iterable[Entry], anchors: Sequence[Anchor], start: Head = START, altered: Sequence[int] = ()
) -> Verdict:
    """Checks the chain from `start` (after an old part was deleted by its deadline) against itself and the anchors.
    `altered` are entries one of whose texts is not the one that was written."""
    last, broken = start, None
    by_hash = {start.hash: start.seq}
    explained, restored = start == START, None
    for entry in entries:
        if entry.what == Happened.RESTORED and restored is None:
            restored = entry.seq
        explained = explained or (entry.what, entry.detail) == (Happened.LOG_CUT, cut_off(start).detail)
        fits = entry.seq == last.seq + 1 and entry.previous == last.hash and entry.hash == entry.computed
        if broken is None and not fits:
            broken = last.seq + 1
        last = entry.head
        by_hash[entry.hash] = entry.seq
    if not explained:
        broken = start.seq
    anchored = start.seq
    for anchor in anchors:
        if anchor.hash == NO_HASH or (anchor.seq is not None and anchor.seq < start.seq):
            continue  # made before there was a log, or about a part that was deleted by its deadline
        found = by_hash.get(anchor.hash)
        if found is None and anchor.seq is not None and restored is not None and restored <= anchor.seq:
            continue  # about what was lost with an open restore
        if found is not None and anchor.seq in (None, found):
            anchored = max(anchored, found)
        elif anchor.seq is not None:
            # The chain was made anew, or it ends too early: what was there at the anchor is no longer.
            broken = min(each for each in (broken, anchor.seq, last.seq + 1) if each is not None)
        elif start == START:
            broken = last.seq + 1 if broken is None else broken
    faults = [*altered, *(() if broken is None else (broken,))]
    return Verdict(last.seq, min(faults, default=None), anchored, restored)
