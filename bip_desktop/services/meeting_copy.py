# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Everything of one meeting as it is kept, to be read by a person: for the case archive and for the citizen."""

from collections.abc import Sequence
from dataclasses import dataclass

from bip_desktop.domain.agreement import Agreement
from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Mark
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.rights import Action
from bip_desktop.services.access import Access
from bip_desktop.services.ports import Instruments, StoredAnswer, UnitOfWork


@dataclass(frozen=True, slots=True)
class MeetingCopy:
    """One meeting, whole."""

    meeting: Meeting
    caseworker: str
    instrument: Instrument
    answers: Sequence[StoredAnswer]
    """Every revision of every answer, in the order in which they were given."""
    marks: Sequence[Mark]
    notes: frozenset[str]
    reflection: Reflection
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class ArchiveCopy:
    """One measurement for the case archive."""

    citizen: str
    case_number: str
    site_name: str
    copy: MeetingCopy


class Archiving:
    """Gives the own caseworker a meeting to keep where the case is kept."""

    def __init__(self, access: Access, instruments: Instruments, site_name: str) -> None:
        self._access = access
        self._instruments = instruments
        self._site_name = site_name

    def copy(self, meeting: Meeting) -> ArchiveCopy:
        """The copy of a closed meeting, logged as printed before it is shown. Raises `BipError`: RIGHT_REFUSED,
        MEETING_EVENT where it is not closed, INSTRUMENT_MISSING."""
        with self._access.acting(Action.PRINT, meeting.citizen_id) as act:
            stored = act.work.meetings.get(meeting.meeting_id)
            if stored.state is not State.CLOSED or stored.citizen_id != meeting.citizen_id:
                raise BipError(Code.MEETING_EVENT, state=stored.state.value, event="archive")
            citizen = act.work.citizens.get(stored.citizen_id)
            found = copied(act.work, self._instruments, stored)
            act.log(Event(Happened.PRINTED, stored.citizen_id, "archive"))
        return ArchiveCopy(citizen.name, citizen.case_number, self._site_name, found)


def copied(work: UnitOfWork, instruments: Instruments, meeting: Meeting) -> MeetingCopy:
    """Everything of `meeting`. Raises `BipError` INSTRUMENT_MISSING."""
    which = meeting.meeting_id
    return MeetingCopy(
        meeting=meeting,
        caseworker=work.people.caseworker(meeting.caseworker_id).name,
        instrument=instruments.version(meeting.instrument_id, meeting.instrument_version),
        answers=work.meetings.revisions(which),
        marks=work.meetings.marks(which),
        notes=work.meetings.notes(which),
        reflection=work.meetings.reflections(meeting.citizen_id).get(which, Reflection()),
        agreement=work.meetings.agreement(which),
    )
