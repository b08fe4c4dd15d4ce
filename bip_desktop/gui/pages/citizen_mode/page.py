# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The citizen's whole screen: the bar in eleven parts, whose answers these are, and one view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.formatting import whose
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.choice_row import Side
from bip_desktop.gui.widgets.layouts import clear, column, row, show_if, thirds
from bip_desktop.gui.widgets.part_bar import PartBar
from bip_desktop.gui.widgets.texts import label
from bip_desktop.preferences import TEXT_SCALES

_LOW = 720
"""Pixels at 100 %."""


class CitizenModePage(QWidget):
    """Shows one view at a time; the same helps stand in the same place on each."""

    larger_text_asked = Signal()
    pause_asked = Signal()

    def __init__(self, citizen: str) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._citizen = citizen
        self.view: QWidget | None = None
        self.pause = button(self.tr("Hold pause"), "quiet")
        self._body: QVBoxLayout = column()
        self.setLayout(self._body)

    @property
    def is_low(self) -> bool:
        """Whether the answers need their smaller rows, so that every way of answering stays in sight."""
        return self.window().height() < theme.current().px(_LOW)

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
        place = label(self.tr("Spørgsmål {0} af {1}").format(number, of) if of else "", "muted", wrap=False)
        answers = label(self.tr("{0} svar").format(whose(self._citizen)), "citizen", wrap=False)
        self._body.addLayout(thirds(answers, place, row(self.pause, larger, spacing=10), margins=(48, 20, 48, 0)))
        self._body.addWidget(view, 1)
        view.show()  # at once: what is not visible cannot take the keyboard
