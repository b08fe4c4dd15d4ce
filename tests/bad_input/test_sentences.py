# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Every error in words: whatever is added, it says what is safe and what to do, and can name nobody."""

import re
from string import Formatter

import pytest

from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.gui.error_texts import _catalogue

NAMES_NOBODY = {
    *("errno", "sqlite", "line", "seconds", "least", "most", "needed", "signs", "group", "left", "item", "version"),
    *("file", "place", "first", "second", "schema", "minutes", "days", "count", "have", "found"),
}
"""What a sentence may be filled in with: numbers, places in files, and names of the program's own."""
SAFE = re.compile(r"gemt|[Ii]ntet |urørt|ikke ændret|ikke tabt|er der stadig|talt med")
NOTHING_AT_STAKE = {Code.MEETING_OPEN, Code.COURSE_CLOSED, Code.EXPORT_EMPTY}
"""A way that is not open now, and nothing was lost in asking for it."""
TO_DO = re.compile(
    r"\b(prøv|start|læg|vælg|luk|gem|gør|opdatér|lås|bed|lad|giv|vent|åbn|fortsæt|genåbn|annullér|skriv|find|hent|kan|tal)\b",
    re.IGNORECASE,
)
NOTHING_TO_DO = {Code.MEETING_UNKNOWN, Code.EXPORT_EMPTY, Code.EVIDENCE_OLDER, Code.BACKUP_SHARE}


@pytest.mark.parametrize("code", Code)
def test_a_sentence_can_name_nobody(code: Code) -> None:
    """Broken once by `{name}` in the sentence for a known CPR number."""
    sentence = _catalogue()[code]
    assert {field for _, field, _, _ in Formatter().parse(sentence) if field is not None} <= NAMES_NOBODY


@pytest.mark.parametrize("code", [code for code in Code if BipError(code).kind is Kind.ENVIRONMENT])
def test_what_the_place_does_is_said_with_what_is_safe_and_what_to_do(code: Code) -> None:
    """Broken once by a full disk that said no more than that."""
    sentence = _catalogue()[code]
    assert code in NOTHING_AT_STAKE or SAFE.search(sentence)
    assert code in NOTHING_TO_DO or TO_DO.search(sentence)
    assert not re.search(r"[Uu]kendt fejl|\bdu har (gjort|tastet)", sentence)
