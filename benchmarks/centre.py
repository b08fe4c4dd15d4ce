# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The research centre: how fast 500 packages of some 27 meetings each are received, beside plain pandas reading the
same CSV files; how that grows with their number; and what memory it takes."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pyrage

from benchmarks.figures import Figure, Report, median, ms, ratio
from benchmarks.processes import run
from bip_desktop.centre.clock import now
from bip_desktop.centre.home import open_home
from bip_desktop.centre.simulation.options import WorldOptions
from bip_desktop.centre.simulation.packages import write_packages
from bip_desktop.centre.simulation.world import invent_world
from bip_desktop.centre.simulation.world_tables import world_tables

PACKAGES = 500
WORLD = WorldOptions(sites=5, installations=10, packages=PACKAGES // 50, caseworkers=300, citizens=3_640)
ROUNDS = 3
AS_PANDAS, GROWTH, MEMORY = 8.0, 11.0, 1.1


def unpacked(home: Path, packages: Path, to: Path) -> None:
    """The CSV files of every package, as a person would have them."""
    identity = open_home(home).operating_identity()
    for path in packages.iterdir():
        with zipfile.ZipFile(BytesIO(pyrage.decrypt(path.read_bytes(), [identity]))) as zipped:
            zipped.extractall(to / path.name, [name for name in zipped.namelist() if name.endswith(".csv")])


def fresh(home: Path) -> Iterator[Path]:
    """Copies of an empty centre."""
    number = 0
    while True:
        number += 1
        copy = home.with_name(f"centre{number}")
        shutil.copytree(home, copy)
        yield copy


def main() -> None:
    """Prints the report."""
    with TemporaryDirectory(prefix="bip-bench-") as temporary:
        folder, compiled = Path(temporary), Path(temporary) / "compiled"
        world = invent_world(WORLD)
        home, packages, tenth, csv = (folder / name for name in ("centre", "packages", "tenth", "csv"))
        write_packages(world, world_tables(world), packages, home, now(), lambda _done, _total: None)
        tenth.mkdir()
        # Whole installations, so that the smaller pile is a tenth of the larger in every way.
        for path in sorted(packages.iterdir())[: PACKAGES // 10]:
            shutil.copy(path, tenth)
        unpacked(home, packages, csv)
        meetings = len(world.courses.week) / PACKAGES
        homes = fresh(home)

        def measured(*arguments: object) -> dict[str, float]:
            said: dict[str, float] = json.loads(run("benchmarks.receiving", *map(str, arguments), compiled=compiled))
            return said

        measured("pandas", tenth)  # compiles
        few, many, plain = [], [], []
        for _ in range(ROUNDS):
            few.append(measured(next(homes), tenth))
            plain.append(measured("pandas", csv))
            many.append(measured(next(homes), packages))
    growth = "ten times the packages take so many times as long"
    what = f"{PACKAGES} packages of {meetings:.0f} meetings each received, beside pandas reading the same CSV files"
    runs = {"few": few, "many": many, "plain": plain}
    seconds = {name: [each["seconds"] for each in found] for name, found in runs.items()}
    rows = [each["rows"] for each in few], [each["rows"] for each in many]
    larger = median([b / a for a, b in zip(*rows, strict=True)])
    Report(
        [
            Figure(what, ratio(seconds["many"], seconds["plain"]), AS_PANDAS, "×"),
            Figure(growth, ratio(seconds["many"], seconds["few"]), GROWTH, "×"),
            Figure(
                "peak memory with ten times the packages",
                ratio([each["peak"] for each in many], [each["peak"] for each in few]),
                MEMORY,
                "×",
            ),
        ],
        {
            f"{PACKAGES // 10} packages received": ms([1000 * each for each in seconds["few"]]),
            f"{PACKAGES} packages received": ms([1000 * each for each in seconds["many"]]),
            "of that, work of the processor": ms([1000 * each["worked"] for each in many]),
            "plain pandas": ms([1000 * each for each in seconds["plain"]]),
            "of that, its work of the processor": ms([1000 * each["worked"] for each in plain]),
            "times the rows with ten times the packages": f"{larger:.1f}",
            "peak memory of the larger run": f"{median([each['peak'] for each in many]):.0f} MiB",
        },
    ).say()


if __name__ == "__main__":
    main()
