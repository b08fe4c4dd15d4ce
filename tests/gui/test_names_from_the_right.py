# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Names that are read from the right stay whole in a sentence read from the left, and nowhere but on the screen."""

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.gui.formatting import isolated, shortened, whose
from bip_desktop.gui.journal_text import journal_text
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.models.caseload_model import CaseloadModel, Column
from bip_desktop.gui.pages.citizen.presenter import CitizenPresenter
from bip_desktop.gui.printing import agreement_document
from bip_desktop.gui.widgets.texts import label
from bip_desktop.services.desk import Desk
from bip_desktop.services.journal_note import journal_note
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

ARABIC, HEBREW = "سارة مثال", "דוגמה בדויה"
PROMISED = Agreement(tasks=(Task(Who.CITIZEN, "Ringe til værkstedet"),))
"""The note names whoever has promised something."""
START, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_name_from_the_right_is_isolated_once(app: QApplication, name: str) -> None:
    assert START + name + END in isolated(name)
    assert isolated(isolated(name)) == isolated(name)
    assert whose(isolated(name)) == whose(name) == f"{isolated(name)}s"
    assert shortened(isolated(name)) == shortened(name) == isolated(name)


def test_a_name_from_the_left_is_left_as_it_is(app: QApplication) -> None:
    assert (isolated("Åse"), whose("Jonas"), shortened("Åse")) == ("Åse", "Jonas’", "Åse")


def test_what_is_shortened_is_isolated_whole(app: QApplication) -> None:
    said = shortened("عبدالرحمنالمثالعبدالرحمنالمثال")
    assert said.count(START) == said.count(END) == 1
    assert said.endswith(f"…{END}")


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_label_of_nothing_but_the_name_stands_at_the_left(
    app: QApplication, show: Callable[[QWidget], MainWindow], name: str
) -> None:
    made = label(isolated(name), "title")
    show(made).setFixedSize(900, 200)
    QApplication.processEvents()
    image = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(image.width() - 2, 1)
    inked = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    assert min(inked) < 20
    assert max(inked) < image.width() // 2


def test_her_page_isolates_the_name_and_the_database_and_the_journal_keep_it_plain(
    desk: Desk, go: RecordedWays, calendar: Calendar, show: Callable[[QWidget], MainWindow]
) -> None:
    citizen = add_citizen(desk, ARABIC)
    for weeks, steps in ((20, "333333333"), (8, "335334343")):
        held = Held(citizen_answers(steps), caseworker_answers(), PROMISED)
        hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, weeks), held)
    made = CitizenPresenter(desk, go, citizen.citizen_id)
    show(made.page)
    texts = [each.text() for each in made.page.findChildren(QLabel)]
    assert f"{isolated('سارة')} svarede højere end sidst på 3 områder" in texts
    assert isolated(ARABIC) in texts
    row = desk.caseload.row(citizen.citizen_id)
    model = CaseloadModel()
    model.show_rows([row], NOW.date(), desk.caseload.due)
    assert model.index(0, Column.CITIZEN).data() == isolated(ARABIC)
    assert not [each for each in row.citizen.name if unicodedata.category(each) == "Cf"]
    [*_, newest] = desk.caseload.meetings(citizen.citizen_id)
    page, instrument = desk.agreeing.page(newest), desk.instruments.current()
    assert isolated(ARABIC) in agreement_document(page, None, instrument, "da").toPlainText()
    note = journal_text(journal_note(page, newest, None), instrument, "da")
    assert not [each for each in note if unicodedata.category(each) == "Cf"]
