# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The first page's numbers in a sentence."""

from bip_desktop.centre.analysis.effects import Effect
from bip_desktop.centre.analysis.quantities import Share
from bip_desktop.centre.analysis.wording import Language


def of_hundred(effect: Effect, words: Language) -> str:
    """A share, as so many of a hundred."""
    if not isinstance(effect.value, Share):
        raise TypeError("only a share is so many of a hundred")
    many = round(effect.value.value * 100)
    if many == 0 and effect.value.value > 0:
        return words.say("færre end 1", "fewer than 1")
    return words.number(many, 0)


def may_be_nothing(effect: Effect) -> bool:
    """Unless both ends of the interval are on one side of nothing."""
    u = effect.uncertainty
    return not (u.low > 0 or u.high < 0)


def more_or_less(effect: Effect, words: Language, value: float | None = None) -> str:
    """The size without its sign, and which way it goes."""
    found = effect.value.value if value is None else value
    more = words.say("oftere", "more often") if found > 0 else words.say("sjældnere", "less often")
    return f"{words.quantity(type(effect.value)(abs(found)))} {more}"


def span(effect: Effect, words: Language) -> str:
    """The interval's ends, each as more or less."""
    u = effect.uncertainty
    if not (abs(u.low) < float("inf") and abs(u.high) < float("inf")):
        return words.say("meget sjældnere til meget oftere", "much less often to much more often")
    ends = [more_or_less(effect, words, end) for end in (u.low, u.high)]
    return words.say("{} til {}", "{} to {}").format(*ends)


def bare_span(effect: Effect, words: Language) -> str:
    """The interval, its unit left to the estimate."""
    u, kind = effect.uncertainty, type(effect.value)
    return words.between(kind(u.low), kind(u.high))
