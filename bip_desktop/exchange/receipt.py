# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A receipt: what the research centre says of one submission. It holds counts and no citizen data.

    {"format_version": 1, "submission_id": "...", "manifest_sha256": "...", "site": "...", "installation": "...",
     "seq": 3, "tables": {"citizens": {"accepted": 10, "refused": {"erased": 1}}, ...}, "seq_without_gap": 3,
     "least_app_version": "0.1.0", "check_code": "7K3M-Q2XA", "signature": "..."}

`refused` counts rows by reason; the one reason in an accepted submission is `erased`: a tombstone had come before.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.canonical_json import Json, canonical_bytes
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.checked import read_checked, read_file
from bip_desktop.exchange.signed_json import SIGNATURE, SignedKind, is_signed_json, signed_bytes
from bip_desktop.services.receipts import ReceiptRead

FORMAT_VERSION = 1
ERASED = "erased"
_FIELDS = frozenset(
    {
        "format_version", "submission_id", "manifest_sha256", "site", "installation", "seq", "tables",
        "seq_without_gap", "least_app_version", "check_code", SIGNATURE,
    }
)  # fmt: skip
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Signs that sound and look unlike each other."""
_CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class TableCount:
    """What became of one table's rows."""

    accepted: int
    erased: int = 0
    """Rows of citizens or meetings that a tombstone had taken away."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is said of one accepted submission."""

    submission_id: str
    manifest_sha256: str
    site: str
    installation: str
    seq: int
    tables: Mapping[str, TableCount]
    seq_without_gap: int
    """All submissions up to this number have come."""
    least_app_version: str

    @property
    def content(self) -> dict[str, Json]:
        """The fields that are signed."""
        fields: dict[str, Json] = {
            "format_version": FORMAT_VERSION,
            "submission_id": self.submission_id,
            "manifest_sha256": self.manifest_sha256,
            "site": self.site,
            "installation": self.installation,
            "seq": self.seq,
            "tables": {
                name: {"accepted": each.accepted, "refused": {ERASED: each.erased} if each.erased else {}}
                for name, each in self.tables.items()
            },
            "seq_without_gap": self.seq_without_gap,
            "least_app_version": self.least_app_version,
        }
        return {**fields, "check_code": check_code(fields)}


def check_code(fields: Mapping[str, Json]) -> str:
    """Eight signs out of the receipt's content, for two people to compare on the phone."""
    number = int.from_bytes(hashlib.sha256(canonical_bytes(fields)).digest())
    signs = []
    for _ in range(_CODE_LENGTH):
        number, place = divmod(number, len(_ALPHABET))
        signs.append(_ALPHABET[place])
    return "".join(signs[:4]) + "-" + "".join(signs[4:])


def receipt_bytes(receipt: Receipt, signing_key: bytes) -> bytes:
    """The signed file."""
    return signed_bytes(SignedKind.RECEIPT, receipt.content, signing_key)


def read_receipt(content: bytes, file: str, public: bytes | None) -> ReceiptRead:
    """The receipt in a file's `content`, signed with the key whose public half is `public`; without one the signature
    is not asked for again.

    Raises `BipError`: RECEIPT_SIGNATURE where it is not signed so or was altered, RECEIPT_FILE for everything else.
    """
    root = read_checked(content, file, Code.RECEIPT_FILE)
    root.names()
    if public is not None and not (
        isinstance(root.value, dict) and is_signed_json(SignedKind.RECEIPT, root.value, public)
    ):
        raise BipError(Code.RECEIPT_SIGNATURE, file=file)
    root.fields(_FIELDS)
    if root["format_version"].number() != FORMAT_VERSION:
        root["format_version"].fail("unknown_value")
    accepted, erased = {}, {}
    for name in root["tables"].names():
        table = root["tables"][name]
        table.fields(frozenset({"accepted", "refused"}))
        accepted[name] = table["accepted"].number()
        erased[name] = sum(table["refused"][reason].number() for reason in table["refused"].names())
    return ReceiptRead(
        submission_id=root["submission_id"].words(),
        manifest_sha256=root["manifest_sha256"].words(),
        installation=root["installation"].words(),
        seq=root["seq"].number(),
        accepted=accepted,
        erased=erased,
        seq_without_gap=root["seq_without_gap"].number(),
        least_app_version=root["least_app_version"].words(),
        check_code=root["check_code"].words(),
        content=content,
    )


class CentresReceipts:
    """Fulfils `services.receipts.ReceiptFiles` with the centre's own key."""

    def __init__(self, keys: CentreKeys) -> None:
        self._keys = keys

    def read(self, path: Path) -> ReceiptRead:
        """The receipt in a file. Raises `BipError` as `read_receipt`; CENTRE_UNKNOWN, RECIPIENTS_FILE."""
        return read_receipt(read_file(path, Code.RECEIPT_FILE), path.name, self._keys.signing())

    def kept(self, content: bytes) -> ReceiptRead:
        """One that was read and kept before."""
        return read_receipt(content, "", None)
