# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The answers of one meeting: immutable; every change is a checked copy.

The blind answers, given before either side saw the other's, are never overwritten by what is changed after the
reveal: later answers stand beside them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Instrument, Item, ItemKind, Missing, Respondent, Ticks, Value


class Part(StrEnum):
    """How much of a side's questionnaire was answered."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    DECLINED = "declined"


@dataclass(frozen=True)
class Measurement:
    """Both sides' answers in one version of the instrument."""

    instrument: Instrument
    blind: Mapping[str, Value] = field(default_factory=dict)
    later: Mapping[str, Value] = field(default_factory=dict)

    def answered(self, code: str, value: Value, *, after_reveal: bool = False) -> "Measurement":
        """A copy with one more answer. A first answer is always blind, also when it is given late.

        Raises `BipError` as `Item.check` does.
        """
        self.instrument.item(code).check(value)
        if after_reveal and code in self.blind:
            return replace(self, later={**self.later, code: value})
        return replace(self, blind={**self.blind, code: value})

    def value(self, code: str) -> Value | None:
        """What is answered now: the later answer where there is one."""
        return self.later.get(code, self.blind.get(code))

    def is_answered(self, code: str) -> bool:
        """Whether a person has answered the item: also "don't know", but not "skipped"."""
        value = self.value(code)
        return value is not None and value not in (Missing.SKIPPED, Missing.NOT_REACHED, Missing.NOT_SHOWN)

    def unanswered(self, respondent: Respondent) -> tuple[Item, ...]:
        """The items of one side that still lack an answer, in their order."""
        return tuple(i for i in self.instrument.of(respondent) if not self.is_answered(i.code))

    def part(self, respondent: Respondent) -> Part:
        """Complete, partial or declined, from the answers themselves."""
        items = self.instrument.of(respondent)
        if all(self.value(item.code) is Missing.DECLINED for item in items):
            return Part.DECLINED
        return Part.PARTIAL if self.unanswered(respondent) else Part.COMPLETE

    def filled(self, respondent: Respondent, *, declined: bool = False) -> Mapping[str, Missing]:
        """The codes that make one side's answers whole when it ends.

        Items passed without an answer are "skipped" already; those never come to are "not reached". With
        `declined` every item of the side, answered or not, becomes "wishes not to answer".
        """
        if declined:
            return {item.code: Missing.DECLINED for item in self.instrument.of(respondent)}
        return {
            item.code: Missing.NOT_REACHED for item in self.instrument.of(respondent) if item.code not in self.blind
        }

    def activities(self) -> frozenset[int] | None:
        """The activities of the last three months (1 to 21); None where it is not known."""
        value = self.value(self.instrument.activities.code)
        if not isinstance(value, Ticks):
            return None
        if any(self.instrument.activities.option(n).kind for n in value.options):
            return frozenset(n for n in value.options if self.instrument.activities.option(n).kind)
        return None if _is_dont_know(self.instrument, value) else frozenset()

    def kinds(self) -> frozenset[Kind] | None:
        """The kinds of intervention under way; None where it is not known."""
        activities = self.activities()
        if activities is None:
            return None
        return frozenset(kind for n in activities if (kind := self.instrument.activities.option(n).kind) is not None)


ACTIVITIES_UNKNOWN = 23
"""S1's option "Ved ikke"."""


def _is_dont_know(instrument: Instrument, value: Ticks) -> bool:
    return instrument.activities.kind is ItemKind.TICKS and ACTIVITIES_UNKNOWN in value.options
