# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The merged tables as rows: the columns of the submission, with the site first for citizens and meetings."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from bip_desktop.centre import store_tables as t
from bip_desktop.domain.submission import ANSWERS, CITIZENS, INTERVENTIONS, MEETINGS, TOMBSTONES
from bip_desktop.domain.submission_labels import Words
from bip_desktop.domain.submission_schema import Column, ColumnType, Row, Table

SITE_COLUMN = Column("site", ColumnType.STRING, Words("Jobcentret", "The jobcentre"), pattern="[a-z0-9][a-z0-9-]{0,39}")


def _with_site(table: Table) -> Table:
    return Table(table.name, table.about, (SITE_COLUMN, *table.columns), table.key, table.references)


MERGED = (_with_site(CITIZENS), _with_site(MEETINGS), ANSWERS, INTERVENTIONS, TOMBSTONES)
"""What `tables` writes and analyses read."""


def merged_rows(connection: Connection, table: Table) -> Iterator[Row]:
    """The rows of one of `MERGED` by their key, a piece at a time."""
    for row in connection.execute(_question(table)):
        yield tuple(row)


def _question(table: Table) -> Select[Any]:
    stored = t.metadata.tables[table.name]
    if "meeting_id" in table.header and table.name != MEETINGS.name:
        columns = [t.meetings.c.meeting_id if name == "meeting_id" else stored.c[name] for name in table.header]
        joined = select(*columns).join_from(stored, t.meetings, stored.c.meeting_no == t.meetings.c.meeting_no)
        # By the store's own number, which is how the rows lie: sorting by the identity would move them all.
        return joined.order_by(stored.c.meeting_no, *(stored.c[name] for name in table.key[1:]))
    return select(*(stored.c[name] for name in table.header)).order_by(*(stored.c[name] for name in table.key))
