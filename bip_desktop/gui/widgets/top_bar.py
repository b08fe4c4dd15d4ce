# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The bar at the top of every page of hers: where she is, that all is saved, and the way to lock."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import row, show_if
from bip_desktop.gui.widgets.texts import ElidedLabel, label


class TopBar(QFrame):
    """The way back or the mark, title, subtitle; at the right the state of what is saved and the page's own buttons.

    Where it is narrow, the note gives way first, then the subtitle.
    """

    def __init__(
        self, title: str, subtitle: str, *buttons: QPushButton, note: str = "", back: QPushButton | None = None
    ) -> None:
        super().__init__()
        look = theme.current()
        self.setProperty("bar", "top")
        self.setMinimumHeight(look.px(56))
        self.title = ElidedLabel(title, "strong", least=look.px(200))
        self.subtitle = ElidedLabel(subtitle, "muted")
        self.note = ElidedLabel(note, "muted")
        first: QWidget = back if back is not None else label("BIP", "brand", wrap=False)
        box = row(first, self.title, self.subtitle, None, self.note, spacing=15)
        for each in buttons:
            box.addWidget(each)
        for fixed in (*buttons, first):
            fixed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setContentsMargins(24, 7, 24, 7)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note goes where the rest would have to be cut for it."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        box = self.layout()
        if box is None or not self.width():
            return
        needed = box.sizeHint().width()
        if self.note.isHidden():
            needed += self.note.sizeHint().width() + box.spacing()
        show_if(self.note, needed <= self.width())

    def show_note(self, text: str) -> None:
        """Says quietly what is saved."""
        self.note.setText(text)
        self._settle()
