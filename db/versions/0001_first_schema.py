# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The first schema."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IDENTITY = sa.String(36)
WORD = sa.String(40)


def upgrade() -> None:
    """Makes every table. The texts of checks are spelt out: a migration must mean the same for ever."""
    _people()
    _citizens()
    _outbox()
    _meetings()
    _answers()
    _interventions()
    _agreements()


def _required(name: str, kind: TypeEngine[Any], *, autoincrement: Literal["auto", False] = "auto") -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, autoincrement=autoincrement)


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=name)


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}")


def _yes_or_no(table: str, column: str, *, nullable: bool = False) -> sa.Column[bool]:
    return sa.Column(column, sa.Boolean(create_constraint=True, name=f"ck_{table}_{column}"), nullable=nullable)


def _people() -> None:
    op.create_table(
        "schema_step",
        _required("revision", WORD),
        _required("app_version", WORD),
        sa.PrimaryKeyConstraint("revision", name="pk_schema_step"),
    )
    op.create_table(
        "installation",
        _required("installation_id", sa.String(6)),
        _required("site", sa.Text()),
        _required("site_name", sa.Text()),
        _required("signing_key", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("installation_id", name="pk_installation"),
        _check("ck_installation_signing_key", "length(signing_key) = 32"),
    )
    op.create_table(
        "caseworker",
        _required("caseworker_id", IDENTITY),
        _required("name", sa.Text()),
        _required("phone", sa.Text()),
        _required("pin_hash", sa.Text()),
        sa.PrimaryKeyConstraint("caseworker_id", name="pk_caseworker"),
    )


def _citizens() -> None:
    op.create_table(
        "citizen",
        _required("citizen_id", IDENTITY),
        _required("research_id", IDENTITY),
        _required("cpr", sa.String(10)),
        _required("name", sa.Text()),
        _required("caseworker_id", IDENTITY),
        _required("case_number", sa.Text()),
        _required("benefit", sa.Integer()),
        _required("research", WORD),
        _required("language", WORD),
        sa.Column("next_meeting", sa.DateTime(), nullable=True),
        sa.Column("course_outcome", WORD, nullable=True),
        sa.Column("course_week", sa.String(8), nullable=True),
        sa.Column("course_on", sa.Date(), nullable=True),
        _required("revision", sa.Integer()),
        sa.PrimaryKeyConstraint("citizen_id", name="pk_citizen"),
        _check("ck_citizen_cpr", "length(cpr) = 10"),
        _check("ck_citizen_benefit", "benefit IN (1, 2, 3, 4, 5, 6, -99)"),
        _check("ck_citizen_research", "research IN ('unasked', 'yes', 'no')"),
        _check(
            "ck_citizen_course_outcome",
            "course_outcome IS NULL OR course_outcome IN ('job', 'education', 'moved', 'other')",
        ),
        _check(
            "ck_citizen_course",
            "(course_outcome IS NULL) = (course_week IS NULL) AND (course_outcome IS NULL) = (course_on IS NULL)",
        ),
        _check("ck_citizen_revision", "revision >= 1"),
        sa.UniqueConstraint("research_id", name="uq_citizen_research_id"),
        sa.UniqueConstraint("cpr", name="uq_citizen_cpr"),
        _belongs("citizen", "caseworker_id", "caseworker.caseworker_id"),
    )
    op.create_index("ix_citizen_caseworker_id", "citizen", ["caseworker_id"])
    op.create_table(
        "caseworker_change",
        _required("seq", sa.Integer()),
        _required("citizen_id", IDENTITY),
        _required("changed_on", sa.Date()),
        _required("before_id", IDENTITY),
        _required("after_id", IDENTITY),
        _required("reason", sa.Integer()),
        _required("note", sa.Text()),
        sa.PrimaryKeyConstraint("seq", name="pk_caseworker_change"),
        _check("ck_caseworker_change_reason", "reason IN (1, 2, 3, 4, 5, 6, 7, -99)"),
        _belongs("caseworker_change", "citizen_id", "citizen.citizen_id"),
        _belongs("caseworker_change", "before_id", "caseworker.caseworker_id"),
        _belongs("caseworker_change", "after_id", "caseworker.caseworker_id"),
    )
    op.create_index("ix_caseworker_change_citizen_id", "caseworker_change", ["citizen_id"])
    op.create_table(
        "standing",
        _required("citizen_id", IDENTITY),
        _required("number", sa.Integer()),
        _required("measured_on", sa.Date()),
        _required("higher", sa.Integer()),
        _required("same", sa.Integer()),
        _required("lower", sa.Integer()),
        _yes_or_no("standing", "job", nullable=True),
        _yes_or_no("standing", "upskilling", nullable=True),
        _yes_or_no("standing", "social", nullable=True),
        _yes_or_no("standing", "health", nullable=True),
        _required("agreed", sa.Text()),
        sa.PrimaryKeyConstraint("citizen_id", name="pk_standing"),
        _check("ck_standing_number", "number >= 1"),
        _check("ck_standing_counts", "higher >= 0 AND same >= 0 AND lower >= 0"),
        _check(
            "ck_standing_kinds",
            "(job IS NULL) = (upskilling IS NULL) AND (job IS NULL) = (social IS NULL)"
            " AND (job IS NULL) = (health IS NULL)",
        ),
        _belongs("standing", "citizen_id", "citizen.citizen_id"),
    )


def _outbox() -> None:
    op.create_table(
        "change_log",
        _required("seq", sa.Integer()),
        _required("kind", WORD),
        _required("key", IDENTITY),
        _required("reason", WORD),
        sa.PrimaryKeyConstraint("seq", name="pk_change_log"),
        _check("ck_change_log_kind", "kind IN ('citizen', 'meeting', 'tombstone_citizen', 'tombstone_meeting')"),
        _check("ck_change_log_reason", "reason IN ('', 'erasure', 'withdrawal', 'correction')"),
        _check("ck_change_log_tombstone", "(kind IN ('citizen', 'meeting')) = (reason = '')"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "submission",
        _required("submission_id", IDENTITY),
        _required("installation_id", sa.String(6)),
        _required("seq", sa.Integer()),
        _required("after_seq", sa.Integer()),
        _required("upto_seq", sa.Integer()),
        _required("manifest", sa.LargeBinary()),
        _required("manifest_sha256", sa.String(64)),
        _required("signature", sa.LargeBinary()),
        _required("file_name", sa.Text()),
        _required("made_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("submission_id", name="pk_submission"),
        _check("ck_submission_seq", "seq >= 1"),
        _check("ck_submission_window", "after_seq >= 0 AND upto_seq >= after_seq"),
        sa.UniqueConstraint("installation_id", "seq", name="uq_submission_installation_id_seq"),
    )
    op.create_table(
        "submission_count",
        _required("submission_id", IDENTITY),
        _required("table_name", WORD),
        _required("row_count", sa.Integer()),
        sa.PrimaryKeyConstraint("submission_id", "table_name", name="pk_submission_count"),
        _check("ck_submission_count_row_count", "row_count >= 0"),
        _belongs("submission_count", "submission_id", "submission.submission_id"),
    )


def _meetings() -> None:
    op.create_table(
        "meeting",
        _required("seq", sa.Integer()),
        _required("meeting_id", IDENTITY),
        _required("research_id", IDENTITY),
        _required("citizen_id", IDENTITY),
        _required("caseworker_id", IDENTITY),
        _required("number", sa.Integer()),
        _required("state", WORD),
        _required("held_on", sa.Date()),
        _required("instrument_id", WORD),
        _required("instrument_version", WORD),
        _required("rules_version", WORD),
        _required("place", WORD),
        _required("language", WORD),
        _required("mode", WORD),
        _required("caseworker_when", WORD),
        sa.Column("prepared_on", sa.Date(), nullable=True),
        sa.Column("citizen_part", WORD, nullable=True),
        sa.Column("caseworker_part", WORD, nullable=True),
        sa.Column("void_reason", WORD, nullable=True),
        sa.Column("touched_at", sa.DateTime(), nullable=True),
        _required("revision", sa.Integer()),
        sa.PrimaryKeyConstraint("seq", name="pk_meeting"),
        _check("ck_meeting_number", "number >= 1"),
        _check(
            "ck_meeting_state",
            "state IN ('prepared', 'citizen_answering', 'paused', 'citizen_finished',"
            " 'caseworker_answering', 'revealed', 'closed', 'voided')",
        ),
        _check("ck_meeting_mode", "mode IN ('self', 'read_aloud', 'helped', 'interpreter', 'paper')"),
        _check("ck_meeting_caseworker_when", "caseworker_when IN ('before', 'during', 'after')"),
        _check(
            "ck_meeting_citizen_part", "citizen_part IS NULL OR citizen_part IN ('complete', 'partial', 'declined')"
        ),
        _check(
            "ck_meeting_caseworker_part",
            "caseworker_part IS NULL OR caseworker_part IN ('complete', 'partial', 'declined')",
        ),
        _check("ck_meeting_void_reason", "void_reason IS NULL OR void_reason IN ('wrong_citizen', 'test', 'other')"),
        _check("ck_meeting_revision", "revision >= 1"),
        sa.UniqueConstraint("meeting_id", name="uq_meeting_meeting_id"),
        sa.UniqueConstraint("research_id", name="uq_meeting_research_id"),
        _belongs("meeting", "citizen_id", "citizen.citizen_id"),
        _belongs("meeting", "caseworker_id", "caseworker.caseworker_id"),
    )
    op.create_index("ix_meeting_citizen_id", "meeting", ["citizen_id"])
    op.create_index(
        "uq_meeting_number",
        "meeting",
        ["citizen_id", "number"],
        unique=True,
        sqlite_where=sa.text("state <> 'voided'"),
        postgresql_where=sa.text("state <> 'voided'"),
    )
    op.create_index(
        "uq_meeting_open",
        "meeting",
        ["citizen_id"],
        unique=True,
        sqlite_where=sa.text("state NOT IN ('closed', 'voided')"),
        postgresql_where=sa.text("state NOT IN ('closed', 'voided')"),
    )


def _answers() -> None:
    op.create_table(
        "answer",
        _required("seq", sa.Integer()),
        _required("meeting_id", IDENTITY),
        _required("item", WORD),
        _yes_or_no("answer", "after_reveal"),
        _required("revision", sa.Integer()),
        _required("kind", WORD),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("unit", WORD, nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_answer"),
        _check("ck_answer_revision", "revision >= 1"),
        _check(
            "ck_answer_unit",
            "unit IS NULL OR unit IN ('oere_per_hour_before_tax', 'oere_per_hour_after_tax',"
            " 'oere_per_month_before_tax', 'oere_per_month_after_tax')",
        ),
        _check(
            "ck_answer_value",
            "(kind = 'scale' AND value IS NOT NULL AND value BETWEEN 1 AND 5 AND unit IS NULL)"
            " OR (kind = 'ticks' AND value IS NULL AND unit IS NULL)"
            " OR (kind = 'amount' AND value IS NOT NULL AND value BETWEEN 0 AND 9999999900 AND unit IS NOT NULL)"
            " OR (kind = 'missing' AND value IS NOT NULL AND value BETWEEN -99 AND -94 AND unit IS NULL)",
        ),
        sa.UniqueConstraint(
            "meeting_id", "item", "after_reveal", "revision", name="uq_answer_meeting_id_item_after_reveal_revision"
        ),
        _belongs("answer", "meeting_id", "meeting.meeting_id"),
    )
    op.create_table(
        "answer_tick",
        _required("answer_seq", sa.Integer(), autoincrement=False),
        _required("option", sa.Integer(), autoincrement=False),
        sa.PrimaryKeyConstraint("answer_seq", "option", name="pk_answer_tick"),
        _check("ck_answer_tick_option", "option >= 1"),
        _belongs("answer_tick", "answer_seq", "answer.seq"),
    )


def _interventions() -> None:
    op.create_table(
        "activity_mark",
        _required("meeting_id", IDENTITY),
        _required("activity", sa.Integer(), autoincrement=False),
        _required("status", WORD),
        _required("origin", WORD),
        sa.PrimaryKeyConstraint("meeting_id", "activity", "status", name="pk_activity_mark"),
        _check("ck_activity_mark_activity", "activity BETWEEN 1 AND 21"),
        _check("ck_activity_mark_status", "status IN ('ongoing', 'agreed', 'shown', 'dropped')"),
        _check("ck_activity_mark_origin", "origin IN ('suggested', 'own')"),
        _belongs("activity_mark", "meeting_id", "meeting.meeting_id"),
    )
    op.create_table(
        "local_note",
        _required("meeting_id", IDENTITY),
        _required("note_id", WORD),
        sa.PrimaryKeyConstraint("meeting_id", "note_id", name="pk_local_note"),
        _belongs("local_note", "meeting_id", "meeting.meeting_id"),
    )
    op.create_table(
        "shown_suggestion",
        _required("meeting_id", IDENTITY),
        _required("place", sa.Integer(), autoincrement=False),
        _required("rule_id", WORD),
        _required("position", sa.Integer()),
        _yes_or_no("shown_suggestion", "chosen"),
        sa.PrimaryKeyConstraint("meeting_id", "place", name="pk_shown_suggestion"),
        _belongs("shown_suggestion", "meeting_id", "meeting.meeting_id"),
    )
    op.create_table(
        "shown_activity",
        _required("meeting_id", IDENTITY),
        _required("place", sa.Integer(), autoincrement=False),
        _required("part", sa.Integer(), autoincrement=False),
        _required("activity", sa.Integer()),
        sa.PrimaryKeyConstraint("meeting_id", "place", "part", name="pk_shown_activity"),
        _check("ck_shown_activity_activity", "activity BETWEEN 1 AND 21"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "place"],
            ["shown_suggestion.meeting_id", "shown_suggestion.place"],
            name="fk_shown_activity_meeting_id_place",
        ),
    )


def _agreements() -> None:
    op.create_table(
        "agreement",
        _required("meeting_id", IDENTITY),
        sa.Column("next_meeting", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("meeting_id", name="pk_agreement"),
        _belongs("agreement", "meeting_id", "meeting.meeting_id"),
    )
    op.create_table(
        "goal",
        _required("meeting_id", IDENTITY),
        _required("place", sa.Integer(), autoincrement=False),
        _required("goal", sa.Text()),
        sa.PrimaryKeyConstraint("meeting_id", "place", name="pk_goal"),
        _check("ck_goal_place", "place BETWEEN 0 AND 2"),
        _belongs("goal", "meeting_id", "agreement.meeting_id"),
    )
    op.create_table(
        "task",
        _required("meeting_id", IDENTITY),
        _required("place", sa.Integer(), autoincrement=False),
        _required("who", WORD),
        _required("what", sa.Text()),
        sa.Column("by_date", sa.Date(), nullable=True),
        sa.Column("how", WORD, nullable=True),
        sa.PrimaryKeyConstraint("meeting_id", "place", name="pk_task"),
        _check("ck_task_who", "who IN ('citizen', 'caseworker', 'other')"),
        _check("ck_task_how", "how IS NULL OR how IN ('done', 'partly', 'not_yet')"),
        _belongs("task", "meeting_id", "agreement.meeting_id"),
    )
