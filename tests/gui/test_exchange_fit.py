# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pages of the exchange at every size of window and text, with long names and long folders."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bip_desktop.centre.home import Home, make_home
from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.export.presenter import ExportPresenter
from bip_desktop.gui.pages.export.view import Received
from bip_desktop.gui.pages.moving.presenter import MovingPresenter
from bip_desktop.gui.pages.moving.view import ShownComing
from bip_desktop.gui.pages.research_centre.presenter import ResearchCentrePresenter
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.gui.widgets.way_list import Way
from bip_desktop.services.desk import Desk
from tests.gui import fitting
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import add_citizen
from tests.services.test_evidence import Releases

Show = Callable[[QWidget], MainWindow]
LONG = "Maximiliane Alexandrovna Constantinescu-Papadopoulos von Eksempelborg"
PRINT = "5647 5aa7 5463 474c 0285 df5d bf2b cab7"
FOLDER = "/media/usb/" + "en-mappe-med-et-langt-navn-uden-mellemrum/" * 3


@pytest.fixture(autouse=True)
def text_size_put_back(app: QApplication) -> Iterator[None]:
    yield
    fitting.set_text(app, 100)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "centre", "Center for Opdigtet Forskning om Beskæftigelse og Udvikling")


@pytest.mark.timeout(120)
@pytest.mark.parametrize("scale", fitting.SCALES)
@pytest.mark.parametrize("size", fitting.SIZES, ids=str)
def test_nothing_is_cut(
    app: QApplication,
    desk: Desk,
    home: Home,
    show: Show,
    tasks: TaskRunner,
    go: RecordedWays,
    tmp_path: Path,
    qtbot: QtBot,
    size: tuple[int, int],
    scale: int,
) -> None:
    fitting.set_text(app, scale)
    add_citizen(desk, LONG)
    window: MainWindow | None = None

    def fits(page: QWidget, where: str) -> None:
        nonlocal window
        if window is None:
            window = show(page)
        elif page.window() is not window:
            window.show_page(page)
        fitting.at_size(window, size)
        assert fitting.faults(page) == [], where

    centre = ResearchCentrePresenter(desk, go)
    fits(centre.page, "no centre")
    centre.page.ask_file = lambda *_: str(home.recipients_file)  # type: ignore[method-assign]
    centre.page.keys_asked.emit()
    centre.page.show_card_saved(f"Kortet ligger i {FOLDER}bip-kort.json")
    fits(centre.page, "comparing")
    centre.page.keys_accepted.emit(True)
    release = Releases(home, tmp_path).publish()
    centre.page.ask_file = lambda *_: str(release)  # type: ignore[method-assign]
    centre.page.figures_asked.emit()
    fits(centre.page, "figures")
    centre.page.figures_accepted.emit(True)
    fits(centre.page, "figures in use")

    export = ExportPresenter(desk, go, tasks)
    qtbot.waitUntil(lambda: export.page.since.text() != "Tæller op …")
    name = "bip-jobcenter-med-et-langt-navn-a1b2c3-000001-70fa42eb.zip.age"
    export.page.show_sent((("1", "21. nov. 2026", "1 borger · 1 samtale · 52 svar", "Mangler kvittering"),))
    export.page.show_waiting([Way("1", "Nr. 1 mangler en kvittering", "Er den gået tabt?", "Skriv filen igen …")])
    export.page.show_written_again(f"Filen ligger i {FOLDER}{name}")
    export.page.show_received(Received("Nr. 1 er modtaget ✓", "GVV5-H4Q7", ("Centret tog imod 1 borger.",)))
    fits(export.page, "export")

    moving = MovingPresenter(desk, go, tasks)
    fits(moving.page, "nobody known")
    moving.page.show_card(f"{LONG} (computer d4e5f6)", PRINT)
    moving.page.show_choices([(LONG, "S-1")], [0], [f"{LONG} (computer d4e5f6)"], [("Andet", ChangeReason.OTHER)])
    moving.page.show_ways([Way("1", f"2 borgere til {LONG}", f"Filen hedder {name}.", "Skriv filen igen …")])
    moving.page.show_coming(ShownComing(f"{LONG} giver dig 2 borgere", ((f"{LONG} · S-1", "3"),), PRINT))
    moving.page.show_given(f"Filen ligger i {FOLDER}{name}. Giv den til {LONG}.")
    moving.page.show_replies([Way("1", f"Fra {LONG}, 21. november 2026: 2 borgere", "", "Gem svaret …")])
    fits(moving.page, "moving")
