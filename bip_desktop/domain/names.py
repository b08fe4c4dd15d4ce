# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Names as people type and paste them: any alphabet and any sign, but nothing that cannot be seen."""

import unicodedata

_JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
"""They shape the signs around them: letters of several alphabets, and composed pictures."""
_BLANK = {"\N{HANGUL FILLER}", "\N{HALFWIDTH HANGUL FILLER}", "\N{BRAILLE PATTERN BLANK}"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_NOT_ALONE = ("M", "Z")
_LAST_LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""The signs that follow z: where the Danish alphabet has these letters."""


def cleaned(name: str) -> str:
    """`name` with single spaces and without what is invisible or turns the text around it; empty where nothing is
    left to see.

    >>> cleaned("  Anna\\u200b  Øst\\u202e ")
    'Anna Øst'
    >>> cleaned("\\u200b \\u200d")
    ''
    """
    words = " ".join(unicodedata.normalize("NFC", name).split())
    kept = "".join(each for each in words if each in _JOINERS or unicodedata.category(each) not in _UNSEEN)
    seen = any(each not in _JOINERS | _BLANK and not unicodedata.category(each).startswith(_NOT_ALONE) for each in kept)
    return " ".join(kept.split()) if seen else ""


def alphabetical(name: str) -> str:
    """What names are sorted by: large and small letters alike, æ, ø and å last.

    >>> sorted(["Åse", "Øre", "Ærø", "zoe", "Zita"], key=alphabetical)
    ['Zita', 'zoe', 'Ærø', 'Øre', 'Åse']
    """
    return name.casefold().translate(_LAST_LETTERS)
