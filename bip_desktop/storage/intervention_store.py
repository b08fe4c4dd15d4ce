# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What was done, shown and noted about interventions at a meeting."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select

from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.reflection import Reflection
from bip_desktop.services.ports import ShownSuggestion
from bip_desktop.storage.meeting_part import MeetingPart
from bip_desktop.storage.meeting_tables import MarkRow, MeetingRow, NoteRow, ReflectionRow, ShownActivityRow, ShownRow


class InterventionStore(MeetingPart):
    """The interventions' part of `ports.Meetings`.

    Each `set_` writes the whole anew. Marks and what was shown may leave, so a change of them on a closed meeting
    goes to the outbox; notes and reflections are local.
    """

    def set_marks(self, meeting_id: MeetingId, marks: Iterable[Mark]) -> None:
        """Writes what became of each activity."""
        wanted = list(dict.fromkeys(marks))
        if set(wanted) == set(self.marks(meeting_id)):
            return
        self._connection.execute(delete(MarkRow).where(MarkRow.meeting_id == meeting_id))
        if wanted:
            self._connection.execute(
                insert(MarkRow),
                [
                    {
                        "meeting_id": meeting_id,
                        "activity": mark.activity,
                        "status": mark.status.value,
                        "origin": mark.origin.value,
                    }
                    for mark in wanted
                ],
            )
        self._revise_closed(meeting_id)

    def marks(self, meeting_id: MeetingId) -> Sequence[Mark]:
        """What became of each activity, by its number."""
        rows = self._connection.execute(
            select(MarkRow.activity, MarkRow.status, MarkRow.origin)
            .where(MarkRow.meeting_id == meeting_id)
            .order_by(MarkRow.activity, MarkRow.status)
        )
        return [Mark(activity, Status(status), Origin(origin)) for activity, status, origin in rows]

    def set_notes(self, meeting_id: MeetingId, notes: Iterable[str]) -> None:
        """Writes which local notes are ticked."""
        self._connection.execute(delete(NoteRow).where(NoteRow.meeting_id == meeting_id))
        wanted = [{"meeting_id": meeting_id, "note_id": note} for note in sorted(set(notes))]
        if wanted:
            self._connection.execute(insert(NoteRow), wanted)

    def notes(self, meeting_id: MeetingId) -> frozenset[str]:
        """The local notes that are ticked."""
        return frozenset(
            self._connection.scalars(select(NoteRow.note_id).where(NoteRow.meeting_id == meeting_id)).all()
        )

    def set_reflection(self, meeting_id: MeetingId, reflection: Reflection) -> None:
        """Writes what she notes for herself; an empty one is taken away."""
        self._connection.execute(delete(ReflectionRow).where(ReflectionRow.meeting_id == meeting_id))
        if not reflection.is_empty:
            self._connection.execute(
                insert(ReflectionRow).values(
                    meeting_id=meeting_id, needed=reflection.needed, with_whom=reflection.with_whom
                )
            )

    def reflections(self, citizen_id: CitizenId) -> Mapping[MeetingId, Reflection]:
        """What she has noted after each meeting with a citizen."""
        rows = self._connection.execute(
            select(ReflectionRow.meeting_id, ReflectionRow.needed, ReflectionRow.with_whom)
            .join(MeetingRow, MeetingRow.meeting_id == ReflectionRow.meeting_id)
            .where(MeetingRow.citizen_id == citizen_id)
        )
        return {MeetingId(meeting_id): Reflection(needed, with_whom) for meeting_id, needed, with_whom in rows}

    def set_shown(self, meeting_id: MeetingId, shown: Iterable[ShownSuggestion]) -> None:
        """Writes which suggestions were on the page."""
        wanted = list(shown)
        if wanted == self.shown(meeting_id):
            return
        self._connection.execute(delete(ShownActivityRow).where(ShownActivityRow.meeting_id == meeting_id))
        self._connection.execute(delete(ShownRow).where(ShownRow.meeting_id == meeting_id))
        rows = [
            {
                "meeting_id": meeting_id,
                "place": place,
                "rule_id": each.rule_id,
                "position": each.position,
                "chosen": each.chosen,
            }
            for place, each in enumerate(wanted)
        ]
        parts = [
            {"meeting_id": meeting_id, "place": place, "part": part, "activity": activity}
            for place, each in enumerate(wanted)
            for part, activity in enumerate(each.activities)
        ]
        if rows:
            self._connection.execute(insert(ShownRow), rows)
        if parts:
            self._connection.execute(insert(ShownActivityRow), parts)
        self._revise_closed(meeting_id)

    def shown(self, meeting_id: MeetingId) -> Sequence[ShownSuggestion]:
        """The suggestions that were on the page, in the order in which they were written."""
        activities: dict[int, list[int]] = {}
        for place, activity in self._connection.execute(
            select(ShownActivityRow.place, ShownActivityRow.activity)
            .where(ShownActivityRow.meeting_id == meeting_id)
            .order_by(ShownActivityRow.place, ShownActivityRow.part)
        ):
            activities.setdefault(place, []).append(activity)
        rows = self._connection.execute(
            select(ShownRow.place, ShownRow.rule_id, ShownRow.position, ShownRow.chosen)
            .where(ShownRow.meeting_id == meeting_id)
            .order_by(ShownRow.place)
        )
        return [
            ShownSuggestion(rule_id, position, tuple(activities.get(place, ())), chosen)
            for place, rule_id, position, chosen in rows
        ]
