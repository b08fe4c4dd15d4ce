# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Dates, weeks, amounts and numbers as people read them, by the program's locale."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from bip_desktop.domain.questionnaire import Amount
from bip_desktop.gui.language import translate

_LONGEST = 20
"""Characters of a name on a button."""


def whose(name: str) -> str:
    """`Henriks`, `Jonas'`; in English `Henrik's`. Danish puts no s after s, x and z."""
    if QLocale().language() is not QLocale.Language.Danish:
        return f"{name}’s"
    return f"{name}’" if name[-1:].lower() in ("s", "x", "z") else f"{name}s"


def shortened(name: str) -> str:
    """`name` where it must stand on one line, as on a button: what is too much ends in three dots."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


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


def kroner(oere: int) -> str:
    """Whole kroner with the locale's thousands."""
    return QLocale().toString(oere // 100)


def amount_words(amount: Amount) -> str:
    """`12.000 kr. i timen før skat`."""
    period = translate("formatting", "i timen") if "hour" in amount.unit else translate("formatting", "om måneden")
    basis = translate("formatting", "før skat") if "before" in amount.unit else translate("formatting", "efter skat")
    return translate("formatting", "{0} kr. {1} {2}").format(kroner(amount.oere), period, basis)
