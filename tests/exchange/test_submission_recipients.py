# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The file of recipients: two keys that can be used, or a coded error that names the place."""

import json
from pathlib import Path
from typing import Any

import pyrage
import pytest

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.exchange.envelope import key_fingerprint, read_recipients, seal

OPERATING = str(pyrage.x25519.Identity.generate().to_public())
RECOVERY = str(pyrage.x25519.Identity.generate().to_public())


def _file(folder: Path, **changed: Any) -> Path:
    content = {
        "format_version": 1,
        "centre": "Center for Opdigtet Forskning",
        "operating": {"key": OPERATING},
        "recovery": {"key": RECOVERY},
        **changed,
    }
    path = folder / "recipients.json"
    path.write_text(json.dumps({name: value for name, value in content.items() if value is not ...}), encoding="utf-8")
    return path


def _place(path: Path) -> object:
    with pytest.raises(BipError) as raised:
        read_recipients(path)
    assert raised.value.code is Code.RECIPIENTS_FILE
    assert raised.value.facts["file"] == path.name
    return raised.value.facts["place"]


def test_two_keys_and_a_name_are_read(tmp_path: Path) -> None:
    recipients = read_recipients(_file(tmp_path))
    assert (recipients.centre, recipients.operating, recipients.recovery) == (
        "Center for Opdigtet Forskning",
        OPERATING,
        RECOVERY,
    )
    assert recipients.fingerprints == {"operating": key_fingerprint(OPERATING), "recovery": key_fingerprint(RECOVERY)}


def test_a_fingerprint_that_fits_is_accepted_as_people_write_it(tmp_path: Path) -> None:
    print_ = key_fingerprint(OPERATING).upper()
    spaced = " ".join(print_[place : place + 4] for place in range(0, 64, 4))
    assert read_recipients(_file(tmp_path, operating={"key": OPERATING, "fingerprint": spaced})).operating == OPERATING


def test_a_key_in_capitals_is_the_same_key(tmp_path: Path) -> None:
    recipients = read_recipients(_file(tmp_path, operating={"key": OPERATING.upper()}))
    assert recipients.operating == OPERATING


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"format_version": 2}, "format_version"),
        ({"format_version": True}, "format_version"),
        ({"format_version": ...}, "format_version"),
        ({"centre": ""}, "centre"),
        ({"centre": ...}, "centre"),
        ({"operating": ...}, "operating"),
        ({"operating": OPERATING}, "operating"),
        ({"operating": {}}, "operating.key"),
        ({"operating": {"key": OPERATING[:-1] + "b"}}, "operating.key"),
        ({"operating": {"key": "AGE-SECRET-KEY-1"}}, "operating.key"),
        ({"recovery": {"key": "ssh-ed25519 AAAA"}}, "recovery.key"),
        ({"recovery": {"key": OPERATING}}, "recovery.key"),
        ({"recovery": {"key": RECOVERY, "fingerprint": key_fingerprint(OPERATING)}}, "recovery.fingerprint"),
        ({"recovery": {"key": RECOVERY, "fingerprint": 3}}, "recovery.fingerprint"),
    ],
)
def test_an_unusable_file_names_the_place(tmp_path: Path, changed: dict[str, Any], place: str) -> None:
    if changed == {"operating": {"key": OPERATING[:-1] + "b"}} and OPERATING.endswith("b"):
        changed = {"operating": {"key": OPERATING[:-1] + "1"}}
    assert _place(_file(tmp_path, **changed)) == place


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 50_000, b'{"format_version": 1, "centre": "\xe6"}']
)
def test_what_is_no_json_is_told_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "recipients.json"
    path.write_bytes(content)
    assert _place(path) == "json"


def test_a_missing_or_enormous_file_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "recipients.json"
    assert _place(path) == "file"
    path.write_bytes(b" " * 100_000)
    assert _place(path) == "file"


def test_the_envelope_differs_each_time(tmp_path: Path) -> None:
    recipients = read_recipients(_file(tmp_path))
    assert seal(b"the same", recipients) != seal(b"the same", recipients)
