# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What whoever sits at this computer wants to see: language, colours, size. It holds nothing about people.

The file can be read before anything is unlocked, and a file that is damaged is as good as none.
"""

import tomllib
from dataclasses import asdict, dataclass, fields
from typing import Final

LANGUAGES: Final = ("da", "en")
THEMES: Final = ("light", "dark", "high_contrast", "system")
TEXT_SCALES: Final = (100, 125, 150, 175, 200)
"""Per cent."""
LARGEST = 10_000
"""Bytes; a file of this kind has some eighty."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the program looks and listens on this computer."""

    language: str = "da"
    theme: str = "light"
    """`system` is light or dark, as the rest of the computer."""
    text_scale: int = 100
    digit_keys: bool = True
    """Whether a digit gives an answer."""


_ALLOWED: Final[dict[str, tuple[object, ...]]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_scale": TEXT_SCALES,
    "digit_keys": (True, False),
}


def read(content: bytes) -> Preferences:
    """The preferences in a file; what cannot be read, or is not known, is as if it had never been chosen."""
    if len(content) > LARGEST:
        return Preferences()
    try:
        found = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return Preferences()
    return Preferences(**{name: found[name] for name in _ALLOWED if name in found and _is_allowed(name, found[name])})


def _is_allowed(name: str, value: object) -> bool:
    # The type counts too: in Python 1 is True and 100.0 is 100.
    return any(value == each and type(value) is type(each) for each in _ALLOWED[name])


def written(preferences: Preferences) -> bytes:
    """The file's content."""
    values = asdict(preferences)
    lines = [f"{each.name} = {_toml(values[each.name])}\n" for each in fields(preferences)]
    return "".join(lines).encode()


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
