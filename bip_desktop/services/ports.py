# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the services need from the outside, as Protocols: `storage` and `exchange` fulfil them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.agreement import Agreement, How
from bip_desktop.domain.caseload import CaseloadRow, Standing
from bip_desktop.domain.citizen import Caseworker, CaseworkerChange, Citizen
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchId, ResearchMeetingId
from bip_desktop.domain.intervention import Mark
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Instrument, Value
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.suggestion import RuleTable
from bip_desktop.services.exchange_ports import Handovers, StoredReceipt
from bip_desktop.services.trust_ports import AuditTrail, Rights

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Installation:
    """This database: which site it belongs to, and the key it signs with."""

    installation_id: str
    """6 hex digits."""
    site: str
    """Lower-case a to z, digits, hyphens."""
    site_name: str
    signing_key: bytes
    """Ed25519 private key, 32 raw bytes."""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer as it is kept: with its place in the order of all answers and its revision."""

    item: str
    value: Value
    revision: int
    after_reveal: bool


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """What was on the page "Hvad kan hjælpe?"."""

    rule_id: str
    position: int
    activities: tuple[int, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class SentSubmission:
    """A submission that lies on the disk: what it covered and what it was."""

    submission_id: str
    installation_id: str
    seq: int
    """Its number among the installation's, from 1: a restored database is a new installation and begins anew."""
    after: int
    """Change window (after, upto] of the outbox."""
    upto: int
    manifest: bytes
    manifest_sha256: str
    signature: bytes
    file_name: str
    made_at: datetime
    counts: Mapping[str, int]
    """Rows per table."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the outbox: something that may leave has changed. `kind` is `citizen` or `meeting`, with the identity
    inside in `key`; a `tombstone_*` kind carries the reason, and in `key` the identity outside at that moment."""

    seq: int
    kind: str
    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What an opened jobcentre is: its store, its site and who sits at it."""

    store: "Store"
    installation: Installation
    caseworker: Caseworker


class People(Protocol):
    """Caseworkers and this installation."""

    def installation(self) -> Installation: ...
    def caseworker(self, caseworker_id: CaseworkerId) -> Caseworker: ...
    def caseworkers(self) -> Sequence[Caseworker]: ...
    def add(self, caseworker: Caseworker) -> None: ...
    def change(self, caseworker: Caseworker) -> None:
        """Writes her name and her direct number."""
        ...

    def setting(self, key: str) -> str | None:
        """A setting of this jobcentre; None where it is as the program comes."""
        ...

    def set_setting(self, key: str, value: str) -> None: ...
    def pin_hash(self, caseworker_id: CaseworkerId) -> str: ...
    def set_pin_hash(self, caseworker_id: CaseworkerId, pin_hash: str) -> None: ...


class Citizens(Protocol):
    """Citizens and their changes of caseworker. Every change of a citizen writes a line in the outbox."""

    def add(self, citizen: Citizen) -> None: ...
    def get(self, citizen_id: CitizenId) -> Citizen: ...
    def has_cpr(self, cpr: Cpr) -> bool:
        """Whether the jobcentre knows somebody with this number: no more, for it may be a colleague's citizen."""
        ...

    def change(self, citizen: Citizen) -> Citizen:
        """Writes `citizen` with its revision raised by one, and returns it so."""
        ...

    def plan(self, citizen_id: CitizenId, next_meeting: datetime | None) -> None:
        """Sets the next meeting: local planning, no revision, nothing in the outbox."""
        ...

    def change_caseworker(self, citizen_id: CitizenId, change: CaseworkerChange) -> None: ...
    def undo_change_caseworker(self, citizen_id: CitizenId, me: CaseworkerId) -> Citizen:
        """Takes back the newest change of caseworker; the citizen is `me`'s again where it had given her or him away,
        and stays where it had not."""
        ...

    def changes(self, citizen_id: CitizenId) -> Sequence[CaseworkerChange]:
        """Oldest first."""
        ...

    def caseload(self, caseworker_id: CaseworkerId) -> Sequence[CaseloadRow]: ...
    def row(self, citizen_id: CitizenId) -> CaseloadRow:
        """One citizen, as in the caseload."""
        ...

    def set_standing(self, standing: Standing) -> None: ...
    def clear_standing(self, citizen_id: CitizenId) -> None: ...
    def withdraw(self, citizen: Citizen, new_research_id: ResearchId) -> None:
        """Writes a tombstone for the identity the citizen had outside, and gives new ones to the citizen and to all the
        citizen's meetings. A copy of such a meeting in hand has the old one."""
        ...


class Meetings(Protocol):
    """Meetings with their answers, marks, suggestions and agreement."""

    def add(self, meeting: Meeting) -> None: ...
    def get(self, meeting_id: MeetingId) -> Meeting: ...
    def save(self, meeting: Meeting) -> None:
        """Writes the meeting but for its `research_id` and revision, which are the store's own; the outbox hears of it
        when it is closed, or changed or voided after that (revision raised), or restored."""
        ...

    def of(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """All but the voided ones, oldest first."""
        ...

    def all_of(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """The voided ones too, oldest first."""
        ...

    def open_of(self, citizen_id: CitizenId) -> Meeting | None: ...
    def open_of_caseworker(self, caseworker_id: CaseworkerId) -> Meeting | None:
        """The newest meeting begun and not ended, prepared ones aside."""
        ...

    def answer(self, meeting_id: MeetingId, item: str, value: Value, *, after_reveal: bool) -> None: ...
    def measurement(self, meeting_id: MeetingId, instrument: Instrument) -> Measurement: ...
    def measurements(self, citizen_id: CitizenId) -> Mapping[MeetingId, Mapping[bool, Mapping[str, Value]]]:
        """All current answers of a citizen in one reading: meeting, after_reveal, item, value."""
        ...

    def answers_of_caseworker(self, caseworker_id: CaseworkerId, item: str) -> Sequence[tuple[CitizenId, Value]]:
        """What she has answered to one item on a scale, in her closed meetings, each citizen's oldest first."""
        ...

    def mean_of_colleagues(
        self, caseworker_id: CaseworkerId, item: str, citizens: int, colleagues: int
    ) -> tuple[int, Fraction | None]:
        """How many others have answered `item` with a step about so many citizens, and the mean of their means; None
        below so many `colleagues`. No one of them can be told from it."""
        ...

    def stored_answers(self, meeting_id: MeetingId) -> Sequence[StoredAnswer]:
        """The newest revision of each (item, after_reveal)."""
        ...

    def revisions(self, meeting_id: MeetingId) -> Sequence[StoredAnswer]:
        """Every revision of every answer, in the order in which they were given."""
        ...

    def set_marks(self, meeting_id: MeetingId, marks: Iterable[Mark]) -> None: ...
    def marks(self, meeting_id: MeetingId) -> Sequence[Mark]: ...
    def set_notes(self, meeting_id: MeetingId, notes: Iterable[str]) -> None: ...
    def notes(self, meeting_id: MeetingId) -> frozenset[str]: ...
    def set_reflection(self, meeting_id: MeetingId, reflection: Reflection) -> None:
        """What she notes for herself: local, nothing in the outbox; an empty one is taken away."""
        ...

    def reflections(self, citizen_id: CitizenId) -> Mapping[MeetingId, Reflection]:
        """All that she has noted after meetings with one citizen."""
        ...

    def set_shown(self, meeting_id: MeetingId, shown: Iterable[ShownSuggestion]) -> None: ...
    def shown(self, meeting_id: MeetingId) -> Sequence[ShownSuggestion]: ...
    def set_agreement(self, meeting_id: MeetingId, agreement: Agreement) -> None: ...
    def agreement(self, meeting_id: MeetingId) -> Agreement: ...
    def set_how(self, meeting_id: MeetingId, task: int, how: How | None) -> None:
        """Records how promise number `task` (from 0) of an earlier agreement went."""
        ...

    def last_agreement(self, citizen_id: CitizenId, before: int) -> tuple[MeetingId, Agreement] | None:
        """The newest non-empty agreement of a measurement with a number below `before`."""
        ...


class Outbox(Protocol):
    """What may leave and has changed, and what has been sent."""

    def head(self) -> int:
        """The newest change's seq, 0 where there is none."""
        ...

    def changes(self, after: int, upto: int) -> Sequence[Change]: ...
    def citizens(self) -> Sequence[Citizen]:
        """All citizens, for a full snapshot and for the count of those who said no."""
        ...

    def closed_meetings(self, citizen_id: CitizenId) -> Sequence[Meeting]: ...
    def citizen_of_voided(self, meeting: ResearchMeetingId) -> CitizenId | None:
        """Whose voided meeting has this name outside now; None where it was restored, for a name it had before a
        withdrawal, and for one it was erased with."""
        ...

    def can_restore(self, meeting: ResearchMeetingId) -> bool:
        """Whether this voided meeting had been closed, and its voiding has not been sent."""
        ...

    def sent(self) -> Sequence[SentSubmission]:
        """Oldest first."""
        ...

    def add_sent(self, sent: SentSubmission, archive: bytes = b"") -> None:
        """Records a submission with its plain archive, which is kept until the receipt is here."""
        ...

    def archive(self, submission_id: str) -> bytes | None:
        """The plain archive of a submission; None where its receipt is here, or somebody in it may have been erased or
        have withdrawn since."""
        ...

    def receipts(self) -> Mapping[str, StoredReceipt]:
        """By submission."""
        ...

    def add_receipt(self, receipt: StoredReceipt) -> None:
        """Keeps the centre's receipt, and lets go of the archive."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving it commits, an exception rolls it back."""

    people: People
    citizens: Citizens
    meetings: Meetings
    outbox: Outbox
    audit: AuditTrail
    rights: Rights
    handovers: Handovers


class Store(Protocol):
    """The jobcentre's own database. Both methods raise `BipError` with an environment code where the place fails."""

    def reading(self) -> AbstractContextManager[UnitOfWork]: ...
    def writing(self) -> AbstractContextManager[UnitOfWork]: ...
    def copy_to(self, copy: Path) -> None:
        """Writes all that is committed to the new file `copy`, encrypted as it is here, and verifies it."""
        ...

    def compact(self) -> None:
        """Leaves nothing of what was deleted in the file."""
        ...

    def close(self) -> None: ...


class PinHasher(Protocol):
    """Makes and checks hashes of the PIN."""

    def hash(self, pin: str) -> str: ...
    def fits(self, pin_hash: str, pin: str) -> bool: ...


class Instruments(Protocol):
    """The instrument versions at hand."""

    def current(self) -> Instrument: ...
    def version(self, instrument_id: str, version: str) -> Instrument:
        """Raises `BipError` INSTRUMENT_MISSING."""
        ...

    def raw(self, instrument_id: str, version: str) -> bytes:
        """The file as it is, for the submission."""
        ...


class Rules(Protocol):
    """The rule table at hand."""

    def current(self) -> RuleTable: ...
