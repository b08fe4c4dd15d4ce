# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The log cannot carry CPR numbers, however they get into a line."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bip_desktop.logs import redacted, start_log

BLOTTED = "••••••-••••"
_logger = logging.getLogger("bip_desktop.invented")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log file of a jobcentre; the program's logger is as before afterwards."""
    path = tmp_path / "BIP" / "log" / "bip.log"
    program = logging.getLogger("bip_desktop")
    before, passes_on = list(program.handlers), program.propagate
    start_log(path)
    yield path
    for handler in [each for each in program.handlers if each not in before]:
        program.removeHandler(handler)
        handler.close()
    program.propagate = passes_on


@pytest.mark.parametrize("cpr", ["610180-1234", "6101801234", "610180 1234", "610180\N{NO-BREAK SPACE}1234"])
def test_a_number_is_blotted_out_however_it_is_written(cpr: str) -> None:
    assert redacted(f"citizen {cpr}.") == f"citizen {BLOTTED}."
    assert redacted(cpr) == BLOTTED
    assert redacted(f"({cpr},{cpr})") == f"({BLOTTED},{BLOTTED})"


@pytest.mark.parametrize(
    "text", ["610180123456", "61018012345", "610180-12345", "1610180-1234", "610180-123", "610180--1234", "0x61018012"]
)
def test_longer_and_shorter_numbers_stay(text: str) -> None:
    assert redacted(text) == text


def test_the_message_carries_no_number(log: Path) -> None:
    _logger.warning("no citizen 610180-1234")
    assert log.read_text(encoding="utf-8").endswith(f"WARNING bip_desktop.invented no citizen {BLOTTED}\n")


def test_the_arguments_carry_no_number(log: Path) -> None:
    _logger.error("%s and %s", "6101801234", {"cpr": "610180 1234"})
    text = log.read_text(encoding="utf-8")
    assert f"{BLOTTED} and {{'cpr': '{BLOTTED}'}}" in text
    assert "610180" not in text


def test_the_traceback_carries_no_number_not_even_from_what_caused_it(log: Path) -> None:
    try:
        try:
            int("610180-1234")
        except ValueError as cause:
            raise RuntimeError("while reading 6101801234") from cause
    except RuntimeError:
        _logger.exception("failed")
    text = log.read_text(encoding="utf-8")
    assert f"invalid literal for int() with base 10: '{BLOTTED}'" in text
    assert f"RuntimeError: while reading {BLOTTED}" in text
    assert "610180-1234" not in text.replace('int("610180-1234")', "")
    assert "6101801234" not in text


def test_a_line_of_the_source_in_a_traceback_carries_no_number_either(log: Path) -> None:
    try:
        raise ValueError("610180-1234")
    except ValueError:
        _logger.exception("failed")
    assert "610180" not in log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder private by the user's profile")
def test_the_file_lies_in_a_folder_for_this_user_alone(log: Path) -> None:
    _logger.warning("something")
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_nothing_is_written_before_there_is_something_to_say(log: Path) -> None:
    _logger.info("not worth a line")
    assert not log.exists()


def test_started_twice_each_line_is_written_once(log: Path) -> None:
    start_log(log)
    _logger.warning("once")
    assert log.read_text(encoding="utf-8").count("once") == 1


def test_what_others_log_does_not_get_in(log: Path) -> None:
    logging.getLogger("sqlalchemy.engine").error("INSERT 610180-1234")
    assert not log.exists()
