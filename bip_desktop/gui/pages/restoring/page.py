# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One backup is chosen, unlocked and looked at; only then can it take the place of the database."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from bip_desktop.gui.widgets.backup_choice import BackupChoice
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class RestoringPage(Page):
    """States that the backup that was looked at is wanted."""

    restore_asked = Signal()
    back_asked = Signal()

    def __init__(self, trouble: str) -> None:
        super().__init__(self.tr("Hent en sikkerhedskopi frem"))
        back = button(self.tr("← Tilbage"), "quiet", self.back_asked.emit)
        self.choice = BackupChoice(
            [self.tr("Lavet"), self.tr("Anledning"), self.tr("Nyere arbejde")],
            self.tr("Find i en anden mappe …"),
            self.tr("Se, hvad der ikke kommer med"),
        )
        self.lost = label("", "strong")
        self.restore = button(self.tr("Hent den frem"), "primary", self.restore_asked.emit)
        self._trouble = card(column(label(trouble)), kind="tile", margins=_MARGINS)
        show_if(self._trouble, bool(trouble))
        heading = column(
            label(self.tr("Hent en sikkerhedskopi frem"), "title"),
            label(self.tr("Intet bliver ændret, før du har set, hvad der ikke kommer med, og siger ja."), "muted"),
            spacing=2,
        )
        self._lost_card = self._make_lost_card()
        self._lost_card.hide()
        body = column(heading, 14, self._trouble, 14, self.choice, 14, self._lost_card)
        self._body = page_body(body, widest=860, foot=28)
        self.setLayout(column(TopBar("", "", back=back), self._body))
        self.first = self.choice.table

    def show_lost(self, text: str) -> None:
        """Says what would not come back, and lets it be decided; empty takes that away."""
        self.lost.setText(text)
        self._lost_card.setVisible(bool(text))
        if text:
            self.restore.setFocus()
            # Once the page has grown by the card.
            QTimer.singleShot(0, self._body, lambda: self._body.bring_into_sight(self._lost_card))

    def show_restoring(self) -> None:
        """The backup is on its way."""
        self.choice.show_busy(True)
        self.restore.setEnabled(False)
        self.restore.setText(self.tr("Henter den frem …"))

    def _make_lost_card(self) -> QFrame:
        kept = (
            self.tr("Den database, der er her nu, bliver lagt til side. Den bliver ikke slettet."),
            self.tr("Borgere, der er slettet siden, kommer ikke tilbage."),
            self.tr("Forskningscentret skal have et nyt kort fra denne computer, før I kan sende igen."),
        )
        lines: list[QWidget] = [label(self.tr("– {0}").format(text)) for text in kept]
        return card(
            column(
                label(self.tr("3. Det kommer ikke med"), "section"),
                8,
                self.lost,
                8,
                column(*lines, spacing=5),
                16,
                row(self.restore, None),
            ),
            kind="chosen",
            margins=_MARGINS,
        )
