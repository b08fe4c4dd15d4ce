# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Strict reading of a JSON file that is data: every fault is one coded error that names the place."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from bip_desktop.domain.errors import BipError, Code
from bip_desktop.domain.questionnaire import Text

E = TypeVar("E")
_LARGEST = 2_000_000
"""Bytes."""
LONGEST = 500
"""Characters of one text."""
_LONGEST_NAME = 40
TOP = "fil"
"""The place of a fault in the file as a whole."""


class _Object(dict[str, object]):
    """A JSON object that remembers a name it was given twice."""

    twice: str | None = None


class Checked:
    """A value of the file with its place, such as `items[3].scale`."""

    def __init__(self, value: object, place: str, fault: Callable[[str, str], NoReturn]) -> None:
        self.value = value
        self.place = place
        self._fault = fault

    def fail(self, why: str) -> NoReturn:
        """Refuses the file because of this value."""
        self._fault(self.place, why)

    def fields(self, required: frozenset[str], optional: frozenset[str] = frozenset()) -> None:
        """This value is an object with all of `required` and nothing beyond `optional`."""
        found = self._object()
        for name in sorted(required - found.keys()):
            self._fault(self._at(name), "missing")
        for name in sorted(found.keys() - required - optional):
            self._fault(self._at(name), "unknown_field")

    def __getitem__(self, name: str) -> "Checked":
        return Checked(self._object().get(name), self._at(name), self._fault)

    def has(self, name: str) -> bool:
        """Whether the object has this field."""
        return name in self._object()

    def names(self) -> tuple[str, ...]:
        """The object's fields."""
        return tuple(self._object())

    def each(self, *, least: int = 0) -> Iterator["Checked"]:
        """The values of a list with at least `least` of them."""
        if not isinstance(self.value, list):
            self.fail("not_list")
        if len(self.value) < least:
            self.fail("too_few")
        for number, value in enumerate(self.value):
            yield Checked(value, f"{self.place}[{number}]", self._fault)

    def words(self, *, longest: int = LONGEST) -> str:
        """A text that is not empty, not padded and holds nothing unprintable."""
        if not isinstance(self.value, str):
            self.fail("not_text")
        if not self.value.strip() or len(self.value) > longest:
            self.fail("range")
        if self.value != self.value.strip():
            self.fail("padded")
        if any(not character.isprintable() for character in self.value):
            self.fail("unprintable")
        return self.value

    def number(self) -> int:
        """A whole number."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.fail("not_number")
        return self.value

    def yes(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self.fail("not_yes_or_no")
        return self.value

    def one_of(self, kind: Callable[[Any], E]) -> E:
        """One of the values of an enumeration."""
        if isinstance(self.value, bool) or not isinstance(self.value, str | int):
            self.fail("not_text")
        try:
            return kind(self.value)
        except ValueError:
            self.fail("unknown_value")

    def texts(self, languages: frozenset[str] = frozenset(), *, longest: int = LONGEST) -> Text:
        """A text in several languages, Danish always among them; only in `languages` where these are given."""
        found = self._object()
        if "da" not in found:
            self._fault(self._at("da"), "missing")
        for language in found:
            if languages and language not in languages:
                self[language].fail("unknown_language")
        return Text({language: self[language].words(longest=longest) for language in found})

    def _object(self) -> _Object:
        if not isinstance(self.value, _Object):
            self.fail("not_object")
        if self.value.twice is not None:
            self._fault(self._at(self.value.twice), "duplicate")
        return self.value

    def _at(self, name: str) -> str:
        """The place of a field. A name out of the file is shortened: places are shown and logged."""
        shown = "".join(c if c.isprintable() else "?" for c in name[:_LONGEST_NAME])
        return f"{self.place}.{shown}".lstrip(".")


def read_checked(content: bytes, file: str, code: Code) -> Checked:
    """The JSON object in `content`. Raises `BipError` `code` with `file`, `place` and `why` for every fault, now and
    when the values are asked for."""

    def fault(place: str, why: str) -> NoReturn:
        raise BipError(code, file=file, place=place or TOP, why=why)

    if len(content) > _LARGEST:
        fault("", "too_large")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        fault("", "not_utf8")
    if text.startswith("\ufeff"):
        fault("", "byte_order_mark")

    def once(pairs: list[tuple[str, object]]) -> _Object:
        found = _Object()
        for name, inner in pairs:
            if name in found:
                found.twice = name
            found[name] = inner
        return found

    def no_constant(_name: str) -> NoReturn:
        fault("", "not_json")

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=no_constant)
    except (ValueError, RecursionError):
        fault("", "not_json")
    return Checked(value, "", fault)


def read_file(path: Path, code: Code) -> bytes:
    """The content of `path`. Raises `BipError` `code` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        raise BipError(code, file=path.name, place=TOP, why="unreadable") from None
