# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Her questions: one a page like the citizen's, but quicker: a digit answers and moves on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from bip_desktop.domain.questionnaire import Instrument, Item, ItemKind, Value
from bip_desktop.gui.language import spoken
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Air, Side
from bip_desktop.gui.widgets.default_view import DefaultView
from bip_desktop.gui.widgets.flow import FlowingLabel, FlowLayout, as_high_as_its_texts
from bip_desktop.gui.widgets.item_editors import editor_for
from bip_desktop.gui.widgets.layouts import column, row, show_if
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.part_bar import PartBar
from bip_desktop.gui.widgets.texts import ElidedLabel, label
from bip_desktop.gui.widgets.tick_box import TickBox


class CaseworkerView(DefaultView):
    """One item of hers; S1 with what was agreed last time and the two local notes beside it."""

    answered = Signal(object)
    """A `Value`."""
    note_ticked = Signal(str, bool)
    back_asked = Signal()
    on_asked = Signal()

    def __init__(
        self,
        item: Item,
        instrument: Instrument,
        *,
        number: int,
        of: int,
        agreed_before: tuple[int, ...],
        notes: frozenset[str],
        last: bool,
    ) -> None:
        super().__init__()
        language = spoken()
        self.item = item
        self.moves_on = item.kind is ItemKind.SCALE
        self.editor = editor_for(item, Side.CASEWORKER, language, air=Air.LEAST)
        self.editor.answered.connect(self.answered)
        self.problem = label("", "error")
        self.problem.hide()
        self._question = label(item.question.in_language(language), "title" if self.moves_on else "section")
        self.editor.setAccessibleName(self._question.text())
        parts: list[QWidget | QLayout | int] = [self._question, 10]
        if item is instrument.activities and agreed_before:
            names = " · ".join(item.option(each).short.in_language(language) for each in agreed_before)
            parts += [label(self.tr("Aftalt sidst: {0}").format(names), "muted"), 8]
        parts.append(self.editor)
        if item is instrument.activities:
            boxes = [self._note(note.note_id, note.text.in_language(language), notes) for note in instrument.notes]
            remark = FlowingLabel(self.tr("Noter til dig selv (sendes aldrig):"), "muted")
            parts += [6, FlowLayout(remark, *boxes, spacing=18, between=4)]
        parts.append(self.problem)
        self.back = button(self.tr("← Tilbage"), "caseworker-quiet", self.back_asked.emit)
        show_if(self.back, number > 1)
        self.on = button(self.tr("Færdig") if last else self.tr("Næste →"), "caseworker", self.on_asked.emit)
        self.default = self.on
        self._parts = column(*parts, None)
        self._area = FollowingArea(self._parts)
        as_high_as_its_texts(self._area)
        head = row(
            ElidedLabel(item.display.in_language(language), "caseworker"),
            None,
            label(self.tr("Spørgsmål {0} af {1}").format(number, of), "muted", wrap=False),
        )
        whole = column(
            PartBar(of, number, Side.CASEWORKER),
            14,
            head,
            6,
            self._area,
            8,
            row(self.back, None, self.on),
        )
        whole.setStretch(5, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question gives way where not all of the answers would be in sight."""
        super().resizeEvent(event)
        if self.moves_on:
            for role in ("title", "section"):
                self._question.setProperty("role", role)
                self._question.style().polish(self._question)
                self._question.updateGeometry()
                if self._parts.heightForWidth(self._area.width()) <= self._area.height():
                    return

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

    def _note(self, note_id: str, text: str, notes: frozenset[str]) -> TickBox:
        box = TickBox(text)
        box.setChecked(note_id in notes)
        box.toggled.connect(lambda on: self.note_ticked.emit(note_id, on))
        return box
