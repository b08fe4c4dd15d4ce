# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One question, with its answers, the way back and on, and who sees the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from bip_desktop.domain.questionnaire import Item, Value
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Air, Side
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.item_editors import editor_for
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.three_parts import ThreeParts

_WIDTH = 860
"""Pixels at 100 %: a line that is easy to read."""
_ROOMY = 800
"""Pixels at 100 % from which the page's edges are wide."""
_INSET = (5, 0, 5, 0)
"""The rows' edges stand so far in, to leave room for the focus ring."""
_SMALLER = (("question", Air.FULL), ("title", Air.LESS), ("title", Air.LEAST), ("section", Air.LEAST))
"""How large the question is, and the answers' air: the next where not all of the page would be in sight."""


class QuestionView(DefaultView):
    """States what is answered and which way is asked for."""

    answered = Signal(object)
    """A `Value`."""
    back_asked = Signal()
    on_asked = Signal()

    def __init__(self, item: Item, language: str, who_sees: str, *, is_first: bool, to_review: bool) -> None:
        super().__init__()
        self.item = item
        self.editor = editor_for(item, Side.CITIZEN, language)
        self.editor.answered.connect(self.answered)
        self.problem = label("", "error")
        self.problem.hide()
        self._who = card(column(label(who_sees)), kind="tile")
        self._who.hide()
        self._question = label(item.question.in_language(language), "question")
        self.editor.setAccessibleName(self._question.text())
        self._head = column(label(item.display.in_language(language), "citizen"), self._question, margins=_INSET)
        self._inner = column(self._head, self.editor, column(self.problem, self._who, margins=_INSET, spacing=12), None)
        self._middle = QWidget()
        self._middle.setMaximumWidth(theme.current().px(_WIDTH))
        self._middle.setLayout(self._inner)
        self._around = row(self._middle)
        self._area = FollowingArea(self._around)
        as_high_as_its_texts(self._area)
        self.back = button(self.tr("← Tilbage"), "citizen-quiet", self.back_asked.emit)
        show_if(self.back, not is_first)
        self.on = button(self.tr("Se mine svar →") if to_review else self.tr("Næste →"), "citizen", self._on_on)
        self.default = self.on
        self.who: QPushButton = button(self.tr("Hvem ser mit svar?"), "link", self._on_who)
        self._foot = ThreeParts(self.back, self.who, self.on, top=6, bottom=12, above=True)
        whole = column(self._area, self._foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._take(*_SMALLER[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the air out where not all of the question would be in sight."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        for role, air in _SMALLER:
            self._take(role, air)
            if self._around.heightForWidth(self._area.width()) <= self._area.height():
                return

    def _take(self, role: str, air: Air) -> None:
        """Gaps and the question give way first; the answers stay large and easy to hit."""
        compact = air is not Air.FULL
        self._question.setProperty("role", role)
        self._question.style().polish(self._question)
        self._head.setSpacing(2 if compact else 8)
        self._head.setContentsMargins(_INSET[0], 0, _INSET[2], 6 if compact else 20)
        # The rows' edges stand below those of the bar.
        side = (48 if self.width() >= theme.current().px(_ROOMY) else 24) - _INSET[0]
        self._around.setContentsMargins(side, 8 if compact else 24, side, 0 if compact else 8)
        self.editor.set_air(air)
        self._middle.updateGeometry()  # at once, to be measured

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
        self._area.verticalScrollBar().setValue(0)  # the question is read first

    def _on_on(self) -> None:
        if self.editor.may_leave():
            self.on_asked.emit()

    def _on_who(self) -> None:
        show_if(self._who, self._who.isHidden())
        if self._who.isVisible():
            self._area.bring_into_sight(self._who)
