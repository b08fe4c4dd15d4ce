# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One run of the walk through a whole meeting, watched for network sockets."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.recording import has_strace
from tests.gui.conftest import ROOT

SOCKETS = "sockets.txt"
"""What strace has seen, where it is here."""
SAID = "said.txt"
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
"""The program, telling of Python's own sockets."""


@pytest.fixture(scope="session")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that one run of the walk leaves; what was seen of it stands beside."""
    folder = tmp_path_factory.mktemp("walk") / "pictures"
    trace = folder.with_name(SOCKETS)
    watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o", str(trace)] if has_strace() else []
    ended = subprocess.run(
        [*watch, sys.executable, "-c", _WATCHED, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": str(folder.parent)},
        check=False,
    )
    folder.with_name(SAID).write_text(ended.stderr, encoding="utf-8")
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    return folder
