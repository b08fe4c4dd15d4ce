# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A heading with its tools at the right, or below it where it is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import Child, row


class HeadingRow(QWidget):
    """`heading` takes the room that `tools` leave; below `wide` pixels (at 100 %) they stand below it."""

    def __init__(self, heading: QLayout, *tools: Child, wide: int = 800, spacing: int = 20) -> None:
        super().__init__()
        self._wide = theme.current().px(wide)
        self._tools = QWidget()
        self._tools.setLayout(row(*tools, spacing=spacing))
        self._box: QBoxLayout = row(heading, self._tools, spacing=spacing)
        self._box.setStretch(0, 1)
        self.setLayout(self._box)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the tools."""
        hint = self._box.minimumSize()
        return QSize(self._tools.minimumSizeHint().width(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the tools where they fit."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._wide
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(20 if wide else 8)
        self._box.setAlignment(self._tools, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
