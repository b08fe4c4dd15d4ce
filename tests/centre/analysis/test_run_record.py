# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""run.json as it is written: what made this run what it is, so that another can make it again."""

import hashlib
import json
import platform
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bip_desktop import __version__
from tests.centre.analysis.test_analyse import NAMES, analysed
from tests.centre.analysis.worlds import Options, World, invent

CONFIG = """
[covariates]
register = ["age"]
changes = false
[outcomes]
caseworker_effects = "job52"
[thresholds]
cell = 6
[draws]
seed = 7
splits = 3
permutations = 4
bootstraps = 21
[[dream]]
code = "771"
kind = "income"
valid_from = "2012-W01"
"""


@pytest.fixture(scope="module")
def world() -> World:
    return invent(Options(seed=4, sites=2, caseworkers=12, citizens=200))


@pytest.fixture(scope="module")
def run(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    analysed(folder, world, CONFIG)
    return folder


def record(run: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((run / "out" / "run.json").read_text(encoding="utf-8"))
    return made


def hashes(world: World, folder: Path) -> dict[str, Any]:
    folder.mkdir()
    analysed(folder, world, CONFIG)
    data: dict[str, Any] = record(folder)["data"]
    return data


def test_it_says_which_program_and_packages_computed(run: Path) -> None:
    versions = record(run)["versions"]
    assert versions["bip"] == __version__
    assert versions["python"] == platform.python_version()
    for name in ("numpy", "pandas", "scipy", "statsmodels", "matplotlib"):
        assert versions[name] == version(name)


def test_it_has_the_configuration_as_it_was_given_and_the_defaults_beside(run: Path) -> None:
    """Broken once by writing the defaults whatever was given."""
    found = record(run)
    given = found["configuration"]
    assert given["covariates"]["register"] == ["age"]
    assert given["covariates"]["changes"] is False
    assert given["covariates"]["items"] == [f"B{n}" for n in range(1, 10)]
    assert given["outcomes"]["caseworker_effects"] == "job52"
    assert given["outcomes"]["jobedu52"] == ["job", "education"]
    assert (given["thresholds"]["cell"], given["thresholds"]["citizens"]) == (6, 10)
    draws = {name: given["draws"][name] for name in ("seed", "splits", "permutations", "bootstraps")}
    assert draws == {"seed": 7, "splits": 3, "permutations": 4, "bootstraps": 21}
    assert given["dream"] == [{"code": "771", "kind": "income", "valid_from": "2012-W01", "valid_to": "2099-W52"}]
    assert given["design"]["as_good_as_random"] is False
    assert found["seeds"] == {"seed": 7}


def test_every_count_is_that_of_the_tables(run: Path, world: World) -> None:
    found = record(run)
    counts = found["counts"]
    for term in ("meetings", "paired"):
        assert counts[term]["answers"] == len(world.meetings)
        assert counts[term]["citizens"] == world.meetings.citizen_id.nunique()
        assert counts[term]["caseworkers"] == world.meetings.caseworker_id.nunique()
    tables = {path.stem: pd.read_csv(path) for path in (run / "out" / "tables").glob("*.csv")}
    assert found["rows"] == {name: len(table) for name, table in tables.items()}
    assert found["suppressed"] == {name: int(table.suppressed.sum()) for name, table in tables.items()}
    assert set(found["rows"]) == NAMES
    steps = tables["flow"]
    assert set(counts) == {
        f"{row.term} {row.outcome}" if isinstance(row.outcome, str) else row.term for row in steps.itertuples()
    }
    for row in steps[steps.outcome.isna()].itertuples():
        one = counts[row.term]
        assert (one is None) is bool(row.suppressed)
        if one is not None and row.term in steps.term.drop_duplicates(keep=False).to_numpy():
            assert (one["answers"], one["citizens"]) == (row.answers, row.citizens)
    assert found["identity_failed"] == {}


def test_the_hash_is_of_the_files_as_they_lie(run: Path, world: World, tmp_path: Path) -> None:
    """Another cell is other data. The same rows in another order give the same tables, but they are other files."""
    data = record(run)["data"]
    paths = sorted((run / "tables").glob("*.csv"))
    assert data["files"] == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    assert set(data["files"]) == {f"{name}.csv" for name in World.__dataclass_fields__}
    assert hashes(world, tmp_path / "same") == data
    register = world.register.assign(age=world.register["age"] + (world.register["citizen_id"] == "c00017"))
    other = hashes(replace(world, register=register), tmp_path / "cell")
    assert other["sha256"] != data["sha256"]
    assert {name for name in data["files"] if other["files"][name] != data["files"][name]} == {"register.csv"}
    mixed = replace(world, answers=world.answers.sample(frac=1, random_state=1))
    shuffled = hashes(mixed, tmp_path / "mixed")
    assert shuffled["sha256"] != data["sha256"]
    for path in (run / "out" / "tables").glob("*.csv"):
        assert path.read_bytes() == (tmp_path / "mixed" / "out" / "tables" / path.name).read_bytes()
