# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A whole meeting, from the first start to what is sent, and not one network socket."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.recording import can_record
from tests.faults.sizes import Rounds
from tests.gui.conftest import ROOT

_WATCHED = """
import runpy, socket, sys
network = (socket.AF_INET, socket.AF_INET6)
def hook(event, arguments):
    if event == "socket.__new__" and arguments[1] in network or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        print("NETWORK", event, file=sys.stderr, flush=True)
sys.addaudithook(hook)
sys.argv = ["bip-desktop", "demo", "--screenshots", sys.argv[1]]
runpy.run_module("bip_desktop", run_name="__main__", alter_sys=True)
"""
"""Python's own sockets, wherever the test runs."""
_SOCKET = re.compile(r"socket\((AF_\w+)")


@pytest.mark.timeout(300)
@pytest.mark.soak("whole meetings watched for network sockets: none opened", small=1, full=2)
def test_a_whole_meeting_opens_no_network_socket(rounds: Rounds, tmp_path: Path) -> None:
    """Broken once by an unlocking that makes a socket and closes it again.

    Where strace is here it sees every socket of the process, Qt's too; elsewhere only Python's are seen.
    """
    seen: dict[str, int] = {}
    for number in rounds:
        trace, folder = tmp_path / f"trace-{number}", tmp_path / f"pictures-{number}"
        watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o", str(trace)] if can_record() else []
        ended = subprocess.run(
            [*watch, sys.executable, "-c", _WATCHED, str(folder)],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert list((folder / "submission").glob("*.zip.age")), "it came to its end"
        assert "NETWORK" not in ended.stderr
        for family in _SOCKET.findall(trace.read_text() if watch else ""):
            seen[family] = seen.get(family, 0) + 1
    assert not seen.keys() & {"AF_INET", "AF_INET6", "AF_PACKET"}
    rounds.found(network_sockets=0, others=", ".join(seen) or "none", seen_by="strace" if can_record() else "Python")
