# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Backups beside the work: after an unlock, and before the window closes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from bip_desktop.domain.errors import BipError
from bip_desktop.gui.main_window import MainWindow
from bip_desktop.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from bip_desktop.services.backing_up import BackingUp

_log = logging.getLogger(__name__)
_SHARE_AT_EXIT = 2.0
"""Seconds: what the share does not get by then it gets after the next unlock."""


class Safekeeping:
    """Nobody waits for a backup, and nobody is kept from going home by one that fails."""

    def __init__(self, window: MainWindow, tasks: TaskRunner, notice: Callable[[BipError], None]) -> None:
        self._window = window
        self._tasks = tasks
        self._notice = notice

    def begin_day(self, backing_up: BackingUp) -> None:
        """Makes the day's first backup, and brings the share up to date."""
        self._tasks.run(
            backing_up.daily,
            done=lambda _: self._copy_to_share(backing_up),
            failed=self._notice_in_passing,
            is_awaited=False,
        )

    def at_exit(self, backing_up: BackingUp) -> None:
        """Makes the last one, and says so. Where it fails, the next unlock makes one, or says why not."""
        self._window.show_backing_up()
        try:
            backing_up.at_exit()
            self._copy_to_share(backing_up)
            self._tasks.wait_apart(_SHARE_AT_EXIT)
        except BipError as error:
            _log.warning("no backup at exit: %s", error.code.value)

    def _copy_to_share(self, backing_up: BackingUp) -> None:
        if backing_up.share is not None:
            self._tasks.run(
                backing_up.copy_to_share,
                done=lambda _: None,
                failed=lambda error: self._notice_in_passing(error) if backing_up.is_share_overdue else None,
                is_awaited=False,
                is_apart=True,
            )

    def _notice_in_passing(self, error: BipError) -> None:
        """Says what happened beside her work, unless the citizen has the screen: then the log alone."""
        if self._window.isFullScreen():
            _log.warning("%s", error.code.value)
        else:
            self._notice(error)
