# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Hears when the computer's own screen is locked or the computer goes to sleep, and says so.

Linux: login1 and the desktops' screen savers on D-Bus (local sockets). Windows: the session's and the power's window
messages. Elsewhere, and where nothing answers, `AutoLock` still notices a computer that has slept.
"""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication, QWidget

_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x0007


class SystemLock(QObject):
    """Emits `locked`; keeps its connections for as long as it lives."""

    locked = Signal()

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        if sys.platform == "win32":
            self._filter = _WindowsMessages(int(window.winId()), self.locked.emit)
            app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux"):
            self._listen()

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """A screen saver has begun, or sleep is near."""
        if active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is locked."""
        self.locked.emit()

    def _listen(self) -> None:
        # The stubs want the slot's name as bytes; the binding takes a text only.
        on_session: Any = QDBusConnection.sessionBus().connect
        on_system: Any = QDBusConnection.systemBus().connect
        on_active, on_lock = SLOT("on_active(bool)"), SLOT("on_lock()")
        for name in _SCREEN_SAVERS:
            on_session("", "", name, "ActiveChanged", self, on_active)
        login = "org.freedesktop.login1"
        on_system(login, "/org/freedesktop/login1", f"{login}.Manager", "PrepareForSleep", self, on_active)
        on_system(login, "", f"{login}.Session", "Lock", self, on_lock)


class _WindowsMessages(QAbstractNativeEventFilter):
    """The two messages of Windows that mean: nobody is at the screen."""

    def __init__(self, window: int, locked: Callable[[], None]) -> None:
        super().__init__()
        self._locked = locked
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        """Looks, and takes nothing away."""
        if sys.platform == "win32":
            import ctypes.wintypes

            heard = ctypes.wintypes.MSG.from_address(int(message))
            if (heard.message, heard.wParam) in (
                (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK),
                (_WM_POWERBROADCAST, _PBT_APMSUSPEND),
            ):
                self._locked()
        return False, 0
