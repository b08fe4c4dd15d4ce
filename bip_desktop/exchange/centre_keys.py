# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which research centre there is: the enrolment that was taken in, or a file that was laid beside the database.

An enrolment is kept as its own text in the database, where nobody exchanges it from outside.
"""

from collections.abc import Callable
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.envelope import Recipients, read_recipients, recipients_bytes, recipients_of
from bip_desktop.exchange.signing import fingerprint, read_aloud
from bip_desktop.services.enrolling import Enrolment


class CentreKeys:
    """The centre's public keys. Fulfils `services.enrolling.EnrolmentFiles` with its other methods."""

    def __init__(self, recipients_file: Path, enrolled: Callable[[], str] = str) -> None:
        self._recipients_file = recipients_file
        self._enrolled = enrolled

    def current(self) -> Recipients:
        """The keys in force. Raises `BipError` RECIPIENTS_FILE."""
        text = self._enrolled()
        if text:
            return recipients_of(text.encode(), self._recipients_file.name, signed=True)
        return read_recipients(self._recipients_file)

    def signing(self) -> bytes:
        """What the centre signs with. Raises `BipError` RECIPIENTS_FILE, CENTRE_UNKNOWN."""
        signing = self.current().signing
        if not signing:
            raise BipError(Code.CENTRE_UNKNOWN)
        return signing

    def read(self, path: Path) -> Enrolment:
        """The enrolment in a file. Raises `BipError` RECIPIENTS_FILE where it is altered, or not signed."""
        content = recipients_bytes(path)
        return _enrolment(recipients_of(content, path.name, signed=True), content.decode())

    def present(self) -> Enrolment | None:
        """What is in force now; None where there is none, or none that can be used."""
        try:
            return _enrolment(self.current(), "")
        except BipError:
            return None


def _enrolment(recipients: Recipients, text: str) -> Enrolment:
    print_ = read_aloud(fingerprint(recipients.signing)) if recipients.signing else ""
    return Enrolment(recipients.centre, print_, bool(recipients.linking), text)
