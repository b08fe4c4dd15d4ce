# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Nothing that comes from outside is used before somebody has seen what it is and said yes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton

from bip_desktop.gui.pages.research_centre.view import ShownCentre, ShownFigures
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.reading_table import ReadingTable
from bip_desktop.gui.widgets.texts import breakable, label
from bip_desktop.gui.widgets.top_bar import TopBar
from bip_desktop.gui.widgets.two_columns import TwoColumns

_MARGINS = (24, 18, 24, 20)


class ResearchCentrePage(Page):
    """States which file is wanted and whether it is accepted."""

    keys_asked = Signal()
    keys_accepted = Signal(bool)
    card_asked = Signal()
    figures_asked = Signal()
    figures_accepted = Signal(bool)
    put_back_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Forskningscentret"))
        self.back = button(self.tr("← Send til forskning"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        heading = column(
            label(self.tr("Forskningscentret"), "title"),
            label(self.tr("Hvem I sender til, hvem I er, og hvad forskningen har fundet."), "muted"),
            spacing=2,
        )
        columns = TwoColumns(column(self._make_keys_card()), column(self._make_own_card()), spacing=16)
        body = column(heading, 14, columns, 16, self._make_figures_card())
        self.setLayout(column(TopBar("", "", lock, back=self.back), page_body(body, widest=1120, foot=28)))
        self.first = self.fetch_keys

    # -- the centre's keys ------------------------------------------------------------------------------------------

    def show_centre(self, shown: ShownCentre) -> None:
        """Says who is sent to now."""
        self._coming_keys.hide()
        self._show(self.centre, shown.name)
        self._show(self.fingerprint, shown.fingerprint)
        self._show(self.known, shown.words)
        self.keys_problem.hide()
        self.fetch_keys.show()

    def show_coming_centre(self, shown: ShownCentre) -> None:
        """Asks for the fingerprint to be compared."""
        self.keys_problem.hide()
        self.coming_centre.setText(breakable(shown.name))
        self.coming_print.setText(shown.fingerprint)
        self._show(self.coming_words, shown.words)
        self.fetch_keys.hide()
        self._coming_keys.show()
        self.accept_keys.setFocus()

    def show_keys_problem(self, text: str) -> None:
        """Says why a file cannot be used."""
        self._coming_keys.hide()
        self.fetch_keys.show()
        self._show(self.keys_problem, text)

    # -- this computer ----------------------------------------------------------------------------------------------

    def show_own(self, fingerprint: str) -> None:
        """Says what names this computer."""
        self.own_print.setText(fingerprint)

    def show_card_saved(self, text: str) -> None:
        """Says where the card lies."""
        self.card_problem.hide()
        self._show(self.card_saved, text)

    def show_card_problem(self, text: str) -> None:
        """Says why it could not be saved."""
        self.card_saved.hide()
        self._show(self.card_problem, text)

    # -- what was measured ------------------------------------------------------------------------------------------

    def show_figures(self, shown: ShownFigures | None, put_back: str) -> None:
        """Shows what is in use; `put_back` says what the button would bring, or nothing."""
        self.figures_problem.hide()
        self._accepting.hide()
        self.fetch_figures.show()
        self.put_back.setText(put_back)
        self.put_back.setVisible(bool(put_back))
        self._fill_figures(shown)
        self.no_figures.setVisible(shown is None)

    def show_coming_figures(self, shown: ShownFigures) -> None:
        """Shows what a file holds, before it is used."""
        self.figures_problem.hide()
        self.no_figures.hide()
        self.fetch_figures.hide()
        self.put_back.hide()
        self._fill_figures(shown)
        self._accepting.show()
        self.accept_figures.setFocus()

    def show_figures_problem(self, text: str) -> None:
        """Says why a file cannot be used."""
        self._show(self.figures_problem, text)

    def _fill_figures(self, shown: ShownFigures | None) -> None:
        self._show(self.figures_source, "" if shown is None else shown.source)
        self._show(self.figures_notes, "" if shown is None else "\n".join(shown.notes))
        self.figures.show_rows(() if shown is None else shown.rows)
        self.figures.setVisible(shown is not None)

    # -- asking -----------------------------------------------------------------------------------------------------

    def ask_file(self, title: str, start: str) -> str:
        """Lets her choose a file; empty where she does not."""
        return QFileDialog.getOpenFileName(self, title, start, self.tr("Filer fra centret (*.json);;Alle filer (*)"))[0]

    def ask_folder(self, start: str) -> str:
        """Lets her choose a folder; empty where she does not."""
        return QFileDialog.getExistingDirectory(self, self.tr("Hvor skal kortet gemmes?"), start)

    # -- parts ------------------------------------------------------------------------------------------------------

    def _make_keys_card(self) -> QFrame:
        self.centre, self.fingerprint, self.known = label("", "strong"), _print(), label("", "muted")
        self.keys_problem = label("", "error")
        self.keys_problem.hide()
        self.fetch_keys = button(self.tr("Hent centrets nøglefil …"), "secondary", self.keys_asked.emit)
        self.coming_centre, self.coming_print, self.coming_words = label("", "strong"), _print(), label("")
        self.accept_keys = button(self.tr("Tegnene er ens"), "primary", lambda: self.keys_accepted.emit(True))
        self.refuse_keys = button(self.tr("Brug dem ikke"), "secondary", lambda: self.keys_accepted.emit(False))
        asked = column(
            label(self.tr("Sammenlign, før du siger ja"), "section"),
            self.coming_centre,
            label(self.tr("Ring til centret på et nummer, du kender i forvejen. Læs tegnene op for hinanden:")),
            self.coming_print,
            self.coming_words,
            FlowLayout(self.accept_keys, self.refuse_keys, spacing=8),
            spacing=8,
        )
        self._coming_keys = card(asked, kind="chosen")
        self._coming_keys.hide()
        return card(
            column(
                label(self.tr("I sender til"), "section"),
                self.centre,
                self.fingerprint,
                self.known,
                self.keys_problem,
                FlowLayout(self.fetch_keys),
                self._coming_keys,
                spacing=8,
            ),
            margins=_MARGINS,
        )

    def _make_own_card(self) -> QFrame:
        self.own_print, self.card_saved, self.card_problem = _print(), label(""), label("", "error")
        self.card_saved.hide()
        self.card_problem.hide()
        self.save_card: QPushButton = button(self.tr("Gem kortet …"), "secondary", self.card_asked.emit)
        return card(
            column(
                label(self.tr("Denne computers kort"), "section"),
                label(
                    self.tr(
                        "Send kortet til centret, så det kan kende jeres pakker. Det er ikke hemmeligt. "
                        "Læs tegnene op, når de ringer:"
                    )
                ),
                self.own_print,
                self.card_problem,
                FlowLayout(self.save_card),
                self.card_saved,
                spacing=8,
            ),
            margins=_MARGINS,
        )

    def _make_figures_card(self) -> QFrame:
        self.figures_source, self.figures_notes = label("", "strong"), label("", "muted")
        self.no_figures = label(
            self.tr("Forslagene bygger på de kilder, programmet kom med. Centret kan sende nye tal i en fil."), "muted"
        )
        self.figures = ReadingTable(
            self.tr("Nye tal fra forskningen"),
            [
                self.tr("Område"),
                self.tr("Intet"),
                self.tr("Én slags"),
                self.tr("Flere"),
                self.tr("Med job"),
            ],
        )
        self.figures_problem = label("", "error")
        self.figures_problem.hide()
        self.fetch_figures = button(self.tr("Hent nye tal …"), "secondary", self.figures_asked.emit)
        self.put_back = button("", "link", self.put_back_asked.emit)
        self.accept_figures = button(self.tr("Brug tallene"), "primary", lambda: self.figures_accepted.emit(True))
        self.refuse_figures = button(self.tr("Brug dem ikke"), "secondary", lambda: self.figures_accepted.emit(False))
        self._accepting = QFrame()
        self._accepting.setLayout(
            column(
                label(self.tr("Tallene kommer til at stå på forslagene. Styrke og kilder bliver, som de er."), "body"),
                FlowLayout(self.accept_figures, self.refuse_figures, spacing=8),
                spacing=8,
            )
        )
        self._accepting.hide()
        return card(
            column(
                label(self.tr("Nye tal fra forskningen"), "section"),
                self.no_figures,
                self.figures_source,
                self.figures,
                self.figures_notes,
                self.figures_problem,
                self._accepting,
                FlowLayout(self.fetch_figures, self.put_back, spacing=12),
                spacing=8,
            ),
            margins=_MARGINS,
        )

    def _show(self, where: QLabel, text: str) -> None:
        where.setText(breakable(text))
        where.setVisible(bool(text))


def _print() -> QLabel:
    """Signs for two people to compare: they can be marked, and never break within a group."""
    made = label("", "strong")
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
