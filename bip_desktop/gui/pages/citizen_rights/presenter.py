# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What a citizen asks for, begun by the own caseworker."""

from collections.abc import Callable

from bip_desktop.domain.citizen import Benefit
from bip_desktop.domain.citizen_rights import RightKind
from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.domain.ids import CitizenId, MeetingId
from bip_desktop.domain.meeting import Meeting, State
from bip_desktop.domain.questionnaire import Value
from bip_desktop.gui import rights_texts, wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import day_and_clock, isolated, long_date
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.measurement_paper import archive_html
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.citizen_rights.correcting_cards import AnswerCard, DetailsCard
from bip_desktop.gui.pages.citizen_rights.page import CitizenRightsPage
from bip_desktop.gui.paper import save_as_pdf
from bip_desktop.services.desk import Desk


class CitizenRightsPresenter:
    """Shows how each right stands after each thing done."""

    def __init__(self, desk: Desk, go: Navigation, citizen_id: CitizenId) -> None:
        self._desk = desk
        self._go = go
        self._citizen_id = citizen_id
        citizen = desk.caseload.citizen(citizen_id)
        closed = [each for each in desk.caseload.meetings(citizen_id) if each.state is State.CLOSED]
        self._closed: dict[object, Meeting] = {each.meeting_id: each for each in reversed(closed)}
        measurements = [(_measurement(each), each.meeting_id) for each in self._closed.values()]
        details = DetailsCard(
            citizen.name,
            citizen.case_number,
            [(wording.benefit(each), each) for each in Benefit],
            citizen.benefit,
        )
        answers = AnswerCard(measurements) if measurements else None
        self.page = CitizenRightsPage(isolated(citizen.name), details, answers)
        self.page.show_measurements(measurements)
        self.page.access_asked.connect(lambda: self._prepare(RightKind.ACCESS))
        self.page.erasure_asked.connect(lambda: self._prepare(RightKind.ERASURE))
        self.page.archive_asked.connect(self._on_archive)
        self.page.back_asked.connect(lambda: go.citizen(citizen_id))
        self.page.lock_asked.connect(go.lock)
        details.wanted.connect(self._on_details)
        if answers is not None:
            answers.asked.connect(lambda: self._show_answer(answers))
            answers.wanted.connect(lambda value: self._on_answer(answers, value))
            self._show_answer(answers)
        self._show()

    def _show(self) -> None:
        lines = self._desk.citizen_rights.of(self._citizen_id)
        for kind in (RightKind.ACCESS, RightKind.ERASURE):
            of_kind = [line for line in lines if line.case.kind is kind]
            self.page.show_steps(
                kind,
                [step for line in of_kind[-1:] for step in rights_texts.steps(line)],
                is_under_way=any(line.case.done_at is None for line in of_kind),
            )
        told = self._desk.informing.of(self._citizen_id)
        self.page.show_told(
            [f"{day_and_clock(each.shown_at)}: {rights_texts.told(each.version)}" for each in reversed(told)]
        )

    def _prepare(self, kind: RightKind) -> None:
        if self._tried(lambda: self._desk.citizen_rights.prepare(self._citizen_id, kind)):
            self.page.say(translate("citizen_rights", "Der er bedt om det. Teamlederen er den næste."))
        self._show()

    # -- the copy for the archive -----------------------------------------------------------------------------------

    def _on_archive(self, meeting_id: MeetingId) -> None:
        meeting = self._closed[meeting_id]
        name = translate("citizen_rights", "Arkivudskrift {0}.pdf").format(meeting.held_on.isoformat())
        target = self.page.ask_target(name)
        if target is None:
            return
        title = translate("citizen_rights", "Arkivudskrift")
        if self._tried(lambda: save_as_pdf(target, archive_html(self._desk.archiving.copy(meeting), spoken()), title)):
            self.page.say(translate("citizen_rights", "Arkivudskriften er gemt ✓"))

    # -- what is put right ------------------------------------------------------------------------------------------

    def _on_details(self, name: str, case_number: str, benefit: Benefit) -> None:
        try:
            self._desk.correcting.correct_details(self._citizen_id, name, case_number, benefit)
        except BipError as error:
            if error.kind is Kind.CORRECTABLE:
                self.page.details.name.show_problem(sentence(error))
            else:
                self._go.notice(error)
            return
        self.page.say(translate("citizen_rights", "Rettelsen er gemt ✓"))

    def _show_answer(self, card: AnswerCard) -> None:
        meeting_id = card.measurement.chosen
        meeting = self._closed.get(meeting_id)
        if meeting is None:
            return
        measured = self._desk.correcting.measured(meeting.meeting_id)
        items = measured.instrument.items
        code = card.question.chosen if card.question.chosen in {item.code for item in items} else items[0].code
        card.question.offer([(f"{each.code} {wording.name(each, spoken())}", each.code) for each in items], code)
        item = measured.instrument.item(str(code))
        value = measured.value(item.code)
        before = translate("citizen_rights", "{0} Svaret nu: {1}").format(
            item.question.in_language(spoken()), wording.value_words(item, value, spoken())
        )
        card.show_answer(item, value, before, spoken())

    def _on_answer(self, card: AnswerCard, value: Value) -> None:
        meeting, code = self._closed[card.measurement.chosen], str(card.question.chosen)
        try:
            self._desk.correcting.correct_answer(meeting.meeting_id, code, value)
        except BipError as error:
            if error.kind is Kind.CORRECTABLE:
                card.show_problem(sentence(error))
            else:
                self._go.notice(error)
            return
        self._show_answer(card)
        self.page.say(translate("citizen_rights", "Rettelsen er gemt ved siden af det første svar ✓"))

    def _tried(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except BipError as error:
            self._go.notice(error)
            return False
        return True


def _measurement(meeting: Meeting) -> str:
    return translate("citizen_rights", "Måling nr. {0}, {1}").format(meeting.number, long_date(meeting.held_on))
