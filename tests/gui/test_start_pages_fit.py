# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pages where a caseworker begins, at every size of window and text, with names of every kind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.caseload_choice import Group
from bip_desktop.domain.citizen import Citizen, Outcome
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.models.caseload_model import Column
from bip_desktop.gui.navigation import Presenter
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.citizen.page import CitizenPage
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.importing.page import ImportingPage
from bip_desktop.gui.pages.importing.presenter import ImportingPresenter
from bip_desktop.gui.pages.own_picture.presenter import OwnPicturePresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk
from tests.gui import fitting
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

Show = Callable[[QWidget], MainWindow]
NAMES = (
    "Henrik Opdigtet",
    "Opdigtetnavnudenmellemrumsomlængereendnogenlinjepåsiden60 Ny",
    "Maximiliane Alexandrovna Constantinescu-Papadopoulos von Eksempelborg",
    "عبد الرحمن المثال",
    "דוגמה בדויה",
    "🌻 Solsikke 👩‍👩‍👧 Opdigtet",
)
TABLES = ("scrolls to the side: ReadingTable",)
AGREED = Agreement(
    goals=("Finde et arbejde, hvor jeg kan være noget for andre",),
    tasks=(Task(Who.CITIZEN, "Ringe til den arbejdsplads, vi talte om"),),
)


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    """The next test begins at 100 %."""
    yield
    fitting.set_text(app, 100)


@pytest.fixture
def ten(desk: Desk, calendar: Calendar) -> list[Citizen]:
    """Ten citizens of one or two measurements; one course is closed."""
    made = []
    for place in range(10):
        name = NAMES[place] if place < len(NAMES) else f"Borger {place} Opdigtet"
        citizen = add_citizen(desk, name, f"{place + 1:02d}0180", f"S-10{place:02d}")
        for weeks in (19, 7) if place < 3 else (7,):
            held = Held(citizen_answers(), caseworker_answers(frozenset({13, 9, 4})), AGREED)
            hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, weeks), held)
        made.append(citizen)
    desk.caseload.close_course(made[-1].citizen_id, Outcome.EDUCATION, NOW.date())
    return made


def put(show: Show, made: Presenter, size: tuple[int, int]) -> MainWindow:
    """The page in a window of that size."""
    window = show(made.page)
    fitting.at_size(window, size)
    return window


def faults(page: QWidget) -> list[str]:
    """What does not fit; a table wider than the page scrolls in its own frame."""
    return [each for each in fitting.faults(page) if not each.startswith(TABLES)]


# -- the caseload ------------------------------------------------------------------------------------------------------


@fitting.EVERY_LOOK
def test_the_caseload_fits_and_its_first_row_is_in_sight(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    ten: list[Citizen],
    size: tuple[int, int],
    scale: int,
    language: str,
) -> None:
    fitting.set_text(app, scale, language)
    made = CaseloadPresenter(desk, go)
    window = put(show, made, size)
    page = made.page
    for group in (Group.ALL, Group.COMBINED, Group.NOT_MEASURED):
        page.group.setCurrentIndex(list(Group).index(group))
        fitting.at_size(window, size)
        assert faults(page) == [], group
        for each in (page.new_citizen, page.group, page.order, page.search, page.own_picture):
            assert fitting.in_sight(each), each
        if group is not Group.NOT_MEASURED:
            table = page.table
            cell = table.visualRect(page.model.index(0, Column.ACTION))
            assert table.viewport().visibleRegion().boundingRect().contains(cell)


@fitting.EVERY_LOOK
def test_an_empty_caseload_fits(
    app: QApplication, show: Show, desk: Desk, go: RecordedWays, size: tuple[int, int], scale: int, language: str
) -> None:
    fitting.set_text(app, scale, language)
    made = CaseloadPresenter(desk, go)
    put(show, made, size)
    assert faults(made.page) == []
    assert fitting.in_sight(made.page.first_from_file)


def test_one_very_long_name_leaves_the_other_columns_to_everybody(
    app: QApplication, show: Show, desk: Desk, go: RecordedWays, ten: list[Citizen]
) -> None:
    made = CaseloadPresenter(desk, go)
    put(show, made, (1280, 800))
    table = made.page.table
    assert not [column for column in Column if table.isColumnHidden(column)]
    names = [str(made.page.model.index(line, Column.CITIZEN).data()) for line in range(10)]
    tip = str(made.page.model.index(names.index(NAMES[2]), Column.CITIZEN).data(Qt.ItemDataRole.ToolTipRole))
    assert tip.startswith(f"{NAMES[2]}\n")


# -- one citizen -------------------------------------------------------------------------------------------------------


@pytest.mark.timeout(120)
@fitting.EVERY_LOOK
def test_the_page_of_a_citizen_fits_whatever_the_name(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    ten: list[Citizen],
    size: tuple[int, int],
    scale: int,
    language: str,
) -> None:
    fitting.set_text(app, scale, language)
    for citizen in (*ten[: len(NAMES)], ten[-1]):
        made = CitizenPresenter(desk, go, citizen.citizen_id)
        put(show, made, size)
        assert faults(made.page) == [], citizen.name
        assert not made.page.primary.isVisible() or fitting.in_sight(made.page.primary), citizen.name


def _asking(page: CitizenPage) -> dict[str, QPushButton]:
    return {"close": page.close_course, "void": page.void_closed, "change": page.change, "research": page.research}


@pytest.mark.timeout(120)
@fitting.EVERY_LOOK
def test_what_is_asked_on_the_page_comes_into_sight_with_the_keyboard_in_it(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    ten: list[Citizen],
    size: tuple[int, int],
    scale: int,
    language: str,
) -> None:
    fitting.set_text(app, scale, language)
    made = CitizenPresenter(desk, go, ten[2].citizen_id)
    put(show, made, size)
    room = made.page.height() - made.page.bar.height()
    for asks, link in _asking(made.page).items():
        link.setFocus()  # the page scrolls down to it
        QTest.qWait(10)
        link.click()
        QTest.qWait(30)
        panel, focus = made.page.panel, QApplication.focusWidget()
        assert panel is not None
        assert focus is not None
        assert panel.isAncestorOf(focus), asks
        assert fitting.in_sight(focus), asks
        assert panel.visibleRegion().boundingRect().top() == 0, asks
        assert fitting.in_sight(panel) or panel.height() > room, asks
        assert faults(made.page) == [], asks


# -- the import, and her own picture -----------------------------------------------------------------------------------


@fitting.EVERY_LOOK
def test_the_import_fits(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    tasks: TaskRunner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    scale: int,
    language: str,
) -> None:
    fitting.set_text(app, scale, language)
    path = tmp_path / "borgere.csv"
    lines = [f"{name};{61 + place}0180-12{place:02d};S-{place}" for place, name in enumerate(NAMES)]
    path.write_text("\n".join(["Navn;CPR;Sagsnummer", *lines, ";710180-1234;S-9"]), encoding="utf-8")
    made = ImportingPresenter(desk, go, tasks)
    window = put(show, made, size)
    assert faults(made.page) == []
    monkeypatch.setattr(ImportingPage, "ask_file", lambda *_: str(path))
    made.page.choose.click()
    for _ in range(200):
        if made.page.table.isVisible():
            break
        QTest.qWait(20)
    assert made.page.table.isVisible()
    fitting.at_size(window, size)
    assert faults(made.page) == []


@fitting.EVERY_LOOK
def test_her_own_picture_fits(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    ten: list[Citizen],
    size: tuple[int, int],
    scale: int,
    language: str,
) -> None:
    for citizen in ten[1:4]:
        desk.caseload.close_course(citizen.citizen_id, Outcome.JOB, NOW.date())
    fitting.set_text(app, scale, language)
    made = OwnPicturePresenter(desk, go)
    window = put(show, made, size)
    assert faults(made.page) == []
    made.page.as_table.click()
    fitting.at_size(window, size)
    assert faults(made.page) == []
