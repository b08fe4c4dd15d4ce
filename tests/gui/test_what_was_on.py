# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From the page that asks for the passphrase: what lay on another computer, on the page and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop import bootstrap
from bip_desktop.domain.backup import Reason
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.first_start.presenter import FirstStartPresenter
from bip_desktop.gui.pages.unlock.presenter import UnlockPresenter
from bip_desktop.gui.pages.what_was_on.presenter import WhatWasOnPresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.unlocking import Unlocking
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui import fitting
from tests.gui.conftest import ROOT, RecordedWays
from tests.gui.invented_work import PASSPHRASE, Calendar, add_citizen
from tests.gui.test_shell import click, words_on

Show = Callable[[QWidget], MainWindow]


def _looked(presenter: WhatWasOnPresenter, places: Places, qtbot: QtBot) -> None:
    presenter.show_folder(places.backups)
    presenter.page.choice.secret.setText(PASSPHRASE)
    click(presenter.page.choice.look)
    qtbot.waitUntil(presenter.page.save.isVisible, timeout=20_000)


def test_both_first_pages_lead_there(
    app: QApplication, vault: FolderVault, tasks: TaskRunner, show: Show, go: RecordedWays, tmp_path: Path
) -> None:
    unlock = UnlockPresenter(Unlocking(vault, Argon2PinHasher()), go, tasks, "")
    show(unlock.page)
    click(unlock.page.theft)
    first = FirstStartPresenter(Unlocking(FolderVault(tmp_path / "new", ROOT / "db"), Argon2PinHasher()), go, tasks)
    show(first.page)
    click(first.page.theft)
    click(first.page.restore)
    assert go.ways == [("what_was_on",), ("what_was_on",), ("restoring",)]


def test_the_page_and_the_paper_say_how_much_was_on_and_name_nobody(
    desk: Desk, places: Places, calendar: Calendar, tasks: TaskRunner, show: Show, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    add_citizen(desk, "Henrik Opdigtet")
    desk.backing_up.make(Reason.EXIT)
    presenter = WhatWasOnPresenter(bootstrap.looking_into(calendar), tasks, lambda: None)
    show(presenter.page)
    assert not presenter.page.choice.look.isVisible()
    _looked(presenter, places, qtbot)
    said = words_on(presenter.page)
    assert any("Borgere: 1" in each for each in said)
    assert not any("Henrik" in each for each in said)
    monkeypatch.setattr(presenter.page, "ask_file", lambda _: str(tmp_path / "svar.pdf"))
    click(presenter.page.save)
    assert (tmp_path / "svar.pdf").read_bytes().startswith(b"%PDF")
    assert b"Henrik" not in (tmp_path / "svar.pdf").read_bytes()
    presenter.page.choice.table.clearSelection()
    presenter.show_folder(tmp_path)
    assert not presenter.page.save.isVisible()


@pytest.mark.parametrize("scale", fitting.SCALES)
@pytest.mark.parametrize("size", fitting.SIZES, ids=str)
def test_the_page_fits(
    app: QApplication, desk: Desk, places: Places, calendar: Calendar, tasks: TaskRunner, show: Show, qtbot: QtBot,
    size: tuple[int, int], scale: int,
) -> None:  # fmt: skip
    fitting.set_text(app, scale)
    add_citizen(desk, "Henrik Opdigtet")
    desk.backing_up.make(Reason.EXIT)
    presenter = WhatWasOnPresenter(bootstrap.looking_into(calendar), tasks, lambda: None)
    window = show(presenter.page)
    fitting.at_size(window, size)
    _looked(presenter, places, qtbot)
    fitting.at_size(window, size)
    assert fitting.faults(presenter.page) == []
    fitting.set_text(app, 100)
