# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Packages that chance has spoilt: nothing of them gets in, and each has a reason that a person can act on."""

import csv
import hashlib
import io
import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bip_desktop.centre import store_tables as t
from bip_desktop.centre.faults import Flaw
from bip_desktop.centre.intake import Fate, Outcome
from bip_desktop.centre.reasons import reason
from bip_desktop.domain.submission import TABLES
from bip_desktop.domain.submission_schema import ColumnType, Row, Table
from tests.centre.packages import Taken, World, citizen_id, rows_of
from tests.faults.sizes import Rounds

_ROWS = rows_of((1, 1), (2, 2))


def _told(outcome: Outcome) -> Flaw:
    """Why it was set aside, in words for a person in both languages."""
    assert outcome.refused is not None
    words = reason(outcome.refused)
    assert len(words.da) > 40
    assert len(words.en) > 40
    assert "{" not in words.da + words.en
    return outcome.refused.flaw


@pytest.mark.soak("one-byte flips of a sealed package: none accepted", small=100, full=10_000, minutes=10)
def test_no_flipped_byte_is_accepted(rounds: Rounds, world: World) -> None:
    """Broken once by an intake that says of what it refuses that it had come before."""
    sealed = world.site.send(_ROWS).read_bytes()
    chance, flaws = random.Random(20261121), Counter[str]()
    path = world.folder / "flipped.zip.age"
    for number in rounds:
        flipped = bytearray(sealed)
        flipped[number % len(sealed)] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        [outcome] = world.receive(path)
        assert outcome.fate is Fate.QUARANTINED, f"flip {number}"
        flaws[_told(outcome).name.lower()] += 1
    assert not any(world.tables().values())
    rounds.found(accepted=0, **flaws)


@pytest.mark.soak(
    "one-byte flips inside the seal: no row but those that were signed", small=60, full=10_000, minutes=10
)
def test_a_byte_flipped_inside_and_sealed_again_changes_no_row(rounds: Rounds, world: World) -> None:
    """Broken once by an intake that looks at no checksum, neither the archive's nor the manifest's."""
    expected = {name: set(rows) for name, rows in _ROWS.items()}
    chance, accepted = random.Random(20261121), 0

    def flip(plain: bytes) -> bytes:
        flipped = bytearray(plain)
        flipped[chance.randrange(len(plain))] ^= 1 << chance.randrange(8)
        return bytes(flipped)

    for number in rounds:
        path = world.site.send(_ROWS, lambda taken: setattr(taken, "repack", flip), seq=1)
        [outcome] = world.receive(path)
        path.unlink()
        if outcome.fate is Fate.ACCEPTED:
            # Bits that mean nothing, such as the one that says which system made the archive.
            tables = world.tables()
            assert {name: tables[name] for name in ("answers", "interventions")} == {
                name: expected[name] for name in ("answers", "interventions")
            }, f"flip {number}"
            _emptied(world)
            accepted += 1
        else:
            assert outcome.fate is Fate.QUARANTINED
            _told(outcome)
    assert accepted <= max(3, len(rounds) // 50)
    rounds.found(accepted_with_the_signed_rows=accepted)


def _emptied(world: World) -> None:
    """As it was before anything was received."""
    with world.store.writing() as connection:
        for table in reversed(t.metadata.sorted_tables):
            if table not in (t.schema_version, t.signing_keys):
                connection.execute(table.delete())


# -- made up -----------------------------------------------------------------------------------------------------------

_TEXTS = (
    "",
    "0",
    "1",
    "6",
    "-99",
    "-100",
    "f",
    "B1",
    "S1",
    "scale",
    "x" * 3000,
    '"',
    '""',
    "\r",
    "\0",
    ";",
    "1e9",
    "٣",
    " 1",
)
_MORE = ("1.0", "-0", "01", "NULL", "nan", "2026-W54", "1980-1985", citizen_id(1), citizen_id(9))
_CELLS = st.one_of(st.sampled_from(_TEXTS + _MORE), st.text(max_size=12), st.integers(-(10**20), 10**20).map(str))
_EDITS = st.tuples(
    st.just("cell"),
    st.sampled_from([table.name for table in TABLES]),
    st.integers(0, 10_000),
    _CELLS,
    st.sampled_from(["replace", "insert", "drop", "repeat", "cut"]),
)
_BYTES = st.tuples(st.just("bytes"), st.sampled_from([table.name for table in TABLES]), st.binary(max_size=40))
_FIELDS = [
    "format_version",
    "submission_id",
    "site",
    "installation",
    "seq",
    "previous_manifest_sha256",
    "window",
    "app_version",
    "schema_version",
    "instruments",
    "rules",
    "files",
    "recipients",
    "audit_head",
    "declined_research",
    "more",
]
_MANIFEST = st.tuples(
    st.just("manifest"),
    st.sampled_from(_FIELDS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    ),
)
_MEMBERS = st.tuples(
    st.just("member"),
    st.sampled_from(["drop", "add", "rename"]),
    st.integers(0, 20),
    st.text("abc./\\:\0ø", min_size=1, max_size=12),
)
_TAMPERED = st.tuples(st.just("unsigned"), st.sampled_from([table.name for table in TABLES]), st.integers(0, 10_000))
_MADE_UP = st.lists(st.one_of(_EDITS, _EDITS, _BYTES, _MANIFEST, _MEMBERS, _TAMPERED), min_size=1, max_size=3)


def _changed(taken: Taken, change: tuple[Any, ...]) -> None:
    match change:
        case ("cell", table, place, cell, action):
            taken.edit(table, lambda text: _cell_changed(text, place, cell, action))
        case ("bytes", table, content):
            taken.edit(table, lambda text: text.encode() + content)
        case ("manifest", field, value):
            taken.manifest[field] = value
            taken.listed = taken.listed and field != "files"
        case ("member", "drop", place, _):
            taken.files.pop(sorted(taken.files)[place % len(taken.files)])
        case ("member", "add", _, name):
            taken.files[name] = b"x"
        case ("member", "rename", place, name):
            taken.files[name] = taken.files.pop(sorted(taken.files)[place % len(taken.files)])
        case ("unsigned", table, place):
            taken.listed = False
            name = f"data/{table}.csv"
            if name in taken.files:
                content = bytearray(taken.files[name])
                content[place % len(content)] ^= 1
                taken.files[name] = bytes(content)


def _cell_changed(text: str, place: int, cell: str, action: str) -> bytes:
    lines = [line.split(",") for line in text.splitlines()] or [[""]]
    line = lines[place % len(lines)]
    at = place // len(lines) % len(line)
    if action == "replace":
        line[at] = cell
    elif action == "insert":
        line.insert(at, cell)
    elif action == "drop":
        del line[at]
    elif action == "repeat":
        lines.insert(place % len(lines), list(line))
    else:
        del lines[place % len(lines)]
    return ("\n".join(",".join(each) for each in lines) + "\n").encode(errors="surrogatepass")


def _parsed(table: Table, content: bytes) -> set[Row]:
    """The rows of a file, read in the plainest way there is; each has to be one that could be sent."""
    rows = set()
    for cells in list(csv.reader(io.StringIO(content.decode("ascii"), newline="")))[1:]:
        row = tuple(
            int(cell) if column.type is ColumnType.INTEGER else cell
            for cell, column in zip(cells, table.columns, strict=True)
        )
        table.check(row)
        rows.add(row)
    return rows


@pytest.mark.soak("packages made up by hypothesis: none crashes, no row accepted that was not whole", 60, 10_000, 25)
def test_what_is_made_up_never_gets_in(rounds: Rounds, world: World) -> None:
    """Broken once by a reader that takes a line with a cell too many."""
    fates, flaws, done = Counter[Fate](), Counter[Flaw](), iter(range(10**9))

    @settings(
        max_examples=len(rounds),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_MADE_UP)
    def made_up(changes: list[tuple[Any, ...]]) -> None:
        rounds.done(next(done))
        apart: list[Taken] = []

        def change(taken: Taken) -> None:
            for each in changes:
                if each[0] not in ("cell", "bytes") or f"data/{each[1]}.csv" in taken.files:
                    try:
                        _changed(taken, each)
                    except UnicodeDecodeError:  # bytes that an earlier change has spoilt already
                        continue
            apart.append(taken)

        try:
            path = world.site.send(_ROWS, change, seq=1)
        except (UnicodeEncodeError, ValueError):  # not even a zip can name it
            return
        [outcome] = world.receive(path)
        path.unlink()
        fates[outcome.fate] += 1
        if outcome.fate is Fate.QUARANTINED:
            flaws[_told(outcome)] += 1
            return
        # Made up into something that could be sent: then it is there as it was signed, all of it and nothing else.
        [taken] = apart
        for each in taken.manifest["files"]:
            assert hashlib.sha256(taken.files[each["name"]]).hexdigest() == each["sha256"]
        tables = world.tables()
        for table in TABLES:
            sent, kept = _parsed(table, taken.files[table.path]), tables[table.name]
            if table.name in ("citizens", "meetings"):
                kept = {row[1:] for row in kept}  # without the site
            assert kept <= sent
            assert kept == sent or tables["tombstones"]
        _emptied(world)

    made_up()
    assert fates[Fate.QUARANTINED] > 0.5 * len(rounds)
    rounds.found(set_aside=fates[Fate.QUARANTINED], whole_after_all=fates[Fate.ACCEPTED], reasons=len(flaws))
