# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Leads the citizen through the questions. Each answer is on the disk before the page says so."""

from collections.abc import Callable

from bip_desktop.domain.citizen import Research
from bip_desktop.domain.errors import BipError, Kind
from bip_desktop.domain.meeting import Place, State, Step
from bip_desktop.domain.questionnaire import Item, Respondent, Value
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.wording import name, value_words
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay


class CitizenModePresenter:
    """Shows the view for the place the meeting is at, and moves the place."""

    def __init__(self, desk: Desk, go: Navigation, under_way: MeetingUnderWay) -> None:
        self._desk = desk
        self._go = go
        self.under_way = under_way
        self._language = under_way.meeting.language
        self._items = under_way.instrument.of(Respondent.CITIZEN)
        self.page = CitizenModePage(under_way.citizen.first_name, self._language, under_way.instrument.languages)
        self.page.language_asked.connect(self._on_language)
        self.page.larger_text_asked.connect(lambda: go.larger_text())
        self.page.pause_asked.connect(self._on_pause)

    def begin(self) -> None:
        """Shows the view for the place the meeting is at."""
        self._show()

    # -- views ------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        place = self.under_way.meeting.place
        if self.under_way.meeting.state is State.PAUSED:
            self._show_pause()
            return
        match place.step:
            case Step.REVIEW if not place.item:
                self._show_review()
            case Step.RESEARCH:
                self._show_research()
            case Step.LOCKED:
                self._show_locked()
            case _:
                self._show_question(self.under_way.instrument.item(place.item or self._items[0].code))

    def _show_question(self, item: Item) -> None:
        number = self._items.index(item) + 1
        view = QuestionView(
            item,
            self._language,
            self._who_sees(),
            is_first=number == 1 and not self._is_mending,
            to_review=self._is_mending or number == len(self._items),
        )
        view.answered.connect(lambda value: self._on_answered(view, value))
        view.back_asked.connect(lambda: self._on_back(number))
        view.on_asked.connect(lambda: self._on_on(view, number))
        view.show_value(self.under_way.value(item.code, Respondent.CITIZEN), "")
        self.page.show_view(view, number=number, of=len(self._items))
        view.begin()

    def _show_review(self) -> None:
        rows = [
            (
                item.code,
                name(item, self._language),
                value_words(item, self.under_way.value(item.code, Respondent.CITIZEN), self._language),
                item not in self.under_way.unanswered(Respondent.CITIZEN),
            )
            for item in self._items
        ]
        view = ReviewView(rows, research_again=self.under_way.citizen.research is not Research.UNASKED)
        view.mend_asked.connect(self._on_mend)
        view.back_asked.connect(lambda: self._go_to(Place(Step.CITIZEN, self._items[-1].code)))
        view.done_asked.connect(self._on_done)
        view.research_asked.connect(lambda: self._go_to(Place(Step.RESEARCH)))
        self.page.show_view(view)
        view.done.setFocus()

    def _show_research(self) -> None:
        view = ResearchView(isolated(self.under_way.caseworker.first_name))
        view.answered.connect(lambda answer: self._on_research(view, answer))
        # Reached from the review it leads back there; at the end it leads to the lock.
        done = self.under_way.meeting.state is State.CITIZEN_FINISHED
        view.on_asked.connect(lambda: self._go_to(Place(Step.LOCKED if done else Step.REVIEW)))
        # What is stored is not shown: the caseworker may be the one who opens this page after an interruption.
        self.page.show_view(view, can_pause=False)
        view.begin()

    def _show_locked(self) -> None:
        first, her = isolated(self.under_way.citizen.first_name), isolated(self.under_way.caseworker.first_name)
        view = LockView(
            translate("citizen_mode", "Tak, {0}").format(first),
            translate("citizen_mode", "Du er færdig. Giv computeren tilbage til {0}.").format(her),
            her,
            can_go_back=False,
        )
        view.pin_typed.connect(lambda pin: self._on_pin(view, pin))
        self.page.show_view(view, can_pause=False)
        view.begin()

    def _show_pause(self) -> None:
        her = isolated(self.under_way.caseworker.first_name)
        view = LockView(
            translate("citizen_mode", "Pause"),
            translate(
                "citizen_mode", "Dine svar er gemt. Du kan fortsætte, eller {0} kan tage computeren tilbage."
            ).format(her),
            her,
            can_go_back=True,
        )
        view.pin_typed.connect(lambda pin: self._on_pin(view, pin))
        view.back_asked.connect(self._on_resume)
        self.page.show_view(view, can_pause=False)
        view.back.setFocus()

    def _who_sees(self) -> str:
        return translate(
            "citizen_mode",
            "{0} kan se dine svar, når I begge er færdige. De bliver en del af din sag. "
            "Forskere får dem kun, hvis du siger ja, og kun uden navn og CPR-nummer.",
        ).format(isolated(self.under_way.caseworker.first_name))

    # -- what is done -----------------------------------------------------------------------------------------------

    def _on_answered(self, view: QuestionView, value: Value) -> None:
        code = view.item.code
        try:
            self.under_way.answer(code, value)
        except BipError as error:
            view.show_value(self.under_way.value(code, Respondent.CITIZEN), "")
            view.show_problem(sentence(error))
            return
        view.show_value(self.under_way.value(code, Respondent.CITIZEN), translate("citizen_mode", "✓ gemt"))

    def _on_on(self, view: QuestionView, number: int) -> None:
        if not self._tried(lambda: self.under_way.pass_over(view.item.code)):
            return
        to_review = self._is_mending or number == len(self._items)
        self._go_to(Place(Step.REVIEW) if to_review else Place(Step.CITIZEN, self._items[number].code))

    def _on_back(self, number: int) -> None:
        if self._is_mending:
            self._go_to(Place(Step.REVIEW))
        else:
            self._go_to(Place(Step.CITIZEN, self._items[number - 2].code))

    def _on_mend(self, code: str) -> None:
        self._go_to(Place(Step.REVIEW, code))

    @property
    def _is_mending(self) -> bool:
        """Whether the question was reached from the review, and leads back there: kept in the place, so that it still
        does after an interruption."""
        return self.under_way.meeting.place.step is Step.REVIEW

    def _on_language(self, language: str) -> None:
        if self._tried(lambda: self.under_way.set_language(language)):
            self._go.meeting(self.under_way)

    def _on_done(self) -> None:
        if self._tried(self.under_way.citizen_done):
            self._show()

    def _on_research(self, view: ResearchView, answer: Research) -> None:
        kept = self._tried(lambda: self.under_way.set_research(answer))
        view.show_answer(self.under_way.citizen.research, translate("citizen_mode", "✓ gemt") if kept else "")

    def _on_pause(self) -> None:
        if self._tried(self.under_way.pause):
            self._show()

    def _on_resume(self) -> None:
        if self._tried(self.under_way.resume):
            self._show()

    def _on_pin(self, view: LockView, pin: str) -> None:
        try:
            self._desk.pin_lock.check(pin)
        except BipError as error:
            if error.facts.get("left") == 0:
                self._go.lock()
            elif error.kind is Kind.CORRECTABLE:
                view.show_problem(sentence(error))
            else:
                self._go.notice(error)
            return
        meeting = self.under_way.meeting
        left = str(meeting.place) if meeting.place.step is Step.REVIEW else meeting.place.item
        back = Place(Step.HANDOVER, left) if meeting.state is State.PAUSED else Place(Step.CONFIRM)
        if self._tried(lambda: self.under_way.go(back)):
            self._go.meeting(self.under_way)

    def _go_to(self, place: Place) -> None:
        if self._tried(lambda: self.under_way.go(place)):
            self._show()

    def _tried(self, work: Callable[[], object]) -> bool:
        """Whether it is done; otherwise the notice says what is safe, and the page stays."""
        try:
            work()
        except BipError as error:
            self._go.notice(error)
            return False
        return True
