# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Receipts, packages as they were sent, and citizens between two laptops."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_CITIZEN = (
    "research_id, cpr, name, caseworker_id, case_number, benefit, research, language, next_meeting, course_outcome,"
    " course_week, course_on"
)
_AWAY = (
    "EXISTS (SELECT 1 FROM handover_out_citizen c JOIN handover_out h ON h.handover_id = c.handover_id"
    " WHERE h.state = 'sealed' AND c.citizen_id = {whose})"
)
_OF_MEETING = "(SELECT citizen_id FROM meeting WHERE meeting_id = NEW.meeting_id)"


def upgrade() -> None:
    """All tables are new; the triggers hold what nothing in the program may forget."""
    _submissions()
    _handovers()
    _triggers()


def _submissions() -> None:
    op.create_table(
        "submission_archive",
        _required("submission_id", sa.String(36)),
        _required("content", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("submission_id", name="pk_submission_archive"),
        _belongs("submission_archive", "submission_id", "submission.submission_id"),
    )
    op.create_table(
        "submission_receipt",
        _required("submission_id", sa.String(36)),
        _required("read_at", sa.DateTime()),
        _required("content", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("submission_id", name="pk_submission_receipt"),
        _belongs("submission_receipt", "submission_id", "submission.submission_id"),
    )


def _handovers() -> None:
    op.create_table(
        "colleague",
        _required("signing", sa.String(64)),
        _required("card", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("signing", name="pk_colleague"),
    )
    op.create_table(
        "handover_out",
        _required("handover_id", sa.String(36)),
        _required("receiver", sa.String(64)),
        _required("reason", sa.Integer()),
        _required("file_name", sa.Text()),
        _required("sealed_at", sa.DateTime()),
        _required("state", sa.String(40)),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("handover_id", name="pk_handover_out"),
        sa.CheckConstraint("state IN ('sealed', 'received', 'declined')", name="ck_handover_out_state"),
        sa.CheckConstraint("(state = 'sealed') = (settled_at IS NULL)", name="ck_handover_out_settled"),
    )
    op.create_table(
        "handover_out_citizen",
        _required("handover_id", sa.String(36)),
        _required("citizen_id", sa.String(36)),
        sa.PrimaryKeyConstraint("handover_id", "citizen_id", name="pk_handover_out_citizen"),
        _belongs("handover_out_citizen", "handover_id", "handover_out.handover_id"),
    )
    op.create_index("ix_handover_out_citizen_citizen_id", "handover_out_citizen", ["citizen_id"])
    op.create_table(
        "handover_in",
        _required("handover_id", sa.String(36)),
        _required("sender", sa.String(64)),
        _required("sender_name", sa.Text()),
        _required("accepted", sa.Boolean()),
        _required("answered_at", sa.DateTime()),
        _required("upto_seq", sa.Integer()),
        _required("reply", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("handover_id", name="pk_handover_in"),
        sa.CheckConstraint("accepted IN (0, 1)", name="ck_handover_in_accepted"),
    )
    op.create_table(
        "handover_in_citizen",
        _required("handover_id", sa.String(36)),
        _required("citizen_id", sa.String(36)),
        sa.PrimaryKeyConstraint("handover_id", "citizen_id", name="pk_handover_in_citizen"),
        _belongs("handover_in_citizen", "handover_id", "handover_in.handover_id"),
    )
    op.create_index("ix_handover_in_citizen_citizen_id", "handover_in_citizen", ["citizen_id"])


def _triggers() -> None:
    watched = [
        ("citizen", f"UPDATE OF {_CITIZEN}", "NEW.citizen_id"),
        ("caseworker_change", "INSERT", "NEW.citizen_id"),
        ("standing", "INSERT", "NEW.citizen_id"),
        ("meeting", "INSERT", "NEW.citizen_id"),
        ("meeting", "UPDATE", "NEW.citizen_id"),
        ("answer", "INSERT", _OF_MEETING),
        ("activity_mark", "INSERT", _OF_MEETING),
        ("local_note", "INSERT", _OF_MEETING),
        ("reflection", "INSERT", _OF_MEETING),
        ("shown_suggestion", "INSERT", _OF_MEETING),
        ("agreement", "INSERT", _OF_MEETING),
        ("task", "UPDATE", _OF_MEETING),
    ]
    for table, act, whose in watched:
        op.execute(
            f"CREATE TRIGGER away_{table}_{act.split()[0].lower()} BEFORE {act} ON {table}"
            f" WHEN {_AWAY.format(whose=whose)} BEGIN SELECT RAISE(ABORT, 'citizen.away'); END"
        )
    op.execute(
        "CREATE TRIGGER archive_gone AFTER INSERT ON change_log WHEN NEW.reason IN ('erasure', 'withdrawal')"
        " BEGIN DELETE FROM submission_archive; END"
    )


def _required(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _belongs(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
