# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The shared pages of a meeting at every size of window and text: nothing is cut and nothing scrolls to the side."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.questionnaire import Amount, Missing, Ticks, Unit, Value
from bip_desktop.domain.suggestion import RuleTable
from bip_desktop.gui import theme
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.meeting.agreement_view import AgreementView
from bip_desktop.gui.pages.meeting.help_view import HelpView
from bip_desktop.gui.plots.scale_line import ScaleLine
from bip_desktop.gui.plots.search_and_wage import SearchAndWage
from bip_desktop.gui.plots.together_view import TogetherView
from bip_desktop.gui.widgets.layouts import column
from tests.gui import fitting
from tests.gui.test_help_view import FIVE, INSTRUMENT, SOURCES
from tests.gui.test_plots import VIEWS, moved, steps

Show = Callable[[QWidget], MainWindow]
TABLES = ("scrolls to the side: TableTwin", "scrolls to the side: ReadingTable")


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    """The next test begins at 100 %, in Danish."""
    yield
    fitting.set_text(app, 100)


def on_page(view: QWidget) -> QWidget:
    """`view` alone with the margins of a meeting's page; what stands beside it is judged where it belongs."""
    page = QWidget()
    page.setLayout(column(view))
    return page


def leave_room(view: QWidget, width: int) -> None:
    """Leaves the room the rail takes: with the names of the steps, or where that is too much with numbers alone."""
    px = theme.current().px
    rail, edge = (px(264), 30) if width >= px(864) + 60 else (px(42) + 24, 18)
    page = view.parentWidget()
    layout = None if page is None else page.layout()
    assert layout is not None
    layout.setContentsMargins(rail + edge, 20, edge, 14 + px(60))


def faults(window: MainWindow, view: QWidget, size: tuple[int, int]) -> list[str]:
    """What does not fit; a table wider than the page scrolls in its own frame."""
    leave_room(view, size[0])
    fitting.at_size(window, size)
    return [each for each in fitting.faults(view) if not each.startswith(TABLES)]


def course(count: int) -> list[tuple[Value, ...]]:
    """Nine themes over `count` measurements, with gaps."""
    return [steps("".join("12345?o-"[(theme * 3 + number * 5) % 8] for number in range(count))) for theme in range(9)]


WAGE: tuple[Value, ...] = (
    Amount(140_00, Unit.HOUR_BEFORE_TAX),
    Missing.DECLINED,
    Amount(24_000_00, Unit.MONTH_AFTER_TAX),
)
SEARCH: tuple[Value, ...] = (Ticks(frozenset({2, 4})), Missing.DONT_KNOW, Ticks(frozenset({7})))


@fitting.EVERY_LOOK
@pytest.mark.parametrize("count", [1, 2, 40])
def test_looking_at_it_together_fits(
    app: QApplication, show: Show, size: tuple[int, int], scale: int, language: str, count: int
) -> None:
    fitting.set_text(app, scale, language)
    wage, search = ([each[n % 3] for n in range(count)] for each in (WAGE, SEARCH))
    shown = moved(course(count), wage=wage, search=search)
    view = TogetherView(shown, VIEWS, "Henrik", "Karen", language)
    window = show(on_page(view))
    for as_table in (False, True):
        for tab in view.tabs.values():
            tab.click()
            assert faults(window, view, size) == [], (tab.text(), as_table)
        view.table_switch.click()


@fitting.EVERY_LOOK
def test_what_could_help_fits(app: QApplication, show: Show, size: tuple[int, int], scale: int, language: str) -> None:
    fitting.set_text(app, scale, language)
    table = RuleTable("invented", "1", SOURCES, tuple(each.rule for each in FIVE))
    for under_way in ((11, 13), (), None):
        view = HelpView(FIVE, table, under_way, frozenset("a"), frozenset({1, 6}), frozenset(), INSTRUMENT, language)
        window = show(on_page(view))
        view.cards[0].source_button.click()
        view.own_switch.click()
        assert faults(window, view, size) == []


@fitting.EVERY_LOOK
def test_the_agreement_fits(app: QApplication, show: Show, size: tuple[int, int], scale: int, language: str) -> None:
    fitting.set_text(app, scale, language)
    agreement = Agreement(
        ("Et arbejde med planter",),
        (Task(Who.CITIZEN, "Ringer til gartneriet", date(2026, 12, 1)), Task(Who.CASEWORKER, "Aftaler timer")),
        datetime.fromisoformat("2027-02-15T09:30"),
    )
    view = AgreementView(
        "Henrik",
        "Karen",
        agreement,
        ("Praktik på en arbejdsplads", "Mestring af helbredet"),
        today=date(2026, 11, 21),
        suggested=datetime.fromisoformat("2027-02-22T10:00"),
        phone="12 34 56 78",
    )
    window = show(on_page(view))
    view.tasks[0].remove.click()
    view.show_note("BIP-samtale 21. november 2026\n\n" + "- et løfte\n" * 20)
    view.note.copy.click()
    assert faults(window, view, size) == []


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 200), ((1280, 800), 150)])
def test_a_low_page_has_its_tabs_in_one_line_and_its_picture_in_sight(
    app: QApplication, show: Show, size: tuple[int, int], scale: int
) -> None:
    fitting.set_text(app, scale)
    view = TogetherView(moved(course(9)), VIEWS, "Henrik", "Karen", "da")
    window = show(on_page(view))
    leave_room(view, size[0])
    for tab in view.tabs.values():
        tab.click()
        fitting.at_size(window, size)
        assert len({each.y() for each in view.tabs.values()}) == 1
        assert view.shown().visibleRegion().boundingRect().height() > size[1] / 10
        assert tab.accessibleName()
    fitting.at_size(window, (2560, 1440))
    assert fitting.in_sight(view.lead)
    assert fitting.in_sight(view.table_switch)
    assert view.tabs["from_start"].text() == "Fra start til nu"


def test_the_pictures_grow_with_the_page(app: QApplication, show: Show) -> None:
    view = TogetherView(moved(course(9), wage=[WAGE[0]] * 9), VIEWS, "Henrik", "Karen", "da")
    window = show(on_page(view))
    for key in ("from_start", "search_and_wage"):
        view.show_picture(key)
        heights = []
        for size in ((1024, 600), (2560, 1440), (1024, 600)):
            leave_room(view, size[0])
            fitting.at_size(window, size)
            assert fitting.faults(view) == []
            picture = view.shown()
            parts = picture.wages if isinstance(picture, SearchAndWage) else picture.findChildren(ScaleLine)
            heights.append(parts[0].height())
        assert heights[1] >= heights[0] * 1.4
        assert heights[2] == heights[0]
