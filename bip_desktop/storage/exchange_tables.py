# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables of what comes and goes: receipts, packages as they were sent, and citizens between two laptops.

What tells of a handover has no foreign key to the citizen: it is there before a citizen comes, and stays when one has
gone; then only a random identity is left.

Two rules are held by the database itself, so that nothing in the program can forget them: nobody works with a citizen
who is on the way to another laptop; and no package is kept in which somebody may be who has been erased, or has
withdrawn.
"""

from datetime import datetime

from sqlalchemy import DDL, CheckConstraint, ForeignKey, LargeBinary, String, event
from sqlalchemy.orm import Mapped, mapped_column

from bip_desktop.domain.errors import Code
from bip_desktop.domain.handover import HandoverState
from bip_desktop.storage.meeting_tables import MeetingRow
from bip_desktop.storage.tables import (
    CitizenRow,
    Identity,
    Line,
    SubmissionRow,
    Table,
    Word,
    one_of,
    yes_or_no,
)


class SubmissionArchiveRow(Table):
    """The plain archive of a submission, until its receipt is here."""

    __tablename__ = "submission_archive"
    submission_id: Mapped[Identity] = mapped_column(ForeignKey(SubmissionRow.submission_id), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SubmissionReceiptRow(Table):
    """The centre's receipt, as it came."""

    __tablename__ = "submission_receipt"
    submission_id: Mapped[Identity] = mapped_column(ForeignKey(SubmissionRow.submission_id), primary_key=True)
    read_at: Mapped[datetime]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ColleagueRow(Table):
    """Another installation that is known here by its card; `signing` is the key it signs with."""

    __tablename__ = "colleague"
    signing: Mapped[str] = mapped_column(String(64), primary_key=True)
    card: Mapped[bytes] = mapped_column(LargeBinary)


class HandoverOutRow(Table):
    """Citizens sealed for another installation."""

    __tablename__ = "handover_out"
    handover_id: Mapped[Identity] = mapped_column(primary_key=True)
    receiver: Mapped[str] = mapped_column(String(64))
    reason: Mapped[int]
    file_name: Mapped[Line]
    sealed_at: Mapped[datetime]
    state: Mapped[Word]
    settled_at: Mapped[datetime | None]
    __table_args__ = (
        one_of("state", HandoverState),
        CheckConstraint("(state = 'sealed') = (settled_at IS NULL)", name="settled"),
    )


class HandoverOutCitizenRow(Table):
    """One of the citizens of a handover."""

    __tablename__ = "handover_out_citizen"
    handover_id: Mapped[Identity] = mapped_column(ForeignKey(HandoverOutRow.handover_id), primary_key=True)
    citizen_id: Mapped[Identity] = mapped_column(primary_key=True, index=True)


class HandoverInRow(Table):
    """A handover that was taken or turned down here; `upto_seq` is where the outbox stood then."""

    __tablename__ = "handover_in"
    handover_id: Mapped[Identity] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(64))
    sender_name: Mapped[Line]
    accepted: Mapped[bool] = mapped_column(yes_or_no("accepted"))
    answered_at: Mapped[datetime]
    upto_seq: Mapped[int]
    reply: Mapped[bytes] = mapped_column(LargeBinary)


class HandoverInCitizenRow(Table):
    """One of the citizens that came with it."""

    __tablename__ = "handover_in_citizen"
    handover_id: Mapped[Identity] = mapped_column(ForeignKey(HandoverInRow.handover_id), primary_key=True)
    citizen_id: Mapped[Identity] = mapped_column(primary_key=True, index=True)


def _triggers() -> list[str]:
    away = (
        "EXISTS (SELECT 1 FROM handover_out_citizen c JOIN handover_out h ON h.handover_id = c.handover_id"
        " WHERE h.state = 'sealed' AND c.citizen_id = {whose})"
    )
    of_meeting = "(SELECT citizen_id FROM meeting WHERE meeting_id = NEW.meeting_id)"
    stop = f"BEGIN SELECT RAISE(ABORT, '{Code.CITIZEN_AWAY.value}'); END"
    # The revision alone may rise: a restored backup has to be newer than all that was sent.
    columns = ", ".join(
        each.name for each in CitizenRow.__table__.columns if each.name not in ("citizen_id", "revision")
    )
    watched = [
        ("citizen", f"UPDATE OF {columns}", "NEW.citizen_id"),
        ("caseworker_change", "INSERT", "NEW.citizen_id"),
        ("standing", "INSERT", "NEW.citizen_id"),
        (MeetingRow.__tablename__, "INSERT", "NEW.citizen_id"),
        (MeetingRow.__tablename__, "UPDATE", "NEW.citizen_id"),
        *(
            (table, "INSERT", of_meeting)
            for table in ("answer", "activity_mark", "local_note", "reflection", "shown_suggestion", "agreement")
        ),
        ("task", "UPDATE", of_meeting),
    ]
    made = [
        f"CREATE TRIGGER away_{table}_{act.split()[0].lower()} BEFORE {act} ON {table}"
        f" WHEN {away.format(whose=whose)} {stop}"
        for table, act, whose in watched
    ]
    made.append(
        "CREATE TRIGGER archive_gone AFTER INSERT ON change_log WHEN NEW.reason IN ('erasure', 'withdrawal')"
        " BEGIN DELETE FROM submission_archive; END"
    )
    return made


TRIGGERS = _triggers()
for _statement in TRIGGERS:
    event.listen(Table.metadata, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
