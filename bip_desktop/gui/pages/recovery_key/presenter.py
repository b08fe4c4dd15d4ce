# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes a key, has it put on paper and typed back, and only then lets it open anything."""

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.key_printing import paint_recovery_key
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.recovery_key.page import RecoveryKeyPage
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk


class RecoveryKeyPresenter:
    """`secret` is the own passphrase where it was typed a moment ago: at the first start."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner, secret: str) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._secret = secret
        self._key = desk.administering.new_recovery_key()
        self._asked = self._key.asked_back()
        self._leave = go.caseload if secret else go.users
        later = translate("recovery_key", "Gør det senere") if secret else translate("recovery_key", "← Adgang")
        self.page = RecoveryKeyPage(asks_passphrase=not secret, later=later)
        self.page.show_key(self._key.groups)
        self.page.print_asked.connect(self._on_print)
        self.page.on_paper.connect(lambda: self.page.show_typing(self._asked))
        self.page.show_again_asked.connect(lambda: self.page.show_key(self._key.groups))
        self.page.typed_back.connect(self._on_typed)
        self.page.later_asked.connect(self._leave)

    def _on_print(self) -> None:
        printer = self.page.ask_printer()
        if printer is None:
            return
        try:
            paint_recovery_key(printer, self._key, self._desk.unlocked.installation.site_name)
        except BipError as error:
            self._go.notice(error)
            return
        self.page.show_printed(translate("recovery_key", "Sendt til printeren ✓"))

    def _on_typed(self, typed: dict[int, str], secret: str) -> None:
        self.page.show_busy(True)
        self._tasks.run(
            lambda: self._desk.administering.keep_recovery_key(self._secret or secret, self._key, typed),
            done=lambda _: self._leave(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy(False)
        place = None
        if error.code is Code.RECOVERY_KEY_GROUP:
            place = self.page.groups.get(int(str(error.facts.get("group", 0))))
        elif error.code is Code.PASSPHRASE_WRONG:
            place = self.page.secret
        if place is None:
            self._go.notice(error)
        else:
            place.show_problem(sentence(error))
