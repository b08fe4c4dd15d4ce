# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The report's figures, as SVG text."""

from collections.abc import Iterator

from bip_desktop.centre.analysis.effects import EffectTable
from bip_desktop.centre.analysis.wording import Language


def figures_of(table: EffectTable, words: Language) -> Iterator[str]:
    """The figures of one table."""
    del table, words
    yield from ()
