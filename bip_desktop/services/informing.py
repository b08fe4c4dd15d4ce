# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the citizen is told about the own answers (articles 13 and 14): in the municipality's words, version by version,
and written down when it is shown."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.ports import Now, UnitOfWork, Unlocked
from bip_desktop.services.trust_ports import Information

TEXT, NUMBER = "information.text", "information.version"
DRAFT = "0"
"""The version of the words that come with the program: the municipality has not adopted any yet."""
MOST = 2_000
"""Characters: what can be read at the beginning of a meeting."""


@dataclass(frozen=True, slots=True)
class InformationText:
    """What is shown today; without a text the program's own draft."""

    version: str
    text: str

    @property
    def is_draft(self) -> bool:
        """Whether the municipality has not adopted any words yet."""
        return self.version == DRAFT


class Informing:
    """Keeps the text, and who was shown it."""

    def __init__(self, unlocked: Unlocked, access: Access, now: Now) -> None:
        self._unlocked = unlocked
        self._access = access
        self._now = now

    def current(self) -> InformationText:
        """The text that is shown today."""
        with self._unlocked.store.reading() as work:
            return _current(work)

    def adopt(self, text: str) -> InformationText:
        """The municipality's own words from now on: a new version. Raises `BipError`: RIGHT_REFUSED, TEXT_LENGTH."""
        tidy = "\n".join(line.strip() for line in text.strip().splitlines())
        if not 1 <= len(tidy) <= MOST:
            raise BipError(Code.TEXT_LENGTH, most=MOST)
        with self._access.acting(Action.SETTINGS) as act:
            before = _current(act.work)
            if tidy == before.text:
                act.log(Event(Happened.SETTINGS, detail=f"information version={before.version}"))
                return before
            found = InformationText(str(int(before.version) + 1), tidy)
            act.work.people.set_setting(TEXT, found.text)
            act.work.people.set_setting(NUMBER, found.version)
            act.log(Event(Happened.SETTINGS, detail=f"information version={found.version}"))
        return found

    def shown(self, citizen_id: CitizenId, version: str, words: str) -> None:
        """Writes down that the citizen was shown `words`: once a day for each version."""
        sha256 = hashlib.sha256(words.encode()).hexdigest()
        now = self._now()
        with self._unlocked.store.writing() as work:
            before = work.rights.information(citizen_id)
            if not any(
                (each.version, each.sha256, each.shown_at.date()) == (version, sha256, now.date()) for each in before
            ):
                me = self._unlocked.caseworker.caseworker_id
                work.rights.add_information(Information(citizen_id, version, sha256, now, me))

    def of(self, citizen_id: CitizenId) -> Sequence[Information]:
        """When the citizen was shown which version, oldest first."""
        with self._unlocked.store.reading() as work:
            return work.rights.information(citizen_id)


def _current(work: UnitOfWork) -> InformationText:
    text, number = work.people.setting(TEXT), work.people.setting(NUMBER)
    return InformationText(number, text) if text and number else InformationText(DRAFT, "")
