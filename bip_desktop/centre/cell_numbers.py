# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Numbers in cells that came as text."""

import re

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def as_number(text: str) -> int | float | None:
    """The number that `text` is, None where it is something else: also `007`, which somebody meant as a code."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return float(text) if found[1] else int(text)
