# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Changes the own passphrase beside the window: it takes a moment."""

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.passphrase.page import PassphrasePage
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk


class PassphrasePresenter:
    """`recovery_key` is what has opened, where the passphrase is forgotten."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner, recovery_key: str) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._recovery_key = recovery_key
        self.page = PassphrasePage(is_forgotten=bool(recovery_key))
        self.page.asked.connect(self._on_asked)
        self.page.back_asked.connect(go.caseload if recovery_key else go.settings)

    def _on_asked(self, present: str, new: str, again: str) -> None:
        secret = self._recovery_key or present
        self.page.show_busy(True)
        self._tasks.run(
            lambda: self._desk.administering.change_passphrase(secret, new, again),
            done=lambda _: self._on_changed(),
            failed=self._on_failed,
        )

    def _on_changed(self) -> None:
        self.page.show_busy(False)
        if self._recovery_key:
            self._go.caseload()
        else:
            self.page.show_done(translate("passphrase", "Skiftet ✓ Brug den nye næste gang, du låser op."))

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy(False)
        place = {
            Code.PASSPHRASE_SHORT: self.page.new,
            Code.PASSPHRASE_DIFFERS: self.page.again,
            Code.PASSPHRASE_WRONG: self.page.present,
        }.get(error.code)
        if place is None:
            self._go.notice(error)
        else:
            place.show_problem(sentence(error))
