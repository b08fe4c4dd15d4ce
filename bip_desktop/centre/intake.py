# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Receiving: each package is taken in whole or set aside whole, in a transaction of its own, and the others go on."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.archive_reader import MOST_SEALED
from bip_desktop.centre.enrolment import SiteKey, signer, site_keys
from bip_desktop.centre.faults import CentreError, Flaw, Place, Problem, Refused
from bip_desktop.centre.home import Home
from bip_desktop.centre.manifest_reader import Manifest
from bip_desktop.centre.merging import Merging
from bip_desktop.centre.package_reader import (
    LINKAGE,
    InstrumentCame,
    OpenedPackage,
    check_files,
    instruments_of,
    opened_package,
)
from bip_desktop.centre.store import Store
from bip_desktop.exchange.package import MANIFEST, SIGNATURE, SUFFIX
from bip_desktop.exchange.receipt import Receipt, receipt_bytes
from bip_desktop.whole_files import PRIVATE_FILE, write_private, write_private_part


class Fate(StrEnum):
    """What became of a package."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"


@dataclass(frozen=True)
class Outcome:
    """One package, what became of it, and why where it was set aside."""

    path: Path
    fate: Fate
    refused: Refused | None = None
    receipt: Path | None = None
    rows: int = 0


def packages_in(paths: Iterable[Path]) -> list[Path]:
    """The packages to receive: files as they are named, and in folders, at any depth, what has a package's ending.
    Raises `CentreError` PATH_MISSING."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(each for each in path.rglob(f"*{SUFFIX}") if each.is_file()))
        elif path.exists():
            found.append(path)
        else:
            raise CentreError(Problem.PATH_MISSING, path=str(path))
    return list(dict.fromkeys(found))


class Intake:
    """Receives packages into one centre."""

    def __init__(self, home: Home, store: Store, now: Callable[[], str]) -> None:
        self._home = home
        self._store = store
        self._now = now
        self._identity = home.operating_identity()
        self._signing_key = home.signing_key()

    def receive(self, paths: Sequence[Path]) -> Iterator[Outcome]:
        """What became of each package, in the order given."""
        for path in paths:
            try:
                yield self._received(path)
            except Refused as refused:
                self._set_aside(path, refused)
                yield Outcome(path, Fate.QUARANTINED, refused)

    def _received(self, path: Path) -> Outcome:
        with opened_package(path, self._identity) as package:
            check_files(package)
            instruments = instruments_of(package)
            with self._store.writing() as connection:
                known = self._known(connection, package)
                if known is None:
                    name, receipt, rows = self._merged(connection, package, instruments)
                else:
                    name, receipt, rows = *known, 0
                connection.execute(delete(t.quarantine).where(t.quarantine.c.sha256 == _sha256(path)))
        # After the transaction: what a crash keeps from being written here is written when the package comes again.
        written = self._home.receipts / name
        if not written.exists():
            # The store has it too: it need not wait until the folder knows the name.
            write_private_part(written, receipt).replace(written)
        self._kept_copy(path).unlink(missing_ok=True)
        return Outcome(path, Fate.ACCEPTED if known is None else Fate.DUPLICATE, None, written, rows)

    # -- who it is from ------------------------------------------------------------------------------------------------

    def _known(self, connection: Connection, package: OpenedPackage) -> tuple[str, bytes] | None:
        """The receipt that was given before, where this very submission has been received. Raises `Refused` where it
        is nobody's that we know, or says it is one that looked otherwise."""
        manifest = package.manifest
        keys = site_keys(connection, manifest.site)
        if not keys:
            raise Refused(Flaw.SITE_UNKNOWN, Place(MANIFEST), {"site": manifest.site})
        key = signer(keys, package.manifest_bytes, package.signature)
        if key is None:
            raise Refused(Flaw.KEY_UNKNOWN, Place(SIGNATURE), {"site": manifest.site})
        table = t.submissions
        same_id = connection.execute(select(table).where(table.c.submission_id == manifest.submission_id)).first()
        same_seq = connection.execute(
            select(table).where(
                table.c.site == manifest.site,
                table.c.installation == manifest.installation,
                table.c.seq == manifest.seq,
            )
        ).first()
        for flaw, before in ((Flaw.CONFLICT_ID, same_id), (Flaw.CONFLICT_SEQ, same_seq)):
            if before is not None and before.manifest_sha256 != package.manifest_sha256:
                raise Refused(flaw, Place(MANIFEST), {"seq": manifest.seq, "received": before.received_at})
        if same_id is not None:
            return str(same_id.receipt_name), bytes(same_id.receipt)
        self._check_key(connection, manifest, key)
        return None

    def _check_key(self, connection: Connection, manifest: Manifest, key: SiteKey) -> None:
        """That the key is good and this installation's own; the first package says whose it is."""
        if key.revoked:
            raise Refused(Flaw.KEY_REVOKED, Place(SIGNATURE), {"site": manifest.site})
        table = t.installations
        theirs = connection.execute(select(table).where(table.c.fingerprint == key.fingerprint)).first()
        ours = connection.execute(
            select(table.c.fingerprint).where(
                table.c.site == manifest.site, table.c.installation == manifest.installation
            )
        ).scalar()
        if theirs is None and ours is None:
            connection.execute(
                insert(table).values(
                    site=manifest.site,
                    installation=manifest.installation,
                    fingerprint=key.fingerprint,
                    seq_without_gap=0,
                )
            )
        elif ours != key.fingerprint:
            raise Refused(Flaw.KEY_OTHER_INSTALLATION, Place(SIGNATURE), {"installation": manifest.installation})

    # -- taking it in --------------------------------------------------------------------------------------------------

    def _merged(
        self, connection: Connection, package: OpenedPackage, instruments: Sequence[InstrumentCame]
    ) -> tuple[str, bytes, int]:
        manifest = package.manifest
        for came in instruments:
            _remember(connection, came)
        counts = Merging(connection, package, instruments).run()
        receipt = receipt_bytes(
            Receipt(
                submission_id=manifest.submission_id,
                manifest_sha256=package.manifest_sha256,
                site=manifest.site,
                installation=manifest.installation,
                seq=manifest.seq,
                tables=counts,
                seq_without_gap=_advanced(connection, manifest),
                least_app_version=self._home.least_app_version,
            ),
            self._signing_key,
        )
        name = (
            f"bip-{manifest.site}-{manifest.installation}-{manifest.seq:06d}-"
            f"{package.manifest_sha256[:8]}.kvittering.json"
        )
        connection.execute(
            insert(t.submissions).values(
                submission_id=manifest.submission_id,
                site=manifest.site,
                installation=manifest.installation,
                seq=manifest.seq,
                manifest_sha256=package.manifest_sha256,
                previous=manifest.previous,
                after=manifest.after,
                upto=manifest.upto,
                app_version=manifest.app_version,
                schema_version=manifest.schema_version,
                audit_head=manifest.audit_head,
                declined=manifest.declined,
                received_at=self._now(),
                receipt_name=name,
                receipt=receipt,
            )
        )
        if LINKAGE in package.archive.members:
            sealed = package.archive.content(LINKAGE, MOST_SEALED)
            write_private(self._home.linkage / f"{manifest.submission_id}.age", sealed)
        return name, receipt, sum(count.accepted for count in counts.values())

    # -- setting it aside ----------------------------------------------------------------------------------------------

    def _set_aside(self, path: Path, refused: Refused) -> None:
        try:
            digest = _sha256(path)
            kept = self._keep(path, digest)
        except OSError:
            digest, kept = hashlib.sha256(str(path).encode()).hexdigest(), False
        now = self._now()
        table = t.quarantine
        found = {
            "file_name": path.name,
            "last_tried": now,
            "flaw": refused.flaw.value,
            "file": refused.place.file,
            "row": refused.place.row,
            "column": refused.place.column,
            "facts": json.dumps(refused.facts, ensure_ascii=False),
            "kept": kept,
        }
        with self._store.writing() as connection:
            tries = connection.execute(select(table.c.tries).where(table.c.sha256 == digest)).scalar()
            if tries is None:
                connection.execute(insert(table).values(sha256=digest, first_seen=now, tries=1, **found))
            else:
                if path == self._kept_copy(path):
                    del found["file_name"]  # the name it came with says more
                connection.execute(update(table).where(table.c.sha256 == digest).values(tries=tries + 1, **found))

    def _keep(self, path: Path, digest: str) -> bool:
        """A copy in the quarantine, for `retry`; nothing too large to be a package is kept."""
        kept = self._home.quarantine / f"{digest}{SUFFIX}"
        if path.stat().st_size > MOST_SEALED:
            return False
        if not kept.exists():
            part = kept.with_name(kept.name + ".part")
            shutil.copyfile(path, part)
            part.chmod(PRIVATE_FILE)
            part.replace(kept)
        return True

    def _kept_copy(self, path: Path) -> Path:
        return self._home.quarantine / f"{_sha256(path)}{SUFFIX}"


def _remember(connection: Connection, came: InstrumentCame) -> None:
    """Makes a version of the questionnaire known. Raises `Refused` where it was known with another content."""
    table = t.instruments
    known = connection.execute(
        select(table.c.sha256).where(table.c.instrument_id == came.instrument_id, table.c.version == came.version)
    ).scalar()
    if known is None:
        connection.execute(
            insert(table).values(
                instrument_id=came.instrument_id,
                version=came.version,
                wording_version=came.wording_version,
                sha256=came.sha256,
                content=came.content,
            )
        )
    elif known != came.sha256:
        name = f"{came.instrument_id}@{came.version}"
        raise Refused(Flaw.INSTRUMENT_CHANGED, Place(f"instruments/{name}.json"), {"version": name})


def _advanced(connection: Connection, manifest: Manifest) -> int:
    """The highest number up to which all submissions of the installation have come, this one counted."""
    table = t.installations
    this = (table.c.site == manifest.site) & (table.c.installation == manifest.installation)
    reached = int(connection.execute(select(table.c.seq_without_gap).where(this)).scalar_one())
    if manifest.seq != reached + 1:
        return reached
    reached += 1
    later = select(t.submissions.c.seq).where(
        t.submissions.c.site == manifest.site,
        t.submissions.c.installation == manifest.installation,
        t.submissions.c.seq > reached,
    )
    for seq in connection.execute(later.order_by(t.submissions.c.seq)).scalars():
        if seq != reached + 1:
            break
        reached = seq
    connection.execute(update(table).where(this).values(seq_without_gap=reached))
    return reached


def _sha256(path: Path) -> str:
    """What names a file in the quarantine: its hash, or where it is far too large, the hash of its name and size."""
    size = path.stat().st_size
    if size > MOST_SEALED:
        return hashlib.sha256(f"{path.name}\0{size}".encode()).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
