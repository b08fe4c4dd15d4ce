# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Nobody there: a warning, then the lock. Somebody there: neither."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bip_desktop.gui.auto_lock import SLEPT, WARN_BEFORE, AutoLock


class Clock:
    """A clock that goes when it is told to; the wall clock with it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Watch:
    """An `AutoLock` of 240 seconds with what it said."""

    def __init__(self, app: QApplication) -> None:
        self.clock, self.wall = Clock(), Clock()
        self.limit: float | None = 240
        self.said: list[object] = []
        self.lock = AutoLock(app, app, lambda: self.limit, self.clock, self.wall)
        self.lock.warned.connect(self.said.append)
        self.lock.stayed.connect(lambda: self.said.append("stayed"))
        self.lock.due.connect(lambda: self.said.append("due"))

    def wait(self, seconds: int) -> None:
        """So many seconds go by, one tick a second."""
        for _ in range(seconds):
            self.clock.now += 1
            self.wall.now += 1
            self.lock.look()


@pytest.fixture
def watch(app: QApplication) -> Iterator[Watch]:
    """Ends with the test: it listens to the whole program."""
    watch = Watch(app)
    yield watch
    app.removeEventFilter(watch.lock)
    watch.lock.deleteLater()


@pytest.fixture
def field(app: QApplication, qtbot: QtBot) -> QLineEdit:
    """Where keys go."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_it_warns_a_minute_before_and_locks_once(watch: Watch) -> None:
    watch.wait(240 - WARN_BEFORE - 1)
    assert watch.said == []
    watch.wait(WARN_BEFORE + 1)
    assert watch.said == [*range(WARN_BEFORE, 0, -1), "stayed", "due"]
    watch.said.clear()
    watch.wait(10)
    assert watch.said == []


def test_any_key_dismisses_the_warning_and_answers_nothing(watch: Watch, field: QLineEdit) -> None:
    watch.wait(200)
    QTest.keyClick(field, Qt.Key.Key_3)
    assert field.text() == ""
    assert watch.said[-1] == "stayed"
    QTest.keyClick(field, Qt.Key.Key_3)
    assert field.text() == "3"
    watch.wait(239 - WARN_BEFORE)
    assert watch.said[-1] == "stayed"


def test_what_a_program_sends_itself_is_no_sign_of_life(watch: Watch, field: QLineEdit) -> None:
    watch.wait(200)
    here = QPointF(3, 3)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, event)
    assert "stayed" not in watch.said
    QTest.mouseClick(field, left)
    assert watch.said[-1] == "stayed"


def test_a_computer_that_slept_locks_at_once(watch: Watch) -> None:
    watch.wait(5)
    watch.wall.now += SLEPT + 1  # its own clock stands still in sleep
    watch.lock.look()
    assert watch.said == ["due"]


def test_without_a_limit_nothing_locks(watch: Watch) -> None:
    watch.limit = None
    watch.wait(500)
    assert watch.said == []
    watch.limit = 240
    watch.wait(10)
    assert watch.said == []
