# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Opens a package: the seal, the archive, the manifest, and that every file is the one that was signed.

Whose signature it is, and what the rows say, is for others.
"""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from bip_desktop.centre.archive_reader import MOST_SEALED, Archive
from bip_desktop.centre.faults import Flaw, Place, Refused
from bip_desktop.centre.manifest_reader import Manifest, read_manifest
from bip_desktop.domain.errors import BipError
from bip_desktop.domain.submission import TABLES
from bip_desktop.exchange.instrument_file import read_instrument
from bip_desktop.exchange.package import DATA_PACKAGE, MANIFEST, SIGNATURE, instrument_name
from bip_desktop.exchange.reading_note import READING_NOTE

LINKAGE = "linkage.age"
_IN_MEMORY = 8 * 1024 * 1024
"""Bytes of an archive that are kept in memory; a larger one lies in a private temporary file while it is read."""
_MOST_JSON = 2_000_000
_SIGNATURE_BYTES = 64
_REQUIRED = frozenset({MANIFEST, SIGNATURE, DATA_PACKAGE, READING_NOTE, *(table.path for table in TABLES)})
_AGE = b"age-encryption.org/v1"


@dataclass(frozen=True)
class OpenedPackage:
    """A package whose files are those its manifest lists. Nothing in it is believed yet."""

    archive: Archive
    manifest: Manifest
    manifest_bytes: bytes
    manifest_sha256: str
    signature: bytes


@contextmanager
def opened_package(path: Path, identity: pyrage.x25519.Identity) -> Iterator[OpenedPackage]:
    """The package at `path`, open as long as the block lasts. Raises `Refused`."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as plain:
        _unseal(path, identity, cast(BinaryIO, plain))
        archive = Archive(cast(BinaryIO, plain))
        for name in archive.members:
            _known_name(name)
        for name in sorted(_REQUIRED - archive.members.keys()):
            flaw = Flaw.SIGNATURE_MISSING if name == SIGNATURE else Flaw.MEMBER_MISSING
            raise Refused(flaw, Place(name))
        content = archive.content(MANIFEST, _MOST_JSON)
        signature = archive.content(SIGNATURE, _SIGNATURE_BYTES)
        if len(signature) != _SIGNATURE_BYTES:
            raise Refused(Flaw.SIGNATURE_MISSING, Place(SIGNATURE))
        yield OpenedPackage(archive, read_manifest(content), content, hashlib.sha256(content).hexdigest(), signature)


def _unseal(path: Path, identity: pyrage.x25519.Identity, plain: BinaryIO) -> None:
    try:
        size = path.stat().st_size
        if size > MOST_SEALED:
            raise Refused(Flaw.TOO_LARGE, facts={"bytes": size, "most": MOST_SEALED})
        with path.open("rb") as file:
            if file.read(len(_AGE)) != _AGE:
                raise Refused(Flaw.NOT_SEALED)
            file.seek(0)
            try:
                pyrage.decrypt_io(file, plain, [identity])
            except pyrage.DecryptError as error:
                # The library tells these apart in words alone.
                raise Refused(Flaw.OTHER_KEY if "matching keys" in str(error) else Flaw.DAMAGED) from None
            except OSError as error:
                if error.errno is not None:
                    raise
                raise Refused(Flaw.DAMAGED) from None
    except OSError as error:
        raise Refused(Flaw.UNREADABLE, facts={"reason": type(error).__name__}) from None


def _known_name(name: str) -> None:
    if (
        name not in _REQUIRED
        and name != LINKAGE
        and not re.fullmatch(r"instruments/[A-Za-z0-9][A-Za-z0-9._+\-]*@[A-Za-z0-9][A-Za-z0-9._+\-]*\.json", name)
    ):
        raise Refused(Flaw.MEMBER_NAME, Place(name))


def check_files(package: OpenedPackage) -> None:
    """That the files are those of the manifest, byte for byte. Raises `Refused`."""
    listed, members = package.manifest.files, package.archive.members
    for name in sorted(listed.keys() - members.keys()):
        raise Refused(Flaw.MEMBER_MISSING, Place(name))
    for name in sorted(members.keys() - listed.keys() - {MANIFEST, SIGNATURE}):
        raise Refused(Flaw.MEMBER_NAME, Place(name))
    for table in TABLES:
        if listed[table.path].rows is None:
            raise Refused(Flaw.MANIFEST, Place(MANIFEST), {"at": table.path, "why": "rows"})
    for name, expected in listed.items():
        digest = hashlib.sha256()
        head = b""
        for chunk in package.archive.chunks(name):
            digest.update(chunk)
            head = head or chunk[:4096]
        if package.archive.members[name].size != expected.size or digest.hexdigest() != expected.sha256:
            raise Refused(Flaw.FILE_CHANGED, Place(name), {"looks": _looks_like(head)})


def _looks_like(head: bytes) -> str:
    """What may have happened to a file that is no longer the one that was signed."""
    first = head.split(b"\n", 1)[0]
    if head.startswith(b"\xef\xbb\xbf") or first.count(b";") > first.count(b",") or first.endswith(b"\r"):
        return "spreadsheet"
    return "unknown"


@dataclass(frozen=True, slots=True)
class InstrumentCame:
    """A version of the questionnaire as it lay in the package."""

    instrument_id: str
    version: str
    wording_version: str
    sha256: str
    content: bytes


def instruments_of(package: OpenedPackage) -> tuple[InstrumentCame, ...]:
    """The questionnaires of a package, each read strictly. Raises `Refused`."""
    came = []
    for each in package.manifest.instruments:
        try:
            name = instrument_name(each.instrument_id, each.version)
        except ValueError:
            raise Refused(Flaw.MANIFEST, Place(MANIFEST), {"at": "instruments", "why": "form"}) from None
        if name not in package.archive.members or package.manifest.files[name].sha256 != each.sha256:
            raise Refused(Flaw.INSTRUMENT_UNKNOWN, Place(name), {"version": each.version})
        content = package.archive.content(name, _MOST_JSON)
        try:
            read = read_instrument(content, name)
        except BipError as fault:
            facts = {"at": fault.facts["place"], "why": fault.facts["why"]}
            raise Refused(Flaw.INSTRUMENT_FORM, Place(name), facts) from None
        if (read.instrument_id, read.version, read.wording_version) != (
            each.instrument_id,
            each.version,
            each.wording_version,
        ):
            raise Refused(Flaw.INSTRUMENT_FORM, Place(name), {"at": "version", "why": "differs"})
        came.append(InstrumentCame(each.instrument_id, each.version, each.wording_version, each.sha256, content))
    return tuple(came)
