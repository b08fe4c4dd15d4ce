# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A list of people to tick, as high as its lines and never higher than a part of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from bip_desktop.gui import theme

_MOST_LINES = 7


class PickingList(QListWidget):
    """Space ticks the line that has the keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        look = theme.current()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setStyleSheet(
            f"QListWidget {{ background: {look.roles['surface']}; border: 1px solid {look.roles['edge']};"
            f" border-radius: 8px; padding: {look.px(4)}px; }}"
            f"QListWidget::item {{ padding: {look.px(5)}px {look.px(4)}px; color: {look.roles['ink']}; }}"
            f"QListWidget::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
        )
        self.itemClicked.connect(self._on_clicked)
        self._before: dict[int, Qt.CheckState] = {}

    def show_items(self, items: Sequence[tuple[str, str]], ticked: Sequence[int]) -> None:
        """Shows these people, each with a case number or nothing; those at the places `ticked` are ticked."""
        self.clear()
        for place, (name, number) in enumerate(items):
            item = QListWidgetItem(f"{name} · {number}" if number else name)
            item.setToolTip(item.text())
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self._remember()
        lines = min(max(1, len(items)), _MOST_LINES)
        height = self.sizeHintForRow(0) if items else theme.current().px(34)
        self.setFixedHeight(lines * height + 2 * theme.current().px(6) + 4)
        if ticked:
            self.scrollToItem(self.item(ticked[0]))
            self.setCurrentRow(ticked[0])

    @property
    def ticked(self) -> list[int]:
        """The places of those who are ticked."""
        return [place for place in range(self.count()) if self.item(place).checkState() is Qt.CheckState.Checked]

    def _on_clicked(self, item: QListWidgetItem) -> None:
        # A click on the words ticks too; one on the box itself has done it already.
        if item.checkState() is self._before.get(self.row(item)):
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self._remember()

    def _remember(self) -> None:
        self._before = {place: self.item(place).checkState() for place in range(self.count())}
