# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Labels by what they are for; the theme decides how each looks."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

_SHORTEST = 12
"""Characters."""
_LONG_WORD, _PART = re.compile(r"\S{25,}"), re.compile(r".{1,8}")


def label(text: str, role: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A label whose `role` is one of question, title, section, strong, body, muted, small, error, brand, citizen,
    caseworker."""
    made = QLabel(breakable(text) if wrap else text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def breakable(text: str) -> str:
    """`text` with places to part words that are too long for a line, as a name without spaces may be."""
    return _LONG_WORD.sub(lambda found: "\N{ZERO WIDTH SPACE}".join(_PART.findall(found[0])), text)


class ElidedLabel(QLabel):
    """One line that gives way down to `least` pixels: what does not fit ends in three dots, and the whole text is in
    the tip. A rest too short to mean anything is not shown."""

    def __init__(self, text: str, role: str = "body", *, least: int = 0) -> None:
        super().__init__(text)
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The whole text."""
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height())

    def minimumSizeHint(self) -> QSize:
        """What must stay."""
        return QSize(min(self.sizeHint().width(), self._least), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what there is room for."""
        space = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, space.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        if len(shown) < min(len(self.text()), _SHORTEST):
            return
        painter = QPainter(self)  # it knows from which side the language runs
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(space, self.alignment(), shown)


def pill(text: str, *, chosen: bool = False) -> QLabel:
    """A short remark in a rounded edge."""
    made = label(text, wrap=False)
    made.setProperty("pill", "chosen" if chosen else "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def rule() -> QFrame:
    """A quiet line."""
    made = QFrame()
    made.setProperty("rule", "true")
    return made
