# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""JSON files that carry a signature: the research centre's on what it sends back to the jobcentres, an installation's
on what it tells of itself and on what goes from one computer to another.

The file is an object; `signature` is one of its fields, in hexadecimal, and covers all the others as canonical JSON
behind the name of what kind of file it is, so that a receipt can never pass for evidence. Numbers are whole ones;
a decimal number is written as a text.
"""

from collections.abc import Mapping
from enum import Enum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bip_desktop.exchange.canonical_json import Json, canonical_bytes

SIGNATURE = "signature"


class SignedKind(Enum):
    """What stands before the bytes that are signed."""

    RECIPIENTS = b"BIP-recipients-v1\0"
    RECEIPT = b"BIP-receipt-v1\0"
    EVIDENCE = b"BIP-evidence-v1\0"
    CARD = b"BIP-installation-v1\0"
    HANDOVER = b"BIP-handover-v1\0"
    HANDOVER_REPLY = b"BIP-handover-reply-v1\0"


def signed_bytes(kind: SignedKind, content: Mapping[str, Json], signing_key: bytes) -> bytes:
    """`content` with its signature, indented for people. The same content always gives the same bytes."""
    signature = Ed25519PrivateKey.from_private_bytes(signing_key).sign(kind.value + canonical_bytes(content))
    return canonical_bytes({**content, SIGNATURE: signature.hex()}, indent=1) + b"\n"


def is_signed_json(kind: SignedKind, read: Mapping[str, Json], public: bytes) -> bool:
    """Whether `read`, a parsed file of this `kind`, was signed with the key whose public half is `public`."""
    signature = read.get(SIGNATURE)
    if not isinstance(signature, str):
        return False
    content = {name: value for name, value in read.items() if name != SIGNATURE}
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            bytes.fromhex(signature), kind.value + canonical_bytes(content)
        )
    except (InvalidSignature, ValueError):
        return False
    return True
