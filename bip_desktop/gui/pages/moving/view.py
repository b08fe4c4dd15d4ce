# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the page of citizens between computers shows: texts, frozen at one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownComing:
    """A file that was opened, before anybody has said yes."""

    sender: str
    people: tuple[tuple[str, str], ...]
    """Name with case number, meetings."""
    fingerprint: str
    """To be compared; empty where that was done before."""
