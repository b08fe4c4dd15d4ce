# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The form for a new citizen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bip_desktop.domain.citizen import Benefit
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.pages.new_citizen.presenter import NewCitizenPresenter
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.services.desk import Desk
from tests.gui.conftest import RecordedWays
from tests.gui.invented_work import add_citizen

REPLACEMENT = "610180-1234"


@pytest.fixture
def presenter(desk: Desk, go: RecordedWays, show: Callable[[QWidget], MainWindow]) -> NewCitizenPresenter:
    presenter = NewCitizenPresenter(desk, go)
    show(presenter.page)
    return presenter


def _field(row: FormRow) -> QLineEdit:
    assert isinstance(row.field, QLineEdit)
    return row.field


def _type(presenter: NewCitizenPresenter, name: str, cpr: str, case_number: str = "") -> None:
    page = presenter.page
    for row, text in ((page.name, name), (page.cpr, cpr), (page.case_number, case_number)):
        _field(row).setFocus()
        QTest.keyClicks(_field(row), text)
    page.benefit.field.setFocus()


def test_the_form_filled_in_by_keys_makes_the_citizen_and_opens_the_page(
    presenter: NewCitizenPresenter, desk: Desk, go: RecordedWays
) -> None:
    page = presenter.page
    assert _field(page.name).hasFocus()
    _type(presenter, "Mads Opdigtet", REPLACEMENT, "S-2001")
    assert isinstance(page.benefit.field, QComboBox)
    QTest.keyClick(page.benefit.field, Qt.Key.Key_Down)
    QTest.keyClick(page.benefit.field, Qt.Key.Key_Down)
    QTest.mouseClick(page.create_citizen, Qt.MouseButton.LeftButton)
    (made,) = desk.caseload.view().rows
    assert go.ways == [("citizen", made.citizen.citizen_id)]
    assert made.citizen.name == "Mads Opdigtet"
    assert made.citizen.cpr.written == REPLACEMENT
    assert made.citizen.case_number == "S-2001"
    assert made.citizen.benefit is Benefit.KONTANTHJAELP_GRUNDSATS


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "ti cifre"),
        ("0101", "ti cifre"),
        ("320180-1234", "ikke en dato, der findes"),
        ("311299-4000", "ude i fremtiden"),
    ],
)
def test_an_impossible_cpr_number_is_said_at_its_field(
    presenter: NewCitizenPresenter, desk: Desk, go: RecordedWays, typed: str, said: str
) -> None:
    page = presenter.page
    if said == "ude i fremtiden":
        typed = "311236-4000"
    _type(presenter, "Mads Opdigtet", typed)
    QTest.mouseClick(page.create_citizen, Qt.MouseButton.LeftButton)
    assert page.cpr.problem.isVisible()
    assert said in page.cpr.problem.text()
    assert page.cpr.field.hasFocus()
    assert page.cpr.field.accessibleDescription() == page.cpr.problem.text()
    assert not page.name.problem.isVisible()
    assert not go.ways
    assert not desk.caseload.view().rows


def test_an_impossible_date_is_said_when_the_field_is_left_without_taking_the_keyboard_back(
    presenter: NewCitizenPresenter,
) -> None:
    _type(presenter, "Mads Opdigtet", "320180-1234")
    assert presenter.page.cpr.problem.isVisible()
    assert presenter.page.benefit.field.hasFocus()


def test_the_number_is_masked_when_the_keyboard_goes_on_and_whole_when_it_comes_back(
    presenter: NewCitizenPresenter,
) -> None:
    _type(presenter, "Mads Opdigtet", REPLACEMENT)
    field = _field(presenter.page.cpr)
    assert field.text() == "610180-••••"
    field.setFocus()
    assert field.text() == REPLACEMENT


def test_what_follows_from_the_number_is_said_below_it(presenter: NewCitizenPresenter) -> None:
    _type(presenter, "Mads Opdigtet", REPLACEMENT)
    assert presenter.page.cpr.help.text() == "Erstatningsnummer. Født 1. januar 1980."


def test_a_number_without_modulus_11_is_only_warned_about(
    presenter: NewCitizenPresenter, desk: Desk, go: RecordedWays
) -> None:
    page = presenter.page
    _type(presenter, "Mads Opdigtet", "010190-1234")
    assert "Kontrolcifferet passer ikke" in page.cpr.help.text()
    assert not page.cpr.problem.isVisible()
    QTest.mouseClick(page.create_citizen, Qt.MouseButton.LeftButton)
    assert len(go.ways) == 1
    assert len(desk.caseload.view().rows) == 1


def test_a_name_is_needed(presenter: NewCitizenPresenter, go: RecordedWays) -> None:
    _type(presenter, "   ", REPLACEMENT)
    QTest.mouseClick(presenter.page.create_citizen, Qt.MouseButton.LeftButton)
    assert presenter.page.name.problem.text() == "Skriv et navn."
    assert _field(presenter.page.name).hasFocus()
    assert not go.ways


def test_a_citizen_who_is_there_already_is_not_made_twice(
    presenter: NewCitizenPresenter, desk: Desk, go: RecordedWays
) -> None:
    known = add_citizen(desk)
    _type(presenter, "Henrik igen", known.cpr.written)
    QTest.mouseClick(presenter.page.create_citizen, Qt.MouseButton.LeftButton)
    assert "oprettet i forvejen" in presenter.page.cpr.problem.text()
    assert len(desk.caseload.view().rows) == 1
    assert not go.ways


def test_undo_leads_back_and_makes_nobody(presenter: NewCitizenPresenter, desk: Desk, go: RecordedWays) -> None:
    _type(presenter, "Mads Opdigtet", REPLACEMENT)
    QTest.mouseClick(presenter.page.undo, Qt.MouseButton.LeftButton)
    assert go.ways == [("caseload",)]
    assert not desk.caseload.view().rows


def test_every_field_has_its_label_as_name(presenter: NewCitizenPresenter) -> None:
    page = presenter.page
    for row in (page.name, page.cpr, page.case_number, page.benefit):
        assert row.field.accessibleName() == row.label.text()
        assert row.label.buddy() is row.field
