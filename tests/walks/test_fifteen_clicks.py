# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Her clicks in a whole ninth meeting, from the caseload to the citizen's page again: at most fifteen.

Counted: every press of a mouse button, wherever it is and whoever's promise it is about, and every key that does not
write (Enter after the PIN), once the caseload is shown. That includes saying how it went with the one promise of last
time, a look at the pairs, choosing a suggestion, going to the field of a promise, planning the next meeting, and the
journal note with copying it.

Not counted: the answers to S1 to S12 and the Næste after S1 and the Færdig after S12; all that the citizen does in
between on the citizen's own screen; and the letters of a goal, a promise and the PIN, which are content. Where she
has prepared, she did that on another day: its ways (the name, »Forbered«) are counted apart, and shown with the rest.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, How, Task, Who
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.meeting import State, When
from bip_desktop.domain.questionnaire import Ticks
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.meeting.welcome_view import WelcomeView
from bip_desktop.gui.plots.together_view import TWO_VIEWS, TogetherView
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
from tests.gui.test_shell import at, click, opened, press, running, seen, stored

MOST = 15
RETURN = Qt.Key.Key_Return
AGREED = Agreement(goals=("Et arbejde",), tasks=(Task(Who.CITIZEN, "Ringer til en ven"),))


class Counter(QObject):
    """Sees every press in the program, but for what is hers to answer or the citizen's to do."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self._aside = 0
        self._last: tuple[str, int] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, and lets everything pass."""
        if self._aside or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._count(event, watched, "click")
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.text().isprintable():
            self._count(event, watched, "key")
        return False

    def _count(self, event: QInputEvent, watched: QWidget, what: str) -> None:
        press = (what, event.timestamp())
        if press != self._last:  # one press goes up from widget to widget
            self._last = press
            said = watched.text() if isinstance(watched, QAbstractButton) else watched.accessibleName()
            self.pressed.append(f"{what}: {said or type(watched).__name__}")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is done meanwhile is not hers to do, or is an answer."""
        self._aside += 1
        yield
        self._aside -= 1


@pytest.fixture
def desk(vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Desk]:
    unlocked = opened(vault)
    yield open_desk(unlocked, places, calendar)
    unlocked.store.close()


@pytest.fixture
def henrik(desk: Desk, calendar: Calendar) -> Citizen:
    """With eight measurements, an agreement of one goal and one task, and a meeting today."""
    henrik = add_citizen(desk)
    for place in range(8):
        held = Held(citizen_answers("333233332"), caseworker_answers(), AGREED)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 13 * (8 - place)), held)
    plan(desk, henrik.citizen_id, NOW)
    return henrik


@pytest.fixture
def counter(app: QApplication) -> Iterator[Counter]:
    made = Counter()
    app.installEventFilter(made)
    yield made
    app.removeEventFilter(made)


@pytest.mark.parametrize("prepared", [True, False], ids=["prepared", "unprepared"])
def test_a_ninth_meeting_takes_at_most_fifteen_clicks(
    app: QApplication,
    vault: FolderVault,
    desk: Desk,
    calendar: Calendar,
    henrik: Citizen,
    counter: Counter,
    prepared: bool,
) -> None:
    before: list[str] = []
    with running(app, vault, desk) as shell:
        if prepared:
            calendar.now -= timedelta(days=2)
            she_prepares(shell, counter)
            before, counter.pressed = counter.pressed, []
            calendar.now += timedelta(days=2)
        shell.caseload()
        the_meeting(shell, counter, prepared=prepared)
    meeting = desk.caseload.meetings(henrik.citizen_id)[-1]
    assert (meeting.number, meeting.state) == (9, State.CLOSED)
    assert meeting.caseworker_when is (When.BEFORE if prepared else When.DURING)
    assert stored(desk, meeting.meeting_id)["S1"] == Ticks(frozenset({13}))
    with desk.unlocked.store.reading() as work:
        agreed = work.meetings.agreement(meeting.meeting_id)
    assert (agreed.goals, [task.what for task in agreed.tasks]) == (("Ro",), ["Ringer til gartneriet"])
    assert agreed.next_meeting is not None
    assert "Ringer til gartneriet" in QApplication.clipboard().text()
    count = len(counter.pressed)
    assert count >= 10, f"{count} cannot be all: {counter.pressed}"
    assert count <= MOST, f"{count} clicks: {counter.pressed}; preparing took {len(before)}: {before}"
    assert len(before) <= 2, f"preparing took {len(before)}: {before}"


def open_row(shell: Shell, place: str) -> None:
    """Clicks in Henrik's line: on the name, or on its button."""
    table = at(shell, CaseloadPresenter).page.table
    name = table.visualRect(table.model().index(0, 0)).topLeft() + QPoint(24, 16)
    point = table.button_place(0) if place == "button" else name
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)


def she_prepares(shell: Shell, counter: Counter) -> None:
    """Two days before."""
    shell.caseload()
    open_row(shell, "name")
    click(at(shell, CitizenPresenter).page.prepare)
    with counter.aside():
        her_answers(shell)
    at(shell, CitizenPresenter)


def her_answers(shell: Shell) -> None:
    """S1 to S12, with the Næste after the first and the Færdig after the last."""
    editor = seen(at(shell, MeetingPresenter).page, CaseworkerView).editor
    assert isinstance(editor, TickEditor)
    click(editor.ticks[13])
    press(RETURN)
    for _ in range(11):
        press(digit(3))
    press(RETURN)


def the_citizen_answers(shell: Shell) -> None:
    """The citizen's own screen, up to the page that asks for her PIN."""
    at(shell, CitizenModePresenter)
    for number in range(1, 12):
        if number <= 9:
            press(digit(4))
        elif number == 11:
            press("140")
        press(RETURN)
    press(RETURN)


def the_meeting(shell: Shell, counter: Counter, *, prepared: bool) -> None:
    """From the caseload to the citizen's page."""
    open_row(shell, "button")
    page = at(shell, MeetingPresenter).page
    click(seen(page, WelcomeView).how_buttons[0, How.DONE])
    click(page.on)
    click(seen(page, HandoverView).give)
    with counter.aside():
        the_citizen_answers(shell)
    press(PIN, RETURN)
    page = at(shell, MeetingPresenter).page
    confirm = seen(page, ConfirmView)
    if prepared:
        click(confirm.still)
    else:
        click(confirm.now)
        with counter.aside():
            her_answers(shell)
    click(seen(page, TogetherView).tabs[TWO_VIEWS])
    click(page.on)
    click(seen(page, HelpView).choose_buttons[0])
    click(page.on)
    view = seen(page, AgreementView)
    press("Ro")
    click(view.tasks[0].what)
    press("Ringer til gartneriet")
    click(view.plan)
    click(view.journal)
    click(view.note.copy)
    click(view.end)
    at(shell, CitizenPresenter)
