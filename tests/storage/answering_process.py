# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A process that answers until it is killed: `python -m tests.storage.answering_process DATABASE MEETING [STOP]`.

It reads the data key, in hex, from its input, and says the number of each answer when the store has acknowledged it.
With STOP it ends itself right after that answer, without any farewell.
"""

import os
import sys
from itertools import count
from pathlib import Path

from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.questionnaire import Step
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.store import DatabaseStore

ITEM = "B1"


def step(number: int) -> Step:
    """What answer `number` says."""
    return Step(number * number % 5 + 1)


def main(database: str, meeting: str, stop: str = "0") -> None:
    store = DatabaseStore(Path(database), DataKey(bytes.fromhex(sys.stdin.readline())))
    with store.reading() as work:
        done = sum(answer.revision for answer in work.meetings.stored_answers(MeetingId(meeting)))
    for number in count(done + 1):
        with store.writing() as work:
            work.meetings.answer(MeetingId(meeting), ITEM, step(number), after_reveal=False)
        os.write(1, b"%d\n" % number)
        if int(stop) and number >= done + int(stop):
            os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
