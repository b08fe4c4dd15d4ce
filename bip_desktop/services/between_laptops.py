# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from one laptop to another, as sealed files that people carry.

The order is what keeps a citizen in one place: first it is recorded here that nobody works with the citizen any more,
then the file is written; there all of it is written and recorded as answered in one transaction, then the answer is
written; here the citizen is taken away only when the answer is read. Each file can be written again until the other
side has answered, so an interruption anywhere loses nothing, and the other side answers a handover once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverIn, HandoverOut, HandoverState
from bip_desktop.domain.ids import CitizenId, new_id
from bip_desktop.services.enrolling import CardFiles, InstallationCard
from bip_desktop.services.exchange_ports import Records, Taker
from bip_desktop.services.ports import Installation, Instruments, Now, UnitOfWork, Unlocked


@dataclass(frozen=True)
class Parcel:
    """What is in a sealed file."""

    handover_id: str
    schema: str
    """The revision of the database it comes from: the two have to be alike."""
    sender: InstallationCard
    receiver: str
    """The public key that the receiving installation signs with, 64 hex digits."""
    reason: ChangeReason
    citizens: Mapping[CitizenId, Records]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the other side has answered."""

    handover_id: str
    receiver: str
    """Who answers: the public key it is signed with, 64 hex digits."""
    accepted: bool
    citizens: int


class HandoverFiles(Protocol):
    """Seals, opens, signs and writes."""

    def own_key(self, installation: Installation) -> str:
        """The public key that `installation` signs with, 64 hex digits."""
        ...

    def card(self, content: bytes) -> InstallationCard:
        """A card that was taken in before."""
        ...

    def file_name(self, installation: Installation, to: InstallationCard, handover_id: str) -> str: ...
    def write(self, path: Path, parcel: Parcel, to: InstallationCard, installation: Installation) -> None:
        """Writes a sealed file that is whole or not there. Raises `BipError` EXPORT_FOLDER."""
        ...

    def open(self, path: Path, installation: Installation) -> Parcel:
        """Raises `BipError`: HANDOVER_OTHER (sealed for somebody else), HANDOVER_SIGNATURE (forged or altered),
        HANDOVER_FILE."""
        ...

    def reply(self, reply: Reply, installation: Installation) -> bytes:
        """The answer, signed."""
        ...

    def write_reply(self, folder: Path, handover_id: str, content: bytes) -> Path:
        """Raises `BipError` EXPORT_FOLDER."""
        ...

    def read_reply(self, path: Path) -> Reply:
        """An answer that is signed by whom it names. Raises `BipError` HANDOVER_REPLY."""
        ...


class KeptHandovers(Protocol):
    """Remembers outside the database who was sealed, so that a backup does not bring anybody back to work with."""

    def record(self, handover: HandoverOut, card: bytes) -> None: ...
    def forget(self, citizens: Collection[CitizenId]) -> None: ...


@dataclass(frozen=True)
class Coming:
    """A file that was opened, before anybody has said yes."""

    parcel: Parcel
    is_known: bool
    """Whether the sender's card was compared here before."""
    people: tuple[tuple[str, str, int], ...]
    """Name, case number and number of meetings of each citizen."""


class BetweenLaptops:
    """Gives citizens to colleagues at other computers, and takes them from there."""

    def __init__(
        self,
        unlocked: Unlocked,
        instruments: Instruments,
        files: HandoverFiles,
        cards: CardFiles,
        kept: KeptHandovers,
        now: Now,
        schema: str,
    ) -> None:
        self._unlocked = unlocked
        self._instruments = instruments
        self._files = files
        self._cards = cards
        self._kept = kept
        self._now = now
        self._schema = schema

    # -- colleagues ------------------------------------------------------------------------------------------------

    def colleagues(self) -> Sequence[InstallationCard]:
        """The other computers known here, by whose they are."""
        with self._unlocked.store.reading() as work:
            return self._colleagues(work)

    def look_at_card(self, path: Path) -> InstallationCard:
        """The card in a file; nothing is changed. Raises `BipError`: CARD_FILE, HANDOVER_SITE, CARD_OWN."""
        card = self._cards.read(path)
        with self._unlocked.store.reading() as work:
            own = work.people.installation()
        if card.signing.hex() == self._files.own_key(own):
            raise BipError(Code.CARD_OWN)
        if card.site != own.site:
            raise BipError(Code.HANDOVER_SITE)
        return card

    def add_colleague(self, card: InstallationCard) -> None:
        """The signs were compared: citizens can be given to this computer from now on."""
        with self._unlocked.store.writing() as work:
            work.handovers.add_colleague(card.signing.hex(), card.content)

    # -- giving ----------------------------------------------------------------------------------------------------

    def out(self) -> Sequence[HandoverOut]:
        """What was sealed here, newest first."""
        with self._unlocked.store.reading() as work:
            return list(reversed(work.handovers.out()))

    def give(
        self, folder: Path, citizens: Sequence[CitizenId], to: InstallationCard, reason: ChangeReason
    ) -> HandoverOut:
        """Seals citizens for a colleague's computer; from now on they can only be read here.

        Raises `BipError`: MEETING_OPEN, CITIZEN_AWAY (then nothing has changed), EXPORT_FOLDER (then nothing has left:
        the citizens are here as before, unless a part of the file may be there still).
        """
        if not folder.is_dir():
            raise BipError(Code.EXPORT_FOLDER, reason="missing")
        with self._unlocked.store.writing() as work:
            handover_id = new_id()
            installation = work.people.installation()
            if any(work.meetings.open_of(each) is not None for each in citizens):
                raise BipError(Code.MEETING_OPEN)
            handover = HandoverOut(
                handover_id=handover_id,
                receiver=to.signing.hex(),
                reason=reason,
                file_name=self._files.file_name(installation, to, handover_id),
                sealed_at=self._now(),
                citizens=tuple(citizens),
            )
            work.handovers.add_out(handover)
        # Recorded first, written then: a file without a record could be taken in while somebody works here.
        try:
            self.write_again(folder, handover_id)
        except BipError:
            if _never_was(folder, handover.file_name):
                self.take_back(handover_id)
            raise
        return handover

    def write_again(self, folder: Path, handover_id: str) -> HandoverOut:
        """Writes the file of a handover that has not been answered. Raises `BipError` EXPORT_FOLDER; `KeyError` for one
        that is unknown or answered."""
        with self._unlocked.store.reading() as work:
            handover = _waiting(work, handover_id)
            installation = work.people.installation()
            to = next(each for each in self._colleagues(work) if each.signing.hex() == handover.receiver)
            parcel = Parcel(
                handover_id=handover_id,
                schema=self._schema,
                sender=self._cards.card(installation, self._unlocked.caseworker.name),
                receiver=handover.receiver,
                reason=handover.reason,
                citizens={each: work.handovers.records(each) for each in handover.citizens},
            )
        self._kept.record(handover, to.content)
        self._files.write(folder / handover.file_name, parcel, to, installation)
        return handover

    def read_reply(self, path: Path) -> HandoverOut:
        """Reads what the other side has answered: a yes takes the citizens away here, a no makes them workable again.
        The same answer again changes nothing. Raises `BipError`: HANDOVER_REPLY where it is no answer to anything here,
        HANDOVER_BOTH where the citizens were taken back and have been taken there too.
        """
        reply = self._files.read_reply(path)
        with self._unlocked.store.writing() as work:
            handover = next((each for each in work.handovers.out() if each.handover_id == reply.handover_id), None)
            if handover is None or handover.receiver != reply.receiver:
                raise BipError(Code.HANDOVER_REPLY, file=path.name)
            state = HandoverState.RECEIVED if reply.accepted else HandoverState.DECLINED
            if handover.state is HandoverState.DECLINED and reply.accepted:
                raise BipError(Code.HANDOVER_BOTH)
            if handover.state is not HandoverState.SEALED:
                return handover
            work.handovers.settle(handover.handover_id, state, self._now())
            if reply.accepted:
                for citizen_id in handover.citizens:
                    work.handovers.remove(citizen_id)
            settled = next(each for each in work.handovers.out() if each.handover_id == reply.handover_id)
        if not reply.accepted:
            self._kept.forget(settled.citizens)
        return settled

    def take_back(self, handover_id: str) -> None:
        """The other computer is gone for good, and somebody says so: the citizens can be worked with here again."""
        with self._unlocked.store.writing() as work:
            handover = _waiting(work, handover_id)
            work.handovers.settle(handover_id, HandoverState.DECLINED, self._now())
        self._kept.forget(handover.citizens)

    def is_away(self, citizen_id: CitizenId) -> bool:
        """Whether a citizen is on the way to another computer, and can only be read here."""
        with self._unlocked.store.reading() as work:
            return work.handovers.is_away(citizen_id)

    # -- taking ----------------------------------------------------------------------------------------------------

    def came(self) -> Sequence[HandoverIn]:
        """What was answered here, newest first."""
        with self._unlocked.store.reading() as work:
            return list(reversed(work.handovers.came()))

    def look(self, path: Path) -> Coming:
        """Opens a file; nothing is changed.

        Raises `BipError`: HANDOVER_OTHER, HANDOVER_SIGNATURE, HANDOVER_FILE, HANDOVER_SITE, HANDOVER_SCHEMA,
        HANDOVER_TWICE (it has been answered here), INSTRUMENT_MISSING.
        """
        with self._unlocked.store.reading() as work:
            installation = work.people.installation()
            answered = {each.handover_id for each in work.handovers.came()}
            known = {each.signing for each in self._colleagues(work)}
        parcel = self._files.open(path, installation)
        if parcel.handover_id in answered:
            raise BipError(Code.HANDOVER_TWICE)
        if parcel.sender.site != installation.site:
            raise BipError(Code.HANDOVER_SITE)
        if parcel.schema != self._schema:
            raise BipError(Code.HANDOVER_SCHEMA)
        for records in parcel.citizens.values():
            for meeting in records.get("meeting", ()):
                self._instruments.version(str(meeting["instrument_id"]), str(meeting["instrument_version"]))
        people = tuple(sorted(_card(records) for records in parcel.citizens.values()))
        return Coming(parcel, parcel.sender.signing in known, people)

    def accept(self, coming: Coming) -> HandoverIn:
        """The citizens are here from now on, and this computer's caseworker's: all of them, or none.

        Raises `BipError`: HANDOVER_TWICE, HANDOVER_KNOWN (somebody is here already), HANDOVER_FILE.
        """
        taker = Taker(self._unlocked.caseworker.caseworker_id, self._now().date(), coming.parcel.reason)
        with self._unlocked.store.writing() as work:
            self._refuse_twice(work, coming.parcel.handover_id)
            for citizen_id, records in coming.parcel.citizens.items():
                work.handovers.take_in(citizen_id, records, taker)
            work.handovers.add_colleague(coming.parcel.sender.signing.hex(), coming.parcel.sender.content)
            answered = self._answer(work, coming.parcel, accepted=True)
        self._kept.forget(answered.citizens)  # they may have been here before
        return answered

    def decline(self, coming: Coming) -> HandoverIn:
        """The citizens stay with the colleague; the file can never be taken in here any more. Raises `BipError`
        HANDOVER_TWICE."""
        with self._unlocked.store.writing() as work:
            self._refuse_twice(work, coming.parcel.handover_id)
            return self._answer(work, coming.parcel, accepted=False)

    def write_reply(self, folder: Path, handover_id: str) -> Path:
        """Writes the answer to a handover, as often as it is needed. Raises `BipError` EXPORT_FOLDER; `KeyError`."""
        with self._unlocked.store.reading() as work:
            found = {each.handover_id: each for each in work.handovers.came()}[handover_id]
        return self._files.write_reply(folder, handover_id, found.reply)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _colleagues(self, work: UnitOfWork) -> Sequence[InstallationCard]:
        cards = [self._files.card(content) for content in work.handovers.colleagues()]
        return sorted(cards, key=lambda each: (each.holder, each.installation_id))

    def _refuse_twice(self, work: UnitOfWork, handover_id: str) -> None:
        if any(each.handover_id == handover_id for each in work.handovers.came()):
            raise BipError(Code.HANDOVER_TWICE)

    def _answer(self, work: UnitOfWork, parcel: Parcel, *, accepted: bool) -> HandoverIn:
        installation = work.people.installation()
        reply = Reply(parcel.handover_id, self._files.own_key(installation), accepted, len(parcel.citizens))
        answered = HandoverIn(
            handover_id=parcel.handover_id,
            sender=parcel.sender.signing.hex(),
            sender_name=parcel.sender.holder,
            accepted=accepted,
            citizens=tuple(parcel.citizens) if accepted else (),
            answered_at=self._now(),
            reply=self._files.reply(reply, installation),
        )
        work.handovers.add_in(answered)
        return answered


def _waiting(work: UnitOfWork, handover_id: str) -> HandoverOut:
    for each in work.handovers.out():
        if each.handover_id == handover_id and each.state is HandoverState.SEALED:
            return each
    raise KeyError(handover_id)


def _never_was(folder: Path, file_name: str) -> bool:
    """Whether nothing of a file is in the folder; a folder that has gone away says nothing."""
    try:
        return not any(each.name.startswith(file_name) for each in folder.iterdir())
    except OSError:
        return False


def _card(records: Records) -> tuple[str, str, int]:
    [citizen] = records["citizen"]
    return str(citizen["name"]), str(citizen["case_number"]), len(records.get("meeting", ()))
