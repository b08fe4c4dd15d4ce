# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Gathers what is for the caseworker's own eyes about one citizen."""

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.progression import History
from bip_desktop.domain.questionnaire import Instrument, ItemKind, Missing, Respondent
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.suggestion import Audience
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import isolated, short_date
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.own_answers import describing
from bip_desktop.gui.pages.own_answers.page import OwnAnswersPage
from bip_desktop.gui.pages.own_answers.view import Answers, DoubtView, OwnAnswersView, SuggestionView
from bip_desktop.services.desk import Desk
from bip_desktop.services.following import Help


class OwnAnswersPresenter:
    """S2 to S12 of the measurements she has answered, her notes, when to stop, and what rests on her answers."""

    def __init__(self, desk: Desk, go: Navigation, citizen_id: CitizenId) -> None:
        self._desk = desk
        self._go = go
        self.page = OwnAnswersPage(_view(desk, citizen_id))
        self.page.noted.connect(self._on_noted)
        self.page.back_asked.connect(lambda: go.citizen(citizen_id))
        self.page.lock_asked.connect(go.lock)

    def _on_noted(self, meeting_id: MeetingId, reflection: Reflection) -> None:
        try:
            self._desk.reflecting.note(meeting_id, reflection)
        except BipError as error:
            self._go.notice(error)
            return
        for doubt in self.page.doubts:
            doubt.show_saved(meeting_id)


def _view(desk: Desk, citizen_id: CitizenId) -> OwnAnswersView:
    me = desk.unlocked.caseworker.caseworker_id
    history = desk.following.history(citizen_id)
    own = [(meeting, measured) for meeting, measured in reversed(history) if meeting.caseworker_id == me]
    instrument = own[0][1].instrument if own else desk.instruments.current()
    name = isolated(desk.caseload.citizen(citizen_id).first_name)
    # A newest measurement of a colleague's holds the colleague's answers, not hers.
    helped = _help(desk, citizen_id) if own and own[0][0] is history[-1][0] else None
    return OwnAnswersView(
        name=name,
        answers=_answers(own, instrument, len(history) - len(own)),
        doubts=tuple(
            DoubtView(
                each.meeting_id,
                translate("own_answers", "Efter {0}. måling").format(each.number),
                each.noted,
            )
            for each in desk.reflecting.doubts(citizen_id)
        ),
        stop=describing.stop(desk.reflecting.reasons_to_stop(citizen_id), name),
        suggestions=tuple(
            SuggestionView(each, describing.why(each, instrument)) for each in (helped.suggestions if helped else ())
        ),
        table=helped.table if helped else None,
        instrument=instrument,
    )


def _help(desk: Desk, citizen_id: CitizenId) -> Help | None:
    try:
        return desk.following.help(citizen_id, audience=Audience.OWN)
    except BipError:  # a rule table that cannot be read: the page is whole without it
        return None


def _answers(own: History, instrument: Instrument, others: int) -> Answers:
    items = [item for item in instrument.of(Respondent.CASEWORKER) if item.kind is ItemKind.SCALE]
    return Answers(
        questions=tuple(
            (
                translate("own_answers", "{0} · {1}").format(item.code, item.display.in_language(spoken())),
                item.question.in_language(spoken()),
            )
            for item in items
        ),
        measurements=tuple(
            translate("own_answers", "{0}. måling\n{1} {2}").format(
                meeting.number, short_date(meeting.held_on), meeting.held_on.year
            )
            for meeting, _ in own
        ),
        answers=tuple(
            tuple(
                wording.value_words(item, measured.value(item.code) or Missing.NOT_REACHED, spoken())
                for _, measured in own
            )
            for item in items
        ),
        others=_others(others),
    )


def _others(count: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return translate("own_answers", "1 måling med en anden sagsbehandler er ikke med her.")
    return translate("own_answers", "{0} målinger med en anden sagsbehandler er ikke med her.").format(count)
