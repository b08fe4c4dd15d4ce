# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens between two installations: a sealed file there, a signed answer back.

The sealed file is JSON, signed as HANDOVER by the sender's key and then sealed with age to the receiver's:

    {"format_version": 1, "handover_id": "...", "schema": "0004", "from": {the sender's card}, "to": "64 hex digits",
     "reason": 1, "citizens": [{"citizen_id": "...", "records": {"citizen": [{...}], "meeting": [...], ...}}],
     "signature": "..."}

The answer names nobody and is open to everybody, signed as HANDOVER_REPLY by the receiver's key:

    {"format_version": 1, "handover_id": "...", "receiver": "64 hex digits", "accepted": true, "citizens": 3,
     "signature": "..."}
"""

import json
import re
from pathlib import Path

import pyrage

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId
from bip_desktop.exchange.canonical_json import Json, canonical_bytes
from bip_desktop.exchange.checked import read_checked, read_file
from bip_desktop.exchange.handover_keys import handover_identity
from bip_desktop.exchange.installation_card import read_card
from bip_desktop.exchange.signed_json import SIGNATURE, SignedKind, is_signed_json, signed_bytes
from bip_desktop.exchange.signing import public_key
from bip_desktop.services.between_laptops import Parcel, Reply
from bip_desktop.services.enrolling import InstallationCard
from bip_desktop.services.exchange_ports import Records
from bip_desktop.services.ports import Installation
from bip_desktop.whole_files import write_whole_file

FORMAT_VERSION = 1
_FIELDS = {"format_version", "handover_id", "schema", "from", "to", "reason", "citizens", SIGNATURE}
_REPLY = frozenset({"format_version", "handover_id", "receiver", "accepted", "citizens", SIGNATURE})
_MOST_BYTES = 200 * 1024 * 1024
_KEY = re.compile("[0-9a-f]{64}")
_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class SealedHandovers:
    """Fulfils `services.between_laptops.HandoverFiles`."""

    def own_key(self, installation: Installation) -> str:
        """The public key that `installation` signs with, 64 hex digits."""
        return public_key(installation.signing_key).hex()

    def card(self, content: bytes) -> InstallationCard:
        """A card that was taken in before."""
        return read_card(content, "")

    def file_name(self, installation: Installation, to: InstallationCard, handover_id: str) -> str:
        """No name of a person is in it."""
        return (
            f"bip-borgere-{installation.site}-{installation.installation_id}-{to.installation_id}-{handover_id[:8]}.age"
        )

    def write(self, path: Path, parcel: Parcel, to: InstallationCard, installation: Installation) -> None:
        """Writes a sealed file that is whole or not there. Raises `BipError` EXPORT_FOLDER."""
        signed = signed_bytes(SignedKind.HANDOVER, _content(parcel), installation.signing_key)
        sealed: bytes = pyrage.encrypt(signed, [pyrage.x25519.Recipient.from_str(to.handover)])
        _write(path, sealed)

    def open(self, path: Path, installation: Installation) -> Parcel:
        """What is in a file. Raises `BipError`: HANDOVER_OTHER (sealed for somebody else, or no such file at all),
        HANDOVER_SIGNATURE (forged or altered), HANDOVER_FILE."""
        try:
            with path.open("rb") as file:
                sealed = file.read(_MOST_BYTES + 1)
        except OSError:
            raise BipError(Code.HANDOVER_FILE, file=path.name, place="fil") from None
        if len(sealed) > _MOST_BYTES:
            raise BipError(Code.HANDOVER_FILE, file=path.name, place="fil")
        try:
            plain: bytes = pyrage.decrypt(sealed, [handover_identity(installation.signing_key)])
        except pyrage.DecryptError:
            # An altered envelope and one for somebody else look alike from here.
            raise BipError(Code.HANDOVER_OTHER, file=path.name) from None
        parcel = _parcel(plain, path.name)
        if parcel.receiver != self.own_key(installation):  # signed for one, and sealed by somebody for another
            raise BipError(Code.HANDOVER_OTHER, file=path.name)
        return parcel

    def reply(self, reply: Reply, installation: Installation) -> bytes:
        """The answer, signed."""
        content: dict[str, Json] = {
            "format_version": FORMAT_VERSION,
            "handover_id": reply.handover_id,
            "receiver": reply.receiver,
            "accepted": reply.accepted,
            "citizens": reply.citizens,
        }
        return signed_bytes(SignedKind.HANDOVER_REPLY, content, installation.signing_key)

    def write_reply(self, folder: Path, handover_id: str, content: bytes) -> Path:
        """Writes the answer, in the place of the same one. Raises `BipError` EXPORT_FOLDER."""
        path = folder / f"bip-svar-{handover_id[:8]}.json"
        _write(path, content)
        return path

    def read_reply(self, path: Path) -> Reply:
        """An answer that is signed by whom it names. Raises `BipError` HANDOVER_REPLY."""
        root = read_checked(read_file(path, Code.HANDOVER_REPLY), path.name, Code.HANDOVER_REPLY)
        root.fields(_REPLY)
        if root["format_version"].number() != FORMAT_VERSION:
            root["format_version"].fail("unknown_value")
        receiver = root["receiver"].words()
        if not _KEY.fullmatch(receiver):
            root["receiver"].fail("unknown_value")
        if not isinstance(root.value, dict) or not is_signed_json(
            SignedKind.HANDOVER_REPLY, root.value, bytes.fromhex(receiver)
        ):
            root[SIGNATURE].fail("altered")
        return Reply(root["handover_id"].words(), receiver, root["accepted"].yes(), root["citizens"].number())


def _content(parcel: Parcel) -> dict[str, Json]:
    return {
        "format_version": FORMAT_VERSION,
        "handover_id": parcel.handover_id,
        "schema": parcel.schema,
        "from": json.loads(parcel.sender.content),
        "to": parcel.receiver,
        "reason": parcel.reason.value,
        "citizens": [
            {
                "citizen_id": citizen_id,
                "records": {table: [dict(row) for row in rows] for table, rows in records.items()},
            }
            for citizen_id, records in parcel.citizens.items()
        ],
    }


def _parcel(plain: bytes, file: str) -> Parcel:
    try:
        read = json.loads(plain)
        sender = read_card(canonical_bytes(read["from"], indent=1) + b"\n", file)
        if not is_signed_json(SignedKind.HANDOVER, read, sender.signing):
            raise BipError(Code.HANDOVER_SIGNATURE, file=file)
    except (ValueError, KeyError, TypeError, RecursionError, BipError):
        raise BipError(Code.HANDOVER_SIGNATURE, file=file) from None
    try:
        if set(read) != _FIELDS or read["format_version"] != FORMAT_VERSION or not _ID.fullmatch(read["handover_id"]):
            raise ValueError("fields")
        citizens = {CitizenId(each["citizen_id"]): _records(each["records"]) for each in read["citizens"]}
        if not citizens or len(citizens) != len(read["citizens"]):
            raise ValueError("citizens")
        return Parcel(
            handover_id=read["handover_id"],
            schema=str(read["schema"]),
            sender=sender,
            receiver=str(read["to"]),
            reason=ChangeReason(read["reason"]),
            citizens=citizens,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BipError(Code.HANDOVER_FILE, file=file, place=str(error)[:40]) from None


def _records(read: object) -> Records:
    if not isinstance(read, dict):
        raise TypeError("records")
    for rows in read.values():
        if not isinstance(rows, list):
            raise TypeError("records")
        for row in rows:
            if not isinstance(row, dict) or not all(isinstance(cell, str | int | None) for cell in row.values()):
                raise TypeError("records")
    return read


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole_file(path, content)
    except OSError as error:
        raise BipError(Code.EXPORT_FOLDER, reason=type(error).__name__) from error
