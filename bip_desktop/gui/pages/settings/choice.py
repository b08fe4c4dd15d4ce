# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A few choices beside each other, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import column
from bip_desktop.gui.widgets.texts import label


class Choice(QWidget):
    """States what is chosen, at once."""

    chosen = Signal(object)

    def __init__(
        self, heading: str, options: Sequence[tuple[object, str]], present: object, help_text: str = ""
    ) -> None:
        super().__init__()
        self.buttons: dict[object, QPushButton] = {}
        group = QButtonGroup(self)
        line = FlowLayout()
        for value, text in options:
            made = button(text, "secondary")
            made.setCheckable(True)
            made.setChecked(value == present)
            made.setAccessibleName(f"{heading}: {text}")
            made.setAccessibleDescription(help_text)
            made.clicked.connect(lambda _=False, which=value: self.chosen.emit(which))
            group.addButton(made)
            line.addWidget(made)
            self.buttons[value] = made
        helped = [label(help_text, "small")] if help_text else []
        self.setLayout(column(label(heading, "strong"), line, *helped, spacing=6))
