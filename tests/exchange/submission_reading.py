# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Opens a package as the centre does, and merges several of them by the rules of the submission."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, NamedTuple

import pyrage

from bip_desktop.domain.submission import TABLES
from bip_desktop.exchange.signing import is_signed, public_key
from tests.exchange.submission_cases import INSTALLATION, Centre

Line = dict[str, str]


class Opened(NamedTuple):
    """A package after its seal, signature and hashes were found right."""

    archive: bytes
    members: dict[str, bytes]
    manifest: dict[str, Any]

    def rows(self, table: str) -> list[Line]:
        return list(csv.DictReader(io.StringIO(self.members[f"data/{table}.csv"].decode(), newline=""), strict=True))

    def holds(self, names: AbstractSet[str]) -> bool:
        """Whether one of `names` is in any byte of the archive as it is unpacked."""
        return any(name.encode() in content for content in self.members.values() for name in names)


def opened(path: Path, centre: Centre) -> Opened:
    """The package at `path`; an `AssertionError` where anything does not fit."""
    archive: bytes = pyrage.decrypt(path.read_bytes(), [centre.operating])
    members = members_of(archive)
    manifest_bytes = members["manifest.json"]
    manifest = json.loads(manifest_bytes)
    assert is_signed(public_key(INSTALLATION.signing_key), manifest_bytes, members["manifest.sig"])
    digest = hashlib.sha256(manifest_bytes).hexdigest()
    assert path.name == (
        f"bip-{manifest['site']}-{manifest['installation']}-{manifest['seq']:06d}-{digest[:8]}.zip.age"
    )
    named = {each["name"]: each for each in manifest["files"]}
    assert set(members) == {*named, "manifest.json", "manifest.sig"}
    for name, each in named.items():
        assert each["bytes"] == len(members[name]), name
        assert each["sha256"] == hashlib.sha256(members[name]).hexdigest(), name
    package = Opened(archive, members, manifest)
    for table in TABLES:
        assert named[table.path]["rows"] == len(package.rows(table.name))
    return package


def members_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


def merged(packages: Sequence[Opened]) -> dict[str, dict[tuple[str, ...], Line]]:
    """The tables after `packages` in this order: upsert by key, the highest revision wins, a tombstone beats all."""
    tables: dict[str, dict[tuple[str, ...], Line]] = {table.name: {} for table in TABLES}
    dead: set[tuple[str, str]] = set()
    for package in packages:
        dead |= {(row["kind"], row["id"]) for row in package.rows("tombstones")}
        for table in TABLES:
            for row in package.rows(table.name):
                key = tuple(row[name] for name in table.key)
                before = tables[table.name].get(key)
                newer = before is None or int(row.get("revision", 0)) > int(before.get("revision", 0))
                if newer and not _is_dead(row, dead):
                    tables[table.name][key] = row
        for name in ("citizens", "meetings"):
            tables[name] = {key: row for key, row in tables[name].items() if not _is_dead(row, dead)}
        for name in ("answers", "interventions"):
            tables[name] = {key: row for key, row in tables[name].items() if (row["meeting_id"],) in tables["meetings"]}
    return tables


def _is_dead(row: Line, dead: set[tuple[str, str]]) -> bool:
    return ("citizen", row.get("citizen_id", "")) in dead or ("meeting", row.get("meeting_id", "")) in dead
