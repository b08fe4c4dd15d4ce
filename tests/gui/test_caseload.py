# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.caseload_choice import Group, Order
from bip_desktop.domain.citizen import CaseworkerChange, ChangeReason, Citizen, Outcome
from bip_desktop.gui import theme
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.models.caseload_model import Column, Role
from bip_desktop.gui.pages.caseload.page import CaseloadPage
from bip_desktop.gui.pages.caseload.presenter import CaseloadPresenter
from bip_desktop.gui.pages.caseload.row_delegate import Room
from bip_desktop.preferences import TEXT_SCALES
from bip_desktop.services.desk import Desk
from tests.gui.conftest import THEMES, RecordedWays
from tests.gui.invented_work import (
    BO,
    KAREN,
    NOW,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    plan,
    weeks_before,
)

Shown = Callable[[], CaseloadPage]


@pytest.fixture
def shown(desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow]) -> Shown:
    """Builds the page over what the desk holds then."""

    kept = []

    def build() -> CaseloadPage:
        presenter = CaseloadPresenter(desk, go)
        kept.append(presenter)
        show(presenter.page)
        return presenter.page

    return build


@pytest.fixture
def four(desk: Desk, calendar: Calendar) -> dict[str, Citizen]:
    """Henrik comes at ten, Amina was interrupted, Lise was taken over, Ole has a job."""
    henrik = add_citizen(desk, "Henrik Opdigtet", "010180", "S-1001")
    promised = Agreement(tasks=(Task(Who.CITIZEN, "praktik fra 1. dec."),))
    for weeks, steps in ((24, "333333333"), (11, "333434343")):
        held = Held(citizen_answers(steps), caseworker_answers(frozenset({13, 9})), promised)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)
    plan(desk, henrik.citizen_id, datetime.fromisoformat("2026-11-21T10:00"))
    amina = add_citizen(desk, "Amina Opdigtet", "150292", "S-1002")
    plan(desk, amina.citizen_id, datetime.fromisoformat("2026-11-21T11:30"))
    desk.measuring.start(amina.citizen_id)
    lise = add_citizen(desk, "Lise Opdigtet", "060675", "S-1004")
    change = CaseworkerChange(date(2026, 11, 3), BO.caseworker_id, KAREN.caseworker_id, ChangeReason.LEFT)
    with desk.unlocked.store.writing() as work:
        work.citizens.change_caseworker(lise.citizen_id, change)
    ole = add_citizen(desk, "Ole Opdigtet", "120370", "S-1007")
    desk.caseload.close_course(ole.citizen_id, Outcome.JOB, date(2026, 11, 12))
    return {"henrik": henrik, "amina": amina, "lise": lise, "ole": ole}


def _cells(page: CaseloadPage, line: int) -> list[str]:
    return [str(page.model.index(line, column).data()) for column in Column]


def _names(page: CaseloadPage) -> list[str]:
    return [str(page.model.index(line, Column.CITIZEN).data()) for line in range(page.model.rowCount())]


def _click(page: CaseloadPage, place: QPoint) -> None:
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- what is shown ------------------------------------------------------------------------------------------------


def test_today_comes_first_and_closed_courses_last(shown: Shown, four: dict[str, Citizen]) -> None:
    assert _names(shown()) == ["Henrik Opdigtet", "Amina Opdigtet", "Lise Opdigtet", "Ole Opdigtet"]


def test_a_row_says_where_the_citizen_stands(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    assert _cells(page, 0) == [
        "Henrik Opdigtet",
        "11 uger siden",
        "3 højere · 6 ens",
        "Jobrettet + helbred",
        "Sidste aftale: praktik fra 1. dec.",
        "Start samtale",
    ]
    below = [page.model.index(line, Column.CITIZEN).data(Role.BELOW) for line in range(4)]
    assert below == ["kl. 10.00 · 3. gang", "begyndt i dag · 1. gang", "overtaget 3. nov.", "afsluttet: job"]


def test_each_row_has_the_next_step(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    steps = [page.model.index(line, Column.ACTION).data() for line in range(4)]
    assert steps == ["Start samtale", "Fortsæt samtalen", "Åbn", "Åbn"]


def test_the_heading_counts_meetings_and_measurements_due(shown: Shown, four: dict[str, Citizen]) -> None:
    assert shown().summary.text() == "2 samtaler · 1 borger mangler en måling"


def test_closed_courses_are_muted(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    assert [page.model.index(line, 0).data(Role.QUIET) for line in range(4)] == [False, False, False, True]


def test_every_cell_can_be_heard(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    heard = [page.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert heard[Column.CITIZEN] == "Borger: Henrik Opdigtet, kl. 10.00 · 3. gang"
    assert heard[Column.ACTION] == "Næste skridt: Start samtale"
    assert all(heard)


def test_no_part_of_a_cpr_number_is_in_the_table(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Role.BELOW)
    said = " ".join(
        str(page.model.index(line, column).data(role)) for line in range(4) for column in Column for role in roles
    )
    assert not [each for each in four.values() if each.cpr.digits[:6] in said or each.cpr.digits[6:] in said]


# -- by keyboard --------------------------------------------------------------------------------------------------


def test_the_keyboard_begins_in_the_search_and_goes_down_into_the_table(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 0


def test_enter_on_a_row_does_its_next_step(
    shown: Shown, four: dict[str, Citizen], desk: Desk, go: RecordedWays
) -> None:
    page = shown()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    under_way = desk.measuring.open_meeting(four["amina"].citizen_id)
    assert under_way is not None
    assert go.ways == [
        ("start_meeting", four["henrik"].citizen_id),
        ("take_up", under_way.meeting_id),
        ("citizen", four["lise"].citizen_id),
    ]


def test_space_opens_the_citizen(shown: Shown, four: dict[str, Citizen], go: RecordedWays) -> None:
    page = shown()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert go.ways == [("citizen", four["henrik"].citizen_id)]


# -- by mouse -----------------------------------------------------------------------------------------------------


def test_a_click_on_a_button_does_that_rows_step(shown: Shown, four: dict[str, Citizen], go: RecordedWays) -> None:
    page = shown()
    _click(page, page.table.button_place(0))
    assert go.ways == [("start_meeting", four["henrik"].citizen_id)]


def test_a_click_on_a_name_opens_the_citizen(shown: Shown, four: dict[str, Citizen], go: RecordedWays) -> None:
    page = shown()
    _click(page, page.table.visualRect(page.model.index(1, Column.CITIZEN)).center())
    assert go.ways == [("citizen", four["amina"].citizen_id)]


def test_one_click_beside_them_only_chooses_the_row_and_two_open_it(
    shown: Shown, four: dict[str, Citizen], go: RecordedWays
) -> None:
    page = shown()
    place = page.table.visualRect(page.model.index(1, Column.MEASURED)).center()
    _click(page, place)
    assert go.ways == []
    assert page.table.currentIndex().row() == 1
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert go.ways == [("citizen", four["amina"].citizen_id)]


def test_the_buttons_above_lead_where_they_say(shown: Shown, go: RecordedWays) -> None:
    page = shown()
    for each in (page.new_citizen, page.export, page.lock):
        QTest.mouseClick(each, Qt.MouseButton.LeftButton)
    assert go.ways == [("new_citizen",), ("export",), ("lock",)]


# -- searching ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"), [("hen", "Henrik Opdigtet"), ("AMINA", "Amina Opdigtet"), ("1004", "Lise Opdigtet")]
)
def test_the_search_finds_names_and_case_numbers_as_one_types(
    shown: Shown, four: dict[str, Citizen], typed: str, found: str
) -> None:
    page = shown()
    QTest.keyClicks(page.search, typed)
    assert _names(page) == [found]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(_names(page)) == 4


def test_the_search_cannot_be_done_by_cpr_number(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    QTest.keyClicks(page.search, four["henrik"].cpr.digits)
    assert page.nothing.isVisible()


def test_a_search_for_nobody_says_so(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    QTest.keyClicks(page.search, "xyz")
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    assert page.nothing.text() == "Ingen borger passer til »xyz«"
    page.search.clear()
    assert page.table.isVisible()


def test_an_empty_caseload_says_how_to_begin(shown: Shown) -> None:
    page = shown()
    assert page.nothing.isVisible()
    assert "Opret den første, eller hent dem fra en fil" in page.nothing.text()
    assert page.summary.text() == "Ingen samtaler i dag"


# -- room ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
def test_the_next_step_of_the_first_row_is_in_sight_at_every_size(
    app: QApplication, shown: Shown, four: dict[str, Citizen], qtbot: QtBot, scale: int, size: tuple[int, int]
) -> None:
    theme.apply(app, theme.read_theme(THEMES / "light.toml", scale))
    page = shown()
    window = page.window()
    window.resize(*size)
    qtbot.waitUntil(lambda: (page.width(), window.height()) == size)
    QTest.qWait(50)
    index = page.model.index(0, Column.ACTION)
    assert page.table.viewport().rect().contains(page.table.visualRect(index))
    assert not page.table.isColumnHidden(Column.ACTION)
    assert not page.table.isColumnHidden(Column.MEASURED)


def test_a_wide_window_shows_all_columns(
    app: QApplication, shown: Shown, four: dict[str, Citizen], qtbot: QtBot
) -> None:
    page = shown()
    page.window().resize(1700, 800)
    qtbot.waitUntil(lambda: page.width() == 1700)
    assert page.table.room is Room.WIDE
    assert not [column for column in Column if page.table.isColumnHidden(column)]


# -- whom to look at, and in which order --------------------------------------------------------------------------


def _choose(page: CaseloadPage, group: Group = Group.ALL, order: Order = Order.NEXT_UP) -> list[str]:
    page.group.setCurrentIndex(list(Group).index(group))
    page.order.setCurrentIndex(list(Order).index(order))
    return [name.split()[0] for name in _names(page)] if page.table.isVisible() else []


def test_the_order_is_hers(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    assert _choose(page, order=Order.NAME) == ["Amina", "Henrik", "Lise", "Ole"]
    assert _choose(page, order=Order.LONGEST_AGO) == ["Amina", "Lise", "Henrik", "Ole"]
    assert _choose(page) == ["Henrik", "Amina", "Lise", "Ole"]


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (Group.TODAY, ["Henrik", "Amina"]),
        (Group.OVERDUE, ["Lise"]),
        (Group.FRESH_LOOK, []),
        (Group.NOTHING, []),
        (Group.ONE_KIND, []),
        (Group.COMBINED, ["Henrik"]),
        (Group.NEW_CASEWORKER, ["Lise"]),
        (Group.NOT_MEASURED, ["Amina", "Lise"]),
        (Group.CLOSED, ["Ole"]),
    ],
)
def test_only_those_worth_talking_about_now(
    shown: Shown, four: dict[str, Citizen], group: Group, found: list[str]
) -> None:
    page = shown()
    assert _choose(page, group) == found
    assert page.summary.text() == f"{len(found)} af 4 borgere"
    assert page.everybody.isVisible() is not bool(found)


def test_a_search_keeps_to_the_chosen_and_everybody_comes_back_with_one_click(
    shown: Shown, four: dict[str, Citizen]
) -> None:
    page = shown()
    _choose(page, Group.NOT_MEASURED)
    QTest.keyClicks(page.search, "henrik")
    assert page.nothing.text() == "Ingen borger under »Ingen måling endnu« passer til »henrik«"
    QTest.mouseClick(page.everybody, Qt.MouseButton.LeftButton)
    assert len(_names(page)) == 4
    assert (page.search.text(), page.group.currentIndex(), page.table.hasFocus()) == ("", 0, True)
    assert page.summary.text() == "2 samtaler · 1 borger mangler en måling"


def test_what_she_chose_is_still_chosen_when_she_comes_back(shown: Shown, four: dict[str, Citizen]) -> None:
    page = shown()
    _choose(page, Group.NOT_MEASURED, Order.NAME)
    QTest.keyClicks(page.search, "lise")
    again = shown()
    assert [name.split()[0] for name in _names(again)] == ["Amina", "Lise"]
    assert again.search.text() == ""


def test_the_keys_of_the_table_can_be_heard(shown: Shown, four: dict[str, Citizen]) -> None:
    said = shown().table.accessibleDescription()
    assert "Enter går i gang" in said
    assert "mellemrum åbner siden" in said


def test_a_meeting_that_was_missed_says_so(shown: Shown, four: dict[str, Citizen], desk: Desk) -> None:
    plan(desk, four["henrik"].citizen_id, datetime.fromisoformat("2026-11-12T10:00"))
    page = shown()
    line = _names(page).index("Henrik Opdigtet")
    assert page.model.index(line, Column.CITIZEN).data(Role.BELOW) == "aftalt 12. nov., ikke holdt · 3. gang"


def test_without_a_plan_a_measurement_that_is_due_says_so(shown: Shown, four: dict[str, Citizen], desk: Desk) -> None:
    plan(desk, four["henrik"].citizen_id, None)
    desk.caseload.set_rhythm(60)
    page = shown()
    line = _names(page).index("Henrik Opdigtet")
    assert page.model.index(line, Column.CITIZEN).data(Role.BELOW) == "mangler en måling · 3. gang"


def test_her_own_answers_are_reached_from_here(shown: Shown, go: RecordedWays) -> None:
    QTest.mouseClick(shown().own_picture, Qt.MouseButton.LeftButton)
    assert go.ways == [("own_picture",)]
