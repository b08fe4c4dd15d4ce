# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The six steps of a meeting at the left: what is done, where we are, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.buttons import Once
from bip_desktop.gui.widgets.layouts import column, show_if
from bip_desktop.gui.widgets.texts import label

_WIDTH, _CONTENT = 264, 600
"""Pixels at 100 %: with the steps' names, and what the content beside them needs."""


class _StepButton(Once, QAbstractButton):
    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number = number
        self.done = False
        self._is_narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_narrow(self, *, narrow: bool) -> None:
        """Only the number."""
        self._is_narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """The mark stays where the meeting is: a click asks, and does not move it."""

    def sizeHint(self) -> QSize:
        """One or two lines."""
        look = theme.current()
        if self._is_narrow:
            return QSize(look.px(42), look.px(48))
        inside = look.px(224) - look.px(54)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        lines = QFontMetrics(font).boundingRect(0, 0, inside, 1000, Qt.TextFlag.TextWordWrap, self.text())
        return QSize(look.px(224), max(look.px(48), lines.height() + look.px(22)))

    def minimumSizeHint(self) -> QSize:
        """Less air where the window is low."""
        hint, look = self.sizeHint(), theme.current()
        return QSize(look.px(42), look.px(36) if self._is_narrow else hint.height() - look.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle with a number or a tick, and the step's name."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("action_tint"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.color("ink"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        size = look.px(26)
        circle = QRectF(look.px(8), (self.height() - size) / 2, size, size)
        full = self.done and not self.isChecked()
        painter.setPen(QPen(look.color("action" if self.done or self.isChecked() else "line"), 2))
        painter.setBrush(look.color("action" if full else "surface"))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        small = QFont(self.font())
        small.setPixelSize(look.px(14))
        small.setWeight(QFont.Weight.Bold)
        painter.setFont(small)
        painter.setPen(look.color("action_ink" if full else "action" if self.isChecked() else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "✓" if full else str(self._number))
        if self._is_narrow:
            return
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(look.color("ink" if self.isChecked() else "muted"))
        left = look.px(46)
        painter.drawText(
            QRectF(left, 0, self.width() - left - 6, self.height()),
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )


class StepRail(QFrame):
    """The steps, with the ones that can be gone to."""

    asked_for = Signal(int)
    """A step, from 0."""

    def __init__(
        self, names: Sequence[str], current: int, done: frozenset[int], reachable: frozenset[int], foot: str
    ) -> None:
        super().__init__()
        self.setProperty("bar", "side")
        self.buttons: list[_StepButton] = []
        for place, name in enumerate(names):
            made = _StepButton(place + 1, name)
            made.done = place in done
            made.setChecked(place == current)
            made.setEnabled(place in reachable)
            made.setAccessibleName(self.tr("Trin {0} af {1}: {2}").format(place + 1, len(names), name))
            made.clicked.connect(lambda _=False, step=place: self.asked_for.emit(step))
            self.buttons.append(made)
        self._foot = label(foot, "small")
        self._box = column(*self.buttons, None, self._foot)
        self.setLayout(self._box)
        self.set_narrow(narrow=False)

    @staticmethod
    def fits_beside(width: int) -> bool:
        """Whether a page of `width` pixels has room for the steps' names beside its content."""
        return width >= theme.current().px(_WIDTH + _CONTENT) + 60

    def set_narrow(self, *, narrow: bool) -> None:
        """Only the numbers, where the page needs the room; the names are in the tips then, and for the ear as ever."""
        look = theme.current()
        self.setFixedWidth(look.px(42) + 24 if narrow else look.px(_WIDTH))
        self._box.setContentsMargins(*((12, 12, 12, 12) if narrow else (20, 28, 20, 20)))
        show_if(self._foot, not narrow)
        for each in self.buttons:
            each.set_narrow(narrow=narrow)
