# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Slow work beside the window: one pool, callbacks given before the start, frozen values back.

The work runs in a thread of the pool and must not touch a widget. Callbacks run in the window's thread; they are
dropped when the owner is gone.

While work runs, nothing is collected as garbage: a collection begins in whatever thread makes the next object, and
widgets that a page has left behind may not be destroyed outside the window's thread.
"""

import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from bip_desktop.domain.errors import BipError, Code

T = TypeVar("T")


class _Post(QObject):
    """Carries a finished job's result into the window's thread."""

    arrived = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], arrived: SignalInstance, done: object) -> None:
        super().__init__()
        self._work, self._arrived, self._done = work, arrived, done

    def run(self) -> None:
        """In the pool's thread."""
        try:
            outcome: object = self._work()
            error: Exception | None = None
        except Exception as caught:  # noqa: BLE001 - handed to the window's thread, where known and bug are told apart
            outcome, error = None, caught
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._arrived.emit((self._done, outcome, error))


class TaskRunner(QObject):
    """Runs work on one `QThreadPool`."""

    answered = Signal()
    """Nobody waits for a result any more."""

    def __init__(self, on_bug: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._post = _Post(self)
        self._post.arrived.connect(self._on_arrived)
        self._on_bug = on_bug
        self._running: set[object] = set()
        self._awaited: set[object] = set()
        self._apart: dict[object, threading.Thread] = {}
        self._waiting: dict[object, tuple[Callable[[object], None], Callable[[BipError], None]]] = {}

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BipError], None],
        is_awaited: bool = True,
        is_apart: bool = False,
    ) -> Callable[[], None]:
        """Starts `work`; calls `done` with its result, or `failed` with a known error. Returns what cancels the
        callbacks (the work itself runs to its end). What is not awaited keeps nothing from happening meanwhile;
        what is apart may hang, as a share can that is away: not even the end of the program waits for it."""
        ticket = object()
        if is_awaited:
            self._awaited.add(ticket)
        self._waiting[ticket] = (done, failed)  # type: ignore[assignment]  # T is kept by the caller
        self._running.add(ticket)
        gc.disable()
        job = _Job(work, self._post.arrived, ticket)
        if is_apart:
            self._apart[ticket] = threading.Thread(target=job.run, daemon=True)
            self._apart[ticket].start()
        else:
            self._pool.start(job)
        return lambda: self._waiting.pop(ticket, None) and None

    @property
    def is_running(self) -> bool:
        """Whether somebody waits for a result."""
        return not self._awaited.isdisjoint(self._waiting)

    def wait_apart(self, seconds: float) -> None:
        """Waits for what runs apart, no longer than this."""
        until = time.monotonic() + seconds
        for thread in self._apart.values():
            thread.join(max(0.0, until - time.monotonic()))

    def shut_down(self) -> None:
        """Waits for what runs and drops its callbacks. Called before the database closes."""
        self._waiting.clear()
        self._awaited.clear()
        self._pool.waitForDone()
        self._apart = {ticket: thread for ticket, thread in self._apart.items() if thread.is_alive()}
        self._running = set(self._apart)
        self._let_collect()

    def _let_collect(self) -> None:
        if not self._running:
            gc.collect(0)  # here and now, so that the next one is not due while the other thread comes to its end
            gc.enable()

    @Slot(object)
    def _on_arrived(self, parcel: tuple[object, object, Exception | None]) -> None:
        was_running = self.is_running
        self._hand_over(*parcel)
        if was_running and not self.is_running:
            self.answered.emit()

    def _hand_over(self, ticket: object, outcome: object, error: Exception | None) -> None:
        self._running.discard(ticket)
        self._awaited.discard(ticket)
        self._apart.pop(ticket, None)
        self._let_collect()
        callbacks = self._waiting.pop(ticket, None)
        if callbacks is None:
            return
        done, failed = callbacks
        if error is None:
            done(outcome)
        elif isinstance(error, BipError):
            failed(error)
        else:
            failed(BipError(Code.PROGRAM))  # so that the page does not wait for ever
            self._on_bug(error)
