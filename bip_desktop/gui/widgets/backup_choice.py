# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One backup of a list, and the secret that opens it: two cards below each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import label

_MARGINS = (24, 18, 24, 20)


class BackupChoice(QWidget):
    """States which one, and with which secret it is to be looked into."""

    chosen = Signal(int)
    """Its place in the list."""
    look_asked = Signal(str)
    """The passphrase or recovery key."""
    folder_asked = Signal()

    def __init__(self, headings: Sequence[str], find: str, look: str) -> None:
        super().__init__()
        self._busy = False
        self.table = ReadingTable(self.tr("Sikkerhedskopier"), headings)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.none = label("", "body")
        self.elsewhere = button(find, "secondary", self.folder_asked.emit)
        self.secret = text_field(secret=True, most=400)
        self.secret.setMaximumWidth(theme.current().px(520))
        self.secret.returnPressed.connect(self._on_look)
        self.secret_row = FormRow(
            self.tr("Adgangssætning eller gendannelsesnøgle"),
            self.secret,
            self.tr("Den, der gjaldt, da sikkerhedskopien blev lavet, virker altid."),
        )
        self.look = button(look, "secondary", self._on_look)
        self._list_card = card(
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
        self._secret_card = card(
            column(label(self.tr("2. Lås den op"), "section"), 8, self.secret_row, 12, row(self.look, None)),
            margins=_MARGINS,
        )
        self.setLayout(column(self._list_card, 14, self._secret_card))

    def show_backups(self, rows: Sequence[Sequence[str]], none: str) -> None:
        """Lists the backups, the first one chosen; or says that there are none."""
        self.table.show_rows(rows)
        self.none.setText(none)
        for each, wanted in ((self.table, bool(rows)), (self.none, not rows), (self._secret_card, bool(rows))):
            show_if(each, wanted)
        if rows:
            self.table.selectRow(0)

    def show_problem(self, text: str) -> None:
        """Says at the field what is wrong with the secret, or with the backup."""
        self.secret_row.show_problem(text)
        if text:
            self.secret.selectAll()

    def show_busy(self, busy: bool) -> None:
        """While a backup is read nothing else can be chosen."""
        self._busy = busy
        for each in (self.look, self.elsewhere, self.table, self.secret):
            each.setEnabled(not busy)

    def ask_folder(self) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, self.tr("Hvor ligger sikkerhedskopien?"))

    def _on_chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows and not self._busy:
            self.chosen.emit(rows[0].row())

    def _on_look(self) -> None:
        if self.look.isEnabled():
            self.look_asked.emit(self.secret.text())
