# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Seals a few bytes to a public key, so that only the holder of its other half can open them.

    key    = HKDF-SHA256(X25519(ephemeral, public), salt = ephemeral public ‖ public)
    sealed = ephemeral public ‖ AES-256-GCM(key, content)

The key is used once, so the nonce may stand still.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PUBLIC_BYTES = 32
_NONCE = bytes(12)


def new_pair() -> tuple[bytes, bytes]:
    """A new secret key and its public half, 32 bytes each."""
    secret = X25519PrivateKey.generate()
    return secret.private_bytes_raw(), secret.public_key().public_bytes_raw()


def sealed_to(public: bytes, content: bytes, header: bytes) -> bytes:
    """`content` sealed to `public`, bound to `header`."""
    ephemeral = X25519PrivateKey.generate()
    sender = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    return sender + AESGCM(_key(shared, sender + public)).encrypt(_NONCE, content, header)


def opened_with(secret: bytes, sealed: bytes, header: bytes) -> bytes:
    """What lies in `sealed`. Raises `InvalidTag` where it was sealed to another key, or is damaged."""
    sender = sealed[:PUBLIC_BYTES]
    try:
        own = X25519PrivateKey.from_private_bytes(secret)
        shared = own.exchange(X25519PublicKey.from_public_bytes(sender))
    except ValueError:  # not a key of this kind
        raise InvalidTag from None
    public = own.public_key().public_bytes_raw()
    return AESGCM(_key(shared, sender + public)).decrypt(_NONCE, sealed[PUBLIC_BYTES:], header)


def _key(shared: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"bip-key 2 seal").derive(shared)
