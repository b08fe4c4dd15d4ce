# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""A log that cannot carry CPR numbers.

What is logged are codes and internal names of modules; as a second line, everything that looks like a CPR number is
blotted out of every line, tracebacks included, before it is written.
"""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

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


def start_log(path: Path) -> None:
    """Writes warnings and errors of the program to `path`, at most two files of a megabyte."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("bip_desktop")
    for before in [each for each in logger.handlers if isinstance(each, RotatingFileHandler)]:
        logger.removeHandler(before)
        before.close()
    logger.addHandler(handler)
    logger.propagate = False
