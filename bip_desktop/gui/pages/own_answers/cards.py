# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The cards of her own page about one citizen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from bip_desktop.domain.ids import MeetingId
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.domain.reflection import Reflection
from bip_desktop.domain.suggestion import RuleTable
from bip_desktop.gui import theme
from bip_desktop.gui.language import spoken, translate
from bip_desktop.gui.pages.own_answers.view import DoubtView, StopView, SuggestionView
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.form_rows import FormRow
from bip_desktop.gui.widgets.layouts import Child, card, column, row
from bip_desktop.gui.widgets.suggestion_card import SuggestionCard
from bip_desktop.gui.widgets.texts import label

MARGINS = (24, 18, 24, 20)
_WAIT = 600
"""Milliseconds after the last key before what is typed is kept."""


def stop_card(stop: StopView) -> QFrame:
    """A prompt to think, never an alarm."""
    look = theme.current()
    checks = [
        card(
            column(label(title, "strong"), 2, label(question), None),
            kind="tile",
            margins=(look.px(16), look.px(10), look.px(16), look.px(12)),
        )
        for title, question in stop.checks
    ]
    reasons: list[Child] = [label(each) for each in stop.reasons]
    return card(
        column(
            label(translate("own_cards", "Et nyt blik på forløbet?"), "section"),
            6,
            *reasons,
            12,
            label(translate("own_cards", "Tænk over, før I ses:"), "strong"),
            6,
            CardGrid(checks, least=look.px(300), most=3, spacing=look.px(10)),
            10,
            label(
                translate("own_cards", "Det er ikke en dom over nogen. Intet af det bliver gemt eller sendt."), "muted"
            ),
        ),
        margins=MARGINS,
    )


def suggestion_cards(
    suggestions: Sequence[SuggestionView], table: RuleTable, instrument: Instrument
) -> list[SuggestionCard]:
    """What rests on her own answers: to bring along, not to choose here."""
    made = []
    for each in suggestions:
        one = SuggestionCard(each.suggestion, table, instrument, spoken(), chosen=False)
        one.toggle.hide()
        one.why.setTextFormat(Qt.TextFormat.PlainText)
        one.why.setText(each.why)
        made.append(one)
    return made


class DoubtCard(QFrame):
    """The two questions after a meeting in which she doubted. What she types is kept as it is."""

    noted = Signal(object, object)
    """The `MeetingId`, and the `Reflection` as it is now."""

    def __init__(self, doubt: DoubtView) -> None:
        super().__init__()
        self._doubt = doubt
        self._kept = doubt.noted
        self.setProperty("card", "true")
        self.setAccessibleName(doubt.heading)
        self.needed = _NoteField(doubt.noted.needed)
        self.with_whom = _NoteField(doubt.noted.with_whom)
        self.saved = label("", "muted", wrap=False)
        for field in (self.needed, self.with_whom):
            field.typed.connect(self._on_typed)
        content = column(
            row(label(doubt.heading, "section"), None, self.saved, spacing=12),
            label(
                self.tr("Om dit svar på S12. Til dig selv, hvis du vil: det står kun her og bliver aldrig sendt."),
                "muted",
            ),
            FormRow(self.tr("Hvad skulle der til for ét trin op?"), self.needed),
            FormRow(self.tr("Hvem kunne du tale det igennem med?"), self.with_whom),
            spacing=12,
        )
        content.setContentsMargins(*MARGINS)
        self.setLayout(content)

    def show_saved(self, meeting_id: MeetingId) -> None:
        """Says quietly that what was noted after this meeting is on the disk, where it is this card's."""
        if meeting_id == self._doubt.meeting_id:
            self._kept = self._now()
            self.saved.setText(self.tr("Gemt ✓"))

    def _on_typed(self) -> None:
        if self._now() != self._kept:
            self.noted.emit(self._doubt.meeting_id, self._now())

    def _now(self) -> Reflection:
        return Reflection(self.needed.toPlainText(), self.with_whom.toPlainText())


class _NoteField(QPlainTextEdit):
    """A few lines. Tab goes on to the next field."""

    typed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.current().px(76))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.typed)
        self.textChanged.connect(self._timer.start)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Every way out keeps what is typed."""
        super().focusOutEvent(event)
        self._timer.stop()
        self.typed.emit()
