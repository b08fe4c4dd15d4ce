# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pages of the citizen's rights: what each person can ask for and do there, and whether all of it fits."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Benefit, Citizen, Outcome
from bip_desktop.domain.citizen_rights import RightKind
from bip_desktop.domain.questionnaire import Step
from bip_desktop.domain.rights import Role
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.navigation import Presenter
from bip_desktop.gui.pages.citizen_rights.presenter import CitizenRightsPresenter
from bip_desktop.gui.pages.deadlines.presenter import DeadlinesPresenter
from bip_desktop.gui.pages.information.presenter import InformationPresenter
from bip_desktop.gui.pages.meeting.presenter import MeetingPresenter
from bip_desktop.gui.pages.rights_cases.presenter import RightsCasesPresenter
from bip_desktop.gui.widgets.item_editors import ScaleEditor
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from tests.gui import fitting
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

Show = Callable[[QWidget], MainWindow]
AGREED = Agreement(
    goals=("Finde et arbejde, hvor jeg kan være noget for andre",),
    tasks=(Task(Who.CITIZEN, "Ringe til den arbejdsplads, vi talte om"),),
)
EVERY_SCALE = pytest.mark.parametrize("scale", fitting.SCALES)
EVERY_SIZE = pytest.mark.parametrize("size", fitting.SIZES, ids=str)


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    """The next test begins at 100 %."""
    yield
    fitting.set_text(app, 100)


@pytest.fixture
def desk(unlocked: Unlocked, places: Places, calendar: Calendar) -> Desk:
    """Karen, who is everything here."""
    with unlocked.store.writing() as work:
        work.rights.set_roles(KAREN.caseworker_id, frozenset(Role))
    return open_desk(unlocked, places, calendar)


@pytest.fixture
def henrik(desk: Desk, calendar: Calendar) -> Citizen:
    found = add_citizen(desk)
    held = Held(citizen_answers(), caseworker_answers(), AGREED)
    hold_meeting(desk, calendar, found.citizen_id, weeks_before(NOW, 7), held)
    return found


@pytest.fixture
def page(show: Show, desk: Desk, go: RecordedWays, henrik: Citizen) -> CitizenRightsPresenter:
    made = CitizenRightsPresenter(desk, go, henrik.citizen_id)
    show(made.page)
    return made


def texts(root: QWidget) -> list[str]:
    """What can be read, once the page has settled."""
    for _ in range(3):
        QApplication.processEvents()
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible()]


def words_of(pdf: Path) -> str:
    """What stands in a PDF, as another program reads it."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("another program has to read the PDF: pdftotext is not here")
    found = subprocess.run([reader, "-layout", str(pdf), "-"], capture_output=True, check=True)
    return re.sub(r"\s+", " ", found.stdout.decode())


# -- the caseworker's page ---------------------------------------------------------------------------------------------


def test_she_asks_for_access_once_and_sees_whose_turn_it_is(page: CitizenRightsPresenter, go: RecordedWays) -> None:
    """Fails where a case under way can be asked for again."""
    page.page.access.click()
    assert "Venter på teamlederen." in texts(page.page)
    assert "Bedt om 21. november 2026 af Karen Opdigtet" in texts(page.page)
    assert not page.page.access.isVisible()
    assert page.page.erasure.isVisible()
    assert go.notices == []


def test_an_erasure_is_asked_for_twice(page: CitizenRightsPresenter, desk: Desk, henrik: Citizen) -> None:
    """Fails where one click asks for it."""
    page.page.erasure.click()
    assert desk.citizen_rights.of(henrik.citizen_id) == []
    page.page.erasure_undone.click()
    assert not page.page.erasure_sure.isVisible()
    page.page.erasure.click()
    page.page.erasure_sure.click()
    [line] = desk.citizen_rights.of(henrik.citizen_id)
    assert line.case.kind is RightKind.ERASURE
    assert not page.page.erasure.isVisible()


def test_the_archive_copy_holds_both_sides_and_no_cpr(
    page: CitizenRightsPresenter, tmp_path: Path, henrik: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where one side's answers or the agreement are left out, or the name proposed says who it is."""
    proposed: list[str] = []

    def ask(parent: QWidget, title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "ud"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.page.archive.click()
    words = words_of(tmp_path / "ud.pdf")
    for said in ("B1 ", "B11 ", "S1 ", "S12 ", "140 kr. i timen før skat", AGREED.goals[0], AGREED.tasks[0].what):
        assert said in words, said
    assert henrik.cpr.digits[6:] not in words
    assert "Henrik" not in proposed[0]
    assert "Arkivudskriften er gemt ✓" in texts(page.page)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["ud.pdf"]


def test_a_name_and_a_benefit_are_put_right(page: CitizenRightsPresenter, desk: Desk, henrik: Citizen) -> None:
    card = page.page.details
    card._name.setText("  ")
    card.keep.click()
    assert card.name.problem.isVisible()
    card._name.setText("Henrik  Nyopdigtet")
    card._benefit.setCurrentIndex(list(Benefit).index(Benefit.RESSOURCEFORLOEB))
    card.keep.click()
    now = desk.caseload.citizen(henrik.citizen_id)
    assert (now.name, now.benefit, now.case_number) == ("Henrik Nyopdigtet", Benefit.RESSOURCEFORLOEB, "S-1001")


def test_a_mistaken_answer_gets_the_right_one_beside_it(
    page: CitizenRightsPresenter, desk: Desk, henrik: Citizen
) -> None:
    """Fails where the first answer is written over, or the caseload keeps counting with it."""
    card = page.page.answers
    assert card is not None
    assert isinstance(card.editor, ScaleEditor)
    assert not card.keep.isEnabled(), "nothing is put right yet"
    card.editor.steps[0].click()
    card.keep.click()
    [meeting] = desk.caseload.meetings(henrik.citizen_id)
    measured = desk.correcting.measured(meeting.meeting_id)
    assert (measured.blind["B1"], measured.later["B1"]) == (Step(4), Step(1))
    assert meeting.revision == 2, "the centre hears of it"
    card.question.setCurrentIndex(1)
    assert "B2" in card.question.currentText()
    assert card.before.text().startswith(measured.instrument.item("B2").question.in_language("da"))


# -- the cases ---------------------------------------------------------------------------------------------------------


def test_access_is_two_files_named_after_nobody(
    show: Show, desk: Desk, go: RecordedWays, henrik: Citizen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where the case is closed before the files are there, or a name stands in a file's name."""
    case = desk.citizen_rights.prepare(henrik.citizen_id, RightKind.ACCESS)
    made = RightsCasesPresenter(desk, go)
    show(made.page)
    made.page.steps[case.case_id].click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "missing"))
    made.page.steps[case.case_id].click()
    assert [each.code.value for each in go.notices] == ["print.file"]
    (tmp_path / "ud").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "ud"))
    made.page.steps[case.case_id].click()
    files = sorted((tmp_path / "ud").iterdir())
    assert [each.suffix for each in files] == [".json", ".pdf"]
    assert not any(word in each.name for each in files for word in ("Henrik", henrik.cpr.digits, henrik.case_number))
    assert json.loads(files[0].read_bytes())["citizen"]["name"] == henrik.name
    words = words_of(files[1])
    for said in (henrik.name, "S12 ", AGREED.goals[0], "Ingen uden for dette jobcenter", "Oprettet"):
        assert said in words, said
    assert made.page.steps == {}
    assert "Der er ingen sager i gang." in texts(made.page)


def test_nobody_is_offered_both_steps_of_an_erasure(show: Show, desk: Desk, go: RecordedWays, henrik: Citizen) -> None:
    case = desk.citizen_rights.prepare(henrik.citizen_id, RightKind.ERASURE)
    made = RightsCasesPresenter(desk, go)
    show(made.page)
    made.page.steps[case.case_id].click()
    assert made.page.steps == {}
    assert "Venter på administratoren: en anden end den, der godkendte." in texts(made.page)


def test_what_cannot_be_taken_back_is_asked_first(
    show: Show,
    unlocked: Unlocked,
    places: Places,
    calendar: Calendar,
    desk: Desk,
    go: RecordedWays,
    henrik: Citizen,
) -> None:
    """Fails where one click erases."""
    case = desk.citizen_rights.prepare(henrik.citizen_id, RightKind.ERASURE)
    desk.citizen_rights.approve(case.case_id)
    with unlocked.store.writing() as work:
        work.rights.set_roles(BO.caseworker_id, frozenset({Role.ADMINISTRATOR}))
    bo = open_desk(replace(unlocked, caseworker=BO), places, calendar)
    made = RightsCasesPresenter(bo, go)
    show(made.page)
    made.page.steps[case.case_id].click()
    assert desk.caseload.citizen(henrik.citizen_id).name == henrik.name
    assert made.page.sure is not None
    made.page.sure.click()
    assert "Borgeren er slettet. Der er taget en sikkerhedskopi lige før." in texts(made.page)
    assert made.page.done.texts()[0][:2] == ["Sletning", "Borgeren er slettet"]


# -- deadlines, and what the citizen is told ---------------------------------------------------------------------------


def test_a_deadline_lists_and_a_person_confirms(
    show: Show, desk: Desk, go: RecordedWays, henrik: Citizen, calendar: Calendar
) -> None:
    desk.caseload.close_course(henrik.citizen_id, Outcome.JOB, NOW.date())
    calendar.now += timedelta(days=800)
    made = DeadlinesPresenter(desk, go)
    show(made.page)
    assert "I har ingen frist, så intet forløb er over den." in texts(made.page)
    assert not made.page.confirm_courses.isVisible()
    made.page.courses.setText("mange")
    made.page.keep.click()
    assert made.page.courses_row.problem.isVisible()
    made.page.courses.setText("2")
    made.page.keep.click()
    assert made.page.table.texts() == [["Sagsnummer S-1001", "21. november 2026"]]
    made.page.confirm_courses.click()
    [line] = desk.citizen_rights.all()
    assert line.case.kind is RightKind.ERASURE
    assert not made.page.confirm_courses.isVisible()


def test_the_municipalitys_words_are_shown_and_written_down(
    show: Show, desk: Desk, go: RecordedWays, henrik: Citizen
) -> None:
    """Fails where the draft is not called one, or what was shown is not written down."""
    under_way = desk.measuring.start(henrik.citizen_id)
    welcome = MeetingPresenter(desk, go, under_way)
    show(welcome.page)
    welcome.begin()
    assert "Teksten er et udkast. Kommunen har ikke skrevet sin egen endnu." in texts(welcome.page)
    made = InformationPresenter(desk, go)
    show(made.page)
    made.page.text.setPlainText("Kommunen gemmer dine svar i din sag.")
    made.page.adopt.click()
    assert "I bruger tekst nr. 1." in texts(made.page)
    welcome = MeetingPresenter(desk, go, under_way)
    show(welcome.page)
    welcome.begin()
    assert "Kommunen gemmer dine svar i din sag." in texts(welcome.page)
    assert not any("udkast" in each for each in texts(welcome.page))
    assert [each.version for each in desk.informing.of(henrik.citizen_id)] == ["0", "1"]
    page = CitizenRightsPresenter(desk, go, henrik.citizen_id)
    show(page.page)
    assert "21. november 2026 kl. 09.30: tekst nr. 1" in texts(page.page)


# -- every size --------------------------------------------------------------------------------------------------------


@pytest.mark.timeout(120)
@EVERY_SCALE
@EVERY_SIZE
def test_every_page_fits(
    app: QApplication,
    show: Show,
    desk: Desk,
    go: RecordedWays,
    henrik: Citizen,
    calendar: Calendar,
    size: tuple[int, int],
    scale: int,
) -> None:
    for kind in (RightKind.ACCESS, RightKind.ERASURE):
        case = desk.citizen_rights.prepare(henrik.citizen_id, kind)
        desk.citizen_rights.approve(case.case_id)
    desk.caseload.close_course(add_citizen(desk, "Sara Opdigtet", "020280", "").citizen_id, Outcome.JOB, NOW.date())
    desk.retention.set_years(1, 1)
    calendar.now += timedelta(days=400)
    fitting.set_text(app, scale)
    for make in PAGES:
        made = make(desk, go, henrik)
        window = show(made.page)
        fitting.at_size(window, size)
        assert [each for each in fitting.faults(made.page) if not each.startswith("scrolls to the side")] == []


PAGES: tuple[Callable[[Desk, RecordedWays, Citizen], Presenter], ...] = (
    lambda desk, go, citizen: CitizenRightsPresenter(desk, go, citizen.citizen_id),
    lambda desk, go, _: RightsCasesPresenter(desk, go),
    lambda desk, go, _: DeadlinesPresenter(desk, go),
    lambda desk, go, _: InformationPresenter(desk, go),
)
