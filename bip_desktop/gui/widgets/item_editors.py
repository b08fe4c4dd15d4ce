# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One editor for each kind of item. Each states `answered(value)` and shows the value it is told is stored."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from bip_desktop.domain.questionnaire import Item, ItemKind, Option, Step, Ticks, Value
from bip_desktop.gui import digit_keys, theme
from bip_desktop.gui.widgets.amount_editor import AmountEditor
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_buttons import AnswerButton, TickButton
from bip_desktop.gui.widgets.choice_row import TICK, Air, ChoiceRow, Side
from bip_desktop.gui.widgets.columns import ColumnsLayout
from bip_desktop.gui.widgets.item_editor import ItemEditor
from bip_desktop.gui.widgets.layouts import column, row
from bip_desktop.gui.widgets.missing_row import MissingRow
from bip_desktop.gui.widgets.nearest import nearest
from bip_desktop.gui.widgets.texts import label

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_MANY = 12
"""So many options stand in three columns."""


class ScaleEditor(ItemEditor):
    """Five steps with a word and a digit each, and the ways of not answering below."""

    def __init__(self, item: Item, side: Side, language: str, *, air: Air = Air.FULL) -> None:
        super().__init__(item)
        self._group = QButtonGroup(self)
        self.steps: list[AnswerButton] = []
        for number, word in enumerate(item.scale.steps if item.scale else (), start=1):
            made = AnswerButton(word.in_language(language), ChoiceRow(side, badge=str(number), air=air))
            made.clicked.connect(lambda _=False, step=number: self.answered.emit(Step(step)))
            self._group.addButton(made)
            self.steps.append(made)
        self.missing = MissingRow(item, side, language, air=air)
        self.missing.chosen.connect(self.answered)
        for made in self.missing.buttons.values():
            self._group.addButton(made)
        self.setLayout(column(*self.steps, self.missing, spacing=0))

    def show_value(self, value: Value | None, saved: str) -> None:
        """Marks the stored answer; nothing is marked where there is none."""
        self._group.setExclusive(False)
        for number, made in enumerate(self.steps, start=1):
            made.setChecked(isinstance(value, Step) and value.step == number)
            made.show_saved(saved)
        for code, made in self.missing.buttons.items():
            made.setChecked(value is code)
            made.show_saved(saved)
        self._group.setExclusive(True)

    def set_air(self, air: Air) -> None:
        """See `ItemEditor`."""
        for made in self.steps:
            made.set_air(air)
        self.missing.set_air(air)
        self.updateGeometry()

    def first_focus(self) -> QWidget:
        """The chosen row, or the first."""
        chosen = self._group.checkedButton()
        return chosen if chosen is not None else self.steps[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers, unless that is switched off."""
        if event.isAutoRepeat():  # a key held too long is one answer, not several
            return
        step = event.key() - Qt.Key.Key_0
        if (
            digit_keys.are_on()
            and 1 <= step <= len(self.steps)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.steps[step - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.steps[step - 1].click()
            return
        super().keyPressEvent(event)


class TickEditor(ItemEditor):
    """Several boxes in columns, and apart from them what excludes the others. Boxes for what no longer exists are
    folded away until they are asked for, or ticked."""

    def __init__(self, item: Item, side: Side, language: str, *, air: Air = Air.FULL) -> None:
        super().__init__(item)
        self._value: Value | None = None
        made = {option.number: self._tick(option, side, language, air=air) for option in item.options}
        last = [option.number for option in item.options if option.phased_out]
        alone = [option.number for option in item.options if option.exclusive]
        ordinary = [number for number in made if number not in last and number not in alone]
        self.ticks: dict[int, TickButton] = {number: made[number] for number in (*ordinary, *last, *alone)}
        self.phased_out = [made[number] for number in last]
        many = len(ordinary) > _MANY
        boxes = ColumnsLayout(
            [*(made[number] for number in ordinary), *self.phased_out],
            most=3 if many else 2,
            least=theme.current().px(280 if many else 330),
            across=not many,
        )
        self.saved = label("", side.value, wrap=False)
        self.more = button(self.tr("Vis udfasede"), "link", lambda: self._show_phased_out(shown=True))
        if not last:
            self.more.hide()
        self.missing = MissingRow(item, side, language, air=air, also=[made[number] for number in alone])
        self.missing.chosen.connect(self.answered)
        self.setLayout(column(boxes, row(6, self.more, None, self.saved, 6), self.missing))
        self._show_phased_out(shown=False)

    def _tick(self, option: Option, side: Side, language: str, *, air: Air) -> TickButton:
        words = option.text.in_language(language) + (self.tr(" (udfaset)") if option.phased_out else "")
        help_text = option.help.in_language(language) if option.help else ""
        if option.exclusive:
            made = TickButton(words, ChoiceRow(side, dashed=True, air=air))
            made.setToolTip(help_text)
            made.setAccessibleDescription(help_text)
        else:
            made = TickButton(words, ChoiceRow(side, badge=TICK, air=air, help_text=help_text))
        made.clicked.connect(lambda _=False, number=option.number: self._on_clicked(number))
        return made

    def _show_phased_out(self, *, shown: bool) -> None:
        had_keyboard = self.more.hasFocus()
        for made in self.phased_out:
            made.setVisible(shown)
        self.more.setVisible(bool(self.phased_out) and not shown)
        if had_keyboard:
            self.phased_out[0].setFocus()

    def show_value(self, value: Value | None, saved: str) -> None:
        """Marks the stored ticks."""
        self._value = value
        ticked = value.options if isinstance(value, Ticks) else frozenset()
        for number, made in self.ticks.items():
            made.setChecked(number in ticked)
        if any(made.isChecked() for made in self.phased_out):
            self._show_phased_out(shown=True)
        self.saved.setText(saved)
        for code, way in self.missing.buttons.items():
            way.setAutoExclusive(False)
            way.setChecked(value is code)

    def set_air(self, air: Air) -> None:
        """See `ItemEditor`."""
        for made in self.ticks.values():
            made.set_air(air)
        self.missing.set_air(air)
        self.updateGeometry()

    def first_focus(self) -> QWidget:
        """The first box."""
        return next(iter(self.ticks.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow leads to the next box in its direction, along the column or across."""
        here = next((made for made in self.ticks.values() if made.hasFocus()), None)
        way = _ARROWS.get(Qt.Key(event.key()))
        if here is None or way is None:
            super().keyPressEvent(event)
            return
        there = nearest(here, [made for made in self.ticks.values() if made.isVisible()], way)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, number: int) -> None:
        self.answered.emit(self.item.toggled(self._value, number))


def editor_for(item: Item, side: Side, language: str, *, air: Air = Air.FULL) -> ItemEditor:
    """The editor that fits the item's kind."""
    match item.kind:
        case ItemKind.SCALE:
            return ScaleEditor(item, side, language, air=air)
        case ItemKind.TICKS:
            return TickEditor(item, side, language, air=air)
        case ItemKind.AMOUNT:
            return AmountEditor(item, side, language)
