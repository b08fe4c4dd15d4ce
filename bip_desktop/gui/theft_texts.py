# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What lay on a computer that is gone, in words: page, PDF and terminal say the same."""

from html import escape

from bip_desktop.domain.audit import Happened
from bip_desktop.domain.theft import WhatWasOn
from bip_desktop.gui.formatting import day_and_clock, long_date
from bip_desktop.gui.language import translate

Section = tuple[str, tuple[str, ...]]


def sections(found: WhatWasOn) -> tuple[Section, ...]:
    """Headings, each with its sentences."""
    return (
        (translate("theft", "Hvem og hvad"), _what(found)),
        (translate("theft", "Hvornår"), _when(found)),
        (translate("theft", "Sådan var det beskyttet"), _protected(found)),
        (translate("theft", "Hvad I gør nu"), _next()),
    )


def use_headings() -> tuple[str, ...]:
    """Of the table of uses."""
    return (
        translate("theft", "Tidspunkt"),
        translate("theft", "Hvem"),
        translate("theft", "Hvad"),
        translate("theft", "Sagsnummer"),
    )


def use_rows(found: WhatWasOn) -> list[tuple[str, str, str, str]]:
    """The newest uses first."""
    return [(day_and_clock(each.at), each.who or "–", _done(each.what), each.case_number or "–") for each in found.uses]


def as_html(found: WhatWasOn) -> str:
    """The whole for paper."""
    parts = [f"<h1>{escape(title(found))}</h1>"]
    for heading, lines in sections(found):
        parts.append(f"<h3>{escape(heading)}</h3>")
        parts += [f'<p style="margin:2px 0">– {escape(line)}</p>' for line in lines]
    parts.append(f"<h3>{escape(uses_title())}</h3>")
    head = "".join(f'<th align="left">{escape(each)}</th>' for each in use_headings())
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in use_rows(found))
    parts.append(f'<table cellspacing="0" cellpadding="3" width="100%"><tr>{head}</tr>{rows}</table>')
    return "".join(parts)


def as_text(found: WhatWasOn) -> str:
    """The whole for a terminal."""
    parts = [title(found), ""]
    for heading, lines in sections(found):
        parts += [heading, *(f"  - {line}" for line in lines), ""]
    parts += [uses_title(), *("  " + "  ".join(row) for row in (use_headings(), *use_rows(found)))]
    return "\n".join(parts)


def title(found: WhatWasOn) -> str:
    """Which computer it was."""
    return translate("theft", "Hvad lå på computeren? {0}").format(found.site_name)


def uses_title() -> str:
    """Above the table of uses."""
    return translate("theft", "De seneste opslag i sikkerhedskopien")


def _what(found: WhatWasOn) -> tuple[str, ...]:
    return (
        translate("theft", "Borgere: {0}, heraf {1} med mindst én samtale.").format(found.citizens, found.measured),
        translate("theft", "Om hver borger: navn, CPR-nummer, sagsnummer, ydelse og sagsbehandler."),
        translate("theft", "Svar fra borgere: {0}, også om helbred, økonomi og hverdag.").format(
            found.citizens_answers
        ),
        translate("theft", "Svar fra sagsbehandlere om borgere: {0}.").format(found.caseworkers_answers),
        translate("theft", "Mål og aftaler skrevet med egne ord: {0}.").format(found.own_words),
        translate("theft", "Noter fra sagsbehandlere: {0}.").format(found.notes),
        translate("theft", "Sagsbehandlere, med navn og direkte telefonnummer: {0}.").format(found.caseworkers),
        translate("theft", "Ingen adresser, ingen lægepapirer og ingen billeder: dem har programmet ikke."),
    )


def _when(found: WhatWasOn) -> tuple[str, ...]:
    lines = [
        translate("theft", "Sikkerhedskopien er fra {0}. Hvad der skete efter det, kan den ikke vide.").format(
            day_and_clock(found.made_at)
        )
    ]
    if found.last_used is not None:
        lines.append(translate("theft", "Sidst brugt {0}.").format(day_and_clock(found.last_used)))
    if found.first_meeting is not None and found.last_meeting is not None:
        lines.append(
            translate("theft", "Samtaler: {0}, fra {1} til {2}.").format(
                found.meetings, long_date(found.first_meeting), long_date(found.last_meeting)
            )
        )
    return tuple(lines)


def _protected(found: WhatWasOn) -> tuple[str, ...]:
    opens = (
        translate("theft", "Adgangssætninger, der kan åbne den: {0}. Der er også en gendannelsesnøgle på papir.")
        if found.has_recovery_key
        else translate("theft", "Adgangssætninger, der kan åbne den: {0}. Der er ingen gendannelsesnøgle.")
    ).format(found.passphrases)
    return (
        translate("theft", "Hele databasen og alle sikkerhedskopier er krypteret (AES-256). Nøglen ligger ikke åbent."),
        opens,
        translate(
            "theft",
            "Programmet låser selv efter 4 minutter uden brug, 15 minutter under en samtale, og straks når computeren "
            "låses eller lukkes.",
        ),
        translate(
            "theft",
            "Var det låst op, da computeren forsvandt, kan det, der var på skærmen, være læst. Det, der lå i "
            "hukommelse og dvalefil, beskytter BitLocker.",
        ),
    )


def _next() -> tuple[str, ...]:
    return (
        translate("theft", "Var en adgangssætning skrevet ned ved computeren? Så regn med, at alt kan læses."),
        translate("theft", "Databeskyttelsesrådgiveren vurderer, om bruddet skal anmeldes: fristen er 72 timer."),
        translate(
            "theft",
            "Skal borgerne have besked, så hent sikkerhedskopien frem på en anden computer. Deres navne står dér i "
            "»Mine borgere«; de står ikke her.",
        ),
    )


def _done(what: Happened) -> str:
    match what:
        case Happened.READ | Happened.SEARCHED | Happened.LISTED | Happened.BREAK_GLASS:
            return translate("theft", "Læst")
        case Happened.CREATED | Happened.CHANGED | Happened.DELETED | Happened.HANDED_OVER | Happened.STAND_IN:
            return translate("theft", "Ændret")
        case Happened.EXPORTED | Happened.PRINTED:
            return translate("theft", "Taget ud")
        case Happened.UNLOCKED:
            return translate("theft", "Låst op")
        case Happened.REFUSED:
            return translate("theft", "Afvist")
        case _:
            return translate("theft", "Drift")
