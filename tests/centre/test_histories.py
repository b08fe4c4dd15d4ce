# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whatever happens at a jobcentre, and however often and in whatever order it is sent: the centre ends with the same
tables as from one full snapshot. Real database, real packages, real intake."""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bip_desktop.centre.enrolment import enrol
from bip_desktop.centre.intake import Fate
from bip_desktop.domain.citizen import Benefit, ChangeReason, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverIn
from bip_desktop.domain.ids import new_id
from bip_desktop.domain.intervention import Mark, Origin, Status
from bip_desktop.domain.meeting import Meeting
from bip_desktop.domain.questionnaire import Step
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.signing import public_key
from bip_desktop.paths import resources
from bip_desktop.services.exchange_ports import Taker
from bip_desktop.services.ports import Installation
from bip_desktop.services.submitting import Submitting
from tests.centre.packages import World
from tests.exchange.submission_cases import BO, INSTALLATION, Jobcentre, citizen, meeting

LASTING = ("citizens", "meetings", "answers", "interventions")


class Course:
    """A jobcentre whose days come by chance, with a centre that knows it."""

    def __init__(
        self,
        jobcentre: Jobcentre,
        world: World,
        chance: random.Random,
        *,
        installation: Installation = INSTALLATION,
        people: Sequence[int] = (1, 2, 3),
    ) -> None:
        self.jobcentre = jobcentre
        self.world = world
        self.chance = chance
        jobcentre.instruments = InstrumentFolder(resources() / "instruments")  # type: ignore[assignment]
        self.instrument = jobcentre.instruments.current()
        with world.store.writing() as connection:
            enrol(connection, installation.site, public_key(installation.signing_key), "2026-11-21")
        jobcentre.restore(installation)
        self.people = [jobcentre.add(citizen(number)) for number in people]
        self.held = dict.fromkeys((each.citizen_id for each in self.people), 0)
        self.alive: list[Meeting] = []
        self.day = 0

    def move(self, other: "Course") -> None:
        """Somebody goes to another laptop, with all there is."""
        if not self.people:
            return
        person = self.people.pop(self.chance.randrange(len(self.people)))
        with self.jobcentre.store.reading() as work:
            records = work.handovers.records(person.citizen_id)
        taker = Taker(BO.caseworker_id, date(2026, 1, 5) + timedelta(days=self.day), ChangeReason.LEFT)
        with other.jobcentre.store.writing() as work:
            work.handovers.take_in(person.citizen_id, records, taker)
            work.handovers.add_in(
                HandoverIn(new_id(), "ab" * 32, "Bo", True, (person.citizen_id,), other.jobcentre.now, b"")
            )
        with self.jobcentre.store.writing() as work:
            work.handovers.remove(person.citizen_id)
        other.people.append(person)
        other.held[person.citizen_id] = self.held.pop(person.citizen_id)
        hers = [each for each in self.alive if each.citizen_id == person.citizen_id]
        self.alive = [each for each in self.alive if each not in hers]
        other.alive += hers
        other.day = self.day = max(self.day, other.day)

    def live(self, days: int) -> None:
        """Some days, each with something happening, and now and then a package."""
        happenings: list[Callable[[], None]] = [
            self.hold, self.hold, self._mark, self._mark, self._answer_later, self._void,
            self._change, self._withdraw, self._agree, self._hand_over, self._send, self._send,
        ]  # fmt: skip
        for _ in range(days):
            self.day += 1
            if self.people:
                self.chance.choice(happenings)()

    def submitting(self) -> Submitting:
        return self.jobcentre.submitting(PackageFiles(self.world.home.recipients_file))

    def _send(self) -> None:
        self.send(self.world.inbox, full=self.chance.random() < 0.2)

    def send(self, folder: Path, *, full: bool) -> None:
        """A package, where there is something to send."""
        try:
            self.submitting().export(folder, full=full)
        except BipError as error:
            if error.code is not Code.EXPORT_EMPTY:
                raise

    def _marks(self) -> list[Mark]:
        chosen = self.chance.sample(range(1, 20), self.chance.randint(0, 4))
        return [Mark(each, self.chance.choice(list(Status)), self.chance.choice(list(Origin))) for each in chosen]

    def hold(self) -> None:
        person = self.chance.choice(self.people)
        self.held[person.citizen_id] += 1
        begun = replace(
            meeting(person, self.held[person.citizen_id], date(2026, 1, 5) + timedelta(days=self.day)),
            instrument_id=self.instrument.instrument_id,
            instrument_version=self.instrument.version,
        )
        self.alive.append(self.jobcentre.hold(begun, {"B1": Step(self.chance.randint(1, 5))}, self._marks()))

    def _mark(self) -> None:
        """What was agreed on is corrected afterwards: lines of it vanish."""
        if self.alive:
            with self.jobcentre.store.writing() as work:
                work.meetings.set_marks(self.chance.choice(self.alive).meeting_id, self._marks())

    def _answer_later(self) -> None:
        if self.alive:
            with self.jobcentre.store.writing() as work:
                held = self.chance.choice(self.alive).meeting_id
                work.meetings.answer(held, "B2", Step(self.chance.randint(1, 5)), after_reveal=True)

    def _void(self) -> None:
        if self.alive:
            self.jobcentre.void(self.alive.pop(self.chance.randrange(len(self.alive))).meeting_id)

    def _change(self) -> None:
        self.jobcentre.change(self.chance.choice(self.people).citizen_id, benefit=self.chance.choice(list(Benefit)))

    def _withdraw(self) -> None:
        person = self.chance.choice(self.people).citizen_id
        with self.jobcentre.store.reading() as work:
            agreed = work.citizens.get(person).research is Research.YES
        if agreed:
            self.jobcentre.withdraw(person)

    def _agree(self) -> None:
        self.jobcentre.change(self.chance.choice(self.people).citizen_id, research=Research.YES)

    def _hand_over(self) -> None:
        person = self.chance.choice(self.people).citizen_id
        self.jobcentre.hand_over(person, date(2026, 1, 5) + timedelta(days=self.day), ChangeReason.LEFT)


@pytest.mark.parametrize("seed", range(12))
def test_the_increments_in_any_order_end_where_a_full_snapshot_does(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    world = World(tmp_path)
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        course = Course(jobcentre, world, chance)
        course.live(45)
        course.send(world.inbox, full=False)
        increments = sorted(world.inbox.iterdir())
        alone = world.another("alone")
        snapshot = tmp_path / "snapshot"
        snapshot.mkdir()
        course.send(snapshot, full=True)
    shuffled = [*increments, *increments]
    chance.shuffle(shuffled)
    for path in shuffled:
        assert Fate.QUARANTINED not in world.fates(path)
    for path in snapshot.iterdir():
        assert alone.fates(path) == [Fate.ACCEPTED]
    merged, expected = world.tables(), alone.tables()
    for table in LASTING:
        assert merged[table] == expected[table], table
    for path in snapshot.iterdir():  # and the snapshot on top changes nothing
        shutil.copy(path, world.inbox)
        assert Fate.QUARANTINED not in world.fates(world.inbox / path.name)
    assert {table: world.tables()[table] for table in LASTING} == {table: merged[table] for table in LASTING}


@pytest.mark.parametrize("seed", range(6))
def test_citizens_who_move_between_laptops_are_sent_once_and_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    world = World(tmp_path)
    other = replace(INSTALLATION, installation_id="d4e5f6", signing_key=bytes(range(1, 33)))
    with (
        Jobcentre.opened(tmp_path / "first") as one,
        Jobcentre.opened(tmp_path / "second") as two,
    ):
        courses = [Course(one, world, chance), Course(two, world, chance, installation=other, people=(4, 5))]
        for _ in range(8):
            for each in courses:
                each.live(6)
            chance.shuffle(courses)
            courses[0].move(courses[1])
        for each in courses:
            each.send(world.inbox, full=False)
        increments = sorted(world.inbox.iterdir())
        snapshots = tmp_path / "snapshots"
        snapshots.mkdir()
        for each in courses:
            each.send(snapshots, full=True)
        assert {each.citizen_id for course in courses for each in course.people} == {
            citizen(number).citizen_id for number in range(1, 6)
        }
    alone = world.another("alone")
    for path in sorted(snapshots.iterdir()):
        assert alone.fates(path) == [Fate.ACCEPTED]
    shuffled = [*increments, *increments]
    chance.shuffle(shuffled)
    for path in shuffled:
        assert Fate.QUARANTINED not in world.fates(path)
    merged, expected = world.tables(), alone.tables()
    for table in LASTING:
        assert merged[table] == expected[table], table


@pytest.mark.parametrize("where", ["here, before", "there, after"])
@pytest.mark.parametrize("what", ["voided", "withdrawn"])
def test_what_was_sent_from_here_is_taken_back_from_there(world: World, tmp_path: Path, what: str, where: str) -> None:
    other = replace(INSTALLATION, installation_id="d4e5f6", signing_key=bytes(range(1, 33)))
    with Jobcentre.opened(tmp_path / "first") as one, Jobcentre.opened(tmp_path / "second") as two:
        here = Course(one, world, random.Random(1), people=(1,))
        there = Course(two, world, random.Random(1), installation=other, people=())
        here.hold()
        here.hold()
        here.send(world.inbox, full=False)
        [person], [first, _] = here.people, here.alive

        def take_back(where: Course) -> None:
            if what == "voided":
                where.jobcentre.void(first.meeting_id)
            else:
                where.jobcentre.withdraw(person.citizen_id)

        if where == "here, before":
            take_back(here)
        here.move(there)
        if where == "there, after":
            take_back(there)
        for each in (there, here):
            each.send(world.inbox, full=False)
    for path in sorted(world.inbox.iterdir()):
        assert Fate.QUARANTINED not in world.fates(path)
    assert len(world.tables()["meetings"]) == (1 if what == "voided" else 0)
    assert len(world.tables()["citizens"]) == (1 if what == "voided" else 0)


def test_what_is_let_go_again_is_let_go_at_the_centre(world: World, tmp_path: Path) -> None:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        course = Course(jobcentre, world, random.Random(0))
        begun = replace(
            meeting(course.people[0]),
            instrument_id=course.instrument.instrument_id,
            instrument_version=course.instrument.version,
        )
        agreed, ongoing = Mark(13, Status.AGREED, Origin.OWN), Mark(9, Status.ONGOING, Origin.OWN)
        held = jobcentre.hold(begun, marks=[agreed, ongoing])
        first = world.inbox / course.submitting().export(world.inbox).file_name
        with jobcentre.store.writing() as work:
            work.meetings.set_marks(held.meeting_id, [ongoing])
        second = world.inbox / course.submitting().export(world.inbox).file_name
    other = world.another("other")
    world.receive(first, second)
    other.receive(second, first)
    for each in (world, other):
        assert {(row[1], row[3]) for row in each.tables()["interventions"]} == {(9, "ongoing")}
