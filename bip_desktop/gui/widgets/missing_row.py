# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The ways of not answering that an item offers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bip_desktop.domain.questionnaire import Item, Missing
from bip_desktop.gui.widgets.choice_buttons import AnswerButton
from bip_desktop.gui.widgets.choice_row import ChoiceRow, Side


class MissingRow(QWidget):
    """The ways of not answering: apart from the scale, always visible, as high as its steps."""

    chosen = Signal(object)
    """The missing code."""

    def __init__(self, item: Item, side: Side, language: str, *, compact: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(2)
        self.buttons: dict[Missing, AnswerButton] = {}
        for place, choice in enumerate(item.missing):
            made = AnswerButton(choice.text.in_language(language), ChoiceRow(side, dashed=True, compact=compact))
            made.clicked.connect(lambda _=False, code=choice.code: self.chosen.emit(code))
            grid.addWidget(made, 0, place)
            self.buttons[choice.code] = made
