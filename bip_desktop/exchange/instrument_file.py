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
STEPS = 5
MOST_WORDS = 20
"""Words in a question of the citizen's or the caseworker's; the verbatim S1 is older than the rule."""
_NAME = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_FILE = re.compile(r"([A-Za-z0-9._+-]+)@([A-Za-z0-9._+-]+)\.json")

_TOP = frozenset({"format_version", "license", "instrument_id", "version", "wording_version", "languages", "scales"})
_ITEM = frozenset({"code", "respondent", "kind", "theme", "display", "question", "wording", "missing"})
_OPTION = frozenset({"number", "text", "short"})
_OPTION_MORE = frozenset({"help", "exclusive", "kind", "phased_out", "sensitive"})


def read_instrument(content: bytes, file: str) -> Instrument:
    """The instrument in a file's `content`. Raises `BipError` INSTRUMENT_FILE."""
    root = read_checked(content, file, Code.INSTRUMENT_FILE)
    root.fields(_TOP | {"items"}, frozenset({"notes"}))
    if root["format_version"].number() != FORMAT_VERSION:
        root["format_version"].fail("unknown_value")
    scales = {name: _scale(root["scales"][name], name) for name in root["scales"].names()}
    items = tuple(_item(each, scales) for each in root["items"].each(least=len(CODES)))
    _check_codes(root, items)
    _check_pairs(root, items)
    return Instrument(
        instrument_id=_name(root["instrument_id"]),
        version=_name(root["version"]),
        wording_version=_name(root["wording_version"]),
        items=items,
        notes=tuple(_note(each) for each in root["notes"].each()) if root.has("notes") else (),
        languages=tuple(each.words() for each in root["languages"].each(least=1)),
    )


def _name(value: Checked) -> str:
    if not _NAME.fullmatch(value.words()):
        value.fail("unknown_value")
    return value.words()


def _scale(value: Checked, name: str) -> Scale:
    steps = tuple(step.texts() for step in value.each(least=STEPS))
    if len(steps) != STEPS:
        value.fail("too_many")
    return Scale(name, steps)


def _item(value: Checked, scales: dict[str, Scale]) -> Item:
    value.fields(_ITEM, frozenset({"scale", "options", "units", "pair"}))
    code, kind = value["code"].words(), value["kind"].one_of(ItemKind)
    question = value["question"].texts()
    if kind is not ItemKind.TICKS:
        for language, words in question.texts.items():
            if len(words.split()) > MOST_WORDS:
                value["question"][language].fail("too_long")
    return Item(
        code=code,
        respondent=value["respondent"].one_of(Respondent),
        kind=kind,
        theme=value["theme"].words(),
        display=value["display"].texts(),
        question=question,
        wording=value["wording"].one_of(Wording),
        scale=_scale_of(value, kind, scales),
        options=_options(value, code, kind),
        missing=_missing(value["missing"]),
        pair=value["pair"].words() if value.has("pair") else None,
        units=_units(value, kind),
    )


def _scale_of(value: Checked, kind: ItemKind, scales: dict[str, Scale]) -> Scale | None:
    if kind is not ItemKind.SCALE:
        if value.has("scale"):
            value["scale"].fail("unknown_field")
        return None
    if not value.has("scale"):
        value["scale"].fail("missing")
    name = value["scale"].words()
    if name not in scales:
        value["scale"].fail("unknown_scale")
    return scales[name]


def _options(value: Checked, code: str, kind: ItemKind) -> tuple[Option, ...]:
    if kind is not ItemKind.TICKS:
        if value.has("options"):
            value["options"].fail("unknown_field")
        return ()
    options = tuple(_option(each) for each in value["options"].each(least=1))
    if [option.number for option in options] != list(range(1, TICKS.get(code, 0) + 1)):
        value["options"].fail("wrong_codes")
    return options


def _option(value: Checked) -> Option:
    value.fields(_OPTION, _OPTION_MORE)
    return Option(
        number=value["number"].number(),
        text=value["text"].texts(),
        short=value["short"].texts(),
        help=value["help"].texts() if value.has("help") else None,
        exclusive=value.has("exclusive") and value["exclusive"].yes(),
        kind=value["kind"].one_of(Kind) if value.has("kind") else None,
        phased_out=value.has("phased_out") and value["phased_out"].yes(),
        sensitive=value.has("sensitive") and value["sensitive"].yes(),
    )


def _missing(value: Checked) -> tuple[MissingChoice, ...]:
    choices = []
    for each in value.each(least=1):
        each.fields(frozenset({"code", "text"}))
        choices.append(MissingChoice(each["code"].one_of(Missing), each["text"].texts()))
    if len({choice.code for choice in choices}) != len(choices):
        value.fail("duplicate")
    return tuple(choices)


def _units(value: Checked, kind: ItemKind) -> tuple[Unit, ...]:
    if kind is not ItemKind.AMOUNT:
        if value.has("units"):
            value["units"].fail("unknown_field")
        return ()
    return tuple(each.one_of(Unit) for each in value["units"].each(least=1))


def _note(value: Checked) -> Note:
    value.fields(frozenset({"note_id", "text"}))
    return Note(value["note_id"].words(), value["text"].texts())


def _check_codes(root: Checked, items: tuple[Item, ...]) -> None:
    for number, (item, code) in enumerate(zip(items, CODES, strict=False)):
        place = root["items"]
        if item.code != code:
            next(each for at, each in enumerate(place.each()) if at == number)["code"].fail("wrong_codes")
    if len(items) != len(CODES):
        root["items"].fail("too_many")
    for number, item in enumerate(items):
        side = Respondent.CITIZEN if item.code.startswith("B") else Respondent.CASEWORKER
        kind = ItemKind.TICKS if item.code in TICKS else ItemKind.AMOUNT if item.code == "B11" else ItemKind.SCALE
        entry = next(each for at, each in enumerate(root["items"].each()) if at == number)
        if item.respondent is not side:
            entry["respondent"].fail("wrong_codes")
        if item.kind is not kind:
            entry["kind"].fail("wrong_codes")


def _check_pairs(root: Checked, items: tuple[Item, ...]) -> None:
    partners = PAIRS | {caseworker: citizen for citizen, caseworker in PAIRS.items()}
    scales = {item.code: item.scale for item in items}
    for item, entry in zip(items, root["items"].each(), strict=True):
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
        """The newest version. Raises `BipError` INSTRUMENT_FILE, INSTRUMENT_MISSING."""
        versions = [
            match[2]
            for path in sorted(self._folder.glob("*.json"))
            if (match := _FILE.fullmatch(path.name)) and match[1] == self._instrument_id
        ]
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
            if not path.is_file():
                raise BipError(Code.INSTRUMENT_MISSING, file=path.name, version=version)
            content = read_file(path, Code.INSTRUMENT_FILE)
            instrument = read_instrument(content, path.name)
            if (instrument.instrument_id, instrument.version) != key:
                raise BipError(Code.INSTRUMENT_FILE, file=path.name, place="version", why="wrong_name")
            self._read[key] = (instrument, content)
        return self._read[key]


def _order(version: str) -> list[tuple[int, str]]:
    """Numbers in a version count as numbers: 10 comes after 9."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"[.+-]", version)]
