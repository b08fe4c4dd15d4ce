# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The bar that says what went wrong in the place the program runs in, until it is put away."""

from PySide6.QtWidgets import QFrame

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import row
from bip_desktop.gui.widgets.texts import label


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "notice")
        self._text = label("", "strong")
        self._close = button(self.tr("Luk"), "quiet", self.hide)
        self.setLayout(row(self._text, self._close, margins=(24, 10, 24, 10), spacing=16))
        self._text.setSizePolicy(self._text.sizePolicy().Policy.Expanding, self._text.sizePolicy().Policy.Minimum)
        self.hide()

    def show_notice(self, text: str) -> None:
        """Says `text`."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """What is being said."""
        return "" if self.isHidden() else self._text.text()
