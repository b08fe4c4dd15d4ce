# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Her answers as bars, with BIP's published figures in words below each group of them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.formatting import number
from bip_desktop.gui.pages.own_picture.view import Band, Spread
from bip_desktop.gui.widgets.layouts import column
from bip_desktop.gui.widgets.texts import label


class SpreadPicture(QWidget):
    """A bar for each answer. BIP has none: its figures are published in words, not step by step."""

    def __init__(self, spread: Spread) -> None:
        super().__init__()
        px = theme.current().px
        self.setAccessibleName(spread.headline)
        bands = [_band(band, spread.most) for band in spread.bands]
        self.setLayout(column(*bands, spacing=px(14)))


class _Bar(QWidget):
    """As long as its share of the longest one."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__()
        self._share = count / most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        px = theme.current().px
        return QSize(px(120), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet line where there is no answer."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("caseworker" if self._share else "line"))
        high = look.px(18)
        top = (self.height() - high) / 2
        painter.drawRoundedRect(QRectF(0, top, max(look.px(3), self.width() * self._share), high), 3, 3)


def _band(band: Band, most: int) -> QWidget:
    px = theme.current().px
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(2))
    grid.setColumnStretch(1, 1)
    for line, (words, count) in enumerate(band.answers):
        name, shown = label(words), label(number(count), "strong", wrap=False)
        name.setFixedWidth(px(130))
        shown.setMinimumWidth(px(36))
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(name, line, 0)
        grid.addWidget(_Bar(count, most), line, 1)
        grid.addWidget(shown, line, 2)
    grid.addWidget(label(band.said, "small"), len(band.answers), 1, 1, 2)
    made = QWidget()
    made.setLayout(grid)
    return made
