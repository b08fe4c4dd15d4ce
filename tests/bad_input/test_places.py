# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A disk that is full, a database and a key file that others hold, and folders nobody may write in."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import KEY_FILE, Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage import engine
from bip_desktop.storage.keyring import Keyring
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import at, click, desk_of, end, press, seen, settle, shell_over, shown, stored, write

if sys.platform == "linux":
    import resource

SAVED = "✓ gemt"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and rights as Linux has them")

_OTHER_PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from bip_desktop.storage.engine import connect
from bip_desktop.storage.keyring import DataKey
other = connect(Path(sys.argv[1]), DataKey(bytes.fromhex(sys.stdin.readline())))
other.execute("PRAGMA locking_mode=EXCLUSIVE" if sys.argv[2] == "all" else "SELECT 1")
other.execute("BEGIN IMMEDIATE")
other.execute("UPDATE alembic_version SET version_num = version_num")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another_program(places: Places, what: str = "writing") -> Iterator[None]:
    """The database while another process writes into it, or keeps all others out of it."""
    _, key = Keyring.read(places.folder / KEY_FILE).opened(PASSPHRASE)
    command = [sys.executable, "-c", _OTHER_PROGRAM, str(places.folder / "bip.db"), what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdin.write(key.raw.hex() + "\n")
        other.stdin.flush()
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.stdin.close()
            other.wait(20)


def question(shell: Shell) -> QuestionView:
    return seen(at(shell, CitizenModePresenter).page, QuestionView)


def scale(shell: Shell) -> ScaleEditor:
    editor = question(shell).editor
    assert isinstance(editor, ScaleEditor)
    return editor


def says_saved(shell: Shell) -> bool:
    return any(made.isChecked() and made._row.saved == SAVED for made in scale(shell).steps)


def marked(shell: Shell) -> list[int]:
    return [number for number, made in enumerate(scale(shell).steps, start=1) if made.isChecked()]


def answering(shell: Shell, desk: Desk) -> str:
    under_way = desk.measuring.start(add_citizen(desk).citizen_id)
    under_way.go(Place(Step.CITIZEN, "B1"))
    shell.meeting(under_way)
    settle()
    return under_way.meeting.meeting_id


# -- the disk -------------------------------------------------------------------------------------------------------


@contextmanager
def no_file_may_grow(places: Places) -> Iterator[None]:
    """As a disk without room: no file of this process may grow beyond what the log is now."""
    log = places.folder / "bip.db-wal"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size if log.exists() else 0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@on_linux
def test_an_answer_that_the_disk_does_not_take_stays_unsaved_and_can_be_given_again(
    shell: Shell, desk: Desk, places: Places
) -> None:
    meeting_id = answering(shell, desk)
    click(scale(shell).steps[1])
    assert says_saved(shell)
    with no_file_may_grow(places):
        click(scale(shell).steps[4])
        assert marked(shell) == [2], "it shows what is on the disk"
        assert not says_saved(shell)
        said = question(shell).problem.text()
        assert "Det sidste er ikke gemt; alt andet er." in said
        click(question(shell).on)
        assert question(shell).item.code == "B1"
        assert "ikke gemt" in shell.window.notices.text
    assert stored(desk, meeting_id) == {"B1": ScaleStep(2)}  # type: ignore[arg-type]
    click(scale(shell).steps[4])
    assert says_saved(shell)
    assert marked(shell) == [5]
    assert stored(desk, meeting_id) == {"B1": ScaleStep(5)}  # type: ignore[arg-type]


def test_a_full_disk_is_called_so_and_what_was_saved_before_stays(shell: Shell, desk: Desk, unlocked: Unlocked) -> None:
    meeting_id = answering(shell, desk)
    store = unlocked.store
    assert isinstance(store, DatabaseStore)
    with store._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    last, said = 0, ""
    for number in range(3_000):  # until the pages there are have been filled
        click_quickly(scale(shell).steps[number % 5])
        if said := question(shell).problem.text():
            break
        last = number % 5 + 1
    assert said.startswith("Disken er fuld.")
    assert not says_saved(shell)
    assert marked(shell) == [last]
    with store.reading() as work:  # past the log of use: it has no room for another line either
        assert [each.value for each in work.meetings.stored_answers(MeetingId(meeting_id))] == [ScaleStep(last)]


def click_quickly(button: object) -> None:
    """Without looking for it on the screen."""
    button.click()  # type: ignore[attr-defined]


# -- others who hold it ---------------------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy database is waited for, but not so long in a test."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)


def test_while_another_program_writes_the_answer_waits_for_the_citizen(
    app: QApplication, impatient: None, vault: FolderVault, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    press(PASSPHRASE, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, CaseloadPresenter), timeout=20_000)
    meeting_id = answering(shell, desk_of(shell))
    with held_by_another_program(places):
        click(scale(shell).steps[2])
        assert marked(shell) == []
        assert question(shell).problem.text().startswith("Et andet program bruger databasen.")
        assert "Luk det andet program" in question(shell).problem.text()
    assert not stored(desk_of(shell), meeting_id)  # type: ignore[arg-type]
    click(scale(shell).steps[2])
    assert says_saved(shell)
    end(shell)


def test_a_database_that_nobody_else_may_open_is_said_at_the_passphrase_and_opens_later(
    app: QApplication, impatient: None, vault: FolderVault, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    page = at(shell, UnlockPresenter).page
    with held_by_another_program(places, "all"):
        press(PASSPHRASE, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.trouble.isVisible() or shell.presenter.page is not page, timeout=20_000)  # type: ignore[union-attr]
        assert page.trouble.isVisible()
        assert page.trouble.text().startswith("Et andet program bruger databasen.")
        assert "svar" not in page.trouble.text(), "nobody is answering yet"
    click(page.unlock)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, CaseloadPresenter), timeout=20_000)
    end(shell)


def test_a_key_file_that_cannot_be_read_is_not_called_damaged_and_opens_later(
    app: QApplication, vault: FolderVault, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    key_file, aside = places.folder / KEY_FILE, places.folder / "aside"
    key_file.rename(aside)
    key_file.mkdir()  # there, and not to be read: for every user of the computer
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    page = at(shell, UnlockPresenter).page
    press(PASSPHRASE, Qt.Key.Key_Return)
    qtbot.waitUntil(page.trouble.isVisible, timeout=20_000)
    said = page.trouble.text()
    assert said.startswith("Nøglefilen kan ikke læses lige nu.")
    assert "Intet er ændret." in said
    assert "prøv igen" in said
    key_file.rmdir()
    aside.rename(key_file)
    click(page.unlock)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, CaseloadPresenter), timeout=20_000)
    end(shell)


# -- folders nobody may write in ------------------------------------------------------------------------------------


@on_linux
@pytest.mark.parametrize("folder", ["/proc/BIP", "file"])
def test_a_jobcentre_that_cannot_be_made_there_is_said_and_the_form_stays(
    app: QApplication, tmp_path: Path, folder: str, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    where = Path(folder) if folder.startswith("/") else tmp_path / folder / "BIP"
    shell = shell_over(app, FolderVault(where, ROOT / "db"), lambda _: pytest.fail("it was opened"))
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
    click(page.begin)
    qtbot.waitUntil(lambda: bool(shell.window.notices.text), timeout=20_000)
    assert shell.window.notices.text.startswith("Der kan ikke skrives på disken.")
    assert page.begin.isEnabled()
    assert page.name.field.text() == "Karen Opdigtet"  # type: ignore[attr-defined]
    end(shell)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may write everywhere; others may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@on_linux
def test_a_jobcentre_in_a_read_only_folder_says_that_nothing_can_be_written(
    app: QApplication, vault: FolderVault, places: Places, calendar: Calendar, qtbot: QtBot
) -> None:
    opened_up = [places.folder, *(each for each in places.folder.parents if each.is_relative_to("/tmp"))]
    modes = {each: each.stat().st_mode for each in opened_up}
    for each in opened_up:
        with suppress(PermissionError):
            each.chmod(0o555)
    for each in places.folder.iterdir():
        each.chmod(0o444)
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    page = at(shell, UnlockPresenter).page
    with as_somebody_else():
        press(PASSPHRASE, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.trouble.isVisible() or bool(shell.window.notices.text), timeout=20_000)
    said = page.trouble.text() or shell.window.notices.text
    assert said.startswith("Der kan ikke skrives på disken.")
    end(shell)
    for each, mode in modes.items():
        with suppress(PermissionError):
            each.chmod(mode)
