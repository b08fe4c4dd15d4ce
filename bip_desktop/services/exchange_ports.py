# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the exchange with the centre and with colleagues needs from the store, as Protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.handover import HandoverIn, HandoverOut, HandoverState
from bip_desktop.domain.ids import CaseworkerId, CitizenId

Cell = str | int | bool | None
Record = Mapping[str, Cell]
"""One row: names of columns and plain values; days and moments as ISO text."""
Records = Mapping[str, Sequence[Record]]
"""Everything there is of some citizens, by table."""


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt of the centre's, as it came."""

    submission_id: str
    read_at: datetime
    content: bytes


@dataclass(frozen=True, slots=True)
class Taker:
    """Who has a citizen from now on, since when and why."""

    caseworker_id: CaseworkerId
    on: date
    reason: ChangeReason


class Handovers(Protocol):
    """Citizens between this installation and others."""

    def colleagues(self) -> Sequence[bytes]:
        """The cards of the installations known here."""
        ...

    def add_colleague(self, signing: str, card: bytes) -> None:
        """Makes an installation known, in the place of an older card of the same key."""
        ...

    def out(self) -> Sequence[HandoverOut]:
        """All that was sealed here, oldest first."""
        ...

    def add_out(self, handover: HandoverOut) -> None: ...
    def settle(self, handover_id: str, state: HandoverState, at: datetime) -> None: ...
    def came(self) -> Sequence[HandoverIn]:
        """All that was answered here, oldest first."""
        ...

    def add_in(self, handover: HandoverIn) -> None: ...
    def is_away(self, citizen_id: CitizenId) -> bool:
        """Whether the citizen is on the way to another installation."""
        ...

    def records(self, citizen_id: CitizenId) -> Records:
        """Everything there is of a citizen, the outbox's tombstones among it."""
        ...

    def take_in(self, citizen_id: CitizenId, records: Records, taker: Taker) -> None:
        """Writes what another installation had of a citizen, who is `taker`'s from now on: a change of caseworker.
        Raises `BipError` HANDOVER_KNOWN where somebody here has the same number or identity, HANDOVER_FILE where the
        records do not hold together."""
        ...

    def remove(self, citizen_id: CitizenId) -> None:
        """Takes away everything of a citizen whom another installation has now: no tombstone, for nobody is gone."""
        ...
