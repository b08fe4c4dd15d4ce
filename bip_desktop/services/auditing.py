# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log of use, looked at: own look-ups, search, the check of the chain, and the monthly spot check."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bip_desktop.domain.audit import Anchor, Entry, Event, Happened, Verdict, verify
from bip_desktop.domain.backup import Backup
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.domain.spot_check import drawn
from bip_desktop.services.access import Access
from bip_desktop.services.ports import Now, UnitOfWork
from bip_desktop.services.trust_ports import SpotCheck

SHOWN = 500
"""Entries on a page."""
Anchors = Callable[[UnitOfWork], Sequence[Anchor]]


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry with what is known of it besides: its texts, as long as they are not erased, and who did it."""

    entry: Entry
    who: str
    purpose: str = ""
    criterion: str = ""


class Auditing:
    """Looks at the log; every look is in it."""

    def __init__(self, access: Access, now: Now, anchors: Anchors) -> None:
        self._access = access
        self._now = now
        self._anchors = anchors

    def own(self) -> Sequence[LogLine]:
        """What she has looked up herself, the newest last."""
        with self._access.acting(Action.LOG_OWN) as act:
            found = _lines(act.work, act.work.audit.entries(actor=self._access.me, newest=SHOWN))
            act.log(Event(Happened.LOG_READ, detail="own"))
        return found

    def search(
        self, *, actor: CaseworkerId | None = None, citizen_id: CitizenId | None = None, newest: int = SHOWN
    ) -> Sequence[LogLine]:
        """Entries by person or citizen, the newest last. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.LOG_SEARCH) as act:
            found = _lines(act.work, act.work.audit.entries(actor=actor, subject=citizen_id, newest=newest))
            act.log(Event(Happened.LOG_READ, citizen_id or "", f"actor={actor or 'all'}"))
        return found

    def verify(self) -> Verdict:
        """Checks the whole chain against itself, the submissions and the backups. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.LOG_SEARCH) as act:
            log = act.work.audit
            found = verify(log.chain(), self._anchors(act.work), log.start(), log.altered())
            broken = "whole" if found.is_whole else f"broken at {found.first_broken}"
            act.log(Event(Happened.LOG_CHECKED, detail=f"{broken} anchored={found.anchored_upto}"))
        return found

    # -- the monthly spot check ------------------------------------------------------------------------------------

    def due_spot_checks(self) -> Sequence[SpotCheck]:
        """Draws what is missing of all finished months in which there was something, and returns what nobody has signed
        off. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.LOG_SIGN_OFF) as act:
            known = {check.month for check in act.work.audit.spot_checks()}
            head = act.work.audit.head()
            first = next(iter(act.work.audit.chain()), None)
            months = _finished_months(first.at, self._now()) if first is not None else ()
            for month, begins, ends in months:
                numbers = act.work.audit.between(begins, ends)
                if month not in known and numbers:
                    act.work.audit.add_spot_check(SpotCheck(month, head, drawn(numbers, head.hash)))
                    act.log(Event(Happened.SPOT_CHECK, detail=f"{month} drawn"))
            due = [check for check in act.work.audit.spot_checks() if check.signed_by is None]
            act.log(Event(Happened.LOG_READ, detail="spot checks"))
        return due

    def spot_check(self, month: str) -> Sequence[LogLine]:
        """The entries of one month's check. Raises `BipError` RIGHT_REFUSED; `KeyError` for a month without one."""
        with self._access.acting(Action.LOG_SIGN_OFF) as act:
            check = _check_of(act.work, month)
            entries = [act.work.audit.entries(after=seq - 1, newest=None)[0] for seq in check.numbers]
            found = _lines(act.work, entries)
            act.log(Event(Happened.LOG_READ, detail=f"spot check {month}"))
        return found

    def sign_off(self, month: str, remark: str = "") -> None:
        """She has looked at every entry of the check. Raises `BipError`: RIGHT_REFUSED, RIGHT_STEP (signed already)."""
        with self._access.acting(Action.LOG_SIGN_OFF) as act:
            if _check_of(act.work, month).signed_by is not None:
                raise BipError(Code.RIGHT_STEP)
            act.work.audit.sign_spot_check(month, self._access.me, self._now(), " ".join(remark.split()))
            act.log(Event(Happened.SPOT_CHECK, detail=f"{month} signed"))


def log_anchors(work: UnitOfWork, backups: Sequence[Backup]) -> Sequence[Anchor]:
    """The heads of the log that went out of the house: with each submission, and with each backup there is."""
    sent = [Anchor(json.loads(each.manifest)["audit_head"]) for each in work.outbox.sent()]
    return [*sent, *(Anchor(each.log_head.hash, each.log_head.seq) for each in backups)]


def _check_of(work: UnitOfWork, month: str) -> SpotCheck:
    found = {check.month: check for check in work.audit.spot_checks()}
    return found[month]


def _lines(work: UnitOfWork, entries: Sequence[Entry]) -> Sequence[LogLine]:
    names: Mapping[str, Caseworker] = {each.caseworker_id: each for each in work.people.caseworkers()}
    texts = {(each.seq, each.kind): each.text for each in work.audit.texts([entry.seq for entry in entries])}
    return [
        LogLine(
            entry,
            names[entry.actor].name if entry.actor in names else "",
            texts.get((entry.seq, "purpose"), ""),
            texts.get((entry.seq, "criterion"), ""),
        )
        for entry in entries
    ]


def _finished_months(first: datetime, now: datetime) -> Sequence[tuple[str, datetime, datetime]]:
    """Each month from that of `first` up to, and without, the present one, with its beginning and its end."""
    found: list[tuple[str, datetime, datetime]] = []
    begins = datetime(first.year, first.month, 1)  # noqa: DTZ001 - local times, as the log has them
    while True:
        year, month = begins.year + begins.month // 12, begins.month % 12 + 1
        ends = datetime(year, month, 1)  # noqa: DTZ001 - likewise
        if ends > now:
            return found
        found.append((f"{begins.year:04d}-{begins.month:02d}", begins, ends))
        begins = ends
