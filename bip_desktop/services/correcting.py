# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Mending what turned out wrong after a meeting: one that does not count, and the choice about research."""

from dataclasses import replace

from bip_desktop.domain.caseload import standing
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import Event, Meeting, State, VoidReason
from bip_desktop.domain.progression import progression
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
