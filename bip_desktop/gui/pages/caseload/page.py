# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload: today first, one next step for each citizen."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.gui import theme
from bip_desktop.gui.models.caseload_model import CaseloadModel
from bip_desktop.gui.models.caseload_texts import Action
from bip_desktop.gui.pages.caseload.caseload_table import CaseloadTable
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class CaseloadPage(Page):
    """Shows the rows it is given; states what is searched for and which citizen is asked for."""

    searched = Signal(str)
    start_asked = Signal(object)
    """A `CitizenId`."""
    continue_asked = Signal(object)
    """A `CitizenId`."""
    citizen_asked = Signal(object)
    """A `CitizenId`."""
    new_citizen_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    about_asked = Signal()
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, who: str) -> None:
        super().__init__(self.tr("Mine borgere"))
        look = theme.current()
        self.model = CaseloadModel(self)
        self.table = CaseloadTable(self.model)
        self._card = card(column(self.table), margins=(1, 4, 1, 4))
        self.table.action_asked.connect(self._on_action)
        self.table.arranged.connect(self._on_arranged)
        self.table.citizen_asked.connect(lambda line: self.citizen_asked.emit(self._citizen(line)))
        self.summary = label("", "muted")
        self.search: QLineEdit = _SearchField(self.table)
        self.search.setPlaceholderText(self.tr("Søg navn eller sagsnummer …"))
        self.search.setAccessibleName(self.tr("Søg efter navn eller sagsnummer"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.px(180))
        self.search.setMaximumWidth(look.px(320))
        self.search.textChanged.connect(self.searched)
        self.new_citizen = button(self.tr("Ny borger"), "primary", self.new_citizen_asked.emit)
        self.from_file = button(self.tr("Hent fra fil"), "quiet", self.import_asked.emit)
        self.from_file.setMinimumHeight(self.new_citizen.sizeHint().height())
        self.export = button(self.tr("Send til forskning"), "secondary", self.export_asked.emit)
        self.lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.nothing = label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first_from_file = button(self.tr("Hent fra fil"), "secondary", self.import_asked.emit)
        self._empty = card(column(None, self.nothing, 14, row(None, self.first_from_file, None), None))
        self._empty.setMaximumHeight(look.px(212))
        bar = TopBar(self.tr("Mine borgere"), who, self.export, self.lock, note=self.tr("Gemt lokalt, krypteret ✓"))
        title = column(label(self.tr("I dag"), "title"), self.summary, spacing=2)
        heading = HeadingRow(title, self.search, self.from_file, self.new_citizen)
        self.about = button(self.tr("Om BIP og spørgsmålene"), "link", self.about_asked.emit)
        self.settings = button(self.tr("Indstillinger"), "link", self.settings_asked.emit)
        foot = row(self.settings, 16, self.about, None)
        body = column(heading, 18, self._card, self._empty, None, foot, margins=(40, 22, 40, 10))
        for each in (self._card, self._empty):
            body.setStretchFactor(each, 1000)
        self.setLayout(column(bar, body))
        self.first = self.search
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    def show_summary(self, text: str) -> None:
        """Says how many meetings there are today, and how many measurements are due."""
        self.summary.setText(text)

    def show_rows(self, rows: Sequence[CaseloadRow], today: date, due: Callable[[CaseloadRow], Due]) -> None:
        """Shows these citizens, in this order."""
        self.model.show_rows(rows, today, due)
        self._card.show()
        self._empty.hide()

    def show_nothing(self, text: str, *, offer_file: bool) -> None:
        """Says why there is nobody to show, and may offer to fetch them from a file."""
        self.nothing.setText(text)
        show_if(self.first_from_file, offer_file)
        self._card.hide()
        self._empty.show()

    def _on_arranged(self) -> None:
        # The card ends where its rows do.
        self._card.setMaximumHeight(self.table.whole_height + 10)

    def _citizen(self, line: int) -> object:
        return self.model.row_at(line).citizen.citizen_id

    def _on_action(self, line: int) -> None:
        signal = {
            Action.START: self.start_asked,
            Action.CONTINUE: self.continue_asked,
            Action.OPEN: self.citizen_asked,
        }[self.model.action_at(line)]
        signal.emit(self._citizen(line))


class _SearchField(QLineEdit):
    """Down and Enter lead into the table."""

    def __init__(self, table: CaseloadTable) -> None:
        super().__init__()
        self._table = table
        self.setMaxLength(100)

    def sizeHint(self) -> QSize:
        """As wide as it may be; it gives way where there is less room."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._table.isVisible():
                self._table.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
