# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The evidence file: what is written is read again, and nothing else is."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.evidence import THEMES, Evidence, Group, Measure, Result, measured
from bip_desktop.domain.questionnaire import Text
from bip_desktop.domain.submission import NO_HASH
from bip_desktop.exchange.evidence_file import evidence_bytes, read_evidence, release_hash
from bip_desktop.exchange.signed_json import SignedKind, signed_bytes
from bip_desktop.exchange.signing import new_signing_key, public_key

KEY = new_signing_key()
PUBLIC = public_key(KEY)
EVIDENCE = Evidence(
    release=1,
    previous=NO_HASH,
    published_on=date(2026, 11, 21),
    data_upto="2026-W40",
    source="Center for Opdigtet Forskning",
    rules_id="bip-rules",
    citizens=400,
    jobcentres=3,
    results=(
        Result(Measure.MEAN_CHANGE, Group.COMBINED_WITH_JOB, "B6", 120, 300, Decimal("0.21")),
        Result(
            Measure.MEAN_CHANGE, Group.COMBINED_WITH_JOB, "B6", 110, 280, Decimal("0.12"),
            Decimal("-0.05"), Decimal("0.29"), adjusted=True,
        ),
        Result(Measure.MEAN_CHANGE, Group.NONE, "B6", 5, 7, Decimal("-0.10")),
    ),
    suppressed=2,
    note=Text({"da": "De, der får en kombination, er ikke som de andre.", "en": "Those who get one differ."}),
)  # fmt: skip


def _signed(**changed: Any) -> bytes:
    content = json.loads(evidence_bytes(EVIDENCE, KEY))
    content.pop("signature")
    content.update(changed)
    return signed_bytes(SignedKind.EVIDENCE, {k: v for k, v in content.items() if v is not ...}, KEY)


def _refused(content: bytes) -> tuple[Code, object]:
    with pytest.raises(BipError) as raised:
        read_evidence(content, "tal.json", PUBLIC)
    return raised.value.code, raised.value.facts.get("place")


def test_what_is_written_is_read_again() -> None:
    written = evidence_bytes(EVIDENCE, KEY)
    read = read_evidence(written, "tal.json", PUBLIC)
    assert set(read.results) == set(EVIDENCE.results)
    assert replace(read, results=()) == replace(EVIDENCE, results=())
    assert evidence_bytes(read, KEY) == written
    assert release_hash(written) == release_hash(evidence_bytes(EVIDENCE, KEY))


def test_an_adjusted_result_goes_before_a_raw_one() -> None:
    found = measured(EVIDENCE, "B6")
    assert found is not None
    assert found.groups[Group.COMBINED_WITH_JOB].estimate == Decimal("0.12")
    assert Group.SINGLE not in found.groups
    assert measured(EVIDENCE, "B1") is None


def test_a_file_that_is_unsigned_or_signed_by_another_is_refused() -> None:
    unsigned = {name: value for name, value in json.loads(evidence_bytes(EVIDENCE, KEY)).items() if name != "signature"}
    assert _refused(json.dumps(unsigned).encode())[0] is Code.EVIDENCE_SIGNATURE
    assert _refused(evidence_bytes(EVIDENCE, new_signing_key()))[0] is Code.EVIDENCE_SIGNATURE


def test_a_receipt_cannot_pass_for_evidence() -> None:
    content = json.loads(evidence_bytes(EVIDENCE, KEY))
    content.pop("signature")
    assert _refused(signed_bytes(SignedKind.RECEIPT, content, KEY))[0] is Code.EVIDENCE_SIGNATURE


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"format_version": 2}, "format_version"),
        ({"least_citizens": 3}, "least_citizens"),
        ({"citizens": 4}, "citizens"),
        ({"release": 0}, "release"),
        ({"previous": "abc"}, "previous"),
        ({"published_on": "2026-13-01"}, "published_on"),
        ({"extra": 1}, "extra"),
        ({"source": ...}, "source"),
        ({"citizens": 100}, "results[0].citizens"),
    ],
)
def test_a_fault_in_a_signed_file_is_named_by_its_place(changed: dict[str, Any], place: str) -> None:
    assert _refused(_signed(**changed)) == (Code.EVIDENCE_FILE, place)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"citizens": 4}, "citizens"),
        ({"answers": 2}, "answers"),
        ({"item": "S12"}, "item"),
        ({"item": "B11"}, "item"),
        ({"group": "best"}, "group"),
        ({"estimate": "0,1"}, "estimate"),
        ({"estimate": "4.5"}, "estimate"),
        ({"low": "0.1"}, "high"),
        ({"low": "0.5", "high": "0.6"}, "low"),
        ({"name": "Karen"}, "name"),
    ],
)
def test_a_fault_in_a_result_is_named_by_its_place(changed: dict[str, Any], place: str) -> None:
    results = json.loads(evidence_bytes(EVIDENCE, KEY))["results"]
    for each in results:
        if each["group"] == "none":
            each.update(changed)
    number = next(number for number, each in enumerate(results) if each["group"] in ("none", "best"))
    assert _refused(_signed(results=results)) == (Code.EVIDENCE_FILE, f"results[{number}].{place}")


def test_a_result_that_comes_twice_is_refused() -> None:
    results = json.loads(evidence_bytes(EVIDENCE, KEY))["results"]
    assert _refused(_signed(results=[*results, results[0]])) == (Code.EVIDENCE_FILE, "results[3]")


def test_the_centre_cannot_publish_what_the_jobcentres_would_refuse() -> None:
    small = replace(EVIDENCE.results[0], citizens=4)
    with pytest.raises(BipError) as raised:
        evidence_bytes(replace(EVIDENCE, results=(small,)), KEY)
    assert raised.value.code is Code.EVIDENCE_FILE


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_file_with_one_byte_changed_says_the_same_or_is_refused(data: st.DataObject) -> None:
    written = evidence_bytes(EVIDENCE, KEY)
    place = data.draw(st.integers(0, len(written) - 1))
    flipped = bytearray(written)
    flipped[place] ^= data.draw(st.integers(1, 255))
    try:
        read = read_evidence(bytes(flipped), "tal.json", PUBLIC)
    except BipError:
        return
    assert evidence_bytes(read, KEY) == written  # white space alone


def test_every_theme_can_be_told_of() -> None:
    results = tuple(Result(Measure.MEAN_CHANGE, Group.SINGLE, item, 9, 9, Decimal("0")) for item in THEMES)
    read = read_evidence(evidence_bytes(replace(EVIDENCE, results=results), KEY), "tal.json", PUBLIC)
    assert {each.item for each in read.results} == {f"B{number}" for number in range(1, 10)}
