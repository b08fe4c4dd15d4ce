# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""From an analysis to a draft of figures for the jobcentres, and back when somebody has approved it.

The draft is a file that a person reads, shortens and words. Its figures are those of the analysis and cannot be changed
in it: they are held against the tables again. Whatever the analysis hid is not in it, and since nobody drew lots for
who got what, it never says that one thing made another.
"""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.publishing import Drafted
from bip_desktop.domain.evidence import LEAST_CITIZENS, THEMES, Group, Measure, Result
from bip_desktop.domain.questionnaire import Text
from bip_desktop.domain.submission_labels import ITEMS, Words
from bip_desktop.domain.suggestion import Grade

FORMAT_VERSION = 1
HARDLY_POSSIBLE = 0.05
"""Where a pattern was as good as impossible for more than this share, the groups cannot be made comparable."""
_TABLE = "combinations.csv"
_ARMS = ("none", "single", "combined_without_job", "combined_with_job")
_FORBIDDEN = ("kausal", "causal")
_GROUPS = {
    Group.NONE: Words("uden noget i gang", "with nothing under way"),
    Group.SINGLE: Words("med én slags indsats", "with one kind of intervention"),
    Group.COMBINED: Words("med en kombination", "with a combination"),
    Group.COMBINED_WITH_JOB: Words("med en kombination med job", "with a combination with job"),
}
_ABOUT = Words(
    "UDKAST. Intet her er offentliggjort. Læs tallene, slet de temaer, der ikke skal med (alle fire grupper af et tema "
    "hører sammen), ret teksten i »note«, og skriv approved: true og jeres navn i approved_by. Tallene kan ikke rettes "
    "her. Ordlyden ved hvert tal er et forslag og sendes ikke.",
    "DRAFT. Nothing here is published. Read the figures, delete the themes that are not to go (all four groups of a "
    "theme belong together), mend the words in “note”, and write approved: true and your name in approved_by. The "
    "figures cannot be changed here. The wording beside each figure is a suggestion and is not sent.",
)
_NOTE = Words(
    "Gennemsnit af borgernes egne svar. Grupperne er gjort sammenlignelige på svarene før og på registeroplysninger, "
    "så godt det kan lade sig gøre, men de borgere, der får flere indsatser, kan stadig være andre end resten. Tallene "
    "siger ikke, hvad en indsats gør for den enkelte.",
    "Means of the citizens' own answers. The groups are made comparable by the answers before and by the registers, as "
    "far as can be, but citizens who get several interventions may still differ from the others. The figures do not "
    "say what an intervention does for one person.",
)


@dataclass(frozen=True)
class _Row:
    """What is needed of a row of the table."""

    term: str
    group: str
    estimator: str
    outcome: str
    estimate: str
    low: str
    high: str
    citizens: str
    answers: str


def draft_of(folder: Path) -> dict[str, Any]:
    """The draft of what `analyse --out` wrote to `folder`. Raises `CentreError` PATH_MISSING, EVIDENCE_DRAFT."""
    rows, table_hash = _rows(folder / "tables" / _TABLE)
    record = _json(folder / "run.json")
    left_out: list[dict[str, str]] = []
    entries: list[dict[str, Any]] = []
    impossible = any(_is_impossible(rows, arm) for arm in _ARMS)
    for item in THEMES:
        found = {group: rows.get(("progression", item, group.value, "aipw")) for group in Group}
        if impossible or any(each is None or not _tellable(each) for each in found.values()):
            left_out.append({"item": item, "why": "overlap" if impossible else "few"})
            continue
        for group, adjusted in found.items():
            raw = rows.get(("progression", item, group.value, "raw"))
            if adjusted is not None:
                entries.append(_entry(item, group, adjusted, raw if raw is not None and _tellable(raw) else None))
    return {
        "format_version": FORMAT_VERSION,
        "status": "draft",
        "about": {"da": _ABOUT.da, "en": _ABOUT.en},
        "approved": False,
        "approved_by": "",
        "from": {
            "data_sha256": str(record.get("data", {}).get("sha256", "")),
            "combinations_sha256": table_hash,
            "bip": str(record.get("versions", {}).get("bip", "")),
            "seed": record.get("seeds", {}).get("seed"),
        },
        "note": {"da": _NOTE.da, "en": _NOTE.en},
        "left_out": left_out,
        "entries": entries,
    }


def read_draft(path: Path, folder: Path) -> Drafted:
    """The figures of an approved draft, each as the tables in `folder` have it. Raises `CentreError` PATH_MISSING,
    EVIDENCE_DRAFT with the `place` of what is wrong."""
    given, made = _json(path), draft_of(folder)
    wrong, results = _checked(given.get("entries"), made["entries"])
    wrong = _not_approved(given, made) or wrong
    if wrong:
        raise CentreError(Problem.EVIDENCE_DRAFT, file=path.name, place=wrong)
    note = given["note"]
    return Drafted(tuple(results), Text({"da": note["da"], "en": note["en"]}))


def _not_approved(given: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    """What of the draft's head is not as it must be; nothing where all is."""
    for name in ("format_version", "status", "from"):
        if given.get(name) != made[name]:
            return name
    if given.get("approved") is not True:
        return "approved"
    if not isinstance(given.get("approved_by"), str) or not given["approved_by"].strip():
        return "approved_by"
    note = given.get("note")
    if not isinstance(note, dict) or not all(isinstance(note.get(code), str) and note[code] for code in ("da", "en")):
        return "note"
    return "note: kausal" if any(word in note[code].lower() for word in _FORBIDDEN for code in ("da", "en")) else ""


def _checked(entries: object, made: list[dict[str, Any]]) -> tuple[str, list[Result]]:
    """What of the entries is not the analysis's, and the figures."""
    ours = {(each["item"], each["group"]): each for each in made}
    if not isinstance(entries, list) or not entries:
        return "entries", []
    results: dict[tuple[str, str], Result] = {}
    for number, each in enumerate(entries):
        key = (str(each.get("item")), str(each.get("group"))) if isinstance(each, dict) else ("", "")
        if key not in ours or key in results:
            return f"entries[{number}]", []
        for name in ("measure", "adjusted", "citizens", "answers", "estimate", "low", "high"):
            if each.get(name) != ours[key][name]:
                return f"entries[{number}].{name}", []
        results[key] = _result(each)
    for item, _ in results:
        if any((item, group.value) not in results for group in Group):
            return f"{item}: {', '.join(group.value for group in Group)}", []
    return "", list(results.values())


def _rows(path: Path) -> tuple[Mapping[tuple[str, str, str, str], _Row], str]:
    """The rows that are not hidden, by what they are; and the file's hash."""
    if not path.is_file():
        raise CentreError(Problem.PATH_MISSING, path=str(path))
    content = path.read_bytes()
    return dict(_read(content, path.name)), hashlib.sha256(content).hexdigest()


def _read(content: bytes, name: str) -> Iterator[tuple[tuple[str, str, str, str], _Row]]:
    names = tuple(_Row.__dataclass_fields__)
    try:
        for line in csv.DictReader(content.decode("utf-8").splitlines()):
            if line["suppressed"] == "0":
                row = _Row(**{each: line[each] for each in names})
                yield (row.outcome, row.term, row.group, row.estimator), row
    except (KeyError, ValueError):
        raise CentreError(Problem.EVIDENCE_DRAFT, file=name, place="combinations") from None


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CentreError(Problem.PATH_MISSING, path=str(path)) from None
    except (OSError, ValueError):
        raise CentreError(Problem.EVIDENCE_DRAFT, file=path.name, place="JSON") from None
    if not isinstance(found, dict):
        raise CentreError(Problem.EVIDENCE_DRAFT, file=path.name, place="JSON")
    return found


def _is_impossible(rows: Mapping[tuple[str, str, str, str], _Row], arm: str) -> bool:
    """Of a pattern that is not there at all there are no adjusted figures either."""
    row = rows.get(("overlap", "hardly_possible", arm, "overlap"))
    return row is not None and float(row.estimate) > HARDLY_POSSIBLE


def _tellable(row: _Row) -> bool:
    return bool(row.estimate and row.low and row.high) and int(row.citizens) >= LEAST_CITIZENS


def _entry(item: str, group: Group, row: _Row, raw: _Row | None) -> dict[str, Any]:
    low, value, high = (_rounded(each) for each in (row.low, row.estimate, row.high))
    sure = low > 0 or high < 0
    theme, who = ITEMS[item], _GROUPS[group]
    return {
        "item": item,
        "group": group.value,
        "measure": Measure.MEAN_CHANGE.value,
        "adjusted": True,
        "citizens": int(row.citizens),
        "answers": int(row.answers),
        "estimate": str(value),
        "low": str(min(low, value)),
        "high": str(max(high, value)),
        "raw": None if raw is None else str(_rounded(raw.estimate)),
        "grade": Grade.FOUND.value if sure else None,
        "wording": {
            "da": f"Udkast: Borgere {who.da} flyttede sig i snit {_danish(value)} trin på »{theme.da}« fra måling til "
            f"måling ({_danish(low)} til {_danish(high)}; {row.citizens} borgere). "
            + ("Det fulgtes ad; hvad der gav hvad, viser tallet ikke." if sure else "Det kan være tilfældigt."),
            "en": f"Draft: Citizens {who.en} moved by {value} steps of “{theme.en}” from one measurement to the next "
            f"({low} to {high}; {row.citizens} citizens). "
            + ("They went together; which made which, the figure does not show." if sure else "It may be chance."),
        },
    }


def _rounded(text: str) -> Decimal:
    return Decimal(text).quantize(Decimal("0.01")) + 0


def _danish(number: Decimal) -> str:
    return str(number).replace("-", "\N{MINUS SIGN}").replace(".", ",")


def _result(entry: Mapping[str, Any]) -> Result:
    return Result(
        measure=Measure(entry["measure"]),
        group=Group(entry["group"]),
        item=entry["item"],
        citizens=entry["citizens"],
        answers=entry["answers"],
        estimate=Decimal(entry["estimate"]),
        low=Decimal(entry["low"]),
        high=Decimal(entry["high"]),
        adjusted=True,
    )
