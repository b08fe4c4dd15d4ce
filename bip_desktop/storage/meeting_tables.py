# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables of the meeting: answers, marks, what was shown and what was agreed on."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bip_desktop.domain.agreement import How, Who
from bip_desktop.domain.intervention import Origin, Status
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Mode, State, VoidReason, When
from bip_desktop.domain.questionnaire import Missing, Unit
from bip_desktop.storage.tables import (
    CaseworkerRow,
    CitizenRow,
    Identity,
    Line,
    Table,
    Word,
    from_one,
    one_of,
    yes_or_no,
)

IS_OPEN = text("meeting.state NOT IN ('closed', 'voided')")
"""Literal, because a bound value would keep the database from using the index of open meetings."""
_OPEN = text("state NOT IN ('closed', 'voided')")
_COUNTS = text("state <> 'voided'")


class MeetingRow(Table):
    """A meeting; `seq` is the order in which they were made."""

    __tablename__ = "meeting"
    seq: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[Identity] = mapped_column(unique=True)
    research_id: Mapped[Identity] = mapped_column(unique=True)
    citizen_id: Mapped[Identity] = mapped_column(ForeignKey(CitizenRow.citizen_id))
    caseworker_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    number: Mapped[int]
    state: Mapped[Word]
    held_on: Mapped[date]
    instrument_id: Mapped[Word]
    instrument_version: Mapped[Word]
    rules_version: Mapped[Word]
    place: Mapped[Word]
    language: Mapped[Word]
    mode: Mapped[Word]
    caseworker_when: Mapped[Word]
    prepared_on: Mapped[date | None]
    citizen_part: Mapped[Word | None]
    caseworker_part: Mapped[Word | None]
    void_reason: Mapped[Word | None]
    touched_at: Mapped[datetime | None]
    revision: Mapped[int]
    __table_args__ = (
        from_one("number"),
        one_of("state", State),
        one_of("mode", Mode),
        one_of("caseworker_when", When),
        one_of("citizen_part", Part, optional=True),
        one_of("caseworker_part", Part, optional=True),
        one_of("void_reason", VoidReason, optional=True),
        from_one("revision"),
        Index("ix_meeting_citizen_id", "citizen_id"),
        Index("uq_meeting_number", "citizen_id", "number", unique=True, sqlite_where=_COUNTS, postgresql_where=_COUNTS),
        Index("uq_meeting_open", "citizen_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )


class AnswerRow(Table):
    """One revision of one answer: append-only, in the order of `seq`."""

    __tablename__ = "answer"
    seq: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id))
    item: Mapped[Word]
    after_reveal: Mapped[bool] = mapped_column(yes_or_no("after_reveal"))
    revision: Mapped[int]
    kind: Mapped[Word]
    value: Mapped[int | None] = mapped_column(BigInteger)
    """A step 1 to 5, øre, or a missing code; empty for ticks, which are rows of `answer_tick`."""
    unit: Mapped[Word | None]
    __table_args__ = (
        UniqueConstraint("meeting_id", "item", "after_reveal", "revision"),
        from_one("revision"),
        one_of("unit", Unit, optional=True),
        CheckConstraint(
            "(kind = 'scale' AND value IS NOT NULL AND value BETWEEN 1 AND 5 AND unit IS NULL)"
            " OR (kind = 'ticks' AND value IS NULL AND unit IS NULL)"
            " OR (kind = 'amount' AND value IS NOT NULL AND value BETWEEN 0 AND 9999999900 AND unit IS NOT NULL)"
            f" OR (kind = 'missing' AND value IS NOT NULL AND value BETWEEN {min(Missing)} AND {max(Missing)}"
            " AND unit IS NULL)",
            name="value",
        ),
    )


class AnswerTickRow(Table):
    """One ticked option of an answer."""

    __tablename__ = "answer_tick"
    answer_seq: Mapped[int] = mapped_column(ForeignKey(AnswerRow.seq), primary_key=True, autoincrement=False)
    option: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    __table_args__ = (from_one("option"),)


class MarkRow(Table):
    """What an activity was at a meeting."""

    __tablename__ = "activity_mark"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id), primary_key=True)
    activity: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    status: Mapped[Word] = mapped_column(primary_key=True)
    origin: Mapped[Word]
    __table_args__ = (
        CheckConstraint("activity BETWEEN 1 AND 21", name="activity"),
        one_of("status", Status),
        one_of("origin", Origin),
    )


class NoteRow(Table):
    """A local note that was ticked: kept here, never sent."""

    __tablename__ = "local_note"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id), primary_key=True)
    note_id: Mapped[Word] = mapped_column(primary_key=True)


class ReflectionRow(Table):
    """What the caseworker noted for herself after a meeting: kept here, never sent."""

    __tablename__ = "reflection"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id), primary_key=True)
    needed: Mapped[Line]
    with_whom: Mapped[Line]


class ShownRow(Table):
    """A suggestion that was on the page, in the order of `place` (from 0)."""

    __tablename__ = "shown_suggestion"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rule_id: Mapped[Word]
    position: Mapped[int]
    chosen: Mapped[bool] = mapped_column(yes_or_no("chosen"))


class ShownActivityRow(Table):
    """An activity of a suggestion that was shown, in the rule's order."""

    __tablename__ = "shown_activity"
    meeting_id: Mapped[Identity] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    activity: Mapped[int]
    __table_args__ = (
        ForeignKeyConstraint(["meeting_id", "place"], [ShownRow.meeting_id, ShownRow.place]),
        CheckConstraint("activity BETWEEN 1 AND 21", name="activity"),
    )


class AgreementRow(Table):
    """The agreement of a meeting; its goals and promises are rows of their own."""

    __tablename__ = "agreement"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(MeetingRow.meeting_id), primary_key=True)
    next_meeting: Mapped[datetime | None]


class GoalRow(Table):
    """A goal in the citizen's own words."""

    __tablename__ = "goal"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(AgreementRow.meeting_id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    goal: Mapped[Line]
    __table_args__ = (CheckConstraint("place BETWEEN 0 AND 2", name="place"),)


class TaskRow(Table):
    """Who does what by when, and how it went."""

    __tablename__ = "task"
    meeting_id: Mapped[Identity] = mapped_column(ForeignKey(AgreementRow.meeting_id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    who: Mapped[Word]
    what: Mapped[Line]
    by_date: Mapped[date | None]
    how: Mapped[Word | None]
    __table_args__ = (one_of("who", Who), one_of("how", How, optional=True))
