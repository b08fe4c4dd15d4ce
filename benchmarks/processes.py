# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Starts our own modules as an installed program starts: compiled before, so that no start waits for the compiler. And
what a process knows of its memory."""

import os
import subprocess
import sys
from pathlib import Path

PATIENCE = 280
"""Seconds."""


def run(module: str, *arguments: str, compiled: Path, patience: float = PATIENCE, **environment: str) -> str:
    """What the module prints. The folder `compiled` holds the bytecode between runs: the first one is no measure."""
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), **environment}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=patience, check=False)
    if done.returncode:
        raise RuntimeError(f"{module} failed\n{done.stderr}")
    return done.stdout


def memory() -> dict[str, float]:
    """MiB that this process has in use now and had at most, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return {}
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return {name: int(lines[key].split()[0]) / 1024 for name, key in (("now", "VmRSS"), ("most", "VmHWM"))}
