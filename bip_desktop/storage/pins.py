# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hashes of the PIN that ends citizen mode."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class Argon2PinHasher:
    """Fulfils `ports.PinHasher` with Argon2id. The database it lies in is encrypted as well."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()

    def hash(self, pin: str) -> str:
        """A salted hash of `pin`."""
        return self._hasher.hash(pin)

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether `pin` is the one; never, where there is no hash."""
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
