# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Which widget an arrow leads to, by where they stand on the screen."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def nearest(here: QWidget, among: Sequence[W], way: tuple[int, int]) -> W | None:
    """The nearest one in the direction `way` (one step across, one down) that stands at least partly beside `here`,
    or none."""
    start = _place(here)
    found = [
        (gap, abs((start.center() - place.center()).manhattanLength()), number)
        for number, each in enumerate(among)
        if each is not here
        and (gap := _gap(start, place := _place(each), way)) >= 0
        and (_beside(start, place, across=way[0] == 0))
    ]
    return among[min(found)[2]] if found else None


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _gap(one: QRect, other: QRect, way: tuple[int, int]) -> int:
    """Pixels between them in the direction; negative where `other` does not lie there."""
    if way[0]:
        return other.left() - one.right() - 1 if way[0] > 0 else one.left() - other.right() - 1
    return other.top() - one.bottom() - 1 if way[1] > 0 else one.top() - other.bottom() - 1


def _beside(one: QRect, other: QRect, *, across: bool) -> bool:
    if across:
        return one.left() <= other.right() and other.left() <= one.right()
    return one.top() <= other.bottom() and other.top() <= one.bottom()
