# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One explicit question after an interruption."""

from PySide6.QtCore import Signal

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import centred_card
from bip_desktop.gui.widgets.texts import label


class InterruptedPage(Page):
    """States the answer."""

    continue_asked = Signal()
    later_asked = Signal()

    def __init__(self, question: str, remark: str) -> None:
        super().__init__(question)
        self.question = label(question, "title")
        self.remark = label(remark, "muted")
        self.go_on = button(self.tr("Fortsæt samtalen"), "primary", self.continue_asked.emit)
        self.later = button(self.tr("Ikke nu"), "quiet", self.later_asked.emit)
        self.later.setMinimumHeight(self.go_on.sizeHint().height())
        content = column(
            label("BIP", "brand"),
            8,
            self.question,
            10,
            self.remark,
            26,
            FlowLayout(self.go_on, self.later, spacing=12),
        )
        self.setLayout(column(centred_card(content, width=660)))
        self.first = self.question
