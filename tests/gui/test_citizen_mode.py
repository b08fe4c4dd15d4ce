# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen alone with the screen: every answer safe, nothing of the caseworker's within reach."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.measurement import Part
from bip_desktop.domain.meeting import Meeting, Place, State, Step
from bip_desktop.domain.questionnaire import Amount, Missing, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui import theme
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.amount_editor import AmountEditor
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.vault import FolderVault
from tests.faults.sizes import Rounds
from tests.gui.alive import every_widget, windows
from tests.gui.invented_work import (
    NOW,
    PIN,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    meeting_of,
    weeks_before,
)
from tests.gui.test_shell import (
    StubbornDisk,
    arrow_to,
    at,
    click,
    click_button,
    go_on,
    opened,
    press,
    running,
    seen,
    settle,
    stored,
    words_on,
    write,
)

SAVED = "✓ gemt"
RETURN, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
NOT_HERS = ("Anna Eksempel", "Mine borgere", "Jobchance", "Realisme", "Sebastian", "S-1001", "010180", "610180")
"""What no widget may say while the citizen has the screen."""


def digit(step: int) -> Qt.Key:
    """The key of a step."""
    return Qt.Key(Qt.Key.Key_0.value + step)


@pytest.fixture
def unlocked(vault: FolderVault) -> Iterator[Unlocked]:
    with_karen = opened(vault)
    yield with_karen
    with_karen.store.close()


@pytest.fixture
def disk(unlocked: Unlocked) -> StubbornDisk:
    return StubbornDisk(unlocked.store)


@pytest.fixture
def desk(unlocked: Unlocked, disk: StubbornDisk, places: Places, calendar: Calendar) -> Desk:
    return open_desk(replace(unlocked, store=disk), places, calendar)


@pytest.fixture
def shell(app: QApplication, vault: FolderVault, desk: Desk) -> Iterator[Shell]:
    with running(app, vault, desk) as shell:
        yield shell


@pytest.fixture
def henrik(desk: Desk) -> Citizen:
    return add_citizen(desk)


class Screen:
    """The citizen's screen, as seen and handled from outside."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self.shell = shell
        self.desk = desk

    @property
    def presenter(self) -> CitizenModePresenter:
        return at(self.shell, CitizenModePresenter)

    @property
    def page(self) -> CitizenModePage:
        return self.presenter.page

    @property
    def question(self) -> QuestionView:
        return seen(self.page, QuestionView)

    @property
    def scale(self) -> ScaleEditor:
        editor = self.question.editor
        assert isinstance(editor, ScaleEditor)
        return editor

    @property
    def ticks(self) -> TickEditor:
        editor = self.question.editor
        assert isinstance(editor, TickEditor)
        return editor

    @property
    def amount(self) -> AmountEditor:
        editor = self.question.editor
        assert isinstance(editor, AmountEditor)
        return editor

    @property
    def lock(self) -> LockView:
        return seen(self.page, LockView)

    @property
    def marked(self) -> list[int]:
        """The steps that are marked."""
        return [number for number, made in enumerate(self.scale.steps, start=1) if made.isChecked()]

    def says_saved(self) -> bool:
        """Whether "gemt" stands at the chosen row."""
        return any(made._row.saved == SAVED and made.isChecked() for made in self.scale.steps)

    def meeting(self) -> Meeting:
        """As it lies on the disk."""
        return meeting_of(self.desk, self.presenter.under_way.meeting.meeting_id)

    def answers(self) -> dict[str, Value]:
        """As they lie on the disk."""
        return stored(self.desk, self.presenter.under_way.meeting.meeting_id)


Begun = Callable[..., Screen]


@pytest.fixture
def begun(shell: Shell, desk: Desk, henrik: Citizen) -> Begun:
    """Henrik's meeting at a place, with these answers given already."""

    def begin(place: Place | str = "B1", answers: dict[str, Value] | None = None) -> Screen:
        under_way = desk.measuring.start(henrik.citizen_id)
        answer_all(under_way, answers or {})
        under_way.go(Place(Step.CITIZEN, place) if isinstance(place, str) else place)
        shell.meeting(under_way)
        settle()
        return Screen(shell, desk)

    return begin


REVIEW = Place(Step.REVIEW)


# -- one question ---------------------------------------------------------------------------------------------------


def test_the_keyboard_begins_at_the_answers_and_nothing_is_marked(begun: Begun) -> None:
    screen = begun()
    assert screen.scale.first_focus().hasFocus()
    assert screen.marked == []
    assert screen.answers() == {}
    assert "Spørgsmål 1 af 11" in words_on(screen.page)


def test_a_digit_answers_and_saved_is_said_of_what_is_on_the_disk(begun: Begun) -> None:
    screen = begun()
    press(digit(4))
    assert screen.marked == [4]
    assert screen.says_saved()
    assert screen.answers() == {"B1": ScaleStep(4)}


def test_no_answer_moves_on_by_itself(begun: Begun, qtbot: QtBot) -> None:
    screen = begun()
    press(digit(4), digit(2))
    click(screen.scale.steps[4])
    qtbot.wait(50)
    assert screen.question.item.code == "B1"
    assert screen.meeting().place == Place(Step.CITIZEN, "B1")


def test_an_answer_that_cannot_be_kept_falls_back_and_says_what_is_not_saved(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun()
    press(digit(2))
    disk.is_full = True
    press(digit(5))
    assert screen.marked == [2]
    assert not screen.says_saved()
    assert screen.question.problem.isVisible()
    assert "Det sidste er ikke gemt; alt andet er." in screen.question.problem.text()
    disk.is_full = False
    assert screen.answers() == {"B1": ScaleStep(2)}
    press(digit(5))
    assert screen.says_saved()
    assert screen.question.problem.isHidden()
    assert screen.answers() == {"B1": ScaleStep(5)}


def test_a_first_answer_that_cannot_be_kept_leaves_nothing_marked(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun()
    disk.is_full = True
    press(digit(3))
    assert screen.marked == []
    assert not screen.says_saved()


def test_the_way_on_stays_where_nothing_can_be_kept(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun()
    disk.is_full = True
    press(RETURN)
    assert screen.question.item.code == "B1"
    assert "Disken er fuld." in screen.shell.window.notices.text


@pytest.mark.parametrize("key", [RETURN, Qt.Key.Key_Enter])
def test_enter_goes_on(begun: Begun, key: Qt.Key) -> None:
    screen = begun()
    press(digit(4), key)
    assert screen.question.item.code == "B2"
    assert screen.meeting().place == Place(Step.CITIZEN, "B2")
    assert screen.scale.first_focus().hasFocus()
    assert screen.marked == []


def test_the_button_goes_on_and_back_leads_back_without_loss(begun: Begun) -> None:
    screen = begun()
    assert screen.question.back.isHidden(), "there is nothing before the first"
    press(digit(4))
    click(screen.question.on)
    press(digit(2))
    click(screen.question.back)
    assert screen.question.item.code == "B1"
    assert screen.marked == [4]
    assert screen.scale.steps[3].hasFocus()
    assert not screen.says_saved(), "said of what was just done"
    click(screen.question.on)
    assert screen.marked == [2]


def test_going_on_without_an_answer_is_written_down_as_passed_over(begun: Begun) -> None:
    screen = begun()
    press(RETURN)
    assert screen.answers() == {"B1": Missing.SKIPPED}
    click(screen.question.back)
    assert screen.marked == []
    press(digit(3), RETURN)
    assert screen.answers()["B1"] == ScaleStep(3)


def test_earlier_meetings_answers_are_not_shown(begun: Begun, desk: Desk, calendar: Calendar, henrik: Citizen) -> None:
    hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 12), Held(citizen_answers("111111111"), {}))
    screen = begun()
    for number in range(1, 10):
        assert screen.question.item.code == f"B{number}"
        assert screen.marked == []
        assert not any(each.isChecked() for each in screen.scale.missing.buttons.values())
        press(RETURN)
    assert not any(each.isChecked() for each in screen.ticks.ticks.values())
    press(RETURN)
    assert screen.amount.field.text() == ""


def test_the_keyboard_alone_is_enough(begun: Begun) -> None:
    screen = begun()
    arrow_to(screen.scale.steps[2])
    press(SPACE)
    assert screen.marked == [3]
    reached = []
    for _ in range(9):
        press(TAB)
        widget = QApplication.focusWidget()
        assert isinstance(widget, QAbstractButton)
        reached.append(widget.text())
    for text in ("Næste →", "Hvem ser mit svar?", "Hold pause", "Større tekst"):
        assert text in reached, text
    while not screen.question.on.hasFocus():
        press(TAB)
    press(SPACE)
    assert screen.question.item.code == "B2"


def test_ways_of_not_answering_are_reached_by_arrows(begun: Begun) -> None:
    screen = begun()
    arrow_to(screen.scale.missing.buttons[Missing.DONT_KNOW])
    press(SPACE)
    assert screen.answers() == {"B1": Missing.DONT_KNOW}


def test_who_sees_the_answer_is_on_every_page(begun: Begun) -> None:
    screen = begun()
    for _ in range(11):
        said = "Karen kan se dine svar, når I begge er færdige."
        assert not any(said in each for each in words_on(screen.page))
        click(screen.question.who)
        assert any(said in each for each in words_on(screen.page))
        click(screen.question.on)
    seen(screen.page, ReviewView)


# -- ticks and the amount -------------------------------------------------------------------------------------------


def test_the_exclusive_ways_of_searching_clear_the_others(begun: Begun) -> None:
    screen = begun("B10")
    click(screen.ticks.ticks[2])
    click(screen.ticks.ticks[4])
    assert screen.answers() == {"B10": Ticks(frozenset({2, 4}))}
    assert screen.ticks.saved.text() == SAVED
    click(screen.ticks.ticks[8])
    assert screen.answers() == {"B10": Ticks(frozenset({8}))}
    assert [number for number, made in screen.ticks.ticks.items() if made.isChecked()] == [8]
    click(screen.ticks.ticks[1])
    assert screen.answers() == {"B10": Ticks(frozenset({1}))}


def test_an_amount_is_saved_with_its_unit_and_shown_again(begun: Begun) -> None:
    screen = begun("B11")
    press("14.500", TAB)
    press(Qt.Key.Key_Down, TAB, Qt.Key.Key_Down)
    assert screen.answers() == {"B11": Amount(14_500_00, Unit.MONTH_AFTER_TAX)}
    assert screen.amount.saved.text() == SAVED
    click(screen.question.back)
    click(screen.question.on)
    assert screen.amount.field.text() == "14.500"
    assert screen.amount.unit is Unit.MONTH_AFTER_TAX
    assert screen.amount._ask.isHidden()


def test_enter_with_an_odd_amount_asks_once_and_then_goes_on(begun: Begun) -> None:
    screen = begun("B11")
    press("12.000", RETURN)
    assert screen.answers() == {"B11": Amount(12_000_00, Unit.HOUR_BEFORE_TAX)}
    assert screen.amount._ask.isVisible()
    press(SPACE)  # "Ja, det er rigtigt" has the keyboard
    assert screen.amount._ask.isHidden()
    click(screen.question.on)
    seen(screen.page, ReviewView)
    assert "12.000 kr. i timen før skat" in words_on(screen.page)


@pytest.mark.parametrize(("text", "said"), [("abc", "hele kroner"), ("1000000000000", "99.999.999 kr.")])
def test_an_amount_that_cannot_be_read_is_told_at_the_field_and_nothing_is_saved(
    begun: Begun, text: str, said: str
) -> None:
    screen = begun("B11")
    press(text, RETURN)
    assert screen.question.item.code == "B11"
    assert said in screen.amount.problem.text()
    assert screen.amount.problem.isVisible()
    assert screen.amount.field.hasFocus()
    assert screen.answers() == {}
    write(screen.amount.field, "")
    press(RETURN)
    seen(screen.page, ReviewView)
    assert screen.answers() == {"B11": Missing.SKIPPED}


@pytest.mark.parametrize("leave", ["on", "back", "pause", "larger", "close"])
def test_every_way_out_saves_what_is_typed(begun: Begun, leave: str) -> None:
    screen = begun("B11")
    press("140")
    under_way = screen.presenter.under_way
    match leave:
        case "on":
            click(screen.question.on)
        case "back":
            click(screen.question.back)
        case "pause":
            click(screen.page.pause)
        case "larger":
            click_button(screen.shell, "Større tekst")
        case "close":
            screen.shell.window.close()
            settle()
    assert stored(screen.desk, under_way.meeting.meeting_id)["B11"] == Amount(140_00, Unit.HOUR_BEFORE_TAX)


def test_an_amount_that_cannot_be_kept_is_not_lost_from_the_page(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun("B11")
    disk.is_full = True
    press("140", RETURN)
    assert screen.question.item.code == "B11"
    assert screen.amount.field.text() == "140"
    assert "ikke gemt" in screen.question.problem.text()
    assert screen.amount.saved.text() == ""
    disk.is_full = False
    press(RETURN)
    seen(screen.page, ReviewView)
    assert screen.answers() == {"B11": Amount(140_00, Unit.HOUR_BEFORE_TAX)}


# -- review, research, lock -----------------------------------------------------------------------------------------


def test_the_review_shows_every_answer_in_words(begun: Begun) -> None:
    answers = {**citizen_answers("12345"), "B6": Missing.DONT_KNOW, "B7": Missing.DECLINED, "B8": Missing.SKIPPED}
    said = words_on(begun(REVIEW, answers).page)
    for words in ("Ved ikke", "Ønsker ikke at svare", "Sprunget over", "Ikke svaret endnu", "140 kr. i timen før skat"):
        assert any(words.lower() in each.lower() for each in said), words
    for step in range(1, 6):
        assert any(each.endswith(f"({step})") for each in said), step
    assert any("Internettet" in each for each in said)
    assert any("Der er 2 uden svar. Det er helt i orden." in each for each in said)
    assert len([each for each in said if each == "Ret"]) == 11


def test_mending_leads_to_the_question_and_straight_back(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    [mend] = [
        each
        for each in seen(screen.page, ReviewView).findChildren(QPushButton)
        if each.accessibleName() == "Ret Min hverdag"
    ]
    click(mend)
    assert screen.question.item.code == "B5"
    assert screen.marked == [4]
    assert screen.question.on.text() == "Se mine svar →"
    press(digit(1), RETURN)
    seen(screen.page, ReviewView)
    assert screen.answers()["B5"] == ScaleStep(1)
    assert any(each.endswith("(1)") for each in words_on(screen.page))


def test_back_from_mending_leads_to_the_review_too(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    seen(screen.page, ReviewView).mend_asked.emit("B1")
    settle()
    click(screen.question.back)
    seen(screen.page, ReviewView)
    click(seen(screen.page, ReviewView).back)
    assert screen.question.item.code == "B11"
    click(screen.question.back)
    assert screen.question.item.code == "B10", "mending is over"


def test_finished_asks_about_research_and_locks(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    assert seen(screen.page, ReviewView).done.hasFocus()
    press(RETURN)
    view = seen(screen.page, ResearchView)
    assert not any(each.isChecked() for each in view.choices.values())
    assert (screen.meeting().state, screen.meeting().citizen_part) == (State.CITIZEN_FINISHED, Part.COMPLETE)
    assert screen.page.pause.isHidden()
    press(SPACE)
    assert view.choices[Research.YES].isChecked()
    assert view.choices[Research.YES]._row.saved == SAVED
    assert screen.desk.caseload.citizen(screen.meeting().citizen_id).research is Research.YES
    press(RETURN)
    assert screen.lock.field.hasFocus()
    assert "Giv computeren tilbage til Karen." in " ".join(words_on(screen.page))
    assert screen.lock.back.isHidden()
    assert screen.meeting().place == Place(Step.LOCKED)


def test_research_can_be_left_unanswered(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    press(RETURN, RETURN)
    assert screen.lock.isVisible()
    assert screen.desk.caseload.citizen(screen.meeting().citizen_id).research is Research.UNASKED


def test_a_choice_about_research_that_cannot_be_kept_is_not_shown_as_chosen(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun(REVIEW, citizen_answers())
    press(RETURN)
    disk.is_full = True
    press(SPACE)
    view = seen(screen.page, ResearchView)
    assert not any(each.isChecked() for each in view.choices.values())
    assert "Disken er fuld." in screen.shell.window.notices.text


@pytest.mark.parametrize("answer", [Research.YES, Research.NO])
def test_research_is_not_asked_about_again(begun: Begun, desk: Desk, henrik: Citizen, answer: Research) -> None:
    under_way = desk.measuring.start(henrik.citizen_id)
    under_way.set_research(answer)
    under_way.go(REVIEW)
    under_way.citizen_done()
    assert under_way.meeting.place == Place(Step.LOCKED)


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_fifth_locks(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    press(RETURN, RETURN)
    for left in (4, 3, 2, 1):
        press("0000", RETURN)
        assert f"Du har {left} forsøg tilbage." in screen.lock.form.problem.text()
        assert screen.lock.field.text() == ""
        assert screen.lock.field.hasFocus()
    press("0000", RETURN)
    at(screen.shell, UnlockPresenter)
    assert screen.shell._desk is None


def test_an_empty_pin_costs_no_try(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    press(RETURN, RETURN)
    for _ in range(8):
        press(RETURN)
        click(screen.lock.on)
        click(screen.lock.field)
    press("0000", RETURN)
    assert "Du har 4 forsøg tilbage." in screen.lock.form.problem.text()


def test_the_right_pin_leads_to_her_page(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    press(RETURN, RETURN, PIN, RETURN)
    page = at(screen.shell, MeetingPresenter).page
    seen(page, ConfirmView)
    assert not screen.shell.window.isFullScreen()


# -- pause and text size --------------------------------------------------------------------------------------------


def test_a_pause_goes_on_at_the_same_question(begun: Begun) -> None:
    screen = begun("B6", citizen_answers("4432443"))
    click(screen.page.pause)
    assert screen.meeting().state is State.PAUSED
    assert screen.lock.back.hasFocus()
    press(RETURN)
    assert screen.question.item.code == "B6"
    assert screen.marked == [4]
    assert screen.meeting().state is State.CITIZEN_ANSWERING


def test_after_a_pause_she_hands_it_over_again_at_the_same_question(begun: Begun) -> None:
    screen = begun("B6", citizen_answers("4432443"))
    click(screen.page.pause)
    press_pin(screen)
    view = seen(at(screen.shell, MeetingPresenter).page, HandoverView)
    assert "Henrik holder pause ved spørgsmål 6 af 11" in words_on(view)
    click(view.give)
    assert screen.question.item.code == "B6"
    assert screen.marked == [4]
    assert screen.shell.window.isFullScreen()


def test_a_pause_at_the_review_comes_back_to_it(begun: Begun) -> None:
    screen = begun(REVIEW, citizen_answers())
    click(screen.page.pause)
    press_pin(screen)
    view = seen(at(screen.shell, MeetingPresenter).page, HandoverView)
    assert "Henrik holder pause og er ved at se sine svar igennem" in words_on(view)
    click(view.give)
    seen(screen.page, ReviewView)


@pytest.mark.parametrize("stop", ["killed", "paused"])
def test_stopped_while_mending_the_way_on_still_leads_to_the_review(begun: Begun, desk: Desk, stop: str) -> None:
    screen = begun(REVIEW, citizen_answers())
    seen(screen.page, ReviewView).mend_asked.emit("B5")
    settle()
    if stop == "paused":
        click(screen.page.pause)
        press_pin(screen)
        click(seen(at(screen.shell, MeetingPresenter).page, HandoverView).give)
    else:  # nothing but the disk is left
        screen.shell.meeting(desk.measuring.take_up(screen.presenter.under_way.meeting.meeting_id))
        settle()
    assert screen.question.item.code == "B5"
    assert screen.question.on.text() == "Se mine svar →"
    press(digit(1), RETURN)
    seen(screen.page, ReviewView)
    assert screen.answers()["B5"] == ScaleStep(1)


def press_pin(screen: Screen) -> None:
    """She types her PIN."""
    click(screen.lock.field)
    press(PIN, RETURN)


def test_a_pause_that_cannot_be_kept_stays_on_the_question(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun("B6")
    disk.is_full = True
    click(screen.page.pause)
    assert screen.question.item.code == "B6"
    assert "Disken er fuld." in screen.shell.window.notices.text


def test_larger_text_keeps_the_question_and_the_answer(begun: Begun) -> None:
    screen = begun("B6")
    press(digit(2))
    for scale in (125, 150, 175, 200, 100):
        click_button(screen.shell, "Mindre tekst" if scale == 100 else "Større tekst")
        assert theme.current().scale == scale
        assert screen.question.item.code == "B6"
        assert screen.marked == [2]
        assert screen.scale.steps[1].hasFocus()
        assert screen.shell.window.isFullScreen()


# -- nothing else within reach --------------------------------------------------------------------------------------


def heard(window: QWidget) -> list[str]:
    """What a screen reader finds, everywhere."""
    said: list[str] = []

    def walk(node: QAccessibleInterface | None) -> None:
        if node is None or not node.isValid():
            return
        said.extend(
            node.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        )
        for place in range(node.childCount()):
            walk(node.child(place))

    walk(QAccessible.queryAccessibleInterface(window))
    return [each for each in said if each]


def everything_said() -> str:
    """Every text of every widget there is, shown or not, and the accessibility trees of all windows."""
    said: list[str] = []
    for widget in every_widget():
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            said.append(widget.text())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(place) for place in range(widget.count())]
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
    for window in windows():
        said += heard(window)
    return "\n".join(said)


def strangers() -> set[str]:
    """The classes of the program's own widgets that are no part of citizen mode."""
    around = ("bip_desktop.gui.main_window", "bip_desktop.gui.notices", "bip_desktop.gui.lock_warning")
    allowed = ("bip_desktop.gui.pages.citizen_mode.", "bip_desktop.gui.widgets.", *around)
    modules = {type(widget).__module__: type(widget).__name__ for widget in every_widget()}
    return {
        f"{module}.{name}"
        for module, name in modules.items()
        if module.startswith("bip_desktop.") and not module.startswith(allowed)
    } | {
        type(widget).__name__
        for widget in every_widget()
        if type(widget).__name__ in ("StepRail", "TopBar", "SuggestionCard", "ReadingTable", "TableTwin")
    }


@pytest.fixture
def with_others(desk: Desk, calendar: Calendar, henrik: Citizen) -> None:
    """Another citizen in the caseload, Henrik measured before, and Karen's answers for today prepared."""
    anna = add_citizen(desk, "Anna Eksempel", "020281", "S-2002")
    for citizen in (anna, henrik):
        held = Held(citizen_answers("333333333"), caseworker_answers())
        hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, 12), held)
    answer_all(desk.measuring.prepare(henrik.citizen_id), caseworker_answers())


def test_there_is_no_widget_of_hers_in_the_whole_program(
    begun: Begun, with_others: None, shell: Shell, henrik: Citizen
) -> None:
    for way in (shell.caseload, shell.export, shell.new_citizen):
        way()
        settle()
    shell.caseload()
    settle()
    assert "Anna Eksempel" in everything_said() or strangers(), "the test must be able to see it"
    shell.own_answers(henrik.citizen_id)
    shell.citizen(henrik.citizen_id)
    settle()
    assert strangers()
    screen = begun()
    for _ in range(11):
        assert strangers() == set()
        for text in NOT_HERS:
            assert text not in everything_said(), text
        press(RETURN)
    seen(screen.page, ReviewView)
    for _ in range(3):
        settle()
        assert strangers() == set()
        for text in NOT_HERS:
            assert text not in everything_said(), text
        press(RETURN)


def test_the_notice_bar_is_the_only_thing_around_and_says_nothing_of_the_case(begun: Begun, disk: StubbornDisk) -> None:
    screen = begun()
    disk.is_full = True
    press(RETURN)
    assert screen.shell.window.notices.isVisible()
    assert strangers() == set()


# -- random hands ---------------------------------------------------------------------------------------------------

KEYS = [
    *(Qt.Key(Qt.Key.Key_0.value + number) for number in range(10)),
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F1,
    Qt.Key.Key_F4,
    Qt.Key.Key_F10,
    Qt.Key.Key_F11,
    Qt.Key.Key_Menu,
    Qt.Key.Key_A,
    Qt.Key.Key_Q,
    Qt.Key.Key_W,
    Qt.Key.Key_Z,
]
MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 8,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
]
CITIZENS_VIEWS = (QuestionView, ReviewView, ResearchView, LockView)
SEED = 20261121
STARTS = [Place(Step.CITIZEN, code) for code in ("B1", "B10", "B11")] + [REVIEW]


def one_random_input(shell: Shell, chance: random.Random) -> None:
    """A key where the keyboard is, or a click anywhere in the window, as a person without a plan would."""
    if chance.random() < 0.6:
        target = QApplication.focusWidget() or shell.window
        QTest.keyClick(target, chance.choice(KEYS), chance.choice(MODIFIERS))
        return
    popup = QApplication.activePopupWidget()
    ground = popup if popup is not None else shell.window
    where = QPoint(chance.randrange(ground.width()), chance.randrange(ground.height()))
    target = ground.childAt(where) or ground
    button = Qt.MouseButton.RightButton if chance.random() < 0.1 else Qt.MouseButton.LeftButton
    QTest.mouseClick(target, button, pos=target.mapFrom(ground, where))


@pytest.mark.soak("random keys and clicks in citizen mode: no widget of hers reachable", small=400, full=2_000)
def test_random_keys_and_clicks_never_leave_the_citizens_screen(
    rounds: Rounds, begun: Begun, with_others: None, shell: Shell, desk: Desk
) -> None:
    """Broken once by a lock that takes any PIN."""
    chance = random.Random(SEED)
    screen = begun()
    under_way = screen.presenter.under_way
    met: set[str] = set()
    for number in rounds:
        if isinstance(shell.presenter, UnlockPresenter):
            met.add("passphrase")
            desk.access.leave_citizen_mode()  # as a desk that is opened anew
            shell.unlocked(desk.unlocked)
            go_on(shell)
        elif number % 50 == 0 and under_way.meeting.state in (State.CITIZEN_ANSWERING, State.PAUSED):
            desk.access.leave_citizen_mode()
            under_way = desk.measuring.take_up(under_way.meeting.meeting_id)
            under_way.resume()
            under_way.go(STARTS[number // 50 % len(STARTS)])
            if number % 150 == 100:
                under_way.pause()
            shell.meeting(under_way)
        settle()
        one_random_input(shell, chance)
        settle()
        if isinstance(shell.presenter, UnlockPresenter):
            continue  # five wrong PINs: the passphrase, and nothing behind it
        view = at(shell, CitizenModePresenter).page.view
        under_way = at(shell, CitizenModePresenter).under_way
        assert isinstance(view, CITIZENS_VIEWS)
        met.add(type(view).__name__)
        if number % 20 == 0:
            assert strangers() == set()
            said = everything_said()
            assert not [text for text in NOT_HERS if text in said]
    assert {"QuestionView", "ReviewView", "LockView"} <= met, "the hands came about"
    rounds.found(views_met=len(met), her_widgets=0)
    assert shell.window.notices.text == ""
