# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Slow work beside the window."""

import gc
import threading
import time

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.tasks import TaskRunner


class Ends:
    """How a piece of work ended."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[BipError] = []
        self.bugs: list[Exception] = []
        self.threads: set[int] = set()
        self.runner = TaskRunner(self._on_bug)

    def on_done(self, result: object) -> None:
        """The result."""
        self.threads.add(threading.get_ident())
        self.done.append(result)

    def on_failed(self, error: BipError) -> None:
        """A known error."""
        self.threads.add(threading.get_ident())
        self.failed.append(error)

    def _on_bug(self, error: Exception) -> None:
        self.threads.add(threading.get_ident())
        self.bugs.append(error)

    @property
    def nothing(self) -> bool:
        """Whether nobody has heard of it."""
        return not (self.done or self.failed or self.bugs)


def test_the_result_comes_to_the_windows_thread_and_the_work_runs_in_another(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()
    ends.runner.run(threading.get_ident, done=ends.on_done, failed=ends.on_failed)
    assert ends.nothing, "only when the window is free to hear of it"
    qtbot.waitUntil(lambda: bool(ends.done))
    assert ends.done != [threading.get_ident()]
    assert ends.threads == {threading.get_ident()}
    ends.runner.shut_down()


def test_a_known_error_goes_to_the_one_who_asked(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()

    def refuse() -> None:
        raise BipError(Code.DISK_FULL)

    ends.runner.run(refuse, done=ends.on_done, failed=ends.on_failed)
    qtbot.waitUntil(lambda: bool(ends.failed))
    assert ends.failed[0].code is Code.DISK_FULL
    assert (ends.done, ends.bugs) == ([], [])
    assert ends.threads == {threading.get_ident()}
    ends.runner.shut_down()


def test_a_bug_goes_to_the_shell_and_the_page_hears_only_that_the_program_failed(
    app: QApplication, qtbot: QtBot
) -> None:
    ends = Ends()

    def fail() -> None:
        raise ZeroDivisionError("a bug")

    ends.runner.run(fail, done=ends.on_done, failed=ends.on_failed)
    qtbot.waitUntil(lambda: bool(ends.bugs))
    assert isinstance(ends.bugs[0], ZeroDivisionError)
    assert [error.code for error in ends.failed] == [Code.PROGRAM]
    assert ends.bugs[0].__traceback__ is not None
    assert ends.done == []
    assert ends.threads == {threading.get_ident()}
    ends.runner.shut_down()


def test_cancelled_work_runs_to_its_end_and_nobody_hears_of_it(app: QApplication, qtbot: QtBot) -> None:
    ends, ended = Ends(), threading.Event()
    cancel = ends.runner.run(ended.set, done=ends.on_done, failed=ends.on_failed)
    cancel()
    cancel()
    qtbot.waitUntil(ended.is_set)
    qtbot.wait(20)
    assert ends.nothing
    ends.runner.shut_down()


def test_two_at_a_time_keep_their_results_apart(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()
    heard: dict[int, object] = {}

    def start(number: int) -> None:
        ends.runner.run(
            lambda: number * number, done=lambda result: heard.update({number: result}), failed=ends.on_failed
        )

    for number in range(6):
        start(number)
    qtbot.waitUntil(lambda: len(heard) == 6)
    assert heard == {number: number * number for number in range(6)}
    ends.runner.shut_down()


def test_shutting_down_waits_for_what_runs_and_drops_what_it_would_say(app: QApplication, qtbot: QtBot) -> None:
    ends, began, ended = Ends(), threading.Event(), threading.Event()

    def slowly() -> None:
        began.set()
        time.sleep(0.15)
        ended.set()

    ends.runner.run(slowly, done=ends.on_done, failed=ends.on_failed)
    assert began.wait(5)
    ends.runner.shut_down()
    assert ended.is_set(), "the database must not be closed below it"
    qtbot.wait(20)
    assert ends.nothing


class Remnant:
    """Something that only the garbage collector finds, as a page that was left."""

    def __init__(self, ended_in: list[int]) -> None:
        self._ended_in = ended_in
        self._itself = self

    def __del__(self) -> None:
        self._ended_in.append(threading.get_ident())


def test_what_a_page_leaves_behind_is_never_destroyed_in_the_other_thread(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()
    ended_in: list[int] = []

    def busy() -> int:
        return len([[number] for number in range(100_000)])

    gc.collect()
    for _ in range(3):
        Remnant(ended_in)
        ends.runner.run(busy, done=ends.on_done, failed=ends.on_failed)
        qtbot.waitUntil(lambda: not gc_is_held(ends), timeout=10_000)
    gc.collect()
    assert len(ended_in) == 3
    assert set(ended_in) == {threading.get_ident()}
    assert gc.isenabled()
    ends.runner.shut_down()


def gc_is_held(ends: Ends) -> bool:
    """Whether something still runs."""
    return bool(ends.runner._running)


def test_after_shutting_down_garbage_is_collected_again(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()
    ends.runner.run(lambda: time.sleep(0.05), done=ends.on_done, failed=ends.on_failed)
    assert not gc.isenabled()
    ends.runner.shut_down()
    assert gc.isenabled()
    qtbot.wait(20)
    assert ends.nothing


def test_work_that_hangs_apart_keeps_neither_others_nor_the_end_waiting(app: QApplication, qtbot: QtBot) -> None:
    """Fails where it runs in the pool: shutting down waits for it."""
    ends, way_free = Ends(), threading.Event()
    ends.runner.run(way_free.wait, done=ends.on_done, failed=ends.on_failed, is_awaited=False, is_apart=True)
    assert not ends.runner.is_running
    begun = time.monotonic()
    ends.runner.wait_apart(0.1)
    ends.runner.shut_down()
    assert time.monotonic() - begun < 3
    assert not gc.isenabled(), "it may still make objects, and so destroy a widget in its own thread"
    way_free.set()
    qtbot.waitUntil(gc.isenabled)
    assert ends.nothing


def test_work_apart_says_its_result_as_all_other_does(app: QApplication, qtbot: QtBot) -> None:
    ends = Ends()
    ends.runner.run(threading.get_ident, done=ends.on_done, failed=ends.on_failed, is_apart=True)
    was_running = ends.runner.is_running
    qtbot.waitUntil(lambda: bool(ends.done))
    assert ends.threads == {threading.get_ident()} != set(ends.done)
    assert (was_running, ends.runner.is_running) == (True, False)
    ends.runner.shut_down()
    assert gc.isenabled()
