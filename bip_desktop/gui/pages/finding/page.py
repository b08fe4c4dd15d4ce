# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Two fields, name and purpose, and whom they lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, clear, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who was found."""

    key: object
    name: str
    about: str
    can_open: bool
    is_own: bool


class FindingPage(Page):
    """States who is searched for, why, and whom she opens."""

    search_asked = Signal(str, str)
    """Name or case number, purpose."""
    open_asked = Signal(object, bool)
    """Key, and whether it is to hold a meeting as a stand-in."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, text: str, back: str) -> None:
        super().__init__(self.tr("Find en kollegas borger"))
        self.back = button(back, "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.text = FormRow(self.tr("Navn eller sagsnummer"), text_field())
        self.purpose = FormRow(
            self.tr("Hvorfor har du brug for det?"),
            text_field(most=300),
            self.tr("Fx: Vikar for Bo i uge 48. Det bliver gemt i loggen, og borgerens sagsbehandler får besked."),
        )
        self.search = button(self.tr("Søg"), "primary", self._on_asked)
        for each in (self.text, self.purpose):
            if isinstance(each.field, QLineEdit):
                each.field.returnPressed.connect(self._on_asked)
        if isinstance(self.text.field, QLineEdit):
            self.text.field.setText(text)
        self.result = label("", "strong")
        self.result.hide()
        self._hits = column(spacing=10)
        self.opens: dict[object, tuple[QPushButton, ...]] = {}
        heading = column(
            label(self.tr("Find en kollegas borger"), "title"),
            label(self.tr("Du ser navnet og hvis borger det er. Svarene ser du først, når du åbner."), "muted"),
            spacing=2,
        )
        asking = card(column(self.text, self.purpose, row(self.search, None), spacing=14))
        body = column(heading, asking, self.result, self._hits, spacing=14)
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=860)))
        self.first = self.purpose.field if text else self.text.field

    def show_hits(self, said: str, hits: Sequence[Hit]) -> None:
        """Those who were found."""
        self.result.setText(said)
        self.result.show()
        clear(self._hits)
        self.opens.clear()
        for each in hits:
            self._hits.addWidget(self._card(each))

    def show_problem(self, form_row: FormRow, text: str) -> None:
        """Says at the field what is missing."""
        self.result.hide()
        clear(self._hits)
        self.opens.clear()
        form_row.show_problem(text)

    def _card(self, hit: Hit) -> QWidget:
        buttons: tuple[QPushButton, ...] = ()
        if hit.is_own:
            buttons = (button(self.tr("Åbn"), "secondary", lambda: self.open_asked.emit(hit.key, False)),)
        elif hit.can_open:
            buttons = (
                button(self.tr("Åbn og se"), "secondary", lambda: self.open_asked.emit(hit.key, False)),
                button(self.tr("Åbn som vikar"), "secondary", lambda: self.open_asked.emit(hit.key, True)),
            )
            buttons[1].setAccessibleDescription(self.tr("Som vikar kan du også holde samtalen."))
        for each in buttons:
            each.setAccessibleName(f"{each.text()}: {hit.name}")
        self.opens[hit.key] = buttons
        line = [FlowRow(*buttons)] if buttons else []
        return card(column(label(hit.name, "strong"), label(hit.about, "muted"), *line, spacing=6))

    def _on_asked(self) -> None:
        for each in (self.text, self.purpose):
            each.show_problem("")
        self.search_asked.emit(_typed(self.text), _typed(self.purpose))


def _typed(form_row: FormRow) -> str:
    return form_row.field.text() if isinstance(form_row.field, QLineEdit) else ""
