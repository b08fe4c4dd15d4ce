# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Dates, weeks, amounts and numbers as people read them, by the program's locale."""

import unicodedata
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from bip_desktop.domain.questionnaire import Amount
from bip_desktop.gui.language import translate

_LONGEST = 20
"""Characters of a name on a button."""
_ISOLATE, _END = "\N{LEFT-TO-RIGHT MARK}\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""The mark keeps a label that holds nothing but the name at the left, as the others of the page."""
_FROM_THE_RIGHT = ("R", "AL", "AN")
"""Unicode's classes of signs that are read from the right, or stand among those."""


def isolated(name: str) -> str:
    """`name` as it enters a sentence of ours: one that is read from the right stays whole, and does not turn round what
    stands beside it. For the screen only: what is stored, sent or named after a person keeps the plain name."""
    turns = any(unicodedata.bidirectional(each) in _FROM_THE_RIGHT for each in name)
    return f"{_ISOLATE}{name}{_END}" if turns and not name.startswith(_ISOLATE) else name


def whose(name: str) -> str:
    """`Henriks`, `Jonas'`; in English `Henrik's`. Danish puts no s after s, x and z."""
    if QLocale().language() is not QLocale.Language.Danish:
        return f"{isolated(name)}’s"
    ends_in_s = name.rstrip(_END)[-1:].lower() in ("s", "x", "z")
    return f"{isolated(name)}’" if ends_in_s else f"{isolated(name)}s"


def shortened(name: str) -> str:
    """`name` where it must stand on one line, as on a button: what is too much ends in three dots."""
    plain = name.strip(_ISOLATE + _END)
    return isolated(plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…")


def long_date(day: date) -> str:
    """`21. november 2026`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("formatting", "d. MMMM yyyy"))


def short_date(day: date) -> str:
    """`21. nov.`"""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("formatting", "d. MMM"))


def month_year(day: date) -> str:
    """`nov. 26`, for the ends of a time axis."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("formatting", "MMM yy"))


def clock(moment: datetime) -> str:
    """`kl. 10.00`."""
    return translate("formatting", "kl. {0}").format(moment.strftime(translate("formatting", "%H.%M")))


def day_and_clock(moment: datetime) -> str:
    """`21. november 2026 kl. 10.00`."""
    return f"{long_date(moment.date())} {clock(moment)}"


def weeks_since(day: date, today: date) -> str:
    """How long ago, in whole weeks."""
    weeks = (today - day).days // 7
    if weeks < 1:
        return translate("formatting", "i denne uge")
    return (
        translate("formatting", "1 uge siden")
        if weeks == 1
        else translate("formatting", "{0} uger siden").format(weeks)
    )


def number(count: int) -> str:
    """A count with the locale's thousands."""
    return QLocale().toString(count)


def kroner(oere: int) -> str:
    """Whole kroner with the locale's thousands."""
    return QLocale().toString(oere // 100)


def amount_words(amount: Amount) -> str:
    """`12.000 kr. i timen før skat`."""
    period = translate("formatting", "i timen") if "hour" in amount.unit else translate("formatting", "om måneden")
    basis = translate("formatting", "før skat") if "before" in amount.unit else translate("formatting", "efter skat")
    return translate("formatting", "{0} kr. {1} {2}").format(kroner(amount.oere), period, basis)
