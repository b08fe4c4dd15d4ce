# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables of trust: roles, the log of use, spot checks, what a citizen was told, and rights.

The log and the rights cases have no foreign keys: they outlive the citizens they tell of, of whom only a random
identity is left there.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.citizen_rights import Ground, RightKind
from bip_desktop.domain.rights import Role
from bip_desktop.storage.tables import CaseworkerRow, CitizenRow, Identity, Line, Table, Word, from_one, one_of


class RoleRow(Table):
    """One role of one person."""

    __tablename__ = "caseworker_role"
    caseworker_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id), primary_key=True)
    role: Mapped[Word] = mapped_column(primary_key=True)
    __table_args__ = (one_of("role", Role),)


class AuditRow(Table):
    """One entry of the log; `seq` is its place in the chain."""

    __tablename__ = "audit_entry"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[Identity] = mapped_column(index=True)
    what: Mapped[Word]
    subject: Mapped[Identity] = mapped_column(index=True)
    detail: Mapped[Line]
    purpose_hash: Mapped[str] = mapped_column(String(64))
    criterion_hash: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    __table_args__ = (from_one("seq"), one_of("what", Happened))


class AuditTextRow(Table):
    """A text of an entry that can be erased; its salted hash stays in the entry."""

    __tablename__ = "audit_text"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Word] = mapped_column(primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    text: Mapped[Line]
    __table_args__ = (one_of("kind", ("purpose", "criterion")),)


class AuditStartRow(Table):
    """Where the chain begins after its oldest part was deleted by its deadline; the newest row counts."""

    __tablename__ = "audit_start"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[str] = mapped_column(String(64))


class SpotCheckRow(Table):
    """The spot check of one month (YYYY-MM), and who signed it off."""

    __tablename__ = "spot_check"
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    upto: Mapped[int]
    head: Mapped[str] = mapped_column(String(64))
    signed_by: Mapped[Identity | None] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    signed_at: Mapped[datetime | None]
    remark: Mapped[Line]
    __table_args__ = (CheckConstraint("(signed_by IS NULL) = (signed_at IS NULL)", name="signed"),)


class SpotCheckLineRow(Table):
    """One entry that was drawn."""

    __tablename__ = "spot_check_line"
    month: Mapped[str] = mapped_column(ForeignKey(SpotCheckRow.month), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class NoticeRow(Table):
    """What a caseworker is told: somebody else has opened one of her citizens, with a purpose."""

    __tablename__ = "owner_notice"
    seq: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id), index=True)
    citizen_id: Mapped[Identity] = mapped_column(ForeignKey(CitizenRow.citizen_id), index=True)
    by_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    at: Mapped[datetime]
    audit_seq: Mapped[int]
    seen_at: Mapped[datetime | None]


class InformationRow(Table):
    """A citizen was shown the information text, in this version."""

    __tablename__ = "information_shown"
    seq: Mapped[int] = mapped_column(primary_key=True)
    citizen_id: Mapped[Identity] = mapped_column(ForeignKey(CitizenRow.citizen_id), index=True)
    version: Mapped[Word]
    sha256: Mapped[str] = mapped_column(String(64))
    shown_at: Mapped[datetime]
    shown_by: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))


class RightsCaseRow(Table):
    """A citizen's right on its way: prepared, approved and carried out; an erasure by at least two people."""

    __tablename__ = "rights_case"
    case_id: Mapped[Identity] = mapped_column(primary_key=True)
    kind: Mapped[Word]
    citizen_id: Mapped[Identity] = mapped_column(index=True)
    ground: Mapped[Word]
    prepared_by: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    prepared_at: Mapped[datetime]
    approved_by: Mapped[Identity | None] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    approved_at: Mapped[datetime | None]
    done_by: Mapped[Identity | None] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    done_at: Mapped[datetime | None]
    __table_args__ = (
        one_of("kind", RightKind),
        one_of("ground", Ground),
        CheckConstraint("(approved_by IS NULL) = (approved_at IS NULL)", name="approved"),
        CheckConstraint("(done_by IS NULL) = (done_at IS NULL)", name="done"),
        CheckConstraint("done_by IS NULL OR approved_by IS NOT NULL", name="order"),
        CheckConstraint("kind <> 'erasure' OR done_by IS NULL OR done_by <> approved_by", name="two_people"),
    )
