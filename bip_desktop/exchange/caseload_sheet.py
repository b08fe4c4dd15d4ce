# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The cells of an xlsx file, read in memory. Whatever is wrong with it is one coded error with the last line read."""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from bip_desktop.domain.errors import BipError, Code

_MOST_UNPACKED = 200_000_000
"""Bytes: a small file that unpacks to more is no list of people."""
_MOST_COLUMNS = 200
_FOLDER = "xl/"
"""Where every workbook has its parts."""

Lines = Iterator[tuple[int, Sequence[object]]]


@contextmanager
def opened(content: bytes) -> Iterator[Iterator[Callable[[], Lines]]]:
    """The visible sheets in their order, each as what begins to read it.

    Raises `BipError`: CASELOAD_KIND (another kind of zip file), CASELOAD_LARGE, CASELOAD_DAMAGED.
    """
    _check_zip(content)
    import openpyxl  # a third of a second, and only for those who import

    # Its warnings quote cells, and a CPR number may stand in one.
    warnings.filterwarnings("ignore", module=r"openpyxl\b")
    reached = [1]
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            yield (partial(_lines, sheet, reached) for sheet in visible)
        finally:
            book.close()
    except BipError:
        raise
    except Exception:  # noqa: BLE001 - the library lets a broken file fail in any way it likes
        raise BipError(Code.CASELOAD_DAMAGED, line=reached[0]) from None


def _check_zip(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError):
        raise BipError(Code.CASELOAD_DAMAGED, line=1) from None
    if not any(part.filename.startswith(_FOLDER) for part in parts):
        raise BipError(Code.CASELOAD_KIND)
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise BipError(Code.CASELOAD_LARGE, most=_MOST_UNPACKED // 1_000_000)


def _lines(sheet: Any, reached: list[int]) -> Lines:
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    for line, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), start=1):
        reached[0] = line
        yield line, cells
