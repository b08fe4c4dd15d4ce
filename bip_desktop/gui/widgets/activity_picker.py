# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The activities by kind, for the two people's own proposal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import Instrument
from bip_desktop.gui import theme, wording
from bip_desktop.gui.widgets import icons
from bip_desktop.gui.widgets.card_grid import CardGrid
from bip_desktop.gui.widgets.layouts import card, column, row
from bip_desktop.gui.widgets.texts import label
from bip_desktop.gui.widgets.tick_box import TickBox


class ActivityPicker(QWidget):
    """A box for each activity that still exists and may be named before both. States every change as the whole
    choice."""

    changed = Signal(object)
    """A frozenset of activities."""

    def __init__(self, instrument: Instrument, chosen: frozenset[int], language: str) -> None:
        super().__init__()
        look = theme.current()
        self._chosen = chosen
        self.boxes: dict[int, TickBox] = {}
        groups: list[QWidget] = []
        for kind in Kind:
            parts: list[QWidget] = []
            for option in instrument.activities.options:
                if option.kind is not kind or option.phased_out or option.sensitive:
                    continue
                box = TickBox(option.short.in_language(language))
                box.setChecked(option.number in chosen)
                box.setToolTip(option.text.in_language(language))
                box.clicked.connect(lambda on, number=option.number: self._on_clicked(number, on=on))
                self.boxes[option.number] = box
                parts.append(box)
            head = row(icons.icon_label(icons.KINDS[kind]), label(wording.kind(kind), "strong"), spacing=look.px(8))
            head.addStretch(1)
            pad = look.px(14)
            groups.append(card(column(head, look.px(4), *parts, None), margins=(pad, look.px(10), pad, look.px(10))))
        halves: list[QWidget] = []
        for place in range(0, len(groups), 2):
            half = QWidget()
            half.setLayout(column(*groups[place : place + 2], None, spacing=look.px(10)))
            halves.append(half)
        grid = CardGrid(halves, least=look.px(340), most=2, spacing=look.px(10))
        self.setLayout(column(grid))

    def _on_clicked(self, number: int, *, on: bool) -> None:
        self._chosen = self._chosen | {number} if on else self._chosen - {number}
        self.changed.emit(self._chosen)
