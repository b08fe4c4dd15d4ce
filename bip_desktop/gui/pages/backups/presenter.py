# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes and copies backups beside the window."""

from collections.abc import Callable
from pathlib import Path

from bip_desktop.domain.errors import BipError
from bip_desktop.gui.backup_texts import size, when, why
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.backups.page import BackupsPage
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk


class BackupsPresenter:
    """What is done shows on the page itself."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner) -> None:
        self._backing_up = desk.backing_up
        self._now = desk.now
        self._go = go
        self._tasks = tasks
        self._stop: Callable[[], None] = lambda: None
        self.page = BackupsPage()
        self.page.make_asked.connect(self._on_make)
        self.page.share_asked.connect(self._on_share_asked)
        self.page.no_share_asked.connect(lambda: self._choose(None))
        self.page.copy_asked.connect(self._on_copy)
        self.page.restore_asked.connect(lambda: go.restoring())
        self.page.back_asked.connect(go.settings)
        self.page.lock_asked.connect(go.lock)
        self.page.destroyed.connect(lambda: self._stop())
        self._show()

    def _show(self) -> None:
        backups, now = self._backing_up.all(), self._now()
        state = translate("backups", "Der er ingen sikkerhedskopi endnu.")
        if backups:
            state = translate("backups", "Den nyeste er fra {0}. Den er åbnet og efterset, og alt er med.").format(
                when(backups[0].made_at, now)
            )
        self.page.show_backups(state, [(when(each.made_at, now), why(each.reason), size(each)) for each in backups])
        self._show_share()

    def _show_share(self) -> None:
        share, reached = self._backing_up.share, self._backing_up.share_reached
        if share is None:
            said = translate("backups", "Sikkerhedskopierne ligger kun på denne computer.")
        elif reached is None:
            said = translate("backups", "Der er ikke kopieret noget dertil endnu.")
        else:
            said = translate("backups", "Sidst kopieret {0}.").format(when(reached, self._now()))
        self.page.show_share("" if share is None else str(share), said)

    def _on_make(self) -> None:
        self.page.show_busy(translate("backups", "Laver en sikkerhedskopi …"))
        self._stop = self._tasks.run(self._backing_up.asked, done=lambda _: self._on_made(), failed=self._on_failed)

    def _on_made(self) -> None:
        self.page.show_busy("")
        self._show()
        self.page.make.setFocus()
        if self._backing_up.share is not None:
            self._on_copy()

    def _on_share_asked(self) -> None:
        folder = self.page.ask_folder(str(self._backing_up.share or Path.home()))
        if folder:
            self._choose(Path(folder))

    def _choose(self, folder: Path | None) -> None:
        try:
            self._backing_up.choose_share(folder)
        except BipError as error:
            self.page.show_share_problem(sentence(error))
            return
        self._show_share()
        if folder is not None:
            self._on_copy()

    def _on_copy(self) -> None:
        self.page.show_busy(translate("backups", "Kopierer til mappen …"))
        # Apart: a share that hangs keeps nobody, not even the end of the program.
        self._stop = self._tasks.run(
            self._backing_up.copy_to_share,
            done=lambda _: self._on_copied(),
            failed=self._on_not_copied,
            is_awaited=False,
            is_apart=True,
        )

    def _on_copied(self) -> None:
        self.page.show_busy("")
        self._show()

    def _on_not_copied(self, error: BipError) -> None:
        self.page.show_busy("")
        self._show()
        self.page.show_share_problem(sentence(error))

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy("")
        self._show()
        self._go.notice(error)
