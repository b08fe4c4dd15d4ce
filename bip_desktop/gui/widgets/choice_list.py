# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A list to choose from that keeps its values itself: Qt would hand an enumeration of texts back as a plain text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from bip_desktop.gui import theme

_WIDEST = 420
"""Pixels, at 100 %."""


class ChoiceList(QComboBox):
    """Texts to choose from; `name` is what screen readers call it."""

    def __init__(self, name: str, choices: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaximumWidth(theme.current().px(_WIDEST))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self._values: list[object] = []
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, object]], chosen: object = None) -> None:
        """These in the place of those before; `chosen`, or else the first, is chosen."""
        self.blockSignals(True)
        self.clear()
        self._values = [value for _, value in choices]
        self.addItems([text for text, _ in choices])
        if chosen in self._values:
            self.setCurrentIndex(self._values.index(chosen))
        self.blockSignals(False)

    @property
    def chosen(self) -> object:
        """The value of what is chosen; None where there is nothing to choose."""
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None
