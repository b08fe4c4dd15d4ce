# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Instrument files: strict reading, and the folder of versions at hand.

A faulty file is refused with `BipError` INSTRUMENT_FILE that names the file, the place and a short reason.
"""

import re
from pathlib import Path

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.intervention import Kind
from bip_desktop.domain.questionnaire import (
    Instrument,
    Item,
    ItemKind,
    Missing,
    MissingChoice,
    Note,
    Option,
    Respondent,
    Scale,
    Unit,
    Wording,
)
from bip_desktop.exchange.checked import Checked, read_checked, read_file

FORMAT_VERSION = 1
CODES = (*(f"B{number}" for number in range(1, 12)), *(f"S{number}" for number in range(1, 13)))
"""Fixed for ever: they are what makes data comparable."""
PAIRS = {"B3": "S6", "B4": "S9", "B5": "S10", "B6": "S11"}
TICKS = {"B10": 8, "S1": 23}
"""How many options the items with ticks have."""
EXCLUSIVE = {"B10": {7, 8}, "S1": {22, 23}}
KINDS = {
    Kind.JOB: {3, 5, 7, 12, 13, 14, 17, 19, 20},
    Kind.UPSKILLING: {1, 2, 18, 21},
    Kind.SOCIAL: {4, 6, 8, 15},
    Kind.HEALTH: {9, 10, 11, 16},
}
"""The groups of S1's activities; 22 and 23 belong to none."""
NEVER_NAMED = {16}
"""Activities that no shared page names, whatever a file says."""
NO_ANSWER = {
    "B10": {Missing.DONT_KNOW},  # its option 8 is "ønsker ikke at svare"
    "S1": {Missing.DECLINED},  # its option 23 is "ved ikke"
    "S3": {Missing.DONT_KNOW, Missing.DECLINED, Missing.NOT_RELEVANT},
}
"""The ways of not answering, where they are others than "ved ikke" and "ønsker ikke at svare"."""
NEVER_CHOSEN = {Missing.NOT_SHOWN, Missing.NOT_REACHED, Missing.SKIPPED}
STEPS = 5
MOST_WORDS = 20
"""Words in a question."""
LONGEST_NAME = 40
"""Characters of a display name, a step or a tile."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NAME = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_FILE = re.compile(r"([A-Za-z0-9._+-]+)@([A-Za-z0-9._+-]+)\.json")

_TOP = frozenset({"format_version", "license", "instrument_id", "version", "wording_version", "languages", "scales"})
_PARTS = frozenset({"question", "scale", "options", "short", "help", "translations"})
"""What of an item can have a wording status of its own."""
_ITEM = frozenset({"code", "respondent", "kind", "theme", "display", "question", "wording", "missing"})
_OPTION = frozenset({"number", "text", "short"})
_OPTION_MORE = frozenset({"help", "exclusive", "kind", "phased_out", "sensitive"})


def read_instrument(content: bytes, file: str) -> Instrument:
    """The instrument in a file's `content`. Raises `BipError` INSTRUMENT_FILE."""
    root = read_checked(content, file, Code.INSTRUMENT_FILE)
    root.fields(_TOP | {"items"}, frozenset({"notes"}))
    if root["format_version"].number() != FORMAT_VERSION:
        root["format_version"].fail("unknown_value")
    root["license"].words()
    languages = _languages(root["languages"])
    known = frozenset(languages)
    scales = {name: _scale(root["scales"][name], name, known) for name in root["scales"].names()}
    items = tuple(_item(each, scales, known) for each in root["items"].each())
    _check_codes(root["items"], items)
    _check_pairs(root["items"], items)
    return Instrument(
        instrument_id=_name(root["instrument_id"]),
        version=_name(root["version"]),
        wording_version=_name(root["wording_version"]),
        items=items,
        notes=_notes(root["notes"], known) if root.has("notes") else (),
        languages=languages,
    )


def _languages(value: Checked) -> tuple[str, ...]:
    for each in value.each(least=1):
        if not _LANGUAGE.fullmatch(each.words()):
            each.fail("unknown_value")
    languages = tuple(each.words() for each in value.each())
    if len(set(languages)) != len(languages):
        value.fail("duplicate")
    if "da" not in languages:
        value.fail("missing")
    return languages


def _name(value: Checked) -> str:
    if not _NAME.fullmatch(value.words()):
        value.fail("unknown_value")
    return value.words()


def _scale(value: Checked, name: str, languages: frozenset[str]) -> Scale:
    steps = tuple(step.texts(languages, longest=LONGEST_NAME) for step in value.each(least=STEPS))
    if len(steps) != STEPS:
        value.fail("too_many")
    return Scale(name, steps)


def _item(value: Checked, scales: dict[str, Scale], languages: frozenset[str]) -> Item:
    value.fields(_ITEM, frozenset({"scale", "options", "units", "pair", "wording_parts"}))
    code, kind = value["code"].words(), value["kind"].one_of(ItemKind)
    question = value["question"].texts(languages)
    for language, words in question.texts.items():
        if len(words.split()) > MOST_WORDS:
            value["question"][language].fail("too_long")
    if value.has("wording_parts"):
        # Read for its faults only: it goes out with the file, and no page shows it.
        value["wording_parts"].fields(frozenset(), _PARTS)
        for name in value["wording_parts"].names():
            value["wording_parts"][name].one_of(Wording)
    return Item(
        code=code,
        respondent=value["respondent"].one_of(Respondent),
        kind=kind,
        theme=value["theme"].words(longest=LONGEST_NAME),
        display=value["display"].texts(languages, longest=LONGEST_NAME),
        question=question,
        wording=value["wording"].one_of(Wording),
        scale=_scale_of(value, kind, scales),
        options=_options(value, code, kind, languages),
        missing=_missing(value["missing"], code, languages),
        pair=value["pair"].words() if value.has("pair") else None,
        units=_units(value, kind),
    )


def _belongs(value: Checked, name: str, *, wanted: bool) -> bool:
    """Whether a field is there that this kind of item has, and others have not."""
    if value.has(name) != wanted:
        value[name].fail("missing" if wanted else "unknown_field")
    return wanted


def _scale_of(value: Checked, kind: ItemKind, scales: dict[str, Scale]) -> Scale | None:
    if not _belongs(value, "scale", wanted=kind is ItemKind.SCALE):
        return None
    name = value["scale"].words()
    if name not in scales:
        value["scale"].fail("unknown_scale")
    return scales[name]


def _options(value: Checked, code: str, kind: ItemKind, languages: frozenset[str]) -> tuple[Option, ...]:
    if not _belongs(value, "options", wanted=kind is ItemKind.TICKS):
        return ()
    options = tuple(_option(each, languages) for each in value["options"].each())
    if [option.number for option in options] != list(range(1, TICKS.get(code, 0) + 1)):
        value["options"].fail("wrong_codes")
    for option, each in zip(options, value["options"].each(), strict=True):
        group = next((kind for kind, numbers in KINDS.items() if option.number in numbers), None)
        if option.kind is not (group if code == "S1" else None):
            each["kind"].fail("wrong_codes")
        if option.exclusive != (option.number in EXCLUSIVE[code]):
            each["exclusive"].fail("wrong_codes")
        if code == "S1" and option.number in NEVER_NAMED and not option.sensitive:
            each["sensitive"].fail("wrong_codes")
    return options


def _option(value: Checked, languages: frozenset[str]) -> Option:
    value.fields(_OPTION, _OPTION_MORE)
    return Option(
        number=value["number"].number(),
        text=value["text"].texts(languages),
        short=value["short"].texts(languages, longest=LONGEST_NAME),
        help=value["help"].texts(languages) if value.has("help") else None,
        exclusive=value.has("exclusive") and value["exclusive"].yes(),
        kind=value["kind"].one_of(Kind) if value.has("kind") else None,
        phased_out=value.has("phased_out") and value["phased_out"].yes(),
        sensitive=value.has("sensitive") and value["sensitive"].yes(),
    )


def _missing(value: Checked, code: str, languages: frozenset[str]) -> tuple[MissingChoice, ...]:
    wanted = NO_ANSWER.get(code, {Missing.DONT_KNOW, Missing.DECLINED})
    choices = []
    for each in value.each(least=1):
        each.fields(frozenset({"code", "text"}))
        if each["code"].one_of(Missing) in NEVER_CHOSEN:
            each["code"].fail("wrong_codes")
        text = each["text"].texts(languages, longest=LONGEST_NAME)
        choices.append(MissingChoice(each["code"].one_of(Missing), text))
    found = {choice.code for choice in choices}
    if len(found) != len(choices):
        value.fail("duplicate")
    if found != wanted:
        value.fail("wrong_codes")
    return tuple(choices)


def _units(value: Checked, kind: ItemKind) -> tuple[Unit, ...]:
    if not _belongs(value, "units", wanted=kind is ItemKind.AMOUNT):
        return ()
    units = tuple(each.one_of(Unit) for each in value["units"].each(least=1))
    if len(set(units)) != len(units):
        value["units"].fail("duplicate")
    return units


def _notes(value: Checked, languages: frozenset[str]) -> tuple[Note, ...]:
    notes: dict[str, Note] = {}
    for each in value.each():
        each.fields(frozenset({"note_id", "text"}))
        note = Note(_name(each["note_id"]), each["text"].texts(languages))
        if note.note_id in notes:
            each["note_id"].fail("duplicate")
        notes[note.note_id] = note
    return tuple(notes.values())


def _check_codes(place: Checked, items: tuple[Item, ...]) -> None:
    for item, code, entry in zip(items, CODES, place.each(), strict=False):
        if item.code != code:
            entry["code"].fail("wrong_codes")
        if item.respondent is not (Respondent.CITIZEN if code.startswith("B") else Respondent.CASEWORKER):
            entry["respondent"].fail("wrong_codes")
        kind = ItemKind.TICKS if code in TICKS else ItemKind.AMOUNT if code == "B11" else ItemKind.SCALE
        if item.kind is not kind:
            entry["kind"].fail("wrong_codes")
    if len(items) != len(CODES):
        place.fail("too_many" if len(items) > len(CODES) else "too_few")


def _check_pairs(place: Checked, items: tuple[Item, ...]) -> None:
    partners = PAIRS | {caseworker: citizen for citizen, caseworker in PAIRS.items()}
    scales = {item.code: item.scale for item in items}
    for item, entry in zip(items, place.each(), strict=True):
        if item.pair != partners.get(item.code):
            entry["pair"].fail("wrong_pair")
        if item.pair is not None and item.scale != scales[item.pair]:
            entry["scale"].fail("wrong_pair")


class InstrumentFolder:
    """Fulfils `ports.Instruments`: files `<id>@<version>.json` in a folder.

    A version that has been read stays as it was read, whatever happens to the file: a meeting ends in the version it
    began in.
    """

    def __init__(self, folder: Path, instrument_id: str = "bip") -> None:
        self._folder = folder
        self._instrument_id = instrument_id
        self._read: dict[tuple[str, str], tuple[Instrument, bytes]] = {}

    def current(self) -> Instrument:
        """The highest version. Raises `BipError` INSTRUMENT_FILE, INSTRUMENT_MISSING."""
        versions = {version for read, version in self._read if read == self._instrument_id}
        for path in self._folder.glob("*.json"):
            match = _FILE.fullmatch(path.name)
            if match and match[1] == self._instrument_id:
                versions.add(match[2])
        if not versions:
            raise BipError(Code.INSTRUMENT_MISSING, file=f"{self._instrument_id}@….json", version="…")
        return self.version(self._instrument_id, max(versions, key=_order))

    def version(self, instrument_id: str, version: str) -> Instrument:
        """One version. Raises `BipError` INSTRUMENT_FILE, INSTRUMENT_MISSING."""
        return self._entry(instrument_id, version)[0]

    def raw(self, instrument_id: str, version: str) -> bytes:
        """The file as it was read. Raises as `version` does."""
        return self._entry(instrument_id, version)[1]

    def _entry(self, instrument_id: str, version: str) -> tuple[Instrument, bytes]:
        key = (instrument_id, version)
        if key not in self._read:
            path = self._folder / f"{instrument_id}@{version}.json"
            if not (_NAME.fullmatch(instrument_id) and _NAME.fullmatch(version) and path.is_file()):
                raise BipError(Code.INSTRUMENT_MISSING, file=path.name, version=version)
            content = read_file(path, Code.INSTRUMENT_FILE)
            instrument = read_instrument(content, path.name)
            if (instrument.instrument_id, instrument.version) != key:
                raise BipError(Code.INSTRUMENT_FILE, file=path.name, place="version", why="wrong_name")
            self._read[key] = (instrument, content)
        return self._read[key]


def _order(version: str) -> list[tuple[int, str]]:
    """Numbers in a version count as numbers (10 comes after 9); a word makes it lower (1-draft comes before 1)."""
    parts = re.split(r"[._+-]", version)
    return [*((int(part), "") if part.isdigit() else (-2, part) for part in parts), (-1, "")]
