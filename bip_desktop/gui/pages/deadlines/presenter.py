# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Shows what is due, and passes on what the administrator confirms of what was shown."""

from collections.abc import Callable

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.gui.error_texts import sentence
from bip_desktop.gui.formatting import long_date
from bip_desktop.gui.language import translate
from bip_desktop.gui.navigation import Navigation
from bip_desktop.gui.pages.deadlines.page import DeadlinesPage
from bip_desktop.services.desk import Desk
from bip_desktop.services.retention import Due


class DeadlinesPresenter:
    """The administrator's page."""

    def __init__(self, desk: Desk, go: Navigation) -> None:
        self._retention = desk.retention
        self._go = go
        self._due = self._retention.due()
        self.page = DeadlinesPage(_years(self._due.course_years), _years(self._due.log_years))
        self.page.years_typed.connect(self._on_years)
        self.page.courses_confirmed.connect(self._on_courses)
        self.page.log_confirmed.connect(self._on_log)
        self.page.back_asked.connect(go.administration)
        self.page.lock_asked.connect(go.lock)
        self._show()

    def _show(self) -> None:
        self._due = due = self._retention.due()
        self.page.show_courses(
            _courses(due),
            [
                (
                    translate("deadlines", "Sagsnummer {0}").format(each.case_number)
                    if each.case_number
                    else translate("deadlines", "Uden sagsnummer"),
                    long_date(each.closed_on),
                )
                for each in due.courses
            ],
        )
        self.page.show_log(_log(due), is_due=due.log_before is not None)

    def _on_years(self, courses: str, log: str) -> None:
        # What is no number is as far out of range as can be.
        years = [_typed(text) for text in (courses, log)]
        for form_row, text in ((self.page.courses_row, courses), (self.page.log_row, log)):
            form_row.show_problem("")
            try:
                self._retention.check_years(_typed(text))
            except BipError as error:
                form_row.show_problem(sentence(error))
                return
        self._do(lambda: self._retention.set_years(*years), translate("deadlines", "Fristerne er gemt ✓"))

    def _on_courses(self) -> None:
        shown = [each.citizen_id for each in self._due.courses]
        self._do(
            lambda: self._retention.confirm_courses(shown),
            translate("deadlines", "Der er bedt om sletning. Teamlederen er den næste."),
        )

    def _on_log(self) -> None:
        before = self._due.log_before
        if before is not None:
            self._do(
                lambda: self._retention.confirm_log(before),
                translate("deadlines", "Den gamle del af loggen er slettet."),
            )

    def _do(self, work: Callable[[], None], said: str) -> None:
        try:
            work()
        except BipError as error:
            self._go.notice(error)
            said = ""
            if error.code is Code.RIGHT_REFUSED:
                return
        self.page.say(said)
        self._show()


def _years(years: int | None) -> str:
    return "" if years is None else str(years)


def _typed(text: str) -> int | None:
    tidy = text.strip()
    if not tidy:
        return None
    return int(tidy) if tidy.isdecimal() else -1


def _courses(due: Due) -> str:
    if due.course_years is None:
        return translate("deadlines", "I har ingen frist, så intet forløb er over den.")
    if not due.courses:
        return translate("deadlines", "Ingen forløb er over fristen.")
    return translate("deadlines", "De her forløb er over fristen. En teamleder godkender, og en anden sletter.")


def _log(due: Due) -> str:
    if due.log_years is None:
        return translate("deadlines", "I har ingen frist, så hele loggen bliver gemt.")
    if due.log_before is None:
        return translate("deadlines", "Intet i loggen er over fristen.")
    return translate("deadlines", "Loggen har noget fra før {0}, og det er over fristen.").format(
        long_date(due.log_before)
    )
