# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Three things on one page: what is on the way, taking citizens, giving citizens. Each file is looked at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QLabel, QWidget

from bip_desktop.domain.citizen import ChangeReason
from bip_desktop.gui import theme
from bip_desktop.gui.pages.moving.view import ShownComing
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import card, column, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.picking_list import PickingList
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import breakable, label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns
from bip_desktop.gui.widgets.way_list import Way, WayList

_MARGINS = (24, 18, 24, 20)


class MovingPage(Page):
    """States which file is wanted, who is given to whom, and what is accepted."""

    file_asked = Signal()
    answered = Signal(bool)
    """Whether the citizens of the open file are taken."""
    reply_wanted = Signal(str)
    """The answer to this handover is to be saved."""
    card_asked = Signal()
    card_accepted = Signal(bool)
    give_asked = Signal(int, object)
    """The place of the colleague in the list (-1: none), and a `ChangeReason` or None; `chosen` says who."""
    write_again_asked = Signal(str)
    read_reply_asked = Signal()
    taken_back = Signal(str)
    """The other computer of this handover is gone for good."""
    own_card_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Borgere mellem computere"))
        self._reasons: list[ChangeReason] = []
        self.ways, self.replies = WayList(), WayList()
        self.ways.asked.connect(self.write_again_asked)
        self.ways.other_asked.connect(self._on_lost)
        self._lost = ""
        self.replies.asked.connect(self.reply_wanted)
        self.back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        heading = column(
            label(self.tr("Borgere mellem computere"), "title"),
            label(self.tr("I samme jobcenter. Alt følger med: svar, samtaler og aftaler."), "muted"),
            spacing=2,
        )
        self._ways_card = self._make_ways_card()
        columns = TwoColumns(column(self._make_giving_card()), column(self._make_taking_card()), spacing=16)
        body = column(heading, 14, self._ways_card, columns)
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=1120, foot=28)))
        self.first = self.choose_file

    # -- on the way -------------------------------------------------------------------------------------------------

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Lists what waits for an answer here."""
        self.ways.show_ways(ways)
        self._ways_card.setVisible(bool(ways))

    def show_ways_said(self, text: str, *, problem: bool = False) -> None:
        """Says what became of an answer, or of a file that was written again."""
        _say(self.ways_said, self.ways_problem, text, problem=problem)
        self._ways_card.setVisible(bool(text) or bool(self.ways.buttons))

    # -- taking -----------------------------------------------------------------------------------------------------

    def show_coming(self, shown: ShownComing) -> None:
        """Shows who would come, and asks."""
        self.show_taken("")
        self.who_gives.setText(breakable(shown.sender))
        self.people.show_rows(shown.people)
        self.coming_print.setText(shown.fingerprint)
        for each in (self.coming_print, self._compare):
            each.setVisible(bool(shown.fingerprint))
        self.accept.setText(self.tr("Tegnene er ens: tag imod") if shown.fingerprint else self.tr("Tag imod"))
        self._coming.show()
        self.choose_file.hide()
        self.accept.setFocus()

    def show_coming_problem(self, text: str) -> None:
        """Says why they cannot be taken; they can still be turned down."""
        _say(self.taken_said, self.taken_problem, text, problem=True)

    def show_taken(self, text: str, *, problem: bool = False) -> None:
        """Says what became of the file."""
        self._coming.hide()
        self.choose_file.show()
        _say(self.taken_said, self.taken_problem, text, problem=problem)

    def show_replies(self, replies: Sequence[Way]) -> None:
        """Lists what was answered here; the answer can be saved again."""
        self.replies.show_ways(replies)

    # -- giving -----------------------------------------------------------------------------------------------------

    def show_choices(
        self,
        citizens: Sequence[tuple[str, str]],
        ticked: Sequence[int],
        colleagues: Sequence[str],
        reasons: Sequence[tuple[str, ChangeReason]],
    ) -> None:
        """Who can be given (name and case number), which of them are ticked, to whom, and why."""
        self.citizens.show_items(citizens, ticked)
        self.colleague.clear()
        self.colleague.addItems(list(colleagues))
        self.colleague.setCurrentIndex(0 if len(colleagues) == 1 else -1)
        if not self._reasons:
            self._reasons = [reason for _, reason in reasons]
            self.reason.addItems([text for text, _ in reasons])
            self.reason.setCurrentIndex(-1)
        self.nobody.setVisible(not citizens)
        self.citizens.setVisible(bool(citizens))
        show_if(self.colleague_row, bool(colleagues))
        self.no_colleague.setVisible(not colleagues)
        for each in (self.reason_row, self._warning, self.give):
            each.setVisible(bool(citizens) and bool(colleagues))

    @property
    def chosen(self) -> list[int]:
        """The places of those who are ticked."""
        return self.citizens.ticked

    def show_given(self, text: str, *, problem: bool = False) -> None:
        """Says what became of it."""
        _say(self.given_said, self.given_problem, text, problem=problem)

    def show_reason_problem(self, text: str) -> None:
        """Says at the choice that a reason is missing."""
        self.reason_row.show_problem(text)

    def show_card(self, holder: str, fingerprint: str) -> None:
        """Asks for a colleague's signs to be compared."""
        self.show_given("")
        self.card_holder.setText(breakable(holder))
        self.card_print.setText(fingerprint)
        self._comparing.show()
        self.accept_card.setFocus()

    def hide_card(self) -> None:
        """The colleague's card is answered."""
        self._comparing.hide()

    # -- asking -----------------------------------------------------------------------------------------------------

    def ask_file(self, title: str, start: str, kinds: str) -> str:
        """Lets her choose a file; empty where she does not."""
        return QFileDialog.getOpenFileName(self, title, start, kinds)[0]

    def ask_folder(self, title: str, start: str) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, title, start)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_ways_card(self) -> QWidget:
        self.read_reply = button(self.tr("Læs svaret …"), "primary", self.read_reply_asked.emit)
        self.ways_said, self.ways_problem = _said(), label("", "error")
        self.ways_problem.hide()
        self.take_back = button(self.tr("Tag dem tilbage"), "secondary", lambda: self._on_answered_lost(True))
        self.keep = button(self.tr("Fortryd"), "secondary", lambda: self._on_answered_lost(False))
        self._losing = card(
            column(
                label(self.tr("Står borgerne ikke hos din kollega?"), "strong"),
                label(
                    self.tr(
                        "Tag dem kun tilbage, hvis computeren er gået tabt, eller er sat tilbage til en sikkerhedskopi "
                        "fra før. Spørg først. Ellers står de to steder."
                    )
                ),
                FlowLayout(self.take_back, self.keep, spacing=8),
                spacing=8,
            ),
            kind="chosen",
        )
        self._losing.hide()
        holder = QWidget()
        holder.setLayout(
            column(
                card(
                    column(
                        label(self.tr("På vej til en kollega"), "section"),
                        label(self.tr("Her kan du læse dem. Når din kollegas svar er læst, står de kun dér."), "muted"),
                        self.ways,
                        self._losing,
                        FlowLayout(self.read_reply),
                        self.ways_said,
                        self.ways_problem,
                        spacing=10,
                    ),
                    margins=_MARGINS,
                ),
                16,
            )
        )
        holder.hide()
        return holder

    def _make_taking_card(self) -> QFrame:
        self.choose_file = button(self.tr("Vælg fil …"), "secondary", self.file_asked.emit)
        self.who_gives = label("", "strong")
        self.people = ReadingTable(self.tr("Borgere i filen"), [self.tr("Hvem"), self.tr("Samtaler")])
        self._compare = label(self.tr("Du har ikke fået noget fra denne computer før. Ring, og sammenlign tegnene:"))
        self.coming_print = _print()
        self.accept = button("", "primary", lambda: self.answered.emit(True))
        self.decline = button(self.tr("Afvis"), "secondary", lambda: self.answered.emit(False))
        self._coming = card(
            column(
                self.who_gives,
                self.people,
                self._compare,
                self.coming_print,
                FlowLayout(self.accept, self.decline, spacing=8),
                spacing=8,
            ),
            kind="chosen",
        )
        self._coming.hide()
        self.taken_said, self.taken_problem = _said(), label("", "error")
        self.taken_problem.hide()
        self.own_card = button(self.tr("Gem denne computers kort …"), "link", self.own_card_asked.emit)
        return card(
            column(
                label(self.tr("Modtag borgere"), "section"),
                label(self.tr("Din kollega giver dig en fil. Den kan kun åbnes her. Send svaret tilbage.")),
                FlowLayout(self.choose_file),
                self._coming,
                self.taken_said,
                self.taken_problem,
                self.replies,
                FlowLayout(self.own_card),
                spacing=10,
            ),
            margins=_MARGINS,
        )

    def _make_giving_card(self) -> QFrame:
        self.citizens = PickingList(self.tr("Hvem?"))
        self.nobody = label(self.tr("Du har ingen borgere, der kan gives videre."), "muted")
        self.colleague, self.reason = _choice(), _choice()
        self.colleague.setPlaceholderText(self.tr("Vælg …"))
        self.reason.setPlaceholderText(self.tr("Vælg …"))
        self.colleague_row = FormRow(self.tr("Til hvem?"), self.colleague)
        self.reason_row = FormRow(self.tr("Hvorfor?"), self.reason)
        self.no_colleague = label(self.tr("Hent først kortet fra din kollegas computer."), "muted")
        self.fetch_card = button(self.tr("Hent en kollegas kort …"), "link", self.card_asked.emit)
        self.card_holder, self.card_print = label("", "strong"), _print()
        self.accept_card = button(self.tr("Tegnene er ens"), "primary", lambda: self.card_accepted.emit(True))
        self.refuse_card = button(self.tr("Brug det ikke"), "secondary", lambda: self.card_accepted.emit(False))
        self._comparing = card(
            column(
                self.card_holder,
                label(self.tr("Ring til din kollega, og læs tegnene op for hinanden:")),
                self.card_print,
                FlowLayout(self.accept_card, self.refuse_card, spacing=8),
                spacing=8,
            ),
            kind="chosen",
        )
        self._comparing.hide()
        self._warning = label(self.tr("Når filen er gemt, kan du kun læse om borgeren her."), "small")
        self.give = button(self.tr("Gem filen …"), "primary", self._on_give)
        self.given_said, self.given_problem = _said(), label("", "error")
        self.given_problem.hide()
        return card(
            column(
                label(self.tr("Giv borgere videre"), "section"),
                self.nobody,
                self.citizens,
                self.no_colleague,
                self.colleague_row,
                FlowLayout(self.fetch_card),
                self._comparing,
                self.reason_row,
                self._warning,
                FlowLayout(self.give),
                self.given_said,
                self.given_problem,
                spacing=10,
            ),
            margins=_MARGINS,
        )

    def _on_lost(self, handover_id: str) -> None:
        self._lost = handover_id
        self._losing.show()
        self.keep.setFocus()  # a second Enter must not take anybody back

    def _on_answered_lost(self, yes: bool) -> None:
        self._losing.hide()
        if yes:
            self.taken_back.emit(self._lost)

    def _on_give(self) -> None:
        self.reason_row.show_problem("")
        place = self.reason.currentIndex()
        self.give_asked.emit(self.colleague.currentIndex(), self._reasons[place] if place >= 0 else None)


def _choice() -> QComboBox:
    made = QComboBox()
    made.setMaximumWidth(theme.current().px(420))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    return made


def _print() -> QLabel:
    made = label("", "strong")
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def _said() -> QLabel:
    made = label("", "strong")
    made.hide()
    return made


def _say(said: QLabel, wrong: QLabel, text: str, *, problem: bool) -> None:
    for where, words in ((said, "" if problem else text), (wrong, text if problem else "")):
        where.setText(breakable(words))
        where.setVisible(bool(words))
