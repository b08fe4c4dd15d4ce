# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Agreements, with goals and promises as rows of their own. They are local: nothing here goes to the outbox."""

from sqlalchemy import delete, exists, insert, or_, select, update

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import State
from bip_desktop.storage.meeting_part import MeetingPart
from bip_desktop.storage.meeting_tables import AgreementRow, GoalRow, MeetingRow, TaskRow


class AgreementStore(MeetingPart):
    """The agreements' part of `ports.Meetings`."""

    def set_agreement(self, meeting_id: MeetingId, agreement: Agreement) -> None:
        """Writes the agreement of a meeting, in the place of what was there."""
        self._connection.execute(delete(GoalRow).where(GoalRow.meeting_id == meeting_id))
        self._connection.execute(delete(TaskRow).where(TaskRow.meeting_id == meeting_id))
        self._connection.execute(delete(AgreementRow).where(AgreementRow.meeting_id == meeting_id))
        self._connection.execute(
            insert(AgreementRow).values(meeting_id=meeting_id, next_meeting=agreement.next_meeting)
        )
        goals = [{"meeting_id": meeting_id, "place": place, "goal": goal} for place, goal in enumerate(agreement.goals)]
        tasks = [
            {
                "meeting_id": meeting_id,
                "place": place,
                "who": task.who.value,
                "what": task.what,
                "by_date": task.by,
                "how": task.how.value if task.how else None,
            }
            for place, task in enumerate(agreement.tasks)
        ]
        if goals:
            self._connection.execute(insert(GoalRow), goals)
        if tasks:
            self._connection.execute(insert(TaskRow), tasks)

    def agreement(self, meeting_id: MeetingId) -> Agreement:
        """The agreement of a meeting; an empty one where nothing was written."""
        goals = self._connection.scalars(
            select(GoalRow.goal).where(GoalRow.meeting_id == meeting_id).order_by(GoalRow.place)
        )
        tasks = self._connection.execute(
            select(TaskRow.who, TaskRow.what, TaskRow.by_date, TaskRow.how)
            .where(TaskRow.meeting_id == meeting_id)
            .order_by(TaskRow.place)
        )
        return Agreement(
            goals=tuple(goals),
            tasks=tuple(Task(Who(who), what, by, How(how) if how else None) for who, what, by, how in tasks),
            next_meeting=self._connection.scalar(
                select(AgreementRow.next_meeting).where(AgreementRow.meeting_id == meeting_id)
            ),
        )

    def set_how(self, meeting_id: MeetingId, task: int, how: How | None) -> None:
        """Records how promise number `task` (from 0) went. Raises `KeyError` where there is no such promise."""
        done = self._connection.execute(
            update(TaskRow)
            .where(TaskRow.meeting_id == meeting_id, TaskRow.place == task)
            .values(how=how.value if how else None)
        )
        if not done.rowcount:
            raise KeyError((meeting_id, task))

    def last_agreement(self, citizen_id: CitizenId, before: int) -> tuple[MeetingId, Agreement] | None:
        """The newest non-empty agreement of a measurement with a number below `before`, voided ones aside."""
        found = self._connection.scalar(
            select(MeetingRow.meeting_id)
            .where(
                MeetingRow.citizen_id == citizen_id,
                MeetingRow.number < before,
                MeetingRow.state != State.VOIDED.value,
                or_(
                    exists().where(GoalRow.meeting_id == MeetingRow.meeting_id),
                    exists().where(TaskRow.meeting_id == MeetingRow.meeting_id),
                ),
            )
            .order_by(MeetingRow.number.desc())
            .limit(1)
        )
        return None if found is None else (MeetingId(found), self.agreement(MeetingId(found)))
