# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The sizes of the faults, and the table they end in."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import soak
from tests.faults.sizes import SIZE, Case, Rounds
from tests.faults.soak_table import Trial, Verdict, page, remember, written

CASE = Case("invented faults", 3, 100, 2)


@pytest.mark.parametrize(("size", "count"), [("", 3), ("small", 3), ("full", 100), ("7", 7), ("700", 100)])
def test_the_size_is_chosen_by_one_variable(size: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIZE, size)
    assert len(list(Rounds(CASE))) == len(Rounds(CASE)) == count


def test_a_test_says_how_far_it_is_and_what_it_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIZE, "small")
    rounds = Rounds(CASE, tmp_path / "said.json")
    for number in rounds:
        rounds.found(answers_kept=number)
    rounds.write("passed", 1.25)
    said = json.loads((tmp_path / "said.json").read_text())
    assert said == {
        "case": "invented faults",
        "rounds": 3,
        "done": 3,
        "found": {"answers kept": 2},
        "seconds": 1.2,
        "outcome": "passed",
    }


def test_the_table_says_what_failed() -> None:
    held = Trial("a", CASE, Verdict.HELD, {"answers kept": 2, "lost": 0}, 61, "2026-11-21 abc")
    failed = Trial("b[0001]", Case("others", 1, 2_000), Verdict.FAILED)
    skipped = Trial("c", Case("what needs strace", 1, 9), Verdict.SKIPPED)
    said = page([held, failed, skipped, Trial("d", CASE)])
    assert "| invented faults | 100 | held | answers kept: 2; lost: 0 | 61 s | 2026-11-21 abc |" in said
    assert "| others (0001) | 2,000 | **failed** |  | 0 s |  |" in said
    assert "| what needs strace | 9 | **not tried here** |  | 0 s |  |" in said
    assert "| invented faults | 100 | **not run** |  | 0 s |  |" in said
    assert "1 of 4 held. Their processes took 1 minutes together, two at a time." in said


def test_what_is_not_run_again_keeps_the_result_it_had(tmp_path: Path) -> None:
    """Broken once by an old result that took the place of a new one."""
    kept = tmp_path / "soak.json"
    held = Trial("a", CASE, Verdict.HELD, {"lost": 0}, 61, "2026-11-20 abc")
    kept.write_text(written([held, replace(held, test="b")]), encoding="utf-8")
    again = [Trial("a", CASE), Trial("b", CASE, Verdict.FAILED, {}, 2, "2026-11-21 def"), Trial("c", CASE)]
    remember(again, kept)
    assert again[0] == held
    assert [each.verdict for each in again[1:]] == [Verdict.FAILED, Verdict.NOT_RUN]


def test_a_marked_test_is_run_in_a_process_of_its_own_and_says_how_it_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Broken once by whatever ended being said to have held."""
    monkeypatch.setattr(soak, "REPORTS", tmp_path)
    there = (
        "tests/faults/test_flipped_bytes.py::test_a_flipped_byte_of_the_key_file_is_never_taken_for_a_wrong_passphrase"
    )
    held, failed = Trial(there, CASE), Trial(there + "_at_all", CASE)
    soak.run([held, failed])
    assert (held.verdict, failed.verdict) == (Verdict.HELD, Verdict.FAILED)
    assert held.found["wrong passphrase"] == 0
    said = capsys.readouterr().out
    assert "held" in said
    assert "**failed**" in said
    assert [path.name for path in tmp_path.iterdir()] == ["soak-01.txt"], "what held leaves no log"


def test_what_has_no_time_left_has_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak, "REPORTS", tmp_path)
    monkeypatch.setattr(soak, "LIMIT", 0)
    trial = Trial("tests/faults/test_soak.py", CASE)
    soak.run([trial])
    assert trial.verdict is Verdict.NOT_RUN
