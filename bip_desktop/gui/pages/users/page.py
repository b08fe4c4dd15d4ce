# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One line for each person, and one panel at a time for what is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from bip_desktop.gui.pages.users.user_panel import UserPanel
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow_row import FlowRow
from bip_desktop.gui.widgets.form_rows import FormRow, text_field
from bip_desktop.gui.widgets.layouts import card, clear, column, row, show_if
from bip_desktop.gui.widgets.page import Page
from bip_desktop.gui.widgets.page_body import page_body
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Line:
    """One person."""

    key: str
    name: str
    roles: str
    state: str
    ways: Sequence[tuple[str, str]]
    """What can be done with this person: key and words."""


class UsersPage(Page):
    """States what is to be changed for whom."""

    add_asked = Signal()
    way_asked = Signal(str, str)
    """What, whom."""
    new_key_asked = Signal()
    key_tried = Signal(str)
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Adgang"))
        self.back = button(self.tr("← Administration"), "quiet", self.back_asked.emit)
        lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.add = button(self.tr("Tilføj bruger"), "primary", self.add_asked.emit)
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self.done = label("", "strong")
        self.done.hide()
        self._lines = column(spacing=10)
        self._panel_place = column()
        self.panel: UserPanel | None = None
        heading = column(
            label(self.tr("Adgang"), "title"),
            label(
                self.tr("Hver bruger låser op med sin egen adgangssætning. Det, en bruger må, følger af rollerne."),
                "muted",
            ),
            spacing=2,
        )
        self._body = page_body(
            column(
                heading,
                self.done,
                self._panel_place,
                self._lines,
                row(self.add, None),
                8,
                self._make_key_card(),
                spacing=12,
            ),
            widest=900,
        )
        self.setLayout(column(TopBar("", "", lock, back=self.back), self._body))
        self.first = self.add

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Everybody."""
        clear(self._lines)
        self.buttons.clear()
        for each in lines:
            made = []
            for key, text in each.ways:
                way = button(text, "secondary", partial(self.way_asked.emit, key, each.key))
                way.setAccessibleName(f"{text}: {each.name}")
                self.buttons[key, each.key] = way
                made.append(way)
            said = [label(text, "muted") for text in (each.roles, each.state) if text]
            parts = [FlowRow(*made)] if made else []
            self._lines.addWidget(card(column(label(each.name, "strong"), *said, *parts, spacing=5)))

    def show_panel(self, panel: UserPanel) -> None:
        """The form, in the place of another one."""
        self.end_panel()
        self.panel = panel
        self.done.hide()
        self._panel_place.addWidget(panel)
        panel.cancelled.connect(self.end_panel)
        panel.begin()
        QTimer.singleShot(0, panel, lambda: self._body.bring_into_sight(panel))

    def end_panel(self) -> None:
        """Takes the form away."""
        clear(self._panel_place)
        self.panel = None
        self.add.setFocus()

    def show_done(self, text: str) -> None:
        """Says what was done."""
        self.end_panel()
        self.done.setText(text)
        show_if(self.done, True)

    def show_key(self, text: str, *, is_there: bool) -> None:
        """Whether there is a recovery key."""
        self.key_state.setText(text)
        self.new_key.setText(self.tr("Lav en ny nøgle") if is_there else self.tr("Lav en gendannelsesnøgle"))
        show_if(self.tried, is_there)
        show_if(self.try_key, is_there)

    def show_tried(self, text: str, *, fits: bool) -> None:
        """Whether the paper opens."""
        self.tried.show_problem("" if fits else text)
        if fits:
            self.tried.show_help(text)

    def _make_key_card(self) -> QFrame:
        self.key_state = label("", "muted")
        self.new_key = button(self.tr("Lav en gendannelsesnøgle"), "secondary", self.new_key_asked.emit)
        field = text_field(most=80)
        self.tried = FormRow(
            self.tr("Prøv nøglen fra pengeskabet"),
            field,
            self.tr("En gang om året er nok. Skriv alle syv grupper; store og små bogstaver er lige gode."),
        )
        field.returnPressed.connect(lambda: self.key_tried.emit(field.text()))
        self.try_key = button(self.tr("Prøv"), "secondary", lambda: self.key_tried.emit(field.text()))
        return card(
            column(
                label(self.tr("Gendannelsesnøgle"), "section"),
                self.key_state,
                self.tried,
                FlowRow(self.try_key, self.new_key),
                spacing=12,
            )
        )
