# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Citizens from one laptop to another: with all there is of them, in one place at a time, whatever is interrupted."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pyrage
import pytest

from bip_desktop import whole_files
from bip_desktop.bootstrap import open_desk
from bip_desktop.domain.agreement import Agreement, Task, Who
from bip_desktop.domain.audit import Happened
from bip_desktop.domain.citizen import Benefit, Caseworker, ChangeReason, Citizen, Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.handover import HandoverOut, HandoverState
from bip_desktop.domain.ids import CaseworkerId
from bip_desktop.domain.meeting import VoidReason
from bip_desktop.domain.questionnaire import Step
from bip_desktop.domain.reflection import Reflection
from bip_desktop.exchange.handover_file import SealedHandovers
from bip_desktop.exchange.handover_keys import handover_identity, handover_recipient
from bip_desktop.exchange.installation_card import card_of
from bip_desktop.exchange.signed_json import SignedKind, signed_bytes
from bip_desktop.exchange.signing import new_signing_key
from bip_desktop.paths import Places
from bip_desktop.services.caseload import NewCitizen
from bip_desktop.services.desk import Desk
from bip_desktop.services.exchange_ports import Handovers, Records
from bip_desktop.services.ports import Installation, Unlocked
from bip_desktop.services.store_rules import RULES
from bip_desktop.storage.citizen_records import BELONGING, records_of
from bip_desktop.storage.keyring import DataKey, Keyring
from bip_desktop.storage.pins import Argon2PinHasher
from bip_desktop.storage.store import DatabaseStore
from bip_desktop.storage.vault import FolderVault
from tests.gui.conftest import ROOT
from tests.gui.invented_work import (
    BO,
    INSTALLATION,
    KAREN,
    NOW,
    PASSPHRASE,
    PIN,
    Calendar,
    Held,
    add_citizen,
    caseworker_answers,
    citizen_answers,
    hold_meeting,
    weeks_before,
)

ANNA = Caseworker(CaseworkerId("5d1f0c5e-0000-4000-8000-000000000009"), "Anna Opdigtet")
ANNAS = Installation("d4e5f6", "nordby", "Jobcenter Nordby", bytes(range(1, 33)))


_KEYS: dict[str, DataKey] = {}


class Laptop:
    """An installation that a caseworker works at, and can be started anew."""

    def __init__(self, folder: Path, installation: Installation, caseworker: Caseworker) -> None:
        self.folder = folder
        self.installation = installation
        self.caseworker = caseworker
        self.calendar = Calendar()
        self.desk: Desk
        self.store: DatabaseStore
        self.start()

    def start(self) -> None:
        """The program, begun anew: what was interrupted is forgotten."""
        if hasattr(self, "store"):
            self.store.close()
        if self.installation.installation_id not in _KEYS:  # the passphrase takes its time, each time
            _KEYS[self.installation.installation_id] = Keyring.read(self.folder / "bip.key").opened(PASSPHRASE)[1]
        self.store = store = DatabaseStore(self.folder / "bip.db", _KEYS[self.installation.installation_id])
        self.desk = open_desk(Unlocked(store, self.installation, self.caseworker), Places(self.folder), self.calendar)

    def records(self, citizen: Citizen) -> Records:
        with self.store._reader.connect() as connection:
            return records_of(connection, citizen.citizen_id)

    def has(self, citizen: Citizen) -> bool:
        with self.store.reading() as work:
            return any(each.citizen_id == citizen.citizen_id for each in work.outbox.citizens())

    def can_work_with(self, citizen: Citizen) -> bool:
        """By trying it: a change that is taken back again."""
        if not self.has(citizen):
            return False
        try:
            with self.store.writing() as work:
                work.citizens.change(work.citizens.get(citizen.citizen_id))
                raise _TakenBackError
        except _TakenBackError:
            return True
        except BipError as error:
            if error.code is not Code.CITIZEN_AWAY:
                raise
            return False


class _TakenBackError(Exception):
    pass


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    _KEYS.clear()
    for name, installation, caseworker in (("karen", INSTALLATION, KAREN), ("anna", ANNAS, ANNA)):
        pin = Argon2PinHasher().hash(PIN)
        FolderVault(folder / name, ROOT / "db").create(PASSPHRASE, caseworker, pin, installation).close()
    return folder


class Two:
    """Karen's laptop and Anna's, who know each other, and the stick between them."""

    def __init__(self, made: Path, folder: Path) -> None:
        shutil.copytree(made, folder / "laptops")
        self.karen = Laptop(folder / "laptops" / "karen", INSTALLATION, KAREN)
        self.anna = Laptop(folder / "laptops" / "anna", ANNAS, ANNA)
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.card = self.karen.desk.between_laptops.look_at_card(self.anna.desk.enrolling.write_card(self.stick))
        self.karen.desk.between_laptops.add_colleague(self.card)

    def give(self, *citizens: Citizen) -> HandoverOut:
        whose = [each.citizen_id for each in citizens]
        return self.karen.desk.between_laptops.give(self.stick, whose, self.card, ChangeReason.LEFT)

    def take(self, handover: HandoverOut) -> Path:
        """Anna takes them, and writes her answer."""
        between = self.anna.desk.between_laptops
        came = between.accept(between.look(self.stick / handover.file_name))
        return between.write_reply(self.stick, came.handover_id)

    def close(self) -> None:
        self.karen.store.close()
        self.anna.store.close()


@pytest.fixture
def two(made: Path, tmp_path: Path) -> Iterator[Two]:
    laptops = Two(made, tmp_path)
    yield laptops
    laptops.close()


def _henrik(two: Two, name: str = "Henrik Opdigtet", born: str = "010180") -> Citizen:
    """A citizen with everything there can be."""
    desk, calendar = two.karen.desk, two.karen.calendar
    citizen = add_citizen(desk, name, born)
    agreement = Agreement(("Ringe til en arbejdsplads",), (Task(Who.CITIZEN, "Ringe til bageren"),))
    held = Held(citizen_answers(), caseworker_answers(), agreement)
    hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, 24), held)
    meeting = hold_meeting(desk, calendar, citizen.citizen_id, weeks_before(NOW, 12), held)
    with desk.unlocked.store.writing() as work:
        work.meetings.answer(meeting.meeting_id, "B1", Step(5), after_reveal=True)
        work.meetings.set_reflection(meeting.meeting_id, Reflection("En plads tæt på skolen", "Bo"))
        work.meetings.set_notes(meeting.meeting_id, ["talks"])
    return citizen


def _refused(act: Callable[[], object]) -> Code:
    with pytest.raises(BipError) as raised:
        act()
    return raised.value.code


# -- all there is of them ----------------------------------------------------------------------------------------------


def test_a_citizen_comes_with_identity_and_history_and_goes_after_the_answer(two: Two) -> None:
    citizen = _henrik(two)
    before = two.karen.records(citizen)
    handover = two.give(citizen)
    reply = two.take(handover)
    assert two.karen.has(citizen)
    assert not two.karen.can_work_with(citizen)
    done = two.karen.desk.between_laptops.read_reply(reply)
    assert done.state is HandoverState.RECEIVED
    assert not two.karen.has(citizen)
    after = two.anna.records(citizen)
    assert _told(after) == _told(before)
    stored = two.anna.desk.caseload.view().rows[0].citizen
    assert (stored.citizen_id, stored.research_id, stored.name) == (
        citizen.citizen_id,
        citizen.research_id,
        citizen.name,
    )
    assert stored.caseworker_id == ANNA.caseworker_id
    [change] = after["caseworker_change"]
    assert (change["before_id"], change["after_id"], change["reason"]) == (
        KAREN.caseworker_id, ANNA.caseworker_id, int(ChangeReason.LEFT),
    )  # fmt: skip


def _told(records: Records) -> dict[str, list[dict[str, object]]]:
    """Without what has to differ: whose the citizen is, and numbers that only give an order here."""
    told: dict[str, list[dict[str, object]]] = {}
    for table, rows in records.items():
        if table in ("caseworker_change", "caseworker"):
            continue
        kept: list[dict[str, object]] = [
            {k: v for k, v in row.items() if k not in ("seq", "answer_seq") and (table, k) not in _OWN} for row in rows
        ]
        told[table] = kept
    return told


_OWN = {("citizen", "caseworker_id"), ("citizen", "revision")}


def test_nothing_is_left_out_and_every_table_has_a_way(two: Two) -> None:
    records = two.karen.records(_henrik(two))
    empty = {name for name, rows in records.items() if not rows}
    assert empty == {"caseworker_change", "information_shown", "tombstone_meeting", "shown_suggestion",
                     "shown_activity", "activity_mark"} & empty  # fmt: skip
    assert {table.name for table in BELONGING} >= {"citizen", "meeting", "answer", "answer_tick", "agreement", "task"}


def test_the_next_meeting_goes_on_there(two: Two) -> None:
    citizen = _henrik(two)
    two.take(two.give(citizen))
    held = Held(citizen_answers("555555555"), caseworker_answers())
    meeting = hold_meeting(two.anna.desk, two.anna.calendar, citizen.citizen_id, NOW.date(), held)
    assert meeting.number == 3
    together = two.anna.desk.following.together(citizen.citizen_id)
    assert together is not None
    assert len(together.meetings) == 3
    assert two.anna.desk.agreeing.last(meeting) is not None


def test_many_come_at_once_or_none(two: Two) -> None:
    people = [_henrik(two, f"Henrik Opdigtet{n}", f"{n + 10}0180") for n in range(3)]
    handover = two.give(*people)
    twin = two.anna.desk.caseload.add(NewCitizen("En Anden", _cpr(two, people[1]), ""))
    between = two.anna.desk.between_laptops
    coming = between.look(two.stick / handover.file_name)
    assert [name for name, _, _ in coming.people] == [each.name for each in people]
    assert [meetings for _, _, meetings in coming.people] == [2, 2, 2]
    assert _refused(lambda: between.accept(coming)) is Code.HANDOVER_KNOWN
    assert [row.citizen.citizen_id for row in two.anna.desk.caseload.view().rows] == [twin.citizen_id]
    between.decline(coming)
    two.karen.desk.between_laptops.read_reply(between.write_reply(two.stick, handover.handover_id))
    assert all(two.karen.can_work_with(each) for each in people)
    two.take(two.give(people[0], people[2]))
    assert two.anna.has(people[0])
    assert two.anna.has(people[2])


def _cpr(two: Two, citizen: Citizen) -> str:
    with two.karen.store.reading() as work:
        return work.citizens.get(citizen.citizen_id).cpr.digits


def test_a_citizen_can_come_back(two: Two) -> None:
    citizen = _henrik(two)
    two.karen.desk.between_laptops.read_reply(two.take(two.give(citizen)))
    there, here = two.anna.desk.between_laptops, two.karen.desk.between_laptops
    card = there.look_at_card(two.karen.desk.enrolling.write_card(two.stick))
    back = there.give(two.stick, [citizen.citizen_id], card, ChangeReason.OTHER)
    came = here.accept(here.look(two.stick / back.file_name))
    there.read_reply(here.write_reply(two.stick, came.handover_id))
    assert two.karen.can_work_with(citizen)
    assert not two.anna.has(citizen)
    assert len(two.karen.records(citizen)["meeting"]) == 2


def test_nothing_of_them_can_be_read_in_the_file_or_its_name(two: Two) -> None:
    citizen = _henrik(two)
    handover = two.give(citizen)
    content = (two.stick / handover.file_name).read_bytes()
    for words in (citizen.name, _cpr(two, citizen), "bageren", citizen.citizen_id, citizen.research_id):
        assert words.encode() not in content
        assert words not in handover.file_name
    reply = two.take(handover).read_text(encoding="utf-8")
    assert citizen.citizen_id not in reply


# -- on the way --------------------------------------------------------------------------------------------------------


def test_from_the_sealing_on_the_citizen_can_only_be_read_here(two: Two) -> None:
    citizen = _henrik(two)
    two.give(citizen)
    desk = two.karen.desk
    assert desk.following.together(citizen.citizen_id) is not None
    assert desk.between_laptops.is_away(citizen.citizen_id)
    with two.karen.store.reading() as work:
        meeting = work.meetings.of(citizen.citizen_id)[-1]

    def write(act: Callable[[Any], object]) -> Callable[[], None]:
        def run() -> None:
            with two.karen.store.writing() as work:
                act(work)

        return run

    acts: list[Callable[[], object]] = [
        lambda: desk.measuring.start(citizen.citizen_id),
        lambda: desk.measuring.prepare(citizen.citizen_id),
        lambda: desk.handing_over.give(citizen.citizen_id, "En Tredje", ChangeReason.LEFT),
        write(lambda work: work.citizens.plan(citizen.citizen_id, NOW)),
        lambda: desk.correcting.void(meeting.meeting_id, VoidReason.OTHER),
        lambda: desk.agreeing.set_how(meeting.meeting_id, 0, None),
        write(lambda work: work.citizens.change(replace(citizen, benefit=Benefit.OTHER))),
        write(lambda work: work.citizens.withdraw(replace(citizen, research=Research.NO), "x" * 36)),
        write(lambda work: work.meetings.answer(meeting.meeting_id, "B1", Step(1), after_reveal=True)),
        write(lambda work: work.meetings.set_reflection(meeting.meeting_id, Reflection("Nyt"))),
        write(lambda work: work.meetings.set_agreement(meeting.meeting_id, Agreement(("Nyt",)))),
        write(lambda work: work.meetings.set_notes(meeting.meeting_id, ["talks", "other"])),
    ]
    before = two.karen.records(citizen)
    for place, act in enumerate(acts):
        assert _refused(act) is Code.CITIZEN_AWAY, place
    assert two.karen.records(citizen) == before


def test_one_with_an_open_meeting_is_not_sealed(two: Two) -> None:
    citizen = _henrik(two)
    two.karen.desk.measuring.start(citizen.citizen_id)
    assert _refused(lambda: two.give(citizen)) is Code.MEETING_OPEN
    assert two.karen.can_work_with(citizen)
    assert two.karen.desk.between_laptops.out() == []


def test_one_on_the_way_is_not_sealed_for_another(two: Two) -> None:
    citizen = _henrik(two)
    two.give(citizen)
    assert _refused(lambda: two.give(citizen)) is Code.CITIZEN_AWAY
    assert len(two.karen.desk.between_laptops.out()) == 1


def test_a_no_makes_them_workable_again_and_the_file_worthless(two: Two) -> None:
    citizen = _henrik(two)
    handover = two.give(citizen)
    between = two.anna.desk.between_laptops
    between.decline(between.look(two.stick / handover.file_name))
    reply = between.write_reply(two.stick, handover.handover_id)
    assert two.karen.desk.between_laptops.read_reply(reply).state is HandoverState.DECLINED
    assert two.karen.can_work_with(citizen)
    assert _refused(lambda: between.look(two.stick / handover.file_name)) is Code.HANDOVER_TWICE


def test_a_folder_that_cannot_be_written_leaves_the_citizen_here(two: Two) -> None:
    citizen = _henrik(two)
    two.stick = two.stick / "missing"
    assert _refused(lambda: two.give(citizen)) is Code.EXPORT_FOLDER
    assert two.karen.can_work_with(citizen)
    assert two.karen.desk.between_laptops.out() == []


def test_a_stick_that_is_full_leaves_the_citizen_here(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: Path, _: bytes) -> None:
        raise OSError(28, f"No space left on device for {part}")

    citizen = _henrik(two)
    monkeypatch.setattr(whole_files, "write_part_file", full)
    assert _refused(lambda: two.give(citizen)) is Code.EXPORT_FOLDER
    monkeypatch.undo()
    assert two.karen.can_work_with(citizen)
    [handover] = two.karen.desk.between_laptops.out()
    assert handover.state is HandoverState.DECLINED


def test_citizens_can_be_taken_back_from_a_computer_that_is_gone(two: Two) -> None:
    citizen = _henrik(two)
    handover = two.give(citizen)
    two.karen.desk.between_laptops.take_back(handover.handover_id)
    assert two.karen.can_work_with(citizen)
    with pytest.raises(KeyError):
        two.karen.desk.between_laptops.take_back(handover.handover_id)
    # It was not gone after all: both hear of it, and nothing is deleted.
    reply = two.take(handover)
    assert _refused(lambda: two.karen.desk.between_laptops.read_reply(reply)) is Code.HANDOVER_BOTH
    assert two.karen.has(citizen)


# -- forged, altered, doubled, for somebody else -----------------------------------------------------------------------


def test_a_doubled_file_is_taken_once(two: Two) -> None:
    citizen = _henrik(two)
    handover = two.give(citizen)
    between = two.anna.desk.between_laptops
    first, second = (between.look(two.stick / handover.file_name) for _ in range(2))
    between.accept(first)
    assert _refused(lambda: between.accept(second)) is Code.HANDOVER_TWICE
    assert _refused(lambda: between.decline(second)) is Code.HANDOVER_TWICE
    two.karen.desk.between_laptops.write_again(two.stick, handover.handover_id)
    assert _refused(lambda: between.look(two.stick / handover.file_name)) is Code.HANDOVER_TWICE


def test_a_file_for_somebody_else_is_not_opened(two: Two, tmp_path: Path) -> None:
    handover = two.give(_henrik(two))
    between = two.karen.desk.between_laptops
    assert _refused(lambda: between.look(two.stick / handover.file_name)) is Code.HANDOVER_OTHER
    for content in (b"", b"age-encryption.org/v1\n", b"hello"):
        (tmp_path / "x.age").write_bytes(content)
        assert _refused(lambda: between.look(tmp_path / "x.age")) is Code.HANDOVER_OTHER


def test_every_byte_of_the_file_counts(two: Two) -> None:
    handover = two.give(_henrik(two))
    path = two.stick / handover.file_name
    content = path.read_bytes()
    for place in range(0, len(content), max(1, len(content) // 60)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert _refused(lambda: two.anna.desk.between_laptops.look(path)) is Code.HANDOVER_OTHER


def _opened(two: Two, handover: HandoverOut) -> dict[str, Any]:
    sealed = (two.stick / handover.file_name).read_bytes()
    found: dict[str, Any] = json.loads(pyrage.decrypt(sealed, [handover_identity(ANNAS.signing_key)]))
    found.pop("signature")
    return found


def _sealed(two: Two, content: dict[str, Any], key: bytes = INSTALLATION.signing_key) -> Path:
    signed = signed_bytes(SignedKind.HANDOVER, content, key)
    to = pyrage.x25519.Recipient.from_str(handover_recipient(ANNAS.signing_key))
    path = two.stick / "forfalsket.age"
    path.write_bytes(pyrage.encrypt(signed, [to]))
    return path


def test_a_forged_file_is_refused(two: Two) -> None:
    content = _opened(two, two.give(_henrik(two)))
    between = two.anna.desk.between_laptops
    assert _refused(lambda: between.look(_sealed(two, content, new_signing_key()))) is Code.HANDOVER_SIGNATURE
    stranger = replace(INSTALLATION, signing_key=new_signing_key())
    forged = content | {"from": json.loads(card_of(stranger, "Karen Opdigtet").content)}
    assert _refused(lambda: between.look(_sealed(two, forged))) is Code.HANDOVER_SIGNATURE


def test_a_file_signed_for_one_cannot_be_sealed_for_another(two: Two) -> None:
    content = _opened(two, two.give(_henrik(two)))
    other = content | {"to": "ab" * 32}
    assert _refused(lambda: two.anna.desk.between_laptops.look(_sealed(two, other))) is Code.HANDOVER_OTHER


def test_a_stranger_is_not_known_before_the_signs_were_compared(two: Two) -> None:
    handover = two.give(_henrik(two))
    between = two.anna.desk.between_laptops
    coming = between.look(two.stick / handover.file_name)
    assert not coming.is_known
    assert coming.parcel.sender.fingerprint == two.karen.desk.enrolling.card().fingerprint
    between.accept(coming)
    assert [each.holder for each in between.colleagues()] == [KAREN.name]
    assert between.look(two.stick / two.give(_henrik(two, "Ny Opdigtet", "020280")).file_name).is_known


def test_what_the_records_cannot_be_is_refused_and_nothing_written(two: Two) -> None:
    mine = add_citizen(two.anna.desk, "Anna Ansvar", "030380")
    citizen = _henrik(two)
    content = _opened(two, two.give(citizen))
    before = two.anna.records(mine)

    def changed(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
        copy: dict[str, Any] = json.loads(json.dumps(content))
        change(copy["citizens"][0]["records"])
        return copy

    faults: list[Callable[[dict[str, Any]], None]] = [
        lambda records: records.pop("answer"),
        lambda records: records.update({"installation": []}),
        lambda records: records["meeting"][0].update({"citizen_id": mine.citizen_id}),
        lambda records: records["citizen"][0].update({"citizen_id": mine.citizen_id}),
        lambda records: records["citizen"][0].update({"benefit": "2"}),
        lambda records: records["citizen"][0].update({"benefit": 99}),
        lambda records: records["citizen"][0].update({"name": None}),
        lambda records: records["citizen"][0].update({"extra": 1}),
        lambda records: records["meeting"][0].update({"held_on": "i går"}),
        lambda records: records["answer"][0].update({"meeting_id": "nowhere"}),
        lambda records: records["tombstone_meeting"].append({"key": "nowhere", "reason": "erasure"}),
    ]
    between = two.anna.desk.between_laptops

    def take(path: Path) -> None:
        between.accept(between.look(path))

    for place, fault in enumerate(faults):
        assert _refused(partial(take, _sealed(two, changed(fault)))) is Code.HANDOVER_FILE, place
    assert two.anna.records(mine) == before
    assert not two.anna.has(citizen)
    assert between.came() == []


def test_another_site_or_another_version_of_the_program_is_refused(two: Two) -> None:
    content = _opened(two, two.give(_henrik(two)))
    between = two.anna.desk.between_laptops
    assert _refused(lambda: between.look(_sealed(two, content | {"schema": "9999"}))) is Code.HANDOVER_SCHEMA
    elsewhere = replace(INSTALLATION, site="sydby")
    other = content | {"from": json.loads(card_of(elsewhere, "Karen Opdigtet").content)}
    assert _refused(lambda: between.look(_sealed(two, other))) is Code.HANDOVER_SITE
    path = two.stick / "kort.json"
    path.write_bytes(card_of(replace(elsewhere, signing_key=new_signing_key()), "Bo").content)
    assert _refused(lambda: between.look_at_card(path)) is Code.HANDOVER_SITE
    path.write_bytes(two.anna.desk.enrolling.card().content)
    assert _refused(lambda: between.look_at_card(path)) is Code.CARD_OWN


def test_an_answer_that_is_forged_altered_or_somebody_elses_changes_nothing(two: Two, tmp_path: Path) -> None:
    citizen = _henrik(two)
    handover = two.give(citizen)
    between = two.anna.desk.between_laptops
    between.decline(between.look(two.stick / handover.file_name))
    reply = between.write_reply(two.stick, handover.handover_id)
    read = json.loads(reply.read_bytes())
    yes = {name: value for name, value in read.items() if name != "signature"} | {"accepted": True}
    path = tmp_path / "svar.json"
    here = two.karen.desk.between_laptops
    stranger = new_signing_key()
    strangers = SealedHandovers().own_key(replace(ANNAS, signing_key=stranger))
    for content in (
        json.dumps(read | {"accepted": True}).encode(),
        signed_bytes(SignedKind.HANDOVER_REPLY, yes, stranger),
        signed_bytes(SignedKind.HANDOVER_REPLY, yes | {"receiver": strangers}, stranger),
        signed_bytes(SignedKind.RECEIPT, yes, ANNAS.signing_key),
        signed_bytes(SignedKind.HANDOVER_REPLY, yes | {"handover_id": "other"}, ANNAS.signing_key),
        b"{}",
    ):
        path.write_bytes(content)
        assert _refused(lambda: here.read_reply(path)) is Code.HANDOVER_REPLY
    assert two.karen.has(citizen)
    assert not two.karen.can_work_with(citizen)
    here.read_reply(reply)
    path.write_bytes(signed_bytes(SignedKind.HANDOVER_REPLY, yes, ANNAS.signing_key))
    assert _refused(lambda: here.read_reply(path)) is Code.HANDOVER_BOTH  # answered once; nothing said later counts
    assert two.karen.can_work_with(citizen)


# -- interrupted anywhere ----------------------------------------------------------------------------------------------


class _KilledError(BaseException):
    """The program was ended here."""


class Killing:
    """Ends the program at the n-th moment at which something reaches a disk, or is about to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self.passed = 0
        transaction = DatabaseStore._transaction
        killing = self

        @contextmanager
        def watched(store: DatabaseStore, engine: Any) -> Iterator[Any]:
            killing.moment()
            with transaction(store, engine) as work:
                yield work
                if engine is store._writer:
                    killing.moment()  # all is written, nothing committed
            killing.moment()  # committed

        monkeypatch.setattr(DatabaseStore, "_transaction", watched)
        for name in ("write_part_file", "give_name"):
            monkeypatch.setattr(whole_files, name, self._around(getattr(whole_files, name)))

    def _around(self, act: Callable[..., None]) -> Callable[..., None]:
        def watched(*args: Any) -> None:
            self.moment()
            act(*args)
            self.moment()

        return watched

    def moment(self) -> None:
        self.passed += 1
        if self.left == 0:
            self.left = -1
            raise _KilledError
        self.left -= 1


def _whole_way(two: Two, citizen: Citizen) -> None:
    """What two people do until the citizen is there and gone here, from wherever they stand."""
    here, there = two.karen.desk.between_laptops, two.anna.desk.between_laptops
    if two.anna.has(citizen) and not two.karen.has(citizen):
        return
    waiting = [each for each in here.out() if each.state is HandoverState.SEALED]
    handover = waiting[0] if waiting else two.give(citizen)
    if not (two.stick / handover.file_name).exists():
        here.write_again(two.stick, handover.handover_id)
    if not any(each.handover_id == handover.handover_id for each in there.came()):
        there.accept(there.look(two.stick / handover.file_name))
    here.read_reply(there.write_reply(two.stick, handover.handover_id))


def test_interrupted_anywhere_a_citizen_is_in_one_place_and_nothing_is_lost(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Two(made, tmp_path)
    citizen = _henrik(begun)
    before = _told(begun.karen.records(citizen))
    begun.close()
    killing = Killing(monkeypatch)
    moment, killed_at, finished = 0, 0, False
    while not finished:
        two = Two(tmp_path / "laptops", tmp_path / f"at-{moment}")
        killing.left = moment
        try:
            _whole_way(two, citizen)
            finished = True
        except _KilledError:
            killed_at += 1
            two.karen.start()
            two.anna.start()
        killing.left = -1
        places = [each for each in (two.karen, two.anna) if each.can_work_with(citizen)]
        assert len(places) <= 1, moment
        assert two.karen.has(citizen) or two.anna.has(citizen), moment
        _whole_way(two, citizen)
        assert not two.karen.has(citizen), moment
        assert two.anna.can_work_with(citizen), moment
        assert _told(two.anna.records(citizen)) == before, moment
        two.close()
        shutil.rmtree(tmp_path / f"at-{moment}")
        moment += 1
    assert killed_at > 30


# -- put back to a time before -----------------------------------------------------------------------------------------


def _put_back(two: Two, before: Path) -> None:
    """Karen's database as it was, as after a restored backup: the files beside it stay."""
    two.karen.store.close()
    for ending in ("", "-wal", "-shm"):
        (two.karen.folder / f"bip.db{ending}").unlink(missing_ok=True)
    shutil.copyfile(before, two.karen.folder / "bip.db")
    two.karen.start()


def _copied(two: Two) -> Path:
    two.karen.store.close()
    copy = two.stick.parent / "before.db"
    shutil.copyfile(two.karen.folder / "bip.db", copy)
    two.karen.start()
    return copy


def test_a_restored_backup_brings_nobody_back_who_was_sealed(two: Two) -> None:
    citizen, other = _henrik(two), _henrik(two, "Mette Opdigtet", "020280")
    before = _copied(two)
    handover = two.give(citizen)
    reply = two.take(handover)
    two.karen.desk.between_laptops.read_reply(reply)
    _put_back(two, before)
    assert two.karen.has(citizen)
    assert not two.karen.can_work_with(citizen)
    assert two.karen.can_work_with(other)
    [again] = two.karen.desk.between_laptops.out()
    assert again.state is HandoverState.SEALED
    two.karen.desk.between_laptops.write_again(two.stick, handover.handover_id)
    two.karen.desk.between_laptops.read_reply(reply)
    assert not two.karen.has(citizen)
    two.karen.start()
    assert len(two.karen.desk.between_laptops.out()) == 1


def test_a_restored_backup_leaves_those_here_who_came_back_or_never_went(two: Two) -> None:
    citizen, kept = _henrik(two), _henrik(two, "Mette Opdigtet", "020280")
    before = _copied(two)
    here, there = two.karen.desk.between_laptops, two.anna.desk.between_laptops
    here.read_reply(two.take(two.give(citizen)))
    card = there.look_at_card(two.karen.desk.enrolling.write_card(two.stick))
    back = there.give(two.stick, [citizen.citizen_id], card, ChangeReason.OTHER)
    here.accept(here.look(two.stick / back.file_name))
    turned_down = two.give(kept)
    there.decline(there.look(two.stick / turned_down.file_name))
    here.read_reply(there.write_reply(two.stick, turned_down.handover_id))
    _put_back(two, before)
    assert two.karen.can_work_with(citizen)
    assert two.karen.can_work_with(kept)


def test_a_damaged_list_of_those_sealed_locks_nobody_out(two: Two) -> None:
    citizen = _henrik(two)
    two.give(citizen)
    (two.karen.folder / "backups" / "handed-over.json").write_bytes(b"{")
    two.karen.start()
    assert not two.karen.can_work_with(citizen)


# -- rights and the log of use -----------------------------------------------------------------------------------------


def test_every_method_has_its_line_in_the_table_of_rights() -> None:
    methods = {name for name, found in vars(Handovers).items() if callable(found) and not name.startswith("_")}
    assert methods == set(RULES["handovers"])


def test_who_is_sealed_removed_and_taken_over_stands_in_the_log(two: Two) -> None:
    citizen = _henrik(two)
    two.karen.desk.between_laptops.read_reply(two.take(two.give(citizen)))

    def logged(laptop: Laptop) -> set[tuple[Happened, str]]:
        with laptop.store.reading() as work:
            return {(each.what, each.detail) for each in work.audit.chain() if each.subject == citizen.citizen_id}

    assert {(Happened.HANDED_OVER, "sealed"), (Happened.HANDED_OVER, "removed")} <= logged(two.karen)
    assert (Happened.CREATED, "taken over") in logged(two.anna)


def test_nobody_seals_a_colleagues_citizen(two: Two) -> None:
    citizen = _henrik(two)
    with two.karen.store.writing() as work:
        work.people.add(BO)
    unlocked = Unlocked(two.karen.store, INSTALLATION, BO)
    bo = open_desk(unlocked, Places(two.karen.folder), two.karen.calendar).between_laptops
    refused = _refused(lambda: bo.give(two.stick, [citizen.citizen_id], two.card, ChangeReason.LEFT))
    assert refused in (Code.RIGHT_REFUSED, Code.RIGHT_PURPOSE)
    assert two.karen.can_work_with(citizen)
    assert list(two.stick.glob("*.age")) == []
