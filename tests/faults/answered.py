# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A meeting that a child answers at, and what of it is kept."""

import pytest

from bip_desktop.domain.ids import MeetingId
from bip_desktop.storage.store import DatabaseStore
from tests.faults.nursery import ITEM, Ended, step
from tests.storage.conftest import Jobcentre
from tests.storage.invented import citizen, meeting

MEETING = meeting(citizen()).meeting_id


@pytest.fixture
def begun(jobcentre: Jobcentre) -> Jobcentre:
    """A closed jobcentre with a meeting under way, and no answers yet."""
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with store.writing() as work:
        work.citizens.add(citizen())
        work.meetings.add(meeting(citizen()))
    store.close()
    return jobcentre


def acknowledged(ended: Ended) -> int:
    """The last answer a child was told is kept."""
    numbers = [int(line) for line in ended.said if line.isdigit()]
    return max(numbers, default=0)


def kept(store: DatabaseStore, meeting_id: MeetingId = MEETING) -> int:
    """How many answers are kept: each of them the one that was given, none missing in between."""
    with store._reader.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT item, revision, value FROM answer WHERE meeting_id = ? ORDER BY seq", (meeting_id,)
        ).fetchall()
    assert [tuple(row) for row in rows] == [(ITEM, number, step(number).step) for number in range(1, len(rows) + 1)]
    return len(rows)
