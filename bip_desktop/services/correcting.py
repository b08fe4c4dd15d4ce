# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Mending what turned out wrong after a meeting: one that does not count, a mistaken answer, what the citizen is known
by, and the choice about research."""

from dataclasses import replace

from bip_desktop.domain.caseload import standing
from bip_desktop.domain.citizen import Benefit, Citizen, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Event, Meeting, State, VoidReason
from bip_desktop.domain.progression import progression
from bip_desktop.domain.questionnaire import Value
from bip_desktop.services.following import read_history
from bip_desktop.services.ports import Instruments, UnitOfWork, Unlocked
from bip_desktop.services.research_choice import choose_research


class Correcting:
    """Corrections outside a meeting."""

    def __init__(self, unlocked: Unlocked, instruments: Instruments) -> None:
        self._unlocked = unlocked
        self._instruments = instruments

    def void(self, meeting_id: MeetingId, reason: VoidReason) -> Meeting:
        """A closed meeting does not count after all; what has been sent of it is taken back with the next submission.

        Raises `BipError` MEETING_EVENT where it is not closed.
        """
        with self._unlocked.store.writing() as work:
            meeting = work.meetings.get(meeting_id)
            if meeting.state is not State.CLOSED:
                raise BipError(Code.MEETING_EVENT, state=meeting.state.value, event=Event.VOID.value)
            voided = replace(meeting.moved(Event.VOID), void_reason=reason)
            work.meetings.save(voided)
            self._set_standing(work, meeting.citizen_id)
        return voided

    def restore(self, meeting_id: MeetingId) -> Meeting:
        """It does count: as if it had never been voided.

        Raises `BipError` MEETING_EVENT once its voiding has been sent (the centre lets nothing come back from a
        tombstone), where it was never closed, or where another meeting has taken its number.
        """
        with self._unlocked.store.writing() as work:
            meeting = work.meetings.get(meeting_id)
            restored = meeting.restored()
            others = {other.number for other in work.meetings.of(meeting.citizen_id)}
            if meeting.number in others or not work.outbox.can_restore(meeting.research_id):
                raise BipError(Code.MEETING_EVENT, state=meeting.state.value, event="restore")
            work.meetings.save(restored)
            self._set_standing(work, meeting.citizen_id)
            return work.meetings.get(meeting_id)

    def correct_answer(self, meeting_id: MeetingId, code: str, value: Value) -> None:
        """An answer of a closed meeting was a mistake: the right one stands beside it as a revision, after the reveal.

        Raises `BipError`: RIGHT_REFUSED, MEETING_EVENT where it is not closed, and as `Item.check` does.
        """
        with self._unlocked.store.writing() as work:
            meeting = work.meetings.get(meeting_id)
            if meeting.state is not State.CLOSED:
                raise BipError(Code.MEETING_EVENT, state=meeting.state.value, event="correct")
            instrument = self._instruments.version(meeting.instrument_id, meeting.instrument_version)
            work.meetings.measurement(meeting_id, instrument).answered(code, value, after_reveal=True)
            work.meetings.answer(meeting_id, code, value, after_reveal=True)
            self._set_standing(work, meeting.citizen_id)

    def correct_details(self, citizen_id: CitizenId, name: str, case_number: str, benefit: Benefit) -> Citizen:
        """What the jobcentre knows the citizen by was wrong. Raises `BipError`: RIGHT_REFUSED, NAME_EMPTY."""
        tidy = " ".join(name.split())
        if not tidy:
            raise BipError(Code.NAME_EMPTY)
        with self._unlocked.store.writing() as work:
            before = work.citizens.get(citizen_id)
            after = replace(before, name=tidy, case_number=case_number.strip(), benefit=benefit)
            return before if after == before else work.citizens.change(after)

    def measured(self, meeting_id: MeetingId) -> Measurement:
        """The answers of a meeting as they stand."""
        with self._unlocked.store.reading() as work:
            meeting = work.meetings.get(meeting_id)
            instrument = self._instruments.version(meeting.instrument_id, meeting.instrument_version)
            return work.meetings.measurement(meeting_id, instrument)

    def set_research(self, citizen_id: CitizenId, answer: Research) -> Citizen:
        """The citizen has said yes or no outside a meeting."""
        with self._unlocked.store.writing() as work:
            return choose_research(work, citizen_id, answer)

    def _set_standing(self, work: UnitOfWork, citizen_id: CitizenId) -> None:
        """Makes the caseload's account of the citizen anew, from the closed meetings that are left."""
        history = [
            (meeting, measured)
            for meeting, measured in read_history(work, self._instruments, citizen_id)
            if meeting.state is State.CLOSED
        ]
        if not history:
            work.citizens.clear_standing(citizen_id)
            return
        newest, measured = history[-1]
        work.citizens.set_standing(
            standing(
                citizen_id,
                progression(history, measured.instrument),
                measured.kinds(),
                work.meetings.agreement(newest.meeting_id),
            )
        )
