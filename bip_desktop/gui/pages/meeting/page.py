# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The frame of a meeting: the bar, the six steps at the left, one view, and the way back and on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.layouts import clear, column, row, show_if
from bip_desktop.gui.widgets.step_rail import StepRail
from bip_desktop.gui.widgets.top_bar import TopBar

_WIDEST = 1400
"""Pixels at 100 %: longer lines are hard to read, and words stand too far from what belongs to them."""
_LOW = 340
"""Pixels at 100 %: a lower page needs every line."""


class MeetingPage(QWidget):
    """Shows one view at a time."""

    step_asked = Signal(int)
    """A step of the rail, from 0."""
    back_asked = Signal()
    on_asked = Signal()
    stop_asked = Signal()
    lock_asked = Signal()

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.stop = button(self.tr("Stop for nu"), "quiet", self.stop_asked.emit)
        self.lock = button(self.tr("Lås"), "secondary", self.lock_asked.emit)
        self.bar = TopBar(title, subtitle, self.stop, self.lock)
        self.view: QWidget | None = None
        self._rail: StepRail | None = None
        self._foot, self._has_foot = QWidget(self), (False, False)
        self._foot.hide()
        self._content = column()
        self.back = button(self.tr("← Tilbage"), "quiet", self.back_asked.emit)
        self.on = button("", "primary", self.on_asked.emit)
        self._body: QHBoxLayout = row()
        whole = column(self.bar, self._body)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_view(
        self,
        view: QWidget,
        rail: StepRail,
        *,
        on: str = "",
        back: bool = False,
        note: str = "",
        begin: QWidget | None = None,
    ) -> None:
        """Puts `view` beside `rail`; `on` is the text of the way on, none where the view has its own. The keyboard
        begins at the way on, or where there is more to see first at `begin`."""
        clear(self._body)
        self.view = view
        rail.asked_for.connect(self.step_asked)
        self.back = button(self.tr("← Tilbage"), "quiet", self.back_asked.emit)
        self.on = button(on, "primary", self.on_asked.emit)
        show_if(self.back, back)
        show_if(self.on, bool(on))
        self._foot = foot = QWidget()
        foot.setLayout(row(self.back, None, self.on, margins=(0, 6, 0, 0)))
        self._content = column(view, foot)
        self._content.setStretch(0, 1)
        self._body.addWidget(rail)
        holder = QWidget()
        holder.setLayout(self._content)
        holder.setMaximumWidth(theme.current().px(_WIDEST))
        around = QWidget()  # as wide as the page, so that the steps stay at its edge
        around.setLayout(row(holder))
        self._body.addWidget(around, 1)
        for shown in (rail, around, holder, view, foot):
            shown.show()  # at once: what is not visible cannot take the keyboard
        self._has_foot = (back, bool(on))
        self._rail = rail
        self._settle()
        self.bar.show_note(note)
        if on:
            (begin or self.on).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps give way first."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        if self._rail is not None:
            narrow = not StepRail.fits_beside(self.width())
            self._rail.set_narrow(narrow=narrow)
            edge = 18 if narrow else 30
            low = self.height() < theme.current().px(_LOW)
            self._content.setContentsMargins(edge, 10 if low else 20, edge, 14)
            back, on = self._has_foot
            show_if(self._foot, on or (back and not low))  # the steps at the left lead back too

    def show_saved(self, text: str) -> None:
        """Says quietly that what was done is on the disk."""
        self.bar.show_note(text)
