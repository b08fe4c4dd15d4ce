# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What is on its way, one below the other, each with the one thing that can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.flow import FlowLayout
from bip_desktop.gui.widgets.layouts import clear, column
from bip_desktop.gui.widgets.texts import label


@dataclass(frozen=True, slots=True)
class Way:
    """Something on its way, in words."""

    key: str
    text: str
    remark: str
    """Below it; may be empty."""
    do: str
    """What its button says."""
    other: str = ""
    """What is seldom done about it; may be empty."""


class WayList(QWidget):
    """As high as what it lists."""

    asked = Signal(str)
    """The key of the way whose button was pressed."""
    other_asked = Signal(str)
    """The same of what is seldom done."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self.others: list[QPushButton] = []
        self._box = column(spacing=12)
        self.setLayout(self._box)

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Lists these in the place of those before."""
        clear(self._box)
        self.buttons, self.others = [], []
        for way in ways:
            texts = [label(way.text, "strong"), *([label(way.remark, "muted")] if way.remark else [])]
            do = button(way.do, "secondary", partial(self.asked.emit, way.key))
            do.setAccessibleName(f"{way.do} {way.text}")
            tools = [do]
            if way.other:
                other = button(way.other, "link", partial(self.other_asked.emit, way.key))
                other.setAccessibleName(f"{way.other} {way.text}")
                self.others.append(other)
                tools.append(other)
            holder = QWidget()
            holder.setLayout(column(*texts, FlowLayout(*tools, spacing=12), spacing=4))
            self._box.addWidget(holder)
            self.buttons.append(do)
        self.setVisible(bool(ways))
