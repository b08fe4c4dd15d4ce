# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A change of caseworker: who, why and in which week."""

from collections.abc import Sequence

from bip_desktop.domain.citizen import Caseworker, CaseworkerChange, ChangeReason, Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, new_id
from bip_desktop.services.ports import Now, UnitOfWork, Unlocked


class HandingOver:
    """Records changes of caseworker. A colleague who is named for the first time becomes known here."""

    def __init__(self, unlocked: Unlocked, now: Now) -> None:
        self._unlocked = unlocked
        self._now = now

    def colleagues(self) -> Sequence[Caseworker]:
        """The other caseworkers known here, by name."""
        with self._unlocked.store.reading() as work:
            return [each for each in work.people.caseworkers() if each.caseworker_id != self._me]

    def caseworker_of(self, citizen_id: CitizenId) -> Caseworker:
        """Who has the citizen now."""
        with self._unlocked.store.reading() as work:
            return work.people.caseworker(work.citizens.get(citizen_id).caseworker_id)

    def give(self, citizen_id: CitizenId, colleague: str, reason: ChangeReason) -> Citizen:
        """A colleague has the citizen from now on. Raises `BipError` NAME_EMPTY, MEETING_OPEN."""
        with self._unlocked.store.writing() as work:
            if work.meetings.open_of(citizen_id) is not None:
                raise BipError(Code.MEETING_OPEN)
            after = _known(work, colleague, self._me)
            return self._change(work, citizen_id, self._me, after, reason)

    def took_over(self, citizen_id: CitizenId, colleague: str, reason: ChangeReason) -> Citizen:
        """The citizen has come to her from a colleague. Raises `BipError` NAME_EMPTY."""
        with self._unlocked.store.writing() as work:
            return self._change(work, citizen_id, _known(work, colleague, self._me), self._me, reason)

    def undo(self, citizen_id: CitizenId) -> Citizen:
        """Takes the newest change back, as if it had not been recorded."""
        with self._unlocked.store.writing() as work:
            return work.citizens.undo_change_caseworker(citizen_id, self._me)

    @property
    def _me(self) -> CaseworkerId:
        return self._unlocked.caseworker.caseworker_id

    def _change(
        self,
        work: UnitOfWork,
        citizen_id: CitizenId,
        before: CaseworkerId,
        after: CaseworkerId,
        reason: ChangeReason,
    ) -> Citizen:
        work.citizens.change_caseworker(citizen_id, CaseworkerChange(self._now().date(), before, after, reason))
        return work.citizens.get(citizen_id)


def _known(work: UnitOfWork, name: str, me: CaseworkerId) -> CaseworkerId:
    """The colleague of this name, made known where there is none yet."""
    wanted = " ".join(name.split())
    if not wanted:
        raise BipError(Code.NAME_EMPTY)
    for each in work.people.caseworkers():
        if each.name.casefold() == wanted.casefold() and each.caseworker_id != me:
            return each.caseworker_id
    colleague = Caseworker(CaseworkerId(new_id()), wanted)
    work.people.add(colleague)
    return colleague.caseworker_id
