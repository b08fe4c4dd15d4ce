# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The table that stands beside a picture of many measurements: the names stay while the columns scroll in its frame."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from bip_desktop.gui import theme

_NAMES = 0.45
"""At most this part of the width for the names; longer ones wrap."""


class TableTwin(QTableWidget):
    """Rows to read, each with its name at the left. `name` is what screen readers call it; the first heading names the
    names."""

    def __init__(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(len(rows), len(headings) - 1)
        look = theme.current()
        self._settling = False
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings[1:]))
        self.setVerticalHeaderLabels([cells[0] for cells in rows])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        for place, cells in enumerate(rows):
            for number, text in enumerate(cells[1:]):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(place, number, item)
        self._names = self._font(16)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.verticalHeader().setDefaultAlignment(left | Qt.TextFlag.TextWordWrap)
        self._settle()

    def _font(self, size: int) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(theme.current().px(size))
        made.setWeight(QFont.Weight.DemiBold)
        return made

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """The names and one measurement."""
        return QSize(theme.current().px(220), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives names and columns their room."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again when the texts change their size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def _settle(self) -> None:
        if self._settling or not hasattr(self, "_names"):
            return
        self._settling = True
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
        header = self.horizontalHeader()
        over = self.horizontalHeader().length() + names > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if over else 0
        self.setFixedHeight(header.sizeHint().height() + self.verticalHeader().length() + bar + 2)
        self._settling = False
