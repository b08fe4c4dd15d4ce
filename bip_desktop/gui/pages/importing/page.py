# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from a file: which file, what would become of each row, and then all at once."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QProgressBar, QPushButton, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.pages.importing.rows_table import RowsTable
from bip_desktop.gui.pages.importing.view import LookedThrough, ShownRow
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import card, clear, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar

_MARGINS = (24, 18, 24, 20)


class ImportingPage(Page):
    """States which file is wanted and that its new citizens are to be made; shows what would become of each row."""

    file_asked = Signal()
    create_asked = Signal()
    moving_asked = Signal()
    """To citizens between this computer and a colleague's."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Hent borgere fra fil"))
        self._rows: tuple[ShownRow, ...] = ()
        self.back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        self.lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self._result_card = self._make_result_card()
        self._rows_card = self._make_rows_card()
        self.moving = button(self.tr("Borgere mellem computere"), "secondary", self.moving_asked.emit)
        title = column(
            label(self.tr("Hent borgere fra fil"), "title"),
            label(self.tr("Du ser alt igennem, før nogen bliver oprettet."), "muted"),
            spacing=2,
        )
        heading = HeadingRow(title, self.moving)
        body = column(heading, 14, self._result_card, self._make_file_card(), 16, self._rows_card)
        self._body = page_body(body, widest=1120, foot=28)
        self.setLayout(column(TopBar("", "", self.lock, back=self.back), self._body))
        self.first = self.choose

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_reading(self, file: str) -> None:
        """The file is being read."""
        self.file.setText(file)
        self.file.setCursorPosition(0)
        self.file_row.show_problem("")
        self._rows_card.hide()
        self._result_card.hide()
        self.reading.show()
        self.choose.setEnabled(False)

    def show_unread(self, text: str) -> None:
        """Says at the file why it cannot be used."""
        self._end_reading()
        self.file_row.show_problem(text, take_keyboard=False)
        self.choose.setFocus()

    def show_rows(self, shown: LookedThrough) -> None:
        """Says what would become of each row."""
        self._end_reading()
        self.show_problem("")
        self._rows = shown.rows
        self._show_groups(shown)
        self._show_group("")
        for each, text in ((self.ignored, shown.ignored), (self.nobody, shown.nobody)):
            each.setText(text)
            each.setVisible(bool(text))
        self.create_citizens.setText(shown.create)
        self.create_citizens.setEnabled(not shown.nobody)
        self._rows_card.show()
        self._lead_to(self.table if shown.nobody else self.create_citizens, self._rows_card)

    def show_problem(self, text: str) -> None:
        """Says above the rows why nobody was made."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_creating(self, creating: bool) -> None:
        """While citizens are made nothing else can be chosen."""
        self.creating.setVisible(creating)
        for each in (self.create_citizens, self.choose, self.back, self.lock, self.moving):
            each.setEnabled(not creating)

    def show_created(self, text: str) -> None:
        """Says how many were made, and what to do with the file."""
        self.result.setText(text)
        self.file.clear()
        self._rows_card.hide()
        self.table.show_rows(())
        self._rows = ()
        self._result_card.show()
        self._lead_to(self.to_caseload, self._result_card)

    def ask_file(self, start: str) -> str:
        """Lets her choose a file; empty where she does not."""
        kinds = self.tr("Lister (*.xlsx *.csv *.txt);;Alle filer (*)")
        return QFileDialog.getOpenFileName(self, self.tr("Hvilken fil?"), start, kinds)[0]

    def _lead_to(self, field: QWidget, part: QWidget) -> None:
        """Takes the keyboard to `field`, and brings all of `part` into sight once it has its place."""
        field.setFocus()
        QTimer.singleShot(0, part, lambda: self._body.bring_into_sight(part))

    def _end_reading(self) -> None:
        self.reading.hide()
        self.choose.setEnabled(True)

    # -- groups of rows ---------------------------------------------------------------------------------------------

    def _show_groups(self, shown: LookedThrough) -> None:
        clear(self._groups_row)
        self.groups.clear()
        for group in shown.groups:
            made = button(group.text, "secondary", partial(self._show_group, group.key))
            made.setCheckable(True)
            made.setChecked(not group.key)
            self._group.addButton(made)
            self._groups_row.addWidget(made)
            self.groups[group.key] = made

    def _show_group(self, key: str) -> None:
        self.table.show_rows([each for each in self._rows if key in ("", each.group)])

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_file_card(self) -> QFrame:
        self.file = text_field(most=4000)
        self.file.setReadOnly(True)
        help_text = self.tr(
            "En liste fra jeres fagsystem, gemt som Excel (.xlsx) eller CSV. Første række er overskrifter: Navn og CPR "
            "skal være der; Sagsnummer, Ydelse og Sagsbehandler må være der."
        )
        self.file_row = FormRow(self.tr("Fil"), self.file, help_text)
        self.choose = button(self.tr("Vælg fil …"), "secondary", self.file_asked.emit)
        self.reading = _busy(self.tr("Filen bliver læst"))
        return card(column(self.file_row, 12, row(self.choose, None), 8, self.reading), margins=_MARGINS)

    def _make_rows_card(self) -> QFrame:
        self.create_citizens = button("", "primary", self.create_asked.emit)
        self.creating = _busy(self.tr("Borgerne bliver oprettet"))
        self.problem, self.nobody = label("", "error"), label("", "strong")
        self.problem.hide()
        self.ignored = label("", "muted")
        self.groups: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._groups_row = FlowLayout(spacing=8)
        self.table = RowsTable()
        frame = card(
            column(
                label(self.tr("Det står i filen"), "section"),
                10,
                self.problem,
                self.nobody,
                6,
                row(self.create_citizens, None),
                8,
                self.creating,
                8,
                self._groups_row,
                10,
                self.table,
                10,
                self.ignored,
            ),
            margins=_MARGINS,
        )
        frame.hide()
        return frame

    def _make_result_card(self) -> QFrame:
        self.result = label("")
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.to_caseload = button(self.tr("Se mine borgere"), "primary", self.back_asked.emit)
        frame = card(
            column(label(self.tr("Borgerne er oprettet"), "section"), 6, self.result, 12, row(self.to_caseload, None)),
            kind="chosen",
            margins=_MARGINS,
        )
        holder = QFrame()
        holder.setLayout(column(frame, 16))
        holder.hide()
        return holder


def _busy(name: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    bar.setFixedHeight(theme.current().px(6))
    bar.hide()
    return bar
