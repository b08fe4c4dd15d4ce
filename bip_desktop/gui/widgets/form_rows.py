# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A form row gives every input its label, its help and its error at once, and its name to screen readers."""

from PySide6.QtWidgets import QLineEdit, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import column, show_if
from bip_desktop.gui.widgets.texts import label


class FormRow(QWidget):
    """Label above, input, help below; an error takes the help's place."""

    def __init__(self, text: str, field: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.field = field
        self._help = help_text
        self.label = label(text, "strong")
        self.label.setBuddy(field)
        field.setAccessibleName(text)
        if help_text:
            field.setAccessibleDescription(help_text)
        field.setMinimumHeight(theme.current().px(46))
        self.help = label(help_text, "small")
        show_if(self.help, bool(help_text))
        self.problem = label("", "error")
        self.problem.hide()
        self.setLayout(column(self.label, field, self.help, self.problem, spacing=5))

    def show_help(self, text: str) -> None:
        """Puts another help below the input."""
        self._help = text
        self.help.setText(text)
        show_if(self.help, bool(text) and self.problem.isHidden())
        self.field.setAccessibleDescription(text)

    def show_problem(self, text: str, *, take_keyboard: bool = True) -> None:
        """Says at the field what is wrong with it and takes the keyboard there; empty takes it away."""
        self.problem.setText(text)
        show_if(self.problem, bool(text))
        show_if(self.help, bool(self._help) and not text)
        self.field.setAccessibleDescription(text or self._help)
        if isinstance(self.field, QLineEdit):
            self.field.setProperty("wrong", "true" if text else "false")
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        if text and take_keyboard:
            self.field.setFocus()


def text_field(*, secret: bool = False, most: int = 200, placeholder: str = "") -> QLineEdit:
    """A line to type in; `secret` shows dots."""
    field = QLineEdit()
    field.setMaxLength(most)
    field.setPlaceholderText(placeholder)
    if secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
