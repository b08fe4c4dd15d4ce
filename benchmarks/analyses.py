# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The fixed-effects regression beside statsmodels' formula and pyfixest, in turn in one process, by processor time.

80 covariates, errors clustered by caseworker. pyfixest's first fit, which compiles, is not counted. `python -m
benchmarks.analyses small middle` are the sizes that the formula can do, `large` the one it cannot; `growth` is ours
alone, up to six million rows.
"""

import resource
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd

from benchmarks.figures import Figure, Report, median
from bip_desktop.centre.statistics.fixed_effects import ErrorKind, fit
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

COVARIATES = 80
SMALL, MIDDLE, LARGE = (6_164, 115), (61_640, 1_150), (616_400, 11_500)
_TIMES = {SMALL: 7, MIDDLE: 3, LARGE: 3}


def rows(size: tuple[int, int]) -> tuple[Floats, Floats, Integers, Integers]:
    """Covariates, a rare outcome, caseworkers and citizens."""
    n, groups = size
    chance = np.random.default_rng(n)
    x = chance.normal(size=(n, COVARIATES))
    group = np.concatenate([np.arange(groups), chance.integers(0, groups, n - groups)])
    unit = np.unique(chance.integers(0, max(1, n * 2701 // 6164), n), return_inverse=True)[1].reshape(-1)
    y = (chance.random(n) < 0.15 + 0.02 * x[:, 0] + 0.05 * chance.normal(size=groups)[group]).astype(float)
    return x, y, group, unit.astype(np.int64)


def processor_seconds(act: Callable[[], object]) -> float:
    """How much of the processors it takes, whatever else the machine does."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def compared(size: tuple[int, int]) -> tuple[list[float], list[float], list[float]]:
    """Seconds of ours, of the formula and of pyfixest, in turn."""
    import pyfixest
    import statsmodels.formula.api as smf

    x, y, group, _ = rows(size)
    frame = pd.DataFrame(x, columns=[f"x{j}" for j in range(COVARIATES)]).assign(y=y, g=group)
    names = " + ".join(f"x{j}" for j in range(COVARIATES))
    ours: list[float] = []
    formula: list[float] = []
    theirs: list[float] = []
    found: list[Floats] = []

    def our_fit() -> None:
        found[:] = [fit(Grouped(x, y, group)).errors(ErrorKind.GROUP)]

    def formula_fit() -> None:
        smf.ols(f"y ~ {names} + C(g)", frame).fit(cov_type="cluster", cov_kwds={"groups": group})

    def their_fit() -> None:
        pyfixest.feols(f"y ~ {names} | g", frame, vcov={"CRV1": "g"}, demeaner_backend="rust")

    their_fit()
    for number in range(_TIMES[size]):
        ours.append(processor_seconds(our_fit))
        theirs.append(processor_seconds(their_fit))
        if size != LARGE and (number == 0 or size == SMALL):
            formula.append(processor_seconds(formula_fit))
    return ours, formula, theirs


def growth() -> tuple[list[Figure], dict[str, str]]:
    """Ours alone, ten times the rows, and the memory above the data."""
    spent: list[float] = []
    above = 0.0
    for size in (LARGE, (6_164_000, 11_500)):
        x, y, group, unit = rows(size)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent.append(processor_seconds(lambda x=x, y=y, group=group: fit(Grouped(x, y, group))))  # type: ignore[misc]
        above = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        del x, y, group, unit
    figures = [
        Figure("ten times the rows, up to 6.16 million, take so many times as long", spent[1] / spent[0], 14.0, "×"),
        Figure("memory above the data, 6.16 million rows", above, 600.0, "MiB"),
    ]
    return figures, {"616,400 rows": f"{spent[0]:.1f} s", "6,164,000 rows": f"{spent[1]:.1f} s"}


def main(arguments: list[str]) -> None:
    """Prints what was found; a ratio is theirs over ours, so that a limit is a least: it is given upside down."""
    warnings.simplefilter("ignore")
    if arguments == ["growth"]:
        Report(*growth()).say()
        return
    figures: list[Figure] = []
    beside: dict[str, str] = {}
    sizes = {"small": (SMALL, 20, 4.0), "middle": (MIDDLE, 100, 2.5), "large": (LARGE, 0, 2.5)}
    wanted = [sizes[name] for name in arguments or ("small", "middle")]
    for size, least_formula, least_pyfixest in wanted:
        ours, formula, theirs = compared(size)
        name = f"{size[0]:,} × {size[1]:,}"
        mine = median(ours)
        if formula:
            figures.append(
                Figure(f"{name}, of statsmodels' formula's time", mine / median(formula), 1 / least_formula, "×")
            )
            beside[f"{name}, times faster than statsmodels' formula"] = f"{median(formula) / mine:.0f}"
        figures.append(Figure(f"{name}, of pyfixest's time", mine / median(theirs), 1 / least_pyfixest, "×"))
        beside[f"{name}, times faster than pyfixest"] = f"{median(theirs) / mine:.1f}"
        beside[f"{name}, ours"] = f"{mine * 1000:.1f} ms of processor"
    Report(figures, beside).say()


if __name__ == "__main__":
    main(sys.argv[1:])
