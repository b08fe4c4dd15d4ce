# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A citizen's right on its way, in words; and what the program says until the municipality has said it itself."""

from collections.abc import Sequence
from datetime import datetime

from bip_desktop.domain.citizen_rights import Ground, RightKind
from bip_desktop.gui.formatting import isolated, long_date
from bip_desktop.gui.language import translate
from bip_desktop.services.citizen_rights import CaseLine
from bip_desktop.services.informing import InformationText


def kind(which: RightKind) -> str:
    """What is asked for."""
    return {
        RightKind.ACCESS: translate("rights_texts", "Indsigt"),
        RightKind.RECTIFICATION: translate("rights_texts", "Rettelse"),
        RightKind.ERASURE: translate("rights_texts", "Sletning"),
    }[which]


def ground(which: Ground) -> str:
    """Why."""
    return {
        Ground.REQUEST: translate("rights_texts", "borgeren har bedt om det"),
        Ground.DEADLINE: translate("rights_texts", "fristen er udløbet"),
        Ground.MISTAKE: translate("rights_texts", "det var en fejl"),
    }[which]


def who(line: CaseLine) -> str:
    """Whom it is about, as far as the one who looks has business with that."""
    if not line.is_here:
        return translate("rights_texts", "Borgeren er slettet")
    if line.name:
        number = translate("rights_texts", "sagsnummer {0}").format(line.case_number) if line.case_number else ""
        return " · ".join(each for each in (isolated(line.name), number) if each)
    if line.case_number:
        return translate("rights_texts", "Sagsnummer {0}").format(line.case_number)
    return translate("rights_texts", "En borger uden sagsnummer")


def steps(line: CaseLine) -> Sequence[str]:
    """What has been done, and whose turn it is."""
    case = line.case
    said = [_step(translate("rights_texts", "Bedt om {0} af {1}"), case.prepared_at, line.people[0])]
    if case.approved_at is not None:
        said.append(_step(translate("rights_texts", "Godkendt {0} af {1}"), case.approved_at, line.people[1]))
    if case.done_at is not None:
        said.append(_step(translate("rights_texts", "Udført {0} af {1}"), case.done_at, line.people[2]))
    elif not line.is_here:
        pass
    elif case.approved_at is None:
        said.append(translate("rights_texts", "Venter på teamlederen."))
    elif case.kind is RightKind.ERASURE:
        said.append(translate("rights_texts", "Venter på administratoren: en anden end den, der godkendte."))
    else:
        said.append(translate("rights_texts", "Venter på administratoren."))
    return said


def _step(words: str, at: datetime, person: str) -> str:
    return words.format(long_date(at.date()), isolated(person))


def information(text: InformationText, caseworker: str) -> str:
    """What the citizen reads about the own answers: the municipality's words, or the program's draft."""
    if not text.is_draft:
        return text.text
    return draft().format(caseworker)


def draft() -> str:
    """The program's own words; {0} is the caseworker's name."""
    return translate(
        "rights_texts",
        "{0} kan se dine svar. De bliver en del af din sag. "
        "Du skal komme til samtalen, men du bestemmer selv, hvad du svarer på.",
    )


def draft_remark() -> str:
    """What is said beside the draft."""
    return translate("rights_texts", "Teksten er et udkast. Kommunen har ikke skrevet sin egen endnu.")


def told(number: str) -> str:
    """Which version somebody was shown."""
    if number == "0":
        return translate("rights_texts", "udkastet")
    return translate("rights_texts", "tekst nr. {0}").format(number)
