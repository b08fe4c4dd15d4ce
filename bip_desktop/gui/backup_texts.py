# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups in words: when, why, how large, and what would not come back."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from bip_desktop.domain.backup import Backup, Lost, Reason
from bip_desktop.gui.formatting import clock, day_and_clock
from bip_desktop.gui.language import translate


def when(moment: datetime, now: datetime) -> str:
    """`i dag kl. 9.12`, `i går kl. 16.02`, `21. november 2026 kl. 9.12`."""
    days = (now.date() - moment.date()).days
    if days == 0:
        return translate("backup_texts", "i dag {0}").format(clock(moment))
    if days == 1:
        return translate("backup_texts", "i går {0}").format(clock(moment))
    return day_and_clock(moment)


def why(reason: Reason) -> str:
    """What gave rise to it."""
    return {
        Reason.EXIT: translate("backup_texts", "Da programmet blev lukket"),
        Reason.DAILY: translate("backup_texts", "Dagens første"),
        Reason.MIGRATION: translate("backup_texts", "Før en ny udgave af programmet"),
        Reason.IMPORT: translate("backup_texts", "Før en liste blev hentet"),
        Reason.ERASURE: translate("backup_texts", "Før en sletning"),
        Reason.ASKED: translate("backup_texts", "Nogen bad om den"),
    }[reason]


def size(backup: Backup) -> str:
    """`4,2 MB`."""
    return translate("backup_texts", "{0} MB").format(QLocale().toString(max(backup.size / 1e6, 0.1), "f", 1))


def span(time: timedelta) -> str:
    """`42 minutter`, `3 timer`, `2 dage`: rounded up, so that nothing is made smaller than it is."""
    minutes = -(-int(time.total_seconds()) // 60)
    if minutes < 2:
        return translate("backup_texts", "højst 1 minut")
    if minutes < 120:
        return translate("backup_texts", "{0} minutter").format(minutes)
    hours = -(-minutes // 60)
    if hours < 48:
        return translate("backup_texts", "{0} timer").format(hours)
    return translate("backup_texts", "{0} dage").format(-(-hours // 24))


def lost_words(lost: Lost, backup: Backup, now: datetime) -> str:
    """What would not come back, in one or two sentences."""
    made = when(backup.made_at, now)
    if lost.only_key_file:
        return translate("backup_texts", "Databasen er hel. Kun nøglefilen bliver hentet frem, og intet går tabt.")
    if lost.since is None:
        return translate(
            "backup_texts", "Alt, der var skrevet, da sikkerhedskopien blev lavet {0}, kommer frem."
        ).format(made)
    said = translate("backup_texts", "Det, der er skrevet efter {0}, kommer ikke med: {1}.").format(
        made, span(lost.since)
    )
    if lost.answers is None or lost.meetings is None or lost.citizens is None:
        unknown = translate("backup_texts", "Hvor mange svar det er, kan ikke tælles, fordi databasen ikke kan læses.")
        return f"{said} {unknown}"
    if not (lost.answers or lost.meetings or lost.citizens):
        nothing = translate("backup_texts", "Der er ikke kommet borgere, samtaler eller svar til siden da.")
        return f"{said} {nothing}"
    parts = (_citizens(lost.citizens), _meetings(lost.meetings), _answers(lost.answers))
    counted = translate("backup_texts", "Siden da er der kommet {0}, {1} og {2}.").format(*parts)
    return f"{said} {counted}"


def _citizens(count: int) -> str:
    if count == 1:
        return translate("backup_texts", "1 borger")
    return translate("backup_texts", "{0} borgere").format(count)


def _meetings(count: int) -> str:
    if count == 1:
        return translate("backup_texts", "1 samtale")
    return translate("backup_texts", "{0} samtaler").format(count)


def _answers(count: int) -> str:
    return translate("backup_texts", "{0} svar").format(count)
