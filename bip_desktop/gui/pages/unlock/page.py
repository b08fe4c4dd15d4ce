# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One field for the passphrase, in the middle of a quiet page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import centred_card
from bip_desktop.gui.widgets.quiet_settings import QuietSettings
from bip_desktop.gui.widgets.texts import label


class UnlockPage(Page):
    """States that a passphrase has been given."""

    unlock_asked = Signal(str)
    """The passphrase."""

    restore_asked = Signal()
    theft_asked = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(self.tr("Lås op"))
        self.passphrase = text_field(secret=True)
        self.passphrase.returnPressed.connect(self._on_asked)
        self.row = FormRow(self.tr("Adgangssætning"), self.passphrase)
        self.unlock = button(self.tr("Lås op"), "primary", self._on_asked)
        self.unlock.setSizePolicy(self.unlock.sizePolicy().Policy.Expanding, self.unlock.sizePolicy().Policy.Fixed)
        self.forgotten = button(self.tr("Glemt adgangssætningen?"), "link", self._on_forgotten)
        self.trouble = label("", "strong")
        self.restore = button(self.tr("Hent en sikkerhedskopi frem …"), "secondary", self.restore_asked.emit)
        self._trouble_card = QWidget()
        self._trouble_card.setLayout(column(12, card(column(self.trouble, 12, self.restore, spacing=0), kind="tile")))
        self._trouble_card.hide()
        content = column(
            label("BIP", "brand"),
            4,
            label(self.tr("Lås op"), "title"),
            6,
            label(self.tr("Dine borgeres svar ligger krypteret på denne computer."), "muted"),
            20,
            self.row,
            self._trouble_card,
            18,
            self.unlock,
            10,
            self.forgotten,
        )
        bars = [_hint_bar(hint)] if hint else []
        self.quiet_settings = QuietSettings()
        self.theft = button(self.tr("Er en computer stjålet?"), "link", self.theft_asked.emit)
        self._body = centred_card(content)
        self.setLayout(
            column(*bars, self._body, row(None, self.quiet_settings, 16, self.theft, None, margins=(24, 0, 24, 12)))
        )
        self.first = self.passphrase

    def show_busy(self, busy: bool) -> None:
        """While it is being unlocked nothing can be typed."""
        self.unlock.setText(self.tr("Låser op …") if busy else self.tr("Lås op"))
        self.unlock.setEnabled(not busy)
        self.passphrase.setReadOnly(busy)

    def show_problem(self, text: str) -> None:
        """Says at the field why it does not open, with what was typed selected; empty takes it away."""
        self._trouble_card.hide()
        self.row.show_problem(text)
        if text:
            self.passphrase.selectAll()

    def show_trouble(self, text: str, *, can_restore: bool = False) -> None:
        """Says on the card what is wrong with the place the data lie in, and whether a backup helps."""
        self.row.show_problem("")
        self.trouble.setText(text)
        self.restore.setVisible(can_restore)
        self._trouble_card.show()
        first = self.restore if can_restore else self.unlock
        first.setFocus()
        # Once the card has grown by it.
        QTimer.singleShot(0, self._body, lambda: self._body.bring_into_sight(first))

    def _on_forgotten(self) -> None:
        """A key on paper is copied sign by sign: it has to be seen."""
        self.row.show_problem("")
        self.row.show_help(
            self.tr(
                "Skriv gendannelsesnøglen fra jobcentrets pengeskab her: syv grupper med fem tegn. "
                "En administrator kan også give dig en ny adgangssætning."
            )
        )
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Normal)
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _on_asked(self) -> None:
        if self.unlock.isEnabled():
            self.unlock_asked.emit(self.passphrase.text())


def _hint_bar(hint: str) -> QFrame:
    bar = QFrame()
    bar.setProperty("bar", "demo")
    text = label(hint)
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    bar.setLayout(row(text, margins=(24, 10, 24, 10)))
    return bar
