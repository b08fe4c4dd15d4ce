# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A whole first meeting and a whole ninth without the mouse: Tab, Space, Enter, digits and arrows are enough.

Besides, no way is long: from where a page puts the keyboard, everything that the meeting needs is a few steps away.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.meeting import State
from bip_desktop.domain.questionnaire import Amount, Ticks
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import TickEditor
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.storage.vault import FolderVault
from tests.gui.invented_work import (
    NOW,
    PIN,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    plan,
    weeks_before,
)
from tests.gui.test_citizen_mode import digit
from tests.gui.test_shell import at, opened, press, running, seen, settle, stored

RETURN, TAB, SPACE, DOWN, RIGHT = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
)
FAR = 14
"""Presses of Tab from where the keyboard is put: more is a walk of its own."""


class Keys(QObject):
    """Presses keys, and is told of every press of a mouse button, of which there must be none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.ways: list[tuple[str, int]] = []
        self.clicks = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, and lets everything pass."""
        self.clicks += event.type() == QEvent.Type.MouseButtonPress
        return False

    def go_to(self, widget: QWidget) -> None:
        """Presses Tab until `widget` has the keyboard."""
        settle()
        for presses in range(80):
            if widget.hasFocus():
                self.ways.append((widget.accessibleName() or getattr(widget, "text", str)(), presses))
                assert widget.isVisible()
                return
            press(TAB)
        raise AssertionError(f"Tab never comes to {widget.accessibleName() or widget}")

    def push(self, widget: QWidget) -> None:
        """Presses a button with Space."""
        self.go_to(widget)
        press(SPACE)


@pytest.fixture
def desk(vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Desk]:
    unlocked = opened(vault)
    yield open_desk(unlocked, places, calendar)
    unlocked.store.close()


@pytest.fixture
def keys(app: QApplication, vault: FolderVault, desk: Desk) -> Iterator[Keys]:
    with running(app, vault, desk) as shell:
        made = Keys(shell)
        app.installEventFilter(made)
        yield made
        app.removeEventFilter(made)


def start_from_the_caseload(keys: Keys) -> None:
    """From the list to the welcome."""
    keys.shell.caseload()
    page = at(keys.shell, CaseloadPresenter).page
    keys.go_to(page.table)
    press(RETURN)
    seen(at(keys.shell, MeetingPresenter).page, WelcomeView)


def the_citizen_answers(keys: Keys) -> None:
    """From the handover to the PIN."""
    press(RETURN)
    page = at(keys.shell, CitizenModePresenter).page
    for number in range(1, 10):
        assert seen(page, QuestionView).item.code == f"B{number}"
        press(digit(number % 5 + 1), RETURN)
    editor = seen(page, QuestionView).editor
    assert isinstance(editor, TickEditor)
    keys.push(editor.ticks[2])
    keys.push(editor.ticks[4])
    press(RETURN)
    assert seen(page, QuestionView).item.code == "B11"
    press("140", RETURN)
    seen(page, ReviewView)
    press(RETURN)


def she_takes_over(keys: Keys) -> None:
    """With her PIN."""
    seen(at(keys.shell, CitizenModePresenter).page, LockView)
    press(PIN, RETURN)
    seen(at(keys.shell, MeetingPresenter).page, ConfirmView)


def she_answers(keys: Keys) -> None:
    """S1 to S12, from the first to the last."""
    page = at(keys.shell, MeetingPresenter).page
    editor = seen(page, CaseworkerView).editor
    assert isinstance(editor, TickEditor)
    keys.push(editor.ticks[13])
    press(RETURN)
    for number in range(2, 13):
        assert seen(page, CaseworkerView).item.code == f"S{number}"
        press(digit(3))
    press(RETURN)


def the_two_look_choose_and_agree(keys: Keys) -> None:
    """From the pictures to the closed meeting."""
    page = at(keys.shell, MeetingPresenter).page
    together = seen(page, TogetherView)
    names = list(together.tabs)
    assert together.tabs[names[0]].hasFocus(), "there is something to see before the way on"
    for name in names[1:]:
        press(RIGHT)
        if together.current != name:
            press(SPACE)
        assert together.current == name
    keys.push(together.table_switch)
    assert together.as_table
    keys.go_to(page.on)
    press(RETURN)
    view = seen(page, HelpView)
    assert view.choose_buttons[0].hasFocus()
    keys.push(view.choose_buttons[0])
    [chosen] = [card for card in view.cards if card.toggle is view.choose_buttons[0]]
    keys.push(chosen.source_button)
    assert chosen.sources.isVisible()
    keys.push(view.own_switch)
    press(SPACE)
    assert view.own_words.isVisible(), "opening the list leads the keyboard into it"
    press(SPACE, Qt.Key.Key_Backtab)
    keys.push(view.own_switch)
    assert view.picker.isHidden()
    keys.go_to(page.on)
    press(RETURN)
    agreement = seen(page, AgreementView)
    press("Et arbejde med planter")
    keys.go_to(agreement.tasks[0].who)
    press(DOWN, DOWN)
    keys.go_to(agreement.tasks[0].what)
    press("Ringer til gartneriet")
    keys.push(agreement.plan)
    keys.push(agreement.journal)
    press(SPACE)
    assert "Ringer til gartneriet" in QApplication.clipboard().text()
    keys.push(agreement.end)
    at(keys.shell, CitizenPresenter)


def check(keys: Keys, desk: Desk, number: int) -> None:
    """What is on the disk afterwards, and how far the ways were."""
    [citizen] = [row.citizen for row in desk.caseload.view().rows]
    meeting = desk.caseload.meetings(citizen.citizen_id)[-1]
    assert (meeting.number, meeting.state) == (number, State.CLOSED)
    answers = stored(desk, meeting.meeting_id)
    assert answers["B1"] == ScaleStep(2)
    assert answers["B10"] == Ticks(frozenset({2, 4}))
    assert isinstance(answers["B11"], Amount)
    assert answers["S12"] == ScaleStep(3)
    assert keys.clicks == 0
    with desk.unlocked.store.reading() as work:
        agreed = work.meetings.agreement(meeting.meeting_id)
    assert (agreed.goals, [task.what for task in agreed.tasks]) == (
        ("Et arbejde med planter",),
        ["Ringer til gartneriet"],
    )
    assert agreed.next_meeting is not None
    far = [way for way in keys.ways if way[1] > FAR]
    assert not far, f"more than {FAR} presses of Tab: {far}; all: {keys.ways}"


def test_a_first_meeting(keys: Keys, desk: Desk) -> None:
    plan(desk, add_citizen(desk).citizen_id, NOW)
    start_from_the_caseload(keys)
    keys.go_to(at(keys.shell, MeetingPresenter).page.on)
    press(RETURN)
    seen(at(keys.shell, MeetingPresenter).page, HandoverView)
    the_citizen_answers(keys)
    research = seen(at(keys.shell, CitizenModePresenter).page, ResearchView)
    assert research.choices[Research.YES].hasFocus()
    press(SPACE, RETURN)
    she_takes_over(keys)
    press(RETURN)
    she_answers(keys)
    the_two_look_choose_and_agree(keys)
    check(keys, desk, 1)


def test_a_ninth_meeting_prepared_by_her(keys: Keys, desk: Desk, calendar: Calendar) -> None:
    henrik = add_citizen(desk)
    agreed = Agreement(goals=("Et arbejde",), tasks=(Task(Who.CITIZEN, "Ringer til en ven"),))
    for place in range(8):
        held = Held(citizen_answers("333333333"), caseworker_answers(), agreed)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 13 * (8 - place)), held)
    keys.shell.caseload()
    keys.go_to(at(keys.shell, CaseloadPresenter).page.table)
    press(SPACE)
    keys.push(at(keys.shell, CitizenPresenter).page.prepare)
    she_answers(keys)
    keys.push(at(keys.shell, CitizenPresenter).page.primary)
    page = at(keys.shell, MeetingPresenter).page
    keys.push(seen(page, WelcomeView).how_buttons[0, How.DONE])
    keys.go_to(page.on)
    press(RETURN)
    the_citizen_answers(keys)
    she_takes_over(keys)
    press(RETURN)
    the_two_look_choose_and_agree(keys)
    check(keys, desk, 9)
