# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Tables of people, citizens and what may leave. Those of the meeting are in `meeting_tables`.

Dialect-neutral: nothing here is SQLite's alone. A change here needs a migration in `db/versions/`; a test compares
the two to the letter.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Annotated

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, LargeBinary, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bip_desktop.domain.citizen import Benefit, ChangeReason, Outcome, Research

Identity = Annotated[str, mapped_column(String(36))]
"""A random UUID as text."""
Word = Annotated[str, mapped_column(String(40))]
"""A code, a version, a name from an enumeration."""
Line = Annotated[str, mapped_column(Text)]
"""Text that a person wrote."""


class Table(DeclarativeBase):
    """The base of all rows. Rows never leave this package; the domain's own values do."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def one_of(column: str, members: Iterable[Enum | str], *, optional: bool = False) -> CheckConstraint:
    """A check that `column` holds the value of one of `members`, or nothing where it is `optional`."""
    values = [member.value if isinstance(member, Enum) else member for member in members]
    listed = ", ".join(f"'{value}'" if isinstance(value, str) else str(value) for value in values)
    condition = f"{column} IN ({listed})"
    return CheckConstraint(f"{column} IS NULL OR {condition}" if optional else condition, name=column)


def from_one(column: str) -> CheckConstraint:
    """A check that `column` counts from 1."""
    return CheckConstraint(f"{column} >= 1", name=column)


def yes_or_no(name: str) -> Boolean:
    """A truth value that the database checks where it has no type of its own for it."""
    return Boolean(create_constraint=True, name=name)


class SchemaStepRow(Table):
    """Which version of the program brought the schema to a revision: what an older program names when it refuses."""

    __tablename__ = "schema_step"
    revision: Mapped[Word] = mapped_column(primary_key=True)
    app_version: Mapped[Word]


class InstallationRow(Table):
    """This database: one row."""

    __tablename__ = "installation"
    installation_id: Mapped[str] = mapped_column(String(6), primary_key=True)
    site: Mapped[Line]
    site_name: Mapped[Line]
    signing_key: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (CheckConstraint("length(signing_key) = 32", name="signing_key"),)


class CaseworkerRow(Table):
    """A caseworker, with the hash of her PIN (empty until she has one)."""

    __tablename__ = "caseworker"
    caseworker_id: Mapped[Identity] = mapped_column(primary_key=True)
    name: Mapped[Line]
    phone: Mapped[Line]
    pin_hash: Mapped[Line]


class CitizenRow(Table):
    """A citizen."""

    __tablename__ = "citizen"
    citizen_id: Mapped[Identity] = mapped_column(primary_key=True)
    research_id: Mapped[Identity] = mapped_column(unique=True)
    cpr: Mapped[str] = mapped_column(String(10), unique=True)
    name: Mapped[Line]
    caseworker_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id), index=True)
    case_number: Mapped[Line]
    benefit: Mapped[int]
    research: Mapped[Word]
    language: Mapped[Word]
    next_meeting: Mapped[datetime | None]
    course_outcome: Mapped[Word | None]
    course_week: Mapped[str | None] = mapped_column(String(8))
    course_on: Mapped[date | None]
    revision: Mapped[int]
    __table_args__ = (
        CheckConstraint("length(cpr) = 10", name="cpr"),
        one_of("benefit", Benefit),
        one_of("research", Research),
        one_of("course_outcome", Outcome, optional=True),
        CheckConstraint(
            "(course_outcome IS NULL) = (course_week IS NULL) AND (course_outcome IS NULL) = (course_on IS NULL)",
            name="course",
        ),
        from_one("revision"),
    )


class CaseworkerChangeRow(Table):
    """One change of caseworker; `seq` is their order."""

    __tablename__ = "caseworker_change"
    seq: Mapped[int] = mapped_column(primary_key=True)
    citizen_id: Mapped[Identity] = mapped_column(ForeignKey(CitizenRow.citizen_id), index=True)
    changed_on: Mapped[date]
    before_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    after_id: Mapped[Identity] = mapped_column(ForeignKey(CaseworkerRow.caseworker_id))
    reason: Mapped[int]
    note: Mapped[Line]
    __table_args__ = (one_of("reason", ChangeReason),)


class StandingRow(Table):
    """Where a citizen stands: the caseload's read model, made anew whenever a meeting closes or changes.

    The four kinds are yes or no, or all empty where the activities are not known.
    """

    __tablename__ = "standing"
    citizen_id: Mapped[Identity] = mapped_column(ForeignKey(CitizenRow.citizen_id), primary_key=True)
    number: Mapped[int]
    measured_on: Mapped[date]
    higher: Mapped[int]
    same: Mapped[int]
    lower: Mapped[int]
    still_for: Mapped[int]
    job: Mapped[bool | None] = mapped_column(yes_or_no("job"))
    upskilling: Mapped[bool | None] = mapped_column(yes_or_no("upskilling"))
    social: Mapped[bool | None] = mapped_column(yes_or_no("social"))
    health: Mapped[bool | None] = mapped_column(yes_or_no("health"))
    agreed: Mapped[Line]
    __table_args__ = (
        from_one("number"),
        CheckConstraint("higher >= 0 AND same >= 0 AND lower >= 0", name="counts"),
        CheckConstraint("still_for BETWEEN 0 AND number - 1", name="still_for"),
        CheckConstraint(
            "(job IS NULL) = (upskilling IS NULL) AND (job IS NULL) = (social IS NULL)"
            " AND (job IS NULL) = (health IS NULL)",
            name="kinds",
        ),
    )


class SettingRow(Table):
    """A setting of this jobcentre that differs from what the program comes with."""

    __tablename__ = "jobcentre_setting"
    key: Mapped[Word] = mapped_column(primary_key=True)
    value: Mapped[Line]


class ChangeRow(Table):
    """The outbox: append-only; a number is never used twice, also after an erasure."""

    __tablename__ = "change_log"
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Word]
    key: Mapped[Identity]
    reason: Mapped[Word]
    __table_args__ = (
        one_of("kind", ("citizen", "meeting", "tombstone_citizen", "tombstone_meeting")),
        one_of("reason", ("", "erasure", "withdrawal", "correction")),
        CheckConstraint("(kind IN ('citizen', 'meeting')) = (reason = '')", name="tombstone"),
        {"sqlite_autoincrement": True},
    )


class SubmissionRow(Table):
    """A submission that lies on the disk; `installation_id` is what this database was then, before it was restored."""

    __tablename__ = "submission"
    submission_id: Mapped[Identity] = mapped_column(primary_key=True)
    installation_id: Mapped[str] = mapped_column(String(6))
    seq: Mapped[int]
    after_seq: Mapped[int]
    upto_seq: Mapped[int]
    manifest: Mapped[bytes] = mapped_column(LargeBinary)
    manifest_sha256: Mapped[str] = mapped_column(String(64))
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    file_name: Mapped[Line]
    made_at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("installation_id", "seq"),
        from_one("seq"),
        CheckConstraint("after_seq >= 0 AND upto_seq >= after_seq", name="window"),
    )


class SubmissionCountRow(Table):
    """How many rows of a table a submission held."""

    __tablename__ = "submission_count"
    submission_id: Mapped[Identity] = mapped_column(ForeignKey(SubmissionRow.submission_id), primary_key=True)
    table_name: Mapped[Word] = mapped_column(primary_key=True)
    row_count: Mapped[int]
    __table_args__ = (CheckConstraint("row_count >= 0", name="row_count"),)
