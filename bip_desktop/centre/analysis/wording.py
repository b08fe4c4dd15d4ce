# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Numbers in words: a share reads as per cent, a difference of shares as "procentpoint", never the one for the other.

>>> from bip_desktop.centre.analysis.quantities import Points, Share
>>> Language("da").quantity(Points(1.3)), Language("da").quantity(Share(0.06))
('1,3 procentpoint', '6,0 %')
"""

import math
from dataclasses import dataclass

from bip_desktop.centre.analysis.effects import Sample
from bip_desktop.centre.analysis.quantities import Count, Points, Quantity, Ratio, Score, Share
from bip_desktop.domain.submission_labels import Words

_NO_BREAK = "\u00a0"


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
        """With the language's comma and thousands."""
        if not math.isfinite(value):
            return "–" if math.isnan(value) else "∞" if value > 0 else "−∞"
        text = f"{value:,.{digits}f}".replace("-", "−")
        return text if self.code == "en" else text.translate(str.maketrans(",.", ".,"))

    def quantity(self, quantity: Quantity) -> str:
        """As it is read."""
        match quantity:
            case Share(value):
                return f"{self.number(value * 100, 1)} %"
            case Points(value):
                return f"{self.number(value, 1)} {self.say('procentpoint', 'percentage points')}"
            case Score(value):
                return f"{self.number(value, 2)} {self.say('trin', 'steps')}"
            case Ratio(value):
                return self.number(value, 3 if abs(value) < 1 else 2)
            case Count(value):
                return self.number(value, 1 if value % 1 else 0)

    def bare(self, quantity: Quantity) -> str:
        """Without its unit."""
        return self.quantity(quantity).split(" ")[0]

    def between(self, low: Quantity, high: Quantity) -> str:
        """An interval; the unit stands with the estimate."""
        return f"{self.bare(low)} {self.say('til', 'to')} {self.bare(high)}"

    def sample(self, sample: Sample) -> str:
        """How many stand behind it."""
        numbers = [self.number(n, 0) for n in (sample.answers, sample.citizens, sample.caseworkers)]
        return self.say(" / ", " / ").join(numbers).replace(" ", _NO_BREAK)

    def printed(self, text: str, like: Quantity) -> str:
        """The source's figures in the unit of ours."""
        if not text:
            return ""
        if "inconsistent" in text:
            return self.say("13,69 eller 14,69 procentpoint: kilden er ikke enig med sig selv", text)
        read = []
        for part in text.split(";"):
            bare = part.strip()
            sign = "< " if bare.startswith("<") else ""
            try:
                read.append(sign + self.quantity(type(like)(float(bare.lstrip("< ")))))
            except ValueError:
                read.append(bare)
        return self.say(" og ", " and ").join(dict.fromkeys(read))
