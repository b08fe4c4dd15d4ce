# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens on their way from one laptop to another: where they can be worked with, at every moment.

    here ── sealed ──► on the way ── taken there ──► received: gone here
      ▲                    │
      └──── declined ◄─────┘

Whoever has sealed cannot work with the citizen until the other side has answered, and the other side answers once:
whatever is interrupted, a citizen can be worked with in one place at most, and the sealed file, which can be written
again, leads on from everywhere.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.ids import CitizenId


class HandoverState(StrEnum):
    """Where a handover stands, seen from where it was sealed."""

    SEALED = "sealed"
    RECEIVED = "received"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class HandoverOut:
    """Citizens sealed here for another installation."""

    handover_id: str
    receiver: str
    """The public key it signs with, 64 hex digits."""
    reason: ChangeReason
    file_name: str
    sealed_at: datetime
    citizens: tuple[CitizenId, ...]
    state: HandoverState = HandoverState.SEALED
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverIn:
    """A handover that was answered here."""

    handover_id: str
    sender: str
    """The public key it signs with, 64 hex digits."""
    sender_name: str
    accepted: bool
    citizens: tuple[CitizenId, ...]
    answered_at: datetime
    reply: bytes
    """The signed answer; it can be written again."""
    upto: int = 0
    """Where the outbox stood when it had been answered."""
