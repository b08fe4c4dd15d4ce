# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Going back to a backup in the real window: what is lost is said first, and damage leads to the same page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop import bootstrap
from bip_desktop.domain.backup import Reason
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.appearance import Appearance
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.backups.presenter import BackupsPresenter
from bip_desktop.gui.pages.restoring.presenter import RestoringPresenter
from bip_desktop.gui.pages.settings.presenter import SettingsPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.shell import Backstage, Shell
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.paths import Places
from bip_desktop.preferences import Preferences
from bip_desktop.services.desk import Desk
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.backups import backups_in
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui import fitting
from tests.gui.conftest import ROOT, RecordedWays
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import at, click, desk_of, end, press, settle, shown, unlock

Show = Callable[[QWidget], MainWindow]


@pytest.fixture
def real(app: QApplication, vault: FolderVault, places: Places, calendar: Calendar) -> Iterator[Shell]:
    """The program from its passphrase page on, with everything that can bring a backup back."""
    shell = Shell(
        Backstage(
            Unlocking(vault, Argon2PinHasher()),
            lambda unlocked: bootstrap.open_desk(unlocked, places, calendar),
            Appearance(app, ROOT / "resources", Preferences()),
            restoring=lambda: bootstrap.restoring(places, calendar),
        )
    )
    shell.begin()
    yield shown(shell)
    end(shell)


def _citizens(desk: Desk) -> list[str]:
    return sorted(row.citizen.name for row in desk.caseload.view().rows)


def _looked_at(shell: Shell, qtbot: QtBot) -> RestoringPresenter:
    presenter = at(shell, RestoringPresenter)
    presenter.page.choice.secret.setFocus()
    press(PASSPHRASE)
    click(presenter.page.choice.look)
    qtbot.waitUntil(lambda: bool(presenter.page.lost.text()), timeout=20_000)
    settle()
    return presenter


def _brought_back(shell: Shell, qtbot: QtBot) -> None:
    presenter = _looked_at(shell, qtbot)
    assert fitting.in_sight(presenter.page.restore)
    click(presenter.page.restore)
    qtbot.waitUntil(lambda: isinstance(shell.presenter, UnlockPresenter), timeout=20_000)
    assert "hentet frem" in shell.window.notices.text


def test_from_the_settings_to_the_backup_and_back_to_work(real: Shell, places: Places, qtbot: QtBot) -> None:
    """Fails where the backup is put in place while the database is open, or the old one is gone."""
    unlock(real, qtbot)
    desk = desk_of(real)
    add_citizen(desk)
    real.tasks._pool.waitForDone()
    desk.backing_up.make(Reason.ASKED)
    add_citizen(desk, "Ny Opdigtet", "020280", "S-2")
    real.settings()
    click(at(real, SettingsPresenter).page.backups)
    click(at(real, BackupsPresenter).page.restore)
    presenter = _looked_at(real, qtbot)
    assert "1 borger, 0 samtaler og 0 svar" in presenter.page.lost.text()
    assert _citizens(desk) == ["Henrik Opdigtet", "Ny Opdigtet"]
    presenter.page.back_asked.emit()
    assert _citizens(desk) == ["Henrik Opdigtet", "Ny Opdigtet"]
    real.restoring()
    _brought_back(real, qtbot)
    unlock(real, qtbot)
    assert _citizens(desk_of(real)) == ["Henrik Opdigtet"]
    assert len(list((places.folder / "set-aside").iterdir())) == 1


@pytest.mark.parametrize("what", ["flipped", "gone", "key"])
def test_damage_is_told_apart_from_a_wrong_passphrase_and_mended_from_the_same_page(
    what: str, real: Shell, places: Places, qtbot: QtBot
) -> None:
    """Fails where the database is not read at the unlock: the flipped byte is met in the middle of a meeting."""
    unlock(real, qtbot)
    add_citizen(desk_of(real))
    real.tasks._pool.waitForDone()
    desk_of(real).backing_up.make(Reason.ASKED)
    real.lock()
    database = places.folder / "bip.db"
    damaged = bytearray(database.read_bytes())
    damaged[-3000] ^= 8
    if what == "flipped":
        database.write_bytes(damaged)
    elif what == "gone":
        database.unlink()
    else:
        (places.folder / "bip.key").write_bytes(b"{}")
    unlocking = at(real, UnlockPresenter)
    assert not unlocking.page.restore.isVisible()
    press(PASSPHRASE)
    click(unlocking.page.unlock)
    qtbot.waitUntil(unlocking.page.restore.isVisible, timeout=20_000)
    if what == "flipped":
        assert unlocking.page.trouble.text() == sentence(BipError(Code.DATABASE_DAMAGED))
        assert database.read_bytes() == damaged
    click(unlocking.page.restore)
    presenter = _looked_at(real, qtbot)
    assert ("intet går tabt" in presenter.page.lost.text()) == (what == "key")
    click(presenter.page.restore)
    qtbot.waitUntil(lambda: isinstance(real.presenter, UnlockPresenter), timeout=20_000)
    unlock(real, qtbot)
    assert _citizens(desk_of(real)) == ["Henrik Opdigtet"]


def test_a_wrong_passphrase_is_said_at_its_field_and_leads_nowhere(real: Shell, places: Places, qtbot: QtBot) -> None:
    unlock(real, qtbot)
    real.tasks._pool.waitForDone()
    real.restoring()
    presenter = at(real, RestoringPresenter)
    presenter.page.choice.secret.setText("noget andet")
    click(presenter.page.choice.look)
    qtbot.waitUntil(presenter.page.choice.secret_row.problem.isVisible, timeout=20_000)
    assert not presenter.page.restore.isVisible()
    assert not (places.folder / "set-aside").exists()


def test_another_choice_takes_the_answer_about_the_first_one_away(real: Shell, qtbot: QtBot) -> None:
    """Fails where the second backup could be brought back under the loss that was said of the first."""
    unlock(real, qtbot)
    real.tasks._pool.waitForDone()
    desk_of(real).backing_up.make(Reason.ASKED)
    real.restoring()
    presenter = _looked_at(real, qtbot)
    presenter.page.choice.table.selectRow(1)
    settle()
    assert not presenter.page.restore.isVisible()


def test_the_page_makes_a_backup_and_copies_it_to_the_folder_that_is_chosen(
    desk: Desk,
    places: Places,
    go: RecordedWays,
    tasks: TaskRunner,
    show: Show,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "share").mkdir()
    presenter = BackupsPresenter(desk, go, tasks)
    page = presenter.page
    show(page)
    assert "ingen sikkerhedskopi" in page.state.text()
    monkeypatch.setattr(page, "ask_folder", lambda _: str(tmp_path / "share"))
    click(page.make)
    qtbot.waitUntil(lambda: len(page.table.texts()) == 1, timeout=10_000)
    assert not page.copy.isVisible()
    click(page.choose)
    qtbot.waitUntil(lambda: "Sidst kopieret" in page.reached.text(), timeout=10_000)
    [place] = (tmp_path / "share").iterdir()
    assert len(backups_in(place)) == 1
    click(page.stop)
    assert desk.backing_up.share is None


def test_a_caseworker_who_is_no_administrator_is_refused(
    desk: Desk, desk_of_bo: Desk, go: RecordedWays, show: Show, tmp_path: Path
) -> None:
    """Fails where the page is the only one that asks."""
    presenter = SettingsPresenter(desk_of_bo, go, Preferences())
    show(presenter.page)
    assert not presenter.page.backups.isVisible()
    for work in (desk_of_bo.backing_up.asked, lambda: desk_of_bo.backing_up.choose_share(tmp_path)):
        with pytest.raises(BipError) as caught:
            work()
        assert caught.value.code is Code.RIGHT_REFUSED
    desk.backing_up.asked()


@pytest.mark.parametrize("scale", fitting.SCALES)
@pytest.mark.parametrize("size", fitting.SIZES, ids=str)
def test_both_pages_fit(
    app: QApplication, desk: Desk, places: Places, go: RecordedWays, tasks: TaskRunner, show: Show, tmp_path: Path,
    calendar: Calendar, size: tuple[int, int], scale: int,
) -> None:  # fmt: skip
    fitting.set_text(app, scale)
    (tmp_path / "share").mkdir()
    desk.backing_up.choose_share(tmp_path / "share")
    backup = desk.backing_up.make(Reason.MIGRATION)
    presenter = BackupsPresenter(desk, go, tasks)
    window = show(presenter.page)
    fitting.at_size(window, size)
    assert fitting.faults(presenter.page) == []
    restoring = bootstrap.restoring(places, calendar)
    trouble = BipError(Code.DATABASE_DAMAGED)
    second = RestoringPresenter(restoring, go, tasks, trouble, lambda: None)
    window.show_page(second.page)
    second._on_looked(backup, restoring.look(backup, PASSPHRASE))
    fitting.at_size(window, size)
    assert fitting.faults(second.page) == []
    fitting.set_text(app, 100)
