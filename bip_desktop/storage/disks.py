# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What this computer says of its disks. What it does not say is taken for a disk of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.whereabouts import Facts, shared_place

_REMOTE = 4
"""What Windows calls a network drive."""
_MAC_LINE = re.compile(r".+? on (/.*) \((\w+)[,)].*")


def refuse_shared(folder: Path) -> None:
    """Raises `BipError` FOLDER_NETWORK or FOLDER_SYNCHRONISED where a database must not lie in `folder`."""
    facts = facts_of_this_computer()
    for path in dict.fromkeys((str(folder.absolute()), os.path.realpath(folder))):
        shared = shared_place(path, facts)
        if shared is not None:
            raise BipError(Code(f"folder.{shared.value}"))


def facts_of_this_computer() -> Facts:
    """Read anew each time: a drive may have come since."""
    environment = dict(os.environ)
    if sys.platform == "win32":
        return Facts(is_windows=True, environment=environment, remote_drives=_remote_drives())
    if sys.platform == "darwin":
        return Facts(mounts=mounts_of_mac(_said_by_mount()), environment=environment)
    try:
        return Facts(mounts=mounts_of_linux(Path("/proc/mounts").read_text(encoding="utf-8")), environment=environment)
    except OSError:
        return Facts(environment=environment)


def mounts_of_linux(table: str) -> dict[str, str]:
    """The file systems in the words of /proc/mounts, where a blank is written \\040."""
    lines = [line.split() for line in table.splitlines()]
    return {re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), line[1]): line[2] for line in lines if len(line) > 2}


def mounts_of_mac(said: str) -> dict[str, str]:
    """The file systems in the words of macOS' `mount`."""
    return {match[1]: match[2] for line in said.splitlines() if (match := _MAC_LINE.fullmatch(line))}


def _said_by_mount() -> str:
    try:
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def _remote_drives() -> frozenset[str]:
    import ctypes
    import string

    kind_of = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 - only there on Windows
    return frozenset(letter for letter in string.ascii_uppercase if kind_of(f"{letter}:\\") == _REMOTE)
