# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A text to take along: it can be read and marked, and copied whole with one button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.texts import label

_MOST_LINES = 16


class NotePanel(QFrame):
    """The clipboard gets the text and nothing else."""

    def __init__(self, title: str, help_text: str) -> None:
        super().__init__()
        look = theme.current()
        self.field = QPlainTextEdit()
        self.field.setReadOnly(True)
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        self.field.setStyleSheet(f'QPlainTextEdit {{ font-family: "{font.family()}"; font-size: {look.px(15)}px; }}')
        self.copy = button(self.tr("Kopiér"), "secondary", self._on_copy)
        self.said = label("", "muted", wrap=False)
        inner = column(
            label(title, "section"),
            label(help_text, "small"),
            self.field,
            FlowRow(self.copy, self.said, spacing=look.px(12)),
            spacing=look.px(8),
        )
        self.setLayout(column(card(inner)))

    @property
    def text(self) -> str:
        """What would be copied."""
        return self.field.toPlainText()

    def show_text(self, text: str) -> None:
        """Puts another text in; what was copied before is no longer the newest."""
        if text == self.text:
            return
        self.field.setPlainText(text)
        self.said.clear()
        lines = min(text.count("\n") + 1, _MOST_LINES)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * (lines + 1) + theme.current().px(24))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.said.setText(self.tr("Kopieret ✓"))
