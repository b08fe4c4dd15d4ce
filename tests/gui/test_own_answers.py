# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseworker's own answers about one citizen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Missing, Step
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.own_answers.page import OwnAnswersPage
from bip_desktop.gui.pages.own_answers.presenter import OwnAnswersPresenter
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from tests.gui.conftest import RecordedWays
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
    weeks_before,
)

Shown = Callable[[], OwnAnswersPage]


@pytest.fixture
def henrik(desk: Desk) -> Citizen:
    return add_citizen(desk)


@pytest.fixture
def shown(desk: Desk, go: RecordedWays, henrik: Citizen, show: Callable[[QWidget], MainWindow]) -> Shown:
    """Builds the page over what the desk holds then."""
    kept = []

    def build() -> OwnAnswersPage:
        presenter = OwnAnswersPresenter(desk, go, henrik.citizen_id)
        kept.append(presenter)
        show(presenter.page)
        return presenter.page

    return build


@pytest.fixture
def measured(desk: Desk, calendar: Calendar, henrik: Citizen) -> Citizen:
    """Two measurements: at the second she does not know S12, and S3 is not relevant."""
    first = caseworker_answers(steps="33433443442")
    second = caseworker_answers() | {"S3": Missing.NOT_RELEVANT, "S12": Missing.DONT_KNOW}
    for weeks, answers in ((24, first), (11, second)):
        held = Held(citizen_answers(), answers)
        hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)
    return henrik


def _column(page: OwnAnswersPage, place: int) -> list[str]:
    assert page.table is not None
    return [page.table.model().index(line, place).data() for line in range(page.table.rowCount())]


def _texts(page: OwnAnswersPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel))


def test_s2_to_s12_are_there_and_s1_is_not(shown: Shown, measured: Citizen) -> None:
    table = shown().table
    assert table is not None
    headings = [str(table.model().headerData(line, Qt.Orientation.Vertical)) for line in range(table.rowCount())]
    codes = [heading.split(" ")[0] for heading in headings]
    assert codes == [f"S{number}" for number in range(2, 13)]


def test_the_newest_measurement_is_first_and_its_answers_are_words(shown: Shown, measured: Citizen) -> None:
    page = shown()
    assert page.table is not None
    assert page.table.columnCount() == 2
    heading = page.table.horizontalHeaderItem(0)
    assert heading is not None
    assert heading.text().startswith("2. måling")
    assert _column(page, 0)[0] == "Nogenlunde (3)"
    assert _column(page, 0)[1] == "Søger ikke job"
    assert _column(page, 0)[-1] == "Ved ikke"
    assert _column(page, 1)[-1] == "Tvivler (2)"


def test_another_caseworkers_answers_are_not_among_hers(
    shown: Shown, henrik: Citizen, unlocked: Unlocked, desk_of_bo: Desk, calendar: Calendar
) -> None:
    with unlocked.store.writing() as work:
        work.citizens.change(replace(henrik, caseworker_id=BO.caseworker_id))
    held = Held(citizen_answers(), caseworker_answers(steps="11111111111"))
    hold_meeting(desk_of_bo, calendar, henrik.citizen_id, weeks_before(NOW, 24), held)
    with unlocked.store.writing() as work:
        work.citizens.change(replace(henrik, caseworker_id=KAREN.caseworker_id))
    page = shown()
    assert page.table is None
    assert "Du har ikke svaret endnu." in _texts(page)
    assert "1 måling med en anden sagsbehandler er ikke med her." in _texts(page)


def test_an_open_meetings_answers_are_not_shown_before_the_reveal(shown: Shown, henrik: Citizen, desk: Desk) -> None:
    desk.measuring.prepare(henrik.citizen_id).answer("S12", caseworker_answers()["S12"])
    assert shown().table is None


def test_the_page_says_who_may_see_it_and_urges_nothing(shown: Shown, measured: Citizen) -> None:
    said = _texts(shown())
    assert "På den skærm, I ser på sammen, står kun dine svar om samarbejde, netværk, hverdag og helbred." in said
    assert "kan bede om at se resten" in said
    assert "Svar det, du tror." in said
    assert "Et tal, man styrer efter, måler ikke længere noget." in said


def test_back_leads_to_the_citizen(shown: Shown, measured: Citizen, go: RecordedWays) -> None:
    page = shown()
    assert isinstance(page.first, QPushButton)
    QTest.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert go.ways == [("citizen", measured.citizen_id)]


def test_every_cell_can_be_heard_with_its_question_and_measurement(shown: Shown, measured: Citizen) -> None:
    table = shown().table
    assert table is not None
    item = table.item(10, 1)
    assert item is not None
    heard = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("S12")
    assert "1. måling" in heard
    assert heard.endswith("Tvivler (2)")


# -- for her eyes alone ------------------------------------------------------------------------------------------------


def _doubted(desk: Desk, calendar: Calendar, henrik: Citizen, *, belief: int = 2, weeks: int = 11) -> None:
    answers = caseworker_answers(steps="23433443443") | {"S12": Step(belief)}
    held = Held(citizen_answers(), answers)
    hold_meeting(desk, calendar, henrik.citizen_id, weeks_before(NOW, weeks), held)


def test_what_is_noted_after_a_doubt_is_kept_as_it_is_typed_and_stays_to_be_edited(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    _doubted(desk, calendar, henrik)
    page = shown()
    (card,) = page.doubts
    card.needed.setFocus()
    QTest.keyClicks(card.needed, "En plads")
    QTest.keyClick(card.needed, Qt.Key.Key_Tab)
    assert card.saved.text() == "Gemt ✓"
    QTest.keyClicks(card.with_whom, "Bo")
    QTest.qWait(800)  # nobody has left the field
    (kept,) = shown().doubts
    assert (kept.needed.toPlainText(), kept.with_whom.toPlainText()) == ("En plads", "Bo")


@pytest.mark.parametrize("belief", [3, 4, 5])
def test_without_a_doubt_nothing_is_asked(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar, belief: int
) -> None:
    _doubted(desk, calendar, henrik, belief=belief)
    assert shown().doubts == []


def test_what_cannot_be_kept_is_not_said_to_be(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar, go: RecordedWays, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise BipError(Code.DISK_FULL)

    _doubted(desk, calendar, henrik)
    (card,) = shown().doubts
    monkeypatch.setattr(type(desk.reflecting), "note", full)
    card.needed.setPlainText("En plads")
    QTest.qWait(800)
    assert [error.code for error in go.notices] == [Code.DISK_FULL]
    assert card.saved.text() == ""
    monkeypatch.undo()
    card.needed.setFocus()
    QTest.keyClick(card.needed, Qt.Key.Key_Tab)
    assert card.saved.text() == "Gemt ✓"


def test_a_course_without_a_move_gets_a_checklist_and_no_alarm(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    for weeks in (35, 23, 11):
        _doubted(desk, calendar, henrik, weeks=weeks)
    said = _texts(shown())
    assert "Intet område har flyttet sig i de sidste 2 målinger." in said
    for check in ("Relationen", "Håbet", "Helbredet", "Indsatsen", "Netværket"):
        assert check in said
    assert "Det er ikke en dom over nogen. Intet af det bliver gemt eller sendt." in said


def test_a_course_that_moves_gets_none(shown: Shown, measured: Citizen) -> None:
    assert "Relationen" not in _texts(shown())


def test_a_suggestion_that_rests_on_her_own_answer_says_so_with_grade_source_and_what_speaks_against_it(
    shown: Shown, henrik: Citizen, desk: Desk, calendar: Calendar
) -> None:
    _doubted(desk, calendar, henrik)
    page = shown()
    (card,) = page.suggestions
    said = "\n".join(each.text() for each in card.findChildren(QLabel))
    assert card.suggestion.rule.rule_id == "own-realism"
    assert "Du svarede »Lidt« på »Realisme« sidst." in said
    assert "fagligt skøn" in said
    assert "Men hvor flest kom i job eller uddannelse, var realismen vurderet højere." in said
    assert "rapport om sagsbehandlernes effektivitet i BIP" in said
    assert not card.toggle.isVisibleTo(card)


def test_nothing_rests_on_a_colleagues_answers(
    shown: Shown, henrik: Citizen, desk: Desk, unlocked: Unlocked, desk_of_bo: Desk, calendar: Calendar
) -> None:
    _doubted(desk, calendar, henrik, weeks=23)
    with unlocked.store.writing() as work:
        work.citizens.change(replace(henrik, caseworker_id=BO.caseworker_id))
    _doubted(desk_of_bo, calendar, henrik, belief=1)
    with unlocked.store.writing() as work:
        work.citizens.change(replace(henrik, caseworker_id=KAREN.caseworker_id))
    page = shown()
    assert page.suggestions == []
    assert [card.accessibleName() for card in page.doubts] == ["Efter 1. måling"]
