# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""How the backups stand, where else they are copied to, and the way back to one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class BackupsPage(Page):
    """States what is wanted of the backups."""

    make_asked = Signal()
    share_asked = Signal()
    no_share_asked = Signal()
    copy_asked = Signal()
    restore_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Sikkerhedskopier"))
        back = button(self.tr("← Indstillinger"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.state = label("", "strong")
        self.make = button(self.tr("Lav en nu"), "primary", self.make_asked.emit)
        self.restore = button(self.tr("Hent en frem …"), "secondary", self.restore_asked.emit)
        self.share = text_field(most=4000)
        self.share.setReadOnly(True)
        self.share_row = FormRow(self.tr("Mappe"), self.share)
        self.reached = label("", "muted")
        self.choose = button(self.tr("Vælg mappe …"), "secondary", self.share_asked.emit)
        self.copy = button(self.tr("Kopiér nu"), "secondary", self.copy_asked.emit)
        self.stop = button(self.tr("Stop med at kopiere"), "quiet", self.no_share_asked.emit)
        headings = [self.tr("Lavet"), self.tr("Anledning"), self.tr("Størrelse")]
        self.table = ReadingTable(self.tr("Sikkerhedskopier på denne computer"), headings)
        self._table_card = card(column(label(self.tr("På denne computer"), "section"), 8, self.table), margins=_MARGINS)
        heading = column(
            label(self.tr("Sikkerhedskopier"), "title"),
            label(
                self.tr(
                    "De bliver lavet af sig selv, når programmet lukker, og første gang, der låses op en dag. "
                    "De er krypteret som alt andet og åbnes med jeres adgangssætninger eller gendannelsesnøglen."
                ),
                "muted",
            ),
            spacing=2,
        )
        body = column(heading, 14, self._make_state_card(), 14, self._make_share_card(), 14, self._table_card)
        self.setLayout(column(TopBar("", "", lock, back=back), page_body(body, widest=860, foot=28)))
        self.first = self.make

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_backups(self, state: str, rows: Sequence[Sequence[str]]) -> None:
        """Says how the newest stands, and lists all."""
        self.state.setText(state)
        self.table.show_rows(rows)
        self._table_card.setVisible(bool(rows))
        self.restore.setEnabled(True)

    def show_share(self, folder: str, reached: str) -> None:
        """Says where else they are copied to; nowhere where it is empty."""
        self.share.setText(folder or self.tr("Ingen mappe valgt"))
        self.share.setToolTip(folder)
        self.share.setCursorPosition(0)
        self.reached.setText(reached)
        self.copy.setVisible(bool(folder))
        self.stop.setVisible(bool(folder))
        self.share_row.show_problem("")

    def show_share_problem(self, text: str) -> None:
        """Says at the folder why nothing can be copied to it."""
        self.share_row.show_problem(text, take_keyboard=False)

    def show_busy(self, text: str) -> None:
        """Says what is being done; empty when it is done."""
        if text:
            self.state.setText(text)
        for each in (self.make, self.choose, self.copy, self.stop, self.restore):
            each.setEnabled(not text)

    def ask_folder(self, start: str) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, self.tr("Hvor skal de også ligge?"), start)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_state_card(self) -> QFrame:
        return card(column(self.state, 14, FlowLayout(self.make, self.restore, spacing=10)), margins=_MARGINS)

    def _make_share_card(self) -> QFrame:
        return card(
            column(
                label(self.tr("Også et andet sted"), "section"),
                6,
                label(
                    self.tr(
                        "Bliver computeren stjålet eller går i stykker, er det kopien et andet sted, der redder "
                        "jer: et fællesdrev eller en mappe, som kommunen tager backup af."
                    ),
                    "muted",
                ),
                10,
                self.share_row,
                6,
                self.reached,
                12,
                FlowLayout(self.choose, self.copy, self.stop, spacing=10),
            ),
            margins=_MARGINS,
        )
