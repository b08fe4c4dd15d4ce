# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""An invented world as files: `tables/` and `truth.json`. Its packages are made elsewhere."""

import json
from pathlib import Path

from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.simulation.truth import truth
from bip_desktop.centre.simulation.world import World
from bip_desktop.centre.simulation.world_tables import Frames

TABLES, TRUTH, PACKAGES, CENTRE = "tables", "truth.json", "packages", "centre"


def new_folder(out: Path) -> None:
    """Makes `out`. Raises `CentreError` FOLDER_NOT_EMPTY: invented people never lie among real ones."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CentreError(Problem.FOLDER_NOT_EMPTY, folder=str(out))
    out.mkdir(parents=True, exist_ok=True)


def write_world_tables(frames: Frames, folder: Path) -> None:
    """Each table as a CSV file, as `bip-centre tables` writes them."""
    folder.mkdir()
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")


def write_truth(world: World, out: Path) -> None:
    """What is true in this world."""
    content = json.dumps(truth(world), ensure_ascii=False, indent=1)
    (out / TRUTH).write_text(content + "\n", encoding="utf-8")
