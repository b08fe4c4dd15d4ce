# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The analyses of the centre's own store: sealed packages received, registers linked, and no folder of tables named."""

import json
from pathlib import Path

import pandas as pd
import pytest

from bip_desktop.centre.command_line import DONE, FAILED, main

SIZE = ("--sites", "2", "--caseworkers", "10", "--citizens", "160", "--installations", "1", "--packages", "2")
FEW = "[draws]\nsplits = 3\npermutations = 3\nbootstraps = 20\n[covariates]\nregister = ['age']\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre that has received everything and been given the registers."""
    world = tmp_path_factory.mktemp("own") / "world"
    assert main(["simulate", "--out", str(world), *SIZE]) == DONE
    assert main(["--home", str(world / "centre"), "receive", str(world / "packages")]) == DONE
    given = [f"--{name}={world / 'tables' / name}.csv" for name in ("outcomes", "register")]
    assert main(["--home", str(world / "centre"), "link", *given]) == DONE
    (world / "few.toml").write_text(FEW, encoding="utf-8")
    return world


def analysed(world: Path, out: Path, *source: str) -> dict[str, bytes]:
    """The tables of a run on the store of the centre, or on `--tables`."""
    home = ["--home", str(world / "centre")] if not source else []
    assert main([*home, "analyse", *source, "--out", str(out), "--config", str(world / "few.toml")]) == DONE
    return {path.name: path.read_bytes() for path in sorted((out / "tables").glob("*.csv"))}


def test_the_own_store_gives_the_tables_that_its_files_give(world: Path, tmp_path: Path) -> None:
    """Broken once by not taking the registers along."""
    home = world / "centre"
    own = analysed(world, tmp_path / "own")
    assert len(own) == 22
    assert main(["--home", str(home), "tables", "--out", str(tmp_path / "written")]) == DONE
    assert own == analysed(world, tmp_path / "of-written", "--tables", str(tmp_path / "written"))
    assert own == analysed(world, tmp_path / "of-world", "--tables", str(world / "tables"))
    meetings = pd.read_csv(world / "tables" / "meetings.csv")
    flow = pd.read_csv(tmp_path / "own" / "tables" / "flow.csv").set_index("term")
    assert flow.loc["meetings", "answers"] == len(meetings)
    belief = pd.read_csv(tmp_path / "own" / "tables" / "belief.csv")
    assert belief[belief.outcome == "job52"].estimate.notna().sum() >= 3  # the outcomes came along
    covariates = pd.read_csv(tmp_path / "own" / "tables" / "caseworker_effects.csv").term
    assert "age" in set(covariates)  # and the register
    hashes = [
        json.loads((tmp_path / run / "run.json").read_text(encoding="utf-8"))["data"] for run in ("own", "of-written")
    ]
    assert hashes[0] == hashes[1]
    assert not list(home.glob("analyse-*"))  # what was written for the while is gone


def test_where_there_is_no_centre_it_says_so(world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = ["--home", str(tmp_path / "none"), "analyse", "--out", str(tmp_path / "out")]
    assert main(nowhere) == FAILED
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(tmp_path / "none") in said
    assert not (tmp_path / "out").exists()
