# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The research centre's public keys, and the sealed envelope around a submission: age, to exactly two of them.

The file of recipients, `recipients.json`, as `bip-centre init` writes it:

    {"format_version": 1, "centre": "The centre's name",
     "operating": {"key": "age1...", "fingerprint": "64 hex digits, optional"},
     "recovery": {"key": "age1...", "fingerprint": "..."},
     "signing": {"key": "64 hex digits", "fingerprint": "..."},
     "linking": {"key": "age1...", "fingerprint": "..."},
     "signature": "..."}

A fingerprint is the SHA-256 of the key as it is written; of the signing key, of its 32 bytes. Where it is given it
must fit: it guards against a key that was exchanged or mistyped on its way. `linking`, the key of the unit that alone
may see who is who, may be missing. `signing` is what the file itself, the receipts and the evidence are signed with, so
that whoever has compared this one fingerprint by phone knows that all of it is the centre's. An enrolment has to have
it; a file that somebody has laid beside the database may lack it, and then nothing that comes back can be read.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pyrage

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.signed_json import SignedKind, is_signed_json
from bip_desktop.exchange.signing import fingerprint

FORMAT_VERSION = 1
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Recipients:
    """The centre's public keys: the one it works with, the one it keeps offline, and what else it has."""

    centre: str
    operating: str
    recovery: str
    signing: bytes = b""
    """What it signs with; empty where nobody has said."""
    linking: str = ""
    """The linking unit's key, where there is one."""

    @property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of each key, by its role."""
        return {"operating": key_fingerprint(self.operating), "recovery": key_fingerprint(self.recovery)}


def key_fingerprint(key: str) -> str:
    """The SHA-256 of an age public key as it is written, 64 hex digits."""
    return hashlib.sha256(key.encode()).hexdigest()


def read_recipients(path: Path) -> Recipients:
    """The recipients in the file `path`. Raises `BipError` RECIPIENTS_FILE with the file's name and the place."""
    return recipients_of(recipients_bytes(path), path.name)


def recipients_bytes(path: Path) -> bytes:
    """What is in the file, which may be anything that is not too large. Raises as `read_recipients` does."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        raise _unusable(path.name, "file") from None
    if len(content) > _MOST_BYTES:
        raise _unusable(path.name, "file")
    return content


def recipients_of(content: bytes, path: str, *, signed: bool = False) -> Recipients:
    """The recipients in the `content` of the file named `path`; where it has to be `signed`, refuses one that is not.
    Raises as `read_recipients` does."""
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
    signing = _signing(path, read) if "signing" in read or signed else b""
    linking = _key(path, read, "linking") if "linking" in read else ""
    if linking in (operating, recovery):  # whoever analyses must not hold the key to who is who
        raise _unusable(path, "linking.key")
    return Recipients(centre.strip(), operating, recovery, signing, linking)


def _signing(path: str, read: dict[str, object]) -> bytes:
    """The key that the file itself is signed with."""
    entry = read.get("signing")
    key = entry.get("key") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(key, str) or not re.fullmatch("[0-9a-f]{64}", key):
        raise _unusable(path, "signing.key")
    public = bytes.fromhex(key)
    if entry.get("fingerprint", fingerprint(public)) != fingerprint(public):
        raise _unusable(path, "signing.fingerprint")
    if not is_signed_json(SignedKind.RECIPIENTS, read, public):  # type: ignore[arg-type]  # what JSON gives is JSON
        raise _unusable(path, "signature")
    return public


def _key(path: str, read: dict[str, object], role: str) -> str:
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


def _unusable(path: str, place: str) -> BipError:
    return BipError(Code.RECIPIENTS_FILE, file=path, place=place)


def seal(content: bytes, recipients: Recipients) -> bytes:
    """`content` in an age envelope that either of the two keys opens. Different each time."""
    keys = [pyrage.x25519.Recipient.from_str(key) for key in (recipients.operating, recipients.recovery)]
    sealed: bytes = pyrage.encrypt(content, keys)
    return sealed
