# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Everything the first start asks for, on one page in three groups."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.quiet_settings import QuietSettings
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields."""

    name: str
    phone: str
    site_name: str
    passphrase: str
    repeated: str
    pin: str


class FirstStartPage(Page):
    """States that the form is filled in; says at each field what is wrong with it."""

    begin_asked = Signal(object)
    """A `Typed`."""

    restore_asked = Signal()
    theft_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Velkommen til BIP"))
        self.name = FormRow(self.tr("Dit navn"), text_field(), self.tr("Står på den aftale, borgeren får med."))
        self.phone = FormRow(
            self.tr("Din direkte telefon (kan udelades)"),
            text_field(most=40),
            self.tr("Så borgeren kan ringe til dig."),
        )
        self.site = FormRow(self.tr("Jobcentrets navn"), text_field(placeholder=self.tr("Jobcenter …")))
        self.passphrase = FormRow(
            self.tr("Adgangssætning"),
            text_field(secret=True),
            self.tr("Mindst 12 tegn. Tre eller fire tilfældige ord er stærke og nemme at huske."),
        )
        self.repeated = FormRow(self.tr("Adgangssætning igen"), text_field(secret=True))
        self.pin = FormRow(
            self.tr("Pinkode"),
            text_field(secret=True, most=8),
            self.tr("4 til 8 cifre. Den bruger du, når borgeren er færdig og giver dig computeren tilbage."),
        )
        self.rows = (self.name, self.phone, self.site, self.passphrase, self.repeated, self.pin)
        self.begin = button(self.tr("Kom i gang"), "primary", self._on_asked)
        for each in self.rows:
            field = each.field
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self._on_asked)
        heading = column(
            label(self.tr("Velkommen til BIP"), "title"),
            label(self.tr("Først skal programmet kende dig. Alt bliver krypteret og gemt på denne computer."), "muted"),
            spacing=2,
        )
        why = card(
            column(
                label(
                    self.tr(
                        "Adgangssætningen kan ikke hentes frem igen. På næste side får du en gendannelsesnøgle til "
                        "jobcentrets pengeskab: den åbner, hvis adgangssætningen er glemt."
                    )
                )
            ),
            kind="tile",
            margins=(14, 12, 14, 12),
        )
        left = column(
            _group(self.tr("Om dig"), self.name, self.phone),
            20,
            _group(self.tr("Om jobcentret"), self.site),
        )
        right = column(_group(self.tr("Sådan låser du op"), why, self.passphrase, self.repeated, self.pin))
        self.columns = TwoColumns(left, right)
        self.quiet_settings = QuietSettings()
        self.restore = button(self.tr("Jeg har en sikkerhedskopi"), "link", self.restore_asked.emit)
        self.theft = button(self.tr("Er en computer stjålet?"), "link", self.theft_asked.emit)
        links = FlowLayout(self.quiet_settings, self.restore, self.theft, spacing=16)
        body = column(heading, 18, self.columns, 20, row(None, self.begin), 16, links)
        self.setLayout(column(TopBar(self.tr("Første start"), ""), page_body(body, widest=1080, foot=28)))
        self.first = self.name.field

    def show_busy(self, busy: bool) -> None:
        """While the database is made nothing can be typed."""
        self.begin.setText(self.tr("Gør klar …") if busy else self.tr("Kom i gang"))
        self.begin.setEnabled(not busy)
        for each in self.rows:
            each.field.setEnabled(not busy)

    def clear_problems(self) -> None:
        """Takes away what was said at the fields."""
        for each in self.rows:
            each.show_problem("")

    def _on_asked(self) -> None:
        if self.begin.isEnabled():
            self.begin_asked.emit(Typed(*(_text(each) for each in self.rows)))


def _text(form_row: FormRow) -> str:
    return form_row.field.text() if isinstance(form_row.field, QLineEdit) else ""


def _group(heading: str, *rows: QWidget) -> QFrame:
    return card(column(label(heading, "section"), *rows, spacing=16), margins=(24, 18, 24, 22))
