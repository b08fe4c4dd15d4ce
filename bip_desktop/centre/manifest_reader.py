# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Strict reading of `manifest.json`: the other end of `exchange/manifest.py`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bip_desktop.centre.faults import Flaw, Place, Refused
from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.submission import FORMAT_VERSION
from bip_desktop.exchange.checked import Checked, read_checked
from bip_desktop.exchange.package import MANIFEST

_FIELDS = frozenset(
    {
        "format_version", "submission_id", "site", "installation", "seq", "previous_manifest_sha256", "window",
        "app_version", "schema_version", "instruments", "rules", "files", "recipients", "audit_head",
        "declined_research",
    }
)  # fmt: skip
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_SHA256 = "[0-9a-f]{64}"
_VERSION = r"[A-Za-z0-9][A-Za-z0-9._+\-]{0,63}"
SITE = "[a-z0-9][a-z0-9-]{0,39}"
"""The form of a site's name."""
_LARGEST = 2**53
"""Whole numbers up to here are the same in every language that reads JSON."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """What the manifest says of one file."""

    rows: int | None
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ListedInstrument:
    """A version of the questionnaire that came along."""

    instrument_id: str
    version: str
    wording_version: str
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a package says of itself."""

    submission_id: str
    site: str
    installation: str
    seq: int
    previous: str
    after: int
    upto: int
    app_version: str
    schema_version: str
    instruments: tuple[ListedInstrument, ...]
    rules: tuple[str, str]
    files: Mapping[str, ListedFile]
    audit_head: str
    declined: int


def read_manifest(content: bytes) -> Manifest:
    """The manifest in `content`. Raises `Refused` MANIFEST with the place of the fault."""
    try:
        return _read(read_checked(content, MANIFEST, Code.PROGRAM))
    except BipError as fault:
        flaw = Flaw.MANIFEST_VERSION if fault.facts.get("why") == "version" else Flaw.MANIFEST
        raise Refused(flaw, Place(MANIFEST), {"at": fault.facts["place"], "why": fault.facts["why"]}) from None


def _read(top: Checked) -> Manifest:
    if top.has("format_version") and top["format_version"].number() != FORMAT_VERSION:
        top["format_version"].fail("version")
    top.fields(_FIELDS)
    top["window"].fields(frozenset({"from", "to"}))
    top["rules"].fields(frozenset({"id", "version"}))
    top["recipients"].fields(frozenset({"operating", "recovery"}))
    for role in ("operating", "recovery"):
        _text(top["recipients"][role], _SHA256)
    return Manifest(
        submission_id=_text(top["submission_id"], _UUID),
        site=_text(top["site"], SITE),
        installation=_text(top["installation"], "[0-9a-f]{6}"),
        seq=_count(top["seq"], least=1),
        previous=_text(top["previous_manifest_sha256"], _SHA256),
        after=_count(top["window"]["from"]),
        upto=_count(top["window"]["to"]),
        app_version=_text(top["app_version"], _VERSION),
        schema_version=_text(top["schema_version"], _VERSION),
        instruments=tuple(_instrument(each) for each in top["instruments"].each()),
        rules=(_text(top["rules"]["id"], _VERSION), _text(top["rules"]["version"], _VERSION)),
        files=_files(top["files"]),
        audit_head=_text(top["audit_head"], _SHA256),
        declined=_count(top["declined_research"]),
    )


def _instrument(each: Checked) -> ListedInstrument:
    each.fields(frozenset({"id", "version", "wording_version", "sha256"}))
    return ListedInstrument(
        _text(each["id"], _VERSION),
        _text(each["version"], _VERSION),
        _text(each["wording_version"], _VERSION),
        _text(each["sha256"], _SHA256),
    )


def _files(listed: Checked) -> dict[str, ListedFile]:
    files: dict[str, ListedFile] = {}
    for each in listed.each():
        each.fields(frozenset({"name", "rows", "bytes", "sha256"}))
        name = each["name"].words(longest=100)
        if name in files:
            each["name"].fail("duplicate")
        rows = None if each["rows"].value is None else _count(each["rows"])
        files[name] = ListedFile(rows, _count(each["bytes"]), _text(each["sha256"], _SHA256))
    return files


def _text(value: Checked, form: str) -> str:
    words = value.words(longest=100)
    if not re.fullmatch(form, words):
        value.fail("form")
    return words


def _count(value: Checked, *, least: int = 0) -> int:
    number = value.number()
    if not least <= number <= _LARGEST:
        value.fail("range")
    return number
