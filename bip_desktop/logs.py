# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A log that cannot carry CPR numbers.

What is logged are codes and internal names of modules; as a second line, everything that looks like a CPR number is
blotted out of every line, tracebacks included, before it is written.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

_CPR = re.compile(r"(?<!\d)\d{6}[-\s]?\d{4}(?!\d)")
_LARGEST = 1_000_000
"""Bytes."""


def redacted(text: str) -> str:
    """`text` without anything that looks like a CPR number.

    >>> redacted("kunne ikke finde 610190-1234")
    'kunne ikke finde ••••••-••••'
    """
    return _CPR.sub("••••••-••••", text)


class _Redacting(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _LateFile(logging.Handler):
    """Opens the file with the first line: most days there is none, and the window need not wait for it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Passes the line on."""
        try:
            self._file = self._file or _opened(self._path)
        except OSError:
            self.handleError(record)
        else:
            self._file.handle(record)

    def close(self) -> None:
        """Closes the file, where there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


def _opened(path: Path) -> RotatingFileHandler:
    from logging.handlers import RotatingFileHandler

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    file = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8")
    file.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return file


def start_log(path: Path) -> None:
    """Writes warnings and errors of the program to `path`, at most two files of a megabyte."""
    logger = logging.getLogger("bip_desktop")
    for before in [each for each in logger.handlers if isinstance(each, _LateFile)]:
        logger.removeHandler(before)
        before.close()
    logger.addHandler(_LateFile(path))
    logger.propagate = False
