# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Meetings that differ only in what is the caseworker's alone look and read alike on every page the citizen sees.

The same walk through every shared page is led several times, over jobcentres that differ in S2 to S5, S7, S8 and S12
alone, now and before. Every text, whether shown or only read aloud, and every pixel must be the same. Besides, the
words of those questions are exchanged for canaries, and none of them may be heard; and neither may the treatment
that is under way. The page for S12 that she opens on purpose is no part of the walk.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from bip_desktop import behind_lock
from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.questionnaire import Missing, Respondent, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.printing import agreement_document
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
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
    weeks_before,
)
from tests.gui.test_citizen_mode import everything_said, heard
from tests.gui.test_meeting_pages import OWN_ITEMS, CanaryFolder
from tests.gui.test_shell import at, click, opened, press, running, seen, settle

RETURN = Qt.Key.Key_Return
ACTIVITIES = frozenset({16, 9, 13})
"""With treatment for misuse among them."""
HERS: dict[str, dict[str, Value]] = {
    "low": {code: ScaleStep(1) for code in OWN_ITEMS},
    "high": {code: ScaleStep(5) for code in OWN_ITEMS},
    "missing": {
        code: Missing.NOT_RELEVANT if code == "S3" else Missing.DONT_KNOW if code == "S12" else Missing.DECLINED
        for code in OWN_ITEMS
    },
}
AGREED = Agreement(goals=("Et arbejde med planter",), tasks=(Task(Who.CITIZEN, "Ringer til gartneriet"),))


@dataclass
class Seen:
    """What one walk has shown, page by page."""

    texts: dict[str, str] = field(default_factory=dict)
    """Of the window, in order."""
    anywhere: dict[str, str] = field(default_factory=dict)
    """Of every widget there is, also those that are on their way out."""
    pictures: dict[str, QImage] = field(default_factory=dict)

    def look(self, shell: Shell, name: str) -> None:
        """Writes down all that can be seen and heard."""
        assert name not in self.texts, "each page once"
        settle()
        self.texts[name] = said_in(shell.window)
        self.anywhere[name] = everything_said()
        self.pictures[name] = shell.window.grab().toImage()


def said_in(window: QWidget) -> str:
    """Every text of the window, shown or not: of widgets, for the ear, in cells, and written in drawings."""
    said = heard(window)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for widget in (window, *window.findChildren(QWidget)):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
        elif isinstance(widget, QComboBox):
            said += [widget.itemText(place) for place in range(widget.count())]
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()  # a list's own is private
            cells = [model.index(line, at) for line in range(model.rowCount()) for at in range(columns)]
            said += [str(cell.data(role)) for cell in cells for role in roles if cell.data(role) is not None]
        elif isinstance(widget, QGraphicsView) and (scene := widget.scene()) is not None:
            for drawn in scene.items(Qt.SortOrder.AscendingOrder):
                said.append(drawn.toolTip())
                if isinstance(drawn, QGraphicsTextItem):
                    said.append(drawn.toPlainText())
                elif isinstance(drawn, QGraphicsSimpleTextItem):
                    said.append(drawn.text())
    return "\n".join(said)


@pytest.fixture
def still_cursor(app: QApplication) -> Iterator[None]:
    """A cursor that blinks would make two pictures of one page differ."""
    before = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    yield
    app.setCursorFlashTime(before)


def shared_pages(app: QApplication, folder: Path, finished: Path, hers: dict[str, Value], *, prepared: bool) -> Seen:
    """Leads a third meeting through every page that the citizen sees."""
    shutil.copytree(finished, folder)
    places, vault, calendar = Places(folder), FolderVault(folder, ROOT / "db"), Calendar()
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    places.recipients.write_text(
        json.dumps(
            {"format_version": 1, "centre": "Opdigtet", "operating": {"key": keys[0]}, "recovery": {"key": keys[1]}}
        ),
        encoding="utf-8",
    )
    unlocked = opened(vault)
    desk = open_desk(unlocked, places, calendar)
    henrik = add_citizen(desk)
    answers = caseworker_answers(ACTIVITIES) | hers
    for weeks in (24, 12):
        held = Held(citizen_answers("332233223"), answers, AGREED)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)
    if prepared:
        answer_all(desk.measuring.prepare(henrik.citizen_id), answers)
    shown = Seen()
    with running(app, vault, desk) as shell:
        under_way = desk.measuring.start(henrik.citizen_id)
        _opening(shell, shown, under_way)
        _citizens_screen(shell, shown)
        under_way = desk.measuring.take_up(under_way.meeting.meeting_id)
        if not prepared:
            under_way.caseworker_begins()
            answer_all(under_way, answers)
        under_way.reveal()
        shell.meeting(under_way)
        _together(shell, shown)
        _help(shell, shown)
        _agreement(shell, shown, desk, under_way)
    return shown


def _opening(shell: Shell, shown: Seen, under_way: MeetingUnderWay) -> None:
    shell.meeting(under_way)
    page = at(shell, MeetingPresenter).page
    shown.look(shell, "welcome")
    click(seen(page, WelcomeView).how_buttons[0, How.DONE])
    click(page.on)
    shown.look(shell, "handover")
    click(seen(page, HandoverView).give)


def _citizens_screen(shell: Shell, shown: Seen) -> None:
    presenter = at(shell, CitizenModePresenter)
    for item in presenter.under_way.instrument.of(Respondent.CITIZEN):
        view = seen(presenter.page, QuestionView)
        if isinstance(view.editor, ScaleEditor):
            click(view.editor.steps[2])
        shown.look(shell, f"question {item.code}")
        click(view.on)
    shown.look(shell, "review")
    click(seen(presenter.page, ReviewView).done)
    if presenter.under_way.citizen.research is Research.UNASKED:
        shown.look(shell, "research")
        click(seen(presenter.page, ResearchView).on)
    shown.look(shell, "locked")
    press(PIN, RETURN)


def _together(shell: Shell, shown: Seen) -> None:
    page = at(shell, MeetingPresenter).page
    view = seen(page, TogetherView)
    for form in ("picture", "table"):
        for name, tab in view.tabs.items():
            click(tab)
            shown.look(shell, f"together {name} {form}")
        click(view.table_switch)
    click(page.on)


def _help(shell: Shell, shown: Seen) -> None:
    page = at(shell, MeetingPresenter).page
    view = seen(page, HelpView)
    shown.look(shell, "help")
    while view.another.isVisible():
        click(view.another)
    for card in view.cards:
        click(card.source_button)
    shown.look(shell, "help with every card and its source")
    for stop in view.strip.stops.values():
        click(stop)
    for choose in view.choose_buttons:
        click(choose)
    click(view.own_switch)
    shown.look(shell, "help with everything chosen, and a proposal of their own")
    click(page.on)


def _agreement(shell: Shell, shown: Seen, desk: Desk, under_way: MeetingUnderWay) -> None:
    desk.agreeing.set_own(under_way.meeting, ACTIVITIES)  # as an earlier version may have let them choose
    view = seen(at(shell, MeetingPresenter).page, AgreementView)
    click(view.goals[0])
    press("Ro")
    click(view.plan)
    shown.look(shell, "agreement")
    click(view.journal)
    shown.look(shell, "journal note")
    assert view.note.text in shown.texts["journal note"], "what would be copied is compared too"
    together = desk.following.together(under_way.citizen.citizen_id)
    assert together is not None
    page = desk.agreeing.page(under_way.meeting)
    paper = agreement_document(page, together.moved, under_way.instrument, "da")
    shown.texts["print"] = paper.toPlainText() + paper.toHtml()


@pytest.fixture(scope="module")
def walks() -> dict[tuple[str, bool], Seen]:
    """The walks led so far."""
    return {}


@pytest.mark.parametrize(
    ("other", "prepared"),
    [("high", True), ("missing", True), ("high", False)],
    ids=["high, prepared", "missing, prepared", "high, answered in the meeting"],
)
def test_every_shared_page_is_the_same_whatever_she_answered(
    app: QApplication,
    finished: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    still_cursor: None,
    walks: dict[tuple[str, bool], Seen],
    other: str,
    prepared: bool,
) -> None:
    monkeypatch.setattr(behind_lock, "_instruments", CanaryFolder)
    for name in ("low", other):
        if (name, prepared) not in walks:
            walks[name, prepared] = shared_pages(app, tmp_path / name, finished, HERS[name], prepared=prepared)
    one, two = walks["low", prepared], walks[other, prepared]
    assert list(one.texts) == list(two.texts)
    assert len(one.texts) >= 25
    for page, text in one.texts.items():
        assert two.texts[page] == text, page
    for seen_or_not in (one.texts, two.texts, one.anywhere, two.anywhere):
        for page, text in seen_or_not.items():
            assert "kanarie" not in text, page
            assert "isbrug" not in text, page
    for page, picture in one.pictures.items():
        assert two.pictures[page] == picture, f"{page} looks different"


def test_the_walk_sees_a_difference_where_there_is_one(
    app: QApplication, finished: Path, tmp_path: Path, still_cursor: None
) -> None:
    one = shared_pages(app, tmp_path / "one", finished, {"S6": ScaleStep(2)}, prepared=True)
    two = shared_pages(app, tmp_path / "two", finished, {"S6": ScaleStep(5)}, prepared=True)
    different = {page for page, text in one.texts.items() if two.texts[page] != text}
    assert {"together two_views picture", "together two_views table"} <= different
    looks = {page for page, picture in one.pictures.items() if two.pictures[page] != picture}
    assert "together two_views picture" in looks
    assert not looks & {"welcome", "handover", "review", "locked", "together over_time picture"}
