# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What one submission carries: the rows of its window, and how much is left out.

Two things make every order of submissions, and a full snapshot, end in the same tables at the centre:

- a change of a citizen sends all that citizen's rows: the outbox does not tell a new consent, whose earlier meetings
  have never left, from any other change;
- a meeting's row rests on more than the meeting (the measurement before it, the identity outside), so that its
  revision counts the citizen's changes and voided meetings too. It rises whenever the row can have become another.

After a withdrawal nothing but the citizen's own tombstone has a name from before it: it takes the citizen's meetings
with it, also those that had a tombstone of their own. What a new yes sends has new names throughout.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.ids import CitizenId, ResearchMeetingId
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.submission import (
    ANSWERS,
    CITIZENS,
    INTERVENTIONS,
    MEETINGS,
    TABLES,
    TOMBSTONES,
    TombstoneKind,
    TombstoneReason,
)
from bip_desktop.domain.submission_rows import answer_rows, citizen_row, intervention_rows, meeting_row, tombstone_row
from bip_desktop.domain.submission_schema import Row
from bip_desktop.services.ports import Change, Instruments, SentSubmission, UnitOfWork

_TOMBSTONES = {"tombstone_citizen": TombstoneKind.CITIZEN, "tombstone_meeting": TombstoneKind.MEETING}


@dataclass(frozen=True)
class Contents:
    """The rows of the changes (after, upto] of the outbox, and counts of what stays here."""

    after: int
    upto: int
    rows: dict[str, tuple[Row, ...]]
    """By table, in a fixed order."""
    instruments: tuple[Instrument, ...]
    """The versions that the meetings were answered in."""
    declined: int
    """Citizens with a closed meeting who have said no to research."""
    unasked: int
    """Citizens with a closed meeting who have not been asked."""

    @property
    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {table: len(rows) for table, rows in self.rows.items()}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not any(self.rows.values())


def gather(
    work: UnitOfWork, instruments: Instruments, sent_before: Sequence[SentSubmission], after: int, upto: int
) -> Contents:
    """What a submission of the window (after, upto] carries; a window from 0 is a full snapshot.

    Raises `BipError` INSTRUMENT_MISSING where a meeting's version of the instrument is not at hand.
    """
    return _Gathering(work, instruments, sent_before, after, upto).contents()


class _Gathering:
    def __init__(
        self,
        work: UnitOfWork,
        instruments: Instruments,
        sent_before: Sequence[SentSubmission],
        after: int,
        upto: int,
    ) -> None:
        self._work = work
        self._at_hand = instruments
        self._sent_before = sent_before
        self._after = after
        self._upto = upto
        self._rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self._instruments: dict[tuple[str, str], Instrument] = {}
        self._history = work.outbox.changes(0, upto)
        came = [each for each in work.handovers.came() if each.accepted]
        self._came_first = min((each.upto for each in came), default=None)
        self._came = {citizen_id for each in came for citizen_id in each.citizens}
        self._citizen_of_voided = {
            change.key: work.outbox.citizen_of_voided(ResearchMeetingId(change.key))
            for change in self._history
            if change.kind == "tombstone_meeting"
        }
        self._voids = Counter(self._citizen_of_voided.values())
        window = [change for change in self._history if change.seq > after]
        self._changed_meetings = {change.key for change in window if change.kind == "meeting"}
        self._changed_citizens: set[str | None] = {change.key for change in window if change.kind == "citizen"}
        self._changed_citizens |= {self._citizen_of_voided.get(change.key) for change in window}

    def contents(self) -> Contents:
        citizens = self._work.outbox.citizens()
        closed = {
            each.citizen_id: sorted(
                self._work.outbox.closed_meetings(each.citizen_id), key=lambda m: (m.number, m.held_on)
            )
            for each in citizens
        }
        for citizen in sorted(citizens, key=lambda each: each.research_id):
            if citizen.research is Research.YES:
                self._add_citizen(citizen, closed[citizen.citizen_id])
        self._add_tombstones(citizens)
        left_out = Counter(each.research for each in citizens if closed[each.citizen_id])
        return Contents(
            after=self._after,
            upto=self._upto,
            rows={table: tuple(rows) for table, rows in self._rows.items()},
            instruments=tuple(self._instruments[key] for key in sorted(self._instruments)),
            declined=left_out[Research.NO],
            unasked=left_out[Research.UNASKED],
        )

    def _add_citizen(self, citizen: Citizen, closed: Sequence[Meeting]) -> None:
        if not closed and not self._voids[citizen.citizen_id]:
            return  # nothing of this citizen has been measured, so nothing has left either
        whole = self._is_whole(citizen.citizen_id)
        earlier = [None, *closed[:-1]] if closed else []
        chosen = [
            (meeting, before)
            for meeting, before in zip(closed, earlier, strict=True)
            if whole or meeting.meeting_id in self._changed_meetings
        ]
        if whole or chosen:
            self._rows[CITIZENS.name].append(citizen_row(citizen))
        for meeting, before in chosen:
            self._add_meeting(citizen, meeting, before)

    def _is_whole(self, citizen_id: CitizenId) -> bool:
        """Whether everything of the citizen goes along."""
        return self._after == 0 or citizen_id in self._changed_citizens

    def _add_meeting(self, citizen: Citizen, meeting: Meeting, before: Meeting | None) -> None:
        instrument = self._instrument(meeting)
        # Both count from 1: of a citizen who never changes, the row has the meeting's own revision.
        revision = meeting.revision + citizen.revision - 1 + self._voids[citizen.citizen_id]
        changes = self._work.citizens.changes(citizen.citizen_id)
        answers = self._work.meetings.stored_answers(meeting.meeting_id)
        marks = self._work.meetings.marks(meeting.meeting_id)
        self._rows[MEETINGS.name].append(
            meeting_row(meeting, citizen, before, changes, instrument.wording_version, revision)
        )
        self._rows[ANSWERS.name].extend(answer_rows(meeting, instrument, answers))
        self._rows[INTERVENTIONS.name].extend(intervention_rows(meeting, instrument, marks, revision))

    def _instrument(self, meeting: Meeting) -> Instrument:
        key = (meeting.instrument_id, meeting.instrument_version)
        if key not in self._instruments:
            self._instruments[key] = self._at_hand.version(*key)
        return self._instruments[key]

    def _add_tombstones(self, citizens: Sequence[Citizen]) -> None:
        agreed = {each.citizen_id: each.research is Research.YES for each in citizens}
        rows = {
            (kind, change.key): tombstone_row(kind, change.key, TombstoneReason(change.reason))
            for change in self._history
            if (kind := _TOMBSTONES.get(change.kind)) is not None
            and self._may_have_left(change)
            and self._belongs(change, agreed)
        }
        self._rows[TOMBSTONES.name] = [rows[key] for key in sorted(rows)]

    def _belongs(self, tombstone: Change, agreed: Mapping[CitizenId, bool]) -> bool:
        """Whether a tombstone goes into this window. A correction of a citizen's meeting goes with the citizen. Of one
        who has not agreed nothing has left under this name. Where no voided meeting has the name any more, it was
        restored before this was sent, or the citizen has withdrawn since: then the citizen's own tombstone takes it
        all, and the old name must not come back."""
        if tombstone.key not in self._citizen_of_voided or tombstone.reason == TombstoneReason.ERASURE:
            return tombstone.seq > self._after
        citizen_id = self._citizen_of_voided[tombstone.key]
        return citizen_id is not None and agreed[citizen_id] and self._is_whole(citizen_id)

    def _may_have_left(self, tombstone: Change) -> bool:
        """Only what was sent before the tombstone was set can have held a row of it; what came from another
        installation may have been sent from there."""
        if self._came_first is not None and (
            self._came_first < tombstone.seq or self._citizen_of_voided.get(tombstone.key) in self._came
        ):
            return True
        return any(sent.upto < tombstone.seq for sent in self._sent_before)
