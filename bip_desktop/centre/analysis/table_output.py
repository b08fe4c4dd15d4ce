# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The long tables as CSV, one file each."""

import csv
import math
from collections.abc import Iterable
from pathlib import Path

from bip_desktop.centre.analysis.effects import Effect, EffectTable

HEADER = (
    "outcome",
    "term",
    "group",
    "estimate",
    "unit",
    "se",
    "se_kind",
    "low",
    "high",
    "answers",
    "citizens",
    "caseworkers",
    "suppressed",
    "estimator",
    "printed",
    "printed_source",
)
Cell = str | int | float | None


def cells(effect: Effect) -> tuple[Cell, ...]:
    """The row; None where there is nothing."""
    u, sample = effect.uncertainty, effect.sample
    counts: tuple[Cell, ...] = (sample.answers, sample.citizens, sample.caseworkers)
    source = effect.printed_source if effect.printed else ""
    if effect.disagreement:  # also of a figure that no source prints
        source = f"{source} ({effect.disagreement})".lstrip()
    return (
        effect.outcome,
        effect.term,
        effect.group,
        _number(effect.value.value),
        effect.value.unit,
        _number(u.se),
        u.kind.value,
        _number(u.low),
        _number(u.high),
        *((None,) * 3 if effect.suppressed else counts),
        int(effect.suppressed),
        effect.estimator.value,
        effect.printed,
        source,
    )


def _number(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    return int(value) if isinstance(value, int) else float(value)


def write_csv(tables: Iterable[EffectTable], folder: Path) -> None:
    """`folder`/<name>.csv for each."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(("" if cell is None else cell for cell in cells(each)) for each in table.effects)
