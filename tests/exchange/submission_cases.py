# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Invented citizens, a whole questionnaire, and a jobcentre with a real database to submit from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pyrage
from sqlalchemy import delete

from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.citizen import Benefit, Caseworker, CaseworkerChange, ChangeReason, Citizen, Research
from bip_desktop.domain.cpr import Cpr
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import CaseworkerId, CitizenId, MeetingId, ResearchId, ResearchMeetingId, new_id
from bip_desktop.domain.intervention import Kind, Mark
from bip_desktop.domain.measurement import Measurement
from bip_desktop.domain.meeting import Event, Meeting, Mode, Place, State, Step, VoidReason, When
from bip_desktop.domain.questionnaire import (
    Instrument,
    Item,
    ItemKind,
    Option,
    Respondent,
    Scale,
    Text,
    Unit,
    Value,
    Wording,
)
from bip_desktop.domain.suggestion import RuleTable
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.services.ports import Installation, Store, Unlocked
from bip_desktop.services.submitting import Submitting
from bip_desktop.storage.keyring import DataKey
from bip_desktop.storage.migrations import migrate
from bip_desktop.storage.people_store import PeopleStore
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.tables import InstallationRow

KAREN = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000001"), "Karen Opdigtet", "12 34 56 78")
BO = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000002"), "Bo Opdigtet")
INSTALLATION = Installation("a1b2c3", "opdigtet", "Jobcenter Opdigtet", bytes(range(32)))

_GROUPS = {
    Kind.JOB: (3, 5, 7, 12, 13, 14, 17, 19, 20),
    Kind.UPSKILLING: (1, 2, 18, 21),
    Kind.SOCIAL: (4, 6, 8, 15),
    Kind.HEALTH: (9, 10, 11, 16),
}
KIND_OF = {number: kind for kind, numbers in _GROUPS.items() for number in numbers}


def _text(words: str) -> Text:
    return Text({"da": words})


SCALE = Scale("G", tuple(_text(str(step)) for step in range(1, 6)))


def _item(code: str, **more: object) -> Item:
    plain = Item(
        code=code,
        respondent=Respondent.CITIZEN if code.startswith("B") else Respondent.CASEWORKER,
        kind=ItemKind.SCALE,
        theme=code,
        display=_text(code),
        question=_text(code),
        wording=Wording.DRAFT,
        scale=SCALE,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _ticked(code: str, most: int, exclusive: Sequence[int], kinds: Mapping[int, Kind]) -> Item:
    options = tuple(
        Option(n, _text(str(n)), _text(str(n)), exclusive=n in exclusive, kind=kinds.get(n)) for n in range(1, most + 1)
    )
    return _item(code, kind=ItemKind.TICKS, scale=None, options=options)


INSTRUMENT = Instrument(
    "bip",
    "2026.1",
    "draft-1",
    (
        *(_item(f"B{n}") for n in range(1, 10)),
        _ticked("B10", 8, (7, 8), {}),
        _item("B11", kind=ItemKind.AMOUNT, scale=None, units=tuple(Unit)),
        _ticked("S1", 23, (22, 23), KIND_OF),
        *(_item(f"S{n}") for n in range(2, 13)),
    ),
)
NEXT_INSTRUMENT = replace(INSTRUMENT, version="2026.2", wording_version="draft-2")
ROWS_OF_A_MEETING = 9 + 8 + 1 + 23 + 11
"""First answers: B1 to B9, B10's options, B11, S1's options, S2 to S12."""


class HeldInstruments:
    """The versions at hand."""

    def __init__(self, *versions: Instrument) -> None:
        self._versions = {(each.instrument_id, each.version): each for each in versions}

    def current(self) -> Instrument:
        return list(self._versions.values())[-1]

    def version(self, instrument_id: str, version: str) -> Instrument:
        try:
            return self._versions[instrument_id, version]
        except KeyError:
            raise BipError(Code.INSTRUMENT_MISSING, version=version) from None

    def raw(self, instrument_id: str, version: str) -> bytes:
        return json.dumps({"id": instrument_id, "version": version}).encode()


class HeldRules:
    """One rule table."""

    def current(self) -> RuleTable:
        return RuleTable("bip-rules", "1", {}, ())


def citizen(number: int = 1, research: Research = Research.YES) -> Citizen:
    """An invented citizen; the CPR number is a replacement number (day + 60), which no real one is."""
    return Citizen(
        citizen_id=CitizenId(f"c17125e0-0000-4000-8000-{number:012d}"),
        research_id=ResearchId(f"5e5ea5c0-0000-4000-8000-{number:012d}"),
        cpr=Cpr(f"{61 + number % 28:02d}{1 + number // 28 % 12:02d}80{number % 10_000:04d}"),
        name=f"Borgernavn Opdigtet{number:05d}",
        caseworker_id=KAREN.caseworker_id,
        case_number=f"SAGSNR-{number}",
        benefit=Benefit.KONTANTHJAELP_GRUNDSATS,
        research=research,
        next_meeting=datetime.fromisoformat("2027-05-04T09:30"),
    )


def meeting(of: Citizen, number: int = 1, held_on: date = date(2026, 3, 2)) -> Meeting:
    """A meeting that has begun; its identity follows from the citizen and the number, and `hold` gives it a name
    outside."""
    identity = f"{of.citizen_id[:24]}{number:04d}{of.citizen_id[-8:]}"
    return Meeting(
        meeting_id=MeetingId(identity),
        research_id=ResearchMeetingId(identity),
        citizen_id=of.citizen_id,
        caseworker_id=KAREN.caseworker_id,
        number=number,
        state=State.CITIZEN_ANSWERING,
        held_on=held_on,
        instrument_id=INSTRUMENT.instrument_id,
        instrument_version=INSTRUMENT.version,
        rules_version="1",
        place=Place(Step.CITIZEN, "B1"),
        mode=Mode.HELPED,
        caseworker_when=When.BEFORE,
    )


def outside(meeting: Meeting) -> ResearchMeetingId:
    """The name that `Jobcentre.hold` gives a meeting outside."""
    return ResearchMeetingId(f"0a751de0{meeting.meeting_id[8:]}")


class Centre:
    """The research centre's two key pairs, and the file of recipients it hands out."""

    def __init__(self, folder: Path) -> None:
        self.operating = pyrage.x25519.Identity.generate()
        self.recovery = pyrage.x25519.Identity.generate()
        self.file = folder / "recipients.json"
        self.file.write_text(
            json.dumps(
                {
                    "format_version": 1,
                    "centre": "Center for Opdigtet Forskning",
                    "operating": {"key": str(self.operating.to_public())},
                    "recovery": {"key": str(self.recovery.to_public())},
                }
            ),
            encoding="utf-8",
        )


@cache
def _empty_database() -> tuple[bytes, DataKey]:
    key = DataKey.random()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bip.db"
        path.touch()
        migrate(path, key, Path(__file__).parents[2] / "db")
        store = DatabaseStore(path, key)
        with store.writing() as work:
            people = cast(PeopleStore, work.people)
            people.set_installation(INSTALLATION)
            people.add(KAREN)
            people.add(BO)
        store.close()
        return path.read_bytes(), key


class Jobcentre:
    """A real database with people, and what happens in it."""

    @classmethod
    @contextmanager
    def opened(cls, folder: Path) -> Iterator["Jobcentre"]:
        """A new one in `folder`, closed in the end."""
        content, key = _empty_database()
        folder.mkdir(exist_ok=True)
        (folder / "bip.db").write_bytes(content)
        (folder / "out").mkdir()
        store = DatabaseStore(folder / "bip.db", key)
        try:
            yield cls(store, Centre(folder), folder / "out")
        finally:
            store.close()

    def __init__(self, store: Store, centre: Centre, folder: Path) -> None:
        self.store = store
        self.centre = centre
        self.folder = folder
        self.instruments = HeldInstruments(INSTRUMENT, NEXT_INSTRUMENT)
        self.writer = PackageFiles(centre.file)
        self.now = datetime.fromisoformat("2026-11-21T08:07:06")

    def submitting(self, writer: PackageFiles | None = None, store: Store | None = None) -> Submitting:
        return Submitting(
            Unlocked(store or self.store, INSTALLATION, KAREN),
            self.instruments,
            HeldRules(),
            writer or self.writer,
            lambda: self.now,
            app_version="0.1.0",
            schema_version="7f3a",
        )

    def restore(self, installation: Installation) -> None:
        """The database is one from a backup: another installation from now on."""
        with cast(DatabaseStore, self.store)._writer.begin() as connection:
            connection.execute(delete(InstallationRow))
            PeopleStore(connection).set_installation(installation)

    def add(self, citizen: Citizen) -> Citizen:
        with self.store.writing() as work:
            work.citizens.add(citizen)
        return citizen

    def hold(
        self,
        meeting: Meeting,
        answers: Mapping[str, Value] | None = None,
        marks: Sequence[Mark] = (),
        later: Mapping[str, Value] | None = None,
        declined: Sequence[Respondent] = (),
    ) -> Meeting:
        """A whole meeting, from its start to its close, as the services do it."""
        meeting = replace(meeting, research_id=outside(meeting))
        instrument = self.instruments.version(meeting.instrument_id, meeting.instrument_version)
        measurement = Measurement(instrument)
        for code, value in (answers or {}).items():
            measurement = measurement.answered(code, value)
        for side in Respondent:
            for code, missing in measurement.filled(side, declined=side in declined).items():
                measurement = measurement.answered(code, missing)
        with self.store.writing() as work:
            work.meetings.add(meeting)
            for code, value in measurement.blind.items():
                work.meetings.answer(meeting.meeting_id, code, value, after_reveal=False)
            for code, value in (later or {}).items():
                work.meetings.answer(meeting.meeting_id, code, value, after_reveal=True)
            work.meetings.set_marks(meeting.meeting_id, marks)
            work.meetings.set_agreement(
                meeting.meeting_id,
                Agreement(("Fritekst om et mål",), (Task(Who.CITIZEN, "Fritekst om en aftale", date(2026, 4, 9)),)),
            )
            for event in (Event.CITIZEN_DONE, Event.REVEAL, Event.CLOSE):
                meeting = meeting.moved(event)
            meeting = replace(
                meeting,
                citizen_part=measurement.part(Respondent.CITIZEN),
                caseworker_part=measurement.part(Respondent.CASEWORKER),
            )
            work.meetings.save(meeting)
        return meeting

    def void(self, meeting_id: MeetingId) -> None:
        with self.store.writing() as work:
            stored = work.meetings.get(meeting_id)
            work.meetings.save(replace(stored.moved(Event.VOID), void_reason=VoidReason.OTHER))

    def change(self, citizen_id: CitizenId, **fields: object) -> None:
        with self.store.writing() as work:
            work.citizens.change(replace(work.citizens.get(citizen_id), **fields))  # type: ignore[arg-type]

    def withdraw(self, citizen_id: CitizenId) -> None:
        with self.store.writing() as work:
            stored = work.citizens.get(citizen_id)
            work.citizens.withdraw(replace(stored, research=Research.NO), ResearchId(new_id()))

    def hand_over(self, citizen_id: CitizenId, on: date, reason: ChangeReason) -> None:
        with self.store.writing() as work:
            work.citizens.change_caseworker(
                citizen_id,
                CaseworkerChange(on, KAREN.caseworker_id, BO.caseworker_id, reason, "Fritekst om overdragelsen"),
            )
