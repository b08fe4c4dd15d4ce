# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Opens an age envelope by the text of its specification (age-encryption.org/v1), with nothing of the library that
sealed it: so that a centre could still read its packages were that library gone."""

import base64
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_CHUNK, _TAG = 64 * 1024, 16
_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def opened(sealed: bytes, identity: str) -> bytes:
    """The content of `sealed`, by the secret key `AGE-SECRET-KEY-1…`. Raises `ValueError` or `InvalidTag`."""
    end = sealed.index(b"\n---") + 1
    header, rest = sealed[:end], sealed[end:]
    line, _, payload = rest.partition(b"\n")
    secret = X25519PrivateKey.from_private_bytes(_bech32(identity))
    key = _file_key(header.decode().split("\n"), secret)
    mac = hmac.digest(_derived(key, b"", b"header"), header + b"---", "sha256")
    if not hmac.compare_digest(mac, _decoded(line.removeprefix(b"--- ").decode())):
        raise ValueError("the header is not the one that was made")
    nonce, body = payload[:16], payload[16:]
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    chunks = [body[at : at + _CHUNK + _TAG] for at in range(0, len(body), _CHUNK + _TAG)]
    return b"".join(
        cipher.decrypt(number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, None)
        for number, chunk in enumerate(chunks)
    )


def recipients(sealed: bytes) -> int:
    """How many keys open it."""
    return sealed[: sealed.index(b"\n---")].count(b"\n-> X25519 ")


def _file_key(lines: list[str], secret: X25519PrivateKey) -> bytes:
    if lines[0] != "age-encryption.org/v1":
        raise ValueError("another format")
    public = secret.public_key().public_bytes_raw()
    for place, line in enumerate(lines):
        if not line.startswith("-> X25519 "):
            continue
        share = _decoded(line.removeprefix("-> X25519 "))
        shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
        wrapping = _derived(shared, share + public, b"age-encryption.org/v1/X25519")
        try:
            return ChaCha20Poly1305(wrapping).decrypt(bytes(12), _decoded(lines[place + 1]), None)
        except Exception:  # noqa: BLE001 - this one is sealed to somebody else
            continue
    raise ValueError("sealed to others")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, info).derive(key)


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _bech32(text: str) -> bytes:
    """The bytes of a Bech32 text; its checksum is not looked at, since a wrong key opens nothing."""
    digits = [_ALPHABET.index(sign) for sign in text.lower().rpartition("1")[2][:-6]]
    number = 0
    for digit in digits:
        number = number << 5 | digit
    bits = len(digits) * 5
    return (number >> bits % 8).to_bytes(bits // 8, "big")
