# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The meeting as a state machine: who may answer, who may see, and where the two people are.

    prepared -> citizen answering <-> paused -> citizen finished -> caseworker answering -> revealed -> closed

Any of them can be voided with a reason; one that was closed by then can be restored, until its voiding has been sent.
Nothing goes back before `revealed` once there.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchMeetingId
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.questionnaire import Respondent

PREPARED_FOR = timedelta(days=7)
"""How long answers given beforehand stay valid (experience.md)."""


class State(StrEnum):
    """How far a meeting has come."""

    PREPARED = "prepared"
    CITIZEN_ANSWERING = "citizen_answering"
    PAUSED = "paused"
    CITIZEN_FINISHED = "citizen_finished"
    CASEWORKER_ANSWERING = "caseworker_answering"
    REVEALED = "revealed"
    CLOSED = "closed"
    VOIDED = "voided"


class Event(StrEnum):
    """What moves a meeting on."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    CITIZEN_DONE = "citizen_done"
    CASEWORKER_BEGINS = "caseworker_begins"
    REVEAL = "reveal"
    CLOSE = "close"
    VOID = "void"


_NEXT: dict[tuple[State, Event], State] = {
    (State.PREPARED, Event.START): State.CITIZEN_ANSWERING,
    (State.CITIZEN_ANSWERING, Event.PAUSE): State.PAUSED,
    (State.PAUSED, Event.RESUME): State.CITIZEN_ANSWERING,
    (State.CITIZEN_ANSWERING, Event.CITIZEN_DONE): State.CITIZEN_FINISHED,
    (State.PAUSED, Event.CITIZEN_DONE): State.CITIZEN_FINISHED,
    (State.CITIZEN_FINISHED, Event.CASEWORKER_BEGINS): State.CASEWORKER_ANSWERING,
    (State.CITIZEN_FINISHED, Event.REVEAL): State.REVEALED,
    (State.CASEWORKER_ANSWERING, Event.REVEAL): State.REVEALED,
    (State.REVEALED, Event.CLOSE): State.CLOSED,
    **{(state, Event.VOID): State.VOIDED for state in State if state is not State.VOIDED},
}

OPEN = frozenset(State) - {State.CLOSED, State.VOIDED}
_AFTER_REVEAL = frozenset({State.REVEALED, State.CLOSED})


class Mode(StrEnum):
    """How the citizen answers (meetings.csv citizen_mode)."""

    SELF = "self"
    READ_ALOUD = "read_aloud"
    HELPED = "helped"
    INTERPRETER = "interpreter"
    PAPER = "paper"


class When(StrEnum):
    """When the caseworker answered, in relation to the citizen's answers."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class VoidReason(StrEnum):
    """Why a meeting does not count."""

    WRONG_CITIZEN = "wrong_citizen"
    TEST = "test"
    OTHER = "other"


class Step(StrEnum):
    """The pages of a meeting, in their order."""

    WELCOME = "welcome"
    HANDOVER = "handover"
    CITIZEN = "citizen"
    REVIEW = "review"
    RESEARCH = "research"
    LOCKED = "locked"
    CASEWORKER = "caseworker"
    CONFIRM = "confirm"
    TOGETHER = "together"
    HELP = "help"
    AGREEMENT = "agreement"


_CITIZENS_OWN = frozenset({Step.CITIZEN, Step.REVIEW, Step.RESEARCH, Step.LOCKED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the meeting the two people are: a page and, on question pages, the item."""

    step: Step
    item: str = ""

    @property
    def is_citizens_own(self) -> bool:
        """Whether the page is the citizen's whole screen."""
        return self.step in _CITIZENS_OWN

    @property
    def is_caseworkers_own(self) -> bool:
        """Whether the page is the caseworker's alone: the screen is turned, or the citizen is not there."""
        return self.step in (Step.CONFIRM, Step.CASEWORKER)

    def __str__(self) -> str:
        return f"{self.step}:{self.item}" if self.item else str(self.step)

    @classmethod
    def parse(cls, text: str) -> "Place":
        """The place that `str` wrote."""
        step, _, item = text.partition(":")
        return cls(Step(step), item)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting between a citizen and a caseworker, with one measurement."""

    meeting_id: MeetingId
    research_id: ResearchMeetingId
    citizen_id: CitizenId
    caseworker_id: CaseworkerId
    number: int
    """The measurement's number among the citizen's, from 1; voided meetings give theirs back."""
    state: State
    held_on: date
    instrument_id: str
    instrument_version: str
    rules_version: str
    place: Place
    language: str = "da"
    mode: Mode = Mode.SELF
    caseworker_when: When = When.DURING
    prepared_on: date | None = None
    citizen_part: Part | None = None
    caseworker_part: Part | None = None
    void_reason: VoidReason | None = None
    touched_at: datetime | None = None
    """When it was last moved or saved, local time: after an interruption, when it stopped. It never leaves."""
    revision: int = 1

    @property
    def is_open(self) -> bool:
        """Whether it can still be continued."""
        return self.state in OPEN

    @property
    def is_revealed(self) -> bool:
        """Whether both sides may be seen by both."""
        return self.state in _AFTER_REVEAL

    @property
    def has_pairs(self) -> bool:
        """Whether the two views may stand side by side: not when she answered after the citizen's curves."""
        return self.caseworker_when is not When.AFTER

    def moved(self, event: Event) -> "Meeting":
        """A copy in the state after `event`. Raises `BipError` MEETING_EVENT where it is not allowed now."""
        try:
            state = _NEXT[self.state, event]
        except KeyError:
            raise BipError(Code.MEETING_EVENT, state=self.state.value, event=event.value) from None
        return replace(self, state=state)

    def restored(self) -> "Meeting":
        """A copy that counts again. Raises `BipError` MEETING_EVENT where it was not whole when it was voided."""
        if self.state is not State.VOIDED or self.citizen_part is None or self.caseworker_part is None:
            raise BipError(Code.MEETING_EVENT, state=self.state.value, event="restore")
        return replace(self, state=State.CLOSED, void_reason=None)

    def may_answer(self, respondent: Respondent) -> bool:
        """Whether this side may answer or change an answer in this state."""
        if self.is_revealed:
            return True
        if respondent is Respondent.CITIZEN:
            return self.state is State.CITIZEN_ANSWERING
        return self.state in (State.PREPARED, State.CASEWORKER_ANSWERING)

    def may_see(self, reader: Respondent, writer: Respondent) -> bool:
        """Whether `reader` may see the answers of `writer`: one's own while answering, all after the reveal."""
        if self.is_revealed:
            return True
        return reader is writer and self.may_answer(writer)

    def preparation_is_valid(self, today: date) -> bool:
        """Whether answers given beforehand are still fresh; of a day to come (the clock was wrong) nobody knows."""
        return self.prepared_on is not None and timedelta(0) <= today - self.prepared_on <= PREPARED_FOR

    def at(self, place: Place) -> "Meeting":
        """A copy at another page."""
        return replace(self, place=place)

    def is_changed_from(self, before: "Meeting") -> bool:
        """Whether it says something else than `before`: the page and the time of the last save are not what it says."""
        return replace(self, place=before.place, touched_at=before.touched_at) != before
