# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A whole meeting, from the first start to what is sent, and not one network socket."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SAID, SOCKETS
from tests.faults.sizes import Rounds

_SOCKET = re.compile(r"socket\((AF_\w+)")


@pytest.mark.soak("a whole meeting watched for network sockets: none opened", small=1, full=1)
def test_a_whole_meeting_opens_no_network_socket(rounds: Rounds, walk: Path) -> None:
    """Broken once by an unlocking that makes a socket and closes it again.

    Where strace is here it sees every socket of the process, Qt's too; elsewhere only Python's are seen.
    """
    for _ in rounds:
        assert list((walk / "submission").glob("*.zip.age")), "it came to its end"
        assert "NETWORK" not in walk.with_name(SAID).read_text(encoding="utf-8")
        trace = walk.with_name(SOCKETS)
        seen = Counter(_SOCKET.findall(trace.read_text()) if trace.exists() else [])
        assert not seen.keys() & {"AF_INET", "AF_INET6", "AF_PACKET"}
        others = ", ".join(f"{count} {family}" for family, count in seen.items())
        rounds.found(network_sockets=0, others=others or "none", seen_by="strace" if trace.exists() else "Python alone")
