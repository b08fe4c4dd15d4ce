# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Steps 1 and 2 on her side: welcome, and handing the computer over."""

from bip_desktop.domain.agreement import How
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import Mode, Place, State, Step
from bip_desktop.domain.questionnaire import Respondent
from bip_desktop.gui import rights_texts
from bip_desktop.gui.formatting import isolated, long_date, shortened
from bip_desktop.gui.language import translate
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.part import Part
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView


class OpeningPart(Part):
    """Welcome and handover."""

    def show(self, place: Place) -> None:
        """Shows the one or the other."""
        if place.step is Step.WELCOME:
            self._show_welcome()
        else:
            self._show_handover(place)

    def on(self) -> None:
        """From the welcome to the handover."""
        self.lead.go_to(Place(Step.HANDOVER))

    def back(self) -> None:
        """From the handover to the welcome."""
        self.lead.go_to(Place(Step.WELCOME))

    def _show_welcome(self) -> None:
        lead, page = self.lead, self.lead.page
        citizen, her = lead.under_way.citizen, lead.under_way.caseworker
        last = lead.desk.agreeing.last(lead.under_way.meeting)
        current = lead.desk.informing.current()
        information = rights_texts.information(current, isolated(her.first_name))
        view = WelcomeView(
            isolated(citizen.name),
            long_date(citizen.cpr.birth_date),
            information,
            rights_texts.draft_remark() if current.is_draft else "",
            last[1] if last else None,
            isolated(her.first_name),
            isolated(citizen.first_name),
        )
        if last is not None:
            view.went.connect(lambda task, how: self._on_went(last[0], task, how))
        page.show_view(view, lead.rail(), on=translate("meeting", "Videre →"))
        # The words themselves, not with a name in them: the same words have the same hash for everybody.
        words = rights_texts.draft() if current.is_draft else current.text
        lead.tried(lambda: lead.desk.informing.shown(citizen.citizen_id, current.version, words))

    def _show_handover(self, place: Place) -> None:
        lead, page = self.lead, self.lead.page
        citizen, her = isolated(lead.under_way.citizen.first_name), isolated(lead.under_way.caseworker.first_name)
        modes = (
            (Mode.SELF, translate("meeting", "{0} svarer selv").format(shortened(citizen))),
            (Mode.READ_ALOUD, translate("meeting", "Jeg læser højt")),
            (Mode.HELPED, translate("meeting", "Jeg hjælper undervejs")),
            (Mode.INTERPRETER, translate("meeting", "Med tolk")),
            (Mode.PAPER, translate("meeting", "Først på papir")),
        )
        resumes = ""
        if lead.under_way.meeting.state is State.PAUSED or place.item:
            resumes = self._resumes(place)
        view = HandoverView(citizen, her, modes, lead.under_way.meeting.mode, resumes, lead.under_way.has_begun)
        view.mode_chosen.connect(lambda mode: self._on_mode(place, mode))
        view.give_asked.connect(lambda: self._on_given(place))
        view.declined.connect(self._on_declined)
        page.show_view(view, lead.rail(), back=not resumes)
        view.begin()

    def _resumes(self, place: Place) -> str:
        citizen = isolated(self.lead.under_way.citizen.first_name)
        left = self._left(place)
        if left.step is Step.REVIEW:
            return translate("meeting", "{0} holder pause og er ved at se sine svar igennem").format(citizen)
        items = [item.code for item in self.lead.under_way.instrument.of(Respondent.CITIZEN)]
        number = items.index(left.item) + 1 if left.item in items else 1
        return translate("meeting", "{0} holder pause ved spørgsmål {1} af {2}").format(citizen, number, len(items))

    def _left(self, place: Place) -> Place:
        """Where the citizen left off: a question, or a place of the review as text."""
        if place.item.startswith(Step.REVIEW):
            return Place.parse(place.item)
        return Place(Step.CITIZEN, place.item or self.lead.under_way.instrument.of(Respondent.CITIZEN)[0].code)

    def _on_went(self, meeting_id: MeetingId, task: int, how: How) -> None:
        if self.lead.tried(lambda: self.lead.desk.agreeing.set_how(meeting_id, task, how)):
            self.lead.page.show_saved(translate("meeting", "Gemt ✓"))
        else:
            self._show_welcome()  # as it is stored

    def _on_mode(self, place: Place, mode: Mode) -> None:
        if self.lead.tried(lambda: self.lead.under_way.set_mode(mode)):
            self.lead.page.show_saved(translate("meeting", "Gemt ✓"))
        else:
            self._show_handover(place)  # as it is stored

    def _on_given(self, place: Place) -> None:
        if self.lead.tried(self.lead.under_way.resume):
            self.lead.go_to(self._left(place))

    def _on_declined(self) -> None:
        if self.lead.tried(self.lead.under_way.citizen_stops):
            self.lead.go_to(Place(Step.CONFIRM))
