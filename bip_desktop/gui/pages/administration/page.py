# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A card for each thing to look after, with the way to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Task:
    """One card."""

    key: str
    heading: str
    about: str
    open: str
    """What the button says."""
    waits: str = ""
    """What somebody has to do here; empty where nothing waits."""


class AdministrationPage(Page):
    """States which card is opened."""

    opened = Signal(str)
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self, tasks: Sequence[Task], back: str) -> None:
        super().__init__(self.tr("Administration"))
        self.back = button(back, "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.buttons: dict[str, QPushButton] = {}
        cards = []
        for each in tasks:
            made = button(each.open, "secondary", partial(self.opened.emit, each.key))
            made.setAccessibleDescription(each.waits or each.about)
            self.buttons[each.key] = made
            waits = [label(each.waits, "strong")] if each.waits else []
            content = column(label(each.heading, "section"), label(each.about, "muted"), *waits, None, spacing=8)
            content.addLayout(row(made, None))
            cards.append(card(content, kind="chosen" if each.waits else "true"))
        heading = column(
            label(self.tr("Administration"), "title"),
            label(self.tr("Her passer du på, hvem der kan se hvad, og at intet går tabt."), "muted"),
            spacing=2,
        )
        grid = CardGrid(cards, least=theme.current().px(340), most=2, spacing=14)
        self.setLayout(
            column(TopBar("", "", lock, back=self.back), page_body(column(heading, grid, spacing=16), widest=980))
        )
        self.first = next(iter(self.buttons.values()), self.back)
