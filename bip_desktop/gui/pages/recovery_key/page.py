# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""First the key, then two of its groups typed back: what cannot be read on paper is no key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import centred_card
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class RecoveryKeyPage(Page):
    """States what is typed back."""

    print_asked = Signal()
    on_paper = Signal()
    show_again_asked = Signal()
    typed_back = Signal(object, str)
    """Number of the group to what was typed, and the own passphrase where it is asked for."""
    later_asked = Signal()

    def __init__(self, *, asks_passphrase: bool, later: str) -> None:
        super().__init__(self.tr("Gendannelsesnøgle"))
        self.later = button(later, "quiet", self.later_asked.emit)
        self.key = QWidget()
        self.print = button(self.tr("Udskriv"), "secondary", self.print_asked.emit)
        self.written = button(self.tr("Den er på papir"), "primary", self.on_paper.emit)
        self.printed = label("", "strong")
        self.printed.hide()
        self._first = QWidget()
        self._first.setLayout(
            column(
                label(
                    self.tr(
                        "Glemmer alle deres adgangssætning, er denne nøgle den eneste vej til svarene. "
                        "Den bliver kun vist nu. Udskriv den, eller skriv den af, og læg den i jobcentrets pengeskab."
                    )
                ),
                card(column(self.key), kind="tile", margins=(20, 16, 20, 16)),
                self.printed,
                FlowRow(self.print, self.written),
                spacing=16,
            )
        )
        self.groups: dict[int, FormRow] = {}
        self._rows = column(spacing=14)
        self.secret = FormRow(self.tr("Din egen adgangssætning"), text_field(secret=True))
        self.keep = button(self.tr("Færdig"), "primary", self._on_typed)
        self.again = button(self.tr("Vis nøglen igen"), "quiet", self.show_again_asked.emit)
        self._asks_passphrase = asks_passphrase
        self._second = QWidget()
        parts = [self.secret] if asks_passphrase else []
        self._second.setLayout(
            column(
                label(self.tr("Skriv to af grupperne fra papiret. Så ved I, at det kan læses.")),
                self._rows,
                *parts,
                FlowRow(self.keep, self.again),
                spacing=16,
            )
        )
        self._second.hide()
        content = column(label(self.tr("Gendannelsesnøgle"), "title"), self._first, self._second, spacing=14)
        self.setLayout(column(TopBar("", "", back=self.later), centred_card(content, width=620)))
        self.first = self.print

    def show_key(self, groups: Sequence[str]) -> None:
        """Shows the key itself."""
        grid = QGridLayout()
        grid.setSpacing(theme.current().px(10))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme.current().px(26))
        for place, group in enumerate(groups):
            number = label(f"{place + 1}.", "muted", wrap=False)
            signs = label(group, "section", wrap=False)
            signs.setFont(fixed)
            signs.setStyleSheet(f"font-family: '{fixed.family()}'; letter-spacing: 3px;")
            signs.setAccessibleName(" ".join(group))
            half = (len(groups) + 1) // 2
            line, side = place % half, place // half
            grid.addWidget(number, line, 3 * side)
            grid.addWidget(signs, line, 3 * side + 1)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(5, 2)
        if self.key.layout() is None:
            self.key.setLayout(grid)
        self._second.hide()
        show_if(self._first, True)
        self.written.setFocus()

    def show_typing(self, numbers: Sequence[int]) -> None:
        """Hides the key, and asks for these groups."""
        for number in numbers:
            if number not in self.groups:
                made = FormRow(self.tr("Gruppe {0}").format(number), text_field(most=12))
                if isinstance(made.field, QLineEdit):
                    made.field.returnPressed.connect(self._on_typed)
                    made.field.setMaximumWidth(theme.current().px(220))
                self.groups[number] = made
                self._rows.addWidget(made)
        self._first.hide()
        show_if(self._second, True)
        self.groups[numbers[0]].field.setFocus()

    def show_printed(self, text: str) -> None:
        """Says that it went to the printer."""
        self.printed.setText(text)
        show_if(self.printed, True)

    def show_busy(self, busy: bool) -> None:
        """While the key is sealed nothing can be typed."""
        self.keep.setEnabled(not busy)
        self.again.setEnabled(not busy)

    def ask_printer(self) -> QPrinter | None:
        """Which printer: a person decides."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.tr("Nøgle"))
        dialog = QPrintDialog(printer, self)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def _on_typed(self) -> None:
        for each in (*self.groups.values(), self.secret):
            each.show_problem("")
        if self.keep.isEnabled():
            typed = {number: _typed(each) for number, each in self.groups.items()}
            self.typed_back.emit(typed, _typed(self.secret))


def _typed(form_row: FormRow) -> str:
    return form_row.field.text() if isinstance(form_row.field, QLineEdit) else ""
