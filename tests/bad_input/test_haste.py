# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fast double clicks, a window closed at any page, and a lock while something runs."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.export.presenter import ExportPresenter
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.pages.importing.presenter import ImportingPresenter
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import (
    PASSPHRASE,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
)
from tests.gui.test_shell import (
    at,
    desk_of,
    end,
    files_open,
    press,
    scroll_to,
    seen,
    settle,
    shell_over,
    shown,
    stored,
    write,
)


@pytest.fixture(autouse=True)
def no_bug(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing may be raised in a slot."""
    bugs: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: bugs.append(error))
    yield
    assert not bugs


def double_click(button: QAbstractButton) -> None:
    """Twice at the same place of the window, as fast as a hand can: the second half meets what is there by then."""
    scroll_to(button)
    assert button.isVisible()
    assert button.isEnabled()
    window = button.window()
    where = button.mapTo(window, button.rect().center())
    handle = window.windowHandle()
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    settle()


def newcomer(desk: Desk) -> Citizen:
    """Another citizen each time."""
    return add_citizen(desk, f"Borger {len(desk.caseload.view().rows)} Opdigtet")


def under_way_of(shell: Shell) -> MeetingUnderWay:
    return at(shell, MeetingPresenter).under_way


def meeting_at(shell: Shell, desk: Desk, place: Place) -> MeetingUnderWay:
    """A meeting whose citizen has just come, at this page."""
    under_way = desk.measuring.start(newcomer(desk).citizen_id)
    under_way.go(place)
    shell.meeting(under_way)
    settle()
    return under_way


def revealed(shell: Shell, desk: Desk, step: Step) -> MeetingUnderWay:
    """A meeting that both have answered, at this page."""
    under_way = desk.measuring.start(newcomer(desk).citizen_id)
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    under_way.caseworker_begins()
    answer_all(under_way, caseworker_answers())
    under_way.reveal()
    under_way.go(Place(step))
    shell.meeting(under_way)
    settle()
    return under_way


# -- double clicks --------------------------------------------------------------------------------------------------


def test_one_citizen_is_made(shell: Shell, desk: Desk) -> None:
    shell.new_citizen()
    page = at(shell, NewCitizenPresenter).page
    write(page.name.field, "Anna Eksempel")  # type: ignore[arg-type]
    write(page.cpr.field, "6101801234")  # type: ignore[arg-type]
    double_click(page.create_citizen)
    at(shell, CitizenPresenter)
    assert [row.citizen.name for row in desk.caseload.view().rows] == ["Anna Eksempel"]
    assert not desk.caseload.meetings(desk.caseload.view().rows[0].citizen.citizen_id)


def test_one_meeting_is_begun_and_stays_at_its_first_page(shell: Shell, desk: Desk) -> None:
    henrik = add_citizen(desk)
    shell.citizen(henrik.citizen_id)
    double_click(at(shell, CitizenPresenter).page.primary)
    assert under_way_of(shell).meeting.place == Place(Step.WELCOME)
    assert len(desk.caseload.meetings(henrik.citizen_id)) == 1
    assert not shell.window.notices.text


def test_handing_over_answers_nothing(shell: Shell, desk: Desk) -> None:
    under_way = meeting_at(shell, desk, Place(Step.HANDOVER))
    double_click(seen(at(shell, MeetingPresenter).page, HandoverView).give)
    assert seen(at(shell, CitizenModePresenter).page, QuestionView).item.code == "B1"
    assert not stored(desk, under_way.meeting.meeting_id)


def test_the_citizens_next_passes_no_question_over(shell: Shell, desk: Desk) -> None:
    under_way = meeting_at(shell, desk, Place(Step.CITIZEN, "B1"))
    view = seen(at(shell, CitizenModePresenter).page, QuestionView)
    assert isinstance(view.editor, ScaleEditor)
    double_click(view.editor.steps[2])
    assert stored(desk, under_way.meeting.meeting_id) == {"B1": ScaleStep(3)}
    double_click(view.on)
    assert seen(at(shell, CitizenModePresenter).page, QuestionView).item.code == "B2"
    assert stored(desk, under_way.meeting.meeting_id) == {"B1": ScaleStep(3)}


def test_an_answer_of_hers_is_not_the_answer_to_the_next_question_too(shell: Shell, desk: Desk) -> None:
    under_way = desk.measuring.start(newcomer(desk).citizen_id)
    under_way.citizen_done()
    under_way.caseworker_begins()
    under_way.go(Place(Step.CASEWORKER, "S2"))
    shell.meeting(under_way)
    settle()
    page = at(shell, MeetingPresenter).page
    editor = seen(page, CaseworkerView).editor
    assert isinstance(editor, ScaleEditor)
    double_click(editor.steps[4])
    assert seen(page, CaseworkerView).item.code == "S3"
    kept = stored(desk, under_way.meeting.meeting_id)
    assert kept["S2"] == ScaleStep(5)
    assert "S3" not in kept


def test_finished_is_said_once(shell: Shell, desk: Desk) -> None:
    under_way = meeting_at(shell, desk, Place(Step.REVIEW))
    double_click(seen(at(shell, CitizenModePresenter).page, ReviewView).done)
    assert under_way.meeting.place == Place(Step.RESEARCH)
    assert desk.caseload.citizen(under_way.citizen.citizen_id).research.value == "unasked"


def test_confirming_shows_the_first_picture(shell: Shell, desk: Desk) -> None:
    henrik = add_citizen(desk)
    prepared = desk.measuring.prepare(henrik.citizen_id)
    answer_all(prepared, caseworker_answers())
    under_way = desk.measuring.start(henrik.citizen_id)
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    under_way.go(Place(Step.CONFIRM))
    shell.meeting(under_way)
    settle()
    double_click(seen(at(shell, MeetingPresenter).page, ConfirmView).still)
    assert under_way_of(shell).meeting.place == Place(Step.TOGETHER)


@pytest.mark.parametrize(("step", "then"), [(Step.TOGETHER, Step.HELP), (Step.HELP, Step.AGREEMENT)])
def test_the_way_on_goes_one_step(shell: Shell, desk: Desk, step: Step, then: Step) -> None:
    under_way = revealed(shell, desk, step)
    double_click(at(shell, MeetingPresenter).page.on)
    assert under_way.meeting.place == Place(then)


def test_one_meeting_is_closed(shell: Shell, desk: Desk) -> None:
    under_way = revealed(shell, desk, Step.AGREEMENT)
    double_click(seen(at(shell, MeetingPresenter).page, AgreementView).end)
    at(shell, CitizenPresenter)
    [kept] = desk.caseload.meetings(under_way.citizen.citizen_id)
    assert kept.state.value == "closed"
    assert not shell.window.notices.text


def test_one_submission_is_saved(shell: Shell, desk: Desk, calendar: Calendar, tmp_path: Path, qtbot: QtBot) -> None:
    henrik = add_citizen(desk)
    hold_meeting(desk, calendar, henrik.citizen_id, calendar.now.date(), Held(citizen_answers(), caseworker_answers()))
    shell.export()
    page = at(shell, ExportPresenter).page
    page.ask_folder = lambda start: str(tmp_path)  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: bool(page.since.text()), timeout=10_000)
    page.choose.click()
    double_click(page.save)
    qtbot.waitUntil(lambda: bool(page.result.text()), timeout=10_000)
    settle()
    assert len(list(tmp_path.glob("*.zip.age"))) == 1
    assert len(desk.submitting.sent()) == 1


def test_a_caseload_is_made_once(shell: Shell, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "borgere.csv").write_text("Navn;CPR\nAnna Eksempel;610180-1234\n", encoding="utf-8")
    shell.import_caseload()
    page = at(shell, ImportingPresenter).page
    page.ask_file = lambda start: str(tmp_path / "borgere.csv")  # type: ignore[method-assign]
    page.choose.click()
    qtbot.waitUntil(page.create_citizens.isVisible, timeout=10_000)
    double_click(page.create_citizens)
    qtbot.waitUntil(lambda: bool(desk.caseload.view().rows), timeout=10_000)
    qtbot.waitUntil(lambda: not page.creating.isVisible(), timeout=10_000)
    assert [row.citizen.name for row in desk.caseload.view().rows] == ["Anna Eksempel"]


def test_a_jobcentre_is_made_once_and_opened_once(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    opened: list[object] = []

    def not_yet(unlocked: object) -> Desk:
        opened.append(unlocked)
        unlocked.store.close()  # type: ignore[attr-defined]
        raise RuntimeError("seen")

    shell = shell_over(app, FolderVault(tmp_path / "BIP", ROOT / "db"), not_yet)
    shell.begin()
    shown(shell)
    page = at(shell, FirstStartPresenter).page
    for row, text in (
        (page.name, "Karen Opdigtet"),
        (page.site, "Nordby"),
        (page.passphrase, PASSPHRASE),
        (page.repeated, PASSPHRASE),
        (page.pin, "2468"),
    ):
        write(row.field, text)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError), qtbot.capture_exceptions() as raised:
        double_click(page.begin)
        qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
        settle()
        raise raised[0][1]
    assert len(opened) == 1
    end(shell)


# -- closed and locked at any moment --------------------------------------------------------------------------------


SAFEKEEPING = "Gemmer en sikkerhedskopi …"
"""What the window says while it closes."""
WAYS: dict[str, Callable[[Shell, Desk], object]] = {
    "caseload": lambda shell, desk: shell.caseload(),
    "new citizen": lambda shell, desk: shell.new_citizen(),
    "import": lambda shell, desk: shell.import_caseload(),
    "citizen": lambda shell, desk: shell.citizen(newcomer(desk).citizen_id),
    "own answers": lambda shell, desk: shell.own_answers(newcomer(desk).citizen_id),
    "export": lambda shell, desk: shell.export(),
    "about": lambda shell, desk: shell.about(),
    "welcome": lambda shell, desk: meeting_at(shell, desk, Place(Step.WELCOME)),
    "handover": lambda shell, desk: meeting_at(shell, desk, Place(Step.HANDOVER)),
    "scale": lambda shell, desk: meeting_at(shell, desk, Place(Step.CITIZEN, "B1")),
    "ticks": lambda shell, desk: meeting_at(shell, desk, Place(Step.CITIZEN, "B10")),
    "amount": lambda shell, desk: meeting_at(shell, desk, Place(Step.CITIZEN, "B11")),
    "review": lambda shell, desk: meeting_at(shell, desk, Place(Step.REVIEW)),
    "together": lambda shell, desk: revealed(shell, desk, Step.TOGETHER),
    "help": lambda shell, desk: revealed(shell, desk, Step.HELP),
    "agreement": lambda shell, desk: revealed(shell, desk, Step.AGREEMENT),
}


@pytest.mark.parametrize("leave", ["close", "lock"])
def test_at_every_page_the_window_can_be_closed_and_locked(
    app: QApplication, vault: FolderVault, desk: Desk, places: Places, leave: str
) -> None:
    for page, go in WAYS.items():
        shell = shell_over(app, vault, lambda _: desk)
        shell.unlocked(desk.unlocked)  # its connections open again by themselves
        go(shown(shell), desk_of(shell))
        settle()
        shell.window.close() if leave == "close" else shell.lock()
        settle()
        if sys.platform == "linux":
            assert not files_open(places.folder), page
        assert leave == "close" or isinstance(shell.presenter, UnlockPresenter), page
        assert shell.window.notices.text in ("", SAFEKEEPING if leave == "close" else ""), page
        end(shell)


def test_a_lock_while_something_runs_waits_for_it_and_nothing_comes_after(
    shell: Shell, desk: Desk, places: Places
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    said: list[object] = []

    def work() -> int:
        begun.set()
        go_on.wait(10)
        with desk.unlocked.store.reading() as reading:
            return len(reading.outbox.sent())

    shell.tasks.run(work, done=said.append, failed=said.append)
    begun.wait(10)
    threading.Timer(0.1, go_on.set).start()
    shell.lock()
    settle()
    at(shell, UnlockPresenter)
    assert not said
    if sys.platform == "linux":
        assert not files_open(places.folder)


def test_enter_held_down_on_the_passphrase_opens_once(
    app: QApplication, vault: FolderVault, desk: Desk, qtbot: QtBot
) -> None:
    opened: list[object] = []

    def once(unlocked: object) -> Desk:
        opened.append(unlocked)
        unlocked.store.close()  # type: ignore[attr-defined]
        return desk

    shell = shell_over(app, vault, once)
    shell.begin()
    shown(shell)
    press(PASSPHRASE, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, CaseloadPresenter), timeout=20_000)
    settle()
    assert len(opened) == 1
    end(shell)
