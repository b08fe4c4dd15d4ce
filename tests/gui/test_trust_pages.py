# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Access, the recovery key, the log, spot checks, a colleague's citizen: clicked through in the real window, with the
keys and the database really changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.audit import Event, Happened
from bip_desktop.domain.citizen import Citizen
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.recovery_key import RecoveryKey
from bip_desktop.domain.rights import Role
from bip_desktop.gui.key_printing import paint_recovery_key, recovery_key_document
from bip_desktop.gui.pages.administration.page import AdministrationPage
from bip_desktop.gui.pages.assigning.page import AssigningPage
from bip_desktop.gui.pages.caseload.page import CaseloadPage
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.pages.finding.page import FindingPage
from bip_desktop.gui.pages.first_start.page import FirstStartPage
from bip_desktop.gui.pages.passphrase.page import PassphrasePage
from bip_desktop.gui.pages.recovery_key.page import RecoveryKeyPage
from bip_desktop.gui.pages.recovery_key.presenter import RecoveryKeyPresenter
from bip_desktop.gui.pages.settings.page import SettingsPage
from bip_desktop.gui.pages.spot_checks.page import SpotChecksPage
from bip_desktop.gui.pages.unlock.page import UnlockPage
from bip_desktop.gui.pages.use_log.page import UseLogPage
from bip_desktop.gui.pages.users.page import UsersPage
from bip_desktop.gui.shell import Shell
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.paths import Places
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.vault import FolderVault
from tests.gui import fitting
from tests.gui.conftest import ROOT
from tests.gui.invented_work import BO, KAREN, NOW, PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import end, shell_over, shown

HERS = "syv gule cykler i regn"
NEW = "otte blå skyer over byen"
PURPOSE = "Vikar for Karen i uge 48"


@pytest.fixture
def inside(app: QApplication, vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Shell]:
    """The program with Karen at it, opening the database itself each time."""
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    unlock(shell, PASSPHRASE)
    yield shell
    end(shell)


def wait(shell: Shell) -> None:
    """Until keys and database are made."""
    for _ in range(600):
        QTest.qWait(10)
        if not shell.tasks.is_running:
            QApplication.processEvents()
            return
    raise AssertionError("it takes too long")


def unlock(shell: Shell, secret: str) -> None:
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.setText(secret)
    page.unlock.click()
    wait(shell)


def on(shell: Shell, kind: type) -> object:
    assert isinstance(shell.window.page, kind), f"{type(shell.window.page).__name__} is shown"
    return shell.window.page


def fill(form_row: FormRow, text: str) -> None:
    assert isinstance(form_row.field, QLineEdit)
    form_row.field.setText(text)


def opens(vault: FolderVault, secret: str) -> bool:
    try:
        store, _ = vault.open(secret)
    except BipError as error:
        if error.code is Code.PASSPHRASE_WRONG:
            return False
        raise
    store.close()
    return True


def make_recovery_key(shell: Shell, secret: str = PASSPHRASE) -> RecoveryKey:
    """Through the page, as a person does who has copied it."""
    shell.recovery_key("")
    page = on(shell, RecoveryKeyPage)
    assert isinstance(page, RecoveryKeyPage)
    key = RecoveryKey(tuple(each.text() for each in page.key.findChildren(QLabel) if len(each.text()) == 5))
    page.written.click()
    for number, form_row in page.groups.items():
        fill(form_row, key.groups[number - 1].lower())
    fill(page.secret, secret)
    page.keep.click()
    wait(shell)
    return key


# -- the recovery key -------------------------------------------------------------------------------------------------


def test_the_first_start_ends_with_a_recovery_key_that_opens(
    app: QApplication, tmp_path: Path, calendar: Calendar
) -> None:
    """Fails where the key is kept before it is typed back, or another one than the one shown."""
    places = Places(tmp_path / "new")
    vault = FolderVault(places.folder, ROOT / "db")
    shell = shell_over(app, vault, lambda unlocked: open_desk(unlocked, places, calendar))
    shell.begin()
    shown(shell)
    first = on(shell, FirstStartPage)
    assert isinstance(first, FirstStartPage)
    for form_row, text in zip(
        first.rows, ("Karen Opdigtet", "", "Jobcenter Nordby", PASSPHRASE, PASSPHRASE, "2468"), strict=True
    ):
        fill(form_row, text)
    first.begin.click()
    wait(shell)
    page = on(shell, RecoveryKeyPage)
    assert isinstance(page, RecoveryKeyPage)
    presenter = shell.presenter
    assert isinstance(presenter, RecoveryKeyPresenter)
    key = presenter._key
    assert [each.text() for each in page.key.findChildren(QLabel) if len(each.text()) == 5] == list(key.groups)
    page.written.click()
    assert not page.key.isVisible()
    assert len(page.groups) == 2
    for form_row in page.groups.values():
        fill(form_row, "AAAAA")
    page.keep.click()
    wait(shell)
    assert any(each.problem.isVisible() for each in page.groups.values())
    assert not opens(vault, key.written), "what was not typed back opens nothing"
    for number, form_row in page.groups.items():
        fill(form_row, f" {key.groups[number - 1].lower()} ")
    page.keep.click()
    wait(shell)
    on(shell, CaseloadPage)
    shell.lock()
    assert opens(vault, key.written)
    assert opens(vault, PASSPHRASE)
    end(shell)


def test_whoever_forgot_unlocks_with_the_recovery_key_and_chooses_a_new_passphrase(
    inside: Shell, vault: FolderVault
) -> None:
    """Fails where the way after the key does not lead to a new passphrase."""
    key = make_recovery_key(inside)
    inside.lock()
    page = on(inside, UnlockPage)
    assert isinstance(page, UnlockPage)
    page.forgotten.click()
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    unlock(inside, key.written)
    changing = on(inside, PassphrasePage)
    assert isinstance(changing, PassphrasePage)
    assert not changing.present.isVisible()
    fill(changing.new, "kort")
    fill(changing.again, "kort")
    changing.change.click()
    wait(inside)
    assert changing.new.problem.isVisible()
    fill(changing.new, NEW)
    fill(changing.again, NEW)
    changing.change.click()
    wait(inside)
    on(inside, CaseloadPage)
    inside.lock()
    assert (opens(vault, NEW), opens(vault, PASSPHRASE), opens(vault, key.written)) == (True, False, True)


def test_a_new_key_takes_the_place_of_the_old_and_the_drill_tells_them_apart(inside: Shell, vault: FolderVault) -> None:
    first = make_recovery_key(inside)
    second = make_recovery_key(inside)
    assert not opens(vault, first.written)
    inside.users()
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    for key, fits in ((first, False), (second, True)):
        fill(page.tried, key.written)
        page.try_key.click()
        wait(inside)
        assert page.tried.problem.isVisible() is not fits
    assert "✓" in page.tried.help.text()


def test_the_paper_holds_the_whole_key_and_goes_to_the_printer_alone(app: QApplication, tmp_path: Path) -> None:
    """Fails where a group is left out, or where a file is written on the way."""
    key = RecoveryKey.random()
    said = recovery_key_document(key, "Jobcenter Nordby").toPlainText()
    assert all(group in said for group in key.groups)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    before = set(tmp_path.rglob("*"))
    paint_recovery_key(QPdfWriter(buffer), key, "Jobcenter Nordby")
    assert bytes(buffer.data().data()).startswith(b"%PDF")
    assert set(tmp_path.rglob("*")) == before


# -- users ------------------------------------------------------------------------------------------------------------


def _added(shell: Shell, *roles: Role, name: str = "Ida Opdigtet") -> None:
    shell.users()
    page = on(shell, UsersPage)
    assert isinstance(page, UsersPage)
    page.add.click()
    panel = page.panel
    assert panel is not None
    fill(panel.name, name)
    fill(panel.passphrase, HERS)
    fill(panel.repeated, HERS)
    fill(panel.pin, "1357")
    fill(panel.secret, PASSPHRASE)
    for role, box in panel.roles.items():
        box.setChecked(role in roles)
    panel.do.click()
    wait(shell)


def test_a_new_user_unlocks_with_her_own_passphrase_and_sees_what_her_roles_say(
    inside: Shell, vault: FolderVault
) -> None:
    """Fails where the slot or the roles are not written."""
    _added(inside, Role.TEAM_LEADER)
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    assert page.done.isVisible()
    inside.lock()
    unlock(inside, HERS)
    administration = on(inside, AdministrationPage)
    assert isinstance(administration, AdministrationPage)
    assert set(administration.buttons) == {"spot_checks", "assigning", "finding", "rights"}
    inside.use_log()
    on(inside, AdministrationPage)
    assert inside.window.notices.isVisible(), "what she has no right to is refused, and says so"


def test_somebody_elses_passphrase_adds_nobody(inside: Shell, vault: FolderVault) -> None:
    inside.users()
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    page.add.click()
    panel = page.panel
    assert panel is not None
    for form_row, text in (
        (panel.name, "Ida Opdigtet"),
        (panel.passphrase, HERS),
        (panel.repeated, HERS),
        (panel.pin, "1357"),
        (panel.secret, "en helt anden sætning"),
    ):
        fill(form_row, text)
    panel.do.click()
    wait(inside)
    assert panel.secret.problem.isVisible()
    assert not opens(vault, HERS)
    assert inside.desk is not None
    assert [each.caseworker.name for each in inside.desk.administering.users().people] == [BO.name, KAREN.name]


def test_a_colleague_known_by_name_keeps_her_citizens_when_she_gets_access(inside: Shell) -> None:
    """Bo has been given citizens; he becomes a user and not a second Bo."""
    inside.users()
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    page.buttons["invite", BO.caseworker_id].click()
    panel = page.panel
    assert panel is not None
    for form_row, text in (
        (panel.passphrase, HERS),
        (panel.repeated, HERS),
        (panel.pin, "1357"),
        (panel.secret, PASSPHRASE),
    ):
        fill(form_row, text)
    panel.do.click()
    wait(inside)
    inside.lock()
    unlock(inside, HERS)
    on(inside, CaseloadPage)
    assert inside.desk is not None
    assert inside.desk.access.me == BO.caseworker_id


def test_whoever_is_removed_is_shut_out_and_everybody_else_gets_in(inside: Shell, vault: FolderVault) -> None:
    """Fails where the slot stays, or where the database keeps its old key."""
    _added(inside, Role.CASEWORKER)
    key = make_recovery_key(inside)
    inside.users()
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    [(_, hers)] = [each for each in page.buttons if each[0] == "remove"]
    page.buttons["remove", hers].click()
    panel = page.panel
    assert panel is not None
    fill(panel.secret, PASSPHRASE)
    panel.do.click()
    wait(inside)
    on(inside, UnlockPage)
    assert (opens(vault, HERS), opens(vault, PASSPHRASE), opens(vault, key.written)) == (False, True, True)


def test_the_last_administrator_stays_one(inside: Shell) -> None:
    inside.users()
    page = on(inside, UsersPage)
    assert isinstance(page, UsersPage)
    page.buttons["roles", KAREN.caseworker_id].click()
    panel = page.panel
    assert panel is not None
    panel.roles[Role.ADMINISTRATOR].setChecked(False)
    panel.do.click()
    wait(inside)
    assert panel.problem.isVisible()
    assert inside.desk is not None
    karen = next(each for each in inside.desk.administering.users().people if each.caseworker == KAREN)
    assert Role.ADMINISTRATOR in karen.roles


# -- administration, log, spot checks ---------------------------------------------------------------------------------


def sit(unlocked: Unlocked, *roles: Role) -> None:
    with unlocked.store.writing() as work:
        work.rights.set_roles(KAREN.caseworker_id, frozenset(roles))


@pytest.fixture
def seat(
    app: QApplication, vault: FolderVault, unlocked: Unlocked, places: Places, calendar: Calendar
) -> Iterator[Callable[..., Shell]]:
    """The program with Karen in it, who has these roles; the database stays open beside it."""
    made: list[Shell] = []

    def take(*roles: Role) -> Shell:
        sit(unlocked, *roles)
        shell = shell_over(app, vault, lambda _: open_desk(unlocked, places, calendar))
        shell.unlocked(unlocked)
        made.append(shown(shell))
        return shell

    yield take
    for each in made:
        end(each)


@pytest.mark.parametrize(
    ("roles", "cards"),
    [
        ((Role.CASEWORKER,), None),
        ((Role.CASEWORKER, Role.TEAM_LEADER), {"spot_checks", "assigning", "rights"}),
        ((Role.CASEWORKER, Role.ADMINISTRATOR), {"users", "backups", "log", "rights", "deadlines", "information"}),
        (tuple(Role), {"users", "backups", "log", "spot_checks", "assigning", "rights", "deadlines", "information"}),
    ],
)
def test_the_quiet_entry_is_there_for_those_with_the_role(
    seat: Callable[..., Shell], roles: tuple[Role, ...], cards: set[str] | None
) -> None:
    shell = seat(*roles)
    page = on(shell, CaseloadPage)
    assert isinstance(page, CaseloadPage)
    assert page.administration.isVisible() is (cards is not None)
    if cards is not None:
        page.administration.click()
        administration = on(shell, AdministrationPage)
        assert isinstance(administration, AdministrationPage)
        assert set(administration.buttons) == cards
        for key in cards - {"backups"}:
            shell.administration()
            again = on(shell, AdministrationPage)
            assert isinstance(again, AdministrationPage)
            again.buttons[key].click()
            assert not isinstance(shell.window.page, AdministrationPage)


def test_the_log_says_in_words_who_did_what_and_that_nobody_has_been_at_it(
    seat: Callable[..., Shell], unlocked: Unlocked, qtbot: QtBot
) -> None:
    """Fails where the check does not look at the stored rows: one is changed behind its back."""
    shell = seat(Role.CASEWORKER, Role.ADMINISTRATOR)
    shell.use_log()
    page = on(shell, UseLogPage)
    assert isinstance(page, UseLogPage)
    said = [line[2] for line in page.table.texts()]
    assert "Låste op" in said
    assert "Så listen over egne borgere" in said
    page.search.setText("låste op")
    assert {line[2] for line in page.table.texts()} == {"Låste op"}
    page.check.click()
    qtbot.waitUntil(page.verdict.isVisible)
    assert page.verdict.text().startswith("Alle")
    store = unlocked.store
    with store._writer.begin() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE audit_entry SET detail = 'card' WHERE seq = 1")
    page.verdict.hide()
    page.check.click()
    qtbot.waitUntil(page.verdict.isVisible)
    assert "ikke hel: fra hændelse 1 " in page.verdict.text()


def test_every_event_has_its_words(app: QApplication) -> None:
    """Fails where a new kind of event is forgotten."""
    from bip_desktop.domain.audit import START, linked
    from bip_desktop.gui import log_words
    from bip_desktop.services.auditing import LogLine

    said = [log_words.happened(LogLine(linked(START, NOW, "a", Event(each), "", ""), "Karen")) for each in Happened]
    assert all(said)
    assert "Ukendt hændelse" not in said


def test_the_team_leader_signs_each_month_off_once(seat: Callable[..., Shell], unlocked: Unlocked) -> None:
    with unlocked.store.writing() as work:
        for number in range(30):
            moment = datetime.fromisoformat("2026-10-01T09:00") + timedelta(hours=number)
            work.audit.append(BO.caseworker_id, moment, [Event(Happened.READ, "c1", "card")])
    shell = seat(Role.CASEWORKER, Role.TEAM_LEADER)
    shell.spot_checks()
    page = on(shell, SpotChecksPage)
    assert isinstance(page, SpotChecksPage)
    assert list(page.signs) == ["2026-10"]
    assert len(page.tables["2026-10"].texts()) == 10
    page.remarks["2026-10"].setText("Set igennem")
    page.signs["2026-10"].click()
    again = on(shell, SpotChecksPage)
    assert isinstance(again, SpotChecksPage)
    assert again.nothing.isVisible()
    with unlocked.store.reading() as work:
        [check] = work.audit.spot_checks()
    assert (check.signed_by, check.remark) == (KAREN.caseworker_id, "Set igennem")


def test_the_team_leader_moves_a_leavers_citizens_without_seeing_them(
    seat: Callable[..., Shell], unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    bo = open_desk(replace(unlocked, caseworker=BO), places, calendar)
    moved = [add_citizen(bo, f"Borger {n} Opdigtet", f"{n + 1:02d}0180") for n in range(3)]
    shell = seat(Role.TEAM_LEADER)
    shell.assigning()
    page = on(shell, AssigningPage)
    assert isinstance(page, AssigningPage)
    assert [page.giver.itemText(place) for place in range(page.giver.count())] == [f"{BO.name} (3 borgere)"]
    page.taker.setCurrentText(KAREN.name)
    page.move_them.click()
    assert KAREN.name in page.said.text()
    assert not [each for each in moved for text in page.findChildren(QLabel) if each.name in text.text()]
    with unlocked.store.reading() as work:
        assert {work.rights.owner(each.citizen_id) for each in moved} == {KAREN.caseworker_id}


def test_her_own_look_ups_name_her_own_citizens(seat: Callable[..., Shell]) -> None:
    shell = seat(Role.CASEWORKER)
    assert shell.desk is not None
    henrik = add_citizen(shell.desk)
    shell.citizen(henrik.citizen_id)
    shell.settings()
    settings = on(shell, SettingsPage)
    assert isinstance(settings, SettingsPage)
    settings.look_ups.click()
    page = on(shell, UseLogPage)
    assert isinstance(page, UseLogPage)
    assert ["Åbnede en borger", henrik.name] in [line[2:4] for line in page.table.texts()]
    assert "Kontrollér hele loggen" not in [each.text() for each in page.findChildren(QPushButton)]


# -- a colleague's citizen --------------------------------------------------------------------------------------------


@pytest.fixture
def hers(unlocked: Unlocked, places: Places, calendar: Calendar) -> Citizen:
    """A citizen of Bo's."""
    return add_citizen(open_desk(replace(unlocked, caseworker=BO), places, calendar), "Malene Opdigtet", "030380")


def test_a_colleagues_citizen_opens_with_a_purpose_and_the_colleague_is_told(
    seat: Callable[..., Shell], hers: Citizen, unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    """Fails where the page opens without a purpose, or nobody is told."""
    shell = seat(Role.CASEWORKER)
    caseload = on(shell, CaseloadPage)
    assert isinstance(caseload, CaseloadPage)
    caseload.search.setText("Malene")
    assert not caseload.colleagues.isVisible(), "there is nobody to search among yet"
    shell.finding("Malene")
    page = on(shell, FindingPage)
    assert isinstance(page, FindingPage)
    page.search.click()
    assert page.purpose.problem.isVisible()
    assert page.opens == {}
    fill(page.purpose, PURPOSE)
    page.search.click()
    see, _ = page.opens[hers.citizen_id]
    assert f"{BO.name}s borger" in " ".join(each.text() for each in page.findChildren(QLabel))
    see.click()
    assert isinstance(shell.presenter, CitizenPresenter)
    shell.start_meeting(hers.citizen_id)
    assert isinstance(shell.presenter, CitizenPresenter), "looking is not holding a meeting"
    bo = open_desk(replace(unlocked, caseworker=BO), places, calendar)
    [told] = bo.access.tidings()
    assert (told.who, told.purpose) == (KAREN.name, PURPOSE)


def test_the_owner_reads_who_and_why_and_takes_it_away(
    seat: Callable[..., Shell], unlocked: Unlocked, places: Places, calendar: Calendar
) -> None:
    shell = seat(Role.CASEWORKER)
    assert shell.desk is not None
    henrik = add_citizen(shell.desk)
    open_desk(replace(unlocked, caseworker=BO), places, calendar).access.break_glass(henrik.citizen_id, PURPOSE)
    shell.caseload()
    page = on(shell, CaseloadPage)
    assert isinstance(page, CaseloadPage)
    assert page.tidings.isVisible()
    for word in (BO.name, henrik.name, PURPOSE):
        assert word in page.tidings.text()
    page.seen.click()
    assert not page.tidings.isVisible()
    shell.caseload()
    again = on(shell, CaseloadPage)
    assert isinstance(again, CaseloadPage)
    assert not again.tidings.isVisible()


# -- fitting ----------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    """The next test begins at 100 %."""
    yield
    fitting.set_text(app, 100)


@pytest.mark.parametrize("scale", fitting.SCALES)
@pytest.mark.parametrize("size", fitting.SIZES, ids=str)
def test_every_page_fits(
    app: QApplication, seat: Callable[..., Shell], hers: Citizen, unlocked: Unlocked, size: tuple[int, int], scale: int
) -> None:
    with unlocked.store.writing() as work:
        for number in range(12):
            moment = datetime.fromisoformat("2026-10-01T09:00") + timedelta(hours=number)
            event = Event(Happened.SEARCHED, "", "hits=1", PURPOSE, "Malene")
            work.audit.append(BO.caseworker_id, moment, [event])
    shell = seat(*Role)
    fitting.set_text(app, scale)
    ways: dict[str, Callable[[], None]] = {
        "administration": shell.administration,
        "users": shell.users,
        "log": shell.use_log,
        "spot checks": shell.spot_checks,
        "assigning": shell.assigning,
        "own look-ups": shell.own_look_ups,
        "recovery key": lambda: shell.recovery_key(""),
        "passphrase": lambda: shell.passphrase(""),
        "finding": lambda: shell.finding("Malene"),
        "settings": shell.settings,
    }
    for name, go in ways.items():
        go()
        fitting.at_size(shell.window, size)
        page = shell.window.page
        assert page is not None
        if isinstance(page, FindingPage):
            fill(page.purpose, PURPOSE)
            page.search.click()
        if isinstance(page, UsersPage):
            page.add.click()
        if isinstance(page, RecoveryKeyPage):
            assert _faults(page) == [], name
            page.written.click()
        fitting.at_size(shell.window, size)
        assert _faults(page) == [], name


def _faults(page: object) -> list[str]:
    assert hasattr(page, "findChildren")
    found = fitting.faults(page)  # type: ignore[arg-type]
    return [each for each in found if not each.startswith("scrolls to the side: ReadingTable")]


def test_every_button_of_the_pages_has_a_name(seat: Callable[..., Shell]) -> None:
    shell = seat(*Role)
    for go in (shell.administration, shell.users, shell.use_log, shell.spot_checks, shell.assigning):
        go()
        assert shell.window.page is not None
        for each in shell.window.page.findChildren(QPushButton):
            assert each.text() or each.accessibleName()
