# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the caseworker's own page about one citizen shows: texts, frozen at one moment."""

from dataclasses import dataclass

from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.suggestion import RuleTable, Suggestion


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions (short name, whole question), measurements newest first, and the answers in words."""

    questions: tuple[tuple[str, str], ...]
    measurements: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    others: str
    """That there are measurements by others, or nothing."""


@dataclass(frozen=True, slots=True)
class DoubtView:
    """The two questions after one meeting, with what she has noted."""

    meeting_id: MeetingId
    heading: str
    noted: Reflection


@dataclass(frozen=True, slots=True)
class StopView:
    """Why the course may be worth stopping at, and what to think of then."""

    reasons: tuple[str, ...]
    checks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A suggestion for her alone, with its reasons in words."""

    suggestion: Suggestion
    why: str


@dataclass(frozen=True, slots=True)
class OwnAnswersView:
    """The whole page. What there is nothing of is empty."""

    name: str
    answers: Answers
    doubts: tuple[DoubtView, ...]
    stop: StopView | None
    suggestions: tuple[SuggestionView, ...]
    table: RuleTable | None
    instrument: Instrument
