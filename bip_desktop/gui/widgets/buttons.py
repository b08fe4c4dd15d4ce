# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Buttons by how much they ask for: one primary action a page, the others quieter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy


def button(text: str, variant: str = "secondary", clicked: Callable[[], object] | None = None) -> QPushButton:
    """A push button; `variant` is primary, row, secondary, quiet, citizen, citizen-quiet, caseworker,
    caseworker-quiet or link."""
    made = QPushButton(text)
    made.setProperty("variant", variant)
    made.setAutoDefault(True)  # Enter presses the button that has the keyboard
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made
