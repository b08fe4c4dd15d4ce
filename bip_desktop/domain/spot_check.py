# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The monthly spot check: which entries of the log somebody looks at, drawn so that nobody can choose them.

The draw follows from the hash at the month's end: the same for whoever repeats it, and not known before.
"""

import hashlib
from collections.abc import Sequence
from math import ceil

SHARE = 0.05
LEAST = 10


def sample_size(entries: int) -> int:
    """Five per cent, at least ten, never more than there are.

    >>> sample_size(3), sample_size(40), sample_size(1001)
    (3, 10, 51)
    """
    return min(entries, max(LEAST, ceil(entries * SHARE)))


def drawn(numbers: Sequence[int], head: str) -> tuple[int, ...]:
    """The entries of a month to look at, by the log's hash `head` at its end."""

    def lot(number: int) -> bytes:
        return hashlib.sha256(f"{head}:{number}".encode()).digest()

    return tuple(sorted(sorted(numbers, key=lot)[: sample_size(len(numbers))]))
