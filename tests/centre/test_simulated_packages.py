# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world's packages: received by the centre beside them, they give the world's own tables again."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bip_desktop.centre.command_line import main
from bip_desktop.centre.home import open_home
from bip_desktop.centre.intake import Fate, Intake, packages_in

SIZE = ("--sites", "3", "--caseworkers", "18", "--citizens", "120", "--packages", "3")


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("simulated") / "world"
    assert main(["--json", "simulate", "--out", str(out), *SIZE]) == 0
    return out


def lines(folder: Path) -> dict[str, list[list[str]]]:
    """Every table's lines, sorted: their order means nothing."""

    def read(path: Path) -> Iterator[list[str]]:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file)

    return {path.name: sorted(read(path)) for path in sorted(folder.glob("*.csv"))}


def test_the_centre_gets_the_worlds_tables_back(simulated: Path, tmp_path: Path) -> None:
    home, packages = simulated / "centre", simulated / "packages"
    assert len(list(packages.iterdir())) == 3 * 2 * 3
    assert main(["--home", str(home), "receive", str(packages)]) == 0
    assert main(["--home", str(home), "tables", "--out", str(tmp_path / "T")]) == 0
    assert lines(tmp_path / "T") == lines(simulated / "tables")
    again = packages_in([packages])
    random.Random(3).shuffle(again)
    intake = Intake(open_home(home), open_home(home).store(), lambda: "2026-11-21T09:00:00+00:00")
    assert {outcome.fate for outcome in intake.receive(again * 2)} == {Fate.DUPLICATE}
    assert main(["--home", str(home), "tables", "--out", str(tmp_path / "T2")]) == 0
    assert lines(tmp_path / "T2") == lines(simulated / "tables")
