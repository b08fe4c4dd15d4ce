# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A team leader gives one caseworker's citizens to another: when somebody has left, and nobody can give them away."""

from collections.abc import Sequence
from dataclasses import dataclass

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import Caseworker, CaseworkerChange, ChangeReason
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.ports import Now


@dataclass(frozen=True, slots=True)
class Load:
    """How many citizens somebody has."""

    caseworker: Caseworker
    citizens: int


class Assigning:
    """Moves citizens without showing who they are."""

    def __init__(self, access: Access, now: Now) -> None:
        self._access = access
        self._now = now

    def loads(self) -> Sequence[Load]:
        """Everybody, by name. Raises `BipError` RIGHT_REFUSED."""
        with self._access.acting(Action.ASSIGN) as act:
            counts = act.work.rights.counts()
            act.log(Event(Happened.LISTED, detail="users"))
            return [Load(each, counts.get(each.caseworker_id, 0)) for each in act.work.people.caseworkers()]

    def assign_all(self, before: CaseworkerId, after: CaseworkerId, reason: ChangeReason) -> int:
        """Gives all citizens of `before` to `after`, but for those in a meeting now; returns how many.

        Raises `BipError` RIGHT_REFUSED.
        """
        moved = 0
        with self._access.acting(Action.ASSIGN) as act:
            for citizen_id in act.work.rights.citizens_of(before):
                if act.work.meetings.open_of(citizen_id) is not None:
                    continue
                change = CaseworkerChange(self._now().date(), before, after, reason)
                act.work.citizens.change_caseworker(citizen_id, change)
                act.log(Event(Happened.HANDED_OVER, citizen_id, "assigned"))
                moved += 1
            act.log(Event(Happened.HANDED_OVER, detail=f"moved={moved}"))
        return moved
