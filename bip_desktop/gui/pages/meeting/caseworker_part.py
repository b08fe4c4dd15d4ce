# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Step 3: her answers, before the meeting, in it, or after the citizen has left."""

from bip_desktop.domain.errors import BipError
from bip_desktop.domain.meeting import Place, State, Step
from bip_desktop.domain.questionnaire import Item, Respondent, Value
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated, long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.part import Part


class CaseworkerPart(Part):
    """Her questions, and the page between the citizen's answers and hers."""

    def show(self, place: Place) -> None:
        """Shows the page in between, or the question."""
        if place.step is Step.CONFIRM:
            self._show_confirm()
            return
        items = self.lead.under_way.instrument.of(Respondent.CASEWORKER)
        self._show_question(self.lead.under_way.instrument.item(place.item or items[0].code))

    def _show_confirm(self) -> None:
        under_way = self.lead.under_way
        if under_way.meeting.is_revealed:
            self._show_after_meeting()
            return
        prepared = under_way.meeting.prepared_on if under_way.is_prepared else None
        view = ConfirmView(isolated(under_way.citizen.first_name), long_date(prepared) if prepared else "")
        view.still_right.connect(self._on_reveal)
        view.answer_asked.connect(self._on_begin)
        view.after_asked.connect(self._on_after)
        self.lead.page.show_view(view, self.lead.rail())
        view.begin()

    def _show_after_meeting(self) -> None:
        """Her questions are not for the shared screen: she says when the citizen has gone."""
        citizen = self.lead.under_way.citizen
        view = ConfirmView(isolated(citizen.first_name), "", after_meeting=True)
        view.answer_asked.connect(lambda: self._go_to(0))
        view.after_asked.connect(lambda: self.lead.navigation.citizen(citizen.citizen_id))
        self.lead.page.show_view(view, self.lead.rail())
        view.begin()

    def _show_question(self, item: Item) -> None:
        under_way = self.lead.under_way
        items = under_way.instrument.of(Respondent.CASEWORKER)
        number = items.index(item) + 1
        view = CaseworkerView(
            item,
            under_way.instrument,
            number=number,
            of=len(items),
            agreed_before=under_way.agreed_before,
            notes=under_way.notes(),
            last=number == len(items),
        )
        view.answered.connect(lambda value: self._on_answered(view, number, value))
        view.note_ticked.connect(lambda note, on: self._on_note(item, note, ticked=on))
        view.back_asked.connect(lambda: self._go_to(number - 2))
        view.on_asked.connect(lambda: self._on_on(view, number))
        view.show_value(under_way.value(item.code, Respondent.CASEWORKER), "")
        self.lead.page.show_view(view, self.lead.rail())
        view.begin()

    def _on_answered(self, view: CaseworkerView, number: int, value: Value) -> None:
        under_way, code = self.lead.under_way, view.item.code
        try:
            under_way.answer(code, value)
        except BipError as error:
            view.show_value(under_way.value(code, Respondent.CASEWORKER), "")
            view.show_problem(sentence(error))
            return
        self.lead.page.show_saved(translate("meeting", "Gemt ✓"))
        if view.moves_on and number < len(under_way.instrument.of(Respondent.CASEWORKER)):
            self._go_to(number)
            self.lead.page.show_saved(translate("meeting", "Gemt ✓"))
        else:
            view.show_value(under_way.value(code, Respondent.CASEWORKER), translate("meeting", "✓ gemt"))

    def _on_note(self, item: Item, note: str, *, ticked: bool) -> None:
        if self.lead.tried(lambda: self.lead.under_way.set_note(note, ticked=ticked)):
            self.lead.page.show_saved(translate("meeting", "Gemt ✓"))
        else:
            self._show_question(item)  # as it is stored

    def _on_on(self, view: CaseworkerView, number: int) -> None:
        if not self.lead.tried(lambda: self.lead.under_way.pass_over(view.item.code)):
            return
        if number < len(self.lead.under_way.instrument.of(Respondent.CASEWORKER)):
            self._go_to(number)
            return
        match self.lead.under_way.meeting.state:
            case State.PREPARED:
                self.lead.navigation.citizen(self.lead.under_way.citizen.citizen_id)
            case State.REVEALED:
                meeting = self.lead.under_way.meeting
                if self.lead.tried(lambda: self.lead.desk.agreeing.close(meeting)):
                    self.lead.navigation.citizen(meeting.citizen_id)
            case _:
                self._on_reveal()

    def _go_to(self, place: int) -> None:
        items = self.lead.under_way.instrument.of(Respondent.CASEWORKER)
        self.lead.go_to(Place(Step.CASEWORKER, items[place].code))

    def _on_begin(self) -> None:
        if self.lead.tried(self.lead.under_way.caseworker_begins):
            self.lead.show()

    def _on_after(self) -> None:
        if self.lead.tried(lambda: self.lead.under_way.reveal(answers_later=True)):
            self.lead.show()

    def _on_reveal(self) -> None:
        if self.lead.tried(self.lead.under_way.reveal):
            self.lead.show()
