# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Begins and takes up meetings; what people do in one is `MeetingUnderWay`'s."""

from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CitizenId, MeetingId, ResearchMeetingId, new_id
from bip_desktop.domain.intervention import Status
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Meeting, Place, State, Step, When
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.services.meeting_under_way import MeetingUnderWay, rules_version
from bip_desktop.services.ports import Instruments, Now, Rules, UnitOfWork, Unlocked


class Measuring:
    """Begins and takes up meetings."""

    def __init__(self, unlocked: Unlocked, instruments: Instruments, rules: Rules, now: Now) -> None:
        self._unlocked = unlocked
        self._instruments = instruments
        self._rules = rules
        self._now = now

    def start(self, citizen_id: CitizenId) -> MeetingUnderWay:
        """Begins a meeting, from the prepared one where there is one. Raises `BipError` MEETING_OPEN where another
        is under way, COURSE_CLOSED after the course has ended."""
        prepared = self._open(citizen_id)
        if prepared is not None and prepared.state is not State.PREPARED:
            raise BipError(Code.MEETING_OPEN)
        if prepared is not None:
            sitting = self.take_up(prepared.meeting_id)
            sitting.start()
            return sitting
        return self._begin(citizen_id, State.CITIZEN_ANSWERING)

    def prepare(self, citizen_id: CitizenId) -> MeetingUnderWay:
        """Begins, or goes on with, the caseworker's answers before the meeting."""
        prepared = self._open(citizen_id)
        if prepared is not None:
            if prepared.state is not State.PREPARED:
                raise BipError(Code.MEETING_OPEN)
            return self.take_up(prepared.meeting_id)
        return self._begin(citizen_id, State.PREPARED)

    def interrupted(self) -> tuple[Meeting, Citizen] | None:
        """The meeting that was under way when the program last ended, if there is one."""
        with self._unlocked.store.reading() as work:
            meeting = work.meetings.open_of_caseworker(self._unlocked.caseworker.caseworker_id)
            return None if meeting is None else (meeting, work.citizens.get(meeting.citizen_id))

    def open_meeting(self, citizen_id: CitizenId) -> Meeting | None:
        """The citizen's meeting that has begun and not ended, prepared ones included."""
        return self._open(citizen_id)

    def take_up(self, meeting_id: MeetingId) -> MeetingUnderWay:
        """Goes on with a meeting, in the version of the instrument it began in."""
        with self._unlocked.store.reading() as work:
            meeting = work.meetings.get(meeting_id)
            instrument = self._instruments.version(meeting.instrument_id, meeting.instrument_version)
            return MeetingUnderWay(
                self._unlocked,
                self._rules,
                self._now,
                meeting,
                work.meetings.measurement(meeting_id, instrument),
                work.citizens.get(meeting.citizen_id),
                _agreed_before(work, meeting),
            )

    def _open(self, citizen_id: CitizenId) -> Meeting | None:
        with self._unlocked.store.reading() as work:
            return work.meetings.open_of(citizen_id)

    def _begin(self, citizen_id: CitizenId, state: State) -> MeetingUnderWay:
        instrument = self._instruments.current()
        now = self._now()
        today = now.date()
        with self._unlocked.store.writing() as work:
            citizen = work.citizens.get(citizen_id)
            if citizen.course_end is not None:
                raise BipError(Code.COURSE_CLOSED)
            prepared = state is State.PREPARED
            meeting = Meeting(
                meeting_id=MeetingId(new_id()),
                research_id=ResearchMeetingId(new_id()),
                citizen_id=citizen_id,
                caseworker_id=self._unlocked.caseworker.caseworker_id,
                number=max((before.number for before in work.meetings.of(citizen_id)), default=0) + 1,
                state=state,
                held_on=today,
                instrument_id=instrument.instrument_id,
                instrument_version=instrument.version,
                rules_version=rules_version(self._rules),
                place=Place(Step.CASEWORKER, instrument.of(Respondent.CASEWORKER)[0].code)
                if prepared
                else Place(Step.WELCOME),
                language=citizen.language,
                caseworker_when=When.BEFORE if prepared else When.DURING,
                prepared_on=today if prepared else None,
                touched_at=now,
            )
            work.meetings.add(meeting)
            agreed = _agreed_before(work, meeting)
        return MeetingUnderWay(
            self._unlocked, self._rules, self._now, meeting, Measurement(instrument), citizen, agreed
        )


def _agreed_before(work: UnitOfWork, meeting: Meeting) -> tuple[int, ...]:
    earlier = [before for before in work.meetings.of(meeting.citizen_id) if before.number < meeting.number]
    if not earlier:
        return ()
    marks = work.meetings.marks(earlier[-1].meeting_id)
    return tuple(sorted({mark.activity for mark in marks if mark.status is Status.AGREED}))
