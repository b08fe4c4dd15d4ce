# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An amount in whole kroner, with its unit and basis beside it, and one question where it looks odd."""

import re

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import LARGEST_AMOUNT, Amount, Item, Missing, Unit, Value
from bip_desktop.gui import theme
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import amount_words
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Air, Side
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.item_editor import ItemEditor
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.missing_row import MissingRow
from bip_desktop.gui.widgets.texts import label

_PAUSE = 700
"""Milliseconds without a key before what is typed counts as an answer."""


def read_kroner(text: str) -> int | None:
    """Whole kroner in `text` (the language's sign or a space between thousands, "kr." allowed), as øre; None where it
    is empty. Before anything but three digits the sign may be meant as the other: 140.50 is not 14,050 kroner.

    Raises `BipError`: AMOUNT_FORM (no whole number), AMOUNT_LARGE (more than a submission can carry).
    """
    bare = text.strip().lower().removesuffix("kr.").removesuffix("kr").strip()
    if not bare:
        return None
    spaced = " ".join(bare.split())
    sign = QLocale().groupSeparator()
    if not re.fullmatch(rf"[0-9]+|[0-9]{{1,3}}(?:[{re.escape(sign)} ][0-9]{{3}})+", spaced):
        raise BipError(Code.AMOUNT_FORM)
    digits = spaced.replace(sign, "").replace(" ", "")
    oere = int(digits[:12]) * 100
    if oere > LARGEST_AMOUNT or len(digits) > 12:
        raise BipError(Code.AMOUNT_LARGE)
    return oere


class AmountEditor(ItemEditor):
    """A field for the amount, two choices for what it is counted in, and the ways of not answering."""

    def __init__(self, item: Item, side: Side, language: str) -> None:
        super().__init__(item)
        look = theme.current()
        self._stored: Value | None = None
        self._asked = False
        self._held = False
        self.field = QLineEdit()
        self.field.setAccessibleName(item.question.in_language(language))
        self.field.setFixedWidth(look.px(220))
        self.field.setStyleSheet(f"font-size: {look.px(24)}px;")
        self.field.setMaxLength(20)
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Pr. time eller måned"))
        self.period.addItem(self.tr("kr. i timen"), "hour")
        self.period.addItem(self.tr("kr. om måneden"), "month")
        self.basis = QComboBox()
        self.basis.setAccessibleName(self.tr("Før eller efter skat"))
        self.basis.addItem(self.tr("før skat"), "before")
        self.basis.addItem(self.tr("efter skat"), "after")
        for box in (self.period, self.basis):
            box.setMinimumWidth(look.px(190))
        self.problem = label("", "error")
        self.problem.hide()
        self.saved = label("", side.value, wrap=False)
        self.question = label("", "strong")
        self._yes = button(self.tr("Ja, det er rigtigt"), "secondary", self._on_confirmed)
        self._mend = button(self.tr("Ret"), "quiet", self._on_mend)
        self._ask = card(column(self.question, FlowLayout(self._yes, self._mend, spacing=12), spacing=10))
        self._ask.hide()
        self.missing = MissingRow(item, side, language, air=Air.FULL)
        self.missing.chosen.connect(self._on_missing)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.commit)
        self.field.textEdited.connect(lambda _: self._timer.start())
        self.field.editingFinished.connect(self.commit)
        self.period.activated.connect(lambda _: self.commit())
        self.basis.activated.connect(lambda _: self.commit())
        self.set_air(Air.FULL)
        self.setLayout(
            column(
                column(
                    FlowLayout(self.field, self.period, self.basis, spacing=12),
                    8,
                    self.saved,
                    self.problem,
                    8,
                    self._ask,
                    margins=(5, 0, 5, 0),
                ),
                12,
                self.missing,
            )
        )

    @property
    def unit(self) -> Unit:
        """What the amount is counted in, as chosen."""
        return Unit(f"oere_per_{self.period.currentData()}_{self.basis.currentData()}_tax")

    def show_value(self, value: Value | None, saved: str) -> None:
        """Writes the stored amount in the field."""
        self._stored = value
        if isinstance(value, Amount):
            if not self._says(value.oere):  # while it is being typed the words stay as they are, and so does the cursor
                self.field.setText(QLocale().toString(value.oere // 100))
            self.period.setCurrentIndex(0 if "hour" in value.unit else 1)
            self.basis.setCurrentIndex(0 if "before" in value.unit else 1)
            self.saved.setText(saved)
            if not value.is_plausible and not self._asked and saved:
                self._asked, self._held = True, False
                self.question.setText(self.tr("Du har skrevet {0}. Er det rigtigt?").format(amount_words(value)))
                self._ask.show()
        else:
            self.saved.setText("")
            self._ask.hide()
            if isinstance(value, Missing):
                self.field.clear()
                self.saved.setText(saved if value is Missing.SKIPPED else "")
        for code, made in self.missing.buttons.items():
            made.setAutoExclusive(False)
            made.setChecked(value is code)
            made.show_saved(saved)

    def set_air(self, air: Air) -> None:
        """See `ItemEditor`."""
        for each in (self.field, self.period, self.basis):
            each.setMinimumHeight(theme.current().px(58 if air is Air.FULL else 50))
        self.missing.set_air(air)
        self.updateGeometry()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def commit(self) -> bool:
        """States what is typed, or says at the field what is wrong with it; whether it is stored now."""
        self._timer.stop()
        try:
            oere = read_kroner(self.field.text())
        except BipError as error:
            self.problem.setText(sentence(error))
            self.problem.show()
            return False
        self.problem.hide()
        if oere is None:
            if isinstance(self._stored, Amount):  # taken back, as the last tick is
                self.answered.emit(Missing.SKIPPED)
            return True
        value = Amount(oere, self.unit)
        if value != self._stored:
            self._asked = False
            self._ask.hide()
            self.answered.emit(value)
        return value == self._stored

    def may_leave(self) -> bool:
        """Not with an amount that is not stored; and the one question holds the page once."""
        if not self.commit():
            self.field.setFocus()
            return False
        if self._ask.isHidden() or self._held:
            return True
        self._held = True
        self._yes.setFocus()
        return False

    def _says(self, oere: int) -> bool:
        try:
            return read_kroner(self.field.text()) == oere
        except BipError:
            return False

    def _on_missing(self, code: Missing) -> None:
        self._timer.stop()
        self.field.clear()
        self.problem.hide()
        self.answered.emit(code)

    def _on_confirmed(self) -> None:
        self._ask.hide()

    def _on_mend(self) -> None:
        self._ask.hide()
        self.field.setFocus()
        self.field.selectAll()
