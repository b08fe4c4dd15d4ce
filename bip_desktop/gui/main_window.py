# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The one window: a notice when there is one, and one page at a time.

A page that is left is destroyed, not hidden: while the citizen answers there is no widget of the caseworker's.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from bip_desktop.gui.lock_warning import LockWarning
from bip_desktop.gui.notices import NoticeBar
from bip_desktop.gui.widgets.layouts import column, row
from bip_desktop.gui.widgets.texts import label

SMALLEST = (1024, 600)
"""Pixels."""
_TEXT_SIZES = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0))
"""Ctrl and = is where plus lies on other keyboards."""


class MainWindow(QMainWindow):
    """Shows pages and notices; knows none of them."""

    def __init__(self, on_close: Callable[[], None], text_size: Callable[[int], None] = lambda _: None) -> None:
        super().__init__()
        self._on_close = on_close
        self._page: QWidget | None = None
        self.setWindowTitle("BIP")
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        self.notices = NoticeBar()
        self._body: QVBoxLayout = column(self.notices)
        self._whole: QVBoxLayout = column(self._body)
        self._whole.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(self._whole)
        self.setCentralWidget(holder)
        self.lock_warning = LockWarning(self)
        for keys, steps in _TEXT_SIZES:
            QShortcut(QKeySequence(keys), self, partial(text_size, steps))

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._page

    def show_page(self, page: QWidget, *, whole_screen: bool = False) -> None:
        """Puts `page` in the place of the one before, which is destroyed."""
        if self._page is not None:
            self._page.hide()
            self._body.removeWidget(self._page)
            self._page.setParent(None)
            self._page.deleteLater()
        self._page = page
        self.notices.hide()
        self._body.addWidget(page, 1)
        page.show()
        # What a page has given the keyboard to before it could be seen gets it now.
        wanted: QWidget | None = page.focusWidget()
        (page if wanted is None else wanted).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible() and whole_screen != self.isFullScreen():
            # Not `showNormal`: a window that filled the screen before does so again.
            whole = Qt.WindowState.WindowFullScreen
            self.setWindowState(self.windowState() | whole if whole_screen else self.windowState() & ~whole)

    def show_hint(self, text: str) -> None:
        """Says `text` below every page: what a demonstration is unlocked with."""
        bar = QFrame()
        bar.setProperty("bar", "demo")
        words = label(text, "small")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        bar.setLayout(row(words, margins=(24, 5, 24, 5)))
        self._whole.addWidget(bar)

    def show_backing_up(self) -> None:
        """Says at once what the window waits for before it closes."""
        self.notices.show_notice(self.tr("Gemmer en sikkerhedskopi …"))
        self.repaint()

    def come_to_front(self) -> None:
        """Somebody has started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def end_typing(self) -> None:
        """Takes the keyboard from the page, so that it states what is typed and not stated yet."""
        typed_in = self.focusWidget()
        if typed_in is not None:
            typed_in.clearFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Every way out saves: what is answered is on the disk already; the rest is closed in order."""
        self._on_close()
        super().closeEvent(event)
