# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""No room on the disk, at a hundred different moments of answering: it is said, and what was acknowledged is there."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from bip_desktop.domain.errors import Code
from bip_desktop.storage.store import DatabaseStore
from tests.bad_input.test_full_disk import IN_A_NAMESPACE, may_mount
from tests.faults.answered import MEETING, acknowledged, begun, kept
from tests.faults.nursery import Nursery
from tests.faults.sizes import Rounds
from tests.storage.conftest import Jobcentre, finished, jobcentre, scripts

__all__ = ["begun", "finished", "jobcentre", "scripts"]
STOPPED = {code.value for code in (Code.DISK_FULL, Code.DATABASE_WRITE)}
MOST = 6_000_000
"""Bytes that twelve hundred answers take at most, in the log and in the database."""


def check(place: Jobcentre, said: int, number: int) -> int:
    """Opens it where there is room again; how many answers there are."""
    store = DatabaseStore(place.database, place.key)
    try:
        answers = kept(store)
        assert answers in (said, said + 1), number
        assert store.damage() == (), number
        with store.writing() as work:  # and it goes on
            work.people.set_setting("opdigtet", str(number))
        return answers
    finally:
        store.close()


@pytest.mark.soak("size limits of the files: no acknowledged answer lost, none falsely acknowledged", 3, 100, 3)
def test_nothing_acknowledged_is_lost_where_no_file_may_grow(rounds: Rounds, begun: Jobcentre, tmp_path: Path) -> None:
    """Broken once by a child that says an answer before it has left the transaction."""
    chance, found = random.Random(20261121), Counter[str]()
    place = Jobcentre(tmp_path / "here", begun.key)
    smallest = begun.database.stat().st_size
    with Nursery("answer_within") as nursery:
        for number in rounds:
            shutil.rmtree(place.folder, ignore_errors=True)
            shutil.copytree(begun.folder, place.folder)
            limit = 0 if number == 0 else int(smallest * 0.2 + (MOST - smallest * 0.2) * chance.random() ** 2)
            ended = nursery.child(begun.key, place.database, MEETING, limit)
            found[ended.said[-1]] += 1
            assert ended.said[-1] in STOPPED | {"never stopped"}
            found["kept"] += check(place, acknowledged(ended), number)
    stopped = sum(found[code] for code in STOPPED)
    rounds.found(stopped=stopped, never_reached=found["never stopped"], answers_kept=found["kept"], lost=0)
    assert stopped > len(rounds) / 2


@pytest.mark.skipif(not may_mount(), reason="this machine lets nobody mount a small disk")
@pytest.mark.soak("disks of a hundred sizes, filled up: the same, and a full disk is called so", 3, 100, 3)
def test_nothing_acknowledged_is_lost_on_a_disk_that_fills_up(rounds: Rounds, begun: Jobcentre, tmp_path: Path) -> None:
    """Broken once by a full disk that was taken for a fault of the program."""
    chance, found = random.Random(20261121), Counter[str]()
    place = Jobcentre(tmp_path / "after", begun.key)
    least = sum(path.stat().st_size for path in begun.folder.iterdir()) + 100_000
    with Nursery("answer_on_a_disk", before=IN_A_NAMESPACE) as nursery:
        for number in rounds:
            shutil.rmtree(place.folder, ignore_errors=True)
            size = int(least + (MOST - least) * chance.random() ** 2)
            ended = nursery.child(begun.key, begun.folder, MEETING, size, place.folder)
            assert ended.said[-1] in STOPPED | {"never stopped"}, number
            found[ended.said[-1]] += 1
            found["kept"] += check(place, acknowledged(ended), number)
    rounds.found(full=found[Code.DISK_FULL.value], cannot_be_written=found[Code.DATABASE_WRITE.value])
    rounds.found(never_reached=found["never stopped"], answers_kept=found["kept"], lost=0)
    assert found[Code.DISK_FULL.value] >= len(rounds) / 2
