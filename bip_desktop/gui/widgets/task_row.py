# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Who does what by when: one line of an agreement, in two or four lines where the page is narrow."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget

from bip_desktop.domain.agreement import Task, Who
from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import button
from bip_desktop.gui.widgets.form_rows import text_field

_ONE_LINE, _TWO_LINES = 660, 400
"""Pixels at 100 % from which the parts stand in one line, and in two."""
_Places = tuple[tuple[int, int, int, int], ...]
_PLACES: dict[int, _Places] = {
    1: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 1, 3), (1, 0, 1, 2), (1, 2, 1, 1)),
    4: ((0, 0, 1, 4), (1, 0, 1, 4), (2, 0, 1, 4), (3, 0, 1, 4)),
}
"""Who, what, by and the way out: row, column, rows, columns."""


_AROUND = 68
"""Pixels at 100 % beside a name: its margins and the arrow."""


class _Deadline(QDateEdit):
    """A date that may be none. While it says so Qt looks in it for a day to go on to, and Tab would never lead out."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From »none« straight on."""
        if self.date() == self.minimumDate():
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)


class TaskRow(QWidget):
    """States that it has changed, and that somebody wants it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, names: Sequence[tuple[Who, str]], task: Task | None, today: date) -> None:
        super().__init__()
        look = theme.current()
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Hvem"))
        for who, name in names:
            self.who.addItem(name, who)
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what = text_field(placeholder=self.tr("gør hvad?"))
        self.what.setAccessibleName(self.tr("Hvad"))
        self.by = _Deadline()
        self.by.setCalendarPopup(True)
        self.by.setAccessibleName(self.tr("Senest"))
        self.by.setDisplayFormat(self.tr("dd.MM.yyyy"))
        # The day before the first that can be meant stands for none.
        first = min(today, task.by) if task is not None and task.by is not None else today
        self.by.setMinimumDate(QDate(first.year, first.month, first.day).addDays(-1))
        self.by.setSpecialValueText(self.tr("ingen frist"))
        self._how = None if task is None else task.how
        if task is not None:
            self.who.setCurrentIndex([who for who, _ in names].index(task.who))
            self.what.setText(task.what)
            if task.by is not None:
                self.by.setDate(QDate(task.by.year, task.by.month, task.by.day))
        for field in (self.who, self.what, self.by):
            field.setMinimumHeight(look.px(44))
        widest = max(self.who.fontMetrics().horizontalAdvance(name) for _, name in names)
        self.who.setMinimumWidth(min(max(look.px(130), widest + look.px(_AROUND)), look.px(220)))
        self.by.setMinimumWidth(look.px(168))
        self.remove = button(self.tr("Fjern"), "link", self.removed.emit)
        self.remove.setAccessibleName(self.tr("Fjern denne aftale"))
        self._lines = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(6))
        self._grid.setColumnStretch(1, 1)
        self._place(1)
        self.who.activated.connect(lambda _: self.changed.emit())
        self.what.editingFinished.connect(self.changed)
        self.by.dateChanged.connect(lambda _: self.changed.emit())

    def task(self) -> Task:
        """What the row says."""
        day = self.by.date()
        by = None if day == self.by.minimumDate() else date(day.year(), day.month(), day.day())
        return Task(Who(self.who.currentData()), self.what.text(), by, self._how)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part."""
        widest = max(self.who.minimumWidth(), self.by.minimumWidth(), self.remove.sizeHint().width())
        return QSize(widest, self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes as many lines as the width asks for."""
        super().resizeEvent(event)
        px, width = theme.current().px, self.width()
        self._place(1 if width >= px(_ONE_LINE) else 2 if width >= px(_TWO_LINES) else 4)

    def _place(self, lines: int) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        parts: tuple[QWidget, ...] = (self.who, self.what, self.by, self.remove)
        for part in parts:
            self._grid.removeWidget(part)
        for part, (line, column, lines_high, columns) in zip(parts, _PLACES[lines], strict=True):
            side = Qt.AlignmentFlag.AlignLeft if part is self.remove else Qt.AlignmentFlag(0)
            self._grid.addWidget(part, line, column, lines_high, columns, side)
        self.updateGeometry()
