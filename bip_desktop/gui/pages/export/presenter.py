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
from bip_desktop.gui.pages.export.view import Received, Saved, SentRows, ToSend
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.gui.widgets.way_list import Way
from bip_desktop.services.desk import Desk
from bip_desktop.services.ports import SentSubmission
from bip_desktop.services.receipts import ReceiptRead, SentSeen, Stage
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
        self.page.receipt_asked.connect(self._on_receipt_asked)
        self.page.again_asked.connect(self._on_again)
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
        seen = self._desk.receipts.overview()
        rows: SentRows = tuple(
            (
                str(each.sent.seq),
                f"{short_date(each.sent.made_at.date())} {each.sent.made_at.year}",
                _contents(each.sent.counts),
                _stage(each.stage),
            )
            for each in seen
        )
        self.page.show_sent(rows)
        self.page.show_waiting(
            [
                Way(
                    each.sent.submission_id,
                    translate("export", "Nr. {0} mangler en kvittering").format(each.sent.seq),
                    f"{each.sent.file_name}\n{_waited(each)}",
                    translate("export", "Skriv filen igen …"),
                )
                for each in seen
                if each.can_be_written_again
            ]
        )

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

    def _on_receipt_asked(self) -> None:
        chosen = self.page.ask_file(str(self.folder))
        if not chosen:
            return
        try:
            receipt = self._desk.receipts.read(Path(chosen))
        except BipError as error:
            self.page.show_receipt_problem(sentence(error))
            return
        self._show_sent()
        self.page.show_received(self._received(receipt))

    def _received(self, receipt: ReceiptRead) -> Received:
        remarks = [translate("export", "Centret tog imod {0}.").format(_contents(receipt.accepted))]
        erased = sum(receipt.erased.values())
        if erased:
            remarks.append(
                translate("export", "{0} rækker var slettet hos centret i forvejen.").format(QLocale().toString(erased))
            )
        if self._desk.receipts.wants_newer_program(receipt):
            remarks.append(
                translate("export", "Centret vil gerne have en nyere udgave af programmet: {0}.").format(
                    receipt.least_app_version
                )
            )
        return Received(
            translate("export", "Nr. {0} er modtaget ✓").format(receipt.seq), receipt.check_code, tuple(remarks)
        )

    def _on_again(self, submission_id: str) -> None:
        chosen = self.page.ask_folder(str(self.folder))
        if not chosen:
            return
        folder = Path(chosen)

        def done(sent: SentSubmission | None) -> None:
            if sent is None:
                self.page.show_receipt_problem(
                    translate(
                        "export",
                        "Den pakke kan ikke skrives igen, for noget i den er trukket tilbage, eller centret har fået "
                        "nye nøgler. Intet er tabt: vælg »Det hele«, og gem en ny pakke.",
                    )
                )
            else:
                self.page.show_written_again(translate("export", "Filen ligger i {0}").format(folder / sent.file_name))

        def failed(error: BipError) -> None:
            if error.facts.get("reason") == "FileExistsError":
                self.page.show_receipt_problem(translate("export", "Filen ligger der i forvejen."))
            else:
                self.page.show_receipt_problem(sentence(error))

        self._stop = self._tasks.run(
            lambda: self._desk.submitting.export_again(folder, submission_id), done=done, failed=failed
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


def _stage(stage: Stage) -> str:
    return {
        Stage.RECEIVED: translate("export", "Modtaget ✓"),
        Stage.INCLUDED: translate("export", "Modtaget, siger en senere kvittering"),
        Stage.WAITING: translate("export", "Venter på kvittering"),
        Stage.OVERDUE: translate("export", "Mangler kvittering"),
    }[stage]


def _waited(seen: SentSeen) -> str:
    if seen.stage is Stage.OVERDUE:
        return translate("export", "Den er gemt for mere end 30 dage siden. Ring til centret, og spørg efter den.")
    return translate("export", "Er den gået tabt på vejen, kan den skrives igen, præcis som den var.")


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
