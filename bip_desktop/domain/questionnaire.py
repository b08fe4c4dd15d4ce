# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The paired questionnaire: items, scales and answers that are possible.

An instrument is data (`resources/instruments/`, read by `exchange/instrument_file.py`); this module says what it is
made of and which answers an item allows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind

LARGEST_AMOUNT = 9_999_999_900
"""Øre. 99,999,999 kroner: what a submission can carry (submission.md)."""


class Respondent(StrEnum):
    """Who answers an item."""

    CITIZEN = "citizen"
    CASEWORKER = "caseworker"


class Missing(IntEnum):
    """Why there is no value: answers with a meaning, one block of codes (instrument.md)."""

    DONT_KNOW = -99
    DECLINED = -98
    NOT_RELEVANT = -97
    NOT_SHOWN = -96
    NOT_REACHED = -95
    SKIPPED = -94


class ItemKind(StrEnum):
    """What an answer to an item is made of."""

    SCALE = "scale"
    TICKS = "ticks"
    AMOUNT = "amount"


class Wording(StrEnum):
    """Whether a text is the published one or this project's draft."""

    VERBATIM = "verbatim"
    DRAFT = "draft"


class Unit(StrEnum):
    """What an amount is counted in: øre, per hour or month, before or after tax."""

    HOUR_BEFORE_TAX = "oere_per_hour_before_tax"
    HOUR_AFTER_TAX = "oere_per_hour_after_tax"
    MONTH_BEFORE_TAX = "oere_per_month_before_tax"
    MONTH_AFTER_TAX = "oere_per_month_after_tax"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages the instrument has; Danish is always there."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text in `language`, or in Danish where that is missing."""
        return self.texts.get(language) or self.texts["da"]


@dataclass(frozen=True, slots=True)
class Step:
    """An answer on a scale, 1 to 5."""

    step: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """The options ticked, by number."""

    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money: whole øre and what it is counted in."""

    oere: int
    unit: Unit

    @property
    def is_plausible(self) -> bool:
        """Whether it looks like a wage. Only decides whether the one question is asked, never what is refused."""
        least, most = (50_00, 1_000_00) if "hour" in self.unit else (3_000_00, 150_000_00)
        return least <= self.oere <= most


Value = Step | Ticks | Amount | Missing


@dataclass(frozen=True, slots=True)
class Scale:
    """Five steps, a word on each."""

    scale_id: str
    steps: tuple[Text, ...]

    def word(self, step: int, language: str) -> str:
        """The word on `step` (1 to 5)."""
        return self.steps[step - 1].in_language(language)


@dataclass(frozen=True, slots=True)
class Option:
    """One box that can be ticked."""

    number: int
    text: Text
    short: Text
    help: Text | None = None
    exclusive: bool = False
    kind: Kind | None = None
    phased_out: bool = False
    sensitive: bool = False
    """Never named on a screen the citizen and others look at."""


@dataclass(frozen=True, slots=True)
class MissingChoice:
    """A way of not answering that the item offers below its scale."""

    code: Missing
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One question: its code for ever, its theme, its words in this version."""

    code: str
    respondent: Respondent
    kind: ItemKind
    theme: str
    display: Text
    question: Text
    wording: Wording
    scale: Scale | None = None
    options: tuple[Option, ...] = ()
    missing: tuple[MissingChoice, ...] = ()
    pair: str | None = None
    units: tuple[Unit, ...] = ()

    def check(self, value: Value) -> Value:
        """`value` itself where this item allows it.

        Raises `BipError`: ANSWER_KIND (another sort of answer), ANSWER_RANGE (outside the scale, the options or the
        possible amounts), ANSWER_EXCLUSIVE (an exclusive option beside others).
        """
        match value:
            case Missing():
                return value
            case Step(step) if self.kind is ItemKind.SCALE and self.scale is not None:
                if not 1 <= step <= len(self.scale.steps):
                    raise BipError(Code.ANSWER_RANGE, item=self.code)
            case Ticks(options) if self.kind is ItemKind.TICKS:
                by_number = {option.number: option for option in self.options}
                if not options or not options <= by_number.keys():
                    raise BipError(Code.ANSWER_RANGE, item=self.code)
                if len(options) > 1 and any(by_number[number].exclusive for number in options):
                    raise BipError(Code.ANSWER_EXCLUSIVE, item=self.code)
            case Amount(oere, unit) if self.kind is ItemKind.AMOUNT:
                if unit not in self.units or not 0 <= oere <= LARGEST_AMOUNT or oere % 100:
                    raise BipError(Code.ANSWER_RANGE, item=self.code)
            case _:
                raise BipError(Code.ANSWER_KIND, item=self.code)
        return value

    def option(self, number: int) -> Option:
        """The option with `number`; `KeyError` where there is none."""
        for option in self.options:
            if option.number == number:
                return option
        raise KeyError(number)

    def toggled(self, value: Value | None, number: int) -> Value:
        """What a click on option `number` makes of the ticks so far: an exclusive one clears the others, and is
        cleared by them; nothing ticked any more is "skipped"."""
        ticked = value.options if isinstance(value, Ticks) else frozenset[int]()
        if number in ticked:
            left = ticked - {number}
            return Ticks(left) if left else Missing.SKIPPED
        if self.option(number).exclusive:
            return Ticks(frozenset({number}))
        return Ticks(frozenset(n for n in ticked if not self.option(n).exclusive) | {number})


@dataclass(frozen=True, slots=True)
class Note:
    """A local note beside the activities: kept here, never a code, never sent."""

    note_id: str
    text: Text


@dataclass(frozen=True)
class Instrument:
    """One version of the questionnaire. Never edited once answers exist for it."""

    instrument_id: str
    version: str
    wording_version: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = ()
    languages: tuple[str, ...] = ("da",)
    _by_code: dict[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {item.code: item for item in self.items})

    def item(self, code: str) -> Item:
        """The item with `code`; `KeyError` where there is none."""
        return self._by_code[code]

    def of(self, respondent: Respondent) -> tuple[Item, ...]:
        """The items of one side, in their order."""
        return tuple(item for item in self.items if item.respondent is respondent)

    @property
    def themes(self) -> tuple[Item, ...]:
        """The citizen's items on a scale (B1 to B9): what progression is seen on."""
        return tuple(item for item in self.of(Respondent.CITIZEN) if item.kind is ItemKind.SCALE)

    @property
    def pairs(self) -> tuple[tuple[Item, Item], ...]:
        """The themes both sides answer: (citizen's item, caseworker's item)."""
        return tuple((item, self.item(item.pair)) for item in self.of(Respondent.CITIZEN) if item.pair)

    @property
    def activities(self) -> Item:
        """S1, the activities of the last three months."""
        return self.item("S1")
