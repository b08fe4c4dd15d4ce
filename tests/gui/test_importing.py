# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from a file, by clicks."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui import theme
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.importing.page import ImportingPage
from bip_desktop.gui.pages.importing.presenter import ImportingPresenter
from bip_desktop.gui.pages.importing.rows_table import Column
from bip_desktop.gui.shell import Backstage, Shell
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.preferences import TEXT_SCALES, Preferences
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.importing import ImportPreview
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT, THEMES, RecordedWays
from tests.gui.invented_work import add_citizen

P = TypeVar("P")
HEADINGS = "Navn;CPR-nummer;Sagsnr.;Ydelse;Sagsbehandler;Telefon"


@pytest.fixture
def presenter(
    desk: Desk, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow]
) -> ImportingPresenter:
    made = ImportingPresenter(desk, go, tasks)
    show(made.page)
    return made


@pytest.fixture
def page(presenter: ImportingPresenter) -> ImportingPage:
    return presenter.page


@pytest.fixture
def mixed(desk: Desk, tmp_path: Path) -> Path:
    """Two new ones, a known one, a faulty one and a colleague's."""
    known = add_citizen(desk)
    return csv(
        tmp_path,
        "Amina Opdigtet;610180-0001;S-11;Grundsats;Karen Opdigtet;1",
        f"Henrik Opdigtet;{known.cpr.written};;;;2",
        "Lise Opdigtet;610180-0002;S-12;noget nyt;;3",
        "Ole Opdigtet;6101;;;;4",
        "Jonas Opdigtet;610180-0003;;;Bo Opdigtet;5",
    )


def csv(folder: Path, *rows: str, headings: str = HEADINGS) -> Path:
    path = folder / "borgere.csv"
    path.write_text("\n".join((headings, *rows)), encoding="cp1252")
    return path


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page: ImportingPage, path: Path | str, qtbot: QtBot) -> None:
    page.ask_file = lambda start: str(path)  # type: ignore[method-assign]
    click(page.choose)
    qtbot.waitUntil(lambda: not page.reading.isVisible(), timeout=10_000)


def create(page: ImportingPage, qtbot: QtBot) -> None:
    click(page.create_citizens)
    qtbot.waitUntil(lambda: not page.creating.isVisible(), timeout=10_000)


def at(shell: Shell, kind: type[P]) -> P:
    presenter: object = shell.presenter
    assert isinstance(presenter, kind)
    return presenter


def names(desk: Desk) -> list[str]:
    return sorted(row.citizen.name for row in desk.caseload.view().rows)


def texts(page: ImportingPage) -> str:
    said = [each.text() for each in page.findChildren(QLabel)] + [e.text() for e in page.findChildren(QLineEdit)]
    return "\n".join([*said, *(" ".join(row) for row in page.table.texts())])


def test_every_row_is_shown_with_what_becomes_of_it(page: ImportingPage, mixed: Path, qtbot: QtBot) -> None:
    choose(page, mixed, qtbot)
    rows = page.table.texts()
    assert rows[0] == ["2", "Amina Opdigtet", "610180-••••", "S-11", "Kontanthjælp, grundsats", "Bliver oprettet."]
    assert [row[Column.STATUS] for row in rows[1:]] == [
        "Findes i forvejen. Bliver ikke ændret.",
        "Bliver oprettet. Ydelsen i filen kan ikke læses.",
        "CPR-nummeret har ikke ti cifre.",
        "Står til en anden sagsbehandler. Bliver ikke oprettet.",
    ]
    assert [button.text() for button in page.groups.values()] == [
        "Alle 5",
        "Nye 2",
        "Findes i forvejen 1",
        "Med fejl 1",
        "Andre sagsbehandlere 1",
    ]
    assert page.create_citizens.text() == "Opret 2 borgere"
    assert page.ignored.text() == "Ikke brugt fra filen: »Telefon«."


def test_looking_makes_nobody(page: ImportingPage, mixed: Path, desk: Desk, qtbot: QtBot) -> None:
    choose(page, mixed, qtbot)
    assert names(desk) == ["Henrik Opdigtet"]


def test_a_group_shows_its_rows_alone(page: ImportingPage, mixed: Path, qtbot: QtBot) -> None:
    choose(page, mixed, qtbot)
    click(page.groups["faulty"])
    assert [row[Column.LINE] for row in page.table.texts()] == ["5"]
    click(page.groups[""])
    assert len(page.table.texts()) == 5


def test_one_click_makes_all_new_ones(
    page: ImportingPage, mixed: Path, desk: Desk, go: RecordedWays, qtbot: QtBot
) -> None:
    choose(page, mixed, qtbot)
    create(page, qtbot)
    assert names(desk) == ["Amina Opdigtet", "Henrik Opdigtet", "Lise Opdigtet"]
    assert page.result.text().startswith("2 borgere er oprettet.\nSlet filen")
    assert not page.create_citizens.isVisible()
    assert not page.table.texts()
    click(page.to_caseload)
    assert go.ways == [("caseload",)]


def test_the_keyboard_is_led_from_the_file_to_the_rows_to_the_result(
    page: ImportingPage, mixed: Path, qtbot: QtBot
) -> None:
    assert page.choose.hasFocus()
    page.ask_file = lambda start: str(mixed)  # type: ignore[method-assign]
    QTest.keyClick(page.choose, Qt.Key.Key_Return)
    qtbot.waitUntil(page.create_citizens.hasFocus, timeout=10_000)
    QTest.keyClick(page.create_citizens, Qt.Key.Key_Return)
    qtbot.waitUntil(page.to_caseload.hasFocus, timeout=10_000)


def test_a_spreadsheet_works_as_well(page: ImportingPage, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Navn", "CPR"])
    book.active.append(["Amina Opdigtet", 6101800001])
    book.active.append(["Lise Opdigtet", desk.now()])
    book.save(tmp_path / "borgere.xlsx")
    choose(page, tmp_path / "borgere.xlsx", qtbot)
    assert "til en dato" in page.table.texts()[1][Column.STATUS]
    assert page.create_citizens.text() == "Opret 1 borger"
    create(page, qtbot)
    assert names(desk) == ["Amina Opdigtet"]
    assert page.result.text().startswith("1 borger er oprettet.")


def test_what_the_program_has_guessed_is_said(page: ImportingPage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, csv(tmp_path, "Amina;101801234;;;;", "Lise;610180-0001;;;;", "lise;6101800001;;;;"), qtbot)
    said = [row[Column.STATUS] for row in page.table.texts()]
    assert "Nul er sat foran CPR-nummeret." in said[0]
    assert said[2] == "CPR-nummeret står også i linje 3."


def test_a_file_without_new_ones_says_so_and_offers_nothing(page: ImportingPage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, csv(tmp_path, "Amina;6101;;;;"), qtbot)
    assert page.nobody.text() == "Der er ingen nye borgere i filen."
    assert not page.create_citizens.isEnabled()


def test_a_file_of_others_says_by_which_name_she_is_known(page: ImportingPage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, csv(tmp_path, "Amina;610180-0001;;;KAOP;"), qtbot)
    assert "»Karen Opdigtet«" in page.nobody.text()
    assert not page.create_citizens.isEnabled()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "mindst stå »Navn« og »CPR«"),
        (b"Navn;CPR\n", "ingen borgere under overskrifterne"),
        (b"\x00\x01\x02", "ikke en liste, der kan læses"),
        (b"PK\x03\x04", "ikke læses længere end til linje 1"),
        (b"CPR;Navn;Borger\n1;2;3\n", "Kolonne B og kolonne C"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_at_the_file(
    page: ImportingPage, tmp_path: Path, content: bytes, said: str, go: RecordedWays, qtbot: QtBot
) -> None:
    path = tmp_path / "borgere.csv"
    path.write_bytes(content)
    choose(page, path, qtbot)
    assert page.file_row.problem.isVisible()
    assert said in page.file_row.problem.text()
    assert "Intet er oprettet" in page.file_row.problem.text()
    assert not page.table.isVisible()
    assert page.choose.hasFocus()
    assert not go.notices


def test_another_file_mends_it(page: ImportingPage, mixed: Path, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, tmp_path / "findes ikke.csv", qtbot)
    assert page.file_row.problem.isVisible()
    choose(page, mixed, qtbot)
    assert not page.file_row.problem.isVisible()
    assert page.create_citizens.isVisible()


def test_no_file_chosen_changes_nothing(page: ImportingPage, mixed: Path, qtbot: QtBot) -> None:
    choose(page, mixed, qtbot)
    choose(page, "", qtbot)
    assert page.create_citizens.isVisible()


def test_one_who_became_known_meanwhile_brings_the_rows_again_and_makes_nobody(
    page: ImportingPage, mixed: Path, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, mixed, qtbot)
    desk.caseload.add(NewCitizen("Lise Opdigtet", "610180-0002"))
    create(page, qtbot)
    assert "oprettet i mellemtiden" in page.problem.text()
    assert page.problem.isVisible()
    assert names(desk) == ["Henrik Opdigtet", "Lise Opdigtet"]
    assert page.create_citizens.text() == "Opret 1 borger"
    create(page, qtbot)
    assert names(desk) == ["Amina Opdigtet", "Henrik Opdigtet", "Lise Opdigtet"]


def test_a_full_disk_makes_nobody_and_can_be_tried_again(
    page: ImportingPage, mixed: Path, desk: Desk, go: RecordedWays, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(preview: ImportPreview) -> int:
        raise BipError(Code.DISK_FULL)

    choose(page, mixed, qtbot)
    with monkeypatch.context() as filled:
        filled.setattr(desk.importing, "create", full)
        create(page, qtbot)
    assert [error.code for error in go.notices] == [Code.DISK_FULL]
    assert names(desk) == ["Henrik Opdigtet"]
    create(page, qtbot)
    assert len(names(desk)) == 3


def test_while_they_are_made_nothing_else_can_be_chosen(
    page: ImportingPage, mixed: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    may_go_on = threading.Event()
    make = desk.importing.create

    def slow(preview: ImportPreview) -> int:
        may_go_on.wait(10)
        return make(preview)

    monkeypatch.setattr(desk.importing, "create", slow)
    choose(page, mixed, qtbot)
    click(page.create_citizens)
    assert page.creating.isVisible()
    assert not any(each.isEnabled() for each in (page.create_citizens, page.choose, page.back, page.lock))
    may_go_on.set()
    qtbot.waitUntil(page.to_caseload.isVisible, timeout=10_000)
    assert all(each.isEnabled() for each in (page.choose, page.back, page.lock))


def test_leaving_while_it_reads_does_no_harm(
    desk: Desk,
    go: RecordedWays,
    tasks: TaskRunner,
    mixed: Path,
    show: Callable[[QWidget], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    may_go_on = threading.Event()
    preview = desk.importing.preview

    def slow(path: Path) -> ImportPreview:
        may_go_on.wait(10)
        return preview(path)

    monkeypatch.setattr(desk.importing, "preview", slow)
    presenter = ImportingPresenter(desk, go, tasks)
    window = show(presenter.page)
    presenter.page.ask_file = lambda start: str(mixed)  # type: ignore[method-assign]
    click(presenter.page.choose)
    window.show_page(QWidget())
    qtbot.wait(50)
    may_go_on.set()
    qtbot.wait(300)


def test_no_whole_number_is_on_the_page_or_in_the_log(
    page: ImportingPage, mixed: Path, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    with caplog.at_level(logging.DEBUG):
        choose(page, mixed, qtbot)
        create(page, qtbot)
    assert "0001" not in texts(page)
    assert "6101" not in caplog.text


def test_many_rows_are_shown_at_once(page: ImportingPage, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [f"Borger {n};{61 + n % 28:02d}{1 + n // 28 % 12:02d}80{n:04d};;;;" for n in range(3000)]
    choose(page, csv(tmp_path, *rows), qtbot)
    assert page.create_citizens.text() == "Opret 3.000 borgere"
    assert len(page.table.rows.rows) == 3000


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_in_the_smallest_window_the_reasons_can_be_read(
    qapp: QApplication,
    desk: Desk,
    go: RecordedWays,
    tasks: TaskRunner,
    mixed: Path,
    show: Callable[[QWidget], MainWindow],
    qtbot: QtBot,
    scale: int,
) -> None:
    look = theme.read_theme(THEMES / "light.toml", scale)
    theme.apply(qapp, look)
    presenter = ImportingPresenter(desk, go, tasks)
    show(presenter.page).resize(1024, 600)
    page = presenter.page
    choose(page, mixed, qtbot)
    table = page.table
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert {Column.LINE, Column.NAME, Column.STATUS} <= set(shown)
    assert sum(table.columnWidth(column) for column in shown) <= table.viewport().width()
    assert table.columnWidth(Column.STATUS) >= look.px(180)


def test_the_caseload_leads_to_it(
    desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow], mixed: Path
) -> None:
    presenter = CaseloadPresenter(desk, go)
    show(presenter.page)
    assert not presenter.page.first_from_file.isVisible()
    click(presenter.page.from_file)
    assert go.ways == [("import_caseload",)]


def test_an_empty_caseload_offers_it_and_a_search_without_result_does_not(
    desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow]
) -> None:
    presenter = CaseloadPresenter(desk, go)
    show(presenter.page)
    click(presenter.page.first_from_file)
    assert go.ways == [("import_caseload",)]
    add_citizen(desk)
    presenter = CaseloadPresenter(desk, go)
    show(presenter.page)
    QTest.keyClicks(presenter.page.search, "Ingen hedder sådan")
    assert presenter.page.everybody.isVisible()
    assert not presenter.page.first_from_file.isVisible()


def test_the_way_through_the_shell(
    vault: FolderVault, unlocked: Unlocked, desk: Desk, mixed: Path, app: QApplication, qtbot: QtBot
) -> None:
    backstage = Backstage(
        Unlocking(vault, Argon2PinHasher()), lambda _: desk, Appearance(app, ROOT / "resources", Preferences())
    )
    shell = Shell(backstage)
    qtbot.addWidget(shell.window)
    shell.unlocked(unlocked)
    shell.window.show()
    click(at(shell, CaseloadPresenter).page.from_file)
    page = at(shell, ImportingPresenter).page
    choose(page, mixed, qtbot)
    create(page, qtbot)
    click(page.to_caseload)
    assert at(shell, CaseloadPresenter).page.model.rowCount() == 3
    shell.tasks.shut_down()
