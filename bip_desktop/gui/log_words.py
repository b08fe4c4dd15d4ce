# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What an entry of the log of use tells, in plain words. Of a citizen it names nothing but the end of the identity."""

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.rights import Role
from bip_desktop.gui.language import translate
from bip_desktop.services.auditing import LogLine

_SIGNS = 6


def happened(line: LogLine) -> str:
    """What was done."""
    entry = line.entry
    return _by_detail(entry.what, entry.detail) or _plain().get(entry.what) or translate("log_words", "Ukendt hændelse")


def about(subject: str) -> str:
    """Which citizen, as the log knows one."""
    return translate("log_words", "borger {0}").format(subject[-_SIGNS:]) if subject else ""


def text_of(line: LogLine) -> str:
    """The purpose and what was searched for, as long as they are kept."""
    searched = translate("log_words", "søgte »{0}«").format(line.criterion) if line.criterion else ""
    return " · ".join(each for each in (line.purpose, searched) if each)


def role(which: Role) -> str:
    """What a person is."""
    return {
        Role.CASEWORKER: translate("log_words", "sagsbehandler"),
        Role.TEAM_LEADER: translate("log_words", "teamleder"),
        Role.ADMINISTRATOR: translate("log_words", "administrator"),
    }[which]


def _by_detail(what: Happened | str, detail: str) -> str:
    first = detail.split(" ")[0].split("=")[0]
    known = {
        (Happened.READ, "card"): translate("log_words", "Åbnede en borger"),
        (Happened.READ, "answers"): translate("log_words", "Læste en borgers svar"),
        (Happened.READ, "found"): translate("log_words", "Fandt en borger i en søgning"),
        (Happened.LISTED, "caseload"): translate("log_words", "Så listen over egne borgere"),
        (Happened.LISTED, "own"): translate("log_words", "Så sine egne svar samlet"),
        (Happened.LISTED, "research"): translate("log_words", "Så, hvad der kan sendes til forskning"),
        (Happened.LISTED, "users"): translate("log_words", "Så listen over brugere"),
        (Happened.SEARCHED, "cpr"): translate("log_words", "Så efter, om et CPR-nummer allerede er oprettet"),
        (Happened.CREATED, "citizen"): translate("log_words", "Oprettede en borger"),
        (Happened.CREATED, "meeting"): translate("log_words", "Begyndte en samtale"),
        (Happened.CHANGED, "answer"): translate("log_words", "Gemte et svar"),
        (Happened.CHANGED, "set_agreement"): translate("log_words", "Gemte en aftale"),
        (Happened.REFUSED, "open"): translate("log_words", "Blev afvist ved en borger, der ikke er ens egen"),
        (Happened.HANDED_OVER, "undone"): translate("log_words", "Fortrød, at en borger fik en anden sagsbehandler"),
        (Happened.KEYS, "passphrase"): translate("log_words", "Ny adgangssætning"),
        (Happened.KEYS, "recovery"): translate("log_words", "Lavede eller prøvede gendannelsesnøglen"),
        (Happened.KEYS, "pin"): translate("log_words", "Ny pinkode"),
        (Happened.KEYS, "user"): translate("log_words", "Oprettede eller fjernede en bruger"),
        (Happened.SETTINGS, "person"): translate("log_words", "Rettede oplysninger om en medarbejder"),
    }
    return known.get((Happened(what), first), "") if what in set(Happened) else ""


def _plain() -> dict[Happened | str, str]:
    return {
        Happened.READ: translate("log_words", "Åbnede en borger"),
        Happened.LISTED: translate("log_words", "Så en liste"),
        Happened.SEARCHED: translate("log_words", "Søgte efter en borger"),
        Happened.CREATED: translate("log_words", "Oprettede noget"),
        Happened.CHANGED: translate("log_words", "Rettede i en borgers sag"),
        Happened.EXPORTED: translate("log_words", "Sendte en pakke til forskning"),
        Happened.PRINTED: translate("log_words", "Udskrev eller kopierede noget om en borger"),
        Happened.DELETED: translate("log_words", "Slettede"),
        Happened.REFUSED: translate("log_words", "Blev afvist: havde ikke adgang"),
        Happened.BREAK_GLASS: translate("log_words", "Åbnede en kollegas borger"),
        Happened.STAND_IN: translate("log_words", "Trådte til som vikar hos en kollegas borger"),
        Happened.HANDED_OVER: translate("log_words", "Borgeren fik en anden sagsbehandler"),
        Happened.INFORMED: translate("log_words", "Viste borgeren informationen"),
        Happened.UNLOCKED: translate("log_words", "Låste op"),
        Happened.KEYS: translate("log_words", "Ændrede en adgang"),
        Happened.ROLES: translate("log_words", "Ændrede en brugers roller"),
        Happened.SETTINGS: translate("log_words", "Ændrede en indstilling"),
        Happened.BACKED_UP: translate("log_words", "Lavede en sikkerhedskopi"),
        Happened.RESTORED: translate("log_words", "Gendannede fra en sikkerhedskopi"),
        Happened.RIGHT: translate("log_words", "Behandlede en borgers ret til indsigt, rettelse eller sletning"),
        Happened.LOG_READ: translate("log_words", "Så i loggen"),
        Happened.LOG_CHECKED: translate("log_words", "Kontrollerede loggen"),
        Happened.SPOT_CHECK: translate("log_words", "Stikprøve trukket eller godkendt"),
        Happened.LOG_CUT: translate("log_words", "Slettede den ældste del af loggen, da fristen var gået"),
        Happened.CLOCK_BACK: translate("log_words", "Computerens ur var stillet tilbage"),
    }
