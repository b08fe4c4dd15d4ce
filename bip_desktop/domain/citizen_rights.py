# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen's right on its way: prepared by the caseworker, approved by a team leader, carried out by an
administrator."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId


class RightKind(StrEnum):
    """What the citizen asks for (articles 15, 16 and 17)."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"


class Ground(StrEnum):
    """Why."""

    REQUEST = "request"
    DEADLINE = "deadline"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class RightsCase:
    """One right of one citizen, and who did which step when."""

    case_id: str
    kind: RightKind
    citizen_id: CitizenId
    ground: Ground
    prepared_by: CaseworkerId
    prepared_at: datetime
    approved_by: CaseworkerId | None = None
    approved_at: datetime | None = None
    done_by: CaseworkerId | None = None
    done_at: datetime | None = None

    def approved(self, by: CaseworkerId, at: datetime) -> "RightsCase":
        """The case, approved. Raises `BipError` RIGHT_STEP where it has been already."""
        if self.approved_by is not None:
            raise BipError(Code.RIGHT_STEP)
        return replace(self, approved_by=by, approved_at=at)

    def done(self, by: CaseworkerId, at: datetime) -> "RightsCase":
        """The case, carried out. Raises `BipError`: RIGHT_STEP where it is not approved, or done already; RIGHT_TWO
        where an erasure would be approved and carried out by one person."""
        if self.approved_by is None or self.done_by is not None:
            raise BipError(Code.RIGHT_STEP)
        if self.kind is RightKind.ERASURE and by == self.approved_by:
            raise BipError(Code.RIGHT_TWO)
        return replace(self, done_by=by, done_at=at)
