# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The submission to the research centre: what would leave, writing it, and remembering what has left.

A crash at any moment neither loses nor doubles a number: the sealed file lies whole on the disk as `.part` before the
submission is recorded, and gets its name after. A `.part` that was recorded is therefore complete and is named by the
next export; one that was not is nobody's and is removed, and its number is used again. Recording last instead could
leave two finished files with one number, which the centre has to treat as a conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.ids import new_id
from bip_desktop.domain.submission import NO_HASH
from bip_desktop.services.ports import Installation, Instruments, Now, Rules, SentSubmission, UnitOfWork, Unlocked
from bip_desktop.services.submission_contents import Contents, gather


@dataclass(frozen=True, slots=True)
class Centre:
    """Who can open a submission: the centre's name and the fingerprints of its two keys."""

    name: str
    operating_fingerprint: str
    recovery_fingerprint: str


@dataclass(frozen=True, slots=True)
class InstrumentUsed:
    """A version of the questionnaire that goes along, with the file as it is."""

    instrument_id: str
    version: str
    wording_version: str
    content: bytes


@dataclass(frozen=True)
class Package:
    """Everything a submission is made from."""

    submission_id: str
    installation: Installation
    seq: int
    previous_manifest_sha256: str
    contents: Contents
    instruments: tuple[InstrumentUsed, ...]
    rules_id: str
    rules_version: str
    app_version: str
    schema_version: str
    audit_head: str


@dataclass(frozen=True, slots=True)
class PreparedPackage:
    """A package ready to be written: its name, its signed list of contents, and the sealed envelope."""

    file_name: str
    manifest: bytes
    manifest_sha256: str
    signature: bytes
    archive: bytes
    """What is sealed; the same files are the same bytes."""
    sealed: bytes


class PackageWriter(Protocol):
    """Makes packages and puts them into a folder. What a folder refuses is `BipError` EXPORT_FOLDER."""

    def centre(self) -> Centre:
        """Who it seals to. Raises `BipError` RECIPIENTS_FILE."""
        ...

    def prepare(self, package: Package) -> PreparedPackage: ...
    def seal_again(self, sent: SentSubmission, plain: bytes) -> PreparedPackage | None:
        """The package of `sent` from its archive; None where the centre's keys have changed since."""
        ...

    def prepare_again(self, package: Package, sent: SentSubmission) -> PreparedPackage | None:
        """The package of `sent` with its stored manifest and signature; None where `package` no longer makes it."""
        ...

    def write_part(self, folder: Path, prepared: PreparedPackage) -> None:
        """Writes the envelope as `.part`, flushed; on failure nothing is left behind."""
        ...

    def finish(self, folder: Path, file_name: str) -> None:
        """Gives the `.part` its name."""
        ...

    def unfinished(self, folder: Path, installation: Installation) -> Sequence[str]:
        """The names that this installation's `.part` files would get."""
        ...

    def discard(self, folder: Path, file_name: str) -> None:
        """Removes the `.part` of this name."""
        ...


@dataclass(frozen=True)
class Preview:
    """What an export would do now: shown before anything leaves."""

    full: bool
    seq: int
    after: int
    upto: int
    counts: Mapping[str, int]
    """Rows by table: citizens, meetings, answers, interventions, tombstones."""
    declined: int
    """Citizens with a closed meeting left out because they said no."""
    unasked: int
    """Citizens with a closed meeting left out because nobody has asked them."""
    instruments: tuple[tuple[str, str, str], ...]
    """(id, version, wording_version) of the questionnaires that go along."""
    centre: Centre
    last_sent: SentSubmission | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not any(self.counts.values())


@dataclass(frozen=True)
class _Draft:
    installation: Installation
    contents: Contents
    everything_sent: tuple[SentSubmission, ...]
    sent: tuple[SentSubmission, ...]
    """By this installation."""

    @property
    def seq(self) -> int:
        return self.sent[-1].seq + 1 if self.sent else 1

    @property
    def previous(self) -> str:
        return self.sent[-1].manifest_sha256 if self.sent else NO_HASH


class Submitting:
    """Prepares, writes and remembers submissions."""

    def __init__(
        self,
        unlocked: Unlocked,
        instruments: Instruments,
        rules: Rules,
        writer: PackageWriter,
        now: Now,
        *,
        app_version: str,
        schema_version: str,
    ) -> None:
        self._unlocked = unlocked
        self._instruments = instruments
        self._rules = rules
        self._writer = writer
        self._now = now
        self._app_version = app_version
        self._schema_version = schema_version

    def sent(self) -> Sequence[SentSubmission]:
        """What has been sent before, oldest first."""
        with self._unlocked.store.reading() as work:
            return work.outbox.sent()

    def preview(self, *, full: bool = False) -> Preview:
        """What an export would carry, as counts. Raises `BipError` RECIPIENTS_FILE, INSTRUMENT_MISSING."""
        centre = self._writer.centre()
        with self._unlocked.store.reading() as work:
            draft = self._draft(work, full=full)
        contents = draft.contents
        return Preview(
            full=full,
            seq=draft.seq,
            after=contents.after,
            upto=contents.upto,
            counts=contents.counts,
            declined=contents.declined,
            unasked=contents.unasked,
            instruments=tuple(
                (each.instrument_id, each.version, each.wording_version) for each in contents.instruments
            ),
            centre=centre,
            last_sent=draft.everything_sent[-1] if draft.everything_sent else None,
        )

    def export(self, folder: Path, *, full: bool = False) -> SentSubmission:
        """Writes the next submission into `folder` and records it.

        Where an earlier one was interrupted between its record and its name, that is finished first, and returned
        where nothing else is asked for. The package carries the head of the log of use, as it is before this export.
        Raises `BipError`: EXPORT_EMPTY, EXPORT_FOLDER (nothing is recorded, unless only the naming failed: then the
        next export into this folder finishes it), RECIPIENTS_FILE, INSTRUMENT_MISSING.
        """
        with self._unlocked.store.reading() as work:
            draft = self._draft(work, full=full)
            audit_head = work.audit.head().hash
        finished = self._finish_interrupted(folder, draft)
        if finished is not None and (draft.contents.is_empty or _same_window(finished, draft.contents)):
            return finished
        if draft.contents.is_empty:
            raise BipError(Code.EXPORT_EMPTY)
        package = self._package(draft, new_id(), draft.seq, draft.previous, audit_head)
        prepared = self._writer.prepare(package)
        self._writer.write_part(folder, prepared)
        sent = SentSubmission(
            submission_id=package.submission_id,
            installation_id=package.installation.installation_id,
            seq=package.seq,
            after=draft.contents.after,
            upto=draft.contents.upto,
            manifest=prepared.manifest,
            manifest_sha256=prepared.manifest_sha256,
            signature=prepared.signature,
            file_name=prepared.file_name,
            made_at=self._now(),
            counts=draft.contents.counts,
        )
        # Should this fail, the .part stays: an error after the commit and one before it cannot be told apart here,
        # but at the next export they can.
        with self._unlocked.store.writing() as work:
            work.outbox.add_sent(sent, prepared.archive)
        try:
            self._writer.finish(folder, sent.file_name)
        except BipError as error:
            raise BipError(Code.EXPORT_UNFINISHED, file=sent.file_name) from error
        return sent

    def export_again(self, folder: Path, submission_id: str) -> SentSubmission | None:
        """Writes a submission that was lost on its way once more: the same archive in a new envelope.

        The archive is kept until the receipt is here. Where it had to go before, because somebody has withdrawn or was
        erased, it is made again, if that leads to the same bytes. None where it does not, or the centre's keys are
        others: then a full snapshot is what brings the centre up to date. Raises `BipError` as `export` does;
        `KeyError` for an unknown submission.
        """
        with self._unlocked.store.reading() as work:
            everything = tuple(work.outbox.sent())
            sent = next((each for each in everything if each.submission_id == submission_id), None)
            if sent is None:
                raise KeyError(submission_id)
            kept = work.outbox.archive(submission_id)
            draft = self._draft_of(work, everything, sent) if kept is None else None
        if draft is None:
            prepared = self._writer.seal_again(sent, kept or b"")
        else:
            package = self._package(draft, submission_id, sent.seq, NO_HASH, NO_HASH)
            prepared = self._writer.prepare_again(package, sent)
        if prepared is None:
            return None
        self._writer.write_part(folder, prepared)
        self._writer.finish(folder, sent.file_name)
        return sent

    # -- inside ----------------------------------------------------------------------------------------------------

    def _draft(self, work: UnitOfWork, *, full: bool) -> _Draft:
        installation = work.people.installation()
        everything = tuple(work.outbox.sent())
        # A restored database has a new key: its numbers and its chain begin anew, with everything it holds.
        own = [each for each in everything if each.installation_id == installation.installation_id]
        own.sort(key=lambda each: each.seq)
        after = 0 if full or not own else max(each.upto for each in own)
        contents = gather(work, self._instruments, everything, after, work.outbox.head())
        return _Draft(installation, contents, everything, tuple(own))

    def _draft_of(self, work: UnitOfWork, everything: tuple[SentSubmission, ...], sent: SentSubmission) -> _Draft:
        before = everything[: everything.index(sent)]
        contents = gather(work, self._instruments, before, sent.after, sent.upto)
        return _Draft(work.people.installation(), contents, before, before)

    def _package(self, draft: _Draft, submission_id: str, seq: int, previous: str, audit_head: str) -> Package:
        rules = self._rules.current()
        return Package(
            submission_id=submission_id,
            installation=draft.installation,
            seq=seq,
            previous_manifest_sha256=previous,
            contents=draft.contents,
            instruments=tuple(
                InstrumentUsed(
                    each.instrument_id,
                    each.version,
                    each.wording_version,
                    self._instruments.raw(each.instrument_id, each.version),
                )
                for each in draft.contents.instruments
            ),
            rules_id=rules.table_id,
            rules_version=rules.version,
            app_version=self._app_version,
            schema_version=self._schema_version,
            audit_head=audit_head,
        )

    def _finish_interrupted(self, folder: Path, draft: _Draft) -> SentSubmission | None:
        recorded = {each.file_name: each for each in draft.sent}
        finished = None
        for name in self._writer.unfinished(folder, draft.installation):
            if name in recorded:
                self._writer.finish(folder, name)
                finished = recorded[name]
            else:
                self._writer.discard(folder, name)
        return finished


def _same_window(sent: SentSubmission, contents: Contents) -> bool:
    return (sent.after, sent.upto) == (contents.after, contents.upto)
