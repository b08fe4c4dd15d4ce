# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The centre's tables. The four of the data are made from the columns of the submission itself."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from bip_desktop.domain import submission
from bip_desktop.domain.submission_schema import ColumnType
from bip_desktop.domain.submission_schema import Table as SubmissionTable

SCHEMA_VERSION = 1
metadata = MetaData()
SITE = "site"
MEETING_NO = "meeting_no"


def _columns(table: SubmissionTable, *without: str) -> list[Column[Any]]:
    return [
        Column(each.name, BigInteger if each.type is ColumnType.INTEGER else String, nullable=False)
        for each in table.columns
        if each.name not in without
    ]


schema_version = Table("centre_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column(SITE, String, nullable=False, index=True),
    Column("public_key", String, nullable=False),
    Column("enrolled_at", String, nullable=False),
    Column("revoked_at", String),
)

installations = Table(
    "installations",
    metadata,
    Column(SITE, String, nullable=False),
    Column("installation", String, nullable=False),
    Column("fingerprint", ForeignKey(signing_keys.c.fingerprint), nullable=False, unique=True),
    Column("seq_without_gap", BigInteger, nullable=False),
    PrimaryKeyConstraint(SITE, "installation"),
)

submissions = Table(
    "submissions",
    metadata,
    Column("submission_id", String, primary_key=True),
    Column(SITE, String, nullable=False),
    Column("installation", String, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("manifest_sha256", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("after", BigInteger, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("app_version", String, nullable=False),
    Column("schema_version", String, nullable=False),
    Column("audit_head", String, nullable=False),
    Column("declined", BigInteger, nullable=False),
    Column("received_at", String, nullable=False),
    Column("receipt_name", String, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    UniqueConstraint(SITE, "installation", "seq"),
)

instruments = Table(
    "instruments",
    metadata,
    Column("instrument_id", String, nullable=False),
    Column("version", String, nullable=False),
    Column("wording_version", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("instrument_id", "version"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("file_name", String, nullable=False),
    Column("first_seen", String, nullable=False),
    Column("last_tried", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("flaw", String, nullable=False),
    Column("file", String, nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("column", String, nullable=False),
    Column("facts", String, nullable=False),
    Column("kept", Boolean, nullable=False),
)
"""Packages that were set aside, by the hash of the sealed file; `kept` where a copy is in the quarantine folder."""

tombstones = Table(
    "tombstones",
    metadata,
    Column(SITE, String, nullable=False),
    *_columns(submission.TOMBSTONES),
    PrimaryKeyConstraint(SITE, *submission.TOMBSTONES.key),
)

citizens = Table(
    "citizens",
    metadata,
    Column("citizen_id", String, primary_key=True),
    Column(SITE, String, nullable=False),
    *_columns(submission.CITIZENS, "citizen_id"),
)

meetings = Table(
    "meetings",
    metadata,
    Column(MEETING_NO, BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("meeting_id", String, nullable=False, unique=True),
    Column(SITE, String, nullable=False),
    Column("citizen_id", ForeignKey(citizens.c.citizen_id), nullable=False, index=True),
    *_columns(submission.MEETINGS, "meeting_id", "citizen_id"),
    Index("meetings_caseworker", "caseworker_id", SITE),
)
"""`meeting_no` is for the store alone: a small number where each of a meeting's answers would repeat 36 letters."""

answers = Table(
    "answers",
    metadata,
    Column(MEETING_NO, ForeignKey(meetings.c.meeting_no), nullable=False),
    *_columns(submission.ANSWERS, "meeting_id"),
    PrimaryKeyConstraint(MEETING_NO, *submission.ANSWERS.key[1:]),
    sqlite_with_rowid=False,
)

interventions = Table(
    "interventions",
    metadata,
    Column(MEETING_NO, ForeignKey(meetings.c.meeting_no), nullable=False),
    *_columns(submission.INTERVENTIONS, "meeting_id"),
    PrimaryKeyConstraint(MEETING_NO, *submission.INTERVENTIONS.key[1:]),
    sqlite_with_rowid=False,
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("citizen_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("from_week", String, nullable=False),
    Column("to_week", String, nullable=False),
    PrimaryKeyConstraint("citizen_id", "kind", "from_week"),
)

register_rows = Table(
    "register_rows",
    metadata,
    Column("citizen_id", String, nullable=False),
    Column("meeting_id", String, nullable=False),
    Column("values", String, nullable=False),
    PrimaryKeyConstraint("citizen_id", "meeting_id"),
)
"""`values` is a JSON object: which covariates there are is the linking unit's affair. `meeting_id` is empty where they
are constant per citizen."""

evidence_releases = Table(
    "evidence_releases",
    metadata,
    Column("release", Integer, primary_key=True, autoincrement=False),
    Column("published_at", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

evidence_basis = Table(
    "evidence_basis",
    metadata,
    Column("release", ForeignKey(evidence_releases.c.release), nullable=False),
    Column("item", String, nullable=False),
    Column("group", String, nullable=False),
    Column("tokens", LargeBinary, nullable=False),
    PrimaryKeyConstraint("release", "item", "group"),
)
"""What each figure rested on when it was told: pairs of tokens, of the contribution and of the person."""
