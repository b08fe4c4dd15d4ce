# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What trust needs from the outside: the log of use, roles, the citizen's rights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bip_desktop.domain.audit import Entry, Event, Head
from bip_desktop.domain.citizen_rights import RightsCase
from bip_desktop.domain.ids import CaseworkerId, CitizenId
from bip_desktop.domain.rights import Role


@dataclass(frozen=True, slots=True)
class LoggedText:
    """A text of the log that has not been erased. `kind` is `purpose` or `criterion`."""

    seq: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """The entries of one month that somebody looks at."""

    month: str
    """YYYY-MM"""
    head: Head
    """The log when they were drawn."""
    numbers: tuple[int, ...]
    signed_by: str | None = None
    signed_at: datetime | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody has opened another's citizen."""

    seq: int
    owner: CaseworkerId
    citizen_id: CitizenId
    by: CaseworkerId
    at: datetime
    audit_seq: int


@dataclass(frozen=True, slots=True)
class Found:
    """A citizen found by a search: who it is and whose."""

    citizen_id: CitizenId
    name: str
    case_number: str
    caseworker_id: CaseworkerId


@dataclass(frozen=True, slots=True)
class Information:
    """A citizen was shown the information text."""

    citizen_id: CitizenId
    version: str
    sha256: str
    shown_at: datetime
    shown_by: CaseworkerId


Tree = Mapping[str, Any]
"""A row by the names of its columns, as plain values; what belongs to it stands in lists by its table's name."""


class AuditTrail(Protocol):
    """The log of use."""

    def head(self) -> Head: ...
    def start(self) -> Head: ...
    def append(self, actor: str, at: datetime, events: Sequence[Event]) -> Head: ...
    def entries(
        self, *, after: int = 0, actor: str | None = None, subject: str | None = None, newest: int | None = None
    ) -> Sequence[Entry]: ...
    def chain(self) -> Iterator[Entry]: ...
    def between(self, first: datetime, last: datetime) -> Sequence[int]: ...
    def texts(self, numbers: Sequence[int]) -> Sequence[LoggedText]: ...
    def altered(self) -> Sequence[int]:
        """Entries with a text that is not the one that was logged; an erased text is none."""
        ...

    def erase_texts(self, subject: str, words: Sequence[str]) -> int: ...
    def cut(self, before: datetime) -> Head | None: ...
    def spot_checks(self) -> Sequence[SpotCheck]: ...
    def add_spot_check(self, check: SpotCheck) -> None: ...
    def sign_spot_check(self, month: str, by: str, at: datetime, remark: str) -> None: ...


class Rights(Protocol):
    """Who may do what, and what was done with a citizen's rights. What concerns no citizen needs no log of its own."""

    def roles(self, caseworker_id: CaseworkerId) -> frozenset[Role]: ...
    def set_roles(self, caseworker_id: CaseworkerId, roles: frozenset[Role]) -> None: ...
    def owner(self, citizen_id: CitizenId) -> CaseworkerId | None:
        """Whose citizen it is; None for one who is not there."""
        ...

    def counts(self) -> Mapping[CaseworkerId, int]:
        """How many citizens each caseworker has, closed courses too."""
        ...

    def citizens_of(self, caseworker_id: CaseworkerId) -> Sequence[CitizenId]:
        """Whom a caseworker has, as identities alone."""
        ...

    def find(self, text: str) -> Sequence[Found]:
        """Citizens whose name or case number holds `text`, by name."""
        ...

    def notify(self, notice: Notice) -> None: ...
    def notices(self, owner: CaseworkerId) -> Sequence[Notice]:
        """Those not seen yet, oldest first."""
        ...

    def mark_seen(self, seqs: Sequence[int], at: datetime) -> None: ...
    def add_information(self, information: Information) -> None: ...
    def information(self, citizen_id: CitizenId) -> Sequence[Information]: ...
    def set_case(self, case: RightsCase) -> None: ...
    def cases(self) -> Sequence[RightsCase]:
        """All of them, oldest first."""
        ...

    def everything(self, citizen_id: CitizenId) -> tuple[Tree, Mapping[str, Sequence[Tree]]]:
        """Every row of a citizen's, below the citizen's own; and, by table, those elsewhere that name the citizen."""
        ...

    def erase(self, citizen_id: CitizenId) -> bool:
        """Takes the citizen out of every table; whether there was anything."""
        ...

    def ended_before(self, day: date) -> Sequence[tuple[CitizenId, date]]:
        """Whose course was closed before a day, and when, the oldest first."""
        ...
