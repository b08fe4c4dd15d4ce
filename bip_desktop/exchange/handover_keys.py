# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The key that citizens are sealed to on their way to an installation: made from the key it signs with.

So there is nothing more to keep, and an installation that begins anew after a backup was restored has both anew.
"""

import pyrage
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_CONTEXT = b"BIP-handover-key-v1"
_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX = "age-secret-key-"


def handover_identity(signing_key: bytes) -> pyrage.x25519.Identity:
    """The private age key of the installation that signs with `signing_key`."""
    secret = HKDF(SHA256(), 32, salt=None, info=_CONTEXT).derive(signing_key)
    return pyrage.x25519.Identity.from_str(_bech32(secret).upper())


def handover_recipient(signing_key: bytes) -> str:
    """Its public half, `age1…`."""
    return str(handover_identity(signing_key).to_public())


def _bech32(secret: bytes) -> str:
    """How age writes a private key (BIP 173)."""
    number, bits = int.from_bytes(secret) << 4, 8 * len(secret) + 4
    words = [number >> place & 31 for place in range(bits - 5, -1, -5)]
    expanded = [ord(sign) >> 5 for sign in _PREFIX] + [0] + [ord(sign) & 31 for sign in _PREFIX]
    check = _remainder([*expanded, *words, 0, 0, 0, 0, 0, 0]) ^ 1
    signs = [*words, *(check >> 5 * (5 - place) & 31 for place in range(6))]
    return f"{_PREFIX}1" + "".join(_SIGNS[word] for word in signs)


def _remainder(words: list[int]) -> int:
    check = 1
    for word in words:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ word
        for place, generator in enumerate(_GENERATOR):
            if top >> place & 1:
                check ^= generator
    return check
