# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hashes of the PIN that ends citizen mode."""


class Argon2PinHasher:
    """Fulfils `ports.PinHasher` with Argon2id. The database it lies in is encrypted as well.

    Argon2's library is loaded with the first PIN, not to show the first window.
    """

    def hash(self, pin: str) -> str:
        """A salted hash of `pin`."""
        from argon2 import PasswordHasher

        return PasswordHasher().hash(pin)

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether `pin` is the one; never, where there is no hash."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
