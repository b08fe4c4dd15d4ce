# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen's pages and the caseworker's question pages at every size of window and text: nothing cut, nothing over
something else, the way on in sight."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Benefit
from bip_desktop.domain.meeting import Place
from bip_desktop.gui import theme
from bip_desktop.gui.language import spoken
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.navigation import Presenter
from bip_desktop.gui.pages.citizen_mode.lock_view import LockView
from bip_desktop.gui.pages.citizen_mode.page import CitizenModePage
from bip_desktop.gui.pages.citizen_mode.presenter import CitizenModePresenter
from bip_desktop.gui.pages.citizen_mode.question_view import QuestionView
from bip_desktop.gui.pages.citizen_mode.research_view import ResearchView
from bip_desktop.gui.pages.citizen_mode.review_view import ReviewView
from bip_desktop.gui.pages.first_start.page import FirstStartPage
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.gui.pages.meeting.caseworker_view import CaseworkerView
from bip_desktop.gui.pages.meeting.confirm_view import ConfirmView
from bip_desktop.gui.pages.meeting.handover_view import HandoverView
from bip_desktop.gui.pages.meeting.page import MeetingPage
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.new_citizen.page import NewCitizenPage
from bip_desktop.gui.pages.unlock.page import UnlockPage
from bip_desktop.gui.widgets.choice_buttons import AnswerButton
from bip_desktop.gui.widgets.item_editors import ScaleEditor, TickEditor
from bip_desktop.gui.widgets.step_rail import StepRail
from bip_desktop.preferences import TEXT_SCALES
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from tests.gui import fitting
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import (
    NOW,
    Calendar,
    Held,
    add_citizen,
    answer_all,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)

Show = Callable[[QWidget], MainWindow]
V = TypeVar("V", bound=QWidget)
ORDINARY = "Henrik Opdigtet"
NAMES = (
    "Opdigtetnavnudenmellemrumsomerlængereendnogenlinjepåsiden60 Ny",
    "Maximiliane Alexandrovna Constantinescu-Papadopoulos von Eksempelborg",
    "عبد الرحمن المثال",
)


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    """The next test begins at 100 %."""
    yield
    fitting.set_text(app, 100)


class Stage:
    """Puts the pages of meetings into one window of a size, as the shell does."""

    def __init__(self, desk: Desk, calendar: Calendar, show: Show) -> None:
        self._desk, self._calendar, self._show = desk, calendar, show
        self.window: MainWindow | None = None

    def begin(self, name: str = ORDINARY, *, prepared: bool = False) -> MeetingUnderWay:
        """A second meeting, with an agreement to look back on."""
        citizen = add_citizen(self._desk, name)
        agreement = Agreement(
            goals=("Jeg vil ringe til den arbejdsplads, vi talte om, og høre, om de kan bruge mig.",),
            tasks=(Task(Who.CITIZEN, "Ringe til den arbejdsplads, vi talte om, og høre, om de kan bruge mig"),),
        )
        held = Held(citizen_answers(), caseworker_answers(), agreement)
        hold_meeting(self._desk, self._calendar, citizen.citizen_id, weeks_before(NOW, 12), held)
        if prepared:
            answer_all(self._desk.measuring.prepare(citizen.citizen_id), caseworker_answers())
        under_way = self._desk.measuring.start(citizen.citizen_id)
        if under_way.meeting.language != spoken():
            under_way.set_language(spoken())
        return under_way

    def put(self, under_way: MeetingUnderWay, where: str, size: tuple[int, int]) -> Presenter:
        """The page at `where`."""
        under_way.go(Place.parse(where))
        made: Presenter
        if under_way.meeting.place.is_citizens_own:
            made = CitizenModePresenter(self._desk, RecordedWays(), under_way)
        else:
            made = MeetingPresenter(self._desk, RecordedWays(), under_way)
        return self._put(made, size)

    def put_interrupted(self, size: tuple[int, int]) -> Presenter:
        """The one question after an interruption."""
        found = self._desk.measuring.interrupted()
        assert found is not None
        return self._put(InterruptedPresenter(self._desk, RecordedWays(), *found), size)

    def _put(self, made: Presenter, size: tuple[int, int]) -> Presenter:
        if self.window is None:
            self.window = self._show(made.page)
        else:
            self.window.show_page(made.page)
        fitting.at_size(self.window, size)
        if isinstance(made, CitizenModePresenter | MeetingPresenter):
            made.begin()
        fitting.at_size(self.window, size)
        return made

    def whole_meeting(self, size: tuple[int, int], name: str = ORDINARY) -> Iterator[tuple[str, Presenter]]:
        """Every page of the citizen's and every question page, one after the other."""
        under_way = self.begin(name)
        for where in ("welcome", "handover", "citizen:B1"):
            yield where, self.put(under_way, where, size)
        answer_all(under_way, citizen_answers())
        for where in ("citizen:B6", "citizen:B10", "citizen:B11", "review:B6", "review", "handover:review"):
            yield where, self.put(under_way, where, size)
        yield "interrupted", self.put_interrupted(size)
        under_way.pause()
        yield "pause", self.put(under_way, "review", size)
        under_way.resume()
        under_way.citizen_done()
        for where in ("research", "locked", "confirm"):
            yield where, self.put(under_way, where, size)
        under_way.caseworker_begins()
        for where in ("caseworker:S1", "caseworker:S5"):
            yield where, self.put(under_way, where, size)
        answer_all(under_way, caseworker_answers(frozenset({13, 21})))
        for where in ("caseworker:S1", "caseworker:S12"):
            yield where, self.put(under_way, where, size)
        prepared = self.begin(f"{name} Andersen", prepared=True)
        prepared.citizen_done()
        yield "confirm prepared", self.put(prepared, "confirm", size)


def seen(page: QWidget, kind: type[V]) -> V:
    """The view on show, which must be of this kind."""
    assert isinstance(page, CitizenModePage | MeetingPage)
    assert isinstance(page.view, kind)
    return page.view


@pytest.fixture
def stage(desk: Desk, calendar: Calendar, show: Show) -> Stage:
    """A jobcentre without citizens yet."""
    return Stage(desk, calendar, show)


def ways_on(page: QWidget) -> list[QWidget]:
    """What leads on from the page, and may never have to be looked for."""
    view = getattr(page, "view", None)
    if isinstance(view, QuestionView | ResearchView | CaseworkerView):
        return [view.on]
    if isinstance(view, ReviewView):
        return [view.done]
    if isinstance(view, HandoverView):
        return [view.give]
    if isinstance(view, ConfirmView):
        return [view.default] if view.default is not None else []
    return [page.on] if isinstance(page, MeetingPage) else []


@pytest.mark.timeout(120)
@fitting.EVERY_LOOK
def test_nothing_is_cut_and_the_way_on_is_in_sight(
    app: QApplication, stage: Stage, size: tuple[int, int], scale: int, language: str
) -> None:
    fitting.set_text(app, scale, language)
    for where, presenter in stage.whole_meeting(size):
        assert fitting.faults(presenter.page) == [], where
        for way in ways_on(presenter.page):
            assert fitting.in_sight(way), where


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 200), ((1280, 800), 125)])
def test_names_of_any_length_and_direction_fit(
    app: QApplication, stage: Stage, size: tuple[int, int], scale: int, name: str
) -> None:
    fitting.set_text(app, scale)
    for where, presenter in stage.whole_meeting(size, name):
        assert fitting.faults(presenter.page) == [], where


@fitting.EVERY_LOOK
@pytest.mark.parametrize(
    "build",
    [
        lambda: UnlockPage("Adgangssætning: rolig havn grøn cykel"),
        FirstStartPage,
        lambda: NewCitizenPage([(Benefit.UNKNOWN, "Ikke oplyst"), (Benefit.OTHER, "Kontanthjælp, forhøjet sats")]),
    ],
    ids=["unlock", "first start", "new citizen"],
)
def test_forms_fit(
    app: QApplication, show: Show, build: Callable[[], QWidget], size: tuple[int, int], scale: int, language: str
) -> None:
    fitting.set_text(app, scale, language)
    window = show(build())
    fitting.at_size(window, size)
    assert fitting.faults(window) == []


@pytest.mark.parametrize("where", [f"citizen:B{number}" for number in range(1, 12)])
def test_in_the_smallest_window_every_way_of_answering_is_in_sight_large_and_easy_to_hit(
    app: QApplication, stage: Stage, where: str
) -> None:
    presenter = stage.put(stage.begin(), where, (1024, 600))
    view = seen(presenter.page, QuestionView)
    editor = view.editor
    rows: list[QAbstractButton] = list(editor.findChildren(AnswerButton))
    if isinstance(editor, TickEditor):
        rows += editor.ticks.values()
    assert rows
    for each in rows:
        assert fitting.in_sight(each), each.text()
        assert each.height() >= 44
        assert each.font().pixelSize() >= 18
    if isinstance(editor, ScaleEditor):
        assert len({each.height() for each in rows}) == 1, "the pair is as high as the steps"


def test_all_activities_are_in_sight_without_scrolling(app: QApplication, stage: Stage) -> None:
    under_way = stage.begin()
    under_way.citizen_done()
    under_way.caseworker_begins()
    presenter = stage.put(under_way, "caseworker:S1", (1280, 800))
    for each in seen(presenter.page, CaseworkerView).findChildren(QAbstractButton):
        assert not each.isVisible() or fitting.in_sight(each), each.text()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_the_answers_grow_with_the_text(app: QApplication, stage: Stage, scale: int) -> None:
    fitting.set_text(app, scale)
    presenter = stage.put(stage.begin(), "citizen:B6", (1024, 600))
    for each in presenter.page.findChildren(AnswerButton):
        assert each.font().pixelSize() >= theme.current().px(18)


def test_text_size_and_language_stand_in_the_same_place_on_every_page(app: QApplication, stage: Stage) -> None:
    places: dict[object, str] = {}
    for where, presenter in stage.whole_meeting((1280, 800)):
        page = presenter.page
        if isinstance(page, CitizenModePage):
            named = {each.text(): each for each in page.findChildren(QAbstractButton) if each.isVisible()}
            found = [named[text].mapTo(page, named[text].rect().topLeft()).toTuple() for text in TOOLS]
            places.setdefault(str(found), where)
    assert len(places) == 1, places


TOOLS = ("Større tekst", "English")


def test_the_lock_page_scrolls_to_its_pin(app: QApplication, stage: Stage) -> None:
    fitting.set_text(app, 200)
    under_way = stage.begin()
    under_way.citizen_done()
    view = seen(stage.put(under_way, "locked", (1024, 600)).page, LockView)
    view.on.setFocus()
    QApplication.processEvents()
    assert fitting.in_sight(view.on)


def test_a_wide_window_makes_no_line_too_long_and_leaves_the_steps_at_its_edge(app: QApplication, stage: Stage) -> None:
    for scale, widest in ((100, 1400), (150, 2100)):
        fitting.set_text(app, scale)
        under_way = stage.begin(f"{ORDINARY} {scale}")
        made = stage.put(under_way, "welcome", (2560, 1440))
        assert isinstance(made, MeetingPresenter)
        view, rail = made.page.view, made.page.findChild(StepRail)
        assert view is not None
        assert rail is not None
        assert rail.mapTo(made.page, QPoint(0, 0)).x() == 0
        assert view.width() <= widest
        left = view.mapTo(made.page, QPoint(0, 0)).x() - rail.width()
        right = made.page.width() - view.mapTo(made.page, QPoint(view.width(), 0)).x()
        assert abs(left - right) <= 2, "in the middle of what is left"
