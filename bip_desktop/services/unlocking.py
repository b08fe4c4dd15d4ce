# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""First start, unlocking, and the PIN that ends citizen mode.

The first window is built with this module, so what only an open jobcentre needs is imported when it opens.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bip_desktop.domain.errors import BipError, Code

if TYPE_CHECKING:
    from bip_desktop.services.access import Access
    from bip_desktop.services.ports import PinHasher, Unlocked
    from bip_desktop.services.safekeeping_ports import Vault

SHORTEST_PASSPHRASE = 12
"""Characters. Length is what makes a passphrase strong; no rules about signs."""
PIN_DIGITS = range(4, 9)
WRONG_BEFORE_WAIT = 3
LONGEST_WAIT = 60
"""Seconds."""
IDLE_LOCKS = 4 * 60
"""Seconds without a sign of life after which an open jobcentre is locked."""
IDLE_LOCKS_IN_MEETING = 15 * 60
"""The same while two people sit together: they talk, and nobody types."""
PIN_TRIES = 5
"""After so many wrong PINs the passphrase is asked for."""


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What the first start asks for."""

    name: str
    phone: str
    site_name: str
    passphrase: str
    repeated: str
    pin: str


class Patience:
    """Wrong secrets cost a wait that doubles, on whatever page they are typed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._wait_until = 0.0

    @contextmanager
    def trying(self) -> Iterator[None]:
        """One try. Raises `BipError` PASSPHRASE_WAIT where it comes too soon after wrong ones."""
        left = self._wait_until - self._clock()
        if left > 0:
            raise BipError(Code.PASSPHRASE_WAIT, seconds=int(left) + 1)
        try:
            yield
        except BipError as error:
            if error.code is Code.PASSPHRASE_WRONG:
                self._wrong += 1
                if self._wrong >= WRONG_BEFORE_WAIT:
                    self._wait_until = self._clock() + min(2 ** (self._wrong - WRONG_BEFORE_WAIT + 1), LONGEST_WAIT)
            raise
        self._wrong = 0


class Unlocking:
    """Opens the jobcentre. Wrong passphrases cost a wait that doubles; nothing is ever written for them."""

    def __init__(self, vault: Vault, pins: PinHasher, clock: Callable[[], float] = time.monotonic) -> None:
        self._vault = vault
        self._pins = pins
        self.patience = Patience(clock)

    @property
    def is_first_start(self) -> bool:
        """Whether there is no jobcentre here yet."""
        return not self._vault.exists()

    def check(self, wish: FirstStart) -> None:
        """Raises `BipError` where the first start lacks something: NAME_EMPTY, SITE_EMPTY, PASSPHRASE_SHORT,
        PASSPHRASE_DIFFERS, PIN_FORM."""
        if not wish.name.strip():
            raise BipError(Code.NAME_EMPTY)
        if not site_code(wish.site_name):
            raise BipError(Code.SITE_EMPTY)
        checked_passphrase(wish.passphrase, wish.repeated)
        checked_pin(wish.pin)

    def first_start(self, wish: FirstStart) -> Unlocked:
        """Makes the key file and the encrypted database, and opens them. Raises as `check` and the vault do."""
        import secrets

        from bip_desktop.domain.citizen import Caseworker
        from bip_desktop.domain.ids import CaseworkerId, new_id
        from bip_desktop.services.ports import Installation, Unlocked

        self.check(wish)
        caseworker = Caseworker(CaseworkerId(new_id()), wish.name.strip(), wish.phone.strip())
        installation = Installation(
            installation_id=secrets.token_hex(3),
            site=site_code(wish.site_name),
            site_name=wish.site_name.strip(),
            signing_key=secrets.token_bytes(32),
        )
        store = self._vault.create(wish.passphrase, caseworker, self._pins.hash(wish.pin), installation)
        return Unlocked(store, installation, caseworker)

    def unlock(self, passphrase: str) -> Unlocked:
        """Opens the jobcentre. Raises `BipError`: PASSPHRASE_WAIT (too soon after wrong ones), PASSPHRASE_WRONG, and
        the vault's environment codes."""
        from bip_desktop.services.ports import Unlocked

        with self.patience.trying():
            store, caseworker_id = self._vault.open(passphrase)
        with store.reading() as work:
            return Unlocked(store, work.people.installation(), work.people.caseworker(caseworker_id))


def checked_passphrase(passphrase: str, repeated: str) -> None:
    """Raises `BipError` where it cannot be a passphrase: PASSPHRASE_SHORT, PASSPHRASE_DIFFERS."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BipError(Code.PASSPHRASE_SHORT, least=SHORTEST_PASSPHRASE)
    if passphrase != repeated:
        raise BipError(Code.PASSPHRASE_DIFFERS)


def checked_pin(pin: str) -> None:
    """Raises `BipError` PIN_FORM where it cannot be a PIN."""
    if not (pin.isascii() and pin.isdigit() and len(pin) in PIN_DIGITS):
        raise BipError(Code.PIN_FORM, least=PIN_DIGITS.start, most=PIN_DIGITS.stop - 1)


class PinLock:
    """The way back from citizen mode."""

    def __init__(self, unlocked: Unlocked, access: Access, pins: PinHasher) -> None:
        self._unlocked = unlocked
        self._access = access
        self._pins = pins
        self._wrong = 0

    def check(self, pin: str) -> None:
        """Raises `BipError` PIN_WRONG with how many tries are `left`; at 0 the passphrase is needed."""
        if self._wrong < PIN_TRIES:
            with self._unlocked.store.reading() as work:
                pin_hash = work.people.pin_hash(self._unlocked.caseworker.caseworker_id)
            if self._pins.fits(pin_hash, pin):
                self._wrong = 0
                self._access.leave_citizen_mode()
                return
            self._wrong += 1
        raise BipError(Code.PIN_WRONG, left=PIN_TRIES - self._wrong)


_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})


def site_code(name: str) -> str:
    """The site as submissions name it: lower-case a to z, digits, hyphens.

    >>> site_code("Jobcenter Ærø")
    'jobcenter-aeroe'
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
