# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whole measurements on paper: for the case archive, and, with all else there is, for the citizen who asks."""

from collections.abc import Iterable, Sequence
from html import escape

from bip_desktop.domain.agreement import How, Task, Who
from bip_desktop.domain.audit import Happened
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.intervention import Status
from bip_desktop.domain.meeting import Mode, State
from bip_desktop.domain.questionnaire import Respondent, Wording
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import day_and_clock, isolated, long_date
from bip_desktop.gui.language import translate
from bip_desktop.services.access_export import AccessExport, LookUp
from bip_desktop.services.meeting_copy import ArchiveCopy, MeetingCopy
from bip_desktop.services.ports import StoredAnswer

Cells = Sequence[str]


def archive_html(found: ArchiveCopy, language: str) -> str:
    """One measurement for the case archive."""
    number = translate("measurement_paper", "Sagsnummer {0}").format(found.case_number) if found.case_number else ""
    return "".join(
        [
            _title(translate("measurement_paper", "Arkivudskrift af en BIP-måling")),
            _line(" · ".join(each for each in (isolated(found.citizen), number, found.site_name) if each)),
            *_meeting(found.copy, language),
        ]
    )


def access_html(export: AccessExport, language: str) -> str:
    """Everything of one citizen, in words."""
    citizen = export.citizen
    parts = [
        _title(translate("measurement_paper", "Indsigt i dine oplysninger")),
        _line(f"{export.site_name} · {day_and_clock(export.made_at)}"),
        _line(translate("measurement_paper", "Her er alt, hvad BIP har om dig på denne computer.")),
        _section(translate("measurement_paper", "Om dig")),
        _table(
            [
                (translate("measurement_paper", "Navn"), isolated(citizen.name)),
                (translate("measurement_paper", "CPR-nummer"), f"{citizen.cpr.digits[:6]}-{citizen.cpr.digits[6:]}"),
                (translate("measurement_paper", "Sagsnummer"), citizen.case_number or _none()),
                (translate("measurement_paper", "Ydelse"), wording.benefit(citizen.benefit)),
                (translate("measurement_paper", "Sagsbehandler"), isolated(export.caseworker)),
                (translate("measurement_paper", "Må bruges til forskning"), _research(citizen.research)),
                (
                    translate("measurement_paper", "Næste samtale"),
                    day_and_clock(citizen.next_meeting) if citizen.next_meeting else _none(),
                ),
                (
                    translate("measurement_paper", "Forløb"),
                    translate("measurement_paper", "Afsluttet i uge {0}: {1}").format(
                        citizen.course_end.iso_week, wording.outcome(citizen.course_end.outcome)
                    )
                    if citizen.course_end
                    else translate("measurement_paper", "I gang"),
                ),
            ]
        ),
        _section(translate("measurement_paper", "Hvem har fået noget at vide")),
        *map(_line, _recipients(export)),
        _section(translate("measurement_paper", "Hvad du er blevet oplyst om")),
        *(
            _line(
                translate("measurement_paper", "{0}: tekst nr. {1}").format(day_and_clock(each.shown_at), each.version)
            )
            for each in export.information
        ),
    ]
    if not export.information:
        parts.append(_line(_none()))
    for each in export.meetings:
        parts += _meeting(each, language)
    parts.append(_section(translate("measurement_paper", "Hvornår dine oplysninger er brugt")))
    parts.append(_table([(long_date(each.on), f"{_what(each)} {each.purpose}".strip()) for each in export.look_ups]))
    return "".join(parts)


# -- one meeting ------------------------------------------------------------------------------------------------------


def _meeting(copy: MeetingCopy, language: str) -> Iterable[str]:
    meeting = copy.meeting
    yield _section(
        translate("measurement_paper", "Samtalen {0}, måling nr. {1}").format(
            long_date(meeting.held_on), meeting.number
        )
    )
    said = [
        translate("measurement_paper", "Sagsbehandler: {0}.").format(isolated(copy.caseworker)),
        _mode(meeting.mode),
    ]
    if meeting.state is State.VOIDED:
        said.append(translate("measurement_paper", "Målingen er annulleret og tæller ikke med."))
    elif meeting.is_open:
        said.append(translate("measurement_paper", "Samtalen er ikke afsluttet."))
    said.append(
        translate("measurement_paper", "Spørgeskema {0}, udgave {1}.").format(
            meeting.instrument_id, meeting.instrument_version
        )
    )
    yield _line(" ".join(said))
    for respondent, heading in (
        (Respondent.CITIZEN, translate("measurement_paper", "Borgerens svar")),
        (Respondent.CASEWORKER, translate("measurement_paper", "Sagsbehandlerens svar")),
    ):
        yield _heading(heading)
        yield _table(list(_answers(copy, respondent, language)))
    if copy.marks or copy.notes:
        yield _heading(translate("measurement_paper", "Indsatser"))
        yield _table([*_marks(copy, language)])
    yield _heading(translate("measurement_paper", "Aftale"))
    yield from _agreement(copy)
    if not copy.reflection.is_empty:
        yield _heading(translate("measurement_paper", "Sagsbehandlerens egne notater"))
        for text in (copy.reflection.needed, copy.reflection.with_whom):
            if text:
                yield _line(text)
    if any(item.wording is Wording.DRAFT for item in copy.instrument.items):
        yield _line(translate("measurement_paper", "Spørgsmålene er et udkast, ikke BIP's egne ord."))


def _answers(copy: MeetingCopy, respondent: Respondent, language: str) -> Iterable[Cells]:
    """Each question with every answer there has been, the first given first."""
    for item in copy.instrument.of(respondent):
        given = [each for each in copy.answers if each.item == item.code]
        lines = [_stage(each, wording.value_words(item, each.value, language), given) for each in given]
        question = f"{item.code} {item.question.in_language(language)}"
        yield question, "\n".join(lines) or wording.value_words(item, None, language)


def _stage(answer: StoredAnswer, words: str, given: Sequence[StoredAnswer]) -> str:
    """The answer, and where it is not the only one which it is."""
    if len(given) == 1:
        return words
    before = [each for each in given if not each.after_reveal]
    if answer.after_reveal:
        return translate("measurement_paper", "{0} (rettet efter at begge svar var vist)").format(words)
    if answer is before[-1]:
        return translate("measurement_paper", "{0} (svaret ved samtalen)").format(words)
    return translate("measurement_paper", "{0} (ændret undervejs)").format(words)


def _marks(copy: MeetingCopy, language: str) -> Iterable[Cells]:
    words = {
        Status.ONGOING: translate("measurement_paper", "i gang"),
        Status.AGREED: translate("measurement_paper", "aftalt"),
        Status.SHOWN: translate("measurement_paper", "vist som forslag"),
        Status.DROPPED: translate("measurement_paper", "stopper"),
    }
    for mark in copy.marks:
        yield copy.instrument.activities.option(mark.activity).text.in_language(language), words[mark.status]
    texts = {note.note_id: note.text.in_language(language) for note in copy.instrument.notes}
    for note in sorted(copy.notes):
        yield texts.get(note, note), translate("measurement_paper", "noteret")


def _agreement(copy: MeetingCopy) -> Iterable[str]:
    agreement = copy.agreement
    if agreement.is_empty:
        yield _line(translate("measurement_paper", "Der blev ikke aftalt noget."))
        return
    for goal in agreement.goals:
        yield _line(translate("measurement_paper", "Mål: »{0}«").format(goal))
    if agreement.tasks:
        yield _table([_task(each) for each in agreement.tasks])
    if agreement.next_meeting:
        yield _line(translate("measurement_paper", "Næste samtale: {0}").format(day_and_clock(agreement.next_meeting)))


def _task(task: Task) -> Cells:
    who = {
        Who.CITIZEN: translate("measurement_paper", "Borgeren"),
        Who.CASEWORKER: translate("measurement_paper", "Sagsbehandleren"),
        Who.OTHER: translate("measurement_paper", "En anden"),
    }[task.who]
    by = translate("measurement_paper", "senest {0}").format(long_date(task.by)) if task.by else ""
    went = {
        None: "",
        How.DONE: translate("measurement_paper", "gjort"),
        How.PARTLY: translate("measurement_paper", "noget af det"),
        How.NOT_YET: translate("measurement_paper", "ikke endnu"),
    }[task.how]
    return who, "\n".join(each for each in (task.what, by, went) if each)


def _mode(mode: Mode) -> str:
    return {
        Mode.SELF: translate("measurement_paper", "Borgeren svarede selv."),
        Mode.READ_ALOUD: translate("measurement_paper", "Spørgsmålene blev læst højt."),
        Mode.HELPED: translate("measurement_paper", "Borgeren fik hjælp undervejs."),
        Mode.INTERPRETER: translate("measurement_paper", "Borgeren svarede med tolk."),
        Mode.PAPER: translate("measurement_paper", "Borgeren svarede på papir."),
    }[mode]


# -- the rest of the access -------------------------------------------------------------------------------------------


def _recipients(export: AccessExport) -> list[str]:
    said = [
        translate("measurement_paper", "Forskningscentret, uden navn og CPR-nummer: {0}").format(day_and_clock(at))
        for at in export.submissions
    ]
    said += [
        translate("measurement_paper", "En anden computer i jobcentret: {0}").format(day_and_clock(at))
        for at in export.handovers
    ]
    return said or [translate("measurement_paper", "Ingen uden for dette jobcenter, så vidt programmet ved.")]


def _research(answer: Research) -> str:
    return {
        Research.YES: translate("measurement_paper", "Ja"),
        Research.NO: translate("measurement_paper", "Nej. Er der sendt noget før, er det trukket tilbage."),
        Research.UNASKED: translate("measurement_paper", "Du er ikke spurgt endnu"),
    }[answer]


def _what(each: LookUp) -> str:
    known = {
        Happened.READ: translate("measurement_paper", "Set"),
        Happened.LISTED: translate("measurement_paper", "Set i en liste"),
        Happened.CREATED: translate("measurement_paper", "Oprettet"),
        Happened.CHANGED: translate("measurement_paper", "Ændret"),
        Happened.EXPORTED: translate("measurement_paper", "Udleveret"),
        Happened.PRINTED: translate("measurement_paper", "Skrevet ud"),
        Happened.DELETED: translate("measurement_paper", "Slettet"),
        Happened.REFUSED: translate("measurement_paper", "Forsøgt åbnet og afvist"),
        Happened.BREAK_GLASS: translate("measurement_paper", "Åbnet af en anden sagsbehandler:"),
        Happened.STAND_IN: translate("measurement_paper", "Samtale med en afløser:"),
        Happened.HANDED_OVER: translate("measurement_paper", "Givet videre til en anden sagsbehandler"),
        Happened.INFORMED: translate("measurement_paper", "Du fik at vide, hvad dine svar bruges til"),
        Happened.RIGHT: translate("measurement_paper", "Et skridt i en sag om dine rettigheder"),
        Happened.LOG_READ: translate("measurement_paper", "Loggen om dig er set"),
    }
    return known.get(each.what, each.what.value)


# -- the parts of a page ----------------------------------------------------------------------------------------------


def _none() -> str:
    return translate("measurement_paper", "Ingen")


def _title(text: str) -> str:
    return f'<p style="font-size:20pt; font-weight:700; margin:0">{escape(text)}</p>'


def _section(text: str) -> str:
    return f'<p style="font-size:14pt; font-weight:700; margin:18px 0 2px 0">{escape(text)}</p>'


def _heading(text: str) -> str:
    return f'<p style="font-weight:700; margin:10px 0 2px 0">{escape(text)}</p>'


def _line(text: str) -> str:
    return f'<p style="margin:2px 0">{escape(text)}</p>'


def _table(rows: Sequence[Cells]) -> str:
    made = "".join(
        "<tr>"
        + "".join(
            f'<td width="{width}%" style="padding:2px 8px 2px 0">' + escape(cell).replace("\n", "<br/>") + "</td>"
            for cell, width in zip(cells, (55, 45), strict=True)
        )
        + "</tr>"
        for cells in rows
    )
    return f'<table cellspacing="0" width="100%">{made}</table>' if rows else _line(_none())
