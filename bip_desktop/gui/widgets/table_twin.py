# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The table that stands beside a picture of many measurements: the names stay while the columns scroll in its frame."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.quiet_table import LEFT, QuietTable

_NAMES = 0.45
"""At most this part of the width for the names; longer ones wrap."""


class TableTwin(QuietTable):
    """Rows to read, each with its name at the left; the first heading names the names."""

    def __init__(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(name, len(headings) - 1)
        look = theme.current()
        self.setHorizontalHeaderLabels(list(headings[1:]))
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultAlignment(LEFT | Qt.TextFlag.TextWordWrap)
        pad, line = look.px(7), look.roles["line"]
        self.setStyleSheet(
            f"QTableWidget {{ font-size: {look.px(16)}px; }}"
            f"QTableWidget::item {{ border-bottom: 1px solid {line}; padding: {look.px(3)}px {pad}px; }}"
            f"QTableWidget::item:selected {{ background: {look.roles['action_tint']}; color: {look.roles['ink']}; }}"
            f"QHeaderView::section {{ padding: {pad}px; font-size: {look.px(14)}px; }}"
            f"QHeaderView::section:vertical {{ color: {look.roles['ink']}; font-size: {look.px(16)}px;"
            f" border: none; border-bottom: 1px solid {line}; padding: {look.px(3)}px {pad}px {look.px(3)}px 2px; }}"
            f"QTableCornerButton::section {{ background: {look.roles['surface']}; border: none;"
            f" border-bottom: 1px solid {line}; }}"
        )
        self._names = self._font(16)
        self.fill([cells[1:] for cells in rows])
        self.setVerticalHeaderLabels([cells[0] for cells in rows])
        self.settle()

    def measure(self) -> int:
        """See `QuietTable`: the names get their room first."""
        px = theme.current().px
        metrics, heads = QFontMetrics(self._names), QFontMetrics(self._font(14))
        heads_left = [self.verticalHeaderItem(place) for place in range(self.rowCount())]
        texts = [item.text() for item in heads_left]
        words = max((metrics.horizontalAdvance(word) for text in texts for word in text.split()), default=0)
        wish = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        names = max(words, min(wish, int(self.width() * _NAMES))) + px(12)
        self.verticalHeader().setFixedWidth(names)
        high = px(38)
        for place, text in enumerate(texts):
            box = metrics.boundingRect(0, 0, names - px(10), 10_000, Qt.TextFlag.TextWordWrap, text)
            self.setRowHeight(place, max(high, box.height() + px(12)))
        for place in range(self.columnCount()):
            head = self.horizontalHeaderItem(place)
            least = heads.horizontalAdvance(head.text()) if head is not None else 0
            self.setColumnWidth(place, max(self.sizeHintForColumn(place), least + 2 * px(8)) + px(6))
        return names

    def _font(self, size: int) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(theme.current().px(size))
        made.setWeight(QFont.Weight.DemiBold)
        return made
