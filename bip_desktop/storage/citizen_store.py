# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens and their changes of caseworker, in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bip_desktop.domain.caseload import CaseloadRow, OpenMeeting, Standing
from bip_desktop.domain.citizen import CaseworkerChange, Citizen, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, ResearchId, new_id
from bip_desktop.domain.meeting import State
from bip_desktop.storage.citizen_rows import (
    CHANGE_COLUMNS,
    CITIZEN_COLUMNS,
    STANDING_COLUMNS,
    change_of,
    citizen_of,
    citizen_values,
    standing_of,
    standing_values,
)
from bip_desktop.storage.meeting_tables import IS_OPEN, MeetingRow
from bip_desktop.storage.outbox_store import ChangeLog
from bip_desktop.storage.tables import CaseworkerChangeRow, CitizenRow, StandingRow


class CitizenStore:
    """Fulfils `ports.Citizens`. A citizen who is not there is a `KeyError`: a fault of the program."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._log = ChangeLog(connection)

    def add(self, citizen: Citizen) -> None:
        """Adds a citizen. Raises `BipError` CPR_KNOWN."""
        self._refuse_known(citizen)
        self._connection.execute(insert(CitizenRow).values(citizen_values(citizen)))
        self._log.citizen(citizen.citizen_id)

    def get(self, citizen_id: CitizenId) -> Citizen:
        """The citizen with this identity."""
        row = self._connection.execute(
            select(*CITIZEN_COLUMNS).where(CitizenRow.citizen_id == citizen_id)
        ).one_or_none()
        if row is None:
            raise KeyError(citizen_id)
        return citizen_of(row)

    def has_cpr(self, cpr: Cpr) -> bool:
        """Whether somebody here has this CPR number."""
        return self._known(cpr) is not None

    def _known(self, cpr: Cpr) -> str | None:
        return self._connection.scalar(select(CitizenRow.citizen_id).where(CitizenRow.cpr == cpr.digits))

    def _refuse_known(self, citizen: Citizen) -> None:
        known = self._known(citizen.cpr)
        if known is not None and known != citizen.citizen_id:
            raise BipError(Code.CPR_KNOWN)

    def change(self, citizen: Citizen) -> Citizen:
        """Writes `citizen` with the stored revision raised by one, and returns it so. Raises `BipError` CPR_KNOWN."""
        self._refuse_known(citizen)
        raised = self._write(citizen)
        self._log.citizen(citizen.citizen_id)
        return raised

    def _write(self, citizen: Citizen) -> Citizen:
        # The stored revision counts, not the one in hand: that may be older than another change.
        raised = replace(citizen, revision=self._revision(citizen.citizen_id) + 1)
        self._connection.execute(
            update(CitizenRow).where(CitizenRow.citizen_id == citizen.citizen_id).values(citizen_values(raised))
        )
        return raised

    def _revision(self, citizen_id: CitizenId) -> int:
        found = self._connection.scalar(select(CitizenRow.revision).where(CitizenRow.citizen_id == citizen_id))
        if found is None:
            raise KeyError(citizen_id)
        return found

    def plan(self, citizen_id: CitizenId, next_meeting: datetime | None) -> None:
        """Sets the next meeting: no revision, nothing in the outbox."""
        done = self._connection.execute(
            update(CitizenRow).where(CitizenRow.citizen_id == citizen_id).values(next_meeting=next_meeting)
        )
        if not done.rowcount:
            raise KeyError(citizen_id)

    def change_caseworker(self, citizen_id: CitizenId, change: CaseworkerChange) -> None:
        """Gives the citizen the caseworker `change.after`, and keeps the change."""
        self._write(replace(self.get(citizen_id), caseworker_id=change.after))
        self._connection.execute(
            insert(CaseworkerChangeRow).values(
                citizen_id=citizen_id,
                changed_on=change.on,
                before_id=change.before,
                after_id=change.after,
                reason=change.reason.value,
                note=change.note,
            )
        )
        self._log.citizen(citizen_id)

    def undo_change_caseworker(self, citizen_id: CitizenId, me: CaseworkerId) -> Citizen:
        """Takes back the newest change of caseworker. A citizen whom it had given away is `me`'s again. Raises
        `KeyError` where there is none."""
        newest = self._connection.execute(
            select(CaseworkerChangeRow.seq, CaseworkerChangeRow.before_id)
            .where(CaseworkerChangeRow.citizen_id == citizen_id)
            .order_by(CaseworkerChangeRow.seq.desc())
            .limit(1)
        ).one_or_none()
        if newest is None:
            raise KeyError(citizen_id)
        self._connection.execute(delete(CaseworkerChangeRow).where(CaseworkerChangeRow.seq == newest.seq))
        return self.change(replace(self.get(citizen_id), caseworker_id=me))

    def changes(self, citizen_id: CitizenId) -> Sequence[CaseworkerChange]:
        """The citizen's changes of caseworker, oldest first."""
        rows = self._connection.execute(
            select(*CHANGE_COLUMNS)
            .where(CaseworkerChangeRow.citizen_id == citizen_id)
            .order_by(CaseworkerChangeRow.seq)
        )
        return [change_of(row) for row in rows]

    def withdraw(self, citizen: Citizen, new_research_id: ResearchId) -> None:
        """Writes `citizen`, who no longer says yes, under a new identity outside, and a tombstone for the old one.

        All the citizen's meetings, open and voided ones too, get new names outside: with the old ones a new yes would
        tell who the citizen was before.
        """
        stored = self.get(citizen.citizen_id)
        self._refuse_known(citizen)
        answer = Research.NO if citizen.research is Research.YES else citizen.research
        self._write(replace(citizen, research_id=new_research_id, research=answer))
        self._rename_meetings(citizen.citizen_id)
        self._log.withdrawn(stored.research_id)

    def _rename_meetings(self, citizen_id: CitizenId) -> None:
        for seq in self._connection.scalars(select(MeetingRow.seq).where(MeetingRow.citizen_id == citizen_id)).all():
            self._connection.execute(update(MeetingRow).where(MeetingRow.seq == seq).values(research_id=new_id()))

    def set_standing(self, standing: Standing) -> None:
        """Writes where a citizen stands, in the place of what was there."""
        self.clear_standing(standing.citizen_id)
        self._connection.execute(insert(StandingRow).values(standing_values(standing)))

    def clear_standing(self, citizen_id: CitizenId) -> None:
        """Forgets where a citizen stands."""
        self._connection.execute(delete(StandingRow).where(StandingRow.citizen_id == citizen_id))

    def caseload(self, caseworker_id: CaseworkerId) -> Sequence[CaseloadRow]:
        """All citizens of a caseworker, by name: four queries, however many they are."""
        return self._rows(CitizenRow.caseworker_id == caseworker_id)

    def row(self, citizen_id: CitizenId) -> CaseloadRow:
        """One citizen, as in the caseload."""
        for row in self._rows(CitizenRow.citizen_id == citizen_id):
            return row
        raise KeyError(citizen_id)

    def _rows(self, mine: Any) -> Sequence[CaseloadRow]:
        standings = {
            (found := standing_of(row)).citizen_id: found
            for row in self._connection.execute(
                select(*STANDING_COLUMNS).join(CitizenRow, CitizenRow.citizen_id == StandingRow.citizen_id).where(mine)
            )
        }
        open_meetings = self._open_meetings(mine)
        changes = self._last_changes(mine)
        citizens = self._connection.execute(
            select(*CITIZEN_COLUMNS).where(mine).order_by(CitizenRow.name, CitizenRow.citizen_id)
        )
        return [
            CaseloadRow(
                citizen=(citizen := citizen_of(row)),
                standing=standings.get(citizen.citizen_id),
                open_meeting=open_meetings.get(citizen.citizen_id),
                last_change=changes.get(citizen.citizen_id),
            )
            for row in citizens
        ]

    def _open_meetings(self, mine: Any) -> dict[str, OpenMeeting]:
        rows = self._connection.execute(
            select(MeetingRow.citizen_id, MeetingRow.number, MeetingRow.state, MeetingRow.held_on)
            .join(CitizenRow, CitizenRow.citizen_id == MeetingRow.citizen_id)
            .where(mine, IS_OPEN)
        )
        return {
            citizen_id: OpenMeeting(CitizenId(citizen_id), number, State(state), held_on)
            for citizen_id, number, state, held_on in rows
        }

    def _last_changes(self, mine: Any) -> dict[str, CaseworkerChange]:
        # All of them, the last of each citizen coming last: asking the database for the newest ones alone makes it
        # look through all changes once for every citizen.
        rows = self._connection.execute(
            select(CaseworkerChangeRow.citizen_id, *CHANGE_COLUMNS)
            .join(CitizenRow, CitizenRow.citizen_id == CaseworkerChangeRow.citizen_id)
            .where(mine)
            .order_by(CaseworkerChangeRow.seq)
        )
        return {row.citizen_id: change_of(row) for row in rows}
