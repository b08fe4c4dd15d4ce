# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A walk through a whole meeting of Henrik's in the real windows, with simulated keys and clicks.

It is the test of the main job, and how everyone looks at the program: every page and step is left as a picture.
"""

from pathlib import Path

from PySide6.QtCore import Qt

from bip_desktop.demonstration.guide import Guide
from bip_desktop.demonstration.hands import AGREEMENT, SUBMISSION, Hands, TourError
from bip_desktop.demonstration.jobcentre import Secrets
from bip_desktop.domain.agreement import How
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.meeting import State, Step
from bip_desktop.domain.questionnaire import ItemKind, Respondent
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.export.presenter import ExportPresenter
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView
from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter
from bip_desktop.gui.pages.own_answers.presenter import OwnAnswersPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.amount_editor import AmountEditor
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor

HENRIK = "Henrik"
_CITIZEN = {"B1": 4, "B2": 3, "B3": 4, "B4": 2, "B5": 4, "B6": 4, "B7": 4, "B8": 4, "B9": 5}
_SEARCH = (2, 4)
_WAGE = "140"
_CASEWORKER = {"S2": 4, "S3": 3, "S4": 4, "S5": 3, "S6": 4, "S7": 4, "S8": 3, "S9": 4, "S10": 3, "S11": 2, "S12": 4}
_ACTIVITIES = (11, 13)
_GOAL = "Et praktisk arbejde, hvor jeg kender nogen"
_PROMISE = "Ringer til min ven om praktik fra mandag"


class Tour(Guide):
    """Leads Henrik and Karen from unlocking to the sealed submission."""

    def __init__(self, shell: Shell, secrets: Secrets, pictures: Path) -> None:
        super().__init__(shell, Hands(shell.window, pictures))
        self._secrets = secrets
        self._pictures = pictures

    def run(self) -> None:
        """The whole walk. Raises `TourError` where something is not as it must be."""
        self._hands.open_window()
        self._unlock()
        self._caseload()
        self._prepare()
        self._welcome()
        self._citizen_answers()
        self._reveal()
        self._look_together()
        self._choose()
        self._agree()
        self._export()
        self._lock()

    # -- before the meeting -----------------------------------------------------------------------------------------

    def _unlock(self) -> None:
        hands, page = self._hands, self._at(UnlockPresenter).page
        hands.picture("unlock")
        hands.type("en forkert adgangssætning")
        hands.press(Qt.Key.Key_Return)
        hands.wait_for("the wrong passphrase to be refused", page.row.problem.text)
        hands.picture("unlock-wrong")
        hands.type(self._secrets.passphrase)
        hands.press(Qt.Key.Key_Return)
        interrupted = self._at(InterruptedPresenter).page
        hands.picture("interrupted")
        hands.click(interrupted.later)

    def _caseload(self) -> None:
        hands, page = self._hands, self._at(CaseloadPresenter).page
        hands.picture("caseload")
        hands.click(page.about)
        hands.picture("about")
        hands.click_button("← Mine borgere")
        page = self._at(CaseloadPresenter).page
        hands.click(page.new_citizen)
        new = self._at(NewCitizenPresenter).page
        hands.fill(new.name.field, "Ny Eksempel")
        hands.fill(new.cpr.field, "310290-1234")
        hands.click(new.create_citizen)
        hands.picture("new-citizen-impossible-cpr")
        hands.click(new.undo)
        self._at(CaseloadPresenter)
        self._open_henrik()
        hands.picture("citizen")
        hands.click(self._at(CitizenPresenter).page.own_answers)
        self._at(OwnAnswersPresenter)
        hands.picture("own-answers")
        hands.click_button(f"← {HENRIK}")
        self._at(CitizenPresenter)

    def _open_henrik(self) -> None:
        page = self._at(CaseloadPresenter).page
        self._hands.fill(page.search, HENRIK)
        self._hands.wait_for("one row", lambda: page.model.rowCount() == 1)
        self._hands.click_cell(page.table, 0, 0)

    def _prepare(self) -> None:
        hands = self._hands
        hands.click(self._at(CitizenPresenter).page.prepare)
        presenter = self._meeting(Step.CASEWORKER)
        self._expect(presenter.under_way.meeting.state, State.PREPARED)
        items = presenter.under_way.instrument.of(Respondent.CASEWORKER)
        for item in items:
            view = self._view(presenter.page, CaseworkerView)
            self._expect(view.item.code, item.code)
            hands.picture(f"caseworker-{item.code}")
            if item.kind is ItemKind.TICKS:
                editor = view.editor
                if not isinstance(editor, TickEditor):
                    raise TourError("S1 has no boxes")
                for number in _ACTIVITIES:
                    hands.click(editor.ticks[number])
                hands.picture("caseworker-S1-ticked")
                hands.click(view.on)
            else:
                hands.press(_digit(_CASEWORKER[item.code]))
        self._view(presenter.page, CaseworkerView)
        hands.click(self._view(presenter.page, CaseworkerView).on)
        hands.picture("citizen-prepared")

    # -- the meeting ------------------------------------------------------------------------------------------------

    def _welcome(self) -> None:
        hands = self._hands
        hands.click(self._at(CitizenPresenter).page.primary)
        presenter = self._meeting(Step.WELCOME)
        view = self._view(presenter.page, WelcomeView)
        hands.picture("welcome")
        hands.click(view.how_buttons[0, How.DONE])
        hands.click(view.how_buttons[1, How.PARTLY])
        hands.click(presenter.page.on)
        hands.picture("handover")
        hands.click(self._view(self._meeting(Step.HANDOVER).page, HandoverView).give)

    def _citizen_answers(self) -> None:
        hands, presenter = self._hands, self._at(CitizenModePresenter)
        for item in presenter.under_way.instrument.of(Respondent.CITIZEN):
            view = self._view(presenter.page, QuestionView)
            self._expect(view.item.code, item.code)
            match view.editor:
                case ScaleEditor():
                    hands.press(_digit(_CITIZEN[item.code]))
                case TickEditor():
                    for number in _SEARCH:
                        hands.click(view.editor.ticks[number])
                case AmountEditor():
                    hands.fill(view.editor.field, _WAGE)
                    view.editor.commit()
            hands.picture(f"citizen-{item.code}")
            if item.code == "B6":
                self._pause()
                view = self._view(self._at(CitizenModePresenter).page, QuestionView)
                presenter = self._at(CitizenModePresenter)
            hands.click(view.on)
        review = self._view(presenter.page, ReviewView)
        hands.picture("review")
        hands.click(review.done)
        research = self._view(presenter.page, ResearchView)
        hands.click(research.choices[Research.YES])
        hands.picture("research")
        hands.click(research.on)
        locked = self._view(presenter.page, LockView)
        hands.picture("locked")
        hands.fill(locked.field, "0000")
        hands.press(Qt.Key.Key_Return)
        hands.picture("locked-wrong-pin")
        hands.fill(locked.field, self._secrets.pin)
        hands.press(Qt.Key.Key_Return)

    def _pause(self) -> None:
        """Henrik takes a break; Karen takes the computer back, and hands it over again at the same question."""
        hands, presenter = self._hands, self._at(CitizenModePresenter)
        hands.click(presenter.page.pause)
        pause = self._view(presenter.page, LockView)
        hands.picture("pause")
        hands.fill(pause.field, self._secrets.pin)
        hands.press(Qt.Key.Key_Return)
        view = self._view(self._meeting(Step.HANDOVER).page, HandoverView)
        hands.picture("handover-after-pause")
        hands.click(view.give)

    def _reveal(self) -> None:
        view = self._view(self._meeting(Step.CONFIRM).page, ConfirmView)
        self._hands.picture("confirm")
        self._hands.click(view.still)

    def _look_together(self) -> None:
        hands, presenter = self._hands, self._meeting(Step.TOGETHER)
        view = self._view(presenter.page, TogetherView)
        for name, tab in view.tabs.items():
            hands.click(tab)
            hands.picture(f"together-{name}")
            hands.click(view.table_switch)
            hands.picture(f"together-{name}-table")
            hands.click(view.table_switch)
        hands.click(presenter.page.on)

    def _choose(self) -> None:
        hands, presenter = self._hands, self._meeting(Step.HELP)
        view = self._view(presenter.page, HelpView)
        hands.picture("help")
        hands.click(view.choose_buttons[1])
        hands.picture("help-chosen")
        hands.click(view.another)
        hands.click(view.own_switch)
        hands.picture("help-own")
        hands.click(presenter.page.on)

    def _agree(self) -> None:
        hands, presenter = self._hands, self._meeting(Step.AGREEMENT)
        view = self._view(presenter.page, AgreementView)
        hands.picture("agreement-empty")
        hands.fill(view.goals[0], _GOAL)
        hands.fill(view.tasks[0].what, _PROMISE)
        hands.click(view.plan)
        hands.picture("agreement")
        hands.answer_file_dialog(self._pictures / AGREEMENT, lambda: hands.click(view.paper))
        hands.wait_for("the printed agreement", (self._pictures / AGREEMENT).exists)
        hands.click(view.end)
        self._expect(self._at(CitizenPresenter) is not None, True)
        hands.picture("citizen-after")

    # -- after it ---------------------------------------------------------------------------------------------------

    def _export(self) -> None:
        hands = self._hands
        hands.click(self._at(CitizenPresenter).page.back)
        hands.picture("caseload-after")
        hands.click(self._at(CaseloadPresenter).page.export)
        page = self._at(ExportPresenter).page
        folder = self._pictures / SUBMISSION
        folder.mkdir(exist_ok=True)
        hands.wait_for("what would be sent", page.sealed.text)
        hands.answer_file_dialog(folder, lambda: hands.click(page.choose))
        hands.picture("export")
        hands.click(page.save)
        hands.wait_for("the submission", lambda: list(folder.glob("*.zip.age")))
        hands.wait_for("the page to say so", page.result.text)
        hands.picture("export-done")
        hands.click(page.back)

    def _lock(self) -> None:
        self._hands.click(self._at(CaseloadPresenter).page.lock)
        self._at(UnlockPresenter)
        self._hands.picture("locked-program")


def _digit(step: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0.value + step)
