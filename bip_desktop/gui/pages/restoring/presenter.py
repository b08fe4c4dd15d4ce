# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Nothing is brought back before it has been said what is lost with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bip_desktop.domain.backup import Backup, Lost
from bip_desktop.domain.errors import BipError
from bip_desktop.gui.backup_texts import lost_words, span, when, why
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.restoring.page import RestoringPage
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.restoring import Restoring


class RestoringPresenter:
    """Looks at backups beside the window. `trouble` is why the database cannot be used, where it cannot."""

    def __init__(
        self,
        restoring: Restoring,
        go: Navigation,
        tasks: TaskRunner,
        trouble: BipError | None,
        back: Callable[[], None],
    ) -> None:
        self._restoring = restoring
        self._go = go
        self._tasks = tasks
        self._backups: Sequence[Backup] = ()
        self._chosen: Backup | None = None
        self._secret = ""
        self._stop: Callable[[], None] = lambda: None
        self.page = RestoringPage("" if trouble is None else sentence(trouble))
        self.page.choice.chosen.connect(self._on_chosen)
        self.page.choice.look_asked.connect(self._on_look)
        self.page.restore_asked.connect(self._on_restore)
        self.page.choice.folder_asked.connect(self._on_folder_asked)
        self.page.back_asked.connect(lambda: back())
        self.page.destroyed.connect(lambda: self._stop())
        self._list(None)

    def _list(self, elsewhere: Path | None) -> None:
        try:
            self._backups = self._restoring.offered(elsewhere)
        except OSError:
            self._backups = ()
        none = (
            translate("restoring", "Der ligger ingen sikkerhedskopi på denne computer. Find den i en anden mappe.")
            if elsewhere is None
            else translate("restoring", "Der ligger ingen sikkerhedskopi i den mappe. Vælg en anden mappe.")
        )
        self.page.show_lost("")
        self.page.choice.show_backups([self._row(each) for each in self._backups], none)

    def _row(self, backup: Backup) -> tuple[str, str, str]:
        since = self._restoring.since(backup)
        missing = span(since) if since is not None else translate("restoring", "ingen database her")
        return when(backup.made_at, self._restoring.now()), why(backup.reason), missing

    def _on_chosen(self, place: int) -> None:
        self._chosen = self._backups[place]
        self.page.show_lost("")

    def _on_folder_asked(self) -> None:
        folder = self.page.choice.ask_folder()
        if folder:
            self._list(Path(folder))

    def _on_look(self, secret: str) -> None:
        backup = self._chosen
        if backup is None:
            return
        self._secret = secret
        self.page.choice.show_problem("")
        self.page.choice.show_busy(True)
        self._stop = self._tasks.run(
            lambda: self._restoring.look(backup, secret),
            done=lambda lost: self._on_looked(backup, lost),
            failed=self._on_failed,
        )

    def _on_looked(self, backup: Backup, lost: Lost) -> None:
        self.page.choice.show_busy(False)
        self.page.show_lost(lost_words(lost, backup, self._restoring.now()))

    def _on_failed(self, error: BipError) -> None:
        self.page.choice.show_busy(False)
        self.page.choice.show_problem(sentence(error))

    def _on_restore(self) -> None:
        if self._chosen is not None:
            self.page.show_restoring()
            self._go.restore(self._chosen, self._secret)
