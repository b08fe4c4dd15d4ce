# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The receipts on the page of the submission: real packages, a real centre, and only its word makes one received."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.centre.command_line import main
from bip_desktop.centre.home import Home, make_home
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.export.page import ExportPage
from bip_desktop.gui.pages.export.presenter import ExportPresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import SentSubmission
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)


@pytest.fixture
def home(desk: Desk, tmp_path: Path) -> Home:
    """A centre that knows this installation, and is known here."""
    home = make_home(tmp_path / "centre", "Center for Opdigtet Forskning")
    desk.enrolling.accept(desk.enrolling.look(home.recipients_file))
    card = desk.enrolling.write_card(tmp_path)
    assert main(["--home", str(home.folder), "enrol", "nordby", str(card)]) == 0
    return home


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def sent(desk: Desk, calendar: Calendar, home: Home, out: Path) -> SentSubmission:
    """Henrik's measurement, on its way."""
    henrik = add_citizen(desk)
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, 11), held)
    return desk.submitting.export(out)


@pytest.fixture
def build(
    desk: Desk, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow], qtbot: QtBot
) -> Callable[[], ExportPage]:
    def made() -> ExportPage:
        presenter = ExportPresenter(desk, go, tasks)
        go.ways.append(("kept", presenter))
        show(presenter.page)
        qtbot.waitUntil(lambda: presenter.page.since.text() != "Tæller op …")
        return presenter.page

    return made


def _received(home: Home, package: Path) -> Path:
    """What the centre's own command leaves behind."""
    assert main(["--home", str(home.folder), "receive", str(package)]) == 0
    [receipt] = home.receipts.rglob("*.json")
    return receipt


def _press(made: QPushButton) -> None:
    assert made.isVisible()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def _read(page: ExportPage, receipt: Path) -> None:
    page.ask_file = lambda start: str(receipt)  # type: ignore[method-assign]
    _press(page.read_receipt)


def _texts(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible()).replace("\u200b", "")


def test_a_package_is_received_when_its_receipt_is_read(
    build: Callable[[], ExportPage], sent: SentSubmission, home: Home, out: Path
) -> None:
    page = build()
    assert [row[3] for row in page.sent.texts()] == ["Venter på kvittering"]
    assert "Nr. 1 mangler en kvittering" in _texts(page)
    receipt = _received(home, out / sent.file_name)
    _read(page, receipt)
    assert [row[3] for row in page.sent.texts()] == ["Modtaget ✓"]
    said = _texts(page)
    assert "Nr. 1 er modtaget ✓" in said
    assert page.check_code.text() == json.loads(receipt.read_bytes())["check_code"]
    assert page.check_code.text() in said
    assert "Centret tog imod 1 borger · 1 samtale" in said
    assert "mangler en kvittering" not in said


def test_an_altered_receipt_is_not_believed(
    build: Callable[[], ExportPage], sent: SentSubmission, home: Home, out: Path
) -> None:
    page = build()
    receipt = _received(home, out / sent.file_name)
    receipt.write_bytes(receipt.read_bytes().replace(b'"seq": 1', b'"seq": 2'))
    _read(page, receipt)
    assert "er ikke underskrevet af jeres forskningscenter" in _texts(page)
    assert [row[3] for row in page.sent.texts()] == ["Venter på kvittering"]


def test_a_lost_package_is_written_again(
    build: Callable[[], ExportPage], sent: SentSubmission, home: Home, out: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = build()
    page.ask_folder = lambda start: str(out)  # type: ignore[method-assign]
    [again] = page.waiting.buttons
    _press(again)
    qtbot.waitUntil(lambda: "Filen ligger der i forvejen." in _texts(page))
    stick = tmp_path / "stick"
    stick.mkdir()
    page.ask_folder = lambda start: str(stick)  # type: ignore[method-assign]
    _press(again)
    qtbot.waitUntil(lambda: f"Filen ligger i {stick / sent.file_name}" in _texts(page))
    assert main(["--home", str(home.folder), "receive", str(stick / sent.file_name)]) == 0


def test_after_a_month_the_page_and_the_caseload_remind(
    build: Callable[[], ExportPage],
    sent: SentSubmission,
    desk: Desk,
    calendar: Calendar,
    go: RecordedWays,
    home: Home,
    out: Path,
) -> None:
    reminder = "1 pakke til forskning mangler kvittering"
    assert reminder not in CaseloadPresenter(desk, go).page.summary.text()
    calendar.now += timedelta(days=30)
    assert reminder in CaseloadPresenter(desk, go).page.summary.text()
    page = build()
    assert [row[3] for row in page.sent.texts()] == ["Mangler kvittering"]
    assert "Den er gemt for mere end 30 dage siden. Ring til centret, og spørg efter den." in _texts(page)
    _read(page, _received(home, out / sent.file_name))
    assert reminder not in CaseloadPresenter(desk, go).page.summary.text()
