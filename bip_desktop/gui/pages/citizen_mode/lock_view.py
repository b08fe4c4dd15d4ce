# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The end of citizen mode: thanks, and the caseworker's PIN. Nothing of the case is behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import as_high_as_its_texts
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row, show_if
from bip_desktop.gui.widgets.page_body import FollowingArea
from bip_desktop.gui.widgets.texts import label


class LockView(QWidget):
    """`heading` and `lead` for the citizen, a PIN field for the caseworker, and the way back where there is one."""

    pin_typed = Signal(str)
    back_asked = Signal()

    def __init__(self, heading: str, lead: str, caseworker: str, *, can_go_back: bool) -> None:
        super().__init__()
        self.field = text_field(secret=True, most=8)
        self.field.setMaximumWidth(theme.current().px(260))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.form = FormRow(self.tr("{0}, tast din pinkode").format(caseworker), self.field)
        self.field.returnPressed.connect(self._on_typed)
        # In a pause the strong way is the citizen's own; at the end there is only hers.
        self.on = button(self.tr("Videre"), "secondary" if can_go_back else "primary", self._on_typed)
        self.back = button(self.tr("Fortsæt med at svare →"), "citizen", self.back_asked.emit)
        show_if(self.back, can_go_back)
        pin = card(column(self.form, 14, row(self.on, None)))
        pin.setMaximumWidth(theme.current().px(520))
        middle = column(
            None,
            label(heading, "question"),
            10,
            label(lead, "muted"),
            26,
            row(self.back, None),
            26 if can_go_back else 0,
            pin,
            None,
            margins=(24, 24, 24, 24),
        )
        holder = QWidget()
        holder.setMaximumWidth(theme.current().px(760))
        holder.setMinimumWidth(min(theme.current().px(560), 900))
        holder.setLayout(middle)
        area = FollowingArea(row(None, holder, None))
        as_high_as_its_texts(area)
        self.setLayout(column(area))

    def show_problem(self, text: str) -> None:
        """Says that the PIN does not fit, and empties the field."""
        self.field.clear()
        self.form.show_problem(text)

    def begin(self) -> None:
        """Takes the keyboard to the PIN."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        if self.field.text():
            self.pin_typed.emit(self.field.text())
