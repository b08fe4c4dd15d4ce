# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes the jobcentre beside the window, once the form holds what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.first_start.page import FirstStartPage, Typed
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.unlocking import FirstStart, Unlocking

if TYPE_CHECKING:
    from bip_desktop.services.ports import Unlocked


class FirstStartPresenter:
    """Checks at once, and makes key file and database in a task."""

    def __init__(self, unlocking: Unlocking, go: Navigation, tasks: TaskRunner) -> None:
        self._unlocking = unlocking
        self._go = go
        self._tasks = tasks
        self.page = FirstStartPage()
        self.page.begin_asked.connect(self._on_asked)
        self.page.restore_asked.connect(lambda: go.restoring())
        self.page.theft_asked.connect(lambda: go.what_was_on())
        self.page.quiet_settings.language_asked.connect(lambda language: go.speak(language))
        self.page.quiet_settings.larger_text_asked.connect(lambda: go.larger_text())

    def _on_asked(self, typed: Typed) -> None:
        wish = FirstStart(typed.name, typed.phone, typed.site_name, typed.passphrase, typed.repeated, typed.pin)
        self.page.clear_problems()
        try:
            self._unlocking.check(wish)
        except BipError as error:
            self._show(error)
            return
        self.page.show_busy(True)
        self._tasks.run(
            lambda: self._unlocking.first_start(wish),
            done=lambda made: self._on_made(made, wish.passphrase),
            failed=self._on_failed,
        )

    def _on_made(self, unlocked: Unlocked, passphrase: str) -> None:
        self._go.unlocked(unlocked)
        self._go.recovery_key(passphrase)

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy(False)
        self._show(error)

    def _show(self, error: BipError) -> None:
        place = {
            Code.NAME_EMPTY: self.page.name,
            Code.SITE_EMPTY: self.page.site,
            Code.PASSPHRASE_SHORT: self.page.passphrase,
            Code.PASSPHRASE_DIFFERS: self.page.repeated,
            Code.PIN_FORM: self.page.pin,
        }.get(error.code)
        if place is None:
            self._go.notice(error)
        else:
            place.show_problem(sentence(error))
