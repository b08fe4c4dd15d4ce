# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world as files: `tables/` and `truth.json`. Its packages are made elsewhere."""

import json
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.simulation.truth import truth
from bip_desktop.centre.simulation.world import World

TABLES, TRUTH, PACKAGES, CENTRE = "tables", "truth.json", "packages", "centre"


def new_folder(out: Path) -> None:
    """Makes `out`. Raises `CentreError` FOLDER_NOT_EMPTY: invented people never lie among real ones."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CentreError(Problem.FOLDER_NOT_EMPTY, folder=str(out))
    out.mkdir(parents=True, exist_ok=True)


def write_world_tables(tables: Iterable[tuple[str, pd.DataFrame]], folder: Path) -> dict[str, int]:
    """Each table as a CSV file, as `bip-centre tables` writes them, a piece after the other; gives their rows."""
    folder.mkdir()
    rows: dict[str, int] = {}
    for name, piece in tables:
        with (folder / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
            piece.to_csv(file, index=False, header=name not in rows, lineterminator="\n")
        rows[name] = rows.get(name, 0) + len(piece)
    return rows


def write_truth(world: World, out: Path) -> None:
    """What is true in this world."""
    content = json.dumps(truth(world), ensure_ascii=False, indent=1)
    (out / TRUTH).write_text(content + "\n", encoding="utf-8")
