# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A backup of the computer that is gone is chosen and unlocked; what was on it is said, and can be put on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bip_desktop.gui.widgets.backup_choice import BackupChoice
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import card, clear, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class WhatWasOnPage(Page):
    """States which backup, and that it is wanted on paper."""

    save_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Hvad lå på computeren?"))
        back = button(self.tr("← Tilbage"), "quiet", self.back_asked.emit)
        self.choice = BackupChoice(
            [self.tr("Lavet"), self.tr("Anledning"), self.tr("Størrelse")],
            self.tr("Find sikkerhedskopien …"),
            self.tr("Se, hvad der lå på computeren"),
        )
        self.save = button(self.tr("Gem som PDF …"), "primary", self.save_asked.emit)
        self.saved = label("", "muted")
        self._result = column(spacing=0)
        self._result_card = card(column(row(self.save, 12, self.saved), 14, self._result), margins=_MARGINS)
        self._result_card.hide()
        heading = column(
            label(self.tr("Hvad lå på computeren?"), "title"),
            label(
                self.tr(
                    "Når en computer er stjålet eller væk, kan den sidste sikkerhedskopi sige, hvad der lå på den. "
                    "Den ligger på det fællesdrev, I har valgt. Intet bliver ændret."
                ),
                "muted",
            ),
            spacing=2,
        )
        self._body = page_body(column(heading, 14, self.choice, 14, self._result_card), widest=860, foot=28)
        self.setLayout(column(TopBar("", "", back=back), self._body))
        self.first = self.choice.elsewhere

    def show_found(
        self,
        title: str,
        sections: Sequence[tuple[str, Sequence[str]]],
        uses_title: str,
        headings: Sequence[str],
        uses: Sequence[Sequence[str]],
    ) -> None:
        """Says what was on."""
        clear(self._result)
        self._result.addWidget(label(title, "section"))
        for heading, lines in sections:
            texts: list[QWidget] = [label(line) for line in lines]
            self._result.addLayout(column(14, label(heading, "strong"), 4, column(*texts, spacing=4)))
        self._result.addLayout(column(14, label(uses_title, "strong"), 4))
        self.uses = ReadingTable(uses_title, headings, uses)
        self._result.addWidget(self.uses)
        self.saved.setText("")
        self._result_card.show()
        self.save.setFocus()
        # Once the page has grown by the card.
        QTimer.singleShot(0, self._body, lambda: self._body.bring_into_sight(self._result_card))

    def hide_found(self) -> None:
        """Another backup: nothing is known of it yet."""
        self._result_card.hide()

    def show_saved(self, text: str) -> None:
        """Says where the PDF lies, or why not."""
        self.saved.setText(text)

    def ask_file(self, name: str) -> str:
        """Lets her choose where the PDF goes; empty where she does not."""
        return QFileDialog.getSaveFileName(self, self.tr("Gem som PDF"), name, "PDF (*.pdf)")[0]
