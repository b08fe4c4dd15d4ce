# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the checks work on: an invented jobcentre in a temporary folder, really encrypted, with one citizen."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from bip_desktop import bootstrap
from bip_desktop.demonstration.centre import DemonstrationCentre
from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Respondent, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.domain.rights import Role
from bip_desktop.gui.shell import Shell
from bip_desktop.paths import Places
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import FirstStart

PASSPHRASE = "en sætning til prøven"
NAME = "Ærø Øllegård Åxæmpel"
CPR = "6101801234"
"""A replacement number, which nobody has."""
GOAL = "Jeg vil prøve et værksted, hvor æbler bliver til grød"
_HER = FirstStart("Karen Prøve", "", "Jobcenter Prøve", PASSPHRASE, PASSPHRASE, "2468")
_BEGIN = datetime.fromisoformat("2026-01-05T09:30")
_RHYTHM = timedelta(weeks=13)
_MEASUREMENTS = 2


class SelfTestError(Exception):
    """The program did something else than it must."""


def expect(holds: object, otherwise: str) -> None:
    """Raises `SelfTestError` with `otherwise`, unless it holds."""
    if not holds:
        raise SelfTestError(otherwise)


class _Calendar:
    def __init__(self) -> None:
        self.moment = _BEGIN

    def __call__(self) -> datetime:
        return self.moment


class Trial:
    """Made bit by bit, so that every check can be tried alone."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.places = Places(folder / "jobcentre")
        self.centre = DemonstrationCentre.new()
        self._calendar = _Calendar()
        self._opened: list[Unlocked] = []
        self.on_bug: Callable[[type[BaseException], BaseException, TracebackType | None], None] = sys.excepthook

    @cached_property
    def made(self) -> Unlocked:
        """The jobcentre as it was opened first, to be put behind a desk."""
        self.centre.write_recipients(self.places.recipients)
        made = bootstrap.unlocking(self.places).first_start(_HER)
        with made.store.writing() as work:
            work.rights.set_roles(made.caseworker.caseworker_id, frozenset(Role))  # so that she sees every page
        self._opened.append(made)
        return made

    @cached_property
    def desk(self) -> Desk:
        """Every use case over the jobcentre, which is made first."""
        return bootstrap.open_desk(self.made, self.places, self._calendar)

    @cached_property
    def citizen(self) -> Citizen:
        """An invented citizen with finished measurements, and her yes to research."""
        citizen = self.desk.caseload.add(NewCitizen(NAME, CPR, "P-1"))
        for number in range(_MEASUREMENTS):
            self._calendar.moment = _BEGIN + number * _RHYTHM
            under_way = self._revealed(citizen, number)
            tasks = (Task(Who.CITIZEN, "Ringer til værkstedet", None),)
            self.desk.agreeing.set_agreement(under_way.meeting, Agreement(goals=(GOAL,), tasks=tasks))
            self.desk.agreeing.close(under_way.meeting)
        self._calendar.moment = _BEGIN + _MEASUREMENTS * _RHYTHM
        return self.desk.caseload.citizen(citizen.citizen_id)

    def _revealed(self, citizen: Citizen, number: int) -> MeetingUnderWay:
        under_way = self.desk.measuring.start(citizen.citizen_id)
        for place, item in enumerate(under_way.instrument.of(Respondent.CITIZEN)):
            under_way.answer(item.code, answer(item, number + place))
        under_way.citizen_done()
        under_way.set_research(Research.YES)
        under_way.caseworker_begins()
        for place, item in enumerate(under_way.instrument.of(Respondent.CASEWORKER)):
            under_way.answer(item.code, answer(item, number + place))
        under_way.reveal()
        return under_way

    def opened_again(self) -> Unlocked:
        """The jobcentre opened a second time, with the passphrase and from the disk."""
        again = bootstrap.unlocking(self.places).unlock(PASSPHRASE)
        self._opened.append(again)
        return again

    @property
    def now(self) -> datetime:
        """The invented present."""
        return self._calendar.moment

    @contextmanager
    def shell(self, places: Places | None = None) -> Iterator[Shell]:
        """The program's window at its first page."""
        before = sys.excepthook
        shell = bootstrap.shell(self.app, places or self.places, now=self._calendar)
        sys.excepthook = self.on_bug  # no dialog stands in the way of a program nobody looks at
        shell.window.show()
        self.settle()
        try:
            yield shell
        finally:
            sys.excepthook = before
            shell.tasks.shut_down()
            shell.window.close()
            shell.window.deleteLater()
            self.settle()

    @contextmanager
    def shell_inside(self) -> Iterator[Shell]:
        """The program's window behind the passphrase."""
        desk, _ = self.desk, self.citizen
        again = replace(desk.unlocked, store=self.opened_again().store)  # the window closes its own
        with self.shell() as shell:
            shell.unlocked(again)
            self.settle()
            yield shell

    def settle(self) -> None:
        """Lets the window draw what is new."""
        for _ in range(3):
            self.app.processEvents()

    def close(self) -> None:
        """Closes every database."""
        for each in self._opened:
            each.store.close()


def answer(item: Item, number: int) -> Value:
    """Some answer, another one each time."""
    match item.kind:
        case ItemKind.TICKS:
            return Ticks(frozenset({2, 4}))
        case ItemKind.AMOUNT:
            return Amount((140 + number) * 100, Unit.HOUR_BEFORE_TAX)
        case _:
            return ScaleStep(1 + number % 5)
