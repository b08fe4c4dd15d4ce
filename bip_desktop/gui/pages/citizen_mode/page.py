# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen's whole screen: the bar in eleven parts, whose answers these are, and one view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.formatting import whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Side
from bip_desktop.gui.widgets.layouts import clear, column, row, show_if
from bip_desktop.gui.widgets.part_bar import PartBar
from bip_desktop.gui.widgets.texts import ElidedLabel, label
from bip_desktop.gui.widgets.three_parts import ThreeParts
from bip_desktop.preferences import TEXT_SCALES

_LOW = 340
"""Pixels at 100 %: a lower page needs every line; the bar in parts says the same then."""
_NAMES = {"da": "Dansk", "en": "English"}
"""Each language in its own words: never translated."""


class CitizenModePage(QWidget):
    """Shows one view at a time; the same helps stand in the same place on each."""

    larger_text_asked = Signal()
    pause_asked = Signal()
    language_asked = Signal(str)
    """The code of a language."""

    def __init__(self, citizen: str, language: str, languages: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._citizen, self._language, self._languages = citizen, language, languages
        self.view: QWidget | None = None
        self._place = label("", "muted", wrap=False, parent=self)
        self._place.hide()
        self.pause = button(self.tr("Hold pause"), "quiet")
        self._body: QVBoxLayout = column()
        self.setLayout(self._body)

    def show_view(self, view: QWidget, *, number: int = 0, of: int = 0, can_pause: bool = True) -> None:
        """Puts `view` in place; `number` of `of` questions where it is one."""
        clear(self._body)
        self.view = view
        if of:
            self._body.addWidget(PartBar(of, number, Side.CITIZEN))
        larger = button(
            self.tr("Større tekst") if theme.current().scale < TEXT_SCALES[-1] else self.tr("Mindre tekst"),
            "quiet",
            self.larger_text_asked.emit,
        )
        self.pause = button(self.tr("Hold pause"), "quiet", self.pause_asked.emit)
        show_if(self.pause, can_pause)
        self._place = place = label(
            self.tr("Spørgsmål {0} af {1}").format(number, of) if of else "", "muted", wrap=False, parent=self
        )
        self._settle()
        answers = ElidedLabel(self.tr("{0} svar").format(whose(self._citizen)), "citizen")
        tools = QWidget()
        # Text size and language stand at the end of the line, so that they are in the same place on every page.
        tools.setLayout(row(self.pause, larger, *self._language_buttons(), spacing=10))
        self._body.addWidget(ThreeParts(answers, place, tools, top=20 - min(10, number * 10)))
        self._body.addWidget(view, 1)
        view.show()  # at once: what is not visible cannot take the keyboard

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the answers come first."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        show_if(self._place, bool(self._place.text()) and self.height() >= theme.current().px(_LOW))

    def _language_buttons(self) -> list[QPushButton]:
        """Each other language, in its own name."""
        made = []
        for code in self._languages:
            if code != self._language:
                each = button(_NAMES.get(code, code), "quiet", partial(self.language_asked.emit, code))
                made.append(each)
        return made
