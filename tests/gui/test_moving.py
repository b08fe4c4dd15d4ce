# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The page of citizens between computers: two laptops, real files, and everything looked at before it happens."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.moving.page import MovingPage
from bip_desktop.gui.pages.moving.presenter import MovingPresenter
from bip_desktop.gui.tasks import TaskRunner
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import add_citizen
from tests.services.test_between_laptops import Laptop, Two, made

__all__ = ["made"]
Show = Callable[[QWidget], MainWindow]


class Pages:
    """The page on each of the two laptops."""

    def __init__(self, two: Two, tasks: TaskRunner, show: Show, go: RecordedWays, qtbot: QtBot) -> None:
        self.two, self._tasks, self._show, self._go, self._qtbot = two, tasks, show, go, qtbot
        self._kept: list[object] = []

    def of(self, laptop: Laptop, who: str = "") -> MovingPage:
        whose = [row.citizen.citizen_id for row in laptop.desk.caseload.view().rows if row.citizen.name == who]
        presenter = MovingPresenter(laptop.desk, self._go, self._tasks, *whose)
        self._kept.append(presenter)
        self._show(presenter.page)
        presenter.page.ask_folder = lambda *_: str(self.two.stick)  # type: ignore[method-assign]
        return presenter.page

    def choose(self, page: MovingPage, made: QPushButton, form: str) -> None:
        [file] = self.two.stick.glob(form)
        page.ask_file = lambda *_: str(file)  # type: ignore[method-assign]
        self.press(made)

    def press(self, made: QPushButton) -> None:
        assert made.isVisible()
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    def wait(self, fact: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(fact)

    def until(self, page: MovingPage, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in texts(page))


def texts(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible()).replace("\u200b", "")


@pytest.fixture
def pages(
    made: Path,
    tmp_path: Path,
    tasks: TaskRunner,
    show: Show,
    go: RecordedWays,
    qtbot: QtBot,
) -> Iterator[Pages]:
    two = Two(made, tmp_path)
    for number, name in enumerate(("Henrik Opdigtet", "Mette Opdigtet", "Sara Opdigtet")):
        add_citizen(two.karen.desk, name, f"{number + 10}0180", f"S-{number}")
    yield Pages(two, tasks, show, go, qtbot)
    tasks.shut_down()
    two.close()


def test_a_citizen_goes_all_the_way_by_the_pages_alone(pages: Pages) -> None:
    two = pages.two
    karen = pages.of(two.karen, "Mette Opdigtet")
    assert karen.chosen == [1]
    assert karen.colleague.currentText() == "Anna Opdigtet (computer d4e5f6)"
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til Anna Opdigtet.")
    assert "1 borger til Anna Opdigtet" in texts(karen)
    assert [karen.citizens.item(n).text() for n in range(karen.citizens.count())] == [
        "Henrik Opdigtet · S-0",
        "Sara Opdigtet · S-2",
    ]
    anna = pages.of(two.anna)
    assert "Du har ingen borgere, der kan gives videre." in texts(anna)
    pages.choose(anna, anna.choose_file, "*.age")
    pages.until(anna, "Karen Opdigtet giver dig 1 borger")
    assert anna.people.texts() == [["Mette Opdigtet · S-1", "0"]]
    assert two.karen.desk.enrolling.card().fingerprint in texts(anna)
    assert anna.accept.text() == "Tegnene er ens: tag imod"
    assert two.anna.desk.caseload.view().rows == ()
    pages.press(anna.accept)
    pages.until(anna, "Svaret ligger i")
    assert [row.citizen.name for row in two.anna.desk.caseload.view().rows] == ["Mette Opdigtet"]
    pages.choose(karen, karen.read_reply, "bip-svar*")
    pages.until(karen, "Din kollega har taget imod. De står ikke længere her.")
    assert [row.citizen.name for row in two.karen.desk.caseload.view().rows] == ["Henrik Opdigtet", "Sara Opdigtet"]


def test_a_file_can_be_turned_down(pages: Pages) -> None:
    karen = pages.of(pages.two.karen, "Mette Opdigtet")
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til")
    anna = pages.of(pages.two.anna)
    pages.choose(anna, anna.choose_file, "*.age")
    pages.until(anna, "giver dig 1 borger")
    pages.press(anna.decline)
    pages.until(anna, "afvist")
    pages.choose(karen, karen.read_reply, "bip-svar*")
    pages.until(karen, "Din kollega har afvist. De er dine igen.")
    assert karen.citizens.count() == 3


def test_one_who_is_here_already_is_said_and_the_file_can_be_turned_down(pages: Pages) -> None:
    add_citizen(pages.two.anna.desk, "Mette Opdigtet", "110180")
    karen = pages.of(pages.two.karen, "Mette Opdigtet")
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til")
    anna = pages.of(pages.two.anna)
    pages.choose(anna, anna.choose_file, "*.age")
    pages.until(anna, "giver dig 1 borger")
    pages.press(anna.accept)
    pages.until(anna, "En af borgerne findes her i forvejen. Intet er ændret.")
    pages.press(anna.decline)
    pages.until(anna, "afvist")


def test_what_is_missing_is_said_before_anything_is_sealed(pages: Pages) -> None:
    karen = pages.of(pages.two.karen)
    pages.press(karen.give)
    assert "Sæt kryds ved dem, du vil give videre." in texts(karen)
    karen.citizens.item(0).setCheckState(Qt.CheckState.Checked)
    pages.press(karen.give)
    assert "Vælg en grund." in texts(karen)
    assert pages.two.karen.desk.between_laptops.out() == []


def test_a_click_on_a_name_ticks_it(pages: Pages) -> None:
    karen = pages.of(pages.two.karen)
    place = karen.citizens.visualItemRect(karen.citizens.item(1)).center()
    QTest.mouseClick(karen.citizens.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert karen.chosen == [1]
    QTest.mouseClick(karen.citizens.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert karen.chosen == []
    karen.citizens.setFocus()
    karen.citizens.setCurrentRow(2)
    QTest.keyClick(karen.citizens, Qt.Key.Key_Space)
    assert karen.chosen == [2]


def test_a_colleagues_card_is_compared_first(pages: Pages) -> None:
    anna = pages.of(pages.two.anna)
    pages.two.karen.desk.enrolling.write_card(pages.two.stick)
    pages.choose(anna, anna.fetch_card, "*a1b2c3.json")
    assert "Karen Opdigtet (computer a1b2c3)" in texts(anna)
    assert pages.two.karen.desk.enrolling.card().fingerprint in texts(anna)
    pages.press(anna.refuse_card)
    assert pages.two.anna.desk.between_laptops.colleagues() == []
    pages.choose(anna, anna.fetch_card, "*a1b2c3.json")
    pages.press(anna.accept_card)
    assert [each.holder for each in pages.two.anna.desk.between_laptops.colleagues()] == ["Karen Opdigtet"]


def test_a_wrong_file_is_said_and_changes_nothing(pages: Pages) -> None:
    anna = pages.of(pages.two.anna)
    (pages.two.stick / "hej.age").write_bytes(b"hej")
    pages.choose(anna, anna.choose_file, "hej.age")
    pages.until(anna, "Filen hej.age er ikke til denne computer. Intet er ændret.")


def test_a_lost_file_is_written_again(pages: Pages) -> None:
    karen = pages.of(pages.two.karen, "Mette Opdigtet")
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til")
    [file] = pages.two.stick.glob("*.age")
    shutil.rmtree(pages.two.stick)
    pages.two.stick.mkdir()
    [again] = karen.ways.buttons
    pages.press(again)
    pages.wait(file.exists)
    assert f"Filen ligger i {file}" in texts(karen)


def test_citizens_are_taken_back_after_a_warning(pages: Pages) -> None:
    karen = pages.of(pages.two.karen, "Mette Opdigtet")
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til")
    [lost] = karen.ways.others
    pages.press(lost)
    assert "Ellers står de to steder." in texts(karen)
    assert karen.citizens.count() == 2
    pages.press(karen.take_back)
    pages.until(karen, "De er dine igen.")
    assert karen.citizens.count() == 3


def test_the_citizens_page_says_who_is_on_the_way_and_offers_nothing(
    pages: Pages, show: Show, go: RecordedWays
) -> None:
    karen = pages.of(pages.two.karen, "Mette Opdigtet")
    [citizen] = [
        row.citizen for row in pages.two.karen.desk.caseload.view().rows if row.citizen.name == "Mette Opdigtet"
    ]
    before = CitizenPresenter(pages.two.karen.desk, go, citizen.citizen_id)
    show(before.page)
    assert before.page.primary.isVisible()
    pages.press(before.page.moving)
    assert go.ways[-1] == ("moving", citizen.citizen_id)
    show(karen)
    karen.reason.setCurrentIndex(0)
    pages.press(karen.give)
    pages.until(karen, "Giv den til")
    after = CitizenPresenter(pages.two.karen.desk, go, citizen.citizen_id)
    show(after.page)
    assert "På vej til en anden computer. Her kan du kun læse, indtil din kollega har svaret." in texts(after.page)
    offered = {each.text() for each in after.page.findChildren(QPushButton) if each.isVisible()}
    assert offered == {"← Mine borgere", "Lås", "Dine svar (S2–S12)"}  # to read, and nothing else
