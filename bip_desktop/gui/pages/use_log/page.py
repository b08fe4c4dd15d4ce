# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A table of who did what, and, for an administrator, the check that nobody has been at it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame

from bip_desktop.gui import theme
from bip_desktop.gui.log_rows import headings
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns


class UseLogPage(Page):
    """States whose entries are wanted, and what is searched for in them."""

    person_chosen = Signal(int)
    searched = Signal(str)
    check_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, title: str, about: str, back: str, people: Sequence[str]) -> None:
        """With `people` the entries of each can be chosen, and the log checked; without, it is the own look-ups."""
        super().__init__(title)
        self.back = button(back, "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        heading = column(label(title, "title"), label(about, "muted"), spacing=2)
        self.person = QComboBox()
        self.person.addItems(list(people))
        self.person.activated.connect(self.person_chosen)
        self.search = text_field(most=100, placeholder=self.tr("fx udskrev, kl. 14 eller et formål"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.searched)
        who, what = FormRow(self.tr("Hvem"), self.person), FormRow(self.tr("Søg i det, der er vist"), self.search)
        self.check = button(self.tr("Kontrollér hele loggen"), "secondary", self.check_asked.emit)
        self.verdict = label("", "strong")
        self.verdict_more = label("", "muted")
        self.count = label("", "small")
        self.table = ReadingTable(title, headings())
        listed = card(column(self.table), margins=(14, 8, 14, 10))
        choosing = TwoColumns(column(who), column(what), spacing=16) if people else what
        parts = [heading, self._make_check(), choosing] if people else [heading, choosing]
        what.setMaximumWidth(theme.current().px(640))
        self.setLayout(
            column(
                TopBar("", "", lock, back=self.back),
                page_body(column(*parts, self.count, listed, spacing=14), widest=1180),
            )
        )
        self.first = self.search

    def show_rows(self, rows: Sequence[Sequence[str]], count: str) -> None:
        """These entries, and how many they are."""
        self.table.show_rows(rows)
        self.count.setText(count)

    def show_verdict(self, text: str, more: str) -> None:
        """What the check found."""
        self.verdict.setText(text)
        self.verdict_more.setText(more)
        for each in (self.verdict, self.verdict_more):
            show_if(each, bool(each.text()))

    def _make_check(self) -> QFrame:
        for each in (self.verdict, self.verdict_more):
            each.hide()
        return card(
            column(
                label(self.tr("Har nogen rettet i loggen?"), "section"),
                label(
                    self.tr(
                        "Hver linje hænger sammen med den før. Rettes, flyttes eller fjernes en linje, kan det ses her."
                    ),
                    "muted",
                ),
                self.verdict,
                self.verdict_more,
                row(self.check, None),
                spacing=8,
            )
        )
