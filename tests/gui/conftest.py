# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The theme, a desk over a real encrypted database of the test's own, and a record of where a page wants to go."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pyrage
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.meeting import Meeting
from bip_desktop.gui import language, theme
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.paths import Places
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import Unlocked
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.vault import FolderVault
from tests.gui.invented_work import BO, INSTALLATION, KAREN, PASSPHRASE, PIN, Calendar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
THEMES = ROOT / "resources" / "themes"
T = TypeVar("T")


class RecordedWays:
    """Fulfils `Navigation`: writes down where a page wants to go, and goes nowhere."""

    def __init__(self) -> None:
        self.ways: list[tuple[object, ...]] = []
        self.notices: list[BipError] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args: self.ways.append((name, *args))

    def notice(self, error: BipError) -> None:
        self.notices.append(error)

    def speaks_otherwise(self, meeting: Meeting) -> bool:
        return False

    def in_her_language(self, work: Callable[[], T]) -> T:
        return work()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Danish dates and numbers, whatever the machine is set to."""
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    return QApplication


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The program with its light theme at 100 %, in Danish, whatever the test before has chosen."""
    language.speak(qapp, "da", ROOT / "resources" / "i18n")
    theme.apply(qapp, theme.read_theme(THEMES / "light.toml"))
    return qapp


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a jobcentre made as at the first start; no test touches it."""
    folder = tmp_path_factory.mktemp("finished") / "BIP"
    store = FolderVault(folder, ROOT / "db").create(PASSPHRASE, KAREN, Argon2PinHasher().hash(PIN), INSTALLATION)
    with store.writing() as work:
        work.people.add(BO)
    store.close()
    return folder


@pytest.fixture
def vault(finished: Path, tmp_path: Path) -> FolderVault:
    """A closed jobcentre of the test's own, in `tmp_path / "BIP"`."""
    shutil.copytree(finished, tmp_path / "BIP")
    return FolderVault(tmp_path / "BIP", ROOT / "db")


@pytest.fixture
def unlocked(vault: FolderVault) -> Iterator[Unlocked]:
    """The jobcentre opened, with Karen at it."""
    store, _ = vault.open(PASSPHRASE)
    yield Unlocked(store, INSTALLATION, KAREN)
    store.close()


@pytest.fixture
def calendar() -> Calendar:
    """21 November 2026, 9.30."""
    return Calendar()


@pytest.fixture
def places(vault: FolderVault, tmp_path: Path) -> Places:
    """Where the test's jobcentre lies, with the keys of a research centre made for the test."""
    places = Places(tmp_path / "BIP")
    keys = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
    content = {"format_version": 1, "centre": "Opdigtet forskningscenter"}
    places.recipients.write_text(
        json.dumps(content | {"operating": {"key": keys[0]}, "recovery": {"key": keys[1]}}), encoding="utf-8"
    )
    return places


@pytest.fixture
def desk(unlocked: Unlocked, places: Places, calendar: Calendar) -> Desk:
    """Every use case over the test's own database, put together as in the program."""
    return open_desk(unlocked, places, calendar)


@pytest.fixture
def desk_of_bo(unlocked: Unlocked, places: Places, calendar: Calendar) -> Desk:
    """The same jobcentre with the colleague at it."""
    return open_desk(replace(unlocked, caseworker=BO), places, calendar)


@pytest.fixture
def go() -> RecordedWays:
    """Where the page under test wants to go."""
    return RecordedWays()


@pytest.fixture
def show(app: QApplication, qtbot: QtBot) -> Iterator[Callable[[QWidget], MainWindow]]:
    """Puts a page into a window of its own, as the shell does; it stays until the test is over."""
    windows = []

    def put(page: QWidget) -> MainWindow:
        window = MainWindow(lambda: None)
        windows.append(window)
        qtbot.addWidget(window)
        window.show_page(page)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield put
    windows.clear()


@pytest.fixture
def tasks(app: QApplication) -> Iterator[TaskRunner]:
    """Slow work; a bug in it fails the test."""
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    yield runner
    runner.shut_down()
    assert not bugs
