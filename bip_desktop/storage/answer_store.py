# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Answers: append-only. Every change is a new revision, and what is changed after the reveal stands beside the
blind answer."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import State
from bip_desktop.domain.questionnaire import Instrument, Step, Ticks, Value
from bip_desktop.services.ports import StoredAnswer
from bip_desktop.storage.meeting_part import MeetingPart
from bip_desktop.storage.meeting_rows import answer_of, answer_values
from bip_desktop.storage.meeting_tables import AnswerRow, AnswerTickRow, MeetingRow

# Made once: putting this statement together takes longer than the database takes to carry it out.
_APPEND = (
    insert(AnswerRow)
    .values(
        meeting_id=bindparam("given_at"),
        item=bindparam("given_to"),
        after_reveal=bindparam("given_after"),
        revision=select(func.coalesce(func.max(AnswerRow.revision), 0) + 1)
        .where(
            AnswerRow.meeting_id == bindparam("given_at"),
            AnswerRow.item == bindparam("given_to"),
            AnswerRow.after_reveal == bindparam("given_after"),
        )
        .scalar_subquery(),
        kind=bindparam("given_kind"),
        value=bindparam("given_value"),
        unit=bindparam("given_unit"),
    )
    .returning(AnswerRow.seq)
)


class AnswerStore(MeetingPart):
    """The answers' part of `ports.Meetings`."""

    def answer(self, meeting_id: MeetingId, item: str, value: Value, *, after_reveal: bool) -> None:
        """Appends an answer; on a closed meeting also raises its revision and tells the outbox."""
        kind, number, unit = answer_values(value)
        seq = self._connection.execute(
            _APPEND,
            {
                "given_at": meeting_id,
                "given_to": item,
                "given_after": after_reveal,
                "given_kind": kind,
                "given_value": number,
                "given_unit": unit,
            },
        ).scalar_one()
        if isinstance(value, Ticks) and value.options:
            self._connection.execute(
                insert(AnswerTickRow), [{"answer_seq": seq, "option": option} for option in sorted(value.options)]
            )
        self._revise_closed(meeting_id)

    def measurement(self, meeting_id: MeetingId, instrument: Instrument) -> Measurement:
        """The current answers of one meeting, in its own version of the instrument."""
        stored = self.stored_answers(meeting_id)
        return Measurement(
            instrument,
            blind={answer.item: answer.value for answer in stored if not answer.after_reveal},
            later={answer.item: answer.value for answer in stored if answer.after_reveal},
        )

    def measurements(self, citizen_id: CitizenId) -> Mapping[MeetingId, Mapping[bool, Mapping[str, Value]]]:
        """All current answers of a citizen, in two queries: meeting, after_reveal, item, value."""
        found: dict[MeetingId, dict[bool, dict[str, Value]]] = {}
        for meeting_id, answer in self._answers(MeetingRow.citizen_id == citizen_id):
            found.setdefault(meeting_id, {}).setdefault(answer.after_reveal, {})[answer.item] = answer.value
        return found

    def answers_of_caseworker(self, caseworker_id: CaseworkerId, item: str) -> Sequence[tuple[CitizenId, Value]]:
        """What she has answered to one item on a scale, in her closed meetings: one query, the current answer of
        each, each citizen's oldest first."""
        rows = self._connection.execute(
            select(MeetingRow.citizen_id, MeetingRow.number, AnswerRow.kind, AnswerRow.value)
            .join(MeetingRow, MeetingRow.meeting_id == AnswerRow.meeting_id)
            .where(
                MeetingRow.caseworker_id == caseworker_id,
                MeetingRow.state == State.CLOSED.value,
                AnswerRow.item == item,
                AnswerRow.value.is_not(None),
            )
            .order_by(MeetingRow.citizen_id, MeetingRow.number, AnswerRow.after_reveal, AnswerRow.seq)
        )
        current = {(row.citizen_id, row.number): answer_of(row.kind, row.value, None, frozenset()) for row in rows}
        return [(CitizenId(citizen_id), value) for (citizen_id, _), value in current.items()]

    def mean_of_colleagues(
        self, caseworker_id: CaseworkerId, item: str, citizens: int, colleagues: int
    ) -> tuple[int, Fraction | None]:
        """See `Meetings`: what leaves here is of all of them together."""
        others = self._connection.scalars(
            select(MeetingRow.caseworker_id)
            .where(MeetingRow.caseworker_id != caseworker_id, MeetingRow.state == State.CLOSED.value)
            .distinct()
        ).all()
        means = []
        for each in others:
            given = self.answers_of_caseworker(CaseworkerId(each), item)
            steps = {citizen_id: value.step for citizen_id, value in given if isinstance(value, Step)}
            if len(steps) >= citizens:
                means.append(Fraction(sum(steps.values()), len(steps)))
        return len(means), Fraction(sum(means), len(means)) if len(means) >= colleagues else None

    def stored_answers(self, meeting_id: MeetingId) -> Sequence[StoredAnswer]:
        """The newest revision of each (item, after_reveal), in the order in which they were first given."""
        newest: dict[tuple[str, bool], StoredAnswer] = {}
        for _, answer in self._answers(MeetingRow.meeting_id == meeting_id):
            newest[answer.item, answer.after_reveal] = answer
        return list(newest.values())

    def revisions(self, meeting_id: MeetingId) -> Sequence[StoredAnswer]:
        """Every revision of every answer, in the order in which they were given."""
        return [answer for _, answer in self._answers(MeetingRow.meeting_id == meeting_id)]

    def _answers(self, condition: Any) -> list[tuple[MeetingId, StoredAnswer]]:
        """Every revision in the meetings that fulfil `condition`, in the order in which they were given."""
        ticks: dict[int, set[int]] = {}
        for seq, option in self._connection.execute(
            select(AnswerTickRow.answer_seq, AnswerTickRow.option)
            .join(AnswerRow, AnswerRow.seq == AnswerTickRow.answer_seq)
            .join(MeetingRow, MeetingRow.meeting_id == AnswerRow.meeting_id)
            .where(condition)
        ):
            ticks.setdefault(seq, set()).add(option)
        rows = self._connection.execute(
            select(AnswerRow.__table__)
            .join(MeetingRow, MeetingRow.meeting_id == AnswerRow.meeting_id)
            .where(condition)
            .order_by(AnswerRow.seq)
        )
        return [
            (
                MeetingId(row.meeting_id),
                StoredAnswer(
                    item=row.item,
                    value=answer_of(row.kind, row.value, row.unit, frozenset(ticks.get(row.seq, ()))),
                    revision=row.revision,
                    after_reveal=row.after_reveal,
                ),
            )
            for row in rows
        ]
