# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The one question after an interruption."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bip_desktop.domain.meeting import Place, Step
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.interrupted.presenter import InterruptedPresenter
from bip_desktop.services.desk import Desk
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import Calendar, add_citizen


@pytest.fixture
def asked(
    desk: Desk, go: RecordedWays, calendar: Calendar, show: Callable[[QWidget], MainWindow]
) -> Callable[[Place], InterruptedPresenter]:
    """The question after a meeting that stopped at 10.12 at a place."""

    def ask(place: Place) -> InterruptedPresenter:
        calendar.now = datetime.fromisoformat("2026-11-21T10:12")
        desk.measuring.start(add_citizen(desk).citizen_id).go(place)
        interrupted = desk.measuring.interrupted()
        assert interrupted is not None
        presenter = InterruptedPresenter(desk, go, *interrupted)
        show(presenter.page)
        return presenter

    return ask


def test_the_question_has_the_name_and_the_question_it_stopped_at(
    asked: Callable[[Place], InterruptedPresenter],
) -> None:
    page = asked(Place(Step.CITIZEN, "B6")).page
    assert page.question.text() == ("Samtalen med Henrik Opdigtet stoppede ved spørgsmål 6 af 11. Vil I fortsætte?")
    assert page.accessibleName() == page.question.text()


def test_the_question_has_the_time_and_says_what_is_safe(asked: Callable[[Place], InterruptedPresenter]) -> None:
    assert asked(Place(Step.CITIZEN, "B6")).page.remark.text() == (
        "Det var i dag kl. 10.12. Alt, hvad I har svaret, er gemt.\n"
        "Giv computeren til Henrik, før I fortsætter. Næste side er kun til Henrik."
    )


def test_a_page_for_both_needs_no_handing_over(asked: Callable[[Place], InterruptedPresenter]) -> None:
    assert "kun til" not in asked(Place(Step.TOGETHER)).page.remark.text()


def test_an_interruption_of_another_day_has_its_date(
    desk: Desk, go: RecordedWays, calendar: Calendar, show: Callable[[QWidget], MainWindow]
) -> None:
    calendar.now = datetime.fromisoformat("2026-11-20T15:05")
    desk.measuring.start(add_citizen(desk).citizen_id).go(Place(Step.AGREEMENT))
    calendar.now = datetime.fromisoformat("2026-11-21T08:00")
    interrupted = desk.measuring.interrupted()
    assert interrupted is not None
    presenter = InterruptedPresenter(desk, go, *interrupted)
    assert "20. november 2026 kl. 15.05" in presenter.page.remark.text()
    show(presenter.page)


@pytest.mark.parametrize("step", list(Step))
def test_every_place_has_its_words(asked: Callable[[Place], InterruptedPresenter], step: Step) -> None:
    text = asked(Place(step)).page.question.text()
    assert text.startswith("Samtalen med Henrik Opdigtet stoppede ")
    assert text.endswith(". Vil I fortsætte?")
    assert "{" not in text


def test_her_own_questions_are_counted_apart(asked: Callable[[Place], InterruptedPresenter]) -> None:
    assert "ved dit spørgsmål 3 af 12." in asked(Place(Step.CASEWORKER, "S3")).page.question.text()


def test_nothing_goes_on_by_itself(asked: Callable[[Place], InterruptedPresenter], go: RecordedWays) -> None:
    asked(Place(Step.CITIZEN, "B6"))
    assert go.ways == []


def test_yes_takes_up_that_very_meeting(
    asked: Callable[[Place], InterruptedPresenter], desk: Desk, go: RecordedWays
) -> None:
    page = asked(Place(Step.CITIZEN, "B6")).page
    interrupted = desk.measuring.interrupted()
    assert interrupted is not None
    QTest.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert go.ways == [("take_up", interrupted[0].meeting_id)]


def test_not_now_leads_to_the_caseload(asked: Callable[[Place], InterruptedPresenter], go: RecordedWays) -> None:
    QTest.mouseClick(asked(Place(Step.CITIZEN, "B6")).page.later, Qt.MouseButton.LeftButton)
    assert go.ways == [("caseload",)]
