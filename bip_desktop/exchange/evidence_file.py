# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The evidence file: group results that the research centre publishes and the jobcentres read. Signed as EVIDENCE.

    {"format_version": 1, "release": 2, "previous": "SHA-256 of release 1's file", "published_on": "2026-11-21",
     "data_upto": "2026-W40", "source": "Forskningscenter", "rules": "bip-rules", "citizens": 812, "jobcentres": 10,
     "least_citizens": 5, "suppressed": 3, "note": {"da": "...", "en": "..."},
     "results": [{"measure": "mean_change", "group": "combined_with_job", "item": "B6", "citizens": 312,
                  "answers": 801, "estimate": "0.12", "low": "0.05", "high": "0.19", "adjusted": false}, ...],
     "signature": "..."}

`note`, `low` and `high` may be missing. Decimal numbers are texts, since only whole ones have one way of being signed.
The hash of a release is that of its exact bytes, which the same content and key always give.
"""

import hashlib
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.evidence import LEAST_CITIZENS, THEMES, Evidence, Group, Measure, Result
from bip_desktop.exchange.canonical_json import Json
from bip_desktop.exchange.centre_keys import CentreKeys
from bip_desktop.exchange.checked import Checked, read_checked, read_file
from bip_desktop.exchange.signed_json import SIGNATURE, SignedKind, is_signed_json, signed_bytes
from bip_desktop.services.evidence import EvidenceFile

FORMAT_VERSION = 1
_TOP = frozenset(
    {
        "format_version", "release", "previous", "published_on", "data_upto", "source", "rules", "citizens",
        "jobcentres", "least_citizens", "suppressed", "results", SIGNATURE,
    }
)  # fmt: skip
_RESULT = frozenset({"measure", "group", "item", "citizens", "answers", "estimate", "adjusted"})
_HASH = re.compile("[0-9a-f]{64}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]?)(?:\.[0-9]{1,6})?")
_WEEK = re.compile("[0-9]{4}-W[0-9]{2}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RULES = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_WIDEST = 4
"""No theme moves further: from step 1 to step 5."""


def evidence_bytes(evidence: Evidence, signing_key: bytes) -> bytes:
    """The signed file. Raises `BipError` EVIDENCE_FILE where `evidence` could not be read again: nothing is published
    that the jobcentres refuse."""
    content: dict[str, Json] = {
        "format_version": FORMAT_VERSION,
        "release": evidence.release,
        "previous": evidence.previous,
        "published_on": evidence.published_on.isoformat(),
        "data_upto": evidence.data_upto,
        "source": evidence.source,
        "rules": evidence.rules_id,
        "citizens": evidence.citizens,
        "jobcentres": evidence.jobcentres,
        "least_citizens": LEAST_CITIZENS,
        "suppressed": evidence.suppressed,
        "results": [_written(each) for each in sorted(evidence.results, key=lambda each: each.key)],
    }
    if evidence.note is not None:
        content["note"] = dict(evidence.note.texts)
    written = signed_bytes(SignedKind.EVIDENCE, content, signing_key)
    _content(read_checked(written, "evidence", Code.EVIDENCE_FILE))
    return written


def read_evidence(content: bytes, file: str, public: bytes) -> Evidence:
    """The release in a file's `content`, signed with the key whose public half is `public`.

    Raises `BipError` EVIDENCE_SIGNATURE where it is not signed so or was altered, EVIDENCE_FILE with `file`, `place`
    and `why` for everything else.
    """
    root = read_checked(content, file, Code.EVIDENCE_FILE)
    root.names()
    # Asked first: what a stranger has written is not read any further.
    if not isinstance(root.value, dict) or not is_signed_json(SignedKind.EVIDENCE, root.value, public):
        raise BipError(Code.EVIDENCE_SIGNATURE, file=file)
    return _content(root)


def release_hash(content: bytes) -> str:
    """What the next release names this file by."""
    return hashlib.sha256(content).hexdigest()


class CentresEvidence:
    """Fulfils `services.evidence.EvidenceFiles` with the centre's own key."""

    def __init__(self, keys: CentreKeys) -> None:
        self._keys = keys

    def read(self, path: Path) -> EvidenceFile:
        """The release in a file. Raises `BipError` as `read_evidence`; CENTRE_UNKNOWN, RECIPIENTS_FILE."""
        return self._file(read_file(path, Code.EVIDENCE_FILE), path.name)

    def kept(self, text: str) -> EvidenceFile:
        """What was taken in before. Raises as `read`."""
        return self._file(text.encode(), "")

    def _file(self, content: bytes, name: str) -> EvidenceFile:
        evidence = read_evidence(content, name, self._keys.signing())
        return EvidenceFile(evidence, content.decode(), release_hash(content))


def _written(result: Result) -> Json:
    fields: dict[str, Json] = {
        "measure": result.measure.value,
        "group": result.group.value,
        "item": result.item,
        "citizens": result.citizens,
        "answers": result.answers,
        "estimate": _decimal_text(result.estimate),
        "adjusted": result.adjusted,
    }
    if result.low is not None and result.high is not None:
        fields |= {"low": _decimal_text(result.low), "high": _decimal_text(result.high)}
    return fields


def _decimal_text(number: Decimal) -> str:
    return f"{number + 0:f}"


def _content(root: Checked) -> Evidence:
    root.fields(_TOP, frozenset({"note"}))
    for name, known in (("format_version", FORMAT_VERSION), ("least_citizens", LEAST_CITIZENS)):
        if root[name].number() != known:
            root[name].fail("unknown_value")
    evidence = Evidence(
        release=_at_least(root["release"], 1),
        previous=_formed(root["previous"], _HASH),
        published_on=_day(root["published_on"]),
        data_upto=_formed(root["data_upto"], _WEEK),
        source=root["source"].words(longest=200),
        rules_id=_formed(root["rules"], _RULES),
        citizens=_at_least(root["citizens"], LEAST_CITIZENS),
        jobcentres=_at_least(root["jobcentres"], 1),
        results=tuple(_result(each) for each in root["results"].each()),
        suppressed=_at_least(root["suppressed"], 0),
        note=root["note"].texts() if root.has("note") else None,
    )
    keys = set()
    for place, result in zip(root["results"].each(), evidence.results, strict=True):
        if result.key in keys:
            place.fail("duplicate")
        keys.add(result.key)
        if result.citizens > evidence.citizens:
            place["citizens"].fail("range")
    return evidence


def _result(value: Checked) -> Result:
    value.fields(_RESULT, frozenset({"low", "high"}))
    result = Result(
        measure=value["measure"].one_of(Measure),
        group=value["group"].one_of(Group),
        item=value["item"].words(),
        citizens=_at_least(value["citizens"], LEAST_CITIZENS),
        answers=_at_least(value["answers"], value["citizens"].number()),
        estimate=_decimal(value["estimate"]),
        low=_decimal(value["low"]) if value.has("low") else None,
        high=_decimal(value["high"]) if value.has("high") else None,
        adjusted=value["adjusted"].yes(),
    )
    if result.item not in THEMES:
        value["item"].fail("unknown_value")
    if (result.low is None) != (result.high is None):
        value["high" if result.high is None else "low"].fail("missing")
    if result.low is not None and result.high is not None and not result.low <= result.estimate <= result.high:
        value["low"].fail("range")
    return result


def _at_least(value: Checked, least: int) -> int:
    if value.number() < least:
        value.fail("range")
    return value.number()


def _formed(value: Checked, form: re.Pattern[str]) -> str:
    if not form.fullmatch(value.words()):
        value.fail("unknown_value")
    return value.words()


def _day(value: Checked) -> date:
    try:
        return date.fromisoformat(_formed(value, _DAY))
    except ValueError:
        value.fail("unknown_value")


def _decimal(value: Checked) -> Decimal:
    number = Decimal(_formed(value, _DECIMAL))
    if abs(number) > _WIDEST:
        value.fail("range")
    return number
