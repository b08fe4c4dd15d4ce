# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the commands of the analyses say on a terminal, and what they leave out where there is none."""

import sys
from pathlib import Path

import pytest

from bip_desktop.centre.analysis.commands import closing
from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, Sample
from bip_desktop.centre.analysis.quantities import Share
from bip_desktop.centre.analysis.run import Ran
from bip_desktop.centre.command_line import DONE, main
from bip_desktop.centre.screen_text import Screen
from tests.centre.analysis.worlds import Options, invent

FEW = "[draws]\nsplits = 2\npermutations = 2\nbootstraps = 20\n"


def test_the_end_says_what_is_there_what_is_not_and_why() -> None:
    share = Effect("job52", "S12", "1", Share(0.1), Sample(9, 9, 9), Estimator.MEAN)
    tables = (
        EffectTable("belief", (share, share.hidden())),
        EffectTable("quartiles", (), notes=("one_caseworker",)),
    )
    ran = Ran(tables, {"policy_experiment": ("ext52 naive: gain ≠ counterfactual − actual",)}, Path("out"))
    said = list(closing(ran))
    assert said[0].startswith("Ikke skrevet: Hvis alle var som den øverste fjerdedel. Regnestykket går ikke op")
    assert said[1] == "Uden tal: Fjerdedele af sagsbehandlere. Der er kun én sagsbehandler."
    assert said[2].startswith("2 tal i 2 tabeller, 1 af dem skjult")
    assert any(line.endswith(str(Path("out") / "report.html")) for line in said)


def test_progress_is_for_a_terminal_and_tells_other_work_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    screen = Screen(as_json=False)
    for text in ("læser: 1 af 9", "læser: 2 af 9", "regner 1 af 22: Joborientering"):
        screen.progress(text)
    shown = capsys.readouterr().err
    assert "læser: 1 af 9" in shown
    assert "læser: 2 af 9" not in shown  # too soon after the first
    assert "regner 1 af 22" in shown
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    Screen(as_json=False).progress("læser: 1 af 9")
    assert capsys.readouterr().err == ""


def test_a_pipe_gets_lines_and_nothing_that_moves_the_cursor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    tables = invent(Options(sites=2, caseworkers=10, citizens=80)).write(tmp_path / "tables")
    (tmp_path / "few.toml").write_text(FEW, encoding="utf-8")
    given = ["analyse", "--tables", str(tables), "--out", str(tmp_path / "out"), "--config", str(tmp_path / "few.toml")]
    assert main(given) == DONE
    said = capsys.readouterr()
    assert said.err == ""
    assert "\033" not in said.out
    assert "\r" not in said.out
    assert "Rapporten:" in said.out
