# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What can be put right: what the citizen is known by, and an answer that was a mistake."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bip_desktop.domain.questionnaire import Item, Respondent, Value
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_list import ChoiceList
from bip_desktop.gui.widgets.choice_row import Air, Side
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.item_editor import ItemEditor
from bip_desktop.gui.widgets.item_editors import editor_for
from bip_desktop.gui.widgets.layouts import clear, column, show_if
from bip_desktop.gui.widgets.texts import label

_MARGINS = (24, 18, 24, 20)


class DetailsCard(QFrame):
    """Name, case number and benefit."""

    wanted = Signal(str, str, object)
    """Name, case number, `Benefit`."""

    def __init__(self, name: str, case_number: str, benefits: Sequence[tuple[str, object]], benefit: object) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._name, self._case = text_field(), text_field(most=60)
        self._name.setText(name)
        self._case.setText(case_number)
        self._benefit = ChoiceList(self.tr("Ydelse"))
        self._benefit.offer(benefits, benefit)
        self.name = FormRow(self.tr("Navn"), self._name)
        case_row = FormRow(self.tr("Sagsnummer (kan udelades)"), self._case)
        self.keep = button(self.tr("Gem rettelsen"), "secondary", self._on_keep)
        content = column(
            label(self.tr("Ret oplysninger"), "section"),
            label(self.tr("Har borgeren fået et andet navn, eller står noget forkert, så ret det her."), "muted"),
            self.name,
            case_row,
            FormRow(self.tr("Ydelse"), self._benefit),
            FlowLayout(self.keep),
            spacing=12,
        )
        content.setContentsMargins(*_MARGINS)
        self.setLayout(content)

    def _on_keep(self) -> None:
        self.name.show_problem("")
        self.wanted.emit(self._name.text(), self._case.text(), self._benefit.chosen)


class AnswerCard(QFrame):
    """One answer of one closed measurement. What was answered first stays, and stands beside the right one."""

    asked = Signal()
    """Another measurement or question is chosen."""
    wanted = Signal(object)
    """The right `Value`."""

    def __init__(self, measurements: Sequence[tuple[str, object]]) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.measurement = ChoiceList(self.tr("Måling"), measurements)
        self.question = ChoiceList(self.tr("Spørgsmål"))
        self._slot = column()
        self.editor: ItemEditor | None = None
        self._value: Value | None = None
        self.before = label("", "muted")
        self.keep = button(self.tr("Gem rettelsen"), "secondary", self._on_keep)
        self.problem = label("", "error")
        show_if(self.problem, False)
        self.measurement.currentIndexChanged.connect(lambda _: self.asked.emit())
        self.question.currentIndexChanged.connect(lambda _: self.asked.emit())
        content = column(
            label(self.tr("Ret et svar"), "section"),
            label(
                self.tr(
                    "Det første svar bliver stående. Rettelsen står ved siden af, og det ses, at den er kommet til."
                ),
                "muted",
            ),
            FormRow(self.tr("Måling"), self.measurement),
            FormRow(self.tr("Spørgsmål"), self.question),
            self.before,
            self._slot,
            self.problem,
            FlowLayout(self.keep),
            spacing=12,
        )
        content.setContentsMargins(*_MARGINS)
        self.setLayout(content)

    def show_answer(self, item: Item, value: Value | None, before: str, language: str) -> None:
        """Shows one question with the answer that counts now."""
        clear(self._slot)
        side = Side.CITIZEN if item.respondent is Respondent.CITIZEN else Side.CASEWORKER
        self.editor = editor = editor_for(item, side, language, air=Air.LESS)
        self._value = None
        editor.show_value(value, "")
        editor.answered.connect(self._on_answered)
        self._slot.addWidget(editor)
        self.before.setText(before)
        self.keep.setEnabled(False)
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Says at the answer what is wrong with it."""
        self.problem.setText(text)
        show_if(self.problem, bool(text))

    def _on_answered(self, value: Value) -> None:
        self._value = value
        if self.editor is not None:
            self.editor.show_value(value, "")
        self.keep.setEnabled(True)

    def _on_keep(self) -> None:
        if self.editor is not None and self.editor.may_leave() and self._value is not None:
            self.wanted.emit(self._value)
