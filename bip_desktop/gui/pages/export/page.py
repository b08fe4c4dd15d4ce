# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The submission: what leaves, what never does, where the file goes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QProgressBar, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.pages.export.view import Received, Saved, SentRows, ToSend
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.heading_row import HeadingRow
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import breakable, label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns
from bip_desktop.gui.widgets.way_list import Way, WayList

_MARGINS = (24, 18, 24, 20)


class ExportPage(Page):
    """States what is to be sent and when; shows what became of it."""

    scope_chosen = Signal(bool)
    """Whether everything is to be sent again."""
    folder_asked = Signal()
    save_asked = Signal()
    receipt_asked = Signal()
    again_asked = Signal(str)
    """The submission with this identity is to be written once more."""
    centre_asked = Signal()
    """To the centre's keys, and what it has measured."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Send til forskning"))
        self.back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.sealed = label("", "muted")
        self.table = ReadingTable(self.tr("Det bliver sendt"), [self.tr("Hvad"), self.tr("Antal")])
        self.since, self.left_out = label("", "muted"), label("", "muted")
        self.folder = text_field(most=4000)
        self.folder.setReadOnly(True)
        self.folder_row = FormRow(self.tr("Mappe"), self.folder)
        self.choose = button(self.tr("Vælg mappe …"), "secondary", self.folder_asked.emit)
        self.save = button(self.tr("Gem pakken"), "primary", self.save_asked.emit)
        self.save.setEnabled(False)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Pakken bliver gemt"))
        self.busy.setFixedHeight(theme.current().px(6))
        self.busy.hide()
        self.result = label("", "body")
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._result_card = self._make_result_card()
        self._received_card = self._make_received_card()
        self.sent = ReadingTable(
            self.tr("Sendt før"),
            [self.tr("Nr."), self.tr("Dato"), self.tr("Indhold"), self.tr("Status")],
        )
        self._sent_card = self._make_sent_card()
        self.centre = button(self.tr("Centrets nøgler og nye tal"), "secondary", self.centre_asked.emit)
        title = column(label(self.tr("Send til forskning"), "title"), self.sealed, spacing=2)
        heading = HeadingRow(title, self.centre)
        right = column(self._make_never_card(), 16, self._make_file_card())
        columns = TwoColumns(column(self._make_contents_card()), right, spacing=16)
        body = column(heading, 14, self._result_card, self._received_card, columns, 16, self._sent_card)
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=1120, foot=28)))
        self.first = self.only_new

    # -- what is shown ----------------------------------------------------------------------------------------------

    def show_counting(self) -> None:
        """The contents are being counted."""
        self.since.setText(self.tr("Tæller op …"))
        self.save.setEnabled(False)

    def show_contents(self, shown: ToSend) -> None:
        """Says what the package would hold."""
        self.sealed.setText(self.tr("Pakken bliver låst, så kun {0} kan åbne den.").format(shown.centre))
        self.table.show_rows(shown.rows)
        self.table.setVisible(not shown.empty)
        self.since.setText(shown.empty or shown.since)
        self.left_out.setText(shown.left_out)
        self.left_out.setVisible(bool(shown.left_out))
        self.save.setEnabled(not shown.empty)

    def show_unready(self, text: str) -> None:
        """Says why nothing can be sent."""
        self.since.setText(text)
        self.save.setEnabled(False)

    def show_folder(self, folder: str) -> None:
        """Says where the file will lie."""
        self.folder.setText(folder)
        self.folder.setToolTip(folder)
        self.folder.setCursorPosition(0)
        self.folder_row.show_problem("")

    def show_folder_problem(self, text: str) -> None:
        """Says at the folder why the file cannot lie there."""
        self.folder_row.show_problem(text)

    def show_busy(self, busy: bool) -> None:
        """While the package is made nothing else can be chosen."""
        self.busy.setVisible(busy)
        self.save.setText(self.tr("Gemmer pakken …") if busy else self.tr("Gem pakken"))
        for each in (self.save, self.choose, self.only_new, self.everything):
            each.setEnabled(not busy)

    def show_saved(self, saved: Saved) -> None:
        """Says where the package is and what to do with it."""
        self._file.setText(saved.file_name)
        self.result.setText(self.tr("Ligger i {0}\nIndhold: {1}").format(saved.folder, saved.contents))
        self._next.setText(saved.next_step)
        self._result_card.show()
        self._result_card.setFocus()

    def show_sent(self, rows: SentRows) -> None:
        """Lists what has been sent before."""
        self.sent.show_rows(rows)
        self._sent_card.setVisible(bool(rows))

    def show_waiting(self, ways: Sequence[Way]) -> None:
        """Lists what has no receipt yet."""
        self.waiting.show_ways(ways)

    def show_received(self, received: Received) -> None:
        """Says what the centre has taken, and the signs to read out."""
        self.receipt_problem.hide()
        self._headline.setText(received.headline)
        self.check_code.setText(received.check_code)
        self._remarks.setText("\n".join(received.remarks))
        self._received_card.show()
        self._received_card.setFocus()

    def show_receipt_problem(self, text: str) -> None:
        """Says why a receipt cannot be used, or a package cannot be written again."""
        self.receipt_said.hide()
        self.receipt_problem.setText(breakable(text))
        self.receipt_problem.setVisible(bool(text))

    def show_written_again(self, text: str) -> None:
        """Says where the package lies again."""
        self.receipt_problem.hide()
        self.receipt_said.setText(breakable(text))
        self.receipt_said.show()

    def ask_file(self, start: str) -> str:
        """Lets her choose a receipt; empty where she does not."""
        kinds = self.tr("Kvitteringer (*.json);;Alle filer (*)")
        return QFileDialog.getOpenFileName(self, self.tr("Hvilken fil er kvitteringen?"), start, kinds)[0]

    def ask_folder(self, start: str) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, self.tr("Hvor skal pakken gemmes?"), start)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_contents_card(self) -> QFrame:
        self.only_new = button(self.tr("Kun nyt"), "secondary", lambda: self.scope_chosen.emit(False))
        self.everything = button(self.tr("Det hele"), "secondary", lambda: self.scope_chosen.emit(True))
        self._scope = QButtonGroup(self)
        for each in (self.only_new, self.everything):
            each.setCheckable(True)
            self._scope.addButton(each)
        self.only_new.setChecked(True)
        self.everything.setToolTip(self.tr("Brug det, hvis en tidligere pakke er gået tabt."))
        return card(
            column(
                label(self.tr("Det bliver sendt"), "section"),
                10,
                FlowLayout(self.only_new, self.everything, spacing=8),
                12,
                self.since,
                8,
                self.table,
                10,
                self.left_out,
            ),
            margins=_MARGINS,
        )

    def _make_never_card(self) -> QFrame:
        never = (
            self.tr("Navne og CPR-numre"),
            self.tr("Noget, I har skrevet med egne ord: mål, aftaler og noter"),
            self.tr("Præcise datoer: kun ugen"),
            self.tr("Svar fra borgere, der ikke har sagt ja til forskning"),
        )
        lines: list[QWidget] = [label(self.tr("– {0}").format(text)) for text in never]
        return card(
            column(label(self.tr("Det forlader aldrig jobcentret"), "section"), 8, column(*lines, spacing=5)),
            margins=_MARGINS,
        )

    def _make_file_card(self) -> QFrame:
        return card(
            column(
                label(self.tr("Sådan bliver den gemt"), "section"),
                8,
                self.folder_row,
                10,
                row(self.choose, None),
                18,
                row(self.save, None),
                8,
                self.busy,
            ),
            margins=_MARGINS,
        )

    def _make_sent_card(self) -> QFrame:
        self.waiting = WayList()
        self.waiting.asked.connect(self.again_asked)
        self.read_receipt = button(self.tr("Læs kvittering …"), "secondary", self.receipt_asked.emit)
        self.receipt_said, self.receipt_problem = label("", "strong"), label("", "error")
        self.receipt_said.hide()
        self.receipt_problem.hide()
        return card(
            column(
                label(self.tr("Sendt før"), "section"),
                label(self.tr("En pakke er først modtaget, når centrets kvittering er læst her."), "muted"),
                self.sent,
                FlowLayout(self.read_receipt),
                self.receipt_said,
                self.receipt_problem,
                self.waiting,
                spacing=10,
            ),
            margins=_MARGINS,
        )

    def _make_received_card(self) -> QFrame:
        self._headline, self.check_code, self._remarks = label("", "section"), label("", "title"), label("")
        self.check_code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        frame = card(
            column(
                self._headline,
                self._remarks,
                label(self.tr("Kontrolkode, til at læse op for centret:"), "muted"),
                self.check_code,
                spacing=6,
            ),
            kind="chosen",
            margins=_MARGINS,
        )
        holder = QFrame()
        holder.setLayout(column(frame, 16))
        holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        holder.setAccessibleName(self.tr("Modtaget"))
        holder.hide()
        return holder

    def _make_result_card(self) -> QFrame:
        self._file = label("", "strong")
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._next = label("")
        frame = card(
            column(label(self.tr("Pakken er gemt"), "section"), 6, self._file, self.result, 8, self._next),
            kind="chosen",
            margins=_MARGINS,
        )
        holder = QFrame()
        holder.setLayout(column(frame, 16))
        holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        holder.setAccessibleName(self.tr("Pakken er gemt"))
        holder.hide()
        return holder
