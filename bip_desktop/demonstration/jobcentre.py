# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fills an encrypted jobcentre with the invented citizens, through the same use cases that people use."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bip_desktop import bootstrap, paths
from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Benefit, Caseworker, CaseworkerChange, ChangeReason, Citizen, Research
from bip_desktop.domain.ids import CaseworkerId, new_id
from bip_desktop.domain.meeting import Place, Step
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Missing, Respondent, Ticks, Unit, Value
from bip_desktop.domain.questionnaire import Step as ScaleStep
from bip_desktop.paths import Places
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import FirstStart

Table = Mapping[str, Any]


@dataclass
class _Calendar:
    """A clock that the filling turns back and forth, so that meetings lie where they were held."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the demonstration is unlocked with."""

    passphrase: str
    pin: str


def read_demonstration() -> Table:
    """The invented jobcentre, as data."""
    path = paths.resources() / "demonstration" / "jobcentre.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def fill(places: Places, today: date) -> Secrets:
    """Makes the jobcentre in `places`, with all meetings before `today`, and closes it again."""
    table = read_demonstration()
    her = table["caseworker"]
    wish = FirstStart(
        her["name"], her["phone"], table["site_name"], table["passphrase"], table["passphrase"], table["pin"]
    )
    calendar = _Calendar(datetime.combine(today, time(8)))
    unlocked = bootstrap.unlocking(places).first_start(wish)
    try:
        _Filling(unlocked, places, calendar, today).citizens(table)
    finally:
        unlocked.store.close()
    return Secrets(table["passphrase"], table["pin"])


class _Filling:
    """Enters everything that was invented."""

    def __init__(self, unlocked: Unlocked, places: Places, calendar: _Calendar, today: date) -> None:
        self._unlocked = unlocked
        self._places = places
        self._calendar = calendar
        self._today = today

    def citizens(self, table: Table) -> None:
        """All colleagues, and all citizens with their meetings."""
        colleagues = {
            each["id"]: Caseworker(CaseworkerId(new_id()), each["name"], each["phone"]) for each in table["colleagues"]
        }
        with self._unlocked.store.writing() as work:
            for colleague in colleagues.values():
                work.people.add(colleague)
        for each in table["citizens"]:
            self._citizen(each, colleagues.get(each.get("caseworker", "")))

    def _citizen(self, each: Table, colleague: Caseworker | None) -> None:
        seat = self._unlocked if colleague is None else replace(self._unlocked, caseworker=colleague)
        desk = bootstrap.open_desk(seat, self._places, self._calendar)
        weeks: Sequence[int] = each["weeks_ago"]
        self._turn_to(weeks[0] if weeks else 0)
        wish = NewCitizen(each["name"], each["cpr"], each["case_number"], Benefit(each["benefit"]))
        citizen = desk.caseload.add(wish)
        for place, weeks_ago in enumerate(weeks):
            self._turn_to(weeks_ago)
            newest = place == len(weeks) - 1
            self._meeting(desk, citizen, each, place, each.get("agreement") if newest else None)
        if (change := each.get("change")) is not None and colleague is not None:
            self._hand_over(citizen, colleague, change)
        self._turn_to(0)
        if (planned := each.get("next_meeting")) is not None:
            with self._unlocked.store.writing() as work:
                moment = datetime.combine(self._today, time.fromisoformat(planned))
                work.citizens.plan(citizen.citizen_id, moment)
        if (item := each.get("interrupted_at")) is not None:
            self._interrupted(desk, citizen, each, item)

    def _meeting(self, desk: Desk, citizen: Citizen, each: Table, place: int, agreed: Table | None) -> None:
        under_way = desk.measuring.start(citizen.citizen_id)
        self._answer(under_way, Respondent.CITIZEN, each, place)
        under_way.citizen_done()
        if (research := each.get("research")) is not None:
            under_way.set_research(Research(research))
        under_way.caseworker_begins()
        self._answer(under_way, Respondent.CASEWORKER, each, place)
        under_way.reveal()
        if agreed is not None:
            desk.agreeing.set_agreement(under_way.meeting, self._agreement(agreed))
        desk.agreeing.close(under_way.meeting)

    def _answer(self, under_way: MeetingUnderWay, respondent: Respondent, each: Table, place: int) -> None:
        for item in under_way.instrument.of(respondent):
            under_way.answer(item.code, _value(item, each["answers"][item.code][place]))

    def _interrupted(self, desk: Desk, citizen: Citizen, each: Table, at: str) -> None:
        under_way = desk.measuring.start(citizen.citizen_id)
        for item in under_way.instrument.of(Respondent.CITIZEN):
            under_way.go(Place(Step.CITIZEN, item.code))
            if item.code == at:
                break
            under_way.answer(item.code, _value(item, each["answers"][item.code][-1]))

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

    def _turn_to(self, weeks_ago: int) -> None:
        self._calendar.moment = datetime.combine(self._today - timedelta(weeks=weeks_ago), time(9, 30))


def _value(item: Item, cell: int | list[int]) -> Value:
    if isinstance(cell, list):
        return Ticks(frozenset(cell))
    if cell < 0:
        return Missing(cell)
    if item.kind is ItemKind.AMOUNT:
        return Amount(cell * 100, Unit.HOUR_BEFORE_TAX)
    return ScaleStep(cell)
