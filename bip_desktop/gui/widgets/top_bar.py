# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The bar at the top of every page of hers: where she is, that all is saved, and the way to lock."""

from PySide6.QtWidgets import QFrame, QPushButton

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import row
from bip_desktop.gui.widgets.texts import label


class TopBar(QFrame):
    """Mark, title, subtitle; at the right the state of what is saved and the page's own buttons."""

    def __init__(self, title: str, subtitle: str, *buttons: QPushButton, note: str = "") -> None:
        super().__init__()
        look = theme.current()
        self.setProperty("bar", "top")
        self.setMinimumHeight(look.px(56))
        self.title = label(title, "strong", wrap=False)
        self.subtitle = label(subtitle, "muted", wrap=False)
        self.note = label(note, "muted", wrap=False)
        box = row(label("BIP", "brand", wrap=False), self.title, self.subtitle, None, self.note, spacing=15)
        for each in buttons:
            box.addWidget(each)
        box.setContentsMargins(24, 7, 24, 7)
        self.setLayout(box)

    def show_note(self, text: str) -> None:
        """Says quietly what is saved."""
        self.note.setText(text)
