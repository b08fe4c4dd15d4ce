# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Small signs that stand for words: why an answer is missing, and how each kind of intervention is drawn."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.progression import Series
from bip_desktop.domain.questionnaire import Missing
from bip_desktop.gui import wording

SIGNS = {
    Missing.DECLINED: "?",
    Missing.DONT_KNOW: "◌",
    Missing.NOT_RELEVANT: "×",
    Missing.NOT_SHOWN: "–",
    Missing.NOT_REACHED: "–",
    Missing.SKIPPED: "–",
}

LINES = {
    Kind.JOB: Qt.PenStyle.SolidLine,
    Kind.UPSKILLING: Qt.PenStyle.DashDotLine,
    Kind.SOCIAL: Qt.PenStyle.DotLine,
    Kind.HEALTH: Qt.PenStyle.DashLine,
}
"""One neutral colour for all kinds; the line tells them apart."""


def explained(series: Iterable[Series]) -> tuple[tuple[str, str], ...]:
    """The signs that occur in these series, each with its words."""
    found = {point.value for each in series for point in each.points if isinstance(point.value, Missing)}
    words: dict[str, list[str]] = {}
    for code, sign in SIGNS.items():
        if code in found:
            words.setdefault(sign, []).append(wording.missing(code))
    return tuple((sign, " / ".join(each)) for sign, each in words.items())
