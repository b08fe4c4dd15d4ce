# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the command line shows: plain tables, progress on one line, or JSON for machines."""

import json
import re
import sys
import time
from collections.abc import Sequence
from typing import Any

_EVERY = 0.2
"""Seconds between two states of the line of progress."""


def text_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as they need, numbers to the right.

    >>> print(text_table(("sted", "antal"), [("aa", 3), ("b", 12)]))
    sted  antal
    ────  ─────
    aa        3
    b        12
    """
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[place]) for line in [list(header), *cells]) for place in range(len(header))]
    numbers = [bool(rows) and all(isinstance(row[place], int) for row in rows) for place in range(len(header))]
    lines = [list(header), ["─" * width for width in widths], *cells]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, numbers, strict=True)
        ).rstrip()
        for line in lines
    )


class Screen:
    """Where a command says what it does: people read lines, machines one JSON object."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._shown_at = 0.0
        self._shown = ""
        self._progress = not as_json and sys.stderr.isatty()

    def say(self, text: str = "") -> None:
        """A line for a person."""
        if not self._as_json:
            self.clear()
            print(text)

    def result(self, content: dict[str, Any]) -> None:
        """The one object for a machine."""
        if self._as_json:
            print(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True))

    def progress(self, text: str) -> None:
        """How far long work has come, on one line that is written over. Another kind of work is told at once, since
        it may take long; of the same only now and then."""
        kind = re.sub(r"\d", "", text)
        if self._progress and (kind != self._shown or time.monotonic() - self._shown_at > _EVERY):
            self._shown, self._shown_at = kind, time.monotonic()
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the line of progress away."""
        if self._progress and self._shown_at:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
