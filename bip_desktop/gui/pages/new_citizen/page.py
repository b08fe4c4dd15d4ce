# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The form for a new citizen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from bip_desktop.domain.citizen import Benefit
from bip_desktop.gui.pages.new_citizen.cpr_field import CprField
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.top_bar import TopBar


class NewCitizenPage(Page):
    """States what was typed; says at each field what is wrong with it."""

    create_asked = Signal(str, str, str, object)
    """Name, CPR number, case number, `Benefit`."""
    cpr_left = Signal(str)
    """The CPR number as typed, when the keyboard has gone on."""
    back_asked = Signal()

    def __init__(self, benefits: Sequence[tuple[Benefit, str]]) -> None:
        super().__init__(self.tr("Ny borger"))
        self._name, self._cpr, self._case = text_field(), CprField(), text_field(most=60)
        self._benefit = QComboBox()
        for code, text in benefits:
            self._benefit.addItem(text, code)
        self.name = FormRow(self.tr("Navn"), self._name)
        self.cpr = FormRow(
            self.tr("CPR-nummer"),
            self._cpr,
            self.tr("Bliver vist som 010190-•••• bagefter. Sendes aldrig til forskning."),
        )
        self.case_number = FormRow(self.tr("Sagsnummer (kan udelades)"), self._case)
        self.benefit = FormRow(self.tr("Ydelse"), self._benefit)
        self._cpr.left.connect(lambda: self.cpr_left.emit(self._cpr.number))
        for field in (self._name, self._cpr, self._case):
            field.returnPressed.connect(self._on_asked)
        self.create_citizen = button(self.tr("Opret borger"), "primary", self._on_asked)
        self.undo = button(self.tr("Fortryd"), "quiet", self.back_asked.emit)
        self.undo.setMinimumHeight(self.create_citizen.sizeHint().height())
        form = card(
            column(
                self.name,
                self.cpr,
                self.case_number,
                self.benefit,
                FlowLayout(self.create_citizen, self.undo, spacing=12),
                spacing=18,
            ),
            margins=(28, 24, 28, 26),
        )
        back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        self.setLayout(
            column(TopBar(self.tr("Ny borger"), "", back=back), page_body(column(form), widest=640, foot=24))
        )
        self.first = self._name

    def show_cpr_fits(self, masked: str, remark: str) -> None:
        """The number is possible: masks it, and says what follows from it."""
        self.cpr.show_problem("")
        self.cpr.show_help(remark)
        self._cpr.show_masked(masked)

    def clear_problems(self) -> None:
        """Takes away what was said at the fields."""
        for each in (self.name, self.cpr, self.case_number, self.benefit):
            each.show_problem("")

    def _on_asked(self) -> None:
        self.create_asked.emit(self._name.text(), self._cpr.number, self._case.text(), self._benefit.currentData())
