# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The key file: one random data key, wrapped once for each person who may open the database.

    master   = Argon2id(passphrase, salt)            32 bytes
    verifier = HKDF(master, "check")                 tells a wrong passphrase from a damaged slot
    wrapped  = AES-256-GCM(HKDF(master, "wrap"), nonce, data key, slot header as associated data)

Each slot has a checksum, so that a damaged slot is not taken for a wrong passphrase. It guards against accidents
only; against tampering stands the wrapping itself.
"""

import binascii
import hashlib
import hmac
import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import argon2.low_level
from argon2.exceptions import HashingError
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, new_id
from bip_desktop.storage.durable_files import write_whole

FORMAT = "bip-key"
VERSION = 1
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
MOST_MEMORY_KIB = 1 << 21
"""What a slot may ask for at most (2 GiB): a file that asks for more is not one of ours."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Argon2id:
    """How costly a guess is. The default is the second recommended option of RFC 9106."""

    memory_kib: int = 65_536
    iterations: int = 3
    lanes: int = 4

    def derive(self, passphrase: str, salt: bytes) -> bytes:
        """The master key of 32 bytes. The text is normalised (NFC), so that keyboards do not matter."""
        return argon2.low_level.hash_secret_raw(
            unicodedata.normalize("NFC", passphrase).encode(),
            salt,
            time_cost=self.iterations,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=KEY_BYTES,
            type=argon2.low_level.Type.ID,
        )


class DataKey:
    """The key of the database: 32 random bytes that never show in a text."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    @classmethod
    def random(cls) -> "DataKey":
        """A new key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def __repr__(self) -> str:
        return "DataKey(••••)"


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped for one holder."""

    slot_id: str
    kind: SlotKind
    holder: CaseworkerId
    label: str
    kdf: Argon2id
    salt: bytes = field(repr=False)
    verifier: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    @classmethod
    def sealing(
        cls,
        key: DataKey,
        passphrase: str,
        holder: CaseworkerId,
        label: str = "",
        *,
        kind: SlotKind = SlotKind.PASSPHRASE,
        kdf: Argon2id | None = None,
    ) -> "Slot":
        """A new slot that `passphrase` opens."""
        empty = cls(
            slot_id=new_id(),
            kind=kind,
            holder=holder,
            label=label,
            kdf=kdf or Argon2id(),
            salt=secrets.token_bytes(SALT_BYTES),
            verifier=b"",
            nonce=secrets.token_bytes(NONCE_BYTES),
            wrapped=b"",
        )
        return empty._sealed(key, passphrase)

    def _sealed(self, key: DataKey, passphrase: str) -> "Slot":
        master = self.kdf.derive(passphrase, self.salt)
        wrapped = AESGCM(_expanded(master, b"wrap")).encrypt(self.nonce, key.raw, self._header())
        return replace(self, verifier=_expanded(master, b"check"), wrapped=wrapped)

    def resealed(self, key: DataKey, passphrase: str) -> "Slot":
        """The same slot under another passphrase, with salt and nonce of its own."""
        fresh = replace(self, salt=secrets.token_bytes(SALT_BYTES), nonce=secrets.token_bytes(NONCE_BYTES))
        return fresh._sealed(key, passphrase)

    def opened(self, passphrase: str) -> DataKey | None:
        """The data key; None where this passphrase is not the slot's. Raises `BipError` KEY_FILE_DAMAGED."""
        try:
            master = self.kdf.derive(passphrase, self.salt)
        except HashingError:
            raise BipError(Code.KEY_FILE_DAMAGED) from None
        if not hmac.compare_digest(_expanded(master, b"check"), self.verifier):
            return None
        try:
            return DataKey(AESGCM(_expanded(master, b"wrap")).decrypt(self.nonce, self.wrapped, self._header()))
        except InvalidTag:
            raise BipError(Code.KEY_FILE_DAMAGED) from None

    def _header(self) -> bytes:
        return _canonical(self._header_fields())

    def _header_fields(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "slot_id": self.slot_id,
            "kind": self.kind.value,
            "holder": self.holder,
            "label": self.label,
            "kdf": "argon2id",
            "memory_kib": self.kdf.memory_kib,
            "iterations": self.kdf.iterations,
            "lanes": self.kdf.lanes,
            "salt": b64encode(self.salt).decode(),
        }

    def as_json(self) -> dict[str, Any]:
        """The slot as it stands in the file."""
        fields = self._header_fields() | {
            "verifier": b64encode(self.verifier).decode(),
            "nonce": b64encode(self.nonce).decode(),
            "wrapped": b64encode(self.wrapped).decode(),
        }
        return fields | {"sha256": hashlib.sha256(_canonical(fields)).hexdigest()}

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> "Slot":
        """The slot in `fields`. Raises `ValueError`, `KeyError` or `TypeError` where it is damaged."""
        content = {name: value for name, value in fields.items() if name != "sha256"}
        if hashlib.sha256(_canonical(content)).hexdigest() != fields["sha256"]:
            raise ValueError("checksum")
        if (content["format"], content["version"], content["kdf"]) != (FORMAT, VERSION, "argon2id"):
            raise ValueError("format")
        kdf = Argon2id(int(content["memory_kib"]), int(content["iterations"]), int(content["lanes"]))
        if kdf.memory_kib > MOST_MEMORY_KIB:
            raise ValueError("memory_kib")
        return cls(
            slot_id=str(content["slot_id"]),
            kind=SlotKind(content["kind"]),
            holder=CaseworkerId(str(content["holder"])),
            label=str(content["label"]),
            kdf=kdf,
            salt=_bytes(content["salt"]),
            verifier=_bytes(content["verifier"]),
            nonce=_bytes(content["nonce"]),
            wrapped=_bytes(content["wrapped"]),
        )


@dataclass(frozen=True, slots=True)
class Keyring:
    """All slots of a key file. `damaged` ones are kept as they stand, never mended or thrown away."""

    slots: tuple[Slot, ...]
    damaged: tuple[Any, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Keyring":
        """The key file at `path`. Raises `BipError`: KEY_FILE_MISSING, KEY_FILE_DAMAGED."""
        try:
            document = json.loads(path.read_bytes())
            entries = document["slots"]
            if (document["format"], document["version"]) != (FORMAT, VERSION) or not isinstance(entries, list):
                raise ValueError("format")
        except FileNotFoundError:
            raise BipError(Code.KEY_FILE_MISSING) from None
        except (ValueError, KeyError, TypeError, RecursionError):
            raise BipError(Code.KEY_FILE_DAMAGED) from None
        slots: list[Slot] = []
        damaged: list[Any] = []
        for entry in entries:
            try:
                slots.append(Slot.from_json(entry))
            except (ValueError, KeyError, TypeError, AttributeError):
                damaged.append(entry)
        if not slots:
            raise BipError(Code.KEY_FILE_DAMAGED)
        return cls(tuple(slots), tuple(damaged))

    def opened(self, passphrase: str) -> tuple[Slot, DataKey]:
        """The slot that `passphrase` opens, and the data key in it.

        Raises `BipError`: PASSPHRASE_WRONG; KEY_FILE_DAMAGED where nothing opens and a slot is damaged, because the
        passphrase may be the damaged slot's.
        """
        for slot in self.slots:
            key = slot.opened(passphrase)
            if key is not None:
                return slot, key
        raise BipError(Code.KEY_FILE_DAMAGED if self.damaged else Code.PASSPHRASE_WRONG)

    def with_slot(self, slot: Slot) -> "Keyring":
        """A copy with `slot` added, or in the place of the one with its identity."""
        if any(kept.slot_id == slot.slot_id for kept in self.slots):
            return replace(self, slots=tuple(slot if k.slot_id == slot.slot_id else k for k in self.slots))
        return replace(self, slots=(*self.slots, slot))

    def write(self, path: Path) -> None:
        """Writes the key file: whole or not at all, for this user alone. Raises `OSError`."""
        entries = [slot.as_json() for slot in self.slots] + list(self.damaged)
        document = {"format": FORMAT, "version": VERSION, "slots": entries}
        write_whole(path, json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n")


def _expanded(master: bytes, purpose: bytes) -> bytes:
    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=b"bip-key 1 " + purpose).derive(master)


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _bytes(text: Any) -> bytes:
    try:
        return b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("base64") from error
