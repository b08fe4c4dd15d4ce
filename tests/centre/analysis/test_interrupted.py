# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An analysis that is interrupted at any moment ends soon, in one sentence, and leaves what was there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bip_desktop.centre.analysis.report_sections import SECTIONS
from bip_desktop.centre.command_line import FAILED
from tests.centre.analysis.worlds import Options, invent

ROOT = Path(__file__).parents[3]
SOON = 5.0
"""Seconds, on a machine that does other things too; alone it is well under one."""
MOMENTS = (
    "ser efter i meetings.csv",
    "læser answers.csv",
    SECTIONS["change_event_study"].title.da,
    SECTIONS["belief_effect"].title.da,
    "blandede verdener: 3 af",
    "halve stikprøver: 2 af",
    SECTIONS["combinations"].title.da,
    SECTIONS["reliability"].title.da,
    "skriver tabeller",
    "skriver rapporten",
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a process is interrupted by its console alone")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invent(Options(sites=3, caseworkers=24, citizens=900)).write(tmp_path_factory.mktemp("world") / "tables")


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interruption_ends_soon_and_leaves_what_was_there(moment: str, tables: Path, tmp_path: Path) -> None:
    """Broken once by a fault of pandas for an interruption, and once by a sentence of another command."""
    out = tmp_path / "out"
    (out / "tables").mkdir(parents=True)
    (out / "report.html").write_text("the one before", encoding="utf-8")
    (out / "tables" / "flow.csv").write_text("the one before", encoding="utf-8")
    (tmp_path / "many.toml").write_text("[draws]\npermutations = 400\n", encoding="utf-8")
    arguments = ["analyse", "--tables", str(tables), "--out", str(out), "--config", str(tmp_path / "many.toml")]
    command = [sys.executable, "-m", "tests.centre.analysis.analysing_process", *arguments]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT, env=environ
    ) as process:
        assert process.stdout is not None
        assert any(moment in line for line in process.stdout)
        time.sleep(random.Random(moment).random() * 0.05)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
        took = time.monotonic() - begun
    assert error == f"Afbrudt. Det, der stod i {out} før, er der endnu.\n"
    assert process.returncode == FAILED
    assert took < SOON
    assert sorted(path.name for path in tmp_path.iterdir()) == ["many.toml", "out"]
    assert sorted(path.name for path in out.rglob("*")) == ["flow.csv", "report.html", "tables"]
    assert (out / "report.html").read_text(encoding="utf-8") == "the one before"
