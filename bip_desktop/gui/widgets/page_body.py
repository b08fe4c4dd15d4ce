# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The part of a page below its bar: it scrolls, and its lines never grow too long to read."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from bip_desktop.gui import theme
from bip_desktop.gui.widgets.layouts import card, column, row

_AROUND = 60
"""Pixels shown above and below what has the keyboard."""


class FollowingArea(QScrollArea):
    """Scrolls up and down, and brings what gets the keyboard into sight."""

    def __init__(self, content: QLayout) -> None:
        super().__init__()
        self._inner = inner = QWidget()
        inner.setProperty("scrolled", "true")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        inner.setLayout(content)  # after `setWidget`, which would measure all of it before its time
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scrolls to `widget` once the layout has settled."""
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
        # Not `ensureWidgetVisible`: of a field that would be its cursor, not its edges.
        place = widget.mapTo(self._inner, QPoint(0, 0))
        # All of it where there is room for that, before the air around it.
        around = max(0, min(_AROUND, (self.viewport().height() - widget.height()) // 2))
        self.ensureVisible(0, place.y() + widget.height(), 0, around)
        self.ensureVisible(0, place.y(), 0, around)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # What a mouse has just pressed is in sight, and must not move away from under it before it lets go.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not pressed and self._inner.isAncestorOf(new):
            self.bring_into_sight(new)


class OwnHeightArea(FollowingArea):
    """As high as its content where there is room, so that what stands below follows it; else it scrolls, and what
    stands below stays in sight."""

    def __init__(self, content: QLayout) -> None:
        super().__init__(content)
        # Not a height for a width, which Qt takes as the least there may be.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All of the content at the present width."""
        layout = self._inner.layout()
        return QSize(self.width(), layout.totalHeightForWidth(self.width()) if layout is not None else 0)

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(0, theme.current().px(56))


def page_body(content: QLayout, *, widest: int = 1200, foot: int = 40) -> FollowingArea:
    """`content` in the middle of an area that scrolls, at most `widest` pixels (at 100 %) wide."""
    holder = QWidget()
    holder.setLayout(content)
    holder.setMaximumWidth(theme.current().px(widest))
    return FollowingArea(column(row(holder), None, margins=(40, 26, 40, foot)))


def centred_card(content: QLayout, *, width: int = 460) -> FollowingArea:
    """`content` in a card of at most `width` pixels (at 100 %) in the middle; it scrolls where the window is low."""
    look = theme.current()
    edge = look.px(32)
    frame = card(content, margins=(edge, look.px(28), edge, edge))
    frame.setMaximumWidth(look.px(width))
    return FollowingArea(column(None, row(frame, margins=(24, 24, 24, 24)), None))
