# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the caseworker notes for herself, the jobcentre's settings, and for how long nothing has moved."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KINDS = ("job", "upskilling", "social", "health")
_BEFORE = ("citizen_id", "number", "measured_on", "higher", "same", "lower", *_KINDS, "agreed")
_THEMES = tuple(f"B{number}" for number in range(1, 10))

Steps = Mapping[str, int]
"""One measurement: the themes answered with a step."""


def upgrade() -> None:
    """Two tables are new; `standing` gets a column, filled in from the measurements there are."""
    op.create_table(
        "reflection",
        sa.Column("meeting_id", sa.String(36), nullable=False),
        sa.Column("needed", sa.Text(), nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", name="pk_reflection"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.meeting_id"], name="fk_reflection_meeting_id"),
    )
    op.create_table(
        "jobcentre_setting",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_jobcentre_setting"),
    )
    # Made anew rather than altered: to add a column that is required, and in its place, SQLite has no other way.
    op.rename_table("standing", "standing_before")
    _make_standing()
    columns = ", ".join(_BEFORE)
    op.execute(f"INSERT INTO standing ({columns}, still_for) SELECT {columns}, 0 FROM standing_before")  # noqa: S608 - names of our own columns
    op.drop_table("standing_before")
    _fill_still_for(op.get_bind())


def _make_standing() -> None:
    op.create_table(
        "standing",
        sa.Column("citizen_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("higher", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("lower", sa.Integer(), nullable=False),
        sa.Column("still_for", sa.Integer(), nullable=False),
        *(sa.Column(kind, sa.Boolean(create_constraint=True, name=f"ck_standing_{kind}")) for kind in _KINDS),
        sa.Column("agreed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("citizen_id", name="pk_standing"),
        sa.CheckConstraint("number >= 1", name="ck_standing_number"),
        sa.CheckConstraint("higher >= 0 AND same >= 0 AND lower >= 0", name="ck_standing_counts"),
        sa.CheckConstraint("still_for BETWEEN 0 AND number - 1", name="ck_standing_still_for"),
        sa.CheckConstraint(
            "(job IS NULL) = (upskilling IS NULL) AND (job IS NULL) = (social IS NULL)"
            " AND (job IS NULL) = (health IS NULL)",
            name="ck_standing_kinds",
        ),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.citizen_id"], name="fk_standing_citizen_id"),
    )


def _fill_still_for(connection: sa.Connection) -> None:
    found = [
        {"whose": citizen_id, "still": still}
        for citizen_id, measurements in _measured(connection)
        if (still := _still_for(measurements))
    ]
    if found:
        connection.execute(sa.text("UPDATE standing SET still_for = :still WHERE citizen_id = :whose"), found)


def _measured(connection: sa.Connection) -> Iterator[tuple[str, list[Steps]]]:
    """Each citizen's closed measurements up to the one the standing is of, oldest first."""
    rows = connection.execute(
        sa.text(
            "SELECT standing.citizen_id, meeting.number, answer.item, answer.kind, answer.value FROM standing"
            " JOIN meeting ON meeting.citizen_id = standing.citizen_id AND meeting.number <= standing.number"
            " AND meeting.state = 'closed'"
            " LEFT JOIN answer ON answer.meeting_id = meeting.meeting_id"
            # What was changed after the reveal comes after the blind answer, and takes its place.
            " ORDER BY standing.citizen_id, meeting.number, answer.after_reveal, answer.seq"
        )
    )
    for citizen_id, of_citizen in groupby(rows, key=lambda row: row[0]):
        measurements: list[Steps] = []
        for _, of_meeting in groupby(of_citizen, key=lambda row: row[1]):
            answers = {item: (kind, value) for _, _, item, kind, value in of_meeting if item in _THEMES}
            measurements.append({item: value for item, (kind, value) in answers.items() if kind == "scale"})
        yield citizen_id, measurements


def _still_for(measurements: list[Steps]) -> int:
    """How many of the newest measurements in a row brought no move in any theme."""
    still = 0
    for before, after in reversed(list(pairwise(measurements))):
        both = before.keys() & after.keys()
        if not both or any(before[item] != after[item] for item in both):
            break
        still += 1
    return still
