# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Receiving that is killed at any moment loses nothing and doubles nothing."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.intake import Fate
from tests.centre.packages import World, meeting_id, rows_of
from tests.faults.sizes import Rounds

_PACKAGES = 12
_LONGEST = 0.4
"""Seconds from the first package to the kill."""
ROOT = Path(__file__).parents[2]


def _killed(world: World, after: float) -> list[str]:
    """What a process said that it had received before it was killed."""
    command = [sys.executable, "-m", "tests.centre.receiving_process", str(world.home.folder), str(world.inbox)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        process.kill()
        return process.stdout.read().splitlines()


@pytest.mark.soak("kills of a receiving process: nothing lost, nothing doubled", small=4, full=100, minutes=5)
def test_a_killed_receive_loses_and_doubles_nothing(rounds: Rounds, tmp_path: Path) -> None:
    """Broken once by a store whose transactions are not begun, so that each statement stands for itself."""
    chance, heard = random.Random(20261121), 0
    world = World(tmp_path)
    other = world.another("other")
    number = 0
    for _ in rounds:
        if _received(world) == number:
            for _ in range(_PACKAGES):  # new ones, which also change what the old ones sent
                number += 1
                old = number // 2
                world.site.send(rows_of((number, number % 20), (old, old % 20), revision=1 + old))
        said = _killed(world, chance.random() * _LONGEST)
        heard += sum(Fate.ACCEPTED.value in line for line in said)
        _whole(world, said)
    assert Fate.QUARANTINED not in world.fates()
    assert Fate.QUARANTINED not in other.fates()
    assert world.tables() == other.tables()
    for home in (world.home, other.home):
        assert len(list(home.receipts.glob("*.json"))) == number
        assert not list(home.quarantine.iterdir())
    assert not [path for path in world.home.folder.rglob("*.part") if path.parent != world.home.receipts]
    rounds.found(kills=len(rounds), packages=number, acknowledged_before_a_kill=heard, lost=0, doubled=0)


def _received(world: World) -> int:
    with world.store.reading() as connection:
        return len(connection.execute(t.submissions.select()).all())


def _whole(world: World, said: list[str]) -> None:
    """What was said is there; of each package there is everything or nothing."""
    with world.store.reading() as connection:
        received = {row.seq: row for row in connection.execute(t.submissions.select())}
        known = {row.meeting_id for row in connection.execute(t.meetings.select())}
    for line in said:
        _, fate, name = line.split()
        assert fate in (Fate.ACCEPTED.value, Fate.DUPLICATE.value)
        seq = int(name.split("-")[3])
        receipt = json.loads((world.home.receipts / received[seq].receipt_name).read_text(encoding="utf-8"))
        assert receipt["seq"] == seq
    for seq in received:
        assert meeting_id(seq) in known
    with world.store.reading() as connection:
        answers = connection.exec_driver_sql(
            "SELECT count(*) FROM answers GROUP BY meeting_no"
        ).scalars().all()  # fmt: skip
    assert set(answers) <= {52}
    assert len(answers) == len(known)
