# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The journal note as plain text to paste: short headings, narrow lines, nothing but what it has to say."""

from collections.abc import Iterable
from textwrap import wrap

from bip_desktop.domain.agreement import Task, Who
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import day_and_clock, long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.plots.sentences import first_word
from bip_desktop.gui.widgets.suggestion_card import shared_name
from bip_desktop.services.agreeing import AgreementPage
from bip_desktop.services.journal_note import Counts, JournalNote

WIDTH = 80
"""Characters: as wide as case systems show."""


def journal_text(note: JournalNote, instrument: Instrument, language: str) -> str:
    """The note, ready to paste."""
    page = note.page
    sections = [
        [
            *_lines(translate("journal", "BIP-samtale {0}, måling nr. {1}").format(long_date(page.on), note.number)),
            *_lines(f"{page.caseworker.name}, {page.site_name}"),
        ],
        _section(translate("journal", "Borgerens svar"), _answers(note)),
    ]
    if page.activities:
        names = dict.fromkeys(shared_name(instrument, each, language) for each in page.activities)
        sections.append(_section(translate("journal", "Valgt sammen"), map(_bullet, names)))
    if page.agreement.goals:
        quoted = (_bullet(translate("journal", "»{0}«").format(goal)) for goal in page.agreement.goals)
        sections.append(_section(translate("journal", "Borgerens mål, med egne ord"), quoted))
    if page.agreement.tasks:
        tasks = (_bullet(_task(each, page)) for each in page.agreement.tasks)
        sections.append(_section(translate("journal", "Hvem gør hvad"), tasks))
    if page.agreement.is_empty and not page.activities:
        nothing = _lines(translate("journal", "Der er ikke aftalt noget denne gang."))
        sections.append(_section(translate("journal", "Aftale"), [nothing]))
    following = page.agreement.next_meeting
    said = day_and_clock(following) if following else translate("journal", "Aftales senere.")
    sections.append(_section(translate("journal", "Næste samtale"), [_lines(said)]))
    foot = _lines(translate("journal", "Aftalen er ikke en afgørelse."))
    if page.hidden:
        foot += _lines(translate("journal", "Et tal, der lignede et CPR-nummer, er udeladt."))
    sections.append(foot)
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def _answers(note: JournalNote) -> Iterable[list[str]]:
    part = {
        Part.COMPLETE: translate("journal", "Borgeren har svaret på spørgeskemaet."),
        Part.PARTIAL: translate("journal", "Borgeren har svaret på en del af spørgeskemaet."),
        Part.DECLINED: translate("journal", "Borgeren ønskede ikke at svare denne gang."),
        None: "",
    }[note.part]
    yield _lines(" ".join(each for each in (part, translate("journal", "Svarene ligger i BIP.")) if each))
    if note.counts is not None:
        yield _lines(_counted(note.counts))


def _counted(counts: Counts) -> str:
    """`I forhold til sidst: højere på 3 områder, som sidst på 6 områder.`"""
    said = [
        words.format(wording.areas(count))
        for count, words in (
            (counts.higher, translate("journal", "højere på {0}")),
            (counts.same, translate("journal", "som sidst på {0}")),
            (counts.lower, translate("journal", "lavere på {0}")),
        )
        if count
    ]
    if not said:
        return translate("journal", "Der er ikke noget at sammenligne med denne gang.")
    compared = translate("journal", "I forhold til sidst: {0}.").format(", ".join(said))
    if counts.higher or counts.lower:
        compared += " " + translate("journal", "Ét trin kan være tilfældigt.")
    return compared


def _task(task: Task, page: AgreementPage) -> str:
    who = {
        Who.CITIZEN: first_word(page.citizen),
        Who.CASEWORKER: page.caseworker.first_name,
        Who.OTHER: translate("journal", "En anden"),
    }[task.who]
    by = translate("journal", " (senest {0})").format(long_date(task.by)) if task.by else ""
    return f"{who}: {task.what}{by}"


def _section(heading: str, parts: Iterable[list[str]]) -> list[str]:
    return [heading.upper(), *(line for lines in parts for line in lines)]


def _lines(text: str) -> list[str]:
    return wrap(text, WIDTH)


def _bullet(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="- ", subsequent_indent="  ")
