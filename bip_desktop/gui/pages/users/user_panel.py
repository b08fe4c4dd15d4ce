# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is asked for when somebody is added, gets other roles or a new passphrase, or leaves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout

from bip_desktop.domain.rights import Role
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import column
from bip_desktop.gui.widgets.texts import label


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed; empty where it was not asked for."""

    name: str
    phone: str
    roles: frozenset[Role]
    passphrase: str
    repeated: str
    pin: str
    secret: str


class UserPanel(QFrame):
    """A form that asks for as much as it is told to."""

    done = Signal(object)
    """A `Filled`."""
    cancelled = Signal()

    def __init__(
        self,
        heading: str,
        about: str,
        do: str,
        roles: Sequence[tuple[Role, str, str]] = (),
        *,
        present: Collection[Role] = (),
        asks: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.setProperty("card", "chosen")
        self.name = FormRow(self.tr("Navn"), text_field())
        self.phone = FormRow(self.tr("Direkte telefon (kan udelades)"), text_field(most=40))
        self.passphrase = FormRow(
            self.tr("Ny adgangssætning"),
            text_field(secret=True),
            self.tr(
                "Den nye bruger skriver den selv. Mindst 12 tegn; tre eller fire tilfældige ord er nemme at huske."
            ),
        )
        self.repeated = FormRow(self.tr("Ny adgangssætning igen"), text_field(secret=True))
        self.pin = FormRow(
            self.tr("Pinkode"),
            text_field(secret=True, most=8),
            self.tr("4 til 8 cifre, til når borgeren giver computeren tilbage."),
        )
        self.secret = FormRow(self.tr("Din egen adgangssætning"), text_field(secret=True))
        self.roles = {role: QCheckBox(text) for role, text, _ in roles}
        for role, _, about_role in roles:
            self.roles[role].setChecked(role in present)
            self.roles[role].setAccessibleDescription(about_role)
        self.problem = label("", "error")
        self.problem.hide()
        self.do = button(do, "primary", self._on_done)
        cancel = button(self.tr("Fortryd"), "quiet", self.cancelled.emit)
        rows = {
            "name": self.name,
            "phone": self.phone,
            "passphrase": self.passphrase,
            "repeated": self.repeated,
            "pin": self.pin,
        }
        asked = [row for key, row in rows.items() if key in asks]
        boxes: list[QVBoxLayout] = []
        if self.roles:
            lines = [column(self.roles[role], label(text, "small"), spacing=2) for role, _, text in roles]
            boxes = [column(label(self.tr("Roller"), "strong"), *lines, spacing=8)]
        own = [self.secret] if "secret" in asks else []
        self._asked = [*asked, *own]
        for each in self._asked:
            if isinstance(each.field, QLineEdit):
                each.field.returnPressed.connect(self._on_done)
        self.setLayout(
            column(
                label(heading, "section"),
                label(about, "muted"),
                *asked,
                *boxes,
                *own,
                self.problem,
                FlowRow(self.do, cancel),
                margins=(20, 16, 20, 16),
                spacing=14,
            )
        )

    def begin(self) -> None:
        """Takes the keyboard to the first field."""
        fields = [each.field for each in self._asked]
        (fields[0] if fields else next(iter(self.roles.values()))).setFocus()

    def show_busy(self, busy: bool) -> None:
        """While keys are made nothing can be typed."""
        self.do.setEnabled(not busy)
        for each in self._asked:
            each.field.setEnabled(not busy)

    def show_problem(self, form_row: FormRow | None, text: str) -> None:
        """Says at the field, or below all of them, what is wrong."""
        if form_row is not None and form_row in self._asked:
            form_row.show_problem(text)
            return
        self.problem.setText(text)
        self.problem.show()

    def _on_done(self) -> None:
        if not self.do.isEnabled():
            return
        self.problem.hide()
        for each in self._asked:
            each.show_problem("")
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        self.done.emit(
            Filled(
                name=_typed(self.name),
                phone=_typed(self.phone),
                roles=roles,
                passphrase=_typed(self.passphrase),
                repeated=_typed(self.repeated),
                pin=_typed(self.pin),
                secret=_typed(self.secret),
            )
        )


def _typed(form_row: FormRow) -> str:
    return form_row.field.text() if isinstance(form_row.field, QLineEdit) else ""
