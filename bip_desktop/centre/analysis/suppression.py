# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Small cells are emptied before anything is written, and others with them until none can be found by subtraction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bip_desktop.centre.analysis.effects import Effect, EffectTable, Estimator, Sample

Cell = tuple[str, str]
"""A partition and the group within it: the same people wherever it stands."""


def suppress(tables: Sequence[EffectTable], least: int) -> list[EffectTable]:
    """The tables with nothing left that fewer than `least` citizens or caseworkers stand behind, nor anything that can
    be worked out of as few."""
    few = [_of_few(table, least) for table in tables]
    cells: dict[Cell, Sample] = {}
    hidden: set[Cell] = set()
    for table, (rows, _) in zip(tables, few, strict=True):
        for place, effect in enumerate(table.effects):
            if not effect.partition:
                continue
            cell, sample = (effect.partition, effect.group), effect.sample
            known = cells.get(cell, sample)
            cells[cell] = Sample(
                min(sample.answers, known.answers),
                min(sample.citizens, known.citizens),
                min(sample.caseworkers, known.caseworkers),
            )
            if place in rows:
                hidden.add(cell)
    hidden |= _complement(cells, hidden, least)
    return [
        replace(
            table,
            effects=tuple(
                each.hidden() if place in rows | counting or (each.partition, each.group) in hidden else each
                for place, each in enumerate(table.effects)
            ),
            compositions=(),
        )
        for table, (rows, counting) in zip(tables, few, strict=True)
    ]


def _of_few(table: EffectTable, least: int) -> tuple[frozenset[int], frozenset[int]]:
    """The places of rows that are small or must be hidden with such; and of those that only count few: they alone go,
    not everything else that is said of the same people."""
    rows = list(enumerate(table.effects))
    gone = frozenset(place for place, each in rows if _is_small(each, least))
    counting = frozenset(place for place, each in rows if any(p.answers > 0 and _is_few(p, least) for p in each.parts))
    for composition in table.compositions:
        gone |= composition.hidden(least, gone | counting)
    return gone, counting


def _is_small(effect: Effect, least: int) -> bool:
    sample = effect.sample
    if effect.estimator is Estimator.COUNT and sample.citizens == 0:
        return False  # nobody, or rows that are nobody's
    return _is_few(sample, least)


def _is_few(sample: Sample, least: int) -> bool:
    return sample.citizens < least or sample.caseworkers < least


def _complement(cells: dict[Cell, Sample], hidden: set[Cell], least: int) -> set[Cell]:
    """What must be hidden too: of each partition at least two cells or none, with `least` citizens and caseworkers
    together."""
    by_partition: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_partition[cell[0]].append(cell)
    more: set[Cell] = set()
    for members in by_partition.values():
        gone = [cell for cell in members if cell in hidden]
        left = sorted((cell for cell in members if cell not in hidden), key=lambda cell: (cells[cell].citizens, cell))
        while gone and left and (len(gone) < 2 or _are_few([cells[cell] for cell in gone], least)):
            gone.append(left.pop(0))
        more |= set(gone)
    return more


def _are_few(samples: Sequence[Sample], least: int) -> bool:
    return sum(each.citizens for each in samples) < least or sum(each.caseworkers for each in samples) < least
