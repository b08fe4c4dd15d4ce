# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Fits of one size in a process of its own, for `analyses`: `beside` others in turn, or `alone` with its memory."""

import json
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd

from benchmarks.processes import memory
from bip_desktop.centre.statistics.fixed_effects import ErrorKind, fit
from bip_desktop.centre.statistics.within import Floats, Grouped, Integers

COVARIATES = 80
_BLOCK = 65_536
"""Rows made at a time, so that making them takes no memory to speak of beside them."""


def rows(n: int, groups: int) -> tuple[Floats, Floats, Integers]:
    """Covariates (n, 80), a rare outcome (n,) and caseworkers (n,), in no order."""
    chance = np.random.default_rng(n)
    x, y = np.empty((n, COVARIATES)), np.empty(n)
    group = np.concatenate([np.arange(groups), chance.integers(0, groups, n - groups)])
    level = 0.05 * chance.normal(size=groups)
    for start in range(0, n, _BLOCK):
        here = slice(start, start + _BLOCK)
        chance.standard_normal(out=x[here])
        y[here] = chance.random(len(y[here])) < 0.15 + 0.02 * x[here, 0] + level[group[here]]
    return x, y, group


class Clock:
    """Seconds by the wall, and of the processors' work, of each time."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self.seconds: list[float] = []
        self.worked: list[float] = []

    def once(self) -> None:
        """Once more."""
        begun, worked = time.perf_counter(), time.process_time()
        self._act()
        self.seconds.append(time.perf_counter() - begun)
        self.worked.append(time.process_time() - worked)


def beside(n: int, groups: int, times: int, formulas: int) -> dict[str, Clock]:
    """In turn ours and pyfixest `times`, and statsmodels' formula the first `formulas` times. What the first fit of
    each does once for all is not counted: pyfixest compiles."""
    import pyfixest
    import statsmodels.formula.api as smf

    x, y, group = rows(n, groups)
    columns = [f"x{j}" for j in range(COVARIATES)]
    frame = pd.DataFrame(x, columns=columns).assign(y=y, g=group)
    names = " + ".join(columns)

    def ours() -> Floats:
        return fit(Grouped(x, y, group)).errors(ErrorKind.GROUP)

    def theirs() -> Floats:
        fitted = pyfixest.feols(f"y ~ {names} | g", frame, vcov={"CRV1": "g"}, demeaner_backend="rust")
        return np.asarray(fitted.se())

    def formula() -> object:
        return smf.ols(f"y ~ {names} + C(g)", frame).fit(cov_type="cluster", cov_kwds={"groups": group}).bse

    np.testing.assert_allclose(ours(), theirs(), rtol=1e-9)
    clocks = {"ours": Clock(ours), "pyfixest": Clock(theirs), "formula": Clock(formula)}
    for number in range(times):
        for name, clock in clocks.items():
            if name != "formula" or number < formulas:
                clock.once()
    return clocks


def alone(n: int, groups: int, times: int) -> tuple[Clock, dict[str, float]]:
    """Ours, and the most memory above the data, in MiB."""
    x, y, group = rows(n, groups)
    before = memory()
    clock = Clock(lambda: fit(Grouped(x, y, group)).errors(ErrorKind.GROUP))
    for _ in range(times):
        clock.once()
    return clock, {"above": memory()["most"] - before["now"]} if before else {}


def main(what: str, *numbers: str) -> None:
    """Prints the seconds as JSON."""
    warnings.simplefilter("ignore")
    given = [int(each) for each in numbers]
    used: dict[str, float] = {}
    if what == "beside":
        clocks = beside(*given)
    else:
        clock, used = alone(*given)
        clocks = {"ours": clock}
    print(json.dumps(used | {name: {"seconds": c.seconds, "worked": c.worked} for name, c in clocks.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
