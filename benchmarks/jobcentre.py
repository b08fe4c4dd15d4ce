# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented jobcentre in a folder of its own: really encrypted, filled through the program's own use cases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bip_desktop import bootstrap
from bip_desktop.domain.citizen import Citizen, Research
from bip_desktop.domain.ids import CitizenId
from bip_desktop.domain.questionnaire import Amount, Item, ItemKind, Respondent, Step, Ticks, Unit, Value
from bip_desktop.paths import Places
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.meeting_under_way import MeetingUnderWay
from bip_desktop.services.ports import Unlocked
from bip_desktop.services.unlocking import FirstStart

PASSPHRASE = "fire små heste løber"
NOW = datetime.fromisoformat("2026-11-20T09:30")
RHYTHM = timedelta(weeks=13)
_HER = FirstStart("Karen Opdigtet", "", "Jobcenter Opdigtet", PASSPHRASE, PASSPHRASE, "2468")


@dataclass
class Calendar:
    """A clock that stands until it is moved."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class Jobcentre:
    """A jobcentre that is open."""

    places: Places
    calendar: Calendar
    unlocked: Unlocked
    desk: Desk

    def new_citizen(self) -> Citizen:
        """An invented citizen, with a replacement number that nobody has."""
        return self.desk.caseload.add(NewCitizen("Henrik Opdigtet", "6101801234", "S-1"))

    def meeting_with_answers(self, citizen: CitizenId, number: int, on: date) -> MeetingUnderWay:
        """Measurement `number` on this day, up to the moment when both see it."""
        self.calendar.moment = datetime.combine(on, NOW.time())
        under_way = self.desk.measuring.start(citizen)
        for place, item in enumerate(under_way.instrument.of(Respondent.CITIZEN)):
            under_way.answer(item.code, _answer(item, number + place))
        under_way.citizen_done()
        under_way.set_research(Research.YES)
        under_way.caseworker_begins()
        for place, item in enumerate(under_way.instrument.of(Respondent.CASEWORKER)):
            under_way.answer(item.code, _answer(item, number + 2 * place))
        under_way.reveal()
        return under_way


@contextmanager
def open_jobcentre() -> Iterator[Jobcentre]:
    """A new one in a temporary folder; both are gone afterwards."""
    with TemporaryDirectory(prefix="bip-bench-", ignore_cleanup_errors=True) as folder:
        places, calendar = Places(Path(folder) / "BIP"), Calendar()
        unlocked = bootstrap.unlocking(places).first_start(_HER)
        try:
            yield Jobcentre(places, calendar, unlocked, bootstrap.open_desk(unlocked, places, calendar))
        finally:
            unlocked.store.close()


def _answer(item: Item, number: int) -> Value:
    match item.kind:
        case ItemKind.SCALE:
            return Step(1 + number * 7 % 5)
        case ItemKind.TICKS:
            usual = [option.number for option in item.options if not option.exclusive]
            return Ticks(frozenset({usual[number % len(usual)], usual[number // 3 % len(usual)]}))
        case ItemKind.AMOUNT:
            return Amount(14_000 + 500 * number, Unit.HOUR_BEFORE_TAX)
