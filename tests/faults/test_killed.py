# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Killed at any moment of answering, opening and closing: what was acknowledged is there."""

import random

import pytest

from bip_desktop.storage.store import DatabaseStore
from tests.faults.answered import MEETING, acknowledged, begun, kept
from tests.faults.nursery import Nursery, moment
from tests.faults.sizes import Rounds
from tests.storage.conftest import Jobcentre, finished, jobcentre, scripts

__all__ = ["begun", "finished", "jobcentre", "scripts"]
ANSWERS = 40
"""In the life of a child that is not killed: as long as that takes here, one of the others lives at most."""


@pytest.mark.soak("kills at random moments while answering: no acknowledged answer lost", small=30, full=500, minutes=4)
def test_no_acknowledged_answer_is_lost_by_a_kill(rounds: Rounds, begun: Jobcentre) -> None:
    """Broken once by a child that says an answer before it has left the transaction."""
    chance, said, answers = random.Random(20261121), 0, 0
    with Nursery("answer") as nursery:
        whole = nursery.child(begun.key, begun.database, MEETING, ANSWERS, 1)
        said = answers = acknowledged(whole)
        for number in rounds:
            each_session = chance.randrange(1, ANSWERS)  # then it closes, opens, and goes on
            ended = nursery.child(
                begun.key, begun.database, MEETING, each_session, kill_after=moment(chance, whole.seconds)
            )
            said = max(said, acknowledged(ended))
            store = DatabaseStore(begun.database, begun.key)
            answers = kept(store)
            assert answers in (said, said + 1), f"after kill {number}"  # one may be committed and not yet said
            assert number % 25 or store.damage() == ()
            store.close()
            said = answers
    rounds.found(kills=len(rounds), acknowledged_answers=answers, lost=0)
    assert answers > len(rounds)
