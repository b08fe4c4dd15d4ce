# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Three fields: the present one, the new one, and the new one again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import centred_card
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class PassphrasePage(Page):
    """States what was typed."""

    asked = Signal(str, str, str)
    """Present, new, again."""
    back_asked = Signal()

    def __init__(self, *, is_forgotten: bool) -> None:
        """`is_forgotten`: the recovery key has opened, so the present one is not asked for."""
        super().__init__(self.tr("Ny adgangssætning"))
        self.back = button(self.tr("Gør det senere") if is_forgotten else self.tr("← Indstillinger"), "quiet")
        self.back.clicked.connect(lambda: self.back_asked.emit())
        self.present = FormRow(self.tr("Din adgangssætning nu"), text_field(secret=True))
        self.new = FormRow(
            self.tr("Ny adgangssætning"),
            text_field(secret=True),
            self.tr("Mindst 12 tegn. Tre eller fire tilfældige ord er stærke og nemme at huske."),
        )
        self.again = FormRow(self.tr("Ny adgangssætning igen"), text_field(secret=True))
        self.change = button(self.tr("Skift"), "primary", self._on_asked)
        self.done = label("", "strong")
        self.done.hide()
        why = (
            self.tr("Du har låst op med gendannelsesnøglen. Vælg en ny adgangssætning, så du ikke skal bruge den igen.")
            if is_forgotten
            else self.tr("Dine borgeres svar bliver ikke rørt. Kun nøglen til dem bliver pakket om.")
        )
        self.rows = (self.new, self.again) if is_forgotten else (self.present, self.new, self.again)
        for each in self.rows:
            if isinstance(each.field, QLineEdit):
                each.field.returnPressed.connect(self._on_asked)
        content = column(
            label(self.tr("Ny adgangssætning"), "title"),
            label(why, "muted"),
            *self.rows,
            self.done,
            row(self.change, None),
            spacing=16,
        )
        self.setLayout(column(TopBar("", "", back=self.back), centred_card(content, width=520)))
        self.first = self.rows[0].field

    def show_busy(self, busy: bool) -> None:
        """While it is being changed nothing can be typed."""
        self.change.setEnabled(not busy)
        for each in self.rows:
            each.field.setEnabled(not busy)

    def show_done(self, text: str) -> None:
        """Says that it is changed."""
        for each in self.rows:
            if isinstance(each.field, QLineEdit):
                each.field.clear()
        self.done.setText(text)
        show_if(self.done, True)
        self.back.setFocus()

    def _on_asked(self) -> None:
        for each in self.rows:
            each.show_problem("")
        if self.change.isEnabled():
            self.asked.emit(*(_typed(each) for each in (self.present, self.new, self.again)))


def _typed(form_row: FormRow) -> str:
    return form_row.field.text() if isinstance(form_row.field, QLineEdit) else ""
