# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Meetings, in the database; their parts are in stores of their own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.storage.agreement_store import AgreementStore
from bip_desktop.storage.answer_store import AnswerStore
from bip_desktop.storage.intervention_store import InterventionStore
from bip_desktop.storage.meeting_rows import MEETING_COLUMNS, meeting_of, meeting_values
from bip_desktop.storage.meeting_tables import IS_OPEN, MeetingRow


class MeetingStore(AnswerStore, InterventionStore, AgreementStore):
    """Fulfils `ports.Meetings`. An unknown meeting is a `BipError` MEETING_UNKNOWN."""

    def add(self, meeting: Meeting) -> None:
        """Adds a meeting. Raises `BipError` MEETING_OPEN where the citizen has one that is open."""
        if meeting.is_open and self.open_of(meeting.citizen_id) is not None:
            raise BipError(Code.MEETING_OPEN)
        self._connection.execute(insert(MeetingRow).values(meeting_values(meeting)))
        if meeting.state is State.CLOSED:
            self._log.meeting(meeting.meeting_id)

    def get(self, meeting_id: MeetingId) -> Meeting:
        """The meeting with this identity."""
        row = self._connection.execute(
            select(*MEETING_COLUMNS).where(MeetingRow.meeting_id == meeting_id)
        ).one_or_none()
        if row is None:
            raise BipError(Code.MEETING_UNKNOWN)
        return meeting_of(row)

    def save(self, meeting: Meeting) -> None:
        """Writes the meeting as it is now.

        The name outside and the revision are the store's own: a copy in hand may be older than a withdrawal, and must
        not bring the old name back. The revision stands still until the meeting is closed, and rises with every change
        after that, a new page and the time of the save aside. The outbox hears of a meeting that is closed, changed
        after that, voided after that, or restored.
        """
        before = self.get(meeting.meeting_id)
        now = replace(meeting, research_id=before.research_id, revision=before.revision)
        was_closed = before.state is State.CLOSED
        restored = before.state is State.VOIDED and now.state is State.CLOSED
        if restored or (was_closed and now.is_changed_from(before)):
            now = replace(now, revision=before.revision + 1)
        if now == before:
            return
        self._connection.execute(
            update(MeetingRow).where(MeetingRow.meeting_id == now.meeting_id).values(meeting_values(now))
        )
        if now.state is State.CLOSED and (not was_closed or now.revision > before.revision):
            self._log.meeting(now.meeting_id)
        elif was_closed and now.state is State.VOIDED:
            self._log.voided(now.research_id)

    def of(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """The citizen's meetings but for the voided ones, oldest first."""
        return self._meetings(MeetingRow.citizen_id == citizen_id, MeetingRow.state != State.VOIDED.value)

    def all_of(self, citizen_id: CitizenId) -> Sequence[Meeting]:
        """The voided ones too, oldest first."""
        return self._meetings(MeetingRow.citizen_id == citizen_id)

    def open_of(self, citizen_id: CitizenId) -> Meeting | None:
        """The citizen's meeting that has begun and not ended, a prepared one too."""
        return next(iter(self._meetings(MeetingRow.citizen_id == citizen_id, IS_OPEN)), None)

    def open_of_caseworker(self, caseworker_id: CaseworkerId) -> Meeting | None:
        """The caseworker's newest meeting begun and not ended, prepared ones aside."""
        # The newest is found here: asked for in this order, the database reads all meetings there are.
        rows = self._connection.execute(
            select(MeetingRow.seq, *MEETING_COLUMNS).where(
                MeetingRow.caseworker_id == caseworker_id, IS_OPEN, MeetingRow.state != State.PREPARED.value
            )
        )
        row = max(rows, key=lambda each: each.seq, default=None)
        return None if row is None else meeting_of(row)

    def _meetings(self, *conditions: Any) -> Sequence[Meeting]:
        rows = self._connection.execute(
            select(*MEETING_COLUMNS).where(*conditions).order_by(MeetingRow.number, MeetingRow.seq)
        )
        return [meeting_of(row) for row in rows]
