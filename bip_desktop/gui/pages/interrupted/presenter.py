# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Says which meeting was interrupted, and where."""

from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.meeting import Meeting, State, Step
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui.formatting import clock, day_and_clock, isolated, long_date, whose
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.interrupted.page import InterruptedPage
from bip_desktop.services.desk import Desk


class InterruptedPresenter:
    """Never goes on by itself, and never with another citizen's meeting."""

    def __init__(self, desk: Desk, go: Navigation, meeting: Meeting, citizen: Citizen) -> None:
        question = translate("interrupted", "Samtalen med {0} stoppede {1}. Vil I fortsætte?").format(
            isolated(citizen.name), _place(desk, meeting, citizen)
        )
        self.page = InterruptedPage(question, _when(desk, meeting) + _hand_over(meeting, citizen))
        self.page.continue_asked.connect(lambda: go.take_up(meeting.meeting_id))
        self.page.later_asked.connect(go.caseload)


def _hand_over(meeting: Meeting, citizen: Citizen) -> str:
    """The next page may show what only the citizen is to see."""
    if meeting.place.is_citizens_own and meeting.state is not State.PAUSED:
        said = translate("interrupted", "Giv computeren til {0}, før I fortsætter. Næste side er kun til {0}.")
        return "\n" + said.format(isolated(citizen.first_name))
    return ""


def _when(desk: Desk, meeting: Meeting) -> str:
    saved = translate("interrupted", "Alt, hvad I har svaret, er gemt.")
    touched = meeting.touched_at
    if touched is None:
        return translate("interrupted", "Samtalen begyndte {0}. {1}").format(long_date(meeting.held_on), saved)
    if touched.date() == desk.now().date():
        return translate("interrupted", "Det var i dag {0}. {1}").format(clock(touched), saved)
    return translate("interrupted", "Det var {0}. {1}").format(day_and_clock(touched), saved)


def _place(desk: Desk, meeting: Meeting, citizen: Citizen) -> str:
    step, item = meeting.place.step, meeting.place.item
    if step in (Step.CITIZEN, Step.CASEWORKER) and item:
        side = Respondent.CITIZEN if step is Step.CITIZEN else Respondent.CASEWORKER
        instrument = desk.instruments.version(meeting.instrument_id, meeting.instrument_version)
        codes = [each.code for each in instrument.of(side)]
        if item in codes:
            said = (
                translate("interrupted", "ved spørgsmål {0} af {1}")
                if step is Step.CITIZEN
                else translate("interrupted", "ved dit spørgsmål {0} af {1}")
            )
            return said.format(codes.index(item) + 1, len(codes))
    return {
        Step.WELCOME: translate("interrupted", "ved velkomsten"),
        Step.HANDOVER: translate("interrupted", "lige før {0} svar"),
        Step.CITIZEN: translate("interrupted", "ved {0} svar"),
        Step.REVIEW: translate("interrupted", "ved gennemgangen af {0} svar"),
        Step.RESEARCH: translate("interrupted", "ved spørgsmålet om forskning"),
        Step.LOCKED: translate("interrupted", "efter {0} sidste svar"),
        Step.CASEWORKER: translate("interrupted", "ved dine svar"),
        Step.CONFIRM: translate("interrupted", "ved de svar, du havde forberedt"),
        Step.TOGETHER: translate("interrupted", "ved »Se det sammen«"),
        Step.HELP: translate("interrupted", "ved »Hvad kan hjælpe?«"),
        Step.AGREEMENT: translate("interrupted", "ved aftalen"),
    }[step].format(whose(citizen.first_name))
