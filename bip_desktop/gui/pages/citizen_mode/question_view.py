# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One question, with its answers, the way back and on, and who sees the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bip_desktop.domain.questionnaire import Item, Value
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Side
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.item_editors import editor_for
from bip_desktop.gui.widgets.layouts import card, column, row, scrolled, show_if, thirds
from bip_desktop.gui.widgets.texts import label

_WIDTH = 860
"""Pixels at 100 %: a line that is easy to read."""
_INSET = (5, 0, 5, 0)
"""The rows' edges stand so far in, to leave room for the focus ring."""


class QuestionView(DefaultView):
    """States what is answered and which way is asked for."""

    answered = Signal(object)
    """A `Value`."""
    back_asked = Signal()
    on_asked = Signal()

    def __init__(
        self, item: Item, language: str, who_sees: str, *, is_first: bool, to_review: bool, compact: bool
    ) -> None:
        super().__init__()
        look = theme.current()
        self.item = item
        self.editor = editor_for(item, Side.CITIZEN, language, compact=compact)
        self.editor.answered.connect(self.answered)
        self.problem = label("", "error")
        self.problem.hide()
        self._who = card(column(label(who_sees)), kind="tile")
        self._who.hide()
        question = label(item.question.in_language(language), "question")
        self.editor.setAccessibleName(question.text())
        inner = column(
            column(label(item.display.in_language(language), "citizen"), 8, question, margins=_INSET),
            8 if compact else 20,
            self.editor,
            column(self.problem, 12, self._who, margins=_INSET),
            None,
        )
        middle = QWidget()
        middle.setMaximumWidth(look.px(_WIDTH))
        middle.setLayout(inner)
        area = scrolled(row(middle, margins=(24, 8 if compact else 24, 24, 8)))
        self.back = button(self.tr("← Tilbage"), "citizen-quiet", self.back_asked.emit)
        show_if(self.back, not is_first)
        self.on = button(self.tr("Til oversigten →") if to_review else self.tr("Næste →"), "citizen", self._on_on)
        self.default = self.on
        self.who: QPushButton = button(self.tr("Hvem ser mit svar?"), "link", self._on_who)
        foot = thirds(self.back, self.who, self.on, margins=(48, 8, 48, 20))
        whole = column(area, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_value(self, value: Value | None, saved: str) -> None:
        """Shows what is stored."""
        self.problem.hide()
        self.editor.show_value(value, saved)

    def show_problem(self, text: str) -> None:
        """Says what is not saved."""
        self.problem.setText(text)
        self.problem.show()

    def begin(self) -> None:
        """Takes the keyboard to the answers."""
        self.editor.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_on(self) -> None:
        if self.editor.may_leave():
            self.on_asked.emit()

    def _on_who(self) -> None:
        show_if(self._who, self._who.isHidden())
