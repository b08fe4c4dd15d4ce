# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What was acknowledged is there, however the process ended."""

import random
import subprocess
import sys

import pytest

from bip_desktop.storage.store import DatabaseStore
from tests.storage.answering_process import ITEM, step
from tests.storage.conftest import Jobcentre
from tests.storage.invented import citizen, meeting

KILLS = 20
MEETING = meeting(citizen()).meeting_id


def _killed_after(jobcentre: Jobcentre, answers: int, *, by_itself: bool) -> int:
    """Starts a process, ends it after so many answers, and returns the last one it acknowledged."""
    command = [sys.executable, "-m", "tests.storage.answering_process", str(jobcentre.database), MEETING]
    with subprocess.Popen(
        [*command, str(answers)] if by_itself else command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(jobcentre.key.raw.hex().encode() + b"\n")
        process.stdin.close()
        acknowledged = [process.stdout.readline() for _ in range(answers)]
        if not by_itself:
            process.kill()
        rest = process.stdout.read().splitlines(keepends=True)
    whole = [line for line in (*acknowledged, *rest) if line.endswith(b"\n")]
    return int(whole[-1])


@pytest.mark.timeout(60)
def test_an_acknowledged_answer_survives_every_kill(jobcentre: Jobcentre) -> None:
    store = DatabaseStore(jobcentre.database, jobcentre.key)
    with store.writing() as work:
        work.citizens.add(citizen())
        work.meetings.add(meeting(citizen()))
    store.close()
    moments = random.Random(7)
    for kill in range(KILLS):
        acknowledged = _killed_after(jobcentre, moments.randint(1, 40), by_itself=kill % 4 == 0)
        store = DatabaseStore(jobcentre.database, jobcentre.key)
        with store.reading() as work:
            (stored,) = work.meetings.stored_answers(MEETING)
        with store._reader.connect() as connection:
            rows = connection.exec_driver_sql("SELECT item, revision, value FROM answer ORDER BY seq").fetchall()
        assert store.damage() == ()
        store.close()
        # One more may have been committed in the moment before its acknowledgement.
        assert stored.revision in (acknowledged, acknowledged + 1)
        assert [tuple(row) for row in rows] == [
            (ITEM, number, step(number).step) for number in range(1, stored.revision + 1)
        ]
