# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The shell around the pages: locking and coming back, faults of the place, bugs, and what is killed and started again.

The other page tests drive the program with the hands defined here.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bip_desktop import bootstrap, paths
from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import Place, State, Step
from bip_desktop.domain.questionnaire import Value
from bip_desktop.gui import theme
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.language import spoken
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Backstage, Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Store, UnitOfWork, Unlocked
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import (
    INSTALLATION,
    KAREN,
    PASSPHRASE,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
)

P = TypeVar("P")
V = TypeVar("V", bound=QWidget)


# -- hands ----------------------------------------------------------------------------------------------------------


class StubbornDisk:
    """A store whose commits fail while the disk `is_full`: everything is rolled back, as in the real one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_full = False

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """As the store."""
        return self._store.reading()

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """As the store, until the commit."""
        with self._store.writing() as work:
            yield work
            if self.is_full:
                raise BipError(Code.DISK_FULL)

    def copy_to(self, copy: Path) -> None:
        """As the store."""
        self._store.copy_to(copy)

    def compact(self) -> None:
        """As the store."""
        self._store.compact()

    def close(self) -> None:
        """As the store."""
        self._store.close()


_KEYS: dict[bytes, DataKey] = {}


def opened(vault: FolderVault) -> Unlocked:
    """The jobcentre opened by Karen; the key is derived from the passphrase once for all tests, which takes time."""
    content = vault._key_file.read_bytes()
    if content not in _KEYS:
        _KEYS[content] = Keyring.read(vault._key_file).opened(PASSPHRASE)[1]
    return Unlocked(DatabaseStore(vault._database, _KEYS[content]), INSTALLATION, KAREN)


def settle() -> None:
    """Lets the window do what it has been asked, and lets go of what was left."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def press(*keys: Qt.Key | str) -> None:
    """Presses keys, or types texts, where the keyboard is."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
        settle()


def arrow_to(row: QWidget) -> None:
    """Presses the arrow down until the row has the keyboard."""
    for _ in range(8):
        if row.hasFocus():
            return
        press(Qt.Key.Key_Down)
    raise AssertionError("no arrow leads there")


def scroll_to(widget: QWidget) -> None:
    """Brings it into sight, as a hand on the wheel does."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    settle()


def click(widget: QWidget) -> None:
    """Clicks in the middle of what can be seen and pressed."""
    scroll_to(widget)
    assert widget.isVisible(), "it cannot be seen"
    assert widget.isEnabled(), "it cannot be pressed"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def click_button(shell: Shell, text: str) -> None:
    """Clicks the one button that says `text`."""
    [found] = [each for each in shell.window.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    click(found)


def write(field: QLineEdit, text: str) -> None:
    """Clicks a field, empties it and types."""
    click(field)
    field.selectAll()
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    settle()


def at(shell: Shell, kind: type[P]) -> P:
    """The presenter on show, which must be of this kind."""
    settle()
    presenter = shell.presenter
    assert isinstance(presenter, kind), f"{type(presenter).__name__} is shown"
    return presenter


def seen(page: CitizenModePage | MeetingPage, kind: type[V]) -> V:
    """The view on show, which must be of this kind."""
    view = page.view
    assert isinstance(view, kind), f"{type(view).__name__} is shown"
    return view


def words_on(widget: QWidget) -> list[str]:
    """Every text of a label or button that can be seen."""
    said: list[QLabel | QAbstractButton] = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return [each.text() for each in said if each.isVisibleTo(widget) and each.text()]


def desk_of(shell: Shell) -> Desk:
    """What stands open."""
    assert shell._desk is not None
    return shell._desk


def stored(desk: Desk, meeting_id: MeetingId) -> dict[str, Value]:
    """The answers as they lie on the disk."""
    with desk.unlocked.store.reading() as work:
        return {each.item: each.value for each in work.meetings.stored_answers(meeting_id)}


def shell_over(app: QApplication, vault: FolderVault, open_it: Callable[[Unlocked], Desk]) -> Shell:
    """The program's shell in its window, before anything is unlocked."""
    appearance = Appearance(app, ROOT / "resources", Preferences())
    return Shell(Backstage(Unlocking(vault, Argon2PinHasher()), open_it, appearance))


def shown(shell: Shell) -> Shell:
    """With its window open and active."""
    shell.window.show()
    shell.window.activateWindow()
    settle()
    return shell


def end(shell: Shell) -> None:
    """Closes the window and lets go of it."""
    shell.window.close()
    shell.window.deleteLater()
    settle()


@contextmanager
def running(app: QApplication, vault: FolderVault, desk: Desk) -> Iterator[Shell]:
    """The program over a desk that is open already, with the caseload shown; closed in order at the end."""
    shell = shell_over(app, vault, lambda _: desk)
    shell.unlocked(desk.unlocked)
    yield shown(shell)
    end(shell)


# -- the tests ------------------------------------------------------------------------------------------------------


@pytest.fixture
def disk(unlocked: Unlocked) -> StubbornDisk:
    return StubbornDisk(unlocked.store)


@pytest.fixture
def shell(
    app: QApplication, vault: FolderVault, unlocked: Unlocked, disk: StubbornDisk, places: Places, calendar: Calendar
) -> Iterator[Shell]:
    """The program over the test's own jobcentre."""
    with running(app, vault, open_desk(replace(unlocked, store=disk), places, calendar)) as shell:
        yield shell


@pytest.fixture
def real(app: QApplication, vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Shell]:
    """The program from its passphrase page on, opening the database itself each time."""
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    yield shown(shell)
    end(shell)


def unlock(shell: Shell, qtbot: QtBot) -> None:
    """Types the passphrase on the page that asks for it."""
    at(shell, UnlockPresenter)
    press(PASSPHRASE, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(shell.presenter, UnlockPresenter), timeout=20_000)
    settle()


def go_on(shell: Shell) -> None:
    """Answers the question after an interruption, where it is asked."""
    if isinstance(shell.presenter, InterruptedPresenter):
        click(shell.presenter.page.go_on)


def answering(shell: Shell, desk: Desk, item: str = "B1", name: str = "Henrik Opdigtet") -> MeetingId:
    """Begins a meeting and stands at one of the citizen's questions."""
    under_way = desk.measuring.start(add_citizen(desk, name).citizen_id)
    under_way.go(Place(Step.CITIZEN, item))
    shell.meeting(under_way)
    settle()
    return under_way.meeting.meeting_id


def files_open(folder: Path) -> list[str]:
    """The files of the jobcentre that this process holds open."""
    held = []
    for each in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            target = str(each.readlink())
            if target.startswith(str(folder)):
                held.append(target)
    return held


def test_locking_closes_the_database_and_leads_back_to_the_same_question(
    real: Shell, vault: FolderVault, places: Places, qtbot: QtBot
) -> None:
    unlock(real, qtbot)
    desk = desk_of(real)
    meeting_id = answering(real, desk, "B6")
    press(Qt.Key.Key_4)
    if sys.platform == "linux":
        assert files_open(places.folder)
    real.lock()
    at(real, UnlockPresenter)
    if sys.platform == "linux":
        assert not files_open(places.folder)
    assert not real.window.isFullScreen()
    unlock(real, qtbot)
    go_on(real)
    presenter = at(real, CitizenModePresenter)
    assert presenter.under_way.meeting.meeting_id == meeting_id
    view = seen(presenter.page, QuestionView)
    assert view.item.code == "B6"
    assert isinstance(view.editor, ScaleEditor)
    assert [each.isChecked() for each in view.editor.steps] == [False, False, False, True, False]


def test_locking_from_the_caseload_leads_back_to_the_caseload(real: Shell, qtbot: QtBot) -> None:
    unlock(real, qtbot)
    at(real, CaseloadPresenter)
    click_button(real, "Lås")
    unlock(real, qtbot)
    at(real, CaseloadPresenter)


def test_the_window_closes_the_database(real: Shell, places: Places, qtbot: QtBot) -> None:
    unlock(real, qtbot)
    real.window.close()
    settle()
    if sys.platform == "linux":
        assert not files_open(places.folder)


@pytest.mark.parametrize("way", ["close", "lock"])
def test_what_is_being_typed_is_kept_when_the_window_is_closed_or_locked(
    app: QApplication, vault: FolderVault, desk: Desk, places: Places, way: str
) -> None:
    with running(app, vault, desk) as shell:
        under_way = desk.measuring.start(add_citizen(desk).citizen_id)
        under_way.citizen_done(declined=True)
        under_way.reveal(answers_later=True)
        under_way.go(Place(Step.AGREEMENT))
        shell.meeting(under_way)
        settle()
        write(seen(at(shell, MeetingPresenter).page, AgreementView).goals[0], "Et arbejde med planter")
        shell.window.close() if way == "close" else shell.lock()
        settle()
        if sys.platform == "linux":
            assert not files_open(places.folder), "it was kept before the database was closed, not after"
        assert desk.agreeing.agreement(under_way.meeting).goals == ("Et arbejde med planter",)


def test_a_window_that_filled_the_screen_does_so_again_after_the_citizen(shell: Shell, qtbot: QtBot) -> None:
    shell.window.showMaximized()
    answering(shell, desk_of(shell))
    assert shell.window.isFullScreen()
    desk_of(shell).access.leave_citizen_mode()
    shell.caseload()
    assert not shell.window.isFullScreen()
    assert shell.window.isMaximized()


def test_a_fault_of_the_place_goes_to_the_bar_and_the_page_stays(shell: Shell, disk: StubbornDisk) -> None:
    henrik = add_citizen(desk_of(shell))
    shell.citizen(henrik.citizen_id)
    before = at(shell, CitizenPresenter)
    disk.is_full = True
    click(before.page.primary)
    assert shell.presenter is before
    assert "Disken er fuld." in shell.window.notices.text
    assert "alt andet er" in shell.window.notices.text
    click_button(shell, "Luk")
    assert shell.window.notices.text == ""
    assert QApplication.focusWidget() is not None


def test_a_locked_meeting_that_cannot_be_taken_up_leads_to_the_caseload_with_the_reason(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(shell)
    answering(shell, desk)
    shell.lock()

    def missing(*_: object) -> None:
        raise BipError(Code.INSTRUMENT_MISSING, version="1", file="bip@1.json")

    monkeypatch.setattr(type(desk.instruments), "version", missing)
    shell.unlocked(desk.unlocked)
    at(shell, CaseloadPresenter)
    assert "bip@1.json" in shell.window.notices.text


def test_an_interrupted_meeting_without_its_questions_leads_to_the_caseload_with_the_reason(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(shell)
    answering(shell, desk, "B3")

    def missing(*_: object) -> None:
        raise BipError(Code.INSTRUMENT_MISSING, version="1", file="bip@1.json")

    monkeypatch.setattr(type(desk.instruments), "version", missing)
    shell.unlocked(desk.unlocked)
    at(shell, CaseloadPresenter)
    assert "bip@1.json" in shell.window.notices.text


# -- what nobody has caught -----------------------------------------------------------------------------------------


@pytest.fixture
def program(app: QApplication, places: Places, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """The program as the composition root puts it together."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = shown(bootstrap.shell(app, places, now=calendar))
    yield made
    end(made)
    for handler in list(logging.getLogger("bip_desktop").handlers):
        logging.getLogger("bip_desktop").removeHandler(handler)
        handler.close()
    logging.getLogger("bip_desktop").propagate = True


def test_a_bug_is_shown_and_logged_without_the_cpr_number(
    program: Shell, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ValueError("no citizen 610180-1234, 6101801234 or 610180 1234")

    bad = QPushButton("bug")
    bad.clicked.connect(broken)
    bad.click()
    settle()
    box = program.window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    assert "Alle svar med »gemt« er gemt." in box.informativeText()
    report, log, said = box.detailedText(), places.log.read_text(encoding="utf-8"), capsys.readouterr().err
    for text in (report, log, said):
        assert "ValueError: no citizen ••••••-••••, ••••••-•••• or ••••••-••••" in text
        assert "610180" not in text
    box.close()


def test_a_fault_of_the_place_that_nobody_caught_is_a_notice_and_no_bug(program: Shell, places: Places) -> None:
    def broken() -> None:
        raise BipError(Code.DATABASE_BUSY)

    button = QPushButton("busy")
    button.clicked.connect(broken)
    button.click()
    settle()
    assert program.window.findChild(QMessageBox) is None
    assert "Et andet program bruger databasen." in program.window.notices.text
    assert "database.busy" in places.log.read_text(encoding="utf-8")


# -- killed and started again ---------------------------------------------------------------------------------------


def test_started_again_exactly_one_question_is_asked_with_name_place_and_time(
    real: Shell, calendar: Calendar, qtbot: QtBot
) -> None:
    unlock(real, qtbot)
    desk = desk_of(real)
    hold_meeting(
        desk, calendar, add_citizen(desk, "Anna Eksempel", "020281").citizen_id, calendar.now.date(), Held({}, {})
    )
    calendar.now = datetime.fromisoformat("2026-11-21T10:12")
    answering(real, desk, "B6")
    press(Qt.Key.Key_2)
    calendar.now = datetime.fromisoformat("2026-11-21T11:00")
    again = shell_over(QApplication.instance(), FolderVault(vault_of(real), ROOT / "db"), real._backstage.open_desk)  # type: ignore[arg-type]
    again.begin()
    shown(again)
    unlock(again, qtbot)
    page = at(again, InterruptedPresenter).page
    assert page.question.text().startswith("Samtalen med Henrik Opdigtet ")
    assert page.question.text().endswith(" ved spørgsmål 6 af 11. Vil I fortsætte?")
    assert "i dag kl. 10.12" in page.remark.text()
    assert "Anna" not in " ".join(words_on(again.window))
    click(page.go_on)
    view = seen(at(again, CitizenModePresenter).page, QuestionView)
    assert view.item.code == "B6"
    assert isinstance(view.editor, ScaleEditor)
    assert view.editor.steps[1].isChecked()
    assert again.window.isFullScreen()
    end(again)


def vault_of(shell: Shell) -> Path:
    """The folder of the jobcentre a shell opens."""
    vault = shell._backstage.unlocking._vault
    assert isinstance(vault, FolderVault)
    return vault._database.parent


def test_not_now_leads_to_the_caseload_and_the_meeting_waits(shell: Shell) -> None:
    desk = desk_of(shell)
    meeting_id = answering(shell, desk, "B2")
    shell.unlocked(desk.unlocked)  # as after a new start
    click(at(shell, InterruptedPresenter).page.later)
    at(shell, CaseloadPresenter)
    with desk.unlocked.store.reading() as work:
        meeting = work.meetings.get(meeting_id)
    assert (meeting.state, meeting.place) == (State.CITIZEN_ANSWERING, Place(Step.CITIZEN, "B2"))


def test_what_the_citizen_reads_is_in_the_citizens_language_and_hers_in_hers(shell: Shell, desk: Desk) -> None:
    under_way = desk.measuring.start(add_citizen(desk, "Henrik Opdigtet").citizen_id)
    under_way.set_language("en")
    shell.meeting(under_way)
    page = at(shell, MeetingPresenter).page
    assert "Welcome, Henrik" in words_on(page)
    shell.text_size(1)
    assert "Welcome, Henrik" in words_on(at(shell, MeetingPresenter).page), "whatever else changes"
    shell.text_size(0)
    click(at(shell, MeetingPresenter).page.on)
    click(seen(at(shell, MeetingPresenter).page, HandoverView).give)
    assert seen(at(shell, CitizenModePresenter).page, QuestionView).on.text() == "Next →"
    answer_all(under_way, citizen_answers())
    under_way.citizen_done()
    under_way.go(Place(Step.CONFIRM))
    desk_of(shell).access.leave_citizen_mode()
    shell.meeting(under_way)
    page = at(shell, MeetingPresenter).page
    assert "Nu er det din tur" in words_on(page)
    click(seen(page, ConfirmView).now)
    view = seen(at(shell, MeetingPresenter).page, CaseworkerView)
    assert view.item.question.in_language("da") in words_on(view)
    answer_all(under_way, caseworker_answers())
    under_way.go(Place(Step.CASEWORKER, "S12"))
    shell.meeting(under_way)
    click(seen(at(shell, MeetingPresenter).page, CaseworkerView).on)
    page = at(shell, MeetingPresenter).page
    assert "Your starting point" in words_on(page)
    click(page.on)
    click(at(shell, MeetingPresenter).page.on)
    agreement = seen(at(shell, MeetingPresenter).page, AgreementView)
    assert "Our agreement" in words_on(agreement)
    click(agreement.journal)
    assert "NÆSTE SAMTALE" in agreement.note.text, "the case is kept in her language"
    assert spoken() == "en"
    click(agreement.end)
    assert spoken() == "da"


def test_a_language_that_only_the_questions_have_does_not_mix_with_danish(shell: Shell, desk: Desk) -> None:
    under_way = desk.measuring.start(add_citizen(desk, "Henrik Opdigtet").citizen_id)
    under_way.set_language("ar")
    shell.meeting(under_way)
    assert "Velkommen, Henrik" in words_on(at(shell, MeetingPresenter).page)


def test_the_program_speaks_danish_with_its_own_theme(app: QApplication) -> None:
    made = bootstrap.application([])
    assert made is app
    assert QLocale().language() is QLocale.Language.Danish
    assert theme.current().name
    assert QGuiApplication.applicationName() == "BIP"
    assert paths.resources().is_dir()
