# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the caseload says of one citizen, cell by cell."""

from datetime import date
from enum import Enum

from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.domain.caseload_choice import Group, Order
from bip_desktop.domain.citizen import CourseEnd
from bip_desktop.gui.formatting import clock, number, short_date, weeks_since
from bip_desktop.gui.language import translate
from bip_desktop.gui.wording import outcome


class Action(Enum):
    """What the button of a row does."""

    START = "start"
    CONTINUE = "continue"
    OPEN = "open"


def action_of(row: CaseloadRow, due: Due) -> Action:
    """The next thing to do with a citizen. A handover is read before the first meeting."""
    if due is Due.CONTINUE:
        return Action.CONTINUE
    if due is Due.TODAY:
        return Action.START
    return Action.START if due is Due.OVERDUE and not row.has_new_caseworker else Action.OPEN


def action_words(action: Action) -> str:
    """What the button of a row says."""
    return {
        Action.START: translate("caseload_texts", "Start samtale"),
        Action.CONTINUE: translate("caseload_texts", "Fortsæt samtalen"),
        Action.OPEN: translate("caseload_texts", "Åbn"),
    }[action]


def time_and_number(row: CaseloadRow, due: Due, today: date) -> str:
    """The line below the name: when, and the how manieth measurement; `kl. 10.00 · 8. gang`."""
    if row.citizen.course_end is not None:
        return course_end(row.citizen.course_end)
    parts = [_when(row, due, today)]
    if row.has_new_caseworker and row.last_change is not None:
        if parts[0] == _lacking():  # the handover comes first
            parts.clear()
        parts.append(translate("caseload_texts", "overtaget {0}").format(short_date(row.last_change.on)))
    else:
        parts.append(translate("caseload_texts", "{0}. gang").format(next_number(row)))
    return " · ".join(part for part in parts if part)


def _when(row: CaseloadRow, due: Due, today: date) -> str:
    planned, begun = row.citizen.next_meeting, row.open_meeting
    if due is Due.CONTINUE and begun is not None:
        if begun.held_on == today:
            return translate("caseload_texts", "begyndt i dag")
        return translate("caseload_texts", "begyndt {0}").format(short_date(begun.held_on))
    if planned is not None and planned.date() == today:
        return clock(planned)
    if planned is not None and row.missed(today):
        return translate("caseload_texts", "aftalt {0}, ikke holdt").format(short_date(planned.date()))
    if planned is not None:
        return translate("caseload_texts", "{0} {1}").format(short_date(planned.date()), clock(planned))
    return _lacking() if due is Due.OVERDUE else ""


def _lacking() -> str:
    return translate("caseload_texts", "mangler en måling")


def next_number(row: CaseloadRow) -> int:
    """The number of the measurement that is under way or comes next."""
    if row.open_meeting is not None:
        return row.open_meeting.number
    return 1 if row.standing is None else row.standing.number + 1


def last_measured(row: CaseloadRow, today: date) -> str:
    """How long ago the newest measurement is."""
    return translate("caseload_texts", "Ingen endnu") if row.standing is None else weeks_since(row.standing.on, today)


def course_end(end: CourseEnd) -> str:
    """`afsluttet: job`."""
    return translate("caseload_texts", "afsluttet: {0}").format(outcome(end.outcome).lower())


def group(which: Group) -> str:
    """Citizens who have something in common, as the list to choose from says it."""
    return {
        Group.ALL: translate("caseload_texts", "Alle borgere"),
        Group.TODAY: translate("caseload_texts", "Samtale i dag"),
        Group.OVERDUE: translate("caseload_texts", "Mangler en måling"),
        Group.FRESH_LOOK: translate("caseload_texts", "Et nyt blik?"),
        Group.NOTHING: translate("caseload_texts", "Ingen indsats nu"),
        Group.ONE_KIND: translate("caseload_texts", "Én indsats"),
        Group.COMBINED: translate("caseload_texts", "Flere indsatser"),
        Group.NEW_CASEWORKER: translate("caseload_texts", "Ny hos dig"),
        Group.NOT_MEASURED: translate("caseload_texts", "Ingen måling endnu"),
        Group.CLOSED: translate("caseload_texts", "Afsluttede forløb"),
    }[which]


def order(which: Order) -> str:
    """What comes first, as the list to choose from says it."""
    return {
        Order.NEXT_UP: translate("caseload_texts", "Næste først"),
        Order.NAME: translate("caseload_texts", "Efter navn"),
        Order.LONGEST_AGO: translate("caseload_texts", "Længst siden"),
    }[which]


def found(shown: int, of: int) -> str:
    """`3 af 40 borgere`."""
    if of == 1:
        return translate("caseload_texts", "{0} af 1 borger").format(number(shown))
    return translate("caseload_texts", "{0} af {1} borgere").format(number(shown), number(of))


def summary(today: int, overdue: int) -> str:
    """`3 samtaler · 2 borgere mangler en måling`."""
    if today == 0:
        meetings = translate("caseload_texts", "Ingen samtaler i dag")
    else:
        meetings = (
            translate("caseload_texts", "1 samtale")
            if today == 1
            else translate("caseload_texts", "{0} samtaler").format(today)
        )
    if overdue == 0:
        return meetings
    lacking = (
        translate("caseload_texts", "1 borger mangler en måling")
        if overdue == 1
        else translate("caseload_texts", "{0} borgere mangler en måling").format(overdue)
    )
    return f"{meetings} · {lacking}"
