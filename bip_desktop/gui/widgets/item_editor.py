# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What every editor of an item can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bip_desktop.domain.questionnaire import Item, Value
from bip_desktop.gui.widgets.choice_row import Air


class ItemEditor(QWidget):
    """Shows a stored value and states what a person answers. It never holds an answer of its own."""

    answered = Signal(object)
    """A `Value`."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item

    def show_value(self, value: Value | None, saved: str) -> None:
        """Shows what is stored, with the word `saved` beside it."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        raise NotImplementedError

    def set_air(self, air: Air) -> None:
        """Takes air out where the window is low, or puts it back. The words stay large."""

    def may_leave(self) -> bool:
        """States what has been typed and not stated yet; whether there is nothing on the page to look at first.
        Editors that answer by a click have nothing to do."""
        return True
