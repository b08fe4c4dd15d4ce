# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Finding a citizen by name or case number: one's own, or with a written purpose anybody's."""

from collections.abc import Sequence

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access, checked_purpose
from bip_desktop.services.trust_ports import Found

LEAST = 2
"""Characters to search for: one letter would list half the jobcentre."""


class Finding:
    """Looks for citizens of the whole jobcentre."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def own(self, text: str) -> tuple[Found, ...]:
        """Her own citizens. Raises `BipError`: SEARCH_SHORT, RIGHT_REFUSED."""
        return self._found(text, "", own=True)

    def anybody(self, text: str, purpose: str) -> tuple[Found, ...]:
        """All citizens: who they are and whose, nothing of what they said.

        Raises `BipError`: SEARCH_SHORT, RIGHT_PURPOSE, RIGHT_REFUSED.
        """
        return self._found(text, purpose, own=False)

    def caseworkers(self) -> Sequence[Caseworker]:
        """Whose citizens there are."""
        with self._access.acting(Action.FIND, own=False, with_purpose=True) as act:
            act.log(Event(Happened.LISTED, detail="users"))
            return act.work.people.caseworkers()

    def _found(self, text: str, purpose: str, *, own: bool) -> tuple[Found, ...]:
        wanted = " ".join(text.split())
        if len(wanted) < LEAST:
            raise BipError(Code.SEARCH_SHORT, least=LEAST)
        with self._access.acting(Action.FIND, own=own, with_purpose=not own) as act:
            written = "" if own else checked_purpose(purpose)
            found = tuple(act.work.rights.find(wanted))
            if own:
                found = tuple(each for each in found if each.caseworker_id == self._access.me)
            act.log(Event(Happened.SEARCHED, detail=f"hits={len(found)}", purpose=written, criterion=wanted))
            for each in found:
                act.log(Event(Happened.READ, each.citizen_id, "found"))
        return found
