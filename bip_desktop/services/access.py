# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who sits here and what she may do: every right is asked for here, and every use is logged here.

The use cases of a meeting see the store through `WatchedStore`, which asks and logs by itself. What goes beyond one
citizen, or beyond a caseworker, is done inside `acting`, which names the right and writes the log in the same
transaction. Both refuse what the table does not allow, and log the refusal.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bip_desktop.domain.audit import Event, Happened, Head
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId
from bip_desktop.domain.rights import Action, Role, Stand, Verdict, stands, verdict
from bip_desktop.services.ports import Now, UnitOfWork, Unlocked
from bip_desktop.services.trust_ports import Notice

SAME_LOOK = timedelta(minutes=1)
"""What a page reads of the same citizen within this time is one look-up, and one entry."""
PURPOSE_LEAST = 10
"""Characters of a written purpose: a full stop is none."""
JUST_GIVEN = timedelta(minutes=10)
"""So long whoever has given a citizen away sees that it is done, and can undo it."""
_OPENED = frozenset({Action.OPEN, Action.SEE_OTHER_SIDE})
_UNDONE = _OPENED | {Action.GIVE}
_STOOD_IN = _OPENED | {Action.ANSWER, Action.HOLD}
_REFUSALS = (Code.RIGHT_REFUSED, Code.RIGHT_PURPOSE)
_LOOKS = (Happened.READ, Happened.LISTED)


@dataclass
class Act:
    """One use of a right: the transaction, and what is logged of it."""

    work: UnitOfWork
    events: list[Event] = field(default_factory=list)

    def log(self, event: Event) -> None:
        """Says what is being done."""
        self.events.append(event)


@dataclass(frozen=True, slots=True)
class Tidings:
    """Somebody else has opened one of her citizens."""

    notice: Notice
    who: str
    citizen: str
    purpose: str


@dataclass(frozen=True, slots=True)
class CitizenMode:
    """The screen is the citizen's: nothing but this meeting."""

    meeting_id: MeetingId
    citizen_id: CitizenId


class Access:
    """The rights of one person for as long as the jobcentre is open."""

    def __init__(self, unlocked: Unlocked, now: Now) -> None:
        self._store = unlocked.store
        self._me = unlocked.caseworker.caseworker_id
        self._now = now
        self._grants: dict[CitizenId, frozenset[Action]] = {}
        self._mode: CitizenMode | None = None
        self._given: dict[CitizenId, datetime] = {}
        self._looked: dict[tuple[str, str], datetime] = {}
        self._citizen_of: dict[MeetingId, CitizenId] = {}
        with self._store.reading() as work:
            self._roles = work.rights.roles(self._me)

    @property
    def me(self) -> CaseworkerId:
        """Who sits here."""
        return self._me

    @property
    def roles(self) -> frozenset[Role]:
        """What she is."""
        return self._roles

    def can(self, action: Action) -> bool:
        """Whether the table lets her do this with her own citizens, or with none: for what a page offers."""
        return verdict(action, self._stands(own=True)) is Verdict.YES

    @property
    def is_caseworker(self) -> bool:
        """Whether there is a caseload of her own to come to."""
        return self.can(Action.SEE_CASELOAD)

    # -- asking ----------------------------------------------------------------------------------------------------

    def judge(
        self,
        work: UnitOfWork,
        action: Action,
        citizen_id: CitizenId | None,
        *,
        own: bool | None = None,
        with_purpose: bool = False,
        meetings: frozenset[MeetingId] | None = frozenset(),
    ) -> None:
        """Raises `BipError`: RIGHT_REFUSED, or RIGHT_PURPOSE where a written purpose would open it. `meetings` are
        those whose content is asked for; None for all there are."""
        if own is None:
            owner = None if citizen_id is None else work.rights.owner(citizen_id)
            own = owner in (None, self._me)  # whoever is not there is a fault of the program, found out elsewhere
        own = own or (action in _UNDONE and self._has_just_given(citizen_id))
        found = verdict(action, self._stands(own=own))
        if self._mode is not None and action is not Action.TEXT_SIZE:
            this = self._mode
            if citizen_id != this.citizen_id or meetings is None or not meetings <= {this.meeting_id}:
                found = Verdict.NO
        granted = citizen_id is not None and action in self._grants.get(citizen_id, ())
        if found is Verdict.PURPOSE and (granted or with_purpose):
            return
        if found is not Verdict.YES:
            code = Code.RIGHT_PURPOSE if found is Verdict.PURPOSE else Code.RIGHT_REFUSED
            raise BipError(code, action=action.value)

    def _stands(self, *, own: bool) -> frozenset[Stand]:
        return stands(self._roles, own=own, citizen_mode=self._mode is not None)

    def gave(self, citizen_id: CitizenId) -> None:
        """She has given this citizen away: for a moment she still sees it, and can undo it."""
        self._given[citizen_id] = self._now()

    def _has_just_given(self, citizen_id: CitizenId | None) -> bool:
        at = None if citizen_id is None else self._given.get(citizen_id)
        return at is not None and timedelta() <= self._now() - at < JUST_GIVEN

    @contextmanager
    def noting(self, *events: Event) -> Iterator[UnitOfWork]:
        """A transaction for what everybody may do with what is the own; what is logged is committed with it."""
        with self._store.writing() as work:
            work.audit.append(self._me, self._now(), events)
            yield work

    @contextmanager
    def acting(
        self,
        action: Action,
        citizen_id: CitizenId | None = None,
        *,
        own: bool | None = None,
        with_purpose: bool = False,
    ) -> Iterator[Act]:
        """A transaction in which the right has been asked for; what is logged is committed with what is done.

        `with_purpose` says that a purpose was written and is logged too. Raises `BipError` as `judge` does (the refusal
        is logged), and `RuntimeError` where nothing was logged.
        """
        try:
            with self._store.writing() as work:
                self.judge(work, action, citizen_id, own=own, with_purpose=with_purpose)
                act = Act(work)
                yield act
                if not act.events:
                    raise RuntimeError(f"{action.value} was used and not logged")
                work.audit.append(self._me, self._now(), act.events)
        except BipError as error:
            self.log_refusal(error, citizen_id)
            raise

    def log_refusal(self, error: BipError, citizen_id: CitizenId | None) -> None:
        """Logs that somebody was refused; any other error is none of the log's business."""
        if error.code in _REFUSALS:
            detail = f"{error.facts.get('action', '')} {error.code.value}"
            self.log(Event(Happened.REFUSED, citizen_id or "", detail))

    def log(self, *events: Event) -> None:
        """Logs in a transaction of its own: before anything that was read is shown."""
        if events:
            with self.noting(*events):
                pass

    def log_head(self) -> Head:
        """How far the log has come: what goes along with every copy that leaves the database."""
        with self._store.reading() as work:
            return work.audit.head()

    def record(self, work: UnitOfWork, events: Sequence[Event]) -> None:
        """Logs in the transaction of what is done."""
        if events:
            work.audit.append(self._me, self._now(), events)

    def is_new_look(self, subject: str, depth: str) -> bool:
        """Whether nothing of this was logged within the last minute."""
        before = self._looked.get((subject, depth))
        return before is None or not timedelta() <= self._now() - before < SAME_LOOK

    def has_looked(self, events: Sequence[Event]) -> None:
        """Remembers what has been logged, and is on the disk."""
        now = self._now()
        self._looked.update({(each.subject, each.detail): now for each in events if each.what in _LOOKS})

    def citizen_of(self, work: UnitOfWork, meeting_id: MeetingId) -> CitizenId:
        """Whose meeting it is."""
        if meeting_id not in self._citizen_of:
            self._citizen_of[meeting_id] = work.meetings.get(meeting_id).citizen_id
        return self._citizen_of[meeting_id]

    # -- with a purpose --------------------------------------------------------------------------------------------

    def break_glass(self, citizen_id: CitizenId, purpose: str) -> None:
        """Opens another's citizen until the jobcentre is locked: logged with its purpose, and the owner is told.

        Raises `BipError`: RIGHT_PURPOSE (none written), RIGHT_REFUSED.
        """
        self._grant(citizen_id, purpose, Action.OPEN, Happened.BREAK_GLASS, _OPENED)

    def stand_in(self, citizen_id: CitizenId, purpose: str) -> None:
        """Holds a meeting with another's citizen: as `break_glass`, and meetings too."""
        self._grant(citizen_id, purpose, Action.HOLD, Happened.STAND_IN, _STOOD_IN)

    def _grant(
        self, citizen_id: CitizenId, purpose: str, action: Action, what: Happened, granted: frozenset[Action]
    ) -> None:
        with self._store.reading() as work:
            owner = work.rights.owner(citizen_id)
        if owner is None:
            raise KeyError(citizen_id)
        found = Verdict.NO if self._mode else verdict(action, self._stands(own=owner == self._me))
        if found is Verdict.YES:
            return
        if found is Verdict.NO:
            error = BipError(Code.RIGHT_REFUSED, action=action.value)
            self.log_refusal(error, citizen_id)
            raise error
        written = checked_purpose(purpose)
        with self._store.writing() as work:
            head = work.audit.append(self._me, self._now(), [Event(what, citizen_id, action.value, written)])
            work.rights.notify(Notice(0, owner, citizen_id, self._me, self._now(), head.seq))
        self._grants[citizen_id] = self._grants.get(citizen_id, frozenset()) | granted

    def tidings(self) -> Sequence[Tidings]:
        """Who has opened her citizens, and why, as long as she has not seen it."""
        with self._store.reading() as work:
            return [
                Tidings(
                    notice,
                    work.people.caseworker(notice.by).name,
                    work.citizens.get(notice.citizen_id).name,
                    " ".join(each.text for each in work.audit.texts([notice.audit_seq])),
                )
                for notice in work.rights.notices(self._me)
            ]

    def mark_seen(self, tidings: Sequence[Tidings]) -> None:
        """She has seen these."""
        with self._store.writing() as work:
            hers = {each.seq for each in work.rights.notices(self._me)}
            work.rights.mark_seen([each.notice.seq for each in tidings if each.notice.seq in hers], self._now())

    # -- what is done with what was read ---------------------------------------------------------------------------

    def printed(self, citizen_id: CitizenId, what: str) -> None:
        """Logs that something about a citizen leaves the screen (a print, a PDF, a note, the clipboard), before it
        does. Raises `BipError` RIGHT_REFUSED."""
        with self.acting(Action.PRINT, citizen_id) as act:
            act.log(Event(Happened.PRINTED, citizen_id, what))

    # -- whose screen it is ----------------------------------------------------------------------------------------

    def enter_citizen_mode(self, meeting_id: MeetingId, citizen_id: CitizenId) -> None:
        """From now on only this citizen's own meeting, until `leave_citizen_mode`."""
        self._mode = CitizenMode(meeting_id, citizen_id)

    def leave_citizen_mode(self) -> None:
        """The PIN was right: the screen is the caseworker's again."""
        self._mode = None


def checked_purpose(purpose: str) -> str:
    """The purpose, without blanks around it. Raises `BipError` RIGHT_PURPOSE where there is none to speak of."""
    written = " ".join(purpose.split())
    if len(written) < PURPOSE_LEAST:
        raise BipError(Code.RIGHT_PURPOSE)
    return written
