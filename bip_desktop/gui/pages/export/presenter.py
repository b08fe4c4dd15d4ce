# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Counts, saves and remembers submissions, beside the window."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import long_date, short_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.export.page import ExportPage
from bip_desktop.gui.pages.export.view import Saved, SentRows, ToSend
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import SentSubmission
from bip_desktop.services.submitting import Preview


class ExportPresenter:
    """Nothing leaves before she has seen what it is."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._full = False
        self._centre = ""
        self._stop: Callable[[], None] = lambda: None
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.page = ExportPage()
        self.page.show_folder(str(self.folder))
        self.page.scope_chosen.connect(self._on_scope_chosen)
        self.page.folder_asked.connect(self._on_folder_asked)
        self.page.save_asked.connect(self._on_save)
        self.page.centre_asked.connect(go.research_centre)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)
        self.page.destroyed.connect(lambda: self._stop())
        self._count()
        self._show_sent()

    # -- counting ---------------------------------------------------------------------------------------------------

    def _count(self) -> None:
        full = self._full
        self._stop()
        self.page.show_counting()
        self._stop = self._tasks.run(
            lambda: self._desk.submitting.preview(full=full), done=self._on_counted, failed=self._on_uncounted
        )

    def _on_counted(self, preview: Preview) -> None:
        self._centre = preview.centre.name
        self.page.show_contents(_to_send(preview))

    def _on_uncounted(self, error: BipError) -> None:
        self.page.show_unready(sentence(error))

    def _show_sent(self) -> None:
        rows: SentRows = tuple(
            (
                str(each.seq),
                f"{short_date(each.made_at.date())} {each.made_at.year}",
                each.file_name,
                _contents(each.counts),
            )
            for each in reversed(self._desk.submitting.sent())
        )
        self.page.show_sent(rows)

    # -- what she does ----------------------------------------------------------------------------------------------

    def _on_scope_chosen(self, full: bool) -> None:
        self._full = full
        self._count()

    def _on_folder_asked(self) -> None:
        chosen = self.page.ask_folder(str(self.folder))
        if chosen:
            self.folder = Path(chosen)
            self.page.show_folder(str(self.folder))

    def _on_save(self) -> None:
        folder, full = self.folder, self._full
        self.page.show_folder(str(folder))
        self.page.show_busy(True)
        self._stop = self._tasks.run(
            lambda: self._desk.submitting.export(folder, full=full), done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, sent: SentSubmission) -> None:
        self.page.show_busy(False)
        self.page.show_saved(
            Saved(
                file_name=sent.file_name,
                folder=str(self.folder),
                contents=_contents(sent.counts),
                next_step=translate("export", "Send filen til {0} på den måde, I har aftalt.").format(self._centre),
            )
        )
        self._show_sent()
        self._count()

    def _on_failed(self, error: BipError) -> None:
        self.page.show_busy(False)
        if error.code in (Code.EXPORT_FOLDER, Code.EXPORT_UNFINISHED):
            self.page.show_folder_problem(sentence(error))
        elif error.code in (Code.EXPORT_EMPTY, Code.RECIPIENTS_FILE):
            self.page.show_unready(sentence(error))
        else:
            self._go.notice(error)


def _to_send(preview: Preview) -> ToSend:
    last = preview.last_sent
    if preview.full or last is None:
        since = translate("export", "Alt, hvad der må sendes, er med.")
    else:
        since = translate("export", "Det, der er nyt siden {0}.").format(long_date(last.made_at.date()))
    return ToSend(
        rows=tuple((_table(name), QLocale().toString(count)) for name, count in preview.counts.items()),
        since=since,
        # No number: one who said no could be guessed.
        left_out=translate("export", "Borgere, der har sagt nej eller ikke er spurgt, er ikke med."),
        centre=preview.centre.name,
        empty=sentence(BipError(Code.EXPORT_EMPTY)) if preview.is_empty else "",
    )


def _table(name: str) -> str:
    return {
        "citizens": translate("export", "Borgere"),
        "meetings": translate("export", "Samtaler"),
        "answers": translate("export", "Svar"),
        "interventions": translate("export", "Indsatser"),
        "tombstones": translate("export", "Skal slettes hos forskerne"),
    }.get(name, name)


def _contents(counts: Mapping[str, int]) -> str:
    citizens, meetings, answers = (counts.get(name, 0) for name in ("citizens", "meetings", "answers"))
    return " · ".join(
        (
            translate("export", "1 borger")
            if citizens == 1
            else translate("export", "{0} borgere").format(QLocale().toString(citizens)),
            translate("export", "1 samtale")
            if meetings == 1
            else translate("export", "{0} samtaler").format(QLocale().toString(meetings)),
            translate("export", "{0} svar").format(QLocale().toString(answers)),
        )
    )
