# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether a file is a table at all, before anything is read from it: pandas drops a cell too many without a word, moves
every column where all rows have one, and takes a row too short for one with empty cells."""

import csv
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bip_desktop.centre.linked_files import Why, linked_fault

_BLOCK = 1 << 22
_LONGEST_LINE = 1 << 20
_NEWLINE, _COMMA, _QUOTE = b'\n,"'
Bytes = NDArray[np.uint8]
_BESIDE_QUOTE = np.isin(np.arange(256), [_NEWLINE, _COMMA, _QUOTE])


def examine(path: Path, is_enough: Callable[[], bool] = lambda: False) -> str:
    """Looks at every byte once and gives the file's SHA-256. Raises `CentreError` LINK_FILE with the row: not UTF-8, a
    column named twice, a row with more or fewer cells than the heading, a quotation mark out of place."""
    digest = hashlib.sha256()
    try:
        commas, row, rest = -1, 1, b""
        for block in _blocks(path, digest):
            if is_enough():
                break
            text = rest + block
            if commas < 0:
                commas = _commas_of_heading(path, text)
            seen, cut = _lines(path, text, row)
            row, rest = row + _rows(path, seen, row, commas), text[cut:]
            if len(rest) > _LONGEST_LINE:
                raise linked_fault(path, Why.CELL, row)
        if rest.strip() and not is_enough():
            raise linked_fault(path, Why.QUOTES, row, found='"')
    except OSError as error:
        raise linked_fault(path, Why.FILE, found=type(error).__name__) from None
    return digest.hexdigest()


def _blocks(path: Path, digest: "hashlib._Hash") -> Iterator[bytes]:
    """The file with one kind of line end and no blank lines after the last row; each but the last block is cut where
    neither a character nor a line end is torn apart."""
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        digest.update(block)
        block = block.removeprefix(b"\xef\xbb\xbf")
        while block:
            following = file.read(_BLOCK)
            digest.update(following)
            while following and (block.endswith((b"\r", b"\n")) or following[0] & 0xC0 == 0x80):
                block, following = block + following[:1], following[1:]
            if b"\0" in block:
                raise linked_fault(path, Why.CELL)
            try:
                block.decode("utf-8")
            except UnicodeDecodeError:
                raise linked_fault(path, Why.NOT_UTF8) from None
            if b"\r" in block:
                block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            yield block if following else block.rstrip(b"\n") + b"\n"
            block = following


def _commas_of_heading(path: Path, text: bytes) -> int:
    first = text.split(b"\n", 1)[0][:_LONGEST_LINE].decode("utf-8", errors="replace")
    try:
        names = next(csv.reader([first], strict=True), [])
    except csv.Error as error:
        raise linked_fault(path, Why.QUOTES, 1, found=str(error)) from None
    if not names or len(set(names)) < len(names) or first.count(";") >= len(names):
        twice = [name for place, name in enumerate(names) if name in names[:place]]
        raise linked_fault(path, Why.COLUMNS, 1, found=", ".join(twice) if twice else first)
    return len(names) - 1


def _lines(path: Path, text: bytes, row: int) -> tuple[Bytes, int]:
    """The bytes up to the end of the last whole line, with those within quotation marks blotted out, and how many."""
    seen = np.frombuffer(text, dtype=np.uint8)
    if b'"' not in text:
        cut = text.rfind(b"\n") + 1
        return seen[:cut], cut
    is_quote = seen == _QUOTE
    inside = np.cumsum(is_quote, dtype=np.uint8) & 1 == 1
    outside = np.where(inside, np.uint8(_QUOTE), seen)
    cut = outside.tobytes().rfind(b"\n") + 1
    quotes = np.flatnonzero(is_quote[:cut])
    beside = np.where(inside[quotes], seen[np.maximum(quotes - 1, 0)], seen[np.minimum(quotes + 1, len(seen) - 1)])
    fits = _BESIDE_QUOTE[beside] | (quotes == 0)
    if not fits.all():
        place = int(quotes[np.argmin(fits)])
        raise linked_fault(path, Why.QUOTES, row + int((outside[:place] == _NEWLINE).sum()), found='"')
    return outside[:cut], cut


def _rows(path: Path, seen: Bytes, row: int, commas: int) -> int:
    """How many rows; each has so many commas."""
    marks = np.flatnonzero((seen == _COMMA) | (seen == _NEWLINE))
    if len(marks) % (commas + 1) == 0:
        found = seen[marks].reshape(-1, commas + 1)
        if (found[:, -1] == _NEWLINE).all() and (found[:, :-1] == _COMMA).all():
            lengths = np.diff(marks[commas :: commas + 1], prepend=-1)
            if len(lengths) and lengths.max() > _LONGEST_LINE:
                raise linked_fault(path, Why.CELL, row + int(np.argmax(lengths)))
            return len(found)
    counts = np.diff(np.flatnonzero(seen[marks] == _NEWLINE), prepend=-1)
    first = int(np.argmax(counts != commas + 1))
    raise linked_fault(path, Why.CELLS, row + first, found=str(int(counts[first])))
