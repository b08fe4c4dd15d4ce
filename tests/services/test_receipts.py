# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A submission is received when the centre's own receipt says so, and not before."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bip_desktop.centre.enrolment import enrol, revoke
from bip_desktop.centre.faults import Flaw
from bip_desktop.centre.intake import Fate
from bip_desktop.domain.citizen import Research
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles
from bip_desktop.exchange.receipt import CentresReceipts
from bip_desktop.exchange.signed_json import SignedKind, signed_bytes
from bip_desktop.exchange.signing import new_signing_key, public_key
from bip_desktop.paths import resources
from bip_desktop.services.ports import Installation, SentSubmission, Unlocked
from bip_desktop.services.receipts import REMIND_AFTER, Receipts, Stage
from tests.centre.packages import World
from tests.exchange.submission_cases import INSTALLATION, KAREN, Jobcentre, citizen, meeting


class Circle:
    """A jobcentre, the centre it is enrolled at, and the way between them."""

    def __init__(self, jobcentre: Jobcentre, world: World) -> None:
        self.jobcentre = jobcentre
        self.world = world
        self.instruments = InstrumentFolder(resources() / "instruments")
        jobcentre.instruments = self.instruments  # type: ignore[assignment]
        self.keys = CentreKeys(world.home.recipients_file)
        self.enrol(INSTALLATION)
        self.number = 0

    def enrol(self, installation: Installation) -> None:
        with self.world.store.writing() as connection:
            enrol(connection, installation.site, public_key(installation.signing_key), "2026-11-21")

    @property
    def receipts(self) -> Receipts:
        unlocked = Unlocked(self.jobcentre.store, INSTALLATION, KAREN)
        return Receipts(unlocked, CentresReceipts(self.keys), lambda: self.jobcentre.now, "0.1.0")

    def hold(self) -> None:
        """Another citizen with a meeting."""
        self.number += 1
        current = self.instruments.current()
        begun = meeting(self.jobcentre.add(citizen(self.number)))
        self.jobcentre.hold(replace(begun, instrument_id=current.instrument_id, instrument_version=current.version))

    def send(self, folder: Path | None = None, *, full: bool = False) -> SentSubmission:
        writer = PackageFiles(self.keys)
        return self.jobcentre.submitting(writer).export(folder or self.world.inbox, full=full)

    def send_again(self, folder: Path, submission_id: str) -> SentSubmission | None:
        return self.jobcentre.submitting(PackageFiles(self.keys)).export_again(folder, submission_id)

    def receive(self, sent: SentSubmission, folder: Path | None = None) -> Path:
        """The centre's receipt of a package."""
        [outcome] = self.world.receive((folder or self.world.inbox) / sent.file_name)
        assert outcome.receipt is not None, outcome.refused
        return outcome.receipt

    def stages(self) -> list[Stage]:
        return [each.stage for each in self.receipts.overview()]


@pytest.fixture
def circle(tmp_path: Path) -> Iterator[Circle]:
    with Jobcentre.opened(tmp_path / "jobcentre") as jobcentre:
        yield Circle(jobcentre, World(tmp_path))


def _refused(circle: Circle, path: Path) -> Code:
    with pytest.raises(BipError) as raised:
        circle.receipts.read(path)
    return raised.value.code


def _altered(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    content = json.loads(path.read_bytes())
    change(content)
    other = path.with_name("altered.json")
    other.write_text(json.dumps(content), encoding="utf-8")
    return other


def test_a_receipt_makes_it_received_and_says_what_the_centre_took(circle: Circle) -> None:
    circle.hold()
    sent = circle.send()
    assert circle.stages() == [Stage.WAITING]
    path = circle.receive(sent)
    receipt = circle.receipts.read(path)
    assert circle.stages() == [Stage.RECEIVED]
    assert receipt.check_code == json.loads(path.read_bytes())["check_code"]
    assert dict(receipt.accepted) == dict(sent.counts)
    assert sum(receipt.erased.values()) == 0
    [seen] = circle.receipts.overview()
    assert seen.receipt == receipt
    assert not seen.can_be_written_again


def test_the_same_receipt_again_changes_nothing(circle: Circle) -> None:
    circle.hold()
    path = circle.receive(circle.send())
    circle.receipts.read(path)
    circle.jobcentre.now += timedelta(days=1)
    before = _stored(circle)
    circle.receipts.read(path)
    assert _stored(circle) == before


def _stored(circle: Circle) -> object:
    with circle.jobcentre.store.reading() as work:
        return work.outbox.receipts()


def test_what_the_centre_had_a_tombstone_for_is_said(circle: Circle) -> None:
    circle.hold()
    sent = circle.send()
    with circle.jobcentre.store.reading() as work:
        [person] = [each for each in work.outbox.citizens() if each.research is Research.YES]
    circle.jobcentre.withdraw(person.citizen_id)
    later = circle.send()
    circle.receive(later)
    receipt = circle.receipts.read(circle.receive(sent))
    assert receipt.erased["citizens"] == 1
    assert receipt.accepted["citizens"] == 0


@pytest.mark.parametrize("change", ["seq", "check_code", "seq_without_gap", "tables", "site", "extra", "signature"])
def test_an_altered_receipt_is_refused(circle: Circle, change: str) -> None:
    circle.hold()
    path = circle.receive(circle.send())
    values: dict[str, Any] = {"seq": 2, "seq_without_gap": 9, "tables": {}, "signature": "00" * 64}
    altered = _altered(path, lambda content: content.update({change: values.get(change, "x")}))
    assert _refused(circle, altered) is Code.RECEIPT_SIGNATURE
    assert circle.stages() == [Stage.WAITING]


def test_a_receipt_of_somebody_else_is_refused(circle: Circle) -> None:
    circle.hold()
    path = circle.receive(circle.send())
    content = {name: value for name, value in json.loads(path.read_bytes()).items() if name != "signature"}
    path.write_bytes(signed_bytes(SignedKind.RECEIPT, content, new_signing_key()))
    assert _refused(circle, path) is Code.RECEIPT_SIGNATURE
    path.write_bytes(signed_bytes(SignedKind.EVIDENCE, content, circle.world.home.signing_key()))
    assert _refused(circle, path) is Code.RECEIPT_SIGNATURE


@pytest.mark.parametrize(
    "changed", [{"submission_id": "other"}, {"manifest_sha256": "0" * 64}, {"seq": 2}, {"installation": "0f0f0f"}]
)
def test_a_receipt_of_another_package_is_refused(circle: Circle, changed: dict[str, Any]) -> None:
    circle.hold()
    path = circle.receive(circle.send())
    content = {name: value for name, value in json.loads(path.read_bytes()).items() if name != "signature"}
    path.write_bytes(signed_bytes(SignedKind.RECEIPT, content | changed, circle.world.home.signing_key()))
    assert _refused(circle, path) is Code.RECEIPT_OTHER
    assert circle.stages() == [Stage.WAITING]


def test_what_is_no_receipt_at_all_is_said(circle: Circle, tmp_path: Path) -> None:
    path = tmp_path / "kvittering.json"
    assert _refused(circle, path) is Code.RECEIPT_FILE
    for content in (b"", b"[]", b'{"a": 1', b"\xff"):
        path.write_bytes(content)
        assert _refused(circle, path) in (Code.RECEIPT_FILE, Code.RECEIPT_SIGNATURE)


def test_after_a_month_without_a_receipt_somebody_is_reminded(circle: Circle) -> None:
    circle.hold()
    sent = circle.send()
    circle.jobcentre.now += REMIND_AFTER - timedelta(seconds=1)
    assert circle.receipts.overdue() == []
    circle.jobcentre.now += timedelta(seconds=1)
    [overdue] = circle.receipts.overdue()
    assert overdue.sent == sent
    assert overdue.can_be_written_again
    circle.receipts.read(circle.receive(sent))
    assert circle.receipts.overdue() == []


def test_a_later_receipt_says_that_an_earlier_one_has_come_too(circle: Circle) -> None:
    circle.hold()
    first = circle.send()
    circle.hold()
    second = circle.send()
    circle.receive(first)  # its receipt is lost on the way
    circle.receipts.read(circle.receive(second))
    assert circle.stages() == [Stage.RECEIVED, Stage.INCLUDED]


def test_a_gap_stays_a_gap(circle: Circle) -> None:
    circle.hold()
    circle.send(circle.jobcentre.folder)  # lost
    circle.hold()
    circle.receipts.read(circle.receive(circle.send()))
    assert circle.stages() == [Stage.RECEIVED, Stage.WAITING]


def test_until_its_receipt_a_lost_one_is_the_same_bytes_and_then_it_is_let_go(circle: Circle, tmp_path: Path) -> None:
    circle.hold()
    sent = circle.send(circle.jobcentre.folder)
    circle.hold()
    again = tmp_path / "again"
    again.mkdir()
    assert circle.send_again(again, sent.submission_id) == sent
    receipt = circle.receive(sent, again)
    assert circle.world.fates(circle.jobcentre.folder / sent.file_name) == [Fate.DUPLICATE]
    circle.receipts.read(receipt)
    with circle.jobcentre.store.reading() as work:
        assert work.outbox.archive(sent.submission_id) is None


def test_a_revoked_key_gets_no_receipt_and_a_new_installation_begins_anew(circle: Circle) -> None:
    circle.hold()
    circle.receipts.read(circle.receive(circle.send()))
    with circle.world.store.writing() as connection:
        revoke(connection, public_key(INSTALLATION.signing_key).hex(), "2026-11-22")
    circle.hold()
    refused = circle.send()
    [outcome] = circle.world.receive(circle.world.inbox / refused.file_name)
    assert outcome.refused is not None
    assert outcome.refused.flaw is Flaw.KEY_REVOKED
    # A replaced or restored laptop: another key, and everything.
    anew = replace(INSTALLATION, installation_id="0d0e0f", signing_key=new_signing_key())
    circle.jobcentre.now += timedelta(days=1)
    circle.jobcentre.restore(anew)
    circle.enrol(anew)
    sent = circle.send()
    assert (sent.installation_id, sent.seq, sent.after) == ("0d0e0f", 1, 0)
    assert sent.counts["citizens"] == 2
    circle.receipts.read(circle.receive(sent))
    assert circle.stages()[0] is Stage.RECEIVED


def test_a_centre_that_wants_a_newer_program_says_so(circle: Circle) -> None:
    circle.hold()
    receipt = circle.receipts.read(circle.receive(circle.send()))
    assert not circle.receipts.wants_newer_program(receipt)
    assert circle.receipts.wants_newer_program(replace(receipt, least_app_version="0.10.0"))
