# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The submission to the research centre."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.export.page import ExportPage
from bip_desktop.gui.pages.export.presenter import ExportPresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.submitting import Preview
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

Shown = Callable[[], ExportPresenter]


@pytest.fixture
def henrik(desk: Desk, calendar: Calendar) -> Citizen:
    """Henrik, who has said yes, with one measurement."""
    citizen = add_citizen(desk)
    _measure(desk, calendar, citizen, 11)
    return citizen


def _measure(desk: Desk, calendar: Calendar, citizen: Citizen, weeks: int) -> None:
    held = Held(citizen_answers(), caseworker_answers())
    hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, weeks), held)


def _set_research(desk: Desk, citizen: Citizen, answer: Research) -> None:
    with desk.unlocked.store.writing() as work:
        work.citizens.change(replace(work.citizens.get(citizen.citizen_id), research=answer))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def shown(
    desk: Desk, go: RecordedWays, tasks: TaskRunner, show: Callable[[QWidget], MainWindow], out: Path, qtbot: QtBot
) -> Shown:
    """Builds the page, chooses the folder, and waits until all is counted."""
    kept = []

    def build() -> ExportPresenter:
        presenter = ExportPresenter(desk, go, tasks)
        kept.append(presenter)
        show(presenter.page)
        presenter.page.ask_folder = lambda start: str(out)  # type: ignore[method-assign]
        QTest.mouseClick(presenter.page.choose, Qt.MouseButton.LeftButton)
        _wait_until_counted(presenter.page, qtbot)
        return presenter

    return build


def _wait_until_counted(page: ExportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.since.text() not in ("", "Tæller op …"), timeout=10_000)


def _save(presenter: ExportPresenter, qtbot: QtBot) -> None:
    page = presenter.page
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert page.save.text() == "Gemmer pakken …"
    assert page.busy.isVisible()
    qtbot.waitUntil(lambda: not page.busy.isVisible(), timeout=10_000)
    _wait_until_counted(page, qtbot)


def _texts(page: ExportPage) -> str:
    said = [each.text() for each in page.findChildren(QLabel)] + [e.text() for e in page.findChildren(QLineEdit)]
    for table in page.findChildren(QTableWidget):
        items = [table.item(line, place) for line in range(table.rowCount()) for place in range(table.columnCount())]
        said += [item.text() for item in items if item is not None]
    return "\n".join(said)


def test_what_would_be_sent_is_counted_before_anything_leaves(shown: Shown, henrik: Citizen, out: Path) -> None:
    page = shown().page
    counts = dict(page.table.texts())
    assert (counts["Borgere"], counts["Samtaler"]) == ("1", "1")
    assert int(counts["Svar"]) > 20
    assert "Opdigtet forskningscenter" in page.sealed.text()
    assert page.save.isEnabled()
    assert list(out.iterdir()) == []


def test_what_never_leaves_is_said(shown: Shown, henrik: Citizen) -> None:
    said = _texts(shown().page)
    for never in ("Navne og CPR-numre", "egne ord", "Præcise datoer"):
        assert never in said


def test_saving_writes_one_file_and_says_where_it_is_and_what_to_do(
    shown: Shown, henrik: Citizen, out: Path, qtbot: QtBot
) -> None:
    presenter = shown()
    _save(presenter, qtbot)
    (made,) = out.iterdir()
    said = _texts(presenter.page)
    assert made.name.endswith(".zip.age")
    assert made.name in said
    assert str(out) in presenter.page.result.text()
    assert "1 borger · 1 samtale" in presenter.page.result.text()
    assert "Send filen til Opdigtet forskningscenter" in said


def test_after_saving_there_is_nothing_new_and_the_submission_is_in_the_list(
    shown: Shown, henrik: Citizen, out: Path, qtbot: QtBot
) -> None:
    presenter = shown()
    _save(presenter, qtbot)
    page = presenter.page
    assert page.since.text() == "Der er ikke noget nyt at sende siden sidst."
    assert not page.save.isEnabled()
    (row,) = page.sent.texts()
    assert row[0] == "1"
    assert row[1] == "21. nov. 2026"
    assert row[2].startswith("1 borger · 1 samtale")
    assert next(out.iterdir()).name in _texts(page)


def test_everything_can_be_sent_again(shown: Shown, henrik: Citizen, out: Path, qtbot: QtBot) -> None:
    presenter = shown()
    _save(presenter, qtbot)
    QTest.mouseClick(presenter.page.everything, Qt.MouseButton.LeftButton)
    _wait_until_counted(presenter.page, qtbot)
    qtbot.waitUntil(presenter.page.save.isEnabled)
    assert dict(presenter.page.table.texts())["Borgere"] == "1"
    _save(presenter, qtbot)
    assert len(list(out.iterdir())) == 2
    assert [row[0] for row in presenter.page.sent.texts()] == ["2", "1"]


def test_only_what_is_new_goes_the_second_time(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar, qtbot: QtBot
) -> None:
    _save(shown(), qtbot)
    amina = add_citizen(desk, "Amina Opdigtet", "150292", "S-1002")
    _measure(desk, calendar, amina, 2)
    page = shown().page
    assert dict(page.table.texts())["Borgere"] == "1"
    assert page.since.text() == "Det, der er nyt siden 21. november 2026."


def test_a_folder_that_cannot_be_written_is_said_at_the_folder_and_nothing_is_recorded(
    shown: Shown, henrik: Citizen, desk: Desk, tmp_path: Path, go: RecordedWays, qtbot: QtBot
) -> None:
    a_file = tmp_path / "not a folder"
    a_file.write_text("")
    presenter = shown()
    page = presenter.page
    page.ask_folder = lambda start: str(a_file)  # type: ignore[method-assign]
    QTest.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.folder_row.problem.isVisible, timeout=10_000)
    assert "Intet er sendt, og intet er tabt" in page.folder_row.problem.text()
    assert page.save.isEnabled()
    assert not desk.submitting.sent()
    assert not go.notices


def test_another_folder_mends_it(shown: Shown, henrik: Citizen, out: Path, tmp_path: Path, qtbot: QtBot) -> None:
    presenter = shown()
    presenter.folder = tmp_path / "nowhere"
    QTest.mouseClick(presenter.page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(presenter.page.folder_row.problem.isVisible, timeout=10_000)
    QTest.mouseClick(presenter.page.choose, Qt.MouseButton.LeftButton)
    assert not presenter.page.folder_row.problem.isVisible()
    _save(presenter, qtbot)
    assert len(list(out.iterdir())) == 1


def test_no_folder_chosen_keeps_the_one_before(shown: Shown, henrik: Citizen, out: Path) -> None:
    presenter = shown()
    presenter.page.ask_folder = lambda start: ""  # type: ignore[method-assign]
    QTest.mouseClick(presenter.page.choose, Qt.MouseButton.LeftButton)
    assert presenter.folder == out


def test_citizens_who_said_no_or_were_not_asked_are_counted_not_named(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    for name, answer in (("Amina Opdigtet", Research.NO), ("Jonas Opdigtet", Research.UNASKED)):
        citizen = add_citizen(desk, name, "150292", name)
        _measure(desk, calendar, citizen, 3)
        _set_research(desk, citizen, answer)
    page = shown().page
    assert page.left_out.text() == "Borgere, der har sagt nej eller ikke er spurgt, er ikke med."
    assert dict(page.table.texts())["Borgere"] == "1"


def test_no_name_and_no_cpr_number_is_on_the_page(shown: Shown, henrik: Citizen, qtbot: QtBot) -> None:
    presenter = shown()
    _save(presenter, qtbot)
    said = _texts(presenter.page)
    assert "Henrik" not in said
    assert henrik.cpr.digits[:6] not in said


def test_a_missing_key_file_of_the_centre_is_told_and_nothing_can_be_saved(
    desk: Desk, henrik: Citizen, places: Places, shown: Shown
) -> None:
    places.recipients.unlink()
    page = shown().page
    assert "forskningscentrets nøgler" in page.since.text()
    assert not page.save.isEnabled()


def test_an_empty_jobcentre_has_nothing_to_send(shown: Shown) -> None:
    page = shown().page
    assert "ikke noget nyt at sende" in page.since.text()
    assert not page.save.isEnabled()
    assert not page.sent.isVisible()


def test_leaving_while_it_counts_does_no_harm(
    desk: Desk,
    henrik: Citizen,
    go: RecordedWays,
    tasks: TaskRunner,
    show: Callable[[QWidget], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    may_go_on = threading.Event()
    preview = desk.submitting.preview

    def slow(*, full: bool = False) -> Preview:
        may_go_on.wait(10)
        return preview(full=full)

    monkeypatch.setattr(desk.submitting, "preview", slow)
    presenter = ExportPresenter(desk, go, tasks)
    window = show(presenter.page)
    window.show_page(QWidget())
    qtbot.wait(50)
    may_go_on.set()
    qtbot.wait(300)
