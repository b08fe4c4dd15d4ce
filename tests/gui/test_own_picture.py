# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseworker's own answers over all her citizens: for her alone, and nothing to steer by."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.citizen import Caseworker, Citizen, Outcome
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.questionnaire import Missing, Step, Value
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.own_picture.page import OwnPicturePage
from bip_desktop.gui.pages.own_picture.presenter import OwnPicturePresenter
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
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

Shown = Callable[[], OwnPicturePage]


@pytest.fixture
def shown(desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow]) -> Shown:
    """Builds the page over what the desk holds then."""
    kept = []

    def build() -> OwnPicturePage:
        presenter = OwnPicturePresenter(desk, go)
        kept.append(presenter)
        show(presenter.page)
        return presenter.page

    return build


def held(desk: Desk, calendar: Calendar, beliefs: Sequence[Value], *, first: int = 0) -> list[Citizen]:
    """A citizen of one meeting for each answer to S12."""
    made = []
    for place, belief in enumerate(beliefs, start=first):
        citizen = add_citizen(desk, f"Borger {place} Opdigtet", f"{place % 28 + 1:02d}{place // 28 + 1:02d}80")
        answers = Held(citizen_answers(), caseworker_answers() | {"S12": belief})
        hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, 5), answers)
        made.append(citizen)
    return made


def said(page: QWidget) -> str:
    """All that can be read outside the tables."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_before_the_first_answer_the_page_says_what_is_needed(shown: Shown) -> None:
    page = shown()
    texts = said(page)
    assert "Billedet kommer, når din første samtale er afsluttet." in texts
    assert "Et gennemsnit siger først noget fra 10 borgere. Du har svaret om 0." in texts
    assert "Ingen forløb er afsluttet endnu." in texts
    assert not page.as_table.isVisible()


def test_her_answers_stand_beside_what_is_published_with_its_source(
    shown: Shown, desk: Desk, calendar: Calendar
) -> None:
    held(desk, calendar, [Step(2), Step(2), Step(1), Step(5), Missing.DONT_KNOW])
    page = shown()
    texts = said(page)
    assert "»Tror du, at borgeren kommer i job inden for det næste år?«" in texts
    assert "3 af dine 5 svar. I BIP: næsten halvdelen svarede »Nej« eller »Tvivler«." in texts
    assert "1 af dine 5 svar. I BIP: den sidste fjerdedel svarede »Gode chancer« eller »Ja«, 6 % »Ja«." in texts
    assert "1 af dine 5 svar. I BIP: 2 %." in texts
    assert "BIP: Væksthusets Forskningscenter (2017): Sagsbehandlerens betydning for udsatte borgeres" in texts


def test_the_table_says_the_same_as_the_picture(shown: Shown, desk: Desk, calendar: Calendar) -> None:
    held(desk, calendar, [Step(2), Step(2), Step(1), Step(5), Missing.DONT_KNOW])
    page = shown()
    assert page.picture is not None
    assert page.table is not None
    assert (page.picture.isVisible(), page.table.isVisible()) == (True, False)
    QTest.mouseClick(page.as_table, Qt.MouseButton.LeftButton)
    assert (page.picture.isVisible(), page.table.isVisible()) == (False, True)
    assert [line[:2] for line in page.table.texts()] == [
        ["Nej", "1"],
        ["Tvivler", "2"],
        ["Det svinger", "0"],
        ["Gode chancer", "0"],
        ["Ja", "1"],
        ["Ved ikke", "1"],
    ]
    QTest.mouseClick(page.as_table, Qt.MouseButton.LeftButton)
    assert page.picture.isVisible()


def test_her_mean_needs_ten_citizens(shown: Shown, desk: Desk, calendar: Calendar) -> None:
    held(desk, calendar, [Step(3)] * 9)
    assert "Du har svaret om 9." in said(shown())
    held(desk, calendar, [Step(4)], first=9)
    texts = said(shown())
    assert "3,1 i gennemsnit, fra 1 (Nej) til 5 (Ja), over det nyeste svar om 10 borgere." in texts
    assert "Kolleger står her først, når mindst 5 har svaret om 10 borgere hver." in texts
    assert "Et andet tal er ikke et bedre tal." in texts


@pytest.mark.timeout(120)
def test_colleagues_stand_beside_it_only_where_there_are_five_of_them(
    shown: Shown, desk: Desk, unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    held(desk, calendar, [Step(3)] * 10)
    for number in range(5):
        assert "kolleger tilsammen" not in said(shown())
        colleague = Caseworker(CaseworkerId(f"5d1f0c5e-0000-4000-8000-0000000001{number:02d}"), f"Kollega {number}")
        with unlocked.store.writing() as work:
            work.people.add(colleague)
        theirs = open_desk(replace(unlocked, caseworker=colleague), places, calendar)
        held(theirs, calendar, [Step(2)] * 9 + [Step(4)], first=10 * (number + 1))
    assert "5 kolleger tilsammen: 2,2 i gennemsnit." in said(shown())


def test_closed_courses_stand_beside_her_last_answer(shown: Shown, desk: Desk, calendar: Calendar) -> None:
    first, second = held(desk, calendar, [Step(2), Step(4)])
    for citizen, outcome, weeks in ((first, Outcome.JOB, 1), (second, Outcome.MOVED, 2)):
        desk.caseload.close_course(citizen.citizen_id, outcome, NOW.date() - timedelta(weeks=weeks))
    page = shown()
    assert "2 afsluttede forløb" in said(page)
    (table,) = [each for each in page.findChildren(ReadingTable) if each.accessibleName() == "Afsluttede forløb"]
    assert table.texts() == [
        ["Borger 0 Opdigtet", "Tvivler (2)", "Job, uge 46 i 2026"],
        ["Borger 1 Opdigtet", "Gode chancer (4)", "Flyttet, uge 45 i 2026"],
    ]


def test_the_page_urges_nothing_and_says_who_sees_it(shown: Shown) -> None:
    texts = said(shown())
    assert "Siden er kun til dig. Ingen andre ser den, og intet af den bliver sendt." in texts
    assert "Svar det, du tror." in texts
    assert "Intet her beder dig om at svare højere." in texts


def test_back_leads_to_the_caseload(shown: Shown, go: RecordedWays) -> None:
    page = shown()
    assert page.first is not None
    assert page.first.hasFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Space)
    assert go.ways == [("caseload",)]
