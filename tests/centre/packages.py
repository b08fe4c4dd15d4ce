# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented site that sends packages made by the jobcentre's own writer, and hands that change what is in them."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pyrage

from bip_desktop.centre.home import Home, make_home, open_home
from bip_desktop.centre.intake import Fate, Intake, Outcome, packages_in
from bip_desktop.centre.store import Store
from bip_desktop.domain.submission import NO_HASH, TABLES
from bip_desktop.domain.submission_schema import Row
from bip_desktop.exchange.canonical_json import canonical_bytes
from bip_desktop.exchange.envelope import read_recipients, seal
from bip_desktop.exchange.instrument_file import InstrumentFolder
from bip_desktop.exchange.package import PackageFiles, archive
from bip_desktop.exchange.signing import sign
from bip_desktop.paths import resources
from bip_desktop.services.ports import Installation
from bip_desktop.services.submission_contents import Contents
from bip_desktop.services.submitting import InstrumentUsed, Package

Rows = dict[str, list[Row]]
_CURRENT = InstrumentFolder(resources() / "instruments").current()
INSTRUMENT = InstrumentUsed(
    _CURRENT.instrument_id,
    _CURRENT.version,
    _CURRENT.wording_version,
    InstrumentFolder(resources() / "instruments").raw(_CURRENT.instrument_id, _CURRENT.version),
)
CASEWORKER = "ca5e0000-0000-4000-8000-000000000001"


def citizen_id(number: int) -> str:
    return f"c1712e00-0000-4000-8000-{number:012d}"


def meeting_id(number: int) -> str:
    return f"3ee71000-0000-4000-8000-{number:012d}"


def citizen(number: int, revision: int = 1, benefit: int = 2) -> Row:
    return (citizen_id(number), revision, "f", "1980-1984", benefit, 1)


def meeting(number: int, of: int, revision: int = 1, week: str = "2026-W10", caseworker: str = CASEWORKER) -> Row:
    return (
        meeting_id(number), revision, citizen_id(of), caseworker, week, 1, -97, 0, -97, "da", "self", "before",
        INSTRUMENT.instrument_id, INSTRUMENT.version, INSTRUMENT.wording_version, "1", "complete", "complete",
    )  # fmt: skip


def answers(number: int, revision: int = 1, step: int = 3, after_reveal: int = 0) -> list[Row]:
    """All of a meeting's answers: the same step everywhere, B10 and S1 with their first option ticked."""
    rows: list[Row] = []
    for item in _CURRENT.items:
        options = [option.number for option in item.options] or [0]
        for option in sorted(options):
            value, unit = step, "scale"
            if item.options:
                value, unit = int(option == 1), "tick"
            elif item.code == "B11":
                value, unit = 15_000, "oere_per_hour_before_tax"
            rows.append((meeting_id(number), item.code, option, value, unit, revision, after_reveal))
    return rows


def rows_of(*meetings: tuple[int, int], revision: int = 1, step: int = 3) -> Rows:
    """The rows of whole meetings, each (meeting, citizen)."""
    return {
        "citizens": [citizen(of, revision) for of in sorted({of for _, of in meetings})],
        "meetings": [meeting(number, of, revision) for number, of in meetings],
        "answers": [row for number, _ in meetings for row in answers(number, revision, step)],
        "interventions": [(meeting_id(number), 13, "job", "agreed", "own", revision) for number, _ in meetings],
        "tombstones": [],
    }


@dataclass
class Site:
    """An installation of a site, and the folder it puts its packages into."""

    centre: Home
    folder: Path
    installation: Installation

    def __post_init__(self) -> None:
        self.seq = 0
        self.previous = NO_HASH
        self._ids = count(1)

    def send(
        self,
        rows: Mapping[str, list[Row]],
        change: "Callable[[Taken], None] | None" = None,
        seq: int | None = None,
    ) -> Path:
        """A package with these rows; `change` may do what it likes with it before it is signed and sealed."""
        self.seq = self.seq + 1 if seq is None else seq
        given = {table.name: tuple(rows.get(table.name, ())) for table in TABLES}
        number = int(hashlib.sha256(f"{self.installation}{next(self._ids)}".encode()).hexdigest()[:12], 16)
        package = Package(
            f"50b00000-0000-4000-8000-{number % 10**12:012d}",
            self.installation,
            self.seq,
            self.previous,
            Contents(self.seq - 1, self.seq, given, (), 2, 0),
            (INSTRUMENT,),
            "bip-rules",
            "1",
            "0.1.0",
            "0001",
            NO_HASH,
        )
        writer = PackageFiles(self.centre.recipients_file)
        prepared = writer.prepare(package)
        self.previous = prepared.manifest_sha256
        sealed, name = prepared.sealed, prepared.file_name
        if change is not None:
            taken = Taken(self, prepared.sealed)
            change(taken)
            sealed = taken.sealed()
            name = f"changed-{next(self._ids)}.zip.age"
        path = self.folder / name
        path.write_bytes(sealed)
        return path


class Taken:
    """A package taken apart. What is not set by hand is made right again when it is put together."""

    def __init__(self, site: Site, sealed: bytes) -> None:
        self.site = site
        plain = pyrage.decrypt(sealed, [site.centre.operating_identity()])
        with zipfile.ZipFile(io.BytesIO(plain)) as zipped:
            self.files = {name: zipped.read(name) for name in zipped.namelist()}
        self.manifest: dict[str, Any] = json.loads(self.files.pop("manifest.json"))
        self.files.pop("manifest.sig")
        self.listed = True
        """Whether the manifest is made to tell the truth of changed files."""
        self.signing_key = site.installation.signing_key
        self.signature: bytes | None = None
        self.plain: bytes | None = None
        self.repack: Callable[[bytes], bytes] = lambda plain: plain

    def edit(self, table: str, change: Callable[[str], str | bytes]) -> None:
        """Changes the text of a table."""
        content = change(self.files[f"data/{table}.csv"].decode())
        self.files[f"data/{table}.csv"] = content if isinstance(content, bytes) else content.encode()

    def sealed(self) -> bytes:
        if self.listed:
            for each in self.manifest["files"]:
                if each["name"] in self.files:
                    content = self.files[each["name"]]
                    each["bytes"], each["sha256"] = len(content), hashlib.sha256(content).hexdigest()
        manifest = canonical_bytes(self.manifest)
        signature = sign(self.signing_key, manifest) if self.signature is None else self.signature
        plain = archive(self.files, manifest, signature) if self.plain is None else self.plain
        return seal(self.repack(plain), read_recipients(self.site.centre.recipients_file))


class World:
    """A centre with one enrolled site."""

    def __init__(self, folder: Path, new_store: Callable[[], str] = str) -> None:
        self.folder = folder
        self._new_store = new_store
        self._stores: list[Store] = []
        self.home = make_home(folder / "centre", "Center for Opdigtet Forskning", new_store())
        self.store = self._opened(self.home)
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.site = self.installed("opdigtet", "a1b2c3")

    def installed(self, site: str, installation: str, *, enrolled: bool = True) -> Site:
        from bip_desktop.centre.enrolment import enrol
        from bip_desktop.exchange.signing import public_key

        key = hashlib.sha256(f"{site}{installation}".encode()).digest()
        if enrolled:
            with self.store.writing() as connection:
                enrol(connection, site, public_key(key), "2026-11-21T08:00:00+00:00")
        return Site(self.home, self.inbox, Installation(installation, site, site, key))

    def receive(self, *paths: Path) -> list[Outcome]:
        return list(self._intake().receive(packages_in(paths or (self.inbox,))))

    def _intake(self) -> Intake:
        return Intake(self.home, self.store, lambda: "2026-11-21T09:00:00+00:00")

    def fates_of(self, paths: Sequence[Path]) -> list[Fate]:
        """What becomes of these, the same one more than once too."""
        return [outcome.fate for outcome in self._intake().receive(paths)]

    def fates(self, *paths: Path) -> list[Fate]:
        return [outcome.fate for outcome in self.receive(*paths)]

    def another(self, name: str) -> "World":
        """A second centre with the same keys and sites and an empty store: for other orders of the same packages."""
        other = World.__new__(World)
        other.folder = self.folder / name
        other.folder.mkdir()
        other._new_store, other._stores = self._new_store, self._stores
        make_home(other.folder / "centre", "Center for Opdigtet Forskning", self._new_store())
        for file in ("keys/operating-key.txt", "keys/signing-key.txt", "recipients.json"):
            (other.folder / "centre" / file).write_bytes((self.home.folder / file).read_bytes())
        other.home = open_home(other.folder / "centre")
        other.store = self._opened(other.home)
        other.inbox = self.inbox
        other.site = replace(self.site)
        from bip_desktop.centre import store_tables as t

        with self.store.reading() as before, other.store.writing() as after:
            for row in before.execute(t.signing_keys.select()).mappings().all():
                after.execute(t.signing_keys.insert().values(**row))
        return other

    def _opened(self, home: Home) -> Store:
        self._stores.append(home.store())
        return self._stores[-1]

    def close(self) -> None:
        """Lets go of all stores."""
        for store in self._stores:
            store.close()

    def tables(self) -> dict[str, set[Row]]:
        from bip_desktop.centre.merged_tables import MERGED, merged_rows

        with self.store.reading() as connection:
            return {table.name: set(merged_rows(connection, table)) for table in MERGED}
