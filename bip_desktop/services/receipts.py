# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The centre's receipts: only with one is a submission received, and after a month without one somebody is reminded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.services.exchange_ports import StoredReceipt
from bip_desktop.services.ports import Now, SentSubmission, UnitOfWork, Unlocked

REMIND_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ReceiptRead:
    """What the centre says of one submission."""

    submission_id: str
    manifest_sha256: str
    installation: str
    seq: int
    accepted: Mapping[str, int]
    """Rows taken, by table."""
    erased: Mapping[str, int]
    """Rows refused because a tombstone had come before, by table."""
    seq_without_gap: int
    """All of the installation's submissions up to this one have come."""
    least_app_version: str
    check_code: str
    content: bytes
    """The file."""


class ReceiptFiles(Protocol):
    """Reads receipts."""

    def read(self, path: Path) -> ReceiptRead:
        """Raises `BipError`: RECEIPT_FILE, RECEIPT_SIGNATURE, CENTRE_UNKNOWN, RECIPIENTS_FILE."""
        ...

    def kept(self, content: bytes) -> ReceiptRead:
        """One that was read and kept before."""
        ...


class Stage(Enum):
    """What is known of a submission's fate."""

    RECEIVED = auto()
    """Its receipt is here."""
    INCLUDED = auto()
    """A later receipt says that it has come."""
    WAITING = auto()
    OVERDUE = auto()
    """It has been waited for too long."""


@dataclass(frozen=True, slots=True)
class SentSeen:
    """A submission and what has become of it."""

    sent: SentSubmission
    stage: Stage
    receipt: ReceiptRead | None

    @property
    def can_be_written_again(self) -> bool:
        """Whether the centre may lack it."""
        return self.stage in (Stage.WAITING, Stage.OVERDUE)


class Receipts:
    """Reads receipts, and says which submissions have none."""

    def __init__(self, unlocked: Unlocked, files: ReceiptFiles, now: Now, app_version: str) -> None:
        self._unlocked = unlocked
        self._files = files
        self._now = now
        self._app_version = app_version

    def read(self, path: Path) -> ReceiptRead:
        """Marks the submission of a receipt as received; the same receipt again changes nothing.

        Raises `BipError` as `ReceiptFiles.read` does, and RECEIPT_OTHER where it belongs to no submission of ours.
        """
        receipt = self._files.read(path)
        with self._unlocked.store.writing() as work:
            of = next((each for each in work.outbox.sent() if each.submission_id == receipt.submission_id), None)
            if of is None or (of.manifest_sha256, of.installation_id, of.seq) != (
                receipt.manifest_sha256,
                receipt.installation,
                receipt.seq,
            ):
                raise BipError(Code.RECEIPT_OTHER, file=path.name)
            known = work.outbox.receipts().get(receipt.submission_id)
            if known is None or known.content != receipt.content:
                work.outbox.add_receipt(StoredReceipt(receipt.submission_id, self._now(), receipt.content))
        return receipt

    def overview(self) -> Sequence[SentSeen]:
        """Everything that was sent, newest first."""
        with self._unlocked.store.reading() as work:
            return self._seen(work)

    def overdue(self) -> Sequence[SentSeen]:
        """What was sent long ago and has no receipt, newest first."""
        return [each for each in self.overview() if each.stage is Stage.OVERDUE]

    def wants_newer_program(self, receipt: ReceiptRead) -> bool:
        """Whether the centre asks for a newer version than this."""
        return _version(self._app_version) < _version(receipt.least_app_version)

    def _seen(self, work: UnitOfWork) -> Sequence[SentSeen]:
        receipts = {key: self._files.kept(each.content) for key, each in work.outbox.receipts().items()}
        upto: dict[str, int] = {}
        for each in receipts.values():
            upto[each.installation] = max(upto.get(each.installation, 0), each.seq_without_gap)
        return [
            SentSeen(sent, self._stage(sent, sent.submission_id in receipts, upto), receipts.get(sent.submission_id))
            for sent in reversed(work.outbox.sent())
        ]

    def _stage(self, sent: SentSubmission, is_received: bool, upto: Mapping[str, int]) -> Stage:
        if is_received:
            return Stage.RECEIVED
        if sent.seq <= upto.get(sent.installation_id, 0):
            return Stage.INCLUDED
        return Stage.OVERDUE if self._now() - sent.made_at >= REMIND_AFTER else Stage.WAITING


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in text.split("+")[0].split("."))
