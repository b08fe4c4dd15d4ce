# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Labels by what they are for; the theme decides how each looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str, role: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A label whose `role` is one of question, title, section, strong, body, muted, small, error, brand, citizen,
    caseworker."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


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
