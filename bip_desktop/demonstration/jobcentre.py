# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fills an encrypted jobcentre with the invented citizens, through the same use cases that people use."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bip_desktop import bootstrap, paths
from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import (
    Benefit,
    Caseworker,
    CaseworkerChange,
    ChangeReason,
    Citizen,
    Outcome,
    Research,
)
from bip_desktop.domain.ids import CaseworkerId, new_id
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Missing, Respondent, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.domain.rights import Role
from bip_desktop.paths import Places
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import Store, UnitOfWork, Unlocked
from bip_desktop.services.unlocking import FirstStart

Table = Mapping[str, Any]
_GO_HOME = 16


@dataclass
class _Calendar:
    """A clock that the filling turns back and forth, so that meetings lie where they were held."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment


@dataclass
class _LogClock:
    """The log's clock only goes forward, whatever the calendar does: some minutes at a time, in working hours."""

    moment: datetime

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=5)
        if self.moment.hour >= _GO_HOME:
            self.moment = datetime.combine(self.moment.date() + timedelta(days=1), time(8))
        return min(self.moment, bootstrap.local_now())


class _OneTransaction:
    """Fulfils `Store` with a single transaction: what takes a thousand waits for the disk takes one."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """The transaction, which sees what it has written."""
        yield self._work

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """The transaction; it is committed by the one who began it."""
        yield self._work

    def copy_to(self, copy: Path) -> None:
        """Nothing: it is backed up by the one who opens it."""

    def compact(self) -> None:
        """Nothing: nothing is erased."""

    def close(self) -> None:
        """Nothing: the transaction is not this one's."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the demonstration is unlocked with."""

    passphrase: str
    pin: str


def read_demonstration() -> Table:
    """The invented jobcentre, as data."""
    path = paths.resources() / "demonstration" / "jobcentre.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def fill(places: Places, today: date, more: Sequence[Table] = ()) -> Secrets:
    """Makes the jobcentre in `places`, with all meetings before `today`, and closes it again. `more` are citizens
    beside those in the file, in the same form."""
    table = read_demonstration()
    her = table["caseworker"]
    wish = FirstStart(
        her["name"], her["phone"], table["site_name"], table["passphrase"], table["passphrase"], table["pin"]
    )
    unlocked = bootstrap.unlocking(places).first_start(wish)
    try:
        with unlocked.store.writing() as work:
            store: Store = _OneTransaction(work)
            filling = _Filling(replace(unlocked, store=store), places, today)
            filling.citizens(table["colleagues"], (*table["citizens"], *more))
    finally:
        unlocked.store.close()
    return Secrets(table["passphrase"], table["pin"])


class _Filling:
    """Enters everything that was invented."""

    def __init__(self, unlocked: Unlocked, places: Places, today: date) -> None:
        self._unlocked = unlocked
        self._places = places
        self._calendar = _Calendar(datetime.combine(today, time(8)))
        self._log_clock = _LogClock(datetime.combine(today - timedelta(days=75), time(8)))
        self._today = today
        self._desks: dict[CaseworkerId, Desk] = {}

    def citizens(self, colleagues: Sequence[Table], citizens: Sequence[Table]) -> None:
        """All colleagues, and all citizens with their meetings."""
        known = {each["id"]: Caseworker(CaseworkerId(new_id()), each["name"], each["phone"]) for each in colleagues}
        with self._unlocked.store.writing() as work:
            work.rights.set_roles(self._unlocked.caseworker.caseworker_id, frozenset(Role))
            for colleague in known.values():
                work.people.add(colleague)
        for each in citizens:
            self._citizen(each, known.get(each.get("caseworker", "")))

    def _citizen(self, each: Table, colleague: Caseworker | None) -> None:
        desk = self._desk_of(colleague or self._unlocked.caseworker)
        weeks: Sequence[int] = each["weeks_ago"]
        self._turn_to(weeks=weeks[0] if weeks else 0)
        citizen = self._added(desk, each)
        for place, weeks_ago in enumerate(weeks):
            self._turn_to(weeks=weeks_ago)
            self._meeting(desk, citizen, each, place)
        if (change := each.get("change")) is not None and colleague is not None:
            self._hand_over(citizen, colleague, change)
        if (end := each.get("ended")) is not None:
            self._end(citizen, end)
        if (prepared := each.get("prepared")) is not None:
            self._turn_to(days=prepared["days_ago"])
            self._answer(desk.measuring.prepare(citizen.citizen_id), Respondent.CASEWORKER, each, -1)
        if (begun := each.get("begun")) is not None:
            self._turn_to(days=begun["days_ago"])
            self._begin(desk, citizen, each, begun)
        self._turn_to()
        if (planned := each.get("next_meeting")) is not None:
            day = self._today + timedelta(days=planned["days"])
            with self._unlocked.store.writing() as work:
                work.citizens.plan(citizen.citizen_id, datetime.combine(day, time.fromisoformat(planned["at"])))

    def _added(self, desk: Desk, each: Table) -> Citizen:
        wish = NewCitizen(each["name"], each["cpr"], each["case_number"], Benefit(each["benefit"]))
        citizen = desk.caseload.add(wish)
        if (language := each.get("language")) is None:
            return citizen
        with self._unlocked.store.writing() as work:
            return work.citizens.change(replace(citizen, language=language))

    def _meeting(self, desk: Desk, citizen: Citizen, each: Table, place: int) -> None:
        number, newest = place + 1, place == len(each["weeks_ago"]) - 1
        under_way = desk.measuring.start(citizen.citizen_id)
        if number in each.get("declined", ()):
            under_way.citizen_done(declined=True)
        else:
            self._answer(under_way, Respondent.CITIZEN, each, place)
            under_way.citizen_done()
        if (research := each.get("research")) is not None:
            under_way.set_research(Research(research))
        if number in each.get("answered_after", ()):
            under_way.reveal(answers_later=True)
            self._answer(under_way, Respondent.CASEWORKER, each, place)
        else:
            under_way.caseworker_begins()
            self._answer(under_way, Respondent.CASEWORKER, each, place)
            under_way.reveal()
        if newest and (agreed := each.get("agreement")) is not None:
            desk.agreeing.set_agreement(under_way.meeting, self._agreement(agreed))
        desk.agreeing.close(under_way.meeting)

    def _answer(self, under_way: MeetingUnderWay, respondent: Respondent, each: Table, place: int) -> None:
        for item in under_way.instrument.of(respondent):
            under_way.answer(item.code, _value(item, each["answers"][item.code][place]))

    def _begin(self, desk: Desk, citizen: Citizen, each: Table, begun: Table) -> None:
        under_way = desk.measuring.start(citizen.citizen_id)
        for item in under_way.instrument.of(Respondent.CITIZEN):
            under_way.go(Place(Step.CITIZEN, item.code))
            if item.code == begun["at"]:
                break
            under_way.answer(item.code, _value(item, each["answers"][item.code][-1]))
        if begun.get("paused", False):
            under_way.pause()

    def _agreement(self, agreed: Table) -> Agreement:
        day = self._calendar.moment.date()
        return Agreement(
            goals=tuple(agreed["goals"]),
            tasks=tuple(Task(Who(who), what, day + timedelta(weeks=weeks)) for who, what, weeks in agreed["tasks"]),
        )

    def _hand_over(self, citizen: Citizen, colleague: Caseworker, change: Table) -> None:
        made = CaseworkerChange(
            on=self._today - timedelta(days=change["days_ago"]),
            before=colleague.caseworker_id,
            after=self._unlocked.caseworker.caseworker_id,
            reason=ChangeReason(change["reason"]),
            note=change["note"],
        )
        with self._unlocked.store.writing() as work:
            work.citizens.change_caseworker(citizen.citizen_id, made)

    def _end(self, citizen: Citizen, end: Table) -> None:
        self._turn_to(weeks=end["weeks_ago"])
        on = self._calendar.moment.date()
        desk = self._desk_of(self._unlocked.caseworker)
        desk.caseload.close_course(citizen.citizen_id, Outcome(end["outcome"]), on)

    def _desk_of(self, caseworker: Caseworker) -> Desk:
        if caseworker.caseworker_id not in self._desks:
            seat = replace(self._unlocked, caseworker=caseworker)
            self._desks[caseworker.caseworker_id] = bootstrap.open_desk(
                seat, self._places, self._calendar, logged_at=self._log_clock
            )
        return self._desks[caseworker.caseworker_id]

    def _turn_to(self, *, weeks: int = 0, days: int = 0) -> None:
        day = self._today - timedelta(weeks=weeks, days=days)
        self._calendar.moment = datetime.combine(day, time(9, 30))


def _value(item: Item, cell: int | list[int]) -> Value:
    if isinstance(cell, list):
        return Ticks(frozenset(cell))
    if cell < 0:
        return Missing(cell)
    if item.kind is ItemKind.AMOUNT:
        return Amount(cell * 100, Unit.HOUR_BEFORE_TAX)
    return ScaleStep(cell)
