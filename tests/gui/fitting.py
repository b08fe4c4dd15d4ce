# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether all that is on show can be read and reached: asked of any page, at any size of window and text."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from bip_desktop.gui import theme
from bip_desktop.gui.language import speak, spoken
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.widgets.flow import FlowingLabel
from bip_desktop.gui.widgets.texts import ElidedLabel
from tests.gui.conftest import ROOT, THEMES

SIZES = ((1024, 600), (1280, 800), (2560, 1440))
"""Windows, from the smallest that is promised to a large one."""
SCALES = (100, 150, 200)
"""Per cent."""
LOOKS = (
    ((1024, 600), 100, "da"),
    ((1024, 600), 200, "da"),
    ((1024, 600), 200, "en"),
    ((1280, 800), 150, "da"),
    ((2560, 1440), 100, "da"),
)
"""Size, per cent and language: the most that is asked of a page, the least, and what lies between: five of the
eighteen combinations, since each costs a whole walk."""
EVERY_LOOK = pytest.mark.parametrize(
    ("size", "scale", "language"), LOOKS, ids=[f"{size[0]}x{size[1]}-{scale}-{code}" for size, scale, code in LOOKS]
)
_TEXTS = (QLabel, QAbstractButton, QComboBox, QLineEdit)
_SLACK = 1
"""Pixels by which rounding may differ."""


def set_text(app: QApplication, scale: int, language: str = "da", *, name: str = "light") -> None:
    """Gives the program a text size and a language; pages must be built after."""
    if language != spoken():
        speak(app, language, ROOT / "resources" / "i18n")
    theme.apply(app, theme.read_theme(THEMES / f"{name}.toml", scale))


def at_size(window: MainWindow, size: tuple[int, int]) -> None:
    """Makes the window so large, whatever the screen is."""
    window.setFixedSize(*size)
    for _ in range(4):  # texts that wrap need a round each to tell their parents how high they are
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def faults(root: QWidget) -> list[str]:
    """What is cut, lies over something else, or is out of reach; empty where all fits."""
    shown = [each for each in root.findChildren(QWidget) if each.isVisible() and not each.visibleRegion().isNull()]
    found = [said for each in shown if (said := _cut(each))]
    texts = [each for each in root.findChildren(QWidget) if isinstance(each, _TEXTS) and each.isVisible()]
    found += [said for each in texts if (said := _outside(root, each))]
    found += [said for one, other in combinations(texts, 2) if (said := _overlap(root, one, other))]
    return found


def in_sight(widget: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if widget.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff and bar.maximum() > 0:
            return f"scrolls to the side: {_named(widget)}"
        return ""
    if not isinstance(widget, _TEXTS) or isinstance(widget, ElidedLabel | QLineEdit):
        return ""
    # A box may be asked to give way; it must not, to the words chosen in it.
    wanted = widget.sizeHint() if isinstance(widget, QComboBox) else widget.minimumSizeHint()
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return ""
        if widget.wordWrap() or isinstance(widget, FlowingLabel):
            high = widget.heightForWidth(widget.width())
            if widget.height() + _SLACK < high:
                return f"lines cut, {widget.height()} of {high} pixels: {_named(widget)}"
            widest = max((_advance(widget.fontMetrics(), word) for word in widget.text().split()), default=0)
            room = widget.contentsRect().width()
            return f"a word cut, {room} of {widest} pixels: {_named(widget)}" if room + _SLACK < widest else ""
    elif widget.hasHeightForWidth():
        high = widget.heightForWidth(widget.width())
        return f"lines cut, {widget.height()} of {high} pixels: {_named(widget)}" if widget.height() < high else ""
    elif isinstance(widget, QAbstractButton) and not widget.text():
        return ""
    if widget.width() + _SLACK < wanted.width() or widget.height() + _SLACK < wanted.height():
        return f"cut, {_size(widget)} of {wanted.width()} x {wanted.height()} pixels: {_named(widget)}"
    return ""


def _advance(metrics: QFontMetrics, word: str) -> int:
    # A zero-width space is a place where a long word may be parted.
    return max(metrics.horizontalAdvance(part) for part in word.split("\N{ZERO WIDTH SPACE}"))


def _outside(root: QWidget, widget: QWidget) -> str:
    """What lies beside the window, or beside the page of an area that scrolls up and down only."""
    area = _scrolled_by(widget, root)
    around = root if area is None else area.viewport()
    left = widget.mapTo(around, QPoint(0, 0))
    if left.x() < -_SLACK or left.x() + widget.width() > around.width() + _SLACK:
        return f"out at the side, {left.x()} to {left.x() + widget.width()} of {around.width()}: {_named(widget)}"
    if area is None and (left.y() < -_SLACK or left.y() + widget.height() > root.height() + _SLACK):
        return f"out below, {left.y()} to {left.y() + widget.height()} of {root.height()}: {_named(widget)}"
    return ""


def _overlap(root: QWidget, one: QWidget, other: QWidget) -> str:
    if one.isAncestorOf(other) or other.isAncestorOf(one) or _scrolled_by(one, root) is not _scrolled_by(other, root):
        return ""
    both = _place(one, root).intersected(_place(other, root))
    if both.width() > _SLACK and both.height() > _SLACK:
        return f"over each other by {both.width()} x {both.height()}: {_named(one)} and {_named(other)}"
    return ""


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _scrolled_by(widget: QWidget, root: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _size(widget: QWidget) -> str:
    return f"{widget.width()} x {widget.height()}"


def _named(widget: QWidget) -> str:
    text = widget.currentText() if isinstance(widget, QComboBox) else getattr(widget, "text", str)()
    return f"{type(widget).__name__} »{text[:60]}«"
