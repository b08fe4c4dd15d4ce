# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Roles, the log of use, spot checks, what citizens were told, and rights on their way."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_EVENTS = (
    "read", "listed", "searched", "created", "changed", "exported", "printed", "deleted", "refused", "break_glass",
    "stand_in", "handed_over", "informed", "unlocked", "keys", "roles", "settings", "backed_up", "restored", "right",
    "log_read", "log_checked", "spot_check", "log_cut", "clock_back",
)  # fmt: skip


def upgrade() -> None:
    """All tables are new. Everybody there is becomes a caseworker; whoever was there first, an administrator too."""
    _roles()
    _log()
    _spot_checks()
    _citizens()
    _rights_cases()


def _roles() -> None:
    op.create_table(
        "caseworker_role",
        _required("caseworker_id", sa.String(36)),
        _required("role", sa.String(40)),
        sa.PrimaryKeyConstraint("caseworker_id", "role", name="pk_caseworker_role"),
        sa.CheckConstraint("role IN ('caseworker', 'team_leader', 'administrator')", name="ck_caseworker_role_role"),
        _belongs("caseworker_role", "caseworker_id", "caseworker.caseworker_id"),
    )
    op.execute("INSERT INTO caseworker_role SELECT caseworker_id, 'caseworker' FROM caseworker")
    op.execute(
        "INSERT INTO caseworker_role SELECT caseworker_id, 'administrator' FROM caseworker"
        " WHERE rowid = (SELECT min(rowid) FROM caseworker)"
    )


def _log() -> None:
    op.create_table(
        "audit_entry",
        _required("seq", sa.Integer()),
        _required("at", sa.DateTime()),
        _required("actor", sa.String(36)),
        _required("what", sa.String(40)),
        _required("subject", sa.String(36)),
        _required("detail", sa.Text()),
        _required("purpose_hash", sa.String(64)),
        _required("criterion_hash", sa.String(64)),
        _required("previous", sa.String(64)),
        _required("hash", sa.String(64)),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entry"),
        sa.CheckConstraint("seq >= 1", name="ck_audit_entry_seq"),
        sa.CheckConstraint(f"what IN ({', '.join(repr(each) for each in _EVENTS)})", name="ck_audit_entry_what"),
    )
    op.create_index("ix_audit_entry_actor", "audit_entry", ["actor"])
    op.create_index("ix_audit_entry_subject", "audit_entry", ["subject"])
    op.create_table(
        "audit_text",
        _required("seq", sa.Integer(), autoincrement=False),
        _required("kind", sa.String(40)),
        _required("salt", sa.LargeBinary()),
        _required("text", sa.Text()),
        sa.PrimaryKeyConstraint("seq", "kind", name="pk_audit_text"),
        sa.CheckConstraint("kind IN ('purpose', 'criterion')", name="ck_audit_text_kind"),
    )
    op.create_table(
        "audit_start",
        _required("seq", sa.Integer(), autoincrement=False),
        _required("hash", sa.String(64)),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_start"),
    )


def _spot_checks() -> None:
    op.create_table(
        "spot_check",
        _required("month", sa.String(7)),
        _required("upto", sa.Integer()),
        _required("head", sa.String(64)),
        sa.Column("signed_by", sa.String(36), nullable=True),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        _required("remark", sa.Text()),
        sa.PrimaryKeyConstraint("month", name="pk_spot_check"),
        sa.CheckConstraint("(signed_by IS NULL) = (signed_at IS NULL)", name="ck_spot_check_signed"),
        _belongs("spot_check", "signed_by", "caseworker.caseworker_id"),
    )
    op.create_table(
        "spot_check_line",
        _required("month", sa.String(7)),
        _required("seq", sa.Integer(), autoincrement=False),
        sa.PrimaryKeyConstraint("month", "seq", name="pk_spot_check_line"),
        _belongs("spot_check_line", "month", "spot_check.month"),
    )


def _citizens() -> None:
    op.create_table(
        "owner_notice",
        _required("seq", sa.Integer()),
        _required("owner_id", sa.String(36)),
        _required("citizen_id", sa.String(36)),
        _required("by_id", sa.String(36)),
        _required("at", sa.DateTime()),
        _required("audit_seq", sa.Integer()),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_owner_notice"),
        _belongs("owner_notice", "owner_id", "caseworker.caseworker_id"),
        _belongs("owner_notice", "citizen_id", "citizen.citizen_id"),
        _belongs("owner_notice", "by_id", "caseworker.caseworker_id"),
    )
    op.create_index("ix_owner_notice_owner_id", "owner_notice", ["owner_id"])
    op.create_index("ix_owner_notice_citizen_id", "owner_notice", ["citizen_id"])
    op.create_table(
        "information_shown",
        _required("seq", sa.Integer()),
        _required("citizen_id", sa.String(36)),
        _required("version", sa.String(40)),
        _required("sha256", sa.String(64)),
        _required("shown_at", sa.DateTime()),
        _required("shown_by", sa.String(36)),
        sa.PrimaryKeyConstraint("seq", name="pk_information_shown"),
        _belongs("information_shown", "citizen_id", "citizen.citizen_id"),
        _belongs("information_shown", "shown_by", "caseworker.caseworker_id"),
    )
    op.create_index("ix_information_shown_citizen_id", "information_shown", ["citizen_id"])


def _rights_cases() -> None:
    op.create_table(
        "rights_case",
        _required("case_id", sa.String(36)),
        _required("kind", sa.String(40)),
        _required("citizen_id", sa.String(36)),
        _required("ground", sa.String(40)),
        _required("prepared_by", sa.String(36)),
        _required("prepared_at", sa.DateTime()),
        sa.Column("approved_by", sa.String(36), nullable=True),
        sa.Column("approved_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.String(36), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", name="pk_rights_case"),
        sa.CheckConstraint("kind IN ('access', 'rectification', 'erasure')", name="ck_rights_case_kind"),
        sa.CheckConstraint("ground IN ('request', 'deadline', 'mistake')", name="ck_rights_case_ground"),
        sa.CheckConstraint("(approved_by IS NULL) = (approved_at IS NULL)", name="ck_rights_case_approved"),
        sa.CheckConstraint("(done_by IS NULL) = (done_at IS NULL)", name="ck_rights_case_done"),
        sa.CheckConstraint("done_by IS NULL OR approved_by IS NOT NULL", name="ck_rights_case_order"),
        sa.CheckConstraint(
            "kind <> 'erasure' OR done_by IS NULL OR done_by <> approved_by", name="ck_rights_case_two_people"
        ),
        _belongs("rights_case", "prepared_by", "caseworker.caseworker_id"),
        _belongs("rights_case", "approved_by", "caseworker.caseworker_id"),
        _belongs("rights_case", "done_by", "caseworker.caseworker_id"),
    )
    op.create_index("ix_rights_case_citizen_id", "rights_case", ["citizen_id"])


def _required(name: str, kind: TypeEngine[Any], *, autoincrement: Literal["auto", False] = "auto") -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, autoincrement=autoincrement)


def _belongs(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
