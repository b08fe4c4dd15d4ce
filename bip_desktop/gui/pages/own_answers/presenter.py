# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Gathers what the caseworker herself has answered about one citizen."""

from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.questionnaire import ItemKind, Missing, Respondent
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import short_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.own_answers.page import OwnAnswersPage, OwnAnswersView
from bip_desktop.services.desk import Desk


class OwnAnswersPresenter:
    """Shows S2 to S12 of the measurements she has answered, newest first."""

    def __init__(self, desk: Desk, go: Navigation, citizen_id: CitizenId) -> None:
        self.page = OwnAnswersPage(_view(desk, citizen_id))
        self.page.back_asked.connect(lambda: go.citizen(citizen_id))
        self.page.lock_asked.connect(go.lock)


def _view(desk: Desk, citizen_id: CitizenId) -> OwnAnswersView:
    me = desk.unlocked.caseworker.caseworker_id
    history = desk.following.history(citizen_id)
    own = [(meeting, measured) for meeting, measured in reversed(history) if meeting.caseworker_id == me]
    instrument = own[0][1].instrument if own else desk.instruments.current()
    items = [item for item in instrument.of(Respondent.CASEWORKER) if item.kind is ItemKind.SCALE]
    others = len(history) - len(own)
    return OwnAnswersView(
        name=desk.caseload.citizen(citizen_id).first_name,
        questions=tuple(
            (
                translate("own_answers", "{0} · {1}").format(item.code, item.display.in_language("da")),
                item.question.in_language("da"),
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
                wording.value_words(item, measured.value(item.code) or Missing.NOT_REACHED, "da") for _, measured in own
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
