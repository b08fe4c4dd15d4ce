# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Puts one citizen's matters into words, for her own page."""

from collections.abc import Mapping, Sequence
from datetime import date

from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import CaseworkerChange, Citizen, CourseEnd, Research
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.measurement import Measurement, Part
from bip_desktop.domain.meeting import PREPARED_FOR, Meeting, State
from bip_desktop.domain.progression import Progression
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import clock, day_and_clock, isolated, long_date, short_date, whose
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.pages.citizen.view import Handover, LastAgreement, Newest

Names = Mapping[CaseworkerId, str]
"""Caseworkers' first names."""


def facts(citizen: Citizen, since: date | None) -> str:
    """The line below the name. The number is masked."""
    parts = [
        citizen.cpr.masked,
        translate("citizen", "sag {0}").format(citizen.case_number) if citizen.case_number else "",
        wording.benefit(citizen.benefit) if citizen.benefit > 0 else translate("citizen", "ydelse ikke oplyst"),
        translate("citizen", "hos dig siden {0}").format(long_date(since)) if since else "",
    ]
    return " · ".join(part for part in parts if part)


def ended(end: CourseEnd) -> str:
    """How the course ended, and in which week."""
    year, week = end.iso_week.split("-W")
    return translate("citizen", "Forløbet er afsluttet i uge {0}, {1}: {2}.").format(
        int(week), year, wording.outcome(end.outcome).lower()
    )


def prepared(meeting: Meeting, today: date, *, whole: bool) -> str:
    """How far the preparation is, and until when it holds."""
    if meeting.prepared_on is None:
        return ""
    on = short_date(meeting.prepared_on)
    if not meeting.preparation_is_valid(today):
        return _stopped(translate("citizen", "Forberedt {0}").format(on)) + translate(
            "citizen", " Det er mere end en uge siden, så se dine svar efter igen."
        )
    if not whole:
        return translate("citizen", "Forberedelsen er begyndt, men ikke færdig. Dine svar er gemt.")
    until = translate("citizen", "Forberedt {0}, gælder til {1}").format(
        on, short_date(meeting.prepared_on + PREPARED_FOR)
    )
    return _stopped(until) + translate("citizen", " Dine svar er lukket, til borgeren har svaret.")


def _stopped(text: str) -> str:
    # "25. nov." ends in a stop of its own, "25. maj" does not.
    return text if text.endswith(".") else f"{text}."


def under_way(meeting: Meeting, today: date) -> str:
    """That a meeting has begun and not ended."""
    if meeting.held_on == today:
        return translate("citizen", "{0}. samtale er begyndt i dag og ikke afsluttet. Alt er gemt.").format(
            meeting.number
        )
    return translate("citizen", "{0}. samtale er begyndt {1} og ikke afsluttet. Alt er gemt.").format(
        meeting.number, long_date(meeting.held_on)
    )


def next_meeting(citizen: Citizen, held: Meeting, today: date) -> str:
    """After a meeting: that it was held, and when the next one is."""
    planned = citizen.next_meeting
    when = translate("citizen", "Der er ikke aftalt en næste samtale.")
    if planned is not None and planned.date() > today:
        when = translate("citizen", "Næste samtale: {0}.").format(day_and_clock(planned))
    if held.held_on == today:
        said = translate("citizen", "I havde {0}. samtale i dag.").format(held.number)
    else:
        said = translate("citizen", "I havde {0}. samtale {1}.").format(held.number, long_date(held.held_on))
    return f"{said} {when}"


def planned(citizen: Citizen, today: date) -> str:
    """When the next meeting is, where one is to come."""
    moment = citizen.next_meeting
    if moment is None or moment.date() < today:
        return ""
    if moment.date() == today:
        return translate("citizen", "Samtale i dag {0}.").format(clock(moment))
    return translate("citizen", "Næste samtale: {0}.").format(day_and_clock(moment))


def research(citizen: Citizen) -> str:
    """What the citizen says to research."""
    return {
        Research.YES: translate("citizen", "Svar til forskning: ja"),
        Research.NO: translate("citizen", "Svar til forskning: nej"),
        Research.UNASKED: translate("citizen", "Svar til forskning: ikke spurgt endnu"),
    }[citizen.research]


def given_away(citizen: Citizen, colleague: str) -> str:
    """That a colleague has the citizen now."""
    return translate("citizen", "{1} er sagsbehandler nu. {0} står ikke længere på din liste.").format(
        isolated(citizen.first_name), colleague
    )


def newest(citizen: Citizen, moved: Progression) -> Newest:
    """The newest measurement. It counts answers and judges nothing."""
    language = spoken()
    search, wage = moved.search, moved.wage
    return Newest(
        when=translate("citizen", "{0}. måling · {1}").format(moved.numbers[-1], long_date(moved.dates[-1])),
        headline=_headline(isolated(citizen.first_name), moved),
        remark=""
        if moved.is_first
        else translate("citizen", "Ét trin kan være tilfældigt. To trin, eller to gange samme vej, er en ændring."),
        rows=tuple(
            (
                wording.name(series.item, language),
                wording.value_words(series.item, series.now.value, language),
                "" if moved.is_first else wording.movement(series),
            )
            for series in moved.themes
        ),
        search=translate("citizen", "Jobsøgning: {0}. Laveste løn: {1}.").format(
            wording.value_words(search.item, search.now.value, language).removesuffix("."),
            wording.value_words(wage.item, wage.now.value, language),
        ),
    )


def _headline(name: str, moved: Progression) -> str:
    if moved.is_first:
        return translate("citizen", "{0} udgangspunkt").format(whose(name))
    higher, lower = len(moved.higher), len(moved.lower)
    if higher and lower:
        return translate("citizen", "{0} svarede højere end sidst på {1} og lavere på {2}").format(
            name, wording.areas(higher), wording.areas(lower)
        )
    if higher:
        return translate("citizen", "{0} svarede højere end sidst på {1}").format(name, wording.areas(higher))
    if lower:
        return translate("citizen", "{0} svarede lavere end sidst på {1}").format(name, wording.areas(lower))
    return (
        translate("citizen", "{0} svarede som sidst").format(name)
        if moved.same
        else translate("citizen", "Der er ikke noget at sammenligne med")
    )


def agreement(citizen: Citizen, on: date, agreed: Agreement, caseworker: str) -> LastAgreement:
    """What was agreed, with who does what by when."""
    return LastAgreement(
        when=long_date(on),
        goals=agreed.goals,
        rows=tuple(_task(task, isolated(citizen.first_name), caseworker) for task in agreed.tasks),
    )


def _task(task: Task, citizen: str, caseworker: str) -> tuple[str, ...]:
    who = {Who.CITIZEN: citizen, Who.CASEWORKER: caseworker, Who.OTHER: translate("citizen", "En anden")}[task.who]
    how = {
        None: "",
        How.DONE: translate("citizen", "gjort"),
        How.PARTLY: translate("citizen", "delvist"),
        How.NOT_YET: translate("citizen", "ikke endnu"),
    }[task.how]
    return who, task.what, short_date(task.by) if task.by else "", how


def handover(
    change: CaseworkerChange, before: str, agreed: Agreement, newest_measurement: Measurement | None
) -> Handover:
    """What the new caseworker reads first."""
    activities = None if newest_measurement is None else newest_measurement.activities()
    if newest_measurement is None or activities is None:
        going_on = translate("citizen", "Det vides ikke.")
    else:
        item = newest_measurement.instrument.activities
        going_on = " · ".join(item.option(number).text.in_language(spoken()) for number in sorted(activities))
    return Handover(
        summary=translate("citizen", "Du overtog {0} efter {1}. Grund: {2}.").format(
            short_date(change.on), before, wording.change_reason(change.reason)
        ),
        note=change.note,
        goals=agreed.goals,
        under_way=going_on or translate("citizen", "Ingen lige nu."),
    )


def measurement(meeting: Meeting) -> str:
    """One measurement, to choose it by."""
    return translate("citizen", "{0}. måling · {1}").format(meeting.number, long_date(meeting.held_on))


def history(citizen: Citizen, meetings: Sequence[Meeting], names: Names) -> tuple[tuple[str, ...], ...]:
    """The measurements, newest first."""
    return tuple(
        (
            translate("citizen", "{0}.").format(meeting.number),
            translate("citizen", "{0} {1}").format(short_date(meeting.held_on), meeting.held_on.year),
            names.get(meeting.caseworker_id, translate("citizen", "en anden")),
            _answered(
                isolated(citizen.first_name),
                meeting,
                names.get(meeting.caseworker_id, translate("citizen", "sagsbehandler")),
            ),
        )
        for meeting in reversed(meetings)
    )


def _answered(citizen: str, meeting: Meeting, caseworker: str) -> str:
    if meeting.state is State.PREPARED:
        return translate("citizen", "forberedt")
    if meeting.is_open:
        return translate("citizen", "ikke afsluttet")
    if meeting.citizen_part is Part.COMPLETE and meeting.caseworker_part is Part.COMPLETE:
        return translate("citizen", "alt besvaret")
    return translate("citizen", "{0}: {1} · {2}: {3}").format(
        citizen, _part(meeting.citizen_part), caseworker, _part(meeting.caseworker_part)
    )


def _part(part: Part | None) -> str:
    return {
        Part.COMPLETE: translate("citizen", "alt"),
        Part.PARTIAL: translate("citizen", "noget"),
        Part.DECLINED: translate("citizen", "ønskede ikke"),
        None: translate("citizen", "intet"),
    }[part]
