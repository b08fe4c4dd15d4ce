# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Small cells are emptied before anything is written, and others with them until none can be found by subtraction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator

Cell = tuple[str, str]
"""A partition and the group within it: the same people wherever it stands."""


def suppress(tables: Sequence[EffectTable], least: int) -> list[EffectTable]:
    """The tables with nothing left that fewer than `least` citizens or caseworkers stand behind."""
    cells: dict[Cell, int] = {}
    hidden: set[Cell] = set()
    for effect in (each for table in tables for each in table.effects if each.partition):
        cell = (effect.partition, effect.group)
        cells[cell] = min(effect.sample.citizens, cells.get(cell, effect.sample.citizens))
        if _is_small(effect, least):
            hidden.add(cell)
    hidden |= _complement(cells, hidden, least)
    return [
        replace(
            table,
            effects=tuple(
                each.hidden() if _is_small(each, least) or (each.partition, each.group) in hidden else each
                for each in table.effects
            ),
        )
        for table in tables
    ]


def _is_small(effect: Effect, least: int) -> bool:
    sample = effect.sample
    if effect.estimator is Estimator.COUNT and sample.citizens == 0:
        return False  # nobody, or rows that are nobody's
    return sample.citizens < least or sample.caseworkers < least


def _complement(cells: dict[Cell, int], hidden: set[Cell], least: int) -> set[Cell]:
    """What must be hidden too: of each partition at least two cells or none, with `least` citizens together."""
    by_partition: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_partition[cell[0]].append(cell)
    more: set[Cell] = set()
    for members in by_partition.values():
        gone = [cell for cell in members if cell in hidden]
        left = sorted((cell for cell in members if cell not in hidden), key=lambda cell: (cells[cell], cell))
        while gone and left and (len(gone) < 2 or sum(cells[cell] for cell in gone) < least):
            gone.append(left.pop(0))
        more |= set(gone)
    return more
