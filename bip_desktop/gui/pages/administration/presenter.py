# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Shows what this person has the right to look after, and nothing else."""

from collections.abc import Callable

from bip_desktop.domain.rights import Action
from bip_desktop.gui.formatting import number
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.administration.page import AdministrationPage, Task
from bip_desktop.services.desk import Desk


class AdministrationPresenter:
    """Leads on to each page."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._desk = desk
        ways: dict[str, Callable[[], None]] = {
            "users": go.users,
            "backups": go.backups,
            "log": go.use_log,
            "spot_checks": go.spot_checks,
            "assigning": go.assigning,
            "finding": lambda: go.finding(""),
            "rights": go.rights_cases,
            "deadlines": go.deadlines,
            "information": go.information,
        }
        is_caseworker = desk.access.can(Action.SEE_CASELOAD)
        back = translate("administration", "← Mine borgere") if is_caseworker else translate("administration", "Lås")
        self.page = AdministrationPage(self._tasks(), back)
        self.page.opened.connect(lambda key: ways[key]())
        self.page.back_asked.connect(go.caseload if is_caseworker else go.lock)
        self.page.lock_asked.connect(go.lock)

    def _tasks(self) -> list[Task]:
        access, made = self._desk.access, []
        if access.can(Action.ADMINISTER):
            missing = not self._desk.administering.has_recovery_key
            made.append(
                Task(
                    "users",
                    translate("administration", "Adgang"),
                    translate("administration", "Brugere, roller og gendannelsesnøglen."),
                    translate("administration", "Se adgang"),
                    translate("administration", "Der er ingen gendannelsesnøgle endnu.") if missing else "",
                )
            )
            made.append(
                Task(
                    "backups",
                    translate("administration", "Sikkerhedskopier"),
                    translate("administration", "Hvad der er gemt, hvor det ligger, og hvordan I kommer tilbage."),
                    translate("administration", "Se sikkerhedskopier"),
                )
            )
        if access.can(Action.LOG_SEARCH):
            made.append(
                Task(
                    "log",
                    translate("administration", "Loggen"),
                    translate("administration", "Hvem har set, rettet, udskrevet eller sendt hvad."),
                    translate("administration", "Se loggen"),
                )
            )
        if access.can(Action.LOG_SIGN_OFF):
            waiting = len(self._desk.auditing.due_spot_checks())
            if waiting == 1:
                waits = translate("administration", "1 måned venter på dig.")
            else:
                waits = translate("administration", "{0} måneder venter på dig.").format(number(waiting))
            made.append(
                Task(
                    "spot_checks",
                    translate("administration", "Stikprøver"),
                    translate("administration", "Hver måned ser teamlederen nogle tilfældige opslag igennem."),
                    translate("administration", "Se stikprøver"),
                    waits if waiting else "",
                )
            )
        if access.can(Action.ASSIGN):
            made.append(
                Task(
                    "assigning",
                    translate("administration", "Flyt borgere"),
                    translate("administration", "Når en medarbejder er gået: alle borgerne til en anden på én gang."),
                    translate("administration", "Flyt borgere"),
                )
            )
        if self._desk.citizen_rights.may_see_all:
            made.append(self._rights())
        if access.can(Action.ADMINISTER):
            made.append(
                Task(
                    "deadlines",
                    translate("administration", "Frister for sletning"),
                    translate("administration", "Hvor længe I gemmer, og hvad der er over fristen."),
                    translate("administration", "Se fristerne"),
                )
            )
        if access.can(Action.SETTINGS):
            draft = translate("administration", "Teksten er stadig et udkast.")
            made.append(
                Task(
                    "information",
                    translate("administration", "Oplysning til borgeren"),
                    translate("administration", "Hvad borgeren læser om sine svar, med jeres egne ord."),
                    translate("administration", "Se teksten"),
                    draft if self._desk.informing.current().is_draft else "",
                )
            )
        if access.can(Action.LOG_SIGN_OFF) and not access.can(Action.SEE_CASELOAD):
            made.append(
                Task(
                    "finding",
                    translate("administration", "Find en borger"),
                    translate("administration", "Se, hvis borger det er. Med et skrevet formål."),
                    translate("administration", "Søg"),
                )
            )
        return made

    def _rights(self) -> Task:
        waiting = self._desk.citizen_rights.waiting()
        if waiting == 1:
            waits = translate("administration", "1 sag venter på dig.")
        else:
            waits = translate("administration", "{0} sager venter på dig.").format(number(waiting))
        return Task(
            "rights",
            translate("administration", "Borgernes rettigheder"),
            translate("administration", "Indsigt og sletning: godkend og udfør."),
            translate("administration", "Se sagerne"),
            waits if waiting else "",
        )
