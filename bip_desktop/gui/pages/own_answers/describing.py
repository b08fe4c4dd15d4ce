# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Puts what is for her eyes alone into words."""

from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.stalled import Check, Reason, Sign
from bip_desktop.domain.suggestion import Suggestion
from bip_desktop.gui import wording
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.pages.own_answers.view import StopView


def stop(reasons: tuple[Reason, ...], name: str) -> StopView | None:
    """Why it is worth stopping, and the checklist; None where nothing speaks for it."""
    if not reasons:
        return None
    return StopView(tuple(_reason(each) for each in reasons), tuple(_check(each, name) for each in Check))


def _reason(why: Reason) -> str:
    match why.sign:
        case Sign.STILL:
            return translate("own_describing", "Intet område har flyttet sig i de sidste {0} målinger.").format(
                why.count
            )
        case Sign.LOWER:
            return translate("own_describing", "{0} er lavere end gangen før.").format(wording.areas(why.count))
        case Sign.NO_ACTIVITY:
            return translate("own_describing", "Der var ingen aktiviteter i gang ved sidste måling.")
        case Sign.MISSED:
            return translate("own_describing", "Den samtale, I havde aftalt, er ikke holdt.")
        case Sign.OVERDUE:
            return translate("own_describing", "Det er {0} uger siden sidste måling.").format(why.count // 7)
        case Sign.NEW_CASEWORKER:
            return translate("own_describing", "Der er kommet en ny sagsbehandler siden sidste måling.")


def _check(what: Check, name: str) -> tuple[str, str]:
    match what:
        case Check.RELATION:
            return (
                translate("own_describing", "Relationen"),
                translate("own_describing", "Er der tillid mellem jer? Hvad ville {0} sige?").format(name),
            )
        case Check.HOPE:
            return (
                translate("own_describing", "Håbet"),
                translate("own_describing", "Hvad håber {0} på? Hvad håber du selv på?").format(name),
            )
        case Check.HEALTH:
            return (
                translate("own_describing", "Helbredet"),
                translate("own_describing", "Fylder noget mere end før? Er der hjælp til det?"),
            )
        case Check.FIT:
            return (
                translate("own_describing", "Indsatsen"),
                translate("own_describing", "Passer den stadig til {0}? Hvem har valgt den?").format(name),
            )
        case Check.NETWORK:
            return (
                translate("own_describing", "Netværket"),
                translate("own_describing", "Hvem omkring {0} kunne være med?").format(name),
            )


def why(suggestion: Suggestion, instrument: Instrument) -> str:
    """The reasons of a suggestion for her: her own answers, in the instrument's words."""
    said = []
    for reason in suggestion.reasons:
        if reason.item.startswith("S"):
            item = instrument.item(reason.item)
            word = item.scale.word(reason.step, spoken()) if item.scale else str(reason.step)
            said.append(
                translate("own_describing", "Du svarede »{1}« på »{0}« sidst.").format(
                    wording.name(item, spoken()), word
                )
            )
        elif reason.item:
            said.append(wording.reason(reason, instrument, spoken()))
    return " ".join(said)
