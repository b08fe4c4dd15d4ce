# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Reads the log once, and searches in what it has read."""

from collections.abc import Mapping, Sequence

from bip_desktop.domain.audit import Verdict
from bip_desktop.domain.citizen import Caseworker
from bip_desktop.domain.errors import BipError
from bip_desktop.gui import log_rows
from bip_desktop.gui.formatting import isolated, number
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.use_log.page import UseLogPage
from bip_desktop.gui.tasks import TaskRunner
from bip_desktop.services.auditing import SHOWN, LogLine
from bip_desktop.services.desk import Desk


class UseLogPresenter:
    """All that was done here, for the administrator."""

    def __init__(self, desk: Desk, go: Navigation, tasks: TaskRunner) -> None:
        self._desk = desk
        self._go = go
        self._tasks = tasks
        self._lines: Sequence[LogLine] = desk.auditing.search()
        self._people: Sequence[Caseworker] = desk.administering.people()
        self.page = UseLogPage(
            translate("use_log", "Loggen"),
            translate("use_log", "Hvem har set, rettet, udskrevet eller sendt hvad. Loggen kan ikke rettes herfra."),
            translate("use_log", "← Administration"),
            [translate("use_log", "Alle"), *(isolated(each.name) for each in self._people)],
        )
        self._show("")
        self.page.searched.connect(self._show)
        self.page.person_chosen.connect(self._on_person)
        self.page.check_asked.connect(self._on_check)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)

    def _on_person(self, place: int) -> None:
        actor = None if place == 0 else self._people[place - 1].caseworker_id
        try:
            self._lines = self._desk.auditing.search(actor=actor)
        except BipError as error:
            self._go.notice(error)
        self._show(self.page.search.text())

    def _show(self, search: str) -> None:
        self.page.show_rows(*found(self._lines, search))

    def _on_check(self) -> None:
        self.page.check.setEnabled(False)
        self._tasks.run(self._desk.auditing.verify, done=self._on_checked, failed=self._on_failed)

    def _on_checked(self, verdict: Verdict) -> None:
        self.page.check.setEnabled(True)
        self.page.show_verdict(*said(verdict))

    def _on_failed(self, error: BipError) -> None:
        self.page.check.setEnabled(True)
        self._go.notice(error)


class OwnLookUpsPresenter:
    """What she has looked up herself."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        lines = desk.auditing.own()
        names: dict[str, str] = {row.citizen.citizen_id: row.citizen.name for row in desk.caseload.view().rows}
        self.page = UseLogPage(
            translate("use_log", "Mine opslag"),
            translate(
                "use_log", "Det, du selv har set, rettet og udskrevet. Det er det samme, som loggen viser om dig."
            ),
            translate("use_log", "← Indstillinger"),
            (),
        )
        self.page.show_rows(*found(lines, "", names))
        self.page.searched.connect(lambda text: self.page.show_rows(*found(lines, text, names)))
        self.page.back_asked.connect(go.settings)
        self.page.lock_asked.connect(go.lock)


def found(
    lines: Sequence[LogLine], search: str, names: Mapping[str, str] | None = None
) -> tuple[list[tuple[str, ...]], str]:
    """The rows that hold what is searched for, and how many there are."""
    rows = log_rows.rows(lines, names)
    wanted = search.casefold().strip()
    shown = [each for each in rows if not wanted or any(wanted in cell.casefold() for cell in each)]
    if len(shown) == 1:
        count = translate("use_log", "1 hændelse")
    else:
        count = translate("use_log", "{0} hændelser").format(number(len(shown)))
    if len(lines) == SHOWN and not wanted:
        count = translate("use_log", "De {0} nyeste hændelser").format(number(SHOWN))
    return shown, count


def said(verdict: Verdict) -> tuple[str, str]:
    """What a check found, and how far it can be known."""
    if not verdict.is_whole:
        return (
            translate("use_log", "Loggen er ikke hel: fra hændelse {0} er noget rettet, flyttet eller fjernet.").format(
                number(verdict.first_broken or 0)
            ),
            translate("use_log", "Ret ikke noget. Gem en sikkerhedskopi, og kontakt jeres databeskyttelsesrådgiver."),
        )
    more = translate(
        "use_log",
        "De første {0} hændelser svarer også til det, der står i sikkerhedskopier og pakker uden for databasen. "
        "Var nogle af de sidste {1} skåret af, kunne det ikke ses endnu.",
    ).format(number(verdict.anchored_upto), number(verdict.unanchored))
    if verdict.restored_at is not None:
        restored = translate(
            "use_log", "Der er gendannet fra en sikkerhedskopi: loggen siger det ved hændelse {0}."
        ).format(number(verdict.restored_at))
        more = f"{more} {restored}"
    return translate("use_log", "Alle {0} hændelser hænger sammen.").format(number(verdict.entries)), more
