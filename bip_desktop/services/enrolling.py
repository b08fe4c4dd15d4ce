# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Two that get to know each other: the research centre's public keys come here, and this installation's goes there.

Both are files that anybody may see; what makes them good is that two people compare a fingerprint on the phone.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bip_desktop.services.ports import Installation, Unlocked

ENROLMENT = "centre.enrolment"
"""The setting that holds the centre's enrolment file as it came."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A research centre as its file names it."""

    centre: str
    fingerprint: str
    """To be read aloud; empty where the file says nothing of what the centre signs with."""
    can_link: bool
    """Whether a linking unit is named, that alone may see who is who."""
    text: str
    """The file."""


@dataclass(frozen=True, slots=True)
class InstallationCard:
    """What others may know of this installation."""

    site: str
    site_name: str
    installation_id: str
    holder: str
    """Whose computer it is."""
    signing: bytes
    """The public half of what it signs with."""
    handover: str
    """What citizens are sealed to on their way to it."""
    fingerprint: str
    """Of `signing`, to be read aloud."""
    file_name: str
    content: bytes
    """The file, signed."""


def enrolled_text(unlocked: Unlocked) -> str:
    """The enrolment that was taken in, empty where there is none."""
    with unlocked.store.reading() as work:
        return work.people.setting(ENROLMENT) or ""


class EnrolmentFiles(Protocol):
    """Reads the centre's file."""

    def read(self, path: Path) -> Enrolment:
        """Raises `BipError` RECIPIENTS_FILE where it is altered, or not signed."""
        ...

    def present(self) -> Enrolment | None: ...


class CardFiles(Protocol):
    """Makes, reads and writes what others may know of an installation."""

    def card(self, installation: Installation, holder: str) -> InstallationCard: ...
    def read(self, path: Path) -> InstallationCard:
        """Raises `BipError` CARD_FILE."""
        ...

    def write(self, folder: Path, card: InstallationCard) -> None:
        """Raises `BipError` EXPORT_FOLDER."""
        ...


class Enrolling:
    """Takes in the centre's keys, and gives away this installation's."""

    def __init__(self, unlocked: Unlocked, files: EnrolmentFiles, cards: CardFiles) -> None:
        self._unlocked = unlocked
        self._files = files
        self._cards = cards

    def present(self) -> Enrolment | None:
        """The centre that is sent to now; None where there is none."""
        return self._files.present()

    def look(self, path: Path) -> Enrolment:
        """What a file would bring: nothing is changed. Raises `BipError` RECIPIENTS_FILE."""
        return self._files.read(path)

    def accept(self, enrolment: Enrolment) -> None:
        """The fingerprint was compared: from now on everything is sealed to this centre."""
        with self._unlocked.store.writing() as work:
            work.people.set_setting(ENROLMENT, enrolment.text)

    def card(self) -> InstallationCard:
        """What the centre, and colleagues at other computers, need to know of this installation."""
        with self._unlocked.store.reading() as work:
            installation = work.people.installation()
        return self._cards.card(installation, self._unlocked.caseworker.name)

    def write_card(self, folder: Path) -> Path:
        """Writes it into `folder`, and says where it is. Raises `BipError` EXPORT_FOLDER."""
        card = self.card()
        self._cards.write(folder, card)
        return folder / card.file_name
