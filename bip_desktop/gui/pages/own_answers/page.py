# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is for the caseworker's own eyes about one citizen. No curve, no verdict."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bip_desktop.gui.pages.own_answers.answers_table import AnswersTable
from bip_desktop.gui.pages.own_answers.cards import DoubtCard, stop_card, suggestion_cards
from bip_desktop.gui.pages.own_answers.view import OwnAnswersView
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import Child, card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.suggestion_card import SuggestionCard
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class OwnAnswersPage(Page):
    """Shows an `OwnAnswersView`; states what she notes for herself, and that she goes back."""

    noted = Signal(object, object)
    """A `MeetingId`, and the `Reflection` as it is now."""
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, view: OwnAnswersView) -> None:
        super().__init__(self.tr("Dine svar om {0}").format(view.name))
        back = button(self.tr("← {0}").format(view.name), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.table: AnswersTable | None = None
        self.doubts = [DoubtCard(each) for each in view.doubts]
        for doubt in self.doubts:
            doubt.noted.connect(self.noted)
        self.suggestions: list[SuggestionCard] = []
        parts: list[Child] = [
            label(self.tr("Dine svar om {0}").format(view.name), "title"),
            4,
            label(
                self.tr(
                    "Siden er kun til dig. På den skærm, I ser på sammen, står kun dine svar om samarbejde, netværk, "
                    "hverdag og helbred. {0} kan bede om at se resten: det er en del af sagen."
                ).format(view.name),
                "muted",
            ),
            16,
            self._answers(view),
        ]
        if view.answers.others:
            parts += [10, label(view.answers.others, "small")]
        for doubt in self.doubts:
            parts += [16, doubt]
        if view.stop is not None:
            parts += [16, stop_card(view.stop)]
        if view.suggestions and view.table is not None:
            self.suggestions = suggestion_cards(view.suggestions, view.table, view.instrument)
            parts += [20, label(self.tr("Forslag, der bygger på dine egne svar"), "section"), 2]
            parts.append(
                label(self.tr("De står kun her. Tag dem op med dine egne ord, hvis du finder dem rigtige."), "muted")
            )
            for suggestion in self.suggestions:
                parts += [10, suggestion]
        parts += [
            18,
            card(
                column(
                    label(self.tr("Svar det, du tror."), "strong"),
                    label(self.tr("Et tal, man styrer efter, måler ikke længere noget."), "muted"),
                    spacing=2,
                ),
                kind="tile",
                margins=(0, 0, 0, 0),
            ),
        ]
        self.setLayout(
            column(
                TopBar("", "", lock, back=back, note=self.tr("Gemt lokalt, krypteret ✓")),
                page_body(column(*parts)),
            )
        )
        self.first = back

    def _answers(self, view: OwnAnswersView) -> QFrame:
        answers = view.answers
        if not answers.measurements:
            return card(column(label(self.tr("Du har ikke svaret endnu."), "muted")), margins=(24, 24, 24, 24))
        self.table = AnswersTable(answers.questions, answers.measurements, answers.answers)
        return card(column(self.table), margins=(16, 8, 16, 8))
