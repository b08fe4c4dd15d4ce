# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From whom, to whom and why: three lists, and no citizen's name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import centred_card
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class AssigningPage(Page):
    """States who gives and who gets, as places in the lists."""

    asked = Signal(int, int, int)
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, givers: Sequence[str], takers: Sequence[str], reasons: Sequence[str]) -> None:
        super().__init__(self.tr("Flyt borgere"))
        self.back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.giver, self.taker, self.reason = QComboBox(), QComboBox(), QComboBox()
        self.reason.addItems(list(reasons))
        self.move_them = button(self.tr("Flyt"), "primary", self._on_asked)
        self.said = label("", "strong")
        self.said.hide()
        content = column(
            label(self.tr("Flyt borgere"), "title"),
            label(
                self.tr(
                    "En medarbejder er gået, eller nogen tager over: giv alle borgerne videre på én gang. "
                    "Du ser ikke, hvem de er."
                ),
                "muted",
            ),
            FormRow(self.tr("Fra"), self.giver),
            FormRow(self.tr("Til"), self.taker),
            FormRow(self.tr("Hvorfor"), self.reason),
            self.said,
            row(self.move_them, None),
            spacing=16,
        )
        self.show_people(givers, takers)
        self.setLayout(column(TopBar("", "", lock, back=self.back), centred_card(content, width=560)))
        self.first = self.giver

    def show_people(self, givers: Sequence[str], takers: Sequence[str]) -> None:
        """Who can give and who can get."""
        for box, texts in ((self.giver, givers), (self.taker, takers)):
            box.clear()
            box.addItems(list(texts))
        self.move_them.setEnabled(bool(givers) and bool(takers))

    def show_said(self, text: str) -> None:
        """What was done, or why not."""
        self.said.setText(text)
        show_if(self.said, bool(text))

    def _on_asked(self) -> None:
        self.asked.emit(self.giver.currentIndex(), self.taker.currentIndex(), self.reason.currentIndex())
