# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Looks into a backup beside the window; nothing of it stays when the page is left."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bip_desktop.domain.backup import Backup
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.theft import WhatWasOn
from bip_desktop.gui import theft_texts
from bip_desktop.gui.backup_texts import size, when, why
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.language import translate
from bip_desktop.gui.pages.what_was_on.page import WhatWasOnPage
from bip_desktop.gui.paper import save_as_pdf
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.looking_into import LookingInto


class WhatWasOnPresenter:
    """For the administrator or the data protection officer, at another computer."""

    def __init__(self, looking_into: LookingInto, tasks: TaskRunner, back: Callable[[], None]) -> None:
        self._looking_into = looking_into
        self._tasks = tasks
        self._backups: Sequence[Backup] = ()
        self._chosen: Backup | None = None
        self._found: WhatWasOn | None = None
        self._stop: Callable[[], None] = lambda: None
        self.page = WhatWasOnPage()
        self.page.choice.chosen.connect(self._on_chosen)
        self.page.choice.look_asked.connect(self._on_look)
        self.page.choice.folder_asked.connect(self._on_folder_asked)
        self.page.save_asked.connect(self._on_save)
        self.page.back_asked.connect(lambda: back())
        self.page.destroyed.connect(lambda: self._stop())
        self.page.choice.show_backups((), translate("what_was_on", "Vælg den mappe, sikkerhedskopierne ligger i."))

    def _on_folder_asked(self) -> None:
        folder = self.page.choice.ask_folder()
        if folder:
            self.show_folder(Path(folder))

    def show_folder(self, folder: Path) -> None:
        """Lists the backups that lie there."""
        try:
            self._backups = self._looking_into.offered(folder)
        except OSError:
            self._backups = ()
        now = self._looking_into.now()
        rows = [(when(each.made_at, now), why(each.reason), size(each)) for each in self._backups]
        none = translate("what_was_on", "Der ligger ingen sikkerhedskopi i den mappe. Vælg en anden mappe.")
        self.page.hide_found()
        self.page.choice.show_backups(rows, none)

    def _on_chosen(self, place: int) -> None:
        self._chosen = self._backups[place]
        self.page.hide_found()

    def _on_look(self, secret: str) -> None:
        backup = self._chosen
        if backup is None:
            return
        self.page.choice.show_problem("")
        self.page.choice.show_busy(True)
        self._stop = self._tasks.run(
            lambda: self._looking_into.look(backup, secret), done=self._on_looked, failed=self._on_failed
        )

    def _on_looked(self, found: WhatWasOn) -> None:
        self._found = found
        self.page.choice.show_busy(False)
        self.page.show_found(
            theft_texts.title(found),
            theft_texts.sections(found),
            theft_texts.uses_title(),
            theft_texts.use_headings(),
            theft_texts.use_rows(found),
        )

    def _on_failed(self, error: BipError) -> None:
        self.page.choice.show_busy(False)
        self.page.choice.show_problem(sentence(error))

    def _on_save(self) -> None:
        found = self._found
        file = self.page.ask_file(translate("what_was_on", "Hvad lå på computeren.pdf")) if found else ""
        if found is None or not file:
            return
        try:
            save_as_pdf(Path(file), theft_texts.as_html(found), theft_texts.title(found))
        except BipError as error:
            self.page.show_saved(sentence(error))
            return
        self.page.show_saved(translate("what_was_on", "Gemt. Den rummer ingen navne på borgere og ingen CPR-numre."))
