# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The caseload: whom to look at, in which order, and one next step for each citizen."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bip_desktop.domain.caseload import CaseloadRow, Due
from bip_desktop.domain.caseload_choice import Choice, Group, Order
from bip_desktop.gui import theme
from bip_desktop.gui.models.caseload_model import CaseloadModel
from bip_desktop.gui.models.caseload_texts import Action
from bip_desktop.gui.pages.caseload.caseload_table import CaseloadTable
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.texts import breakable, label
from bip_desktop.gui.widgets.top_bar import TopBar

_LOW = 420
"""Pixels at 100 %."""


class CaseloadPage(Page):
    """Shows the rows it is given; states what is chosen and which citizen is asked for."""

    chosen = Signal(object)
    """A `Choice`: what is searched for, which citizens, in which order."""
    start_asked = Signal(object)
    """A `CitizenId`."""
    continue_asked = Signal(object)
    """A `CitizenId`."""
    citizen_asked = Signal(object)
    """A `CitizenId`."""
    new_citizen_asked = Signal()
    import_asked = Signal()
    own_picture_asked = Signal()
    export_asked = Signal()
    about_asked = Signal()
    settings_asked = Signal()
    administration_asked = Signal()
    colleagues_asked = Signal(str)
    """What was searched for among the own citizens."""
    tidings_seen = Signal()
    lock_asked = Signal()

    def __init__(self, who: str, groups: Sequence[tuple[str, Group]], orders: Sequence[tuple[str, Order]]) -> None:
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
        self.search.setMinimumWidth(look.px(140))
        self.search.setMaximumWidth(look.px(320))
        self.search.textChanged.connect(self._on_chosen)
        self._groups, self._orders = [each for _, each in groups], [each for _, each in orders]
        self.group = _list_of([text for text, _ in groups], self.tr("Vis"), self._on_chosen)
        self.order = _list_of([text for text, _ in orders], self.tr("Rækkefølge"), self._on_chosen)
        self._choosing = QWidget()
        self._choosing.setLayout(FlowLayout(self.group, self.order, spacing=look.px(10)))
        self.new_citizen = button(self.tr("Ny borger"), "primary", self.new_citizen_asked.emit)
        self.from_file = button(self.tr("Hent fra fil"), "quiet", self.import_asked.emit)
        self.from_file.setMinimumHeight(self.new_citizen.sizeHint().height())
        self.export = button(self.tr("Send til forskning"), "secondary", self.export_asked.emit)
        self.lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.nothing = label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first_from_file = button(self.tr("Hent fra fil"), "secondary", self.import_asked.emit)
        self.everybody = button(self.tr("Vis alle borgere"), "secondary", self._on_everybody)
        self.colleagues = button(
            self.tr("Søg hos kolleger …"), "secondary", lambda: self.colleagues_asked.emit(self.search.text())
        )
        buttons = row(None, self.first_from_file, self.everybody, self.colleagues, None, spacing=10)
        self._empty = card(column(None, self.nothing, 14, buttons, None))
        self._empty.setMaximumHeight(look.px(212))
        bar = TopBar(self.tr("Mine borgere"), who, self.export, self.lock, note=self.tr("Gemt lokalt, krypteret ✓"))
        self._title = label("", "title")
        heading = HeadingRow(
            column(self._title, self.summary, spacing=2), self.search, self.from_file, self.new_citizen, wide=900
        )
        self.own_picture = button(self.tr("Mine egne svar"), "link", self.own_picture_asked.emit)
        self.settings = button(self.tr("Indstillinger"), "link", self.settings_asked.emit)
        self.about = button(self.tr("Om BIP"), "link", self.about_asked.emit)
        self.administration = button(self.tr("Administration"), "link", self.administration_asked.emit)
        self.administration.hide()
        foot = QWidget()
        links = (self.own_picture, self.settings, self.administration, self.about)
        foot.setLayout(FlowLayout(*links, spacing=16, between=0))
        self.tidings = label("")
        self.seen = button(self.tr("Set"), "secondary", self.tidings_seen.emit)
        self.seen.setAccessibleDescription(self.tr("Beskeden forsvinder; den står stadig i loggen"))
        self._tidings = card(row(self.tidings, self.seen, spacing=16), kind="chosen", margins=(16, 8, 16, 8))
        self._tidings.hide()
        body = column(self._tidings, heading, 12, self._choosing, 12, self._card, self._empty, None, foot)
        self._body = body
        for each in (self._card, self._empty):
            body.setStretchFactor(each, 1000)
        self.setLayout(column(bar, body))
        self.first = self.search
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    def show_summary(self, title: str, text: str) -> None:
        """Says what is on show: today's meetings and what is due, or how many are chosen."""
        self._title.setText(title)
        self.summary.setText(text)

    def show_rows(self, rows: Sequence[CaseloadRow], today: date, due: Callable[[CaseloadRow], Due]) -> None:
        """Shows these citizens, in this order."""
        self.model.show_rows(rows, today, due)
        self._card.show()
        self._empty.hide()
        self._settle()

    def show_choice(self, choice: Choice, *, can_choose: bool) -> None:
        """Shows which citizens are chosen, and in which order; hides it all where there is nobody to choose among."""
        show_if(self._choosing, can_choose)
        for box, place in (
            (self.group, self._groups.index(choice.group)),
            (self.order, self._orders.index(choice.order)),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(place)

    def show_administration(self, *, is_hers: bool) -> None:
        """The way to what an administrator or a team leader looks after."""
        show_if(self.administration, is_hers)

    def show_tidings(self, text: str) -> None:
        """Tells who else has opened one of hers; empty takes it away."""
        self.tidings.setText(breakable(text))
        show_if(self._tidings, bool(text))

    def show_nothing(
        self, text: str, *, offer_file: bool = False, offer_everybody: bool = False, offer_colleagues: bool = False
    ) -> None:
        """Says why there is nobody to show, and may offer to fetch them from a file, to show everybody, or to look
        among the colleagues' citizens."""
        show_if(self.colleagues, offer_colleagues)
        self.nothing.setText(breakable(text))
        show_if(self.first_from_file, offer_file)
        show_if(self.everybody, offer_everybody)
        self._card.hide()
        self._empty.show()
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows come before the air, and before the title that repeats what is chosen."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        low = self.height() < theme.current().px(_LOW)
        show_if(self._title, not low)
        show_if(self.summary, not low or self._empty.isHidden())
        self._body.setContentsMargins(40, 4 if low else 22, 40, 2 if low else 10)

    def _on_chosen(self) -> None:
        group, order = self._groups[self.group.currentIndex()], self._orders[self.order.currentIndex()]
        self.chosen.emit(Choice(group, order, self.search.text()))

    def _on_everybody(self) -> None:
        with QSignalBlocker(self.search), QSignalBlocker(self.group):
            self.search.clear()
            self.group.setCurrentIndex(0)
        self._on_chosen()
        self.table.setFocus()

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


def _list_of(texts: Sequence[str], name: str, chosen: Callable[[], None]) -> QComboBox:
    made = QComboBox()
    made.addItems(list(texts))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMaxVisibleItems(len(texts))
    made.currentIndexChanged.connect(lambda _: chosen())
    return made


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
