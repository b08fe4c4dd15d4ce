# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The fixed-effects regression beside statsmodels' formula and pyfixest, in turn in one process; how it grows with the
rows, and the memory that it takes above them.

80 covariates, errors clustered by caseworker, as many threads as each takes by itself. Times faster are the median of
neighbours' ratios, by the wall or by the processors' work, whichever is less: a machine with much else to do makes
those who wait for their own threads look slow by the wall.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.figures import Figure, Report, median, ratio
from benchmarks.processes import run

SIZES = {
    # rows × caseworkers: (times, of these with the formula, at least so many times faster than it, than pyfixest)
    (6_164, 115): (15, 15, 20, 4.0),
    (61_640, 1_150): (7, 2, 100, 2.5),
    (616_400, 11_500): (3, 0, None, 2.5),
}
GROWTH = (((61_640, 1_150), 9), ((616_400, 11_500), 5), ((6_164_000, 11_500), 2))
"""Sizes and how often each is fitted."""
LIMIT, MEMORY = 14.0, 600.0
"""Times as long for ten times the rows; MiB."""
PATIENCE = 1_200
"""Seconds for one size."""


def measured(compiled: Path, *arguments: object, **environment: str) -> dict[str, Any]:
    """What `regressions` prints."""
    said = run("benchmarks.regressions", *map(str, arguments), compiled=compiled, patience=PATIENCE, **environment)
    found: dict[str, Any] = json.loads(said)
    return found


def compared(compiled: Path) -> tuple[list[Figure], dict[str, str]]:
    """Beside the others."""
    figures, beside = [], {}
    for (rows, groups), (times, formulas, than_formula, than_pyfixest) in SIZES.items():
        found = measured(compiled, "beside", rows, groups, times, formulas)
        size = f"{rows:,} × {groups:,}"
        beside[f"{size}, ours"] = said(found["ours"])
        others = {"pyfixest": than_pyfixest, "formula": than_formula}
        for name, least in others.items():
            if least is None:
                continue
            package = {"pyfixest": "pyfixest", "formula": "statsmodels' formula"}[name]
            by = faster(found, name)
            what = f"{size}, times faster than {package}"
            figures.append(Figure(what, min(by.values()), least, "×", at_least=True))
            both = f"{by['seconds']:.1f} × by the wall, {by['worked']:.1f} × by work"
            beside[f"{size}, {package}"] = f"{said(found[name])}; {both}"
    return figures, beside


def faster(found: dict[str, Any], name: str) -> dict[str, float]:
    """Times faster than the other, by the wall and by work."""
    ours, other = found["ours"], found[name]
    return {of: ratio(other[of], ours[of][: len(other[of])]) for of in ("seconds", "worked")}


def one_thread_each(compiled: Path) -> dict[str, str]:
    """The smallest size where nobody's threads wait for each other: with much else to do that favours the others."""
    (rows, groups), (times, formulas, _, _) = next(iter(SIZES.items()))
    threads = {"OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    found = measured(compiled, "beside", rows, groups, times, formulas, **threads)
    made = {}
    for name in ("pyfixest", "formula"):
        by = faster(found, name)
        made[f"{rows:,} × {groups:,}, one thread each, {name}"] = (
            f"{said(found[name])}; {by['seconds']:.1f} × by the wall, {by['worked']:.1f} × by work"
        )
    return made


def said(found: dict[str, list[float]]) -> str:
    """Medians, for people."""
    wall, worked = (1000 * median(found[of]) for of in ("seconds", "worked"))
    return f"median {wall:,.1f} ms, {worked:,.1f} ms of work, {len(found['seconds'])} times"


def grown(compiled: Path) -> tuple[list[Figure], dict[str, str]]:
    """Ours alone, each size ten times the one before; it works in one thread, so that work is time."""
    found = {size: measured(compiled, "alone", *size, times) for size, times in GROWTH}
    figures, beside = [], {}
    for smaller, larger in zip(list(found)[:-1], list(found)[1:], strict=True):
        longer = median(found[larger]["ours"]["worked"]) / median(found[smaller]["ours"]["worked"])
        what = f"{larger[0]:,} rows take so many times the work of {smaller[0]:,}"
        figures.append(Figure(what, longer, LIMIT, "×"))
    for (rows, groups), each in found.items():
        beside[f"{rows:,} × {groups:,} alone"] = said(each["ours"])
    largest, most = found[GROWTH[-1][0]], f"memory above the data of {GROWTH[-1][0][0]:,} rows"
    if "above" in largest:
        figures.append(Figure(most, largest["above"], MEMORY, "MiB"))
    return figures, beside


def main() -> None:
    """Prints the report."""
    with TemporaryDirectory(prefix="bip-bench-") as temporary:
        figures, beside = compared(Path(temporary))
        more, too = grown(Path(temporary))
        alone = one_thread_each(Path(temporary))
    Report(figures + more, beside | alone | too).say()


if __name__ == "__main__":
    main()
