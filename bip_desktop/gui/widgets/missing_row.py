# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The ways of not answering that an item offers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QWidget

from bip_desktop.domain.questionnaire import Item, Missing
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.choice_buttons import AnswerButton
from bip_desktop.gui.widgets.choice_row import Air, ChoiceRow, Side
from bip_desktop.gui.widgets.columns import ColumnsLayout
from bip_desktop.gui.widgets.layouts import column

_AROUND, _SAVED = 64, 60
"""Pixels beside the words: for the edges and the mark, and for the word that says it is saved."""


class MissingRow(QWidget):
    """The ways of not answering: apart from the scale, always visible, as high as its steps; beside each other where
    there is room. `also` stands before them: the options that exclude all others."""

    chosen = Signal(object)
    """The missing code."""

    def __init__(
        self, item: Item, side: Side, language: str, *, air: Air, also: Sequence[QAbstractButton] = ()
    ) -> None:
        super().__init__()
        self.buttons: dict[Missing, AnswerButton] = {}
        for choice in item.missing:
            made = AnswerButton(choice.text.in_language(language), ChoiceRow(side, dashed=True, air=air))
            made.clicked.connect(lambda _=False, code=choice.code: self.chosen.emit(code))
            self.buttons[choice.code] = made
        shown = [*also, *self.buttons.values()]
        widest = max((QFontMetrics(each.font()).horizontalAdvance(each.text()) for each in shown), default=0)
        # Where the boxes above say what is saved, it is said there.
        room = 0 if also else theme.current().px(_SAVED)
        self._box = column(ColumnsLayout(shown, most=len(shown), least=widest + _AROUND + room, across=True))
        self.setLayout(self._box)
        self.set_air(air)

    def set_air(self, air: Air) -> None:
        """Takes air out, or puts it back."""
        self._box.setContentsMargins(0, 10 if air is Air.FULL else 2, 0, 0)
        for made in self.buttons.values():
            made.set_air(air)
        self.updateGeometry()
