# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Rows and columns with their margins said at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

Child = QWidget | QLayout | int | None


def column(*children: Child, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """Children below each other: a widget, a layout, a fixed gap in pixels, or None for a stretch."""
    box = QVBoxLayout()
    _fill(box, children, margins, spacing)
    return box


def row(*children: Child, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QHBoxLayout:
    """Children beside each other: a widget, a layout, a fixed gap in pixels, or None for a stretch."""
    box = QHBoxLayout()
    _fill(box, children, margins, spacing)
    return box


def _fill(
    box: QHBoxLayout | QVBoxLayout, children: tuple[Child, ...], margins: tuple[int, int, int, int], spacing: int
) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    for child in children:
        if child is None:
            box.addStretch(1)
        elif isinstance(child, int):
            box.addSpacing(child)
        elif isinstance(child, QLayout):
            box.addLayout(child)
        else:
            box.addWidget(child)


def card(
    content: QLayout | None = None, *, kind: str = "true", margins: tuple[int, int, int, int] = (20, 16, 20, 16)
) -> QFrame:
    """A white card around `content`; `kind` is true, chosen or tile."""
    frame = QFrame()
    frame.setProperty("card", kind)
    if content is not None:
        content.setContentsMargins(*margins)
        frame.setLayout(content)
    return frame


def scrolled(content: QLayout) -> QScrollArea:
    """`content` in an area that scrolls up and down when it does not fit."""
    inner = QWidget()
    inner.setProperty("scrolled", "true")
    inner.setLayout(content)
    # As high as the texts are at the present width, not as they would be at the least.
    inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def show_if(widget: QWidget, wanted: bool) -> None:
    """Shows `widget` where it is wanted, and hides it otherwise.

    One that stands in no page yet is left as it is: shown by itself it would become a window of its own for a moment,
    and take the keyboard from the page.
    """
    if not wanted:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


def clear(box: QLayout) -> None:
    """Takes everything out of `box` and lets it go."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
