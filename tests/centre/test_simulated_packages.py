# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world's packages: received by the centre beside them, they give the world's own tables again."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.command_line import main
from bip_desktop.centre.home import make_home, open_home
from bip_desktop.centre.intake import Fate, Intake, packages_in
from tests.centre.postgres import Server

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


def test_a_centre_on_postgresql_ends_in_the_same_tables_and_evidence(
    simulated: Path, tmp_path: Path, postgres: Server
) -> None:
    first, second = simulated / "centre", tmp_path / "centre"
    make_home(second, "Opdigtet forskningscenter", postgres.new_database())
    for file in ("keys/operating-key.txt", "keys/signing-key.txt", "recipients.json"):
        (second / file).write_bytes((first / file).read_bytes())
    stores = [open_home(folder).store() for folder in (first, second)]
    with stores[0].reading() as before, stores[1].writing() as after:
        for row in before.execute(t.signing_keys.select()).mappings().all():
            after.execute(t.signing_keys.insert().values(**row))
    given = [f"--{name}={simulated / 'tables' / name}.csv" for name in ("outcomes", "register")]
    for home, outcome in ((first, "T1"), (second, "T2")):
        assert main(["--home", str(home), "receive", str(simulated / "packages")]) == 0
        assert main(["--home", str(home), "link", *given]) == 0
        assert main(["--home", str(home), "tables", "--out", str(tmp_path / outcome)]) == 0
        assert main(["--home", str(home), "evidence", "publish"]) == 0
    assert lines(tmp_path / "T1") == lines(tmp_path / "T2") == lines(simulated / "tables")
    evidence = [(home / "evidence" / "bip-evidens-0001.json").read_bytes() for home in (first, second)]
    assert evidence[0] == evidence[1]
    for store in stores:
        store.close()


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
