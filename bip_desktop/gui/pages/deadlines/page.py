# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The jobcentre's deadlines, and what is due by them. Nothing goes before a person says so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class DeadlinesPage(Page):
    """States the deadlines, and what is confirmed."""

    years_typed = Signal(str, str)
    """For closed courses, and for the log."""
    courses_confirmed = Signal()
    log_confirmed = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, courses: str, log: str) -> None:
        super().__init__(self.tr("Frister for sletning"))
        back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.courses, self.log = text_field(most=4), text_field(most=4)
        self.courses.setText(courses)
        self.log.setText(log)
        self.courses_row = FormRow(
            self.tr("År, efter at et forløb er afsluttet"), self.courses, self.tr("Tomt felt: ingen frist.")
        )
        self.log_row = FormRow(self.tr("År, loggen gemmes"), self.log, self.tr("Tomt felt: ingen frist."))
        for field in (self.courses, self.log):
            field.setMaximumWidth(theme.current().px(240))
        self.keep = button(
            self.tr("Gem fristerne"),
            "secondary",
            lambda: self.years_typed.emit(self.courses.text(), self.log.text()),
        )
        self.said = label("", "strong")
        show_if(self.said, False)
        self.due_courses = label("")
        self.table = ReadingTable(self.tr("Forløb, der er over fristen"), [self.tr("Borger"), self.tr("Afsluttet")])
        self.confirm_courses = button(self.tr("Bed om sletning af dem"), "secondary", self.courses_confirmed.emit)
        self.due_log = label("")
        self.confirm_log = button(self.tr("Slet den gamle del af loggen"), "secondary", self.log_confirmed.emit)
        heading = column(
            label(self.tr("Frister for sletning"), "title"),
            label(self.tr("Programmet sletter aldrig af sig selv. Her ser du, hvad der er over fristen."), "muted"),
            spacing=2,
        )
        cards = (
            column(
                label(self.tr("Jeres frister"), "section"),
                label(self.tr("Kommunen bestemmer dem. Spørg jeres databeskyttelsesrådgiver."), "muted"),
                self.courses_row,
                self.log_row,
                FlowLayout(self.keep),
                spacing=12,
            ),
            column(
                label(self.tr("Afsluttede forløb"), "section"),
                self.due_courses,
                self.table,
                FlowLayout(self.confirm_courses),
                spacing=10,
            ),
            column(label(self.tr("Loggen"), "section"), self.due_log, FlowLayout(self.confirm_log), spacing=10),
        )
        body = column(heading, self.said, *(card(each, margins=_MARGINS) for each in cards), spacing=14)
        self.setLayout(column(TopBar("", "", lock, back=back), page_body(body, widest=860, foot=28)))
        self.first = self.courses

    def show_courses(self, said: str, rows: Sequence[Sequence[str]]) -> None:
        """What is due of the closed courses."""
        self.due_courses.setText(said)
        self.table.show_rows(rows)
        show_if(self.table, bool(rows))
        show_if(self.confirm_courses, bool(rows))

    def show_log(self, said: str, *, is_due: bool) -> None:
        """Whether a part of the log is due."""
        self.due_log.setText(said)
        show_if(self.confirm_log, is_due)

    def say(self, text: str) -> None:
        """Says what was done."""
        self.said.setText(text)
        show_if(self.said, bool(text))
