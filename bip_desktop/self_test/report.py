# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the self-test found, as JSON that names no person and no folder of the machine."""

import json
import platform
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6 import __version__ as qt_version

from bip_desktop import __version__
from bip_desktop.logs import redacted

_FOLDERS = re.compile(
    r"""(?<=['"])(?:[A-Za-z]:)?[\\/][^'"]*(?=[\\/])"""  # in quotes a folder may have spaces
    r"""|(?:[A-Za-z]:)?(?:[\\/]+[^\s'"\\/:]+)+(?=[\\/])"""
)
_LONGEST = 600
"""Characters of a detail."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check. `detail` says what was seen, or what went wrong."""

    name: str
    passed: bool
    detail: str


def without_folders(text: str) -> str:
    """`text` with the last part of every path alone, and without anything like a CPR number.

    >>> without_folders("cannot open /tmp/BIP/bip.db")
    'cannot open …/bip.db'
    """
    return redacted(_FOLDERS.sub("…", text))[:_LONGEST]


def write_report(path: Path, outcomes: Sequence[Outcome]) -> bool:
    """Writes everything to `path`; returns whether all passed (and there was something to pass)."""
    passed = bool(outcomes) and all(each.passed for each in outcomes)
    content = {
        "program": "bip-desktop",
        "version": __version__,
        "platform": platform.platform(),
        "python": platform.python_version(),
        "qt": qt_version,
        "frozen": bool(getattr(sys, "frozen", False)),
        "passed": passed,
        "checks": [asdict(each) for each in outcomes],
    }
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return passed
