# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One program for one jobcentre: a second start brings the first to the front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread

if TYPE_CHECKING:  # the first window is built with this module, and does not listen yet
    from PySide6.QtNetwork import QLocalServer

LOCK = "bip.lock"
_PATIENCE = 5_000
"""Milliseconds: the first may be so new that it does not listen yet."""


class SingleInstance(QObject):
    """Holds the lock of one jobcentre's folder for as long as it lives."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Beside the user's name in the folder's path, so that two users' programs do not knock at each other's.
        place = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha256)
        self._name = "bip-" + bytes(place.toHex().data()).decode()[:24]
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # only a process that is gone lets go, however long it took
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the only program here. Raises `OSError` where the folder cannot be written."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise OSError("the lock file cannot be written")

    def listen(self, on_knock: Callable[[], None]) -> None:
        """Calls `on_knock` whenever somebody starts the program again."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left by a program that was killed; the lock is ours
            server.listen(self._name)
        server.newConnection.connect(lambda: self._answer(server, on_knock))
        self._server = server

    def knock(self) -> bool:
        """Asks the first program to come to the front; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(_PATIENCE)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(500):
                socket.disconnectFromServer()
                return True
            QThread.msleep(100)
        return False

    def release(self) -> None:
        """Lets the next program in."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @staticmethod
    def _answer(server: QLocalServer, on_knock: Callable[[], None]) -> None:
        while server.hasPendingConnections():
            visitor = server.nextPendingConnection()
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.disconnectFromServer()
        on_knock()
