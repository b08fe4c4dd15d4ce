# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Shows the version, which wording is a draft, and what the suggestions rest on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import card, column
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


class AboutPage(Page):
    """Cards of (heading, sentences)."""

    back_asked = Signal()

    def __init__(self, version: str, parts: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__(self.tr("Om BIP"))
        back = button(self.tr("← Mine borgere"), "quiet", self.back_asked.emit)
        cards = [
            card(column(label(heading, "section"), *(label(each) for each in sentences), spacing=8))
            for heading, sentences in parts
        ]
        content = column(
            label(self.tr("Om BIP"), "title"),
            label(self.tr("Udgave {0}").format(version), "muted"),
            *cards,
            spacing=12,
        )
        self.setLayout(column(TopBar("", "", back=back), page_body(content, widest=860)))
        self.first = back
