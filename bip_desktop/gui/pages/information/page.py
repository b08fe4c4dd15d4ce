# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The text, as the citizen reads it, in a field to write in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import card, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class InformationPage(Page):
    """States the words to adopt."""

    adopted = Signal(str)
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(self.tr("Oplysning til borgeren"))
        back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.state = label("", "strong")
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.current().px(200))
        self.text_row = FormRow(
            self.tr("Det læser borgeren, før samtalen begynder"),
            self.text,
            self.tr(
                "Kort og med jeres egne ord: hvem der kan se svarene, hvad de bruges til, hvor længe de gemmes, "
                "borgerens rettigheder, og hvor man kan klage."
            ),
        )
        self.adopt = button(self.tr("Brug teksten fra nu af"), "primary", lambda: self.adopted.emit(self.words))
        self.saved = label(self.tr("Gemt ✓ Den nye tekst bliver vist fra næste samtale."), "muted")
        show_if(self.saved, False)
        heading = column(
            label(self.tr("Oplysning til borgeren"), "title"),
            label(
                self.tr("Hver ny tekst får et nummer, og det bliver gemt, hvornår hver borger har fået den vist."),
                "muted",
            ),
            spacing=2,
        )
        content = column(self.state, self.text_row, FlowLayout(self.adopt), self.saved, spacing=12)
        body = column(heading, card(content, margins=(24, 18, 24, 20)), spacing=14)
        self.setLayout(column(TopBar("", "", lock, back=back), page_body(body, widest=860, foot=28)))
        self.first = self.text

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.text.toPlainText()

    def show_state(self, text: str, *, saved: bool = False) -> None:
        """Says which version is in use."""
        self.state.setText(text)
        show_if(self.saved, saved)
        self.text_row.show_problem("")
