# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One backup is chosen, unlocked and looked at; only then can it take the place of the database."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class RestoringPage(Page):
    """States which backup, with which secret, and that it is wanted."""

    chosen = Signal(int)
    """Its place in the list."""
    look_asked = Signal(str)
    """The passphrase or recovery key."""
    restore_asked = Signal()
    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, trouble: str) -> None:
        super().__init__(self.tr("Hent en sikkerhedskopi frem"))
        self._busy = False
        back = button(self.tr("← Tilbage"), "quiet", self.back_asked.emit)
        headings = [self.tr("Lavet"), self.tr("Anledning"), self.tr("Nyere arbejde")]
        self.table = ReadingTable(self.tr("Sikkerhedskopier"), headings)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.none = label("", "body")
        self.elsewhere = button(self.tr("Find i en anden mappe …"), "secondary", self.folder_asked.emit)
        self.secret = text_field(secret=True, most=400)
        self.secret.returnPressed.connect(self._on_look)
        self.secret_row = FormRow(
            self.tr("Adgangssætning eller nødnøgle"),
            self.secret,
            self.tr("Den, der gjaldt, da sikkerhedskopien blev lavet, virker altid."),
        )
        self.look = button(self.tr("Se, hvad der ikke kommer med"), "secondary", self._on_look)
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
        self._secret_card = card(
            column(label(self.tr("2. Lås den op"), "section"), 8, self.secret_row, 12, row(self.look, None)),
            margins=_MARGINS,
        )
        body = column(
            heading, 14, self._trouble, 14, self._make_list_card(), 14, self._secret_card, 14, self._lost_card
        )
        self._body = page_body(body, widest=860, foot=28)
        self.setLayout(column(TopBar("", "", back=back), self._body))
        self.secret.setMaximumWidth(theme.current().px(520))
        self.first = self.table

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_backups(self, rows: Sequence[Sequence[str]], none: str) -> None:
        """Lists the backups, the first one chosen; or says that there are none."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setText(none)
        self.none.setVisible(not rows)
        self._secret_card.setVisible(bool(rows))
        self._lost_card.hide()
        if rows:
            self.table.selectRow(0)

    def show_problem(self, text: str) -> None:
        """Says at the field what is wrong with the secret, or with the backup."""
        self.secret_row.show_problem(text)
        if text:
            self.secret.selectAll()

    def show_lost(self, text: str) -> None:
        """Says what would not come back, and lets it be decided; empty takes that away."""
        self.lost.setText(text)
        self._lost_card.setVisible(bool(text))
        if text:
            self.restore.setFocus()
            # Once the page has grown by the card.
            QTimer.singleShot(0, self._body, lambda: self._body.bring_into_sight(self._lost_card))

    def show_busy(self, busy: bool) -> None:
        """While a backup is read or brought back nothing else can be chosen."""
        self._busy = busy
        for each in (self.look, self.restore, self.elsewhere, self.table, self.secret):
            each.setEnabled(not busy)

    def show_restoring(self) -> None:
        """The backup is on its way."""
        self.show_busy(True)
        self.restore.setText(self.tr("Henter den frem …"))

    def ask_folder(self) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, self.tr("Hvor ligger sikkerhedskopien?"))

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_list_card(self) -> QFrame:
        return card(
            column(
                label(self.tr("1. Vælg en sikkerhedskopi"), "section"),
                8,
                self.none,
                self.table,
                12,
                row(self.elsewhere, None),
            ),
            margins=_MARGINS,
        )

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
                FlowLayout(self.restore, spacing=10),
            ),
            kind="chosen",
            margins=_MARGINS,
        )

    def _on_chosen(self) -> None:
        self.show_lost("")
        rows = self.table.selectionModel().selectedRows()
        if rows and not self._busy:
            self.chosen.emit(rows[0].row())

    def _on_look(self) -> None:
        if self.look.isEnabled():
            self.look_asked.emit(self.secret.text())
