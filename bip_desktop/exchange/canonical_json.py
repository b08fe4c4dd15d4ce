# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""JSON with one way of writing the same thing, so that it can be hashed, signed and made again."""

import json
from collections.abc import Mapping, Sequence

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | bool | None


def canonical_bytes(content: Json, *, indent: int | None = None) -> bytes:
    """`content` as UTF-8 with sorted names; without `indent` on one line and without spaces."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        content, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=indent, separators=separators
    )
    return text.encode()
