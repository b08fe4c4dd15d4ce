# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Whether anybody could reckon out something of a few people from the figures of a group, over all releases.

Whoever has every published sum can add and subtract them with any weights. What comes out is about few people where a
combination of the published groups is nothing but theirs. So the contributions are sorted by the groups they were in
(those in the same ones can never be told apart), and no combination may rest on fewer people than there have to be.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

Basis = Mapping[bytes, bytes]
"""The contributions of a published figure: each by a token of its own, with the token of the person it is of."""
_PRIME = 2**61 - 1
"""Ranks are reckoned modulo this: exact for our purpose, and without fractions."""
_MOST_SMALL = 14
"""More parts of few people than this are taken together, which is stricter."""


def tells_of_few(published: Sequence[Basis], least: int) -> bool:
    """Whether some combination of the sums of `published` is about fewer than `least` persons, but somebody."""
    parts = _parts(published)
    columns = list(parts)
    whole = _rank(columns, len(published))
    for few in small_unions([parts[column] for column in columns], least):
        others = [column for place, column in enumerate(columns) if place not in few]
        if _rank(others, len(published)) < whole:
            return True
    return False


def _parts(published: Sequence[Basis]) -> dict[int, set[bytes]]:
    """The persons of each part: its number has a bit for every group that holds it."""
    held: dict[bytes, int] = {}
    persons: dict[bytes, bytes] = {}
    for place, basis in enumerate(published):
        for contribution, person in basis.items():
            held[contribution] = held.get(contribution, 0) | 1 << place
            persons[contribution] = person
    parts: dict[int, set[bytes]] = {}
    for contribution, groups in held.items():
        parts.setdefault(groups, set()).add(persons[contribution])
    return parts


def small_unions(persons: Sequence[AbstractSet[Any]], least: int) -> Iterator[frozenset[int]]:
    """Every largest set of parts that together are of fewer than `least` persons."""
    small = [place for place, each in enumerate(persons) if len(each) < least]
    if len(small) > _MOST_SMALL:
        yield frozenset(small)
        return
    found: list[frozenset[int]] = []

    def grow(chosen: frozenset[int], of: AbstractSet[Any], start: int) -> None:
        larger = False
        for at in range(start, len(small)):
            together = of | persons[small[at]]
            if len(together) < least:
                larger = True
                grow(chosen | {small[at]}, together, at + 1)
        if chosen and not larger:
            found.append(chosen)

    grow(frozenset(), set(), 0)
    yield from found


def _rank(columns: Sequence[int], rows: int) -> int:
    """The rank of the matrix whose columns are these bits."""
    pivots: list[tuple[int, list[int]]] = []
    for column in columns:
        vector = [column >> row & 1 for row in range(rows)]
        for place, pivot in pivots:
            if vector[place]:
                factor = vector[place]
                vector = [(a - factor * b) % _PRIME for a, b in zip(vector, pivot, strict=True)]
        place = next((row for row, value in enumerate(vector) if value), -1)
        if place >= 0:
            inverse = pow(vector[place], -1, _PRIME)
            pivots.append((place, [value * inverse % _PRIME for value in vector]))
            if len(pivots) == rows:
                break
    return len(pivots)
