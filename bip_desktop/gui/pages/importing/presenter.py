# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Reads a file and makes its new citizens, beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths

from bip_desktop.domain.errors import BipError, Code, Kind
from bip_desktop.gui import wording
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import isolated
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.importing.page import ImportingPage
from bip_desktop.gui.pages.importing.view import Group, LookedThrough, ShownRow
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.desk import Desk
from bip_desktop.services.importing import ImportPreview, PreviewRow, Remark, RowState


class ImportingPresenter:
    """Nobody is made before she has seen the rows, and then all new ones or none."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._preview: ImportPreview | None = None
        self._stop: Callable[[], None] = lambda: None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.page = ImportingPage()
        self.page.file_asked.connect(self._on_file_asked)
        self.page.create_asked.connect(self._on_create)
        self.page.moving_asked.connect(go.moving)
        self.page.back_asked.connect(go.caseload)
        self.page.lock_asked.connect(go.lock)
        self.page.destroyed.connect(lambda: self._stop())

    # -- the file ---------------------------------------------------------------------------------------------------

    def _on_file_asked(self) -> None:
        chosen = self.page.ask_file(self._folder)
        if not chosen:
            return
        path = Path(chosen)
        self._folder, self._preview = str(path.parent), None
        self.page.show_reading(str(path))
        self._stop = self._tasks.run(
            lambda: self._desk.importing.preview(path), done=self._on_looked_through, failed=self._on_unread
        )

    def _on_looked_through(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.page.show_rows(self._looked_through(preview))

    def _on_unread(self, error: BipError) -> None:
        if error.kind is Kind.CORRECTABLE:
            self.page.show_unread(sentence(error))
        else:
            self.page.show_unread("")
            self._go.notice(error)

    # -- the citizens -----------------------------------------------------------------------------------------------

    def _on_create(self) -> None:
        preview = self._preview
        if preview is None:
            return
        self.page.show_creating(True)
        self._stop = self._tasks.run(
            lambda: self._desk.importing.create(preview),
            done=self._on_created,
            failed=lambda error: self._on_not_created(preview, error),
        )

    def _on_created(self, count: int) -> None:
        self._preview = None
        self.page.show_creating(False)
        self.page.show_created(
            translate("importing", "{0}\nSlet filen, når du er færdig med den: der står CPR-numre i den.").format(
                _made(count)
            )
        )

    def _on_not_created(self, preview: ImportPreview, error: BipError) -> None:
        if error.code is not Code.CASELOAD_CHANGED:
            self.page.show_creating(False)
            self._go.notice(error)
            return

        def show(again: ImportPreview) -> None:
            self.page.show_creating(False)
            self._on_looked_through(again)
            self.page.show_problem(sentence(error))

        def fail(other: BipError) -> None:
            self.page.show_creating(False)
            self._go.notice(other)

        self._stop = self._tasks.run(lambda: self._desk.importing.look_again(preview), done=show, failed=fail)

    # -- in words ---------------------------------------------------------------------------------------------------

    def _looked_through(self, preview: ImportPreview) -> LookedThrough:
        counts = preview.counts
        new = counts[RowState.NEW]
        groups = [Group("", translate("importing", "Alle {0}").format(_number(len(preview.rows))))]
        groups += [Group(state.value, _group(state).format(_number(count))) for state, count in counts.items() if count]
        ignored = ", ".join(f"»{heading}«" for heading in preview.raw.ignored)
        return LookedThrough(
            rows=tuple(_shown(each) for each in preview.rows),
            groups=tuple(groups),
            ignored=translate("importing", "Ikke brugt fra filen: {0}.").format(ignored) if ignored else "",
            create=translate("importing", "Opret 1 borger")
            if new == 1
            else translate("importing", "Opret {0} borgere").format(_number(new)),
            nobody="" if new else self._why_nobody(preview),
        )

    def _why_nobody(self, preview: ImportPreview) -> str:
        if preview.counts[RowState.OTHER_CASEWORKER] == len(preview.rows):
            return translate(
                "importing",
                "Ingen af rækkerne er dine. Her i programmet hedder du »{0}«; det skal stå sådan i kolonnen med "
                "sagsbehandler. Kolonnen kan også slettes fra filen.",
            ).format(isolated(self._desk.unlocked.caseworker.name))
        return translate("importing", "Der er ingen nye borgere i filen.")


def _shown(row: PreviewRow) -> ShownRow:
    citizen = row.citizen
    return ShownRow(
        group=row.state.value,
        line=str(row.line),
        name=isolated(row.name),
        cpr="" if citizen is None else citizen.cpr.masked,
        case_number=row.case_number,
        benefit="" if citizen is None else wording.benefit(citizen.benefit),
        status=_status(row),
        stands_out=row.state is RowState.FAULTY or bool(row.remarks),
    )


def _status(row: PreviewRow) -> str:
    if row.fault is not None:
        return _reason(row.fault)
    if row.state is RowState.KNOWN:
        return translate("importing", "Findes i forvejen. Bliver ikke ændret.")
    if row.state is RowState.OTHER_CASEWORKER:
        return translate("importing", "Står til en anden sagsbehandler. Bliver ikke oprettet.")
    remarks = {
        Remark.ZERO_RESTORED: translate("importing", "Nul er sat foran CPR-nummeret."),
        Remark.CHECK_DIGIT: translate("importing", "Kontrolcifferet passer ikke: se CPR-nummeret efter."),
        Remark.BENEFIT_UNCLEAR: translate("importing", "Ydelsen i filen kan ikke læses."),
    }
    return " ".join([translate("importing", "Bliver oprettet."), *(remarks[each] for each in row.remarks)])


def _reason(fault: BipError) -> str:
    if fault.code is Code.NAME_EMPTY:
        return translate("importing", "Der mangler et navn.")
    if fault.code is Code.CPR_FORM:
        return translate("importing", "CPR-nummeret har ikke ti cifre.")
    return sentence(fault)


def _group(state: RowState) -> str:
    return {
        RowState.NEW: translate("importing", "Nye {0}"),
        RowState.KNOWN: translate("importing", "Findes i forvejen {0}"),
        RowState.FAULTY: translate("importing", "Med fejl {0}"),
        RowState.OTHER_CASEWORKER: translate("importing", "Andre sagsbehandlere {0}"),
    }[state]


def _made(count: int) -> str:
    if count == 1:
        return translate("importing", "1 borger er oprettet.")
    return translate("importing", "{0} borgere er oprettet.").format(_number(count))


def _number(count: int) -> str:
    return QLocale().toString(count)
