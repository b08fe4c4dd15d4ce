# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The key file: one random data key, wrapped once for each person who may open the database.

    master   = Argon2id(passphrase, salt)            32 bytes
    verifier = HKDF(master, "check")                 tells a wrong passphrase from a damaged slot
    wrapped  = AES-256-GCM(HKDF(master, "wrap"), nonce, secret, slot header as associated data)
    sealed   = the data key, sealed to the slot's public key (`sealing`)

The secret in `wrapped` is the slot's own private key. So a new data key can be given to all slots while nobody but
one is there to type a passphrase. Slots of version 1 held the data key itself in `wrapped`; they open for ever, and
are made anew when their passphrase is next typed.

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
from collections.abc import Container, Mapping
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
from bip_desktop.domain.recovery_key import RecoveryKey, looks_like_recovery_key
from bip_desktop.storage.durable_files import write_whole
from bip_desktop.storage.sealing import new_pair, opened_with, sealed_to

FORMAT = "bip-key"
VERSION = 1
"""Of the file."""
SLOT_VERSION = 2
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
    public: bytes = field(default=b"", repr=False)
    """Empty in version 1."""
    sealed: bytes = field(default=b"", repr=False)

    @property
    def version(self) -> int:
        """How the data key lies in it."""
        return SLOT_VERSION if self.public else 1

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
        secret, public = new_pair()
        slot = replace(self, public=public)
        wrapped = AESGCM(_expanded(master, b"wrap")).encrypt(self.nonce, secret, slot._header())
        return replace(slot, verifier=_expanded(master, b"check"), wrapped=wrapped).with_key(key)

    def resealed(self, key: DataKey, passphrase: str) -> "Slot":
        """The same slot under another passphrase, with salt and nonce of its own."""
        fresh = replace(self, salt=secrets.token_bytes(SALT_BYTES), nonce=secrets.token_bytes(NONCE_BYTES))
        return fresh._sealed(key, passphrase)

    def with_key(self, key: DataKey) -> "Slot":
        """The same slot for another data key, which needs no passphrase. Raises `BipError` KEY_SLOT_OLD."""
        if not self.public:
            raise BipError(Code.KEY_SLOT_OLD)
        return replace(self, sealed=sealed_to(self.public, key.raw, self._header()))

    def opened(self, passphrase: str) -> DataKey | None:
        """The data key; None where this passphrase is not the slot's. Raises `BipError` KEY_FILE_DAMAGED."""
        try:
            master = self.kdf.derive(passphrase, self.salt)
        except HashingError:
            raise BipError(Code.KEY_FILE_DAMAGED) from None
        if not hmac.compare_digest(_expanded(master, b"check"), self.verifier):
            return None
        try:
            secret = AESGCM(_expanded(master, b"wrap")).decrypt(self.nonce, self.wrapped, self._header())
            return DataKey(opened_with(secret, self.sealed, self._header()) if self.public else secret)
        except InvalidTag:
            raise BipError(Code.KEY_FILE_DAMAGED) from None

    def _header(self) -> bytes:
        return _canonical(self._header_fields())

    def _header_fields(self) -> dict[str, Any]:
        public = {"public": b64encode(self.public).decode()} if self.public else {}
        return public | {
            "format": FORMAT,
            "version": self.version,
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
        if self.public:
            fields |= {"sealed": b64encode(self.sealed).decode()}
        return fields | {"sha256": hashlib.sha256(_canonical(fields)).hexdigest()}

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> "Slot":
        """The slot in `fields`. Raises `ValueError`, `KeyError` or `TypeError` where it is damaged."""
        content = {name: value for name, value in fields.items() if name != "sha256"}
        if hashlib.sha256(_canonical(content)).hexdigest() != fields["sha256"]:
            raise ValueError("checksum")
        version = content["version"]
        if (content["format"], content["kdf"]) != (FORMAT, "argon2id") or version not in (1, SLOT_VERSION):
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
            public=_bytes(content["public"]) if version > 1 else b"",
            sealed=_bytes(content["sealed"]) if version > 1 else b"",
        )


@dataclass(frozen=True, slots=True)
class Keyring:
    """All slots of a key file. `damaged` ones are kept as they stand, never mended or thrown away."""

    slots: tuple[Slot, ...]
    damaged: tuple[Any, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Keyring":
        """The key file at `path`. Raises `BipError`: KEY_FILE_MISSING, KEY_FILE_LOCKED, KEY_FILE_DAMAGED."""
        try:
            document = json.loads(path.read_bytes())
            entries = document["slots"]
            if (document["format"], document["version"]) != (FORMAT, VERSION) or not isinstance(entries, list):
                raise ValueError("format")
        except FileNotFoundError:
            raise BipError(Code.KEY_FILE_MISSING) from None
        except OSError as error:  # another program holds it, or it is somebody else's: it may be as good as ever
            raise BipError(Code.KEY_FILE_LOCKED, errno=error.errno or 0) from error
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
        """The slot that `passphrase`, or a recovery key, opens, and the data key in it.

        Raises `BipError`: PASSPHRASE_WRONG; RECOVERY_KEY_GROUP for what is a recovery key with a mistake in it;
        KEY_FILE_DAMAGED where nothing opens and a slot is damaged, because the passphrase may be the damaged slot's.
        """
        mistyped, recovery_key = None, ""
        if looks_like_recovery_key(passphrase):
            try:
                recovery_key = RecoveryKey.parse(passphrase).written
            except BipError as error:
                mistyped = error
        for slot in self.slots:
            secret = recovery_key if slot.kind is SlotKind.RECOVERY else passphrase
            key = slot.opened(secret) if secret else None
            if key is not None:
                return slot, key
        raise mistyped or BipError(Code.KEY_FILE_DAMAGED if self.damaged else Code.PASSPHRASE_WRONG)

    def with_slot(self, slot: Slot) -> "Keyring":
        """A copy with `slot` added, or in the place of the one with its identity."""
        if any(kept.slot_id == slot.slot_id for kept in self.slots):
            return replace(self, slots=tuple(slot if k.slot_id == slot.slot_id else k for k in self.slots))
        return replace(self, slots=(*self.slots, slot))

    def without(self, slot_ids: Container[str]) -> "Keyring":
        """A copy that lacks these slots. Raises `BipError` KEY_LAST where no passphrase would be left."""
        kept = tuple(slot for slot in self.slots if slot.slot_id not in slot_ids)
        if not any(slot.kind is SlotKind.PASSPHRASE for slot in kept):
            raise BipError(Code.KEY_LAST)
        return replace(self, slots=kept)

    def for_key(self, key: DataKey) -> "Keyring":
        """All slots for another data key; damaged ones are left out, as nothing can be put into them. Raises `BipError`
        KEY_SLOT_OLD."""
        return Keyring(tuple(slot.with_key(key) for slot in self.slots))

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
