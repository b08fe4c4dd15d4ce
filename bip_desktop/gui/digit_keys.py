# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether the digits 1 to 5 answer the question that has the keyboard: as preferred on this computer."""

_answer = [True]


def prefer(enabled: bool) -> None:
    """Lets the digits answer, or not."""
    _answer[:] = [enabled]


def are_on() -> bool:
    """Whether the digits answer."""
    return _answer[-1]
