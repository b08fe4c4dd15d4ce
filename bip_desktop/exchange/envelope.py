# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The sealed envelope around a submission: age, to exactly two keys of the research centre.

The file of recipients, `recipients.json`:

    {"format_version": 1, "centre": "The centre's name",
     "operating": {"key": "age1...", "fingerprint": "64 hex digits, optional"},
     "recovery": {"key": "age1...", "fingerprint": "..."}}

A fingerprint is the SHA-256 of the key as it is written. Where it is given it must fit: it guards against a key that
was exchanged or mistyped on its way.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import pyrage

from bip_desktop.domain.errors import BipError, Code

FORMAT_VERSION = 1
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Recipients:
    """The centre's two public keys: the one it works with, and the one it keeps offline."""

    centre: str
    operating: str
    recovery: str

    @property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of each key, by its role."""
        return {"operating": key_fingerprint(self.operating), "recovery": key_fingerprint(self.recovery)}


def key_fingerprint(key: str) -> str:
    """The SHA-256 of an age public key as it is written, 64 hex digits."""
    return hashlib.sha256(key.encode()).hexdigest()


def read_recipients(path: Path) -> Recipients:
    """The recipients in the file `path`. Raises `BipError` RECIPIENTS_FILE with the file's name and the place."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        raise _unusable(path, "file") from None
    if len(content) > _MOST_BYTES:
        raise _unusable(path, "file")
    try:
        read = json.loads(content.decode())
    except (ValueError, RecursionError):
        raise _unusable(path, "json") from None
    if not isinstance(read, dict):
        raise _unusable(path, "json")
    if read.get("format_version") != FORMAT_VERSION or isinstance(read.get("format_version"), bool):
        raise _unusable(path, "format_version")
    centre = read.get("centre")
    if not isinstance(centre, str) or not centre.strip():
        raise _unusable(path, "centre")
    operating, recovery = _key(path, read, "operating"), _key(path, read, "recovery")
    if operating == recovery:  # a recovery key that is the same one recovers nothing
        raise _unusable(path, "recovery.key")
    return Recipients(centre.strip(), operating, recovery)


def _key(path: Path, read: dict[str, object], role: str) -> str:
    entry = read.get(role)
    if not isinstance(entry, dict):
        raise _unusable(path, role)
    key = entry.get("key")
    if not isinstance(key, str):
        raise _unusable(path, f"{role}.key")
    try:
        # Its own text form, since upper-case letters mean the same key.
        written = str(pyrage.x25519.Recipient.from_str(key.strip()))
    except pyrage.RecipientError:
        raise _unusable(path, f"{role}.key") from None
    expected = entry.get("fingerprint", key_fingerprint(written))
    if not isinstance(expected, str) or "".join(expected.split()).lower() != key_fingerprint(written):
        raise _unusable(path, f"{role}.fingerprint")
    return written


def _unusable(path: Path, place: str) -> BipError:
    return BipError(Code.RECIPIENTS_FILE, file=path.name, place=place)


def seal(content: bytes, recipients: Recipients) -> bytes:
    """`content` in an age envelope that either of the two keys opens. Different each time."""
    keys = [pyrage.x25519.Recipient.from_str(key) for key in (recipients.operating, recipients.recovery)]
    sealed: bytes = pyrage.encrypt(content, keys)
    return sealed
