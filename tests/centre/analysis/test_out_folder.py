# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Where the analyses are told to write: a place that cannot be written is refused before the work, nothing that was
there is lost, and the data themselves least of all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bip_desktop.centre.analysis import run as running
from bip_desktop.centre.command_line import DONE, FAILED, main
from bip_desktop.centre.home import make_home
from tests.centre.analysis.worlds import Options, invent

FEW = "[draws]\nsplits = 2\npermutations = 2\nbootstraps = 20\n"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "few.toml").write_text(FEW, encoding="utf-8")
    return invent(Options(seed=3, sites=2, caseworkers=12, citizens=120)).write(tmp_path / "world" / "tables")


def run(tables: Path, out: Path) -> int:
    config = tables.parent.parent / "few.toml"
    return main(["analyse", "--tables", str(tables), "--out", str(out), "--config", str(config)])


def everything(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_the_data_are_never_written_over(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Broken once: `--tables world/tables --out world` took the data away and put the results there."""
    before = everything(tables.parent)
    assert run(tables, tables.parent) == FAILED
    assert "tables er ikke tom" in capsys.readouterr().err
    assert everything(tables.parent) == before


def test_results_can_lie_beside_the_data_and_be_made_anew(tables: Path) -> None:
    before = everything(tables)
    for _ in range(2):
        assert run(tables, tables) == DONE
    after = everything(tables)
    assert {name: after[name] for name in before} == before
    assert (tables / "report.html").exists()
    assert not tables.with_name("tables.part").exists()


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere/out", "x" * 300, "a\0b", "has_a_file"])
def test_a_place_that_cannot_be_written_is_refused_at_once(
    place: str, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "has_a_file").mkdir()
    (tmp_path / "has_a_file" / "tables").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(running, "read_tables", lambda *_: pytest.fail("the work had begun"))
    before = everything(tmp_path)
    assert run(tables, tmp_path / place) == FAILED
    assert "kan ikke skrives" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_a_disk_that_is_full_leaves_what_was_there(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert run(tables, out) == DONE
    before = everything(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(running, "write_report", full)
    assert run(tables, out) == FAILED
    assert "No space left" in capsys.readouterr().err
    assert everything(tmp_path) == before
    assert not (tmp_path / "out.part").exists()


_LIMITED = """
import resource, sys
from bip_desktop.centre.command_line import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("bytes_left", [0, 3_000, 60_000])
def test_a_file_that_cannot_grow_is_said_and_what_was_there_stays(
    bytes_left: int, tables: Path, tmp_path: Path
) -> None:
    """As on a disk that is nearly full: for real, in a process of its own, stopped in table, workbook or report."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("the one before", encoding="utf-8")
    before = everything(tmp_path)
    given = ["analyse", "--tables", str(tables), "--out", str(out), "--config", str(tmp_path / "few.toml")]
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(bytes_left), *given],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == FAILED
    assert "kan ikke skrives" in done.stderr
    assert "Traceback" not in done.stderr
    assert everything(tmp_path) == before
    assert not (tmp_path / "out.part").exists()


def test_sums_and_what_they_make_are_refused_a_place_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Broken once: both ended in a traceback."""
    home = make_home(tmp_path / "home", "Centret")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    to = str(home.recipients_file)
    config = tmp_path / "few.toml"
    config.write_text("[covariates]\nitems = []\nchanges = false\n[thresholds]\ncitizens = 2\n", encoding="utf-8")
    world = invent(Options(seed=3, sites=2, caseworkers=6, citizens=200)).write(tmp_path / "more")
    given = ["summarise", "--tables", str(world), "--config", str(config), "--recipients", to]
    for out in (tmp_path, tmp_path / "file" / "below"):
        assert main([*given, "--out", str(out)]) == FAILED
        assert "kan ikke skrives" in capsys.readouterr().err
    assert main([*given, "--out", str(tmp_path / "sums.age")]) == DONE
    combine = ["--home", str(home.folder), "combine", str(tmp_path / "sums.age"), "--out"]
    assert main([*combine, str(tmp_path / "file")]) == FAILED
    assert "kan ikke skrives" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
