# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The Danish civil registration number, and what may be known from it.

Rules: DDMMYY-XXXX; the century follows from the seventh digit and the year; replacement numbers have 60 added to the
day; modulus 11 has not held for all valid numbers since October 2007, so it is only a warning.
"""

import re
from dataclasses import dataclass
from datetime import date

from bip_desktop.domain.errors import BipError, Code

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACEMENT_DAY = 60
_HIDDEN = "••••••-••••"
_LIKE_A_NUMBER = re.compile(r"(?<![\d+])\d{2}[ .]?\d{2}[ .]?\d{2}\s?[-\N{EN DASH}\N{EM DASH}]?\s?\d{4}(?!\d)")
"""Ten digits as people write a CPR number. After a plus it is a telephone number with its country."""


def without_cpr(text: str) -> str:
    """`text` with dots for everything that looks like a CPR number, for what leaves the screen.

    >>> without_cpr("Ringer til 010180-1234")
    'Ringer til ••••••-••••'
    """
    return _LIKE_A_NUMBER.sub(_HIDDEN, text)


def _century(seventh: int, year: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


@dataclass(frozen=True, slots=True, repr=False)
class Cpr:
    """A CPR number. Its text forms are masked; only `digits` and `written` hold the whole number."""

    digits: str

    @classmethod
    def parse(cls, text: str, today: date) -> "Cpr":
        """The number in `text` (hyphen and spaces allowed).

        Raises `BipError`: CPR_FORM (not ten digits), CPR_DATE (no such day), CPR_FUTURE (born after `today`).
        """
        digits = "".join(text.split()).replace("-", "", 1)
        if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
            raise BipError(Code.CPR_FORM)
        number = cls(digits)
        try:
            born = number.birth_date
        except ValueError:
            raise BipError(Code.CPR_DATE) from None
        if born > today:
            raise BipError(Code.CPR_FUTURE)
        return number

    @property
    def is_replacement(self) -> bool:
        """Whether this is a replacement number (day + 60)."""
        return int(self.digits[:2]) > REPLACEMENT_DAY

    @property
    def birth_date(self) -> date:
        """The day of birth; `ValueError` where there is no such day."""
        day, month, year = (int(self.digits[i : i + 2]) for i in (0, 2, 4))
        if day > REPLACEMENT_DAY:
            day -= REPLACEMENT_DAY
        return date(_century(int(self.digits[6]), year) + year, month, day)

    @property
    def is_female(self) -> bool:
        """Even numbers belong to women."""
        return int(self.digits[9]) % 2 == 0

    @property
    def passes_modulus_11(self) -> bool:
        """Whether the check digit fits; a valid number need not (since 2007)."""
        return sum(w * int(d) for w, d in zip(_WEIGHTS, self.digits, strict=True)) % 11 == 0

    @property
    def written(self) -> str:
        """The whole number as people write it, `DDMMYY-XXXX`. For forms only, never for logs or titles."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def masked(self) -> str:
        """What the screen shows: `DDMMYY-••••`."""
        return f"{self.digits[:6]}-••••"

    def __repr__(self) -> str:
        return "Cpr(••••••-••••)"

    __str__ = __repr__
