# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Bringing what has just been unfolded into view."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

_ROUNDS = 6
"""Texts that wrap change the heights around them, and those the widths of others: it is over after a few rounds."""


def show_whole(area: QScrollArea, wanted: QWidget) -> None:
    """Scrolls `area` so that all of `wanted` is seen; where it is higher than the page, from its top.

    What has just been shown has no place yet: the page is laid out first.
    """
    inner = area.widget()
    if inner is None:
        return
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    top, bar, seen = wanted.mapTo(inner, QPoint(0, 0)).y(), area.verticalScrollBar(), area.viewport().height()
    if top < bar.value() or wanted.height() > seen:
        bar.setValue(top)
    elif top + wanted.height() > bar.value() + seen:
        bar.setValue(top + wanted.height() - seen)
