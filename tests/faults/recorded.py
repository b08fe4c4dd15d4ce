# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A process that answers and is recorded: `python -m tests.faults.recorded SYNCHRONOUS DATABASE MEETING ANSWERS
SESSIONS`, with the data key, in hex, at its input."""

import sys

from bip_desktop.storage.keyring import DataKey
from tests.faults.nursery import answer, flush_as

if __name__ == "__main__":
    flush_as(sys.argv[1])
    answer(DataKey(bytes.fromhex(sys.stdin.readline())), *sys.argv[2:])
