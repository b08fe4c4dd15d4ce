# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The store as the use cases of a meeting see it: each method asks for its right, and each transaction is logged.

`store_rules` says which right that is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.exchange_ports import Handovers
from bip_desktop.services.ports import Citizens, Meetings, Outbox, People, Store, UnitOfWork
from bip_desktop.services.store_rules import RULES, Call, Rule, meetings_of
from bip_desktop.services.trust_ports import AuditTrail, Rights


class WatchedWork:
    """Fulfils `ports.UnitOfWork`: what `RULES` knows, and nothing else."""

    people: People
    citizens: Citizens
    meetings: Meetings
    outbox: Outbox
    audit: AuditTrail
    rights: Rights
    handovers: Handovers

    def __init__(self, work: UnitOfWork, access: Access) -> None:
        self.work = work
        self.access = access
        self.concerned: CitizenId | None = None
        """Whose data was asked for last: where that is refused, the log says so."""
        self._gathering = False
        self._events: dict[tuple[Happened, str, str], list[str]] = {}
        self._owners: dict[CitizenId, CaseworkerId | None] = {}
        self.people = cast(People, _Part(self, "people"))
        self.citizens = cast(Citizens, _Part(self, "citizens"))
        self.meetings = cast(Meetings, _Part(self, "meetings"))
        self.outbox = cast(Outbox, _Part(self, "outbox"))
        self.audit = cast(AuditTrail, _Part(self, "audit"))
        self.rights = cast(Rights, _Part(self, "rights"))
        self.handovers = cast(Handovers, _Part(self, "handovers"))

    def asked(self, rule: Rule, call: Call) -> CitizenId | None:
        """Asks for the right, and says whose data it is."""
        if rule.gathers:
            self.access.judge(self.work, Action.EXPORT, None)
            self._gathering = True
        if self._gathering and rule.what in (Happened.READ, Happened.LISTED):
            return None
        subject = rule.whose(call) if rule.whose is not None else None
        action = rule.action(call) if callable(rule.action) else rule.action
        if action is not None:
            self.concerned = subject
            own = call.first == self.access.me if rule.of_caseworker else self._is_own(subject, call)
            self.access.judge(self.work, action, subject, own=own, meetings=meetings_of(rule, call))
        return subject

    def _is_own(self, subject: CitizenId | None, call: Call) -> bool:
        if subject is None:
            return True
        if isinstance(call.first, Citizen) and subject not in self._owners:
            stored = self.work.rights.owner(subject)
            self._owners[subject] = call.first.caseworker_id if stored is None else stored
        if subject not in self._owners:
            self._owners[subject] = self.work.rights.owner(subject)
        return self._owners[subject] in (None, self.access.me)

    def done(self, rule: Rule, name: str, subject: CitizenId | None, result: Any) -> None:
        """Remembers what has happened, for the log."""
        if rule.of_result and result is not None:
            subject = result.citizen_id
        if rule.what is None or (self._gathering and rule.what is Happened.READ):
            return
        if rule.of_result and rule.what is Happened.READ and subject is None:
            return
        names = self._events.setdefault((rule.what, subject or "", rule.detail), [])
        if name not in names:
            names.append(name)

    def events(self, *, reads_alone: bool = False) -> list[Event]:
        """What is to be logged: each citizen once for each thing that happened."""
        found = []
        for (what, subject, detail), names in self._events.items():
            if reads_alone and what not in (Happened.READ, Happened.SEARCHED, Happened.LISTED):
                continue
            if what in (Happened.READ, Happened.LISTED) and not self.access.is_new_look(subject, detail):
                continue
            found.append(Event(what, subject, detail or " ".join(names)))
        return found


class _Part:
    """One of the stores of a transaction, behind its rules."""

    def __init__(self, watched: WatchedWork, name: str) -> None:
        self._watched = watched
        self._inner = getattr(watched.work, name)
        self._rules = RULES[name]

    def __getattr__(self, name: str) -> Callable[..., Any]:
        rule = self._rules.get(name)
        if rule is None:
            raise AttributeError(f"nobody has said who may use {name}")
        method = getattr(self._inner, name)

        def watched(*args: Any, **named: Any) -> Any:
            call = Call(self._watched.work, self._watched.access, args, named)
            subject = self._watched.asked(rule, call)
            result = method(*args, **named)
            self._watched.done(rule, name, subject, result)
            return result

        return watched


class WatchedStore:
    """Fulfils `ports.Store` over another one."""

    def __init__(self, store: Store, access: Access) -> None:
        self._inner = store
        self._access = access

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """As the store's; what was read is logged before it can be shown, or is not shown."""
        with self._logging_refusals() as seen:
            with self._inner.reading() as work:
                watched = WatchedWork(work, self._access)
                seen.append(watched)
                yield watched
            events = watched.events()
            self._access.log(*events)
            self._access.has_looked(events)

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """As the store's; the log is committed with what was done."""
        with self._logging_refusals() as seen:
            with self._inner.writing() as work:
                watched = WatchedWork(work, self._access)
                seen.append(watched)
                yield watched
                events = watched.events()
                self._access.record(work, events)
            self._access.has_looked(events)
            for event in events:
                if event.what is Happened.HANDED_OVER:
                    self._access.gave(CitizenId(event.subject))

    @contextmanager
    def _logging_refusals(self) -> Iterator[list[WatchedWork]]:
        """What was read in a transaction that came to nothing is logged all the same, and so is a refusal."""
        seen: list[WatchedWork] = []
        try:
            yield seen
        except Exception as error:
            for watched in seen:
                self._access.log(*watched.events(reads_alone=True))
                if isinstance(error, BipError):
                    self._access.log_refusal(error, watched.concerned)
            raise

    def copy_to(self, copy: Path) -> None:
        """As the store's: a backup, with its own entry in it. It makes itself, whoever sits here."""
        self._access.log(Event(Happened.BACKED_UP))
        self._inner.copy_to(copy)

    def compact(self) -> None:
        """As the store's."""
        self._inner.compact()

    def close(self) -> None:
        """Closes the store."""
        self._inner.close()
