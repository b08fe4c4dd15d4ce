# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A meeting from its start to the reveal: whose turn it is, what is answered, where the two people are.

`MeetingUnderWay` holds what is on the disk, never more: each method commits first and adopts the new state after.
"""

from dataclasses import replace

from bip_desktop.domain.citizen import Caseworker, Citizen, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Event, Meeting, Mode, Place, State, Step, VoidReason, When
from bip_desktop.domain.questionnaire import Instrument, Item, Missing, Respondent, Value
from bip_desktop.services.ports import Now, Rules, UnitOfWork, Unlocked
from bip_desktop.services.research_choice import choose_research


class MeetingUnderWay:
    """One meeting while people sit with it."""

    def __init__(
        self,
        unlocked: Unlocked,
        rules: Rules,
        now: Now,
        meeting: Meeting,
        measurement: Measurement,
        citizen: Citizen,
        agreed_before: tuple[int, ...],
    ) -> None:
        self._unlocked = unlocked
        self._rules = rules
        self._now = now
        self._meeting = meeting
        self._measurement = measurement
        self._citizen = citizen
        self.agreed_before = agreed_before
        """The activities agreed on last time (shown beside S1, never ticked)."""

    # -- what is known ---------------------------------------------------------------------------------------------

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is on the disk."""
        return self._meeting

    @property
    def citizen(self) -> Citizen:
        """The citizen as on the disk."""
        return self._citizen

    @property
    def caseworker(self) -> Caseworker:
        """Who sits on the other side."""
        return self._unlocked.caseworker

    @property
    def instrument(self) -> Instrument:
        """The version this meeting began in, and ends in."""
        return self._measurement.instrument

    def value(self, code: str, reader: Respondent) -> Value | None:
        """An answer, for the one who reads. Raises `BipError` ANSWER_STATE where it is not for these eyes yet."""
        writer = self.instrument.item(code).respondent
        if not self._meeting.may_see(reader, writer):
            raise BipError(Code.ANSWER_STATE, item=code, state=self._meeting.state.value)
        return self._measurement.value(code)

    def unanswered(self, respondent: Respondent) -> tuple[Item, ...]:
        """The items of one side that lack an answer."""
        return self._measurement.unanswered(respondent)

    @property
    def is_prepared(self) -> bool:
        """Whether the caseworker's side is whole and was given lately enough to be confirmed as it is."""
        return self._meeting.preparation_is_valid(self._now().date()) and not self.unanswered(Respondent.CASEWORKER)

    # -- answering -------------------------------------------------------------------------------------------------

    def answer(self, code: str, value: Value) -> None:
        """Commits one answer. Raises `BipError` ANSWER_STATE (not this side's turn), or as `Item.check` does."""
        respondent = self.instrument.item(code).respondent
        if not self._meeting.may_answer(respondent):
            raise BipError(Code.ANSWER_STATE, item=code, state=self._meeting.state.value)
        late = self._meeting.is_revealed and not self._is_first_time(respondent)
        changed = self._measurement.answered(code, value, after_reveal=late)
        with self._unlocked.store.writing() as work:
            work.meetings.answer(
                self._meeting.meeting_id, code, value, after_reveal=late and code in self._measurement.blind
            )
        self._measurement = changed

    def _is_first_time(self, respondent: Respondent) -> bool:
        """Whether she still gives her first answers: also after the reveal, where she answers last."""
        return respondent is Respondent.CASEWORKER and self._meeting.caseworker_part is None

    def pass_over(self, code: str) -> None:
        """Goes on without an answer: written down as skipped, unless there is one already."""
        if self._measurement.value(code) is None:
            self.answer(code, Missing.SKIPPED)

    def go(self, place: Place) -> None:
        """Remembers the page, so that an interruption ends where it began."""
        if place != self._meeting.place:
            self._save(self._meeting.at(place))

    def notes(self) -> frozenset[str]:
        """The local notes ticked beside S1: kept here, never sent."""
        with self._unlocked.store.reading() as work:
            return work.meetings.notes(self._meeting.meeting_id)

    def set_note(self, note: str, *, ticked: bool) -> None:
        """Ticks a local note, or takes it away."""
        with self._unlocked.store.writing() as work:
            before = work.meetings.notes(self._meeting.meeting_id)
            work.meetings.set_notes(self._meeting.meeting_id, before | {note} if ticked else before - {note})

    def set_mode(self, mode: Mode) -> None:
        """How the citizen answers."""
        self._save(replace(self._meeting, mode=mode))

    def set_language(self, language: str) -> None:
        """The language shown to the citizen, here and next time."""
        with self._unlocked.store.writing() as work:
            meeting = self._touched(replace(self._meeting, language=language))
            work.meetings.save(meeting)
            citizen = work.citizens.change(replace(work.citizens.get(self._citizen.citizen_id), language=language))
        self._meeting, self._citizen = meeting, citizen

    def set_research(self, answer: Research) -> None:
        """The citizen's own yes or no to research; a no after a yes is a withdrawal."""
        with self._unlocked.store.writing() as work:
            citizen = choose_research(work, self._citizen.citizen_id, answer)
            meeting = work.meetings.get(self._meeting.meeting_id)  # a withdrawal has renamed it outside
        self._citizen, self._meeting = citizen, meeting

    # -- moving on -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """The citizen has come: from prepared to answering."""
        if self._meeting.state is State.PREPARED:
            self._save(replace(self._meeting.moved(Event.START), held_on=self._now().date(), place=Place(Step.WELCOME)))

    def pause(self) -> None:
        """Stops for now; the page is remembered."""
        if self._meeting.state is State.CITIZEN_ANSWERING:
            self._save(self._meeting.moved(Event.PAUSE))

    def resume(self) -> None:
        """Goes on after a pause."""
        if self._meeting.state is State.PAUSED:
            self._save(self._meeting.moved(Event.RESUME))

    def citizen_done(self, *, declined: bool = False) -> None:
        """The citizen is finished: complete, partial or declined all count."""
        asked = self._citizen.research is not Research.UNASKED
        place = Place(Step.LOCKED if asked or declined else Step.RESEARCH)
        moved = self._meeting.moved(Event.CITIZEN_DONE).at(place)
        measurement = self._filled(Respondent.CITIZEN, declined=declined)
        self._save_filled(replace(moved, citizen_part=measurement.part(Respondent.CITIZEN)), measurement)

    @property
    def has_begun(self) -> bool:
        """Whether the citizen has answered anything."""
        return len(self.unanswered(Respondent.CITIZEN)) < len(self.instrument.of(Respondent.CITIZEN))

    def citizen_stops(self) -> None:
        """The citizen answers no more today: what is answered stays, and nothing answered is a part declined."""
        self.citizen_done(declined=not self.has_begun)

    def caseworker_begins(self) -> None:
        """She answers now, the citizen having finished; what she prepared is hers to mend."""
        self._save(
            replace(
                self._meeting.moved(Event.CASEWORKER_BEGINS),
                caseworker_when=When.DURING,
                place=Place(Step.CASEWORKER, self._first_open(Respondent.CASEWORKER)),
            )
        )

    def reveal(self, *, answers_later: bool = False) -> None:
        """Both may see both from now on. With `answers_later` only the citizen's side is there to see."""
        moved = replace(
            self._meeting.moved(Event.REVEAL).at(Place(Step.TOGETHER)), rules_version=rules_version(self._rules)
        )
        if answers_later:
            self._save(replace(moved, caseworker_when=When.AFTER))
            return
        measurement = self._filled(Respondent.CASEWORKER)
        self._save_filled(replace(moved, caseworker_part=measurement.part(Respondent.CASEWORKER)), measurement)

    @property
    def owes_answers(self) -> bool:
        """Whether the caseworker has still to answer before the meeting can close."""
        if self._meeting.caseworker_when is not When.AFTER or self._meeting.caseworker_part is not None:
            return False
        # What she prepared too long ago is hers to look through again: it does not count as answered after.
        return self._meeting.prepared_on is not None or bool(self.unanswered(Respondent.CASEWORKER))

    def void(self, reason: VoidReason) -> None:
        """The meeting does not count."""
        self._save(replace(self._meeting.moved(Event.VOID), void_reason=reason))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _first_open(self, respondent: Respondent) -> str:
        left = self.unanswered(respondent)
        return left[0].code if left else self.instrument.of(respondent)[0].code

    def _filled(self, respondent: Respondent, *, declined: bool = False) -> Measurement:
        filled = self._measurement
        for code, value in self._measurement.filled(respondent, declined=declined).items():
            filled = filled.answered(code, value)
        return filled

    def _touched(self, meeting: Meeting) -> Meeting:
        return replace(meeting, touched_at=self._now())

    def _save(self, meeting: Meeting) -> None:
        touched = self._touched(meeting)
        with self._unlocked.store.writing() as work:
            work.meetings.save(touched)
        self._meeting = touched

    def _save_filled(self, meeting: Meeting, measurement: Measurement) -> None:
        """Writes the meeting and every answer that `measurement` has beyond the present one, in one transaction."""
        touched = self._touched(meeting)
        with self._unlocked.store.writing() as work:
            write_new_answers(work, meeting.meeting_id, self._measurement, measurement)
            work.meetings.save(touched)
        self._meeting, self._measurement = touched, measurement


NO_RULES = "none"
"""The version of a rule table that cannot be read: a meeting goes on without suggestions."""


def rules_version(rules: Rules) -> str:
    """The version suggestions are made from now."""
    try:
        return rules.current().version
    except BipError:
        return NO_RULES


def write_new_answers(work: UnitOfWork, meeting_id: MeetingId, before: Measurement, after: Measurement) -> None:
    """Writes the blind answers in which `after` differs from `before`."""
    for code, value in after.blind.items():
        if before.blind.get(code) != value:
            work.meetings.answer(meeting_id, code, value, after_reveal=False)
