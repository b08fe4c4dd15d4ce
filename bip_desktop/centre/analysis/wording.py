# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Numbers in words: a share reads as per cent, a difference of shares as "procentpoint", never the one for the other.

>>> from bip_desktop.centre.analysis.quantities import Points, Share
>>> Language("da").quantity(Points(1.3)), Language("da").quantity(Share(0.06))
('1,3 procentpoint', '6,0\\xa0%')
"""

import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bip_desktop.centre.analysis.quantities import Count, Points, Quantity, Ratio, Score, Share
from bip_desktop.domain.submission_labels import Words

NO_BREAK = "\u00a0"
_MINUS = "\u2212"
_LEAST_RATIO = 0.0005
"""What rounds to nothing at three digits is said to be less than 0.001, never 0."""


def capital(text: str) -> str:
    """With a large first letter; a code keeps its own."""
    return text if "_" in text.split(" ")[0] or text.startswith(("p ", "q ")) else text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Language:
    """`da` or `en`."""

    code: str

    def of(self, words: Words) -> str:
        """The words in this language."""
        return words.en if self.code == "en" else words.da

    def say(self, da: str, en: str) -> str:
        """One of two."""
        return en if self.code == "en" else da

    def number(self, value: float, digits: int) -> str:
        """With the language's comma and thousands, and no minus before a nought."""
        if not math.isfinite(value):
            return "–" if math.isnan(value) else "∞" if value > 0 else f"{_MINUS}∞"
        return self._localised(f"{round(value, digits) + 0.0:,.{digits}f}")

    def _localised(self, text: str) -> str:
        text = text.replace("-", _MINUS)
        return text if self.code == "en" else text.translate(str.maketrans(",.", ".,"))

    def unit(self, quantity: Quantity) -> str:
        """What the number counts; nothing where it counts nothing."""
        match quantity:
            case Share():
                return "%"
            case Points():
                return self.say("procentpoint", "percentage points")
            case Score():
                return self.say("trin", "steps")
            case _:
                return ""

    def bare(self, quantity: Quantity, *, fine: bool = False, like: Quantity | None = None) -> str:
        """Without its unit; with one digit more where `fine`, and as many as `like` has."""
        value = quantity.value
        match quantity:
            case Share():
                return self.number(value * 100, 1 + fine)
            case Points():
                return self.number(value, 1 + fine)
            case Score():
                return self.number(value, 2 + fine)
            case Ratio():
                if 0 < value < _LEAST_RATIO:
                    return f"<{NO_BREAK}{self.number(0.001, 3)}"
                size = abs((like or quantity).value)
                return self.number(value, 3 if size < 1 else 2 if size < 10 else 1 if size < 100 else 0)
            case Count():
                return self.number(value, 1 if (like or quantity).value % 1 else 0)

    def with_unit(self, text: str, quantity: Quantity) -> str:
        """The unit behind a number; English sets the sign for per cent close."""
        unit = self.unit(quantity)
        if not unit:
            return text
        if unit == "%":
            return f"{text}{'' if self.code == 'en' else NO_BREAK}%"
        return f"{text} {unit}"

    def quantity(self, quantity: Quantity) -> str:
        """As it is read."""
        return self.with_unit(self.bare(quantity), quantity)

    def between(self, low: Quantity, high: Quantity, *, fine: bool = False, like: Quantity | None = None) -> str:
        """An interval; the unit stands with the estimate."""
        ends = [self.bare(each, fine=fine, like=like) for each in (low, high)]
        return self.say(f"{ends[0]} til {ends[1]}", f"{ends[0]} to {ends[1]}").replace(" ", NO_BREAK)

    def exactly(self, text: str, times: int = 1) -> str:
        """A printed number with the digits it was printed with.

        >>> Language("da").exactly("0.2845", 100), Language("en").exactly("13688")
        ('28,45', '13,688')
        """
        plain = format((Decimal(text) * times).normalize(), ",f")
        return self._localised(plain)

    def printed(self, text: str, like: Quantity) -> str:
        """The source's figures in the unit of ours, with the source's own digits."""
        if not text:
            return ""
        if "inconsistent" in text:
            figures = [self.exactly(part) for part in ("13.69", "14.69")]
            return self.with_unit(self.say(" eller ", " or ").join(figures), like)
        read = []
        for part in text.split(";"):
            bare = part.strip()
            sign = f"<{NO_BREAK}" if bare.startswith("<") else ""
            try:
                number = self.exactly(bare.lstrip("< "), 100 if isinstance(like, Share) else 1)
            except InvalidOperation:
                read.append(bare)
                continue
            read.append(sign + self.with_unit(number, like))
        return self.say(" og ", " and ").join(dict.fromkeys(read))
