# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The installation's signature over a manifest (Ed25519), and the key the centre knows it by."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

CONTEXT = b"BIP-submission-v1\0"
"""Stands before what is signed, so that the signature is good for nothing else."""


def new_signing_key() -> bytes:
    """A new installation key: 32 raw bytes, secret."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(signing_key: bytes) -> bytes:
    """The public half, 32 raw bytes: what the centre registers."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()


def sign(signing_key: bytes, manifest: bytes) -> bytes:
    """The signature of `manifest`, 64 raw bytes. The same bytes always get the same signature (RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).sign(CONTEXT + manifest)


def is_signed(public: bytes, manifest: bytes, signature: bytes) -> bool:
    """Whether `signature` over `manifest` was made with the key whose public half is `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, CONTEXT + manifest)
    except InvalidSignature:
        return False
    return True


def fingerprint(public: bytes) -> str:
    """What names a public key in a manifest and on the phone: its SHA-256, 64 hex digits."""
    return hashlib.sha256(public).hexdigest()


def read_aloud(print_: str) -> str:
    """The first 32 digits of a fingerprint in groups of four, for two people to compare."""
    return " ".join(print_[place : place + 4] for place in range(0, 32, 4))
