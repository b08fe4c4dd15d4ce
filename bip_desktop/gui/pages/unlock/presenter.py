# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Unlocks beside the window, so that it stays alive meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.unlock.page import UnlockPage
from bip_desktop.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from bip_desktop.services.ports import Unlocked
    from bip_desktop.services.unlocking import Unlocking

_RESTORABLE = frozenset({Code.DATABASE_DAMAGED, Code.DATABASE_MISSING, Code.KEY_FILE_DAMAGED, Code.KEY_FILE_MISSING})
"""What a backup helps against."""


class UnlockPresenter:
    """Tries the passphrase, and says why where it does not open."""

    def __init__(self, unlocking: Unlocking, go: Navigation, tasks: TaskRunner, hint: str) -> None:
        self._unlocking = unlocking
        self._go = go
        self._tasks = tasks
        self.page = UnlockPage(hint)
        self._trouble: BipError | None = None
        self.page.unlock_asked.connect(self._on_asked)
        self.page.theft_asked.connect(lambda: go.what_was_on())
        self.page.restore_asked.connect(lambda: go.restoring(self._trouble))
        self.page.quiet_settings.language_asked.connect(lambda language: go.speak(language))
        self.page.quiet_settings.larger_text_asked.connect(lambda: go.larger_text())

    def _on_asked(self, passphrase: str) -> None:
        self.page.show_problem("")
        self.page.show_busy(True)
        self._tasks.run(
            lambda: self._unlocking.unlock(passphrase),
            done=lambda unlocked: self._on_unlocked(unlocked, passphrase),
            failed=self._on_failed,
        )

    def _on_unlocked(self, unlocked: Unlocked, passphrase: str) -> None:
        from bip_desktop.domain.recovery_key import looks_like_recovery_key  # not before there is a window

        self._go.unlocked(unlocked)
        if looks_like_recovery_key(passphrase):
            self._go.passphrase(passphrase)

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy(False)
        if error.kind is Kind.CORRECTABLE:
            self.page.show_problem(sentence(error))
        else:
            self._trouble = error
            self.page.show_trouble(sentence(error), can_restore=error.code in _RESTORABLE)
