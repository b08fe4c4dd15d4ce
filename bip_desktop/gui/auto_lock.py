# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Locks when nobody has been at the computer for a while, and at once when the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

WARN_BEFORE = 60
"""Seconds: how long the warning stands before the lock."""
SLEPT = 60
"""Seconds without a tick: the computer was asleep, or its lid was shut."""

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class AutoLock(QObject):
    """Counts the seconds since the last key, click or movement.

    `limit` is how many seconds of idleness lock (None: never). The key that dismisses the warning is swallowed, so that
    it answers nothing.
    """

    warned = Signal(int)
    """Seconds left; once a second while the warning stands."""
    stayed = Signal()
    """Somebody is there after all."""
    due = Signal()
    """Time to lock."""

    def __init__(
        self,
        app: QApplication,
        parent: QObject,
        limit: Callable[[], float | None],
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._clock = clock
        self._wall = wall
        self._seen = clock()
        self._ticked = wall()
        self._is_warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes each sign of life; what programs send themselves is none."""
        if event.type() not in _SIGNS_OF_LIFE or not event.spontaneous():
            return False
        was_warning = self._is_warning
        self.touch()
        return was_warning and event.type() is QEvent.Type.KeyPress

    def touch(self) -> None:
        """Somebody is there."""
        self._seen = self._clock()
        if self._is_warning:
            self._is_warning = False
            self.stayed.emit()

    def look(self) -> None:
        """Warns, or says that it is time to lock. Runs each second."""
        now, before = self._wall(), self._ticked
        self._ticked = now
        limit = self._limit()
        if limit is None:
            self.touch()
            return
        left = limit - (self._clock() - self._seen)
        if left <= 0 or now - before > SLEPT:
            self.touch()
            self.due.emit()
        elif left <= WARN_BEFORE:
            self._is_warning = True
            self.warned.emit(max(1, round(left)))
